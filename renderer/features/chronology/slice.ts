import type { Grouping, ListLines } from '../../../domain/chronology/entry-list.ts'
import type { Failure } from '../../../domain/result.ts'
import type {
  DensityView,
  EntryChoices,
  EntryListView,
  EntryRow,
  EntryView,
  SourceView,
} from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { hidesNames } from '../../names.ts'
import { fromResult, idle, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'
import {
  type ChronologyFilter,
  type ChronologyQuery,
  type ColumnChoice,
  filterInput,
  type ListOrder,
  noFilter,
  type Reading,
} from './reading.ts'

export { filterInput, noFilter, type ChronologyFilter, type ChronologyQuery } from './reading.ts'

/** Few, so that the first is soon here even where names must be hidden in it. */
export const pageSize = 50
const pagesKept = 48
/** Pages asked for at one time: what is in view must not wait behind what was passed over. */
const mostAsked = 2
/** Rows fetched beyond those in view, before them and after. */
const ahead = 2 * pageSize

export type ChronologySlice = {
  readonly chronologyFilter: ChronologyFilter
  readonly grouping: Grouping | null
  readonly listOrder: ListOrder
  readonly listLines: ListLines
  readonly listColumns: readonly ColumnChoice[]
  /** How each case was read when it was left. */
  readonly readings: Readonly<Record<string, Reading>>
  /** The case whose reading is in force. */
  readonly readingCase: string | null
  readonly chronologyQuery: ChronologyQuery | null
  /** False from a change of search, filter or names until the rows that answer it are here. */
  readonly entriesAreCurrent: boolean
  /** Rows of the list; null until the first page is here. */
  readonly entryTotal: number | null
  /** Entries in the list: fewer than rows where one stands in several groups. */
  readonly entriesFound: number
  readonly entryGroups: EntryListView['groups']
  /** Keys of groups that are closed. */
  readonly closedGroups: ReadonlySet<string>
  readonly entryPages: Readonly<Record<number, readonly EntryRow[]>>
  readonly chronologyFailure: Failure | null
  readonly activeEntry: number
  /** The group whose heading is in hand, in the place of an entry. */
  readonly activeGroup: string | null
  readonly openEntry: Remote<EntryView>
  /** The part of an entry in view, the same from entry to entry. */
  readonly entryTab: string
  /** True while the entry is read alone, without the list beside it. */
  readonly readingView: boolean
  readonly density: DensityView | null
  readonly sources: Remote<readonly SourceView[]>
  /** What there is to filter for, of the case and as names are shown now. */
  readonly entryChoices: {
    readonly caseId: string
    readonly pseudonyms: boolean
    readonly value: EntryChoices
  } | null
  readonly loadEntryChoices: (caseId: string) => Promise<void>
  /** Reads a case as it was read last in this session, and keeps how the one before was read. */
  readonly readCase: (caseId: string, usual: Reading) => void
  readonly filterChronology: (change: Partial<ChronologyFilter>) => void
  readonly changeReading: (change: Partial<Omit<Reading, 'filter'>>) => void
  readonly beginChronology: (query: ChronologyQuery) => Promise<void>
  /** Reads again what is in view, in its place: for after something was written. */
  readonly rereadEntries: () => Promise<void>
  /** Sees to it that rows `first` to `last` are here or on their way. */
  readonly needEntries: (first: number, last: number) => void
  readonly moveToEntry: (index: number) => void
  readonly moveToGroup: (key: string) => void
  readonly closeGroup: (key: string, closed: boolean) => void
  readonly toggleGroup: (key: string) => void
  readonly closeGroups: (closed: boolean) => void
  /** Goes to an entry of the list and opens it, where it is here. */
  readonly openRow: (index: number) => void
  /** Goes on or back by so many entries and opens what stands there. */
  readonly stepEntry: (by: number) => Promise<void>
  readonly showEntryTab: (tab: string) => void
  readonly read: (alone: boolean) => void
  readonly showEntry: (entryId: string, pseudonyms: boolean) => Promise<void>
  readonly closeEntry: () => void
  readonly loadDensity: (caseId: string) => Promise<void>
  readonly loadSources: (caseId: string) => Promise<void>
}

export const entryAt = (state: ChronologySlice, index: number): EntryRow | null =>
  state.entryPages[Math.floor(index / pageSize)]?.[index % pageSize] ?? null

const pageOf = (index: number): number => Math.floor(index / pageSize)

/** How the case in hand is read now. */
export const readingOf = (state: ChronologySlice): Reading => ({
  filter: state.chronologyFilter,
  group: state.grouping,
  order: state.listOrder,
  columns: state.listColumns,
  lines: state.listLines,
})

const inForce = ({ filter, group, order, columns, lines }: Reading) => ({
  ...{ chronologyFilter: filter, grouping: group, listOrder: order, listColumns: columns, listLines: lines },
})

export const chronologySlice: Slice<ChronologySlice> = (set, get) => {
  const asked = new Set<number>()
  /** The order each page kept was read in; one of an order that is past is shown until it has been read again. */
  const orders = new Map<number, string>()
  let order = ''
  let wanted = { first: 0, last: 0 }
  let opening = ''

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
    const { value } = result
    const isNew = value.order !== order
    const changed = isNew && order !== ''
    order = value.order
    orders.set(page, order)
    set((state) => {
      const sameRows = !changed || state.entryTotal === value.total
      const others = Object.entries(sameRows ? state.entryPages : {}).filter(([key]) => Number(key) !== page)
      const near = others
        .sort(([a], [b]) => Math.abs(Number(a) - page) - Math.abs(Number(b) - page))
        .slice(0, pagesKept - 1)
      return {
        entryTotal: value.total,
        entriesFound: value.found,
        ...(isNew ? { entryGroups: value.groups } : {}),
        chronologyFailure: null,
        entryPages: { ...Object.fromEntries(near), [page]: value.entries },
        activeEntry: Math.min(state.activeEntry, Math.max(0, value.total - 1)),
      }
    })
    askForMore()
  }

  /** Asks for what is in view, then for what is around it, a little at a time. */
  const askForMore = (): void => {
    const { chronologyQuery: query, entryPages, entryTotal } = get()
    if (!query || entryTotal === null || entryTotal === 0) return
    const end = pageOf(entryTotal - 1)
    const [from, to] = [pageOf(Math.max(0, wanted.first)), Math.min(end, pageOf(wanted.last))]
    const [before, after] = [
      pageOf(Math.max(0, wanted.first - ahead)),
      Math.min(end, pageOf(wanted.last + ahead)),
    ]
    const inView = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
    const around = Array.from({ length: Math.max(0, after - before + 1) }, (_, n) => before + n)
    for (const page of [...inView, ...around]) {
      if (asked.size >= mostAsked) return
      const isHere = entryPages[page] !== undefined && orders.get(page) === order
      if (!isHere && !asked.has(page)) void loadPage(query, page)
    }
  }

  const forget = (): void => {
    asked.clear()
    orders.clear()
    order = ''
  }

  return {
    chronologyFilter: noFilter,
    grouping: null,
    listOrder: 'date',
    listLines: 'three',
    listColumns: [],
    readings: {},
    readingCase: null,
    chronologyQuery: null,
    entriesAreCurrent: false,
    entryTotal: null,
    entriesFound: 0,
    entryGroups: [],
    closedGroups: new Set(),
    entryPages: {},
    chronologyFailure: null,
    activeEntry: 0,
    activeGroup: null,
    openEntry: idle,
    entryTab: 'recorded',
    readingView: false,
    density: null,
    sources: idle,
    entryChoices: null,
    loadEntryChoices: async (caseId) => {
      const pseudonyms = hidesNames(get())
      const result = await call('chronology.choices', { caseId, pseudonyms })
      if (result.ok) set({ entryChoices: { caseId, pseudonyms, value: result.value } })
    },
    readCase: (caseId, usual) =>
      set((state) => {
        if (state.readingCase === caseId) return {}
        const readings =
          state.readingCase === null
            ? state.readings
            : { ...state.readings, [state.readingCase]: readingOf(state) }
        return { readings, readingCase: caseId, ...inForce(readings[caseId] ?? usual) }
      }),
    filterChronology: (change) =>
      set((state) => ({
        chronologyFilter: change === noFilter ? noFilter : { ...state.chronologyFilter, ...change },
        entriesAreCurrent: false,
        activeEntry: 0,
        activeGroup: null,
      })),
    changeReading: (change) =>
      set((state) => {
        const next = { ...readingOf(state), ...change }
        const moves = next.group !== state.grouping || next.order !== state.listOrder
        return {
          ...inForce(next),
          ...(moves
            ? { entriesAreCurrent: false, activeEntry: 0, activeGroup: null, closedGroups: new Set<string>() }
            : {}),
        }
      }),
    beginChronology: async (asking) => {
      forget()
      const query = { ...asking, order: get().listOrder, group: get().grouping }
      const sameCase = get().chronologyQuery?.caseId === query.caseId
      set({
        chronologyQuery: query,
        entriesAreCurrent: false,
        chronologyFailure: null,
        ...(sameCase
          ? {}
          : {
              entryTotal: null,
              entriesFound: 0,
              entryGroups: [],
              closedGroups: new Set<string>(),
              entryPages: {},
              activeEntry: 0,
              activeGroup: null,
              openEntry: idle,
              density: null,
              selected: new Set<string>(),
              stretch: null,
            }),
      })
      const first = pageOf(get().activeEntry)
      const before = get().entryPages
      await loadPage(query, first)
      if (get().chronologyQuery !== query) return
      set((state) => ({
        entriesAreCurrent: true,
        entryPages: Object.fromEntries(
          Object.entries(state.entryPages).filter(([page, rows]) => before[Number(page)] !== rows),
        ),
      }))
      askForMore()
    },
    rereadEntries: async () => {
      const { chronologyQuery: query } = get()
      if (query) await loadPage(query, pageOf(wanted.first))
    },
    needEntries: (first, last) => {
      wanted = { first, last }
      askForMore()
    },
    moveToEntry: (index) =>
      set((state) => ({
        activeEntry: Math.min(Math.max(0, index), Math.max(0, (state.entryTotal ?? 1) - 1)),
        activeGroup: null,
      })),
    moveToGroup: (activeGroup) => set({ activeGroup }),
    closeGroup: (key, closed) =>
      set((state) => {
        const closedGroups = new Set(state.closedGroups)
        if (closed) closedGroups.add(key)
        else closedGroups.delete(key)
        return { closedGroups }
      }),
    toggleGroup: (key) => {
      get().moveToGroup(key)
      get().closeGroup(key, !get().closedGroups.has(key))
    },
    closeGroups: (closed) =>
      set((state) => ({
        closedGroups: new Set(closed ? state.entryGroups.map(({ key }) => key) : []),
        activeGroup: closed ? (state.entryGroups[0]?.key ?? null) : null,
      })),
    openRow: (index) => {
      const row = entryAt(get(), index)
      if (!row) return
      get().moveToEntry(index)
      void get().showEntry(row.id, hidesNames(get()))
    },
    stepEntry: async (by) => {
      get().moveToEntry(get().activeEntry + by)
      const { activeEntry: index, chronologyQuery: query } = get()
      if (!query) return
      if (!entryAt(get(), index)) await loadPage(query, pageOf(index))
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
      opening = entryId
      const result = await call('chronology.entry', { entryId, pseudonyms })
      if (opening === entryId && get().openEntry.state !== 'idle') set({ openEntry: fromResult(result) })
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
