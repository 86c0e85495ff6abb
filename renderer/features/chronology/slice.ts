import type { DensityView, EntryRow, EntryView, SourceView } from '../../../workspace/views.ts'
import type { Failure } from '../../../domain/result.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { fromResult, idle, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export const pageSize = 200
const pagesKept = 12

export type ChronologyFilter = {
  readonly search: string
  readonly agencies: readonly string[]
  readonly from: string
  readonly to: string
}

export const noFilter: ChronologyFilter = { search: '', agencies: [], from: '', to: '' }

export type ChronologyQuery = ChronologyFilter & { readonly caseId: string; readonly pseudonyms: boolean }

export type ChronologySlice = {
  readonly chronologyFilter: ChronologyFilter
  readonly chronologyQuery: ChronologyQuery | null
  /** False from a change of search, filter or names until the rows that answer it are here. */
  readonly entriesAreCurrent: boolean
  /** Null until the first page is here. */
  readonly entryTotal: number | null
  readonly entryPages: Readonly<Record<number, readonly EntryRow[]>>
  readonly chronologyFailure: Failure | null
  readonly activeEntry: number
  readonly openEntry: Remote<EntryView>
  /** The part of an entry in view, the same from entry to entry. */
  readonly entryTab: string
  /** True while the entry is read alone, without the list beside it. */
  readonly readingView: boolean
  readonly density: DensityView | null
  readonly sources: Remote<readonly SourceView[]>
  readonly filterChronology: (change: Partial<ChronologyFilter>) => void
  readonly beginChronology: (query: ChronologyQuery) => Promise<void>
  /** Sees to it that rows `first` to `last` are here or on their way. */
  readonly needEntries: (first: number, last: number) => void
  readonly moveToEntry: (index: number) => void
  /** Goes on or back by so many entries and opens what stands there. */
  readonly stepEntry: (by: number) => Promise<void>
  readonly showEntryTab: (tab: string) => void
  readonly read: (alone: boolean) => void
  readonly showEntry: (entryId: string, pseudonyms: boolean) => Promise<void>
  readonly closeEntry: () => void
  readonly loadDensity: (caseId: string) => Promise<void>
  readonly loadSources: (caseId: string) => Promise<void>
}

/** What of a query says which entries are meant. */
export const filterInput = (query: ChronologyQuery) => ({
  caseId: query.caseId,
  pseudonyms: query.pseudonyms,
  ...(query.search.trim() === '' ? {} : { search: query.search }),
  ...(query.agencies.length === 0 ? {} : { agencies: [...query.agencies] }),
  ...(query.from === '' ? {} : { from: query.from }),
  ...(query.to === '' ? {} : { to: query.to }),
})

export const entryAt = (state: ChronologySlice, index: number): EntryRow | null =>
  state.entryPages[Math.floor(index / pageSize)]?.[index % pageSize] ?? null

export const chronologySlice: Slice<ChronologySlice> = (set, get) => {
  const asked = new Set<number>()
  const loadPage = async (query: ChronologyQuery, page: number): Promise<void> => {
    asked.add(page)
    const result = await call('chronology.list', {
      ...filterInput(query),
      offset: page * pageSize,
      limit: pageSize,
    })
    if (get().chronologyQuery !== query) return
    asked.delete(page)
    if (!result.ok) return set({ chronologyFailure: result.error })
    set((state) => {
      const near = Object.entries(state.entryPages)
        .sort(([a], [b]) => Math.abs(Number(a) - page) - Math.abs(Number(b) - page))
        .slice(0, pagesKept - 1)
      return {
        entryTotal: result.value.total,
        chronologyFailure: null,
        entryPages: { ...Object.fromEntries(near), [page]: result.value.entries },
      }
    })
  }
  return {
    chronologyFilter: noFilter,
    chronologyQuery: null,
    entriesAreCurrent: false,
    entryTotal: null,
    entryPages: {},
    chronologyFailure: null,
    activeEntry: 0,
    openEntry: idle,
    entryTab: 'recorded',
    readingView: false,
    density: null,
    sources: idle,
    filterChronology: (change) =>
      set((state) => ({
        chronologyFilter: { ...state.chronologyFilter, ...change },
        entriesAreCurrent: false,
        activeEntry: 0,
      })),
    beginChronology: async (query) => {
      asked.clear()
      const sameCase = get().chronologyQuery?.caseId === query.caseId
      set({
        chronologyQuery: query,
        entriesAreCurrent: false,
        chronologyFailure: null,
        ...(sameCase
          ? {}
          : {
              entryTotal: null,
              entryPages: {},
              activeEntry: 0,
              openEntry: idle,
              density: null,
              selected: new Set<string>(),
              stretch: null,
            }),
      })
      const first = Math.floor(get().activeEntry / pageSize)
      const before = get().entryPages
      await loadPage(query, first)
      if (get().chronologyQuery !== query) return
      set((state) => ({
        entriesAreCurrent: true,
        entryPages: Object.fromEntries(
          Object.entries(state.entryPages).filter(([page, rows]) => before[Number(page)] !== rows),
        ),
        activeEntry: Math.min(state.activeEntry, Math.max(0, (state.entryTotal ?? 1) - 1)),
      }))
    },
    needEntries: (first, last) => {
      const { chronologyQuery: query, entryPages, entryTotal } = get()
      if (!query || entryTotal === null) return
      const end = Math.floor(Math.min(last, Math.max(0, entryTotal - 1)) / pageSize)
      for (let page = Math.floor(first / pageSize); page <= end; page += 1)
        if (!entryPages[page] && !asked.has(page)) void loadPage(query, page)
    },
    moveToEntry: (index) =>
      set((state) => ({
        activeEntry: Math.min(Math.max(0, index), Math.max(0, (state.entryTotal ?? 1) - 1)),
      })),
    stepEntry: async (by) => {
      get().moveToEntry(get().activeEntry + by)
      const { activeEntry: index, chronologyQuery: query } = get()
      if (!query) return
      if (!entryAt(get(), index)) await loadPage(query, Math.floor(index / pageSize))
      const row = entryAt(get(), index)
      if (row && get().activeEntry === index) await get().showEntry(row.id, query.pseudonyms)
    },
    showEntryTab: (entryTab) => set({ entryTab }),
    read: (readingView) => set({ readingView }),
    showEntry: async (entryId, pseudonyms) => {
      set((state) => ({
        openEntry:
          state.openEntry.state === 'ready'
            ? { state: 'loading', previous: state.openEntry.value }
            : { state: 'loading', previous: null },
      }))
      const result = await call('chronology.entry', { entryId, pseudonyms })
      if (get().openEntry.state !== 'idle') set({ openEntry: fromResult(result) })
    },
    closeEntry: () => set({ openEntry: idle, readingView: false }),
    loadDensity: async (caseId) => {
      const result = await call('chronology.density', { caseId })
      if (result.ok && get().chronologyQuery?.caseId === caseId) set({ density: result.value })
    },
    loadSources: async (caseId) => {
      set({ sources: { state: 'loading', previous: null } })
      set({
        sources: fromResult(await call('chronology.sources', { caseId, pseudonyms: hidesNames(get()) })),
      })
    },
  }
}
