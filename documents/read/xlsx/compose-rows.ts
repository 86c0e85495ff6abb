import type { SourceCell, SourceRow } from '../../../domain/chronology/source-table.ts'
import type { CellRange } from './cell-reference.ts'
import type { Extent } from './extent.ts'
import type { CoveredValue, HeldMerge } from './merge-cells.ts'
import type { SheetRow } from './sheet.ts'

type Aside = NonNullable<SourceRow['aside']>[number]

/** What stands beside a sheet's rows, by row: before what the row itself keeps aside, and after it. */
export type Beside = {
  readonly comments: ReadonlyMap<number, readonly Aside[]>
  readonly changes: ReadonlyMap<number, readonly Aside[]>
}

/** A row as a reader sees it: what merges cover filled in, and what it does not show kept aside. */
export type ComposedRow = {
  readonly number: number
  readonly hidden: boolean
  readonly cells: ReadonlyMap<number, SourceCell>
  readonly unshown: ReadonlyMap<number, SourceCell>
  /** Values of its own under merges, each with the place of the merge in the file. */
  readonly covered: readonly (CoveredValue & { readonly merge: number })[]
  readonly aside: readonly Aside[]
}

/** A merge that has begun. */
type OpenMerge = {
  readonly range: CellRange
  readonly merge: number
  readonly lastRow: number
  readonly lastColumn: number
  anchor: SourceCell | undefined
}

/**
 * Gives every cell a merge covers the text of the cell the merge begins in, marked `merged`, within the used part of the
 * sheet. `rows` rise; rows that only a merge or a note beside them makes come too. `onMerge` is told of each merge that
 * holds a text, with its place in the file.
 */
export const composeRows = function* (
  rows: Iterable<SheetRow>,
  merges: readonly CellRange[],
  extent: Extent,
  { comments, changes }: Beside,
  onMerge: (merge: number, held: HeldMerge) => void = () => undefined,
): Generator<ComposedRow> {
  const waiting = merges
    .map((range, merge): OpenMerge => ({
      range,
      merge,
      lastRow: Math.min(range.last.row, extent.lastRow),
      lastColumn: Math.min(range.last.column, extent.lastColumn),
      anchor: undefined,
    }))
    .sort((a, b) => b.range.first.row - a.range.first.row || b.merge - a.merge)
  const noted = [...new Set([...comments.keys(), ...changes.keys()])].sort((a, b) => b - a)
  let open: OpenMerge[] = []

  const compose = (row: SheetRow): ComposedRow => {
    open = open.filter(({ lastRow }) => lastRow >= row.row)
    for (let next = waiting.at(-1); next && next.range.first.row <= row.row; next = waiting.at(-1)) {
      waiting.pop()
      if (next.range.first.row === row.row || next.lastRow >= row.row) open.push(next)
    }
    const covered: (CoveredValue & { merge: number })[] = []
    const cells = open.length > 0 ? new Map(row.cells) : row.cells
    for (const one of open.sort((a, b) => a.merge - b.merge)) {
      const { range, merge } = one
      if (row.row === range.first.row) {
        one.anchor = cells.get(range.first.column)
        if (one.anchor && one.anchor.text !== '') onMerge(merge, { range, text: one.anchor.text })
      }
      covered.push(...cover(row.row, cells, one))
    }
    const aside = [
      ...(comments.get(row.row) ?? []),
      ...[...covered, ...row.unshown.values()].map(({ text }) => ({ kind: 'hidden-text', text })),
      ...(changes.get(row.row) ?? []),
    ]
    return { number: row.row, hidden: row.hidden, cells, unshown: row.unshown, covered, aside }
  }

  /** Rows that the sheet does not list and that hold something all the same. */
  const between = function* (from: number, before: number): Generator<ComposedRow> {
    const reach = open.reduce((far, { anchor, lastRow }) => (anchor?.text ? Math.max(far, lastRow) : far), 0)
    for (let number = from; number < before; number += 1) {
      while ((noted.at(-1) ?? Infinity) < number) noted.pop()
      if (number > reach) number = Math.max(number, noted.at(-1) ?? Infinity)
      if (number >= before) return
      yield compose({ row: number, hidden: false, cells: new Map(), unshown: new Map() })
    }
  }

  let previous = 0
  for (const row of rows) {
    yield* between(previous + 1, row.row)
    yield compose(row)
    previous = row.row
  }
  yield* between(previous + 1, Infinity)
}

/** Covers the cells of one row that a merge lies over; gives the values of their own that they held. */
const cover = (
  row: number,
  cells: Map<number, SourceCell>,
  { range: { first }, merge, lastRow, lastColumn, anchor }: OpenMerge,
): readonly (CoveredValue & { readonly merge: number })[] => {
  const covered: (CoveredValue & { merge: number })[] = []
  for (let column = first.column; row <= lastRow && column <= lastColumn; column += 1) {
    if (row === first.row && column === first.column) continue
    const own = cells.get(column)
    if (own && own.text !== '') covered.push({ row, column, text: own.text, merge })
    if (anchor === undefined || anchor.text === '') {
      cells.delete(column)
      continue
    }
    const { formula: _formula, ...shown } = anchor
    cells.set(column, { ...shown, merged: true } satisfies SourceCell)
  }
  return covered
}
