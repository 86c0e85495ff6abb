import { readHeading } from './heading-fields.ts'
import type { FileContext } from './read-entry.ts'
import type { ReadTable } from './read-table.ts'
import { isBlankRow, ownColumns } from './row-cells.ts'
import { findRow, type SourceDocument } from './source-table.ts'
import { nameTable, startSentence } from './table-places.ts'

/** The place of a heading row in a sentence; the first record of a csv has no number that a reader would know. */
const placeOf = (where: string): string => {
  const line = /^record 0, line (\d+)$/.exec(where)?.[1]
  if (line === undefined && where !== 'record 0') return `at ${where}`
  return line === undefined || line === '1' ? 'in the first line' : `in line ${line}`
}

/** Why there is nothing to import, without quoting any text of the file. */
export const whyNothing = (
  document: SourceDocument,
  context: FileContext,
  read: readonly ReadTable[],
): string => {
  const [first] = document.tables
  if (!first) return 'The document has no table, so there is no chronology in it.'
  const [empty] = read
  if (empty)
    return `${startSentence(nameTable(context.format, empty.table))} has headings and no entries below them.`
  const shown = document.tables.filter(
    (table) => table.visible && findRow(table, (row) => !isBlankRow(row)) !== undefined,
  )
  const [table] = shown
  if (!table) return `${startSentence(nameTable(context.format, first))} is empty: it has no rows with text.`
  const headed = findRow(
    table,
    (row) =>
      ownColumns(row).filter((index) => readHeading(row.cells[index]?.text ?? '')?.certain).length >= 2,
  )
  const name = startSentence(nameTable(context.format, table))
  return headed
    ? `${name} has no date column: none of the headings ${placeOf(headed.where)} names a date. Call the column Date, or choose the columns yourself.`
    : `${name} has no heading for a date in its first rows. Add a row of headings with Date and Event, or choose the columns yourself.`
}
