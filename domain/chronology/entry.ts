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

/** Which column of the table holds which field: index of the column (0-based) to field. */
export type ColumnMapping = {
  readonly table: string
  /** Row numbers (as `SourceRow.row`) that are headings. */
  readonly headingRows: readonly number[]
  readonly columns: readonly {
    readonly index: number
    readonly heading: string
    readonly field: EntryField
  }[]
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

/** A file read as a chronology. `read = entries + headings + blank + declared + other`. */
export type ParsedChronology = {
  readonly mapping: ColumnMapping
  readonly entries: readonly ParsedEntry[]
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
