import { ExpectedError } from '../result.ts'
import { classifyRow } from './classify-row.ts'
import type { RowKind } from './classify-row.ts'
import { entryFields } from './entry.ts'
import type { TableMapping } from './entry.ts'
import { placedRows } from './column-template.ts'
import { findHeading, headingsAt, layoutAt, overridesOf } from './find-heading.ts'
import type { Layout, Overrides, PlacedRow } from './find-heading.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import { dateUnder, headingDateOf, type HeadingDate } from './heading-dates.ts'
import { readEntry, readRowDate } from './read-entry.ts'
import { isBlankRow, ownColumns } from './row-cells.ts'
import { findRow, type SourceRow, type SourceTable } from './source-table.ts'
import { nameTable, startSentence } from './table-places.ts'

export type ReadRow =
  | Exclude<RowKind, { kind: 'entry' } | { kind: 'new-headings' } | { kind: 'single' }>
  | { readonly kind: 'title' } // above the headings
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string } // one text after the last entry
  | { readonly kind: 'entry'; readonly draft: EntryDraft }

/** One row of a table and what it is. */
export type RowRead = {
  readonly row: SourceRow
  readonly read: ReadRow
  /** Columns of its own that a heading further down the table begins. */
  readonly begins?: Layout
}

/** A table read as a chronology: what each of its rows is, in order, read anew each time they are gone through. */
export type ReadTable = {
  readonly table: SourceTable
  readonly layout: Layout
  readonly rows: Iterable<RowRead>
}

/** The layout a person decided on, with its headings as the file has them. Throws `ExpectedError('invalid')` where it does not fit the table. */
export const layoutFromMapping = (
  table: SourceTable,
  mapping: TableMapping,
  context: FileContext,
): Layout => {
  const name = nameTable(context.format, table)
  const width = widthOf(table)
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
  const placed = placedRows(table, mapping.headingRows)
  if (placed.length !== mapping.headingRows.length)
    refuse('the mapping names a heading row that is not there.')
  const rows = placed.map(({ row }) => row)
  const headings = headingsAt(rows)
  return {
    headingRows: mapping.headingRows,
    headings: rows,
    first: placed[0]?.at ?? 0,
    last: placed.at(-1)?.at ?? -1,
    columns: mapping.columns.map((column) => ({
      ...column,
      heading: headings[column.index] || column.heading,
    })),
    unknown: [],
  }
}

/** A row may be wider than the columns that a file names. */
const widthOf = (table: SourceTable): number => {
  let width = table.columns.length
  for (const { cells } of table.rows) width = Math.max(width, cells.length)
  return width
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
  const layout: Layout = {
    ...previous.layout,
    headingRows: [],
    headings: [],
    first: 0,
    last: -1,
    unknown: [],
  }
  const first = findRow(table, (row) => !isBlankRow(row) && row.cells.length > 1)
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
  const meanings = chosen ? new Map([...overrides, ...overridesOf(chosen.columns)]) : overrides
  const rows = {
    [Symbol.iterator]: () =>
      settleRows(table, classifyRows(table, layout, context, meanings), context, above),
  }
  return { table, layout, rows }
}

type Kind = RowKind | { readonly kind: 'title' }

/** A row with what it is by itself, and the layout it stands under. */
type Classified = { readonly row: SourceRow; readonly kind: Kind; readonly layout: Layout }

const classifyRows = function* (
  table: SourceTable,
  layout: Layout,
  context: FileContext,
  overrides: Overrides,
): Generator<Classified> {
  let current = layout
  const kindOf = (placed: PlacedRow): Kind => {
    const { row, at } = placed
    if (at <= layout.last) {
      if (layout.headingRows.includes(row.row)) return { kind: 'heading' }
      return isBlankRow(row) ? { kind: 'blank' } : { kind: 'title' }
    }
    if (current !== layout && current.headingRows.includes(row.row)) return { kind: 'heading' }
    const kind = classifyRow(row, table, current, context, overrides)
    if (kind.kind === 'new-headings') current = layoutAt(table, placed, overrides)
    return kind
  }
  for (const placed of placeRows(table)) {
    const kind = kindOf(placed)
    yield { row: placed.row, kind, layout: current }
  }
}

const placeRows = function* ({ rows }: SourceTable): Generator<PlacedRow> {
  let above: SourceRow | undefined
  let row: SourceRow | undefined
  let at = 0
  for (const below of rows) {
    if (row) {
      yield { row, at, above, below }
      at += 1
    }
    above = row
    row = below
  }
  if (row) yield { row, at, above, below: undefined }
}

/**
 * Decides what depends on the rows below: a single text is a section where an entry follows it and else a note, and a day
 * alone is a heading where the next row is an entry without one. Rows wait until the next entry, or the end, tells.
 */
const settleRows = function* (
  table: SourceTable,
  rows: Iterable<Classified>,
  context: FileContext,
  above: HeadingDate | null,
): Generator<RowRead> {
  let heading = above
  const settle = (
    { row, kind, layout }: Classified,
    next: () => Classified | undefined,
    followed: boolean,
  ): RowRead => {
    switch (kind.kind) {
      case 'title':
        heading = headingDateOf(textOf(row), 'above-table') ?? heading
        return { row, read: kind }
      case 'single':
        if (followed) heading = headingDateOf(kind.text, 'among-rows') ?? heading
        return { row, read: { kind: followed ? 'section' : 'note', text: kind.text } }
      case 'fragment':
        if (!kind.dayAlone || !isUndatedEntry(next())) return { row, read: kind }
        heading = headingDateOf(kind.text, 'among-rows') ?? heading
        return { row, read: { kind: 'section', text: kind.text } }
      case 'entry':
        return { row, read: { kind: 'entry', draft: dated(row, kind.draft, layout) } }
      case 'new-headings':
        return { row, read: { kind: 'heading' }, begins: layout }
      default:
        return { row, read: kind }
    }
  }
  const dated = (row: SourceRow, draft: EntryDraft, layout: Layout): EntryDraft => {
    if (!heading || draft.entry.date.precision !== 'unknown') return draft
    const rowDate = dateUnder(readRowDate(row, layout, context), heading)
    return (rowDate && readEntry(row, table, layout, rowDate)) ?? draft
  }
  const settleAll = function* (waiting: readonly Classified[], followed: boolean): Generator<RowRead> {
    for (const [at, one] of waiting.entries()) yield settle(one, () => nextFilled(waiting, at), followed)
  }
  let waiting: Classified[] = []
  for (const one of rows) {
    waiting.push(one)
    const isEntry = one.kind.kind === 'entry'
    if (!isEntry && (waiting.length > 1 || dependsOnNext(one.kind))) continue
    yield* settleAll(waiting, isEntry)
    waiting = []
  }
  yield* settleAll(waiting, false)
}

const dependsOnNext = (kind: Kind): boolean =>
  kind.kind === 'single' || (kind.kind === 'fragment' && kind.dayAlone === true)

const nextFilled = (waiting: readonly Classified[], at: number): Classified | undefined => {
  let next = at + 1
  while (waiting[next]?.kind.kind === 'blank') next += 1
  return waiting[next]
}

const isUndatedEntry = (one: Classified | undefined): boolean =>
  one?.kind.kind === 'entry' && one.kind.draft.entry.date.original.trim() === ''

const textOf = (row: SourceRow): string => {
  const own = ownColumns(row)
  return own.length === 1 ? (row.cells[own[0] ?? 0]?.text ?? '') : ''
}
