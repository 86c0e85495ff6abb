import type { Failure } from '../../../domain/result.ts'
import type { SavedView } from '../../../workspace/contract/saved-views.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import type { Slice } from '../../store.ts'
import { type ChronologyFilter, noFilter, narrowing, type Reading, usualReading } from './reading.ts'
import { readingOf } from './slice.ts'

export type SavedViewsSlice = {
  /** Of the case read last. */
  readonly savedViews: { readonly caseId: string; readonly views: readonly SavedView[] } | null
  /** The view opened last, while its case is read. */
  readonly openView: string | null
  readonly loadViews: (caseId: string) => Promise<void>
  /** Begins a case as it was left in this session, else with the view its reader begins with. */
  readonly startReading: (caseId: string) => Promise<void>
  /** Reads the case in hand as a view says; as usual for null. */
  readonly showView: (view: SavedView | null) => void
  readonly keepView: (caseId: string, name: string, shared: boolean) => Promise<Failure | null>
  readonly changeView: (
    caseId: string,
    view: SavedView,
    change: { readonly shared?: boolean; readonly asNow?: boolean },
  ) => Promise<void>
  readonly removeView: (caseId: string, view: SavedView) => Promise<void>
  readonly setFirstView: (caseId: string, viewId: string | null) => Promise<void>
}

const readingFrom = ({ settings }: SavedView): Reading => {
  const { filter, group, order, columns, lines } = settings
  return { filter: { ...noFilter, ...narrowing(filter) }, group, order, columns, lines }
}

/** As the contract takes it: lists it may change. */
const settingsOf = ({ filter, ...reading }: Reading) => ({
  ...reading,
  filter: structuredClone(narrowing(filter)) as Record<string, never>,
  columns: reading.columns.map((column) => ({ ...column })),
})

/** Whether the list is read otherwise than a view says. */
export const isChanged = (view: SavedView, now: Reading): boolean => {
  const kept = readingFrom(view)
  const told = (reading: Reading): string =>
    JSON.stringify([
      Object.entries(narrowing(reading.filter))
        .filter(([name, value]) => name !== 'status' || value !== 'current')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ...[reading.group, reading.order, reading.columns, reading.lines],
    ])
  return told(kept) !== told(now)
}

const openIn = (
  kept: SavedViewsSlice['savedViews'],
  caseId: string,
  viewId: string | null,
): SavedView | undefined => (kept?.caseId === caseId ? kept.views.find(({ id }) => id === viewId) : undefined)

/**
 * What of a filter must change once an open view is read with names shown or hidden: its words where nobody has changed
 * them, which stand for the same. Null where nothing must.
 */
const rereadWords = (
  now: ChronologyFilter,
  before: ChronologyFilter,
  after: ChronologyFilter,
): Partial<ChronologyFilter> | null => {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const changed = (['search', 'contactTypes'] as const).filter(
    (part) => same(now[part], before[part]) && !same(before[part], after[part]),
  )
  return changed.length === 0 ? null : Object.fromEntries(changed.map((part) => [part, after[part]]))
}

export const savedViewsSlice: Slice<SavedViewsSlice> = (set, get) => {
  const failed = (error: Failure): void => get().toast('danger', error.message)
  return {
    savedViews: null,
    openView: null,
    loadViews: async (caseId) => {
      const pseudonyms = hidesNames(get())
      const result = await call('view.list', { caseId, pseudonyms })
      if (!result.ok || pseudonyms !== hidesNames(get())) return
      const before = openIn(get().savedViews, caseId, get().openView)
      const after = openIn({ caseId, views: result.value }, caseId, get().openView)
      set({ savedViews: { caseId, views: result.value } })
      if (!before || !after) return
      const words = rereadWords(get().chronologyFilter, readingFrom(before).filter, readingFrom(after).filter)
      if (words !== null) get().filterChronology(words)
    },
    startReading: async (caseId) => {
      if (get().readingCase === caseId) return
      await get().loadViews(caseId)
      if (get().readingCase === caseId) return
      const { savedViews, readings } = get()
      const first = savedViews?.caseId === caseId ? savedViews.views.find((view) => view.first) : undefined
      get().readCase(caseId, first ? readingFrom(first) : usualReading)
      set({ openView: readings[caseId] === undefined ? (first?.id ?? null) : null })
    },
    showView: (view) => {
      const { filter, ...reading } = view ? readingFrom(view) : usualReading
      get().filterChronology(noFilter)
      get().filterChronology(filter)
      get().changeReading(reading)
      set({ openView: view?.id ?? null })
    },
    keepView: async (caseId, name, shared) => {
      const { savedViews, openView } = get()
      const from = openIn(savedViews, caseId, openView)?.id
      const result = await call('view.add', {
        ...{ caseId, name, shared, settings: settingsOf(readingOf(get())), pseudonyms: hidesNames(get()) },
        ...(from === undefined ? {} : { from }),
      })
      if (!result.ok) return result.error
      await get().loadViews(caseId)
      set({ openView: result.value.viewId })
      get().toast('good', 'The view is kept.')
      return null
    },
    changeView: async (caseId, { id: viewId, version }, { shared, asNow }) => {
      const result = await call('view.change', {
        ...{ caseId, viewId, version },
        ...(shared === undefined ? {} : { shared }),
        ...(asNow === true ? { settings: settingsOf(readingOf(get())), pseudonyms: hidesNames(get()) } : {}),
      })
      if (!result.ok) return failed(result.error)
      await get().loadViews(caseId)
      get().toast('good', 'The view is changed.')
    },
    removeView: async (caseId, { id: viewId, version, name }) => {
      const result = await call('view.remove', { caseId, viewId, version })
      if (!result.ok) return failed(result.error)
      const wasOpen = get().openView === viewId
      if (wasOpen) set({ openView: null })
      await get().loadViews(caseId)
      get().toast('good', `The view “${name}” is taken away.`, async () => {
        const back = await call('view.remove', {
          ...{ caseId, viewId, version: result.value.version, removed: false },
        })
        if (!back.ok) return failed(back.error)
        await get().loadViews(caseId)
        if (wasOpen) set({ openView: viewId })
      })
    },
    setFirstView: async (caseId, viewId) => {
      const result = await call('view.set-first', { caseId, viewId })
      if (result.ok) await get().loadViews(caseId)
      else failed(result.error)
    },
  }
}
