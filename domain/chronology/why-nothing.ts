import { readHeading } from './heading-fields.ts'
import type { FileContext } from './read-entry.ts'
import type { ReadTable } from './read-table.ts'
import { isBlankRow, ownColumns } from './row-cells.ts'
import type { SourceDocument } from './source-table.ts'
import { nameTable, startSentence } from './table-places.ts'

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
  const shown = document.tables.filter((table) => table.visible && table.rows.some((row) => !isBlankRow(row)))
  const [table] = shown
  if (!table) return `${startSentence(nameTable(context.format, first))} is empty: it has no rows with text.`
  const headed = table.rows.find(
    (row) =>
      ownColumns(row).filter((index) => readHeading(row.cells[index]?.text ?? '')?.certain).length >= 2,
  )
  const name = startSentence(nameTable(context.format, table))
  return headed
    ? `${name} has no date column: none of the headings at ${headed.where} names a date. Call the column Date, or choose the columns yourself.`
    : `${name} has no heading for a date in its first rows. Add a row of headings with Date and Event, or choose the columns yourself.`
}
