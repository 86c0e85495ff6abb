import type { SourceRow, SourceTable } from './source-table.ts'

/** The text of a cell that is not merely covered by the merge of a cell to its left; a merge from above counts. */
export const textAt = (row: SourceRow, index: number): string => {
  const cell = row.cells[index]
  if (!cell || cell.text.trim() === '') return ''
  if (cell.merged) {
    const left = row.cells[index - 1]
    if (left && left.text === cell.text) return ''
  }
  return cell.text
}

/** The columns whose text begins in this row: not covered by any merge. */
export const ownColumns = (row: SourceRow): readonly number[] =>
  row.cells.flatMap((cell, index) => (!cell.merged && cell.text.trim() !== '' ? [index] : []))

export const isBlankRow = (row: SourceRow): boolean => ownColumns(row).length === 0

/** True where one text stands for the whole row: a merge across most columns, or the only cell of a narrower row. */
export const isSpanning = (row: SourceRow, table: SourceTable): boolean => {
  const own = ownColumns(row)
  const [only] = own
  if (own.length !== 1 || only === undefined) return false
  const columns = table.columns.length
  if (row.cells.length === 1 && columns > 1) return true
  const covered = row.cells.filter(
    (cell, index) => index > only && cell.merged && cell.text === row.cells[only]?.text,
  )
  return covered.length + 1 >= Math.max(2, columns / 2)
}

/** True where some texts are merged across columns and others are not: a row of headings over groups of columns. */
export const hasColumnGroups = (row: SourceRow): boolean =>
  ownColumns(row).length >= 2 &&
  row.cells.some(
    (cell, index) => cell.merged === true && cell.text !== '' && row.cells[index - 1]?.text === cell.text,
  )
