import type { Announcement, SourceCell } from '../../../domain/chronology/source-table.ts'
import { cellName, rangeName, type CellRange } from './cell-reference.ts'
import type { SheetRow } from './sheet.ts'

export type Extent = { readonly firstColumn: number; readonly lastColumn: number; readonly lastRow: number }

/** A value that lies under a merge, where no reader of the sheet sees it. */
export type CoveredValue = { readonly row: number; readonly column: number; readonly text: string }

/**
 * Gives every cell a merge covers the text of the cell the merge begins in, marked `merged`, within the used part
 * of the sheet. Returns the merges that hold text, and any values of their own found in covered cells.
 * `spend` is told how many cells are filled, and stops a file that would fill too many.
 */
export const coverMergedCells = (
  rowsByNumber: Map<number, SheetRow>,
  merges: readonly CellRange[],
  extent: Extent,
  spend: (cells: number) => void,
): { readonly held: readonly CellRange[]; readonly covered: readonly CoveredValue[] } => {
  const held: CellRange[] = []
  const covered: CoveredValue[] = []
  for (const range of merges) {
    const { first, last } = range
    const anchor = rowsByNumber.get(first.row)?.cells.get(first.column)
    const text = anchor?.text ?? ''
    const lastRow = Math.min(last.row, extent.lastRow)
    const lastColumn = Math.min(last.column, extent.lastColumn)
    const height = Math.max(0, lastRow - first.row + 1)
    spend(height * Math.max(1, lastColumn - first.column + 1))
    if (text !== '') held.push(range)
    for (let row = first.row; row <= lastRow; row += 1) {
      const existing = rowsByNumber.get(row)
      for (let column = first.column; column <= lastColumn; column += 1) {
        if (row === first.row && column === first.column) continue
        const own = existing?.cells.get(column)
        if (own && own.text !== '') covered.push({ row, column, text: own.text })
        if (anchor === undefined || text === '') {
          existing?.cells.delete(column)
          continue
        }
        const target = existing ??
          rowsByNumber.get(row) ?? { row, hidden: false, cells: new Map(), unshown: new Map() }
        rowsByNumber.set(row, target)
        const { formula: _formula, ...shown } = anchor
        target.cells.set(column, { ...shown, merged: true } satisfies SourceCell)
      }
    }
  }
  return { held, covered }
}

const shownText = (rows: ReadonlyMap<number, SheetRow>, { first }: CellRange): string =>
  rows.get(first.row)?.cells.get(first.column)?.text ?? ''

/**
 * Announces merges as a reader would name them: neighbouring rows that are each one wide title together (`1:2`),
 * several merges inside one row together (the row), and any other by its range.
 */
export const announceMerges = (
  sheet: string,
  held: readonly CellRange[],
  extent: Extent,
  rows: ReadonlyMap<number, SheetRow>,
): Announcement[] => {
  const isOneRow = (range: CellRange): boolean => range.first.row === range.last.row
  const isTitle = (range: CellRange): boolean =>
    isOneRow(range) && range.first.column <= extent.firstColumn && range.last.column >= extent.lastColumn
  const ordered = [...held].sort((a, b) => a.first.row - b.first.row || a.first.column - b.first.column)
  const announcements: Announcement[] = []

  const titles = ordered.filter(isTitle)
  for (let at = 0; at < titles.length;) {
    let end = at + 1
    while (end < titles.length && titles[end]!.first.row === titles[end - 1]!.first.row + 1) end += 1
    const group = titles.slice(at, end)
    const texts = group.map((range) => `“${shownText(rows, range)}”`).join(', ')
    const where = `${sheet}!${group[0]!.first.row}:${group[group.length - 1]!.first.row}`
    const detail =
      group.length === 1
        ? `One merged cell fills the row: ${texts}.`
        : `One merged cell fills each of these rows: ${texts}.`
    announcements.push({ kind: 'merged-cells', where, detail })
    at = end
  }

  const perRow = Map.groupBy(
    ordered.filter((range) => isOneRow(range) && !isTitle(range)),
    (range) => range.first.row,
  )
  for (const [row, group] of perRow) {
    const list = group.map((range) => `${rangeName(range)} “${shownText(rows, range)}”`).join(', ')
    const where = group.length === 1 ? `${sheet}!${rangeName(group[0]!)}` : `${sheet}!${row}`
    announcements.push({ kind: 'merged-cells', where, detail: `Cells are merged across columns: ${list}.` })
  }

  for (const range of ordered.filter((candidate) => !isOneRow(candidate))) {
    announcements.push({
      kind: 'merged-cells',
      where: `${sheet}!${rangeName(range)}`,
      detail: `One merged cell covers rows ${range.first.row} to ${range.last.row}: “${shownText(rows, range)}”. Its text is taken for each of them.`,
    })
  }
  return announcements
}

/** Announces values that lie under merges. */
export const announceCovered = (sheet: string, covered: readonly CoveredValue[]): Announcement[] =>
  covered.map((value) => ({
    kind: 'hidden-text',
    where: `${sheet}!${cellName(value)}`,
    detail: `A value lies unseen under a merged cell: “${value.text}”. It is kept aside.`,
  }))
