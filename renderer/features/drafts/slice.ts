import { call } from '../../api.ts'
import type { Slice } from '../../store.ts'

export type Draft = { readonly key: string; readonly text: string; readonly updatedAt: string }

export type DraftsSlice = {
  readonly drafts: Readonly<Record<string, Draft>>
  readonly loadDrafts: () => Promise<void>
  /** Keeps the text after a moment without typing. */
  readonly noteDraft: (key: string, text: string) => void
  /** Keeps everything not yet kept, now. */
  readonly flushDrafts: () => Promise<void>
  readonly discardDraft: (key: string) => Promise<void>
}

const quietMilliseconds = 400

export const draftsSlice: Slice<DraftsSlice> = (set, get) => {
  /** Text not yet kept, with whose it is: what one person typed must not reach the vault another opens next. */
  const waiting = new Map<string, { readonly text: string; readonly whose: string | null }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const whoseNow = (): string | null => {
    const { session } = get()
    return session === null || session.inspection !== null ? null : `${session.vaultId} ${session.userId}`
  }
  return {
    drafts: {},
    loadDrafts: async () => {
      const result = await call('draft.list', {})
      if (result.ok) set({ drafts: Object.fromEntries(result.value.map((draft) => [draft.key, draft])) })
    },
    noteDraft: (key, text) => {
      waiting.set(key, { text, whose: whoseNow() })
      clearTimeout(timer)
      timer = setTimeout(() => void get().flushDrafts(), quietMilliseconds)
    },
    flushDrafts: async () => {
      clearTimeout(timer)
      const now = whoseNow()
      const kept = [...waiting].filter(([, { whose }]) => whose !== null && whose === now)
      waiting.clear()
      await Promise.all(
        kept.map(async ([key, { text }]) => {
          const result = await call('draft.save', { key, text })
          if (result.ok && whoseNow() === now)
            set((state) => ({
              drafts: { ...state.drafts, [key]: { key, text, updatedAt: new Date().toISOString() } },
            }))
        }),
      )
    },
    discardDraft: async (key) => {
      waiting.delete(key)
      set((state) => ({
        drafts: Object.fromEntries(Object.entries(state.drafts).filter(([other]) => other !== key)),
      }))
      await call('draft.discard', { key })
    },
  }
}
