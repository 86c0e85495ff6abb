import type { Grouping, ListLines } from '../../../domain/chronology/entry-list.ts'
import type { Input } from '../../../workspace/contract.ts'

type ListInput = Input<'chronology.list'>
type Base = 'search' | 'agencies' | 'from' | 'to'

/** A filter as the contract takes or gives it. */
export type ListFilter = { readonly [Key in keyof ChronologyFilter]?: ChronologyFilter[Key] | undefined }

/** What a list is narrowed to. Empty, or left out, is not narrowed. */
export type ChronologyFilter = {
  readonly search: string
  readonly agencies: readonly string[]
  readonly from: string
  readonly to: string
} & {
  readonly [
    Key in Exclude<keyof ListInput, Base | 'caseId' | 'pseudonyms' | 'order' | 'group' | 'offset' | 'limit'>
  ]?: ListInput[Key]
}

export const noFilter: ChronologyFilter = { search: '', agencies: [], from: '', to: '' }

export type ListOrder = 'date' | 'relevance'

export type ChronologyQuery = ChronologyFilter & {
  readonly caseId: string
  readonly pseudonyms: boolean
  readonly order?: ListOrder
  readonly group?: Grouping | null
}

/** A column as somebody chose it; its usual width where none is given, in pixels. */
export type ColumnChoice = { readonly id: string; readonly width: number | null }

/** How somebody reads a chronology: everything that a saved view keeps. */
export type Reading = {
  readonly filter: ChronologyFilter
  readonly group: Grouping | null
  readonly order: ListOrder
  readonly columns: readonly ColumnChoice[]
  readonly lines: ListLines
}

/** How a case is read where nobody has said otherwise: its own columns, by date, in no groups. */
export const usualReading: Reading = {
  ...{ filter: noFilter, group: null, order: 'date', columns: [], lines: 'three' },
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** What of a filter narrows the list. */
export const narrowing = (filter: ListFilter): Partial<ChronologyFilter> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value)))

export const isNarrowed = (filter: ChronologyFilter): boolean => Object.keys(narrowing(filter)).length > 0

/** What of a query says which entries are meant, and in which order they stand. */
export const filterInput = ({ caseId, pseudonyms, order, group, ...filter }: ChronologyQuery): ListInput => ({
  ...(narrowing(filter) as Omit<ListInput, 'caseId'>),
  caseId,
  pseudonyms,
  order: filter.search.trim() === '' ? 'date' : (order ?? 'date'),
  group: group ?? null,
})
