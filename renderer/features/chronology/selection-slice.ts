import { call } from '../../api.ts'
import type { Slice } from '../../store.ts'
import { type ChronologyQuery, entryAt, filterInput } from './slice.ts'

/** A stretch being selected with Shift: where it began, where it ends now, and what was selected before it. */
type Stretch = {
  readonly query: ChronologyQuery | null
  readonly anchor: number
  readonly end: number
  readonly before: ReadonlySet<string>
}

export type SelectionSlice = {
  /** Record ids of the entries selected, whatever filter found them; they stay selected while the filter changes. */
  readonly selected: ReadonlySet<string>
  readonly stretch: Stretch | null
  /** Selects the entry of a row, or lets it go. Rows are counted from 0, as `activeEntry` is. */
  readonly toggleSelected: (index: number) => void
  /** Selects from where the stretch began to row `to`; it begins at `from` where the row in hand has moved since. */
  readonly extendSelection: (from: number, to: number) => Promise<void>
  /** Everything the filter in force lets through, drawn or not. */
  readonly selectMatching: () => Promise<void>
  readonly clearSelection: () => void
}

const nothing = { selected: new Set<string>(), stretch: null } as const

export const selectionSlice: Slice<SelectionSlice> = (set, get) => {
  const recordsOf = async (query: ChronologyQuery, offset?: number, limit?: number) => {
    const result = await call('chronology.record-ids', {
      ...filterInput(query),
      ...(offset === undefined ? {} : { offset }),
      ...(limit === undefined ? {} : { limit }),
    })
    if (result.ok) return result.value.recordIds
    get().toast('danger', result.error.message)
    return null
  }
  /** From the rows already here where they all are, else asked for. */
  const between = async (query: ChronologyQuery, first: number, last: number) => {
    const here = Array.from({ length: last - first + 1 }, (_, n) => entryAt(get(), first + n))
    if (here.every((row) => row !== null)) return here.map(({ recordId }) => recordId)
    return recordsOf(query, first, last - first + 1)
  }
  return {
    ...nothing,
    toggleSelected: (index) => {
      const row = entryAt(get(), index)
      if (!row) return
      const { selected } = get()
      const next = new Set(selected)
      if (!next.delete(row.recordId)) next.add(row.recordId)
      set({ selected: next, stretch: null })
    },
    extendSelection: async (from, to) => {
      const { chronologyQuery: query, stretch: known, selected } = get()
      if (!query) return
      const goesOn = known !== null && known.query === query && known.end === from
      const stretch: Stretch = goesOn
        ? { ...known, end: to }
        : { query, anchor: from, end: to, before: selected }
      set({ stretch })
      const recordIds = await between(query, Math.min(stretch.anchor, to), Math.max(stretch.anchor, to))
      if (recordIds !== null && get().stretch === stretch)
        set({ selected: new Set([...stretch.before, ...recordIds]) })
    },
    selectMatching: async () => {
      const { chronologyQuery: query } = get()
      if (!query) return
      const recordIds = await recordsOf(query)
      if (recordIds !== null && get().chronologyQuery === query)
        set({ selected: new Set(recordIds), stretch: null })
    },
    clearSelection: () => set(nothing),
  }
}
