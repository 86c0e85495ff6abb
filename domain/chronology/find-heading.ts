import { readDate } from '../dates/read-date.ts'
import type { EntryField, MappedColumn } from './entry.ts'
import {
  dateHeadingRank,
  datePartsIn,
  isEndHeading,
  normaliseHeading,
  readHeading,
  type SplitDate,
} from './heading-fields.ts'
import { hasColumnGroups, isSpanning, ownColumns } from './row-cells.ts'
import { someRows, type SourceRow, type SourceTable } from './source-table.ts'

/** Where the headings of a table are and what each column holds. `last` is the index of the last heading row. */
export type Layout = {
  readonly headingRows: readonly number[]
  /** The heading rows themselves. */
  readonly headings: readonly SourceRow[]
  readonly first: number
  readonly last: number
  readonly columns: readonly MappedColumn[]
  /** Headings no rule knows, kept as comment until somebody says what they are. */
  readonly unknown: readonly MappedColumn[]
}

/** What a person decided a heading means, by normalised heading. */
export type Overrides = ReadonlyMap<string, Pick<MappedColumn, 'field' | 'part'>>

export const overridesOf = (columns: readonly MappedColumn[]): Overrides =>
  new Map(
    columns.flatMap(({ heading, field, part }) =>
      normaliseHeading(heading) === ''
        ? []
        : [[normaliseHeading(heading), { field, ...(part === undefined ? {} : { part }) }] as const],
    ),
  )

const rowsSearched = 60

/** The headings of a table: the first row that names a date and something said about it, with the row above or below it where headings take two rows. */
export const findHeading = (table: SourceTable, overrides: Overrides): Layout | null => {
  const rows = someRows(table, 0, rowsSearched + 1)
  const at = rows.slice(0, rowsSearched).findIndex((row) => isHeadingRow(row, table, overrides))
  const row = rows[at]
  return row ? layoutAt(table, { row, at, above: rows[at - 1], below: rows[at + 1] }, overrides) : null
}

/** A row at its place in the table, counted from 0, between those beside it. */
export type PlacedRow = {
  readonly row: SourceRow
  readonly at: number
  readonly above: SourceRow | undefined
  readonly below: SourceRow | undefined
}

export const layoutAt = (
  table: SourceTable,
  { row, at, above, below }: PlacedRow,
  overrides: Overrides,
): Layout => {
  if (below && isSecondHeadingRow(row, below, table, overrides))
    return makeLayout(table, [row, below], at, overrides)
  if (above && hasColumnGroups(above) && !holdsData(above))
    return makeLayout(table, [above, row], at - 1, overrides)
  return makeLayout(table, [row], at, overrides)
}

const fieldOf = (text: string, overrides: Overrides): EntryField | null =>
  overrides.get(normaliseHeading(text))?.field ?? readHeading(text)?.field ?? null

const certainFieldOf = (text: string, overrides: Overrides): EntryField | null => {
  const chosen = overrides.get(normaliseHeading(text))
  if (chosen) return chosen.field
  const meaning = readHeading(text)
  return meaning?.certain ? meaning.field : null
}

/** True where a cell holds a date, a number or a long text: a row of data and not of headings. */
const holdsData = (row: SourceRow): boolean =>
  row.cells.some(
    (cell) =>
      !cell.merged &&
      (cell.kind === 'date' ||
        cell.kind === 'number' ||
        cell.text.length > 100 ||
        (/\d/.test(cell.text) && cell.text.length < 40 && readDate(cell.text).date.precision !== 'unknown')),
  )

/**
 * A row that holds no data and names a date column and at least one more known column: half its columns or more are
 * known, or its date and event are whole headings we know, however many others are not.
 */
export const isHeadingRow = (row: SourceRow, table: SourceTable, overrides: Overrides): boolean => {
  const own = ownColumns(row)
  if (own.length < 2 || isSpanning(row, table) || holdsData(row)) return false
  const split = datePartsIn(row.cells.map((cell) => (cell.merged ? '' : cell.text)))
  const meaningOf = (find: (text: string, overrides: Overrides) => EntryField | null) =>
    own.map((index) => (split.has(index) ? 'date' : find(row.cells[index]?.text ?? '', overrides)))
  const fields = meaningOf(fieldOf)
  const known = fields.filter((field) => field !== null)
  const certain = meaningOf(certainFieldOf)
  const isCertain = (field: EntryField): boolean => certain.includes(field)
  return (
    fields.includes('date') &&
    known.some((field) => field !== 'date' && field !== 'time') &&
    (known.length * 2 >= own.length || (isCertain('date') && isCertain('event')))
  )
}

const isSecondHeadingRow = (
  top: SourceRow,
  bottom: SourceRow,
  table: SourceTable,
  overrides: Overrides,
): boolean => {
  if (holdsData(bottom)) return false
  const own = ownColumns(bottom)
  if (own.length === 0 || isSpanning(bottom, table)) return false
  const same = own.every((index) => bottom.cells[index]?.text === top.cells[index]?.text)
  if (same) return false
  if (isHeadingRow(bottom, table, overrides)) return true
  const isUnderGroup = (index: number): boolean =>
    top.cells[index]?.merged === true ||
    (top.cells[index + 1]?.merged === true && top.cells[index]?.text === top.cells[index + 1]?.text)
  return (
    hasColumnGroups(top) &&
    own.every((index) => isUnderGroup(index) && (bottom.cells[index]?.text.length ?? 0) <= 40)
  )
}

/** What each column is headed, where headings may take several rows: the lowest text of each. */
export const headingsAt = (rows: readonly SourceRow[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.cells.length)) }, (_, index) => {
    const texts = rows.map((row) => row.cells[index]?.text.trim() ?? '')
    return texts.findLast((text) => text !== '') ?? ''
  })

const makeLayout = (
  table: SourceTable,
  headings: readonly SourceRow[],
  first: number,
  overrides: Overrides,
): Layout => ({
  headingRows: headings.map((row) => row.row),
  headings,
  first,
  last: first + headings.length - 1,
  ...mapColumns(table, headingsAt(headings), overrides),
})

const mapColumns = (
  table: SourceTable,
  headings: readonly string[],
  overrides: Overrides,
): { columns: readonly MappedColumn[]; unknown: readonly MappedColumn[] } => {
  const visible = (index: number): boolean => table.columns[index]?.hidden !== true
  const dates = headings.flatMap((heading, index) => (fieldOf(heading, overrides) === 'date' ? [index] : []))
  const shownDates = dates.some(visible) ? dates.filter(visible) : dates
  const best = shownDates.toSorted((a, b) => rankOf(headings, b) - rankOf(headings, a) || a - b)[0]
  const split: SplitDate = datePartsIn(headings)
  const unknown: MappedColumn[] = []
  const columns = headings.flatMap((heading, index): MappedColumn[] => {
    if (heading === '') return []
    const chosen = overrides.get(normaliseHeading(heading))
    if (chosen) return [{ index, heading, ...chosen }]
    const part = split.get(index)
    if (part !== undefined && visible(index)) return [{ index, heading, field: 'date', part }]
    if (!visible(index) && index !== best) return [{ index, heading, field: 'internal' }]
    const field = readHeading(heading)?.field ?? null
    if (field === 'date' && isEndHeading(heading)) return [{ index, heading, field, part: 'end' }]
    if (field === 'date' && (index !== best || split.size > 0)) {
      const second: MappedColumn = { index, heading, field: 'comment' }
      unknown.push(second)
      return [second]
    }
    if (field !== null) return [{ index, heading, field }]
    const column: MappedColumn = { index, heading, field: 'comment' }
    unknown.push(column)
    return [column]
  })
  return settle(table, columns, unknown, overrides)
}

const rankOf = (headings: readonly string[], index: number): number => dateHeadingRank(headings[index] ?? '')

/** Fits the columns together: one event, one counter, and an outcome that is the only column of its sort is the action. */
const settle = (
  table: SourceTable,
  columns: readonly MappedColumn[],
  unknown: readonly MappedColumn[],
  overrides: Overrides,
): { columns: readonly MappedColumn[]; unknown: readonly MappedColumn[] } => {
  let settled = columns
  const has = (field: EntryField): boolean => settled.some((column) => column.field === field)
  const isFree = (column: MappedColumn): boolean => !overrides.has(normaliseHeading(column.heading))
  const change = (index: number, field: EntryField): void => {
    settled = settled.map((column) => (column.index === index ? { ...column, field } : column))
  }
  if (!has('event')) {
    const instead =
      settled.find(
        (column) =>
          isFree(column) && column.field === 'contactType' && normaliseHeading(column.heading) === 'contact',
      ) ??
      widest(table, unknown) ??
      settled.find((column) => isFree(column) && column.field === 'action') ??
      settled.find((column) => isFree(column) && column.field === 'comment')
    if (instead) change(instead.index, 'event')
  }
  if (has('outcome') && !has('action')) {
    const outcome = settled.find((column) => column.field === 'outcome')
    if (outcome && isFree(outcome)) change(outcome.index, 'action')
  }
  const references = settled.filter((column) => column.field === 'reference')
  const isCounter = (column: MappedColumn): boolean => readHeading(column.heading)?.counter === true
  if (references.length > 1 && references.some(isCounter) && !has('source'))
    for (const column of references) if (!isCounter(column) && isFree(column)) change(column.index, 'source')
  return {
    columns: settled,
    unknown: unknown.flatMap((column) => settled.filter((known) => known.index === column.index)),
  }
}

/** The column with most text, among those whose heading is not known. */
const widest = (table: SourceTable, columns: readonly MappedColumn[]): MappedColumn | undefined => {
  if (columns.length < 2) return columns[0]
  const sizes = textSizes(table)
  const size = (column: MappedColumn): number => sizes[column.index] ?? 0
  return columns.toSorted((a, b) => size(b) - size(a) || a.index - b.index)[0]
}

const measured = new WeakMap<SourceTable, readonly number[]>()

/** Characters in each column; a table is gone through for them once, however many headings it has. */
const textSizes = (table: SourceTable): readonly number[] => {
  const known = measured.get(table)
  if (known) return known
  const sizes: number[] = []
  for (const { cells } of table.rows)
    cells.forEach(({ text }, index) => (sizes[index] = (sizes[index] ?? 0) + text.length))
  measured.set(table, sizes)
  return sizes
}
