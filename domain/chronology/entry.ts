import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import type { Announcement } from './source-table.ts'

/** The stable columns of a chronology entry. Requirements section 2, "Column set". */
export const entryFields = [
  'reference',
  'date',
  'time',
  'source',
  'author',
  'contactType',
  'event',
  'action',
  'outcome',
  'adultSeen',
  'wishes',
  'comment',
  'kloes',
  'risk',
  'internal',
  'ignore',
] as const
export type EntryField = (typeof entryFields)[number]

/** Of a date that is spread over columns, which part a column holds; `end` is the last day of a span, whole. */
export const dateParts = ['day', 'month', 'year', 'end'] as const
export type DatePart = (typeof dateParts)[number]

/** What one column (by its 0-based index) holds. `part` goes with the field `date` only; without it the cell is a whole date. */
export type MappedColumn = {
  readonly index: number
  readonly heading: string
  readonly field: EntryField
  readonly part?: DatePart
}

/** How one table is read. */
export type TableMapping = {
  readonly table: string
  /** Row numbers (as `SourceRow.row`) that are headings. */
  readonly headingRows: readonly number[]
  readonly columns: readonly MappedColumn[]
}

/**
 * How a file is read: its first table with entries, and what a person decided of the others. A table that `others` does not
 * name is guessed, its headings meaning what they mean in the first.
 */
export type ColumnMapping = TableMapping & {
  /** `use` false: the table is left out, and its rows are declared. */
  readonly others?: readonly (TableMapping & { readonly use: boolean })[]
}

export type ParsedEntry = {
  /** Counts from 1 in the order of the file. */
  readonly n: number
  readonly where: string
  readonly sheet: string
  readonly row: number
  readonly date: ImpreciseDate
  /** How the date is stored, e.g. "serial 1904", "text", "blank, inside merged cell". */
  readonly stored: string
  readonly declaredNoContact: boolean
  readonly hiddenRow: boolean
  /** Field texts exactly as imported (joined by a line break where two columns share a field). `event` is never empty. */
  readonly fields: Readonly<Partial<Record<Exclude<EntryField, 'ignore'>, string>>>
  /** Every cell of the row as imported: heading and text. The original, never altered. */
  readonly cells: readonly { readonly heading: string; readonly text: string; readonly hidden: boolean }[]
  readonly aside: readonly { readonly kind: string; readonly text: string; readonly author?: string }[]
}

/** The entries of a file in order; those of a long file are read from it anew each time they are gone through. */
export type ParsedEntries = Iterable<ParsedEntry> & { readonly length: number }

/** A file read as a chronology. `read = entries + headings + blank + declared`: every row is one of the four. */
export type ParsedChronology = {
  readonly mapping: ColumnMapping
  readonly entries: ParsedEntries
  readonly rows: {
    readonly read: number
    readonly entries: number
    readonly headings: number
    readonly blank: number
    readonly declared: number
  }
  readonly announced: readonly Announcement[]
  readonly needsAttention: readonly {
    readonly where: string
    readonly field: string
    readonly value: string
    readonly why: string
  }[]
}
