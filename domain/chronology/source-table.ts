/** What a reader found in an agency's file, before anyone decides what it means. Shared by readers and chronology rules. */

/** One cell as imported. `text` is what a person would read in the file; it is never altered afterwards. */
export type SourceCell = {
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'
  /** ISO date or date-time (`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`), or `HH:MM` for a time alone, where the file stores a date serial. */
  readonly iso?: string
  /** How a date is stored: "serial 1900", "serial 1904", "ISO date" (OpenDocument) or "text". */
  readonly stored?: 'serial 1900' | 'serial 1904' | 'ISO date' | 'text'
  readonly formula?: string
  /** True where this cell is covered by a merge that begins in an earlier cell; `text` is then the merged cell's text. */
  readonly merged?: boolean
}

export type SourceRow = {
  /** Place in the file in the words used to its reader: `Sheet1!7`, `table 1 row 3`, `record 4, line 5`. */
  readonly where: string
  /** 1-based row number in the sheet or table; record number (0 for the heading) in a csv. */
  readonly row: number
  readonly hidden: boolean
  /** The file says that this row heads its table. */
  readonly heading?: true
  readonly cells: readonly SourceCell[]
  /** Verbatim text kept aside and not part of the entry: hidden text, tracked deletions, comments. */
  readonly aside?: readonly { readonly kind: string; readonly text: string; readonly author?: string }[]
}

/** The rows of a table in order. Those of a long file are read from it anew each time they are gone through. */
export type SourceRows = Iterable<SourceRow> & { readonly length: number }

export type SourceTable = {
  /** Sheet name, `table 1`, or `file` for csv. */
  readonly name: string
  readonly visible: boolean
  readonly columns: readonly { readonly label: string; readonly hidden: boolean }[]
  readonly rows: SourceRows
}

export type AnnouncementKind =
  | 'hidden-row'
  | 'hidden-column'
  | 'hidden-sheet'
  | 'comment'
  | 'merged-cells'
  | 'two-row-heading'
  | 'not-an-entry'
  | 'sheet-without-entries'
  | 'date-system-1904'
  | 'declared-no-contact'
  | 'tracked-insertion'
  | 'tracked-deletion'
  | 'hidden-text'
  | 'struck-text'
  | 'input-prompt'
  | 'section-row'
  | 'header-footer-text'
  | 'text-outside-table'
  | 'not-in-date-order'
  | 'encoding'
  | 'line-break-in-cell'
  | 'formula-like-text'
  | 'formula'
  | 'text-dates'
  | 'ambiguous-date'
  | 'extra-columns'
  | 'cut-cell'
  | 'joined-row'
  | 'scanned-page'
  | 'macro'
  | 'embedded'
  | 'bookmark'
  | 'external-link'
  | 'properties'

/** Something the file holds that an import must tell its user. */
export type Announcement = {
  readonly kind: AnnouncementKind
  readonly where: string
  readonly detail: string
}

/**
 * A piece of a document in reading order; a table stands by its place in `tables`, counted from 0. A `note` is a footnote or
 * endnote, a `page` one of which nothing could be read.
 */
export type SourceBlock =
  | {
      readonly style: 'heading' | 'list' | 'paragraph' | 'note'
      readonly level: number
      readonly text: string
    }
  | { readonly style: 'table'; readonly table: number }
  | { readonly style: 'page'; readonly page: number }

/** A whole office file as read: its tables, its running text, and everything that must be announced about it. */
export type SourceDocument = {
  readonly format: 'xlsx' | 'ods' | 'docx' | 'pdf' | 'csv' | 'tsv'
  readonly tables: readonly SourceTable[]
  /** Running text in reading order (docx and pdf; table text is in `tables`). `style` is 'heading', 'list' or 'paragraph'. */
  readonly paragraphs: readonly {
    readonly style: 'heading' | 'list' | 'paragraph'
    readonly level: number
    readonly text: string
  }[]
  /** Paragraphs and tables in the order they stand in (docx and pdf). */
  readonly blocks?: readonly SourceBlock[]
  readonly announced: readonly Announcement[]
  /** Document properties by name: author, title, company and the like. */
  readonly properties: Readonly<Record<string, string>>
}

/** Some rows of a table: `count` of them, after the first `offset`. */
export const someRows = ({ rows }: SourceTable, offset: number, count: number): readonly SourceRow[] => {
  const some: SourceRow[] = []
  if (count <= 0) return some
  let at = 0
  for (const row of rows) {
    if (at >= offset) some.push(row)
    at += 1
    if (at >= offset + count) break
  }
  return some
}

/** The first row for which something is so. */
export const findRow = ({ rows }: SourceTable, isSo: (row: SourceRow) => boolean): SourceRow | undefined => {
  for (const row of rows) if (isSo(row)) return row
  return undefined
}

/** How many rows something is so for. */
export const countRowsWhere = ({ rows }: SourceTable, isSo: (row: SourceRow) => boolean): number => {
  let count = 0
  for (const row of rows) if (isSo(row)) count += 1
  return count
}
