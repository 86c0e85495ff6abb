import type { SourceCell, SourceRow, SourceTable } from '../../domain/chronology/source-table.ts'
import type { SheetRow, SheetView } from '../contract/import.ts'
import type { Reading } from './show-entries.ts'

/** A cell of a page shows at most so many characters; the entry made of it holds them all. */
const longestShown = 600

type Shown = SheetRow['cells'][number]

const showCell = (row: SourceRow, index: number, cell: SourceCell, read: Reading): Shown => {
  const left = row.cells[index - 1]
  const text = read(cell.text)
  return {
    text: text.length > longestShown ? text.slice(0, longestShown).trimEnd() : text,
    ...(text.length > longestShown ? { cut: true } : {}),
    ...(cell.merged ? { merged: left && left.text === cell.text ? 'left' : 'above' } : {}),
    ...(cell.formula === undefined ? {} : { formula: read(cell.formula) }),
  }
}

export const showRow = (row: SourceRow, read: Reading): SheetRow => ({
  row: row.row,
  where: read(row.where),
  hidden: row.hidden,
  cells: row.cells.map((cell, index) => showCell(row, index, cell, read)),
  aside: row.aside?.length ?? 0,
})

/** What is said of a table beside its rows. */
export const showTable = (table: SourceTable, read: Reading): Omit<SheetView, 'rows'> => ({
  name: read(table.name),
  visible: table.visible,
  columns: table.columns,
  rowCount: table.rows.length,
})
