import type { Progress } from '../../../workspace/contract.ts'
import { askShell } from '../../api.ts'
import type { Route } from '../../routes.ts'
import type { Slice } from '../../store.ts'
import type { Tone } from '../../ui/notice.tsx'

export type Toast = {
  readonly id: number
  readonly tone: Tone
  readonly message: string
  /** Takes back what it tells of, where that can be taken back. */
  readonly undo?: () => Promise<void>
}
export type Work = { readonly what: string; readonly progress: Progress | null; readonly startedAt: number }

export type ShellSlice = {
  readonly route: Route
  readonly trail: readonly Route[]
  readonly toasts: readonly Toast[]
  readonly work: Work | null
  /** Names as they are rather than pseudonyms; never kept from one opening to the next. */
  readonly realNames: boolean
  readonly paletteOpen: boolean
  readonly shortcutsOpen: boolean
  readonly idleMinutes: number | null
  readonly go: (route: Route) => void
  readonly back: () => void
  readonly toast: (tone: Tone, message: string, undo?: () => Promise<void>) => void
  readonly dropToast: (id: number) => void
  /** Takes back the latest thing done that can be taken back and is still told of. */
  readonly undoLatest: () => Promise<void>
  readonly showNames: (shown: boolean) => void
  readonly openPalette: (open: boolean) => void
  readonly openShortcuts: (open: boolean) => void
  readonly loadLockSettings: () => Promise<void>
  /** Runs something long under one progress line that can be cancelled. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>
  readonly noteProgress: (progress: Progress) => void
  readonly cancelWork: () => Promise<void>
  readonly chooseFiles: (
    title: string,
    extensions: readonly string[],
    multiple?: boolean,
  ) => Promise<readonly { path: string; name: string }[]>
  readonly chooseFolder: (title: string, create?: boolean) => Promise<{ path: string; name: string } | null>
  readonly copy: (text: string, what: string) => Promise<void>
}

const toastMilliseconds = 8_000
/** Time to read what was done, think better of it, and reach the button by keyboard. */
const undoMilliseconds = 30_000

export const shellSlice: Slice<ShellSlice> = (set, get) => {
  let lastToast = 0
  return {
    route: { screen: 'cases' },
    trail: [],
    toasts: [],
    work: null,
    realNames: false,
    paletteOpen: false,
    shortcutsOpen: false,
    idleMinutes: null,
    go: (route) => set((state) => ({ route, trail: [...state.trail.slice(-20), state.route] })),
    back: () =>
      set((state) => {
        const last = state.trail.at(-1)
        return last ? { route: last, trail: state.trail.slice(0, -1) } : {}
      }),
    toast: (tone, message, undo) => {
      const id = (lastToast += 1)
      const toast = { id, tone, message, ...(undo ? { undo } : {}) }
      set((state) => ({ toasts: [...state.toasts.slice(-2), toast] }))
      if (tone !== 'danger')
        setTimeout(() => get().dropToast(id), undo ? undoMilliseconds : toastMilliseconds)
    },
    dropToast: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
    undoLatest: async () => {
      const latest = get().toasts.findLast(({ undo }) => undo !== undefined)
      if (!latest?.undo) return
      get().dropToast(latest.id)
      await latest.undo()
    },
    showNames: (realNames) => set({ realNames }),
    openPalette: (paletteOpen) => set({ paletteOpen }),
    openShortcuts: (shortcutsOpen) => set({ shortcutsOpen }),
    loadLockSettings: async () => {
      const result = await askShell('shell.lock-settings', {})
      if (result.ok) set({ idleMinutes: result.value.idleMinutes })
    },
    during: async (what, work) => {
      set({ work: { what, progress: null, startedAt: Date.now() } })
      try {
        return await work()
      } finally {
        set({ work: null })
      }
    },
    noteProgress: (progress) => set((state) => (state.work ? { work: { ...state.work, progress } } : {})),
    cancelWork: async () => {
      await askShell('shell.cancel', {})
    },
    chooseFiles: async (title, extensions, multiple = false) => {
      const result = await askShell('shell.choose-files', { title, multiple, extensions: [...extensions] })
      if (result.ok) return result.value
      get().toast('danger', result.error.message)
      return []
    },
    chooseFolder: async (title, create = false) => {
      const result = await askShell('shell.choose-folder', { title, create })
      if (result.ok) return result.value
      get().toast('danger', result.error.message)
      return null
    },
    copy: async (text, what) => {
      const result = await askShell('shell.copy', { text })
      if (result.ok) get().toast('good', `${what} copied. The clipboard is cleared after a minute.`)
      else get().toast('danger', result.error.message)
    },
  }
}
