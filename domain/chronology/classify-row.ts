import type { Layout, Overrides } from './find-heading.ts'
import { isHeadingRow } from './find-heading.ts'
import { readHeading } from './heading-fields.ts'
import { saysNoContact } from './no-contact.ts'
import { readEntry, readRowDate } from './read-entry.ts'
import type { EntryDraft, FileContext, RowDate } from './read-entry.ts'
import { isBlankRow, isSpanning, ownColumns, textAt } from './row-cells.ts'
import type { SourceRow, SourceTable } from './source-table.ts'

/** What one row below the headings is. */
export type RowKind =
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading' } // the headings again, at the top of a new page
  | { readonly kind: 'new-headings' } // another table's headings further down
  | { readonly kind: 'single'; readonly text: string } // one text for the row: a section, or a note at the end
  | { readonly kind: 'no-contact'; readonly text: string } // says so without a date
  | { readonly kind: 'total'; readonly text: string }
  | { readonly kind: 'example'; readonly text: string } // shows how to fill a template in
  | {
      readonly kind: 'fragment'
      readonly text: string
      readonly why: string
      /** True where all it holds is a day: a heading, where rows without a date follow. */
      readonly dayAlone?: true
    }
  | { readonly kind: 'entry'; readonly draft: EntryDraft }

const totalText =
  /^(?:(?:grand |sub-? ?)?totals?\b|(?:number|no\.?|count|total number) of (?:entries|contacts|events|rows|records)\b|end of (?:chronology|table|document|report)\b)/i
/** How the template of this product marks its examples, in the date column. */
const exampleDate = /^example\s*:/i
const totalFormula = /^=?\s*(?:SUM|COUNTA?|COUNTIFS?|SUMIFS?|SUBTOTAL|AGGREGATE|AVERAGE|MAX|MIN|ROWS)\s*\(/i

export const classifyRow = (
  row: SourceRow,
  table: SourceTable,
  layout: Layout,
  context: FileContext,
  overrides: Overrides,
): RowKind => {
  if (isBlankRow(row)) return { kind: 'blank' }
  const rowDate = readRowDate(row, layout, context)
  const hasDate = rowDate.date.precision !== 'unknown'
  if (!hasDate && repeatsHeadings(row, layout)) return { kind: 'heading' }
  if (!hasDate && isNewHeadings(row, table, overrides)) return { kind: 'new-headings' }
  const own = ownColumns(row)
  const text = own.map((index) => row.cells[index]?.text.trim() ?? '').join(' | ')
  const dateColumns = layout.columns.filter((column) => column.field === 'date').map((column) => column.index)
  const dated = dateColumns.some((index) => textAt(row, index) !== '')
  if (dateColumns.some((index) => exampleDate.test(textAt(row, index).trim())))
    return { kind: 'example', text }
  const isTotal =
    own.some((index) => totalText.test(row.cells[index]?.text.trim() ?? '')) ||
    own.some((index) => totalFormula.test(row.cells[index]?.formula ?? ''))
  const [only] = own
  if (own.length === 1 && only !== undefined) {
    const isEventAlone =
      !isSpanning(row, table) &&
      layout.columns.some((column) => column.index === only && column.field === 'event')
    if (isTotal && !isEventAlone) return { kind: 'total', text }
    if (isSpanning(row, table) || !isEventAlone)
      return saysNoContact(text) ? { kind: 'no-contact', text } : single(text, layout, rowDate, only)
    if (!dated && saysNoContact(text)) return { kind: 'no-contact', text }
  }
  if (isTotal && !hasDate) return { kind: 'total', text }
  const draft = readEntry(row, table, layout, rowDate)
  const hasEvent = draft !== null && draft.eventFrom === undefined
  if (hasEvent && draft) return { kind: 'entry', draft }
  if (draft && hasDate) return { kind: 'entry', draft }
  return {
    kind: 'fragment',
    text,
    why: hasDate ? 'It has a date and says nothing about an event.' : 'It has neither a date nor an event.',
  }
}

/** One text in the row: a month on its own begins a section, a day on its own is an entry somebody did not finish. */
const single = (text: string, layout: Layout, rowDate: RowDate, only: number): RowKind => {
  const isDateColumn = layout.columns.some((column) => column.index === only && column.field === 'date')
  const date = isDateColumn ? rowDate.date : null
  if (date && (date.precision === 'exact' || date.precision === 'approximate'))
    return { kind: 'fragment', text, why: 'It has a date and nothing else.', dayAlone: true }
  return { kind: 'single', text }
}

const repeatsHeadings = (row: SourceRow, layout: Layout): boolean =>
  layout.headings.some((heading) => {
    const own = ownColumns(row)
    return (
      own.length > 1 && own.every((index) => sameText(row.cells[index]?.text, heading.cells[index]?.text))
    )
  }) || repeatsColumns(row, layout)

/** The headings of the table before, repeated at the top of a table that continues it. */
const repeatsColumns = (row: SourceRow, layout: Layout): boolean => {
  const own = ownColumns(row)
  const headings = new Map(layout.columns.map((column) => [column.index, column.heading]))
  return own.length > 1 && own.every((index) => sameText(row.cells[index]?.text, headings.get(index)))
}

const sameText = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase()

/** Strict, because an entry may say "Date" too: every text must be a whole heading we know, with a date and an event. */
const isNewHeadings = (row: SourceRow, table: SourceTable, overrides: Overrides): boolean => {
  if (!isHeadingRow(row, table, overrides)) return false
  const meanings = ownColumns(row).map((index) => readHeading(row.cells[index]?.text ?? ''))
  const certain = meanings.filter((meaning) => meaning?.certain)
  const fields = new Set(certain.map((meaning) => meaning?.field))
  return certain.length === meanings.length && fields.has('date') && fields.size >= 3
}
