import { ExpectedError } from '../result.ts'
import { classifyRow } from './classify-row.ts'
import type { RowKind } from './classify-row.ts'
import { entryFields } from './entry.ts'
import type { TableMapping } from './entry.ts'
import { findHeading, headingsAt, layoutAt, overridesOf } from './find-heading.ts'
import type { Layout, Overrides } from './find-heading.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import { dateUnder, headingDateOf, type HeadingDate } from './heading-dates.ts'
import { readEntry, readRowDate } from './read-entry.ts'
import { isBlankRow, ownColumns } from './row-cells.ts'
import type { SourceRow, SourceTable } from './source-table.ts'
import { nameTable, startSentence } from './table-places.ts'

export type ReadRow =
  | Exclude<RowKind, { kind: 'entry' } | { kind: 'new-headings' } | { kind: 'single' }>
  | { readonly kind: 'title' } // above the headings
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string } // one text after the last entry
  | { readonly kind: 'entry'; readonly draft: EntryDraft }

/** A table read as a chronology: what each of its rows is, in order. */
export type ReadTable = {
  readonly table: SourceTable
  readonly layout: Layout
  /** Headings further down the table with columns of their own. */
  readonly laterLayouts: readonly Layout[]
  readonly rows: readonly { readonly row: SourceRow; readonly read: ReadRow }[]
  readonly entries: readonly EntryDraft[]
}

/** The layout a person decided on, with its headings as the file has them. Throws `ExpectedError('invalid')` where it does not fit the table. */
export const layoutFromMapping = (
  table: SourceTable,
  mapping: TableMapping,
  context: FileContext,
): Layout => {
  const name = nameTable(context.format, table)
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.cells.length))
  const refuse = (message: string): never => {
    throw new ExpectedError('invalid', startSentence(`${name}: ${message}`), [{ path: 'mapping', message }])
  }
  for (const column of mapping.columns) {
    if (!Number.isInteger(column.index) || column.index < 0 || column.index >= width)
      refuse(`the mapping names column ${column.index + 1}, and there are ${width} columns.`)
    if (!entryFields.includes(column.field))
      refuse(`the mapping gives column ${column.index + 1} a field that is not known.`)
  }
  const indexes = new Set(mapping.columns.map((column) => column.index))
  if (indexes.size !== mapping.columns.length) refuse('the mapping names a column twice.')
  for (const field of ['date', 'event'] as const)
    if (!mapping.columns.some((column) => column.field === field))
      refuse(`the mapping names no ${field} column.`)
  const at = table.rows.flatMap((row, index) => (mapping.headingRows.includes(row.row) ? [index] : []))
  if (at.length !== mapping.headingRows.length) refuse('the mapping names a heading row that is not there.')
  const headings = headingsAt(at.flatMap((index) => table.rows[index] ?? []))
  return {
    headingRows: mapping.headingRows,
    first: at[0] ?? 0,
    last: at.at(-1) ?? -1,
    columns: mapping.columns.map((column) => ({
      ...column,
      heading: headings[column.index] || column.heading,
    })),
    unknown: [],
  }
}

/** The layout of a table without headings that goes on where the table before it stopped, or null. */
const continues = (
  table: SourceTable,
  previous: ReadTable | undefined,
  context: FileContext,
): Layout | null => {
  if (
    !previous ||
    previous.table.columns.length !== table.columns.length ||
    !['docx', 'pdf'].includes(context.format)
  )
    return null
  const layout: Layout = { ...previous.layout, headingRows: [], first: 0, last: -1, unknown: [] }
  const first = table.rows.find((row) => !isBlankRow(row) && row.cells.length > 1)
  if (!first || readRowDate(first, layout, context).date.precision === 'unknown') return null
  return layout
}

/**
 * Reads a table as a chronology, or null where it has no date column and does not continue the table before it. `above` is a
 * date that stands as a heading over the table.
 */
export const readTable = (
  table: SourceTable,
  context: FileContext,
  overrides: Overrides,
  chosen: Layout | null,
  previous: ReadTable | undefined,
  above: HeadingDate | null = null,
): ReadTable | null => {
  const layout = chosen ?? findHeading(table, overrides) ?? continues(table, previous, context)
  if (!layout) return null
  const { kinds, layouts, laterLayouts } = classifyRows(
    table,
    layout,
    context,
    chosen ? new Map([...overrides, ...overridesOf(chosen.columns)]) : overrides,
  )
  const lastEntry = kinds.findLastIndex(({ kind }) => kind === 'entry')
  let heading = above
  const rows = table.rows.map((row, index): { row: SourceRow; read: ReadRow } => {
    const kind = kinds[index] ?? { kind: 'blank' }
    if (kind.kind === 'title') heading = headingDateOf(textOf(row), 'above-table') ?? heading
    if (kind.kind === 'single') {
      if (index < lastEntry) heading = headingDateOf(kind.text, 'among-rows') ?? heading
      return { row, read: { kind: index < lastEntry ? 'section' : 'note', text: kind.text } }
    }
    if (kind.kind === 'fragment' && kind.dayAlone && headsUndated(kinds, index)) {
      heading = headingDateOf(kind.text, 'among-rows') ?? heading
      return { row, read: { kind: 'section', text: kind.text } }
    }
    if (kind.kind === 'entry' && heading && kind.draft.entry.date.precision === 'unknown') {
      const own = layouts[index] ?? layout
      const rowDate = dateUnder(readRowDate(row, own, context), heading)
      const draft = rowDate && readEntry(row, table, own, rowDate)
      return { row, read: { kind: 'entry', draft: draft ?? kind.draft } }
    }
    return { row, read: kind.kind === 'new-headings' ? { kind: 'heading' } : kind }
  })
  const entries = rows.flatMap(({ read }) => (read.kind === 'entry' ? [read.draft] : []))
  return { table, layout, laterLayouts, rows, entries }
}

const textOf = (row: SourceRow): string => {
  const own = ownColumns(row)
  return own.length === 1 ? (row.cells[own[0] ?? 0]?.text ?? '') : ''
}

type Kinds = readonly (RowKind | { readonly kind: 'title' })[]

/** Whether the next row with a text is an entry without a date of its own. */
const headsUndated = (kinds: Kinds, at: number): boolean => {
  const next = kinds.slice(at + 1).find(({ kind }) => kind !== 'blank')
  return next?.kind === 'entry' && next.draft.entry.date.original.trim() === ''
}

const classifyRows = (
  table: SourceTable,
  layout: Layout,
  context: FileContext,
  overrides: Overrides,
): { kinds: Kinds; layouts: readonly Layout[]; laterLayouts: readonly Layout[] } => {
  let current = layout
  const layouts: Layout[] = []
  const laterLayouts: Layout[] = []
  const kinds = table.rows.map((row, index): RowKind | { kind: 'title' } => {
    if (index <= layout.last) {
      if (layout.headingRows.includes(row.row)) return { kind: 'heading' }
      return isBlankRow(row) ? { kind: 'blank' } : { kind: 'title' }
    }
    if (laterLayouts.length > 0 && current.headingRows.includes(row.row)) return { kind: 'heading' }
    const kind = classifyRow(row, table, current, context, overrides)
    if (kind.kind === 'new-headings') {
      current = layoutAt(table, index, overrides)
      laterLayouts.push(current)
    }
    layouts[index] = current
    return kind
  })
  return { kinds, layouts, laterLayouts }
}
