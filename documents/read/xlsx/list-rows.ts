import type { SourceRow } from '../../../domain/chronology/source-table.ts'
import { emptyCell } from './cell-value.ts'
import type { CellComment } from './comments.ts'
import type { CoveredValue, Extent } from './merge-cells.ts'
import type { SheetContent, SheetRow } from './sheet.ts'

type Aside = NonNullable<SourceRow['aside']>

/** Most blank rows in a run that are listed as rows; a longer run holds nothing and is passed over. */
const maxBlankRun = 1_000

/** The part of a sheet that holds anything. */
export const extentOf = (content: SheetContent): Extent => {
  let firstColumn = Infinity
  let lastColumn = 0
  let lastRow = 0
  for (const row of content.rows) {
    for (const column of [...row.cells.keys(), ...row.unshown.keys()]) {
      if (column < firstColumn) firstColumn = column
      if (column > lastColumn) lastColumn = column
      lastRow = row.row
    }
  }
  return { firstColumn, lastColumn, lastRow }
}

/** What is kept aside of each row: comments, values under merges, values a format hides. */
export const asidesOf = (
  comments: readonly CellComment[],
  covered: readonly CoveredValue[],
  rows: readonly SheetRow[],
) => {
  const asides = new Map<number, Aside[number][]>()
  const add = (row: number, aside: Aside[number]): void => {
    const found = asides.get(row)
    if (found) found.push(aside)
    else asides.set(row, [aside])
  }
  for (const { at, text, author } of comments)
    add(at.row, { kind: 'comment', text, ...(author && { author }) })
  for (const { row, text } of covered) add(row, { kind: 'hidden-text', text })
  for (const row of rows)
    for (const cell of row.unshown.values()) add(row.row, { kind: 'hidden-text', text: cell.text })
  return asides
}

const denseCells = (row: SheetRow | undefined, spend: (cells: number) => void) => {
  if (row === undefined || row.cells.size === 0) return []
  let last = 0
  for (const column of row.cells.keys()) if (column > last) last = column
  spend(last)
  return Array.from({ length: last }, (_, index) => row.cells.get(index + 1) ?? emptyCell)
}

/** Lists a sheet's rows from the first, blank ones between included, up to the last that holds anything. */
export const listRows = (
  sheet: string,
  rows: ReadonlyMap<number, SheetRow>,
  asides: ReadonlyMap<number, Aside>,
  spend: (cells: number) => void,
): SourceRow[] => {
  const held = [...rows.values()]
    .filter((row) => row.cells.size > 0 || asides.has(row.row))
    .map((row) => row.row)
  const listed: SourceRow[] = []
  const add = (number: number): void => {
    const row = rows.get(number)
    const aside = asides.get(number)
    listed.push({
      where: `${sheet}!${number}`,
      row: number,
      hidden: row?.hidden ?? false,
      cells: denseCells(row, spend),
      ...(aside && { aside }),
    })
  }
  let previous = 0
  for (const number of held.sort((a, b) => a - b)) {
    if (number - previous - 1 <= maxBlankRun) {
      for (let blank = previous + 1; blank < number; blank += 1) add(blank)
    }
    add(number)
    previous = number
  }
  return listed
}
