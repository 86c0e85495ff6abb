import type { Announcement } from '../../../domain/chronology/source-table.ts'
import { cellName, rangeName, type CellRange } from './cell-reference.ts'
import type { Extent } from './extent.ts'

/** A merge whose first cell holds a text. */
export type HeldMerge = { readonly range: CellRange; readonly text: string }

/** A value that lies under a merge, where no reader of the sheet sees it. */
export type CoveredValue = { readonly row: number; readonly column: number; readonly text: string }

/**
 * Announces merges as a reader would name them: neighbouring rows that are each one wide title together (`1:2`),
 * several merges inside one row together (the row), and any other by its range.
 */
export const announceMerges = (sheet: string, held: readonly HeldMerge[], extent: Extent): Announcement[] => {
  const isOneRow = ({ range }: HeldMerge): boolean => range.first.row === range.last.row
  const isTitle = (merge: HeldMerge): boolean => {
    const { range } = merge
    return (
      isOneRow(merge) && range.first.column <= extent.firstColumn && range.last.column >= extent.lastColumn
    )
  }
  const ordered = [...held].sort(
    ({ range: a }, { range: b }) => a.first.row - b.first.row || a.first.column - b.first.column,
  )
  const announcements: Announcement[] = []

  const titles = ordered.filter(isTitle)
  for (let at = 0; at < titles.length;) {
    let end = at + 1
    while (end < titles.length && titles[end]!.range.first.row === titles[end - 1]!.range.first.row + 1)
      end += 1
    const group = titles.slice(at, end)
    const texts = group.map(({ text }) => `“${text}”`).join(', ')
    const where = `${sheet}!${group[0]!.range.first.row}:${group[group.length - 1]!.range.first.row}`
    const detail =
      group.length === 1
        ? `One merged cell fills the row: ${texts}.`
        : `One merged cell fills each of these rows: ${texts}.`
    announcements.push({ kind: 'merged-cells', where, detail })
    at = end
  }

  const perRow = Map.groupBy(
    ordered.filter((merge) => isOneRow(merge) && !isTitle(merge)),
    ({ range }) => range.first.row,
  )
  for (const [row, group] of perRow) {
    const list = group.map(({ range, text }) => `${rangeName(range)} “${text}”`).join(', ')
    const where = group.length === 1 ? `${sheet}!${rangeName(group[0]!.range)}` : `${sheet}!${row}`
    announcements.push({ kind: 'merged-cells', where, detail: `Cells are merged across columns: ${list}.` })
  }

  for (const { range, text } of ordered.filter((candidate) => !isOneRow(candidate))) {
    announcements.push({
      kind: 'merged-cells',
      where: `${sheet}!${rangeName(range)}`,
      detail: `One merged cell covers rows ${range.first.row} to ${range.last.row}: “${text}”. Its text is taken for each of them.`,
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
