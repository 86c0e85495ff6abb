import type { SourceRow } from '../../../domain/chronology/source-table.ts'
import { emptyCell } from './cell-value.ts'
import type { ComposedRow } from './compose-rows.ts'

/** Most blank rows in a run that are listed as rows; a longer run holds nothing and is passed over. */
const maxBlankRun = 1_000

const denseCells = ({ cells }: ComposedRow): SourceRow['cells'] => {
  let last = 0
  for (const column of cells.keys()) if (column > last) last = column
  return Array.from({ length: last }, (_, index) => cells.get(index + 1) ?? emptyCell)
}

/** Lists a sheet's rows from the first, blank ones between included, up to the last that holds anything. */
export const listRows = function* (
  sheet: string,
  composed: Iterable<ComposedRow>,
): Generator<{ readonly row: SourceRow; readonly composed: ComposedRow | null }> {
  const listed = (number: number, hidden: boolean) => ({ where: `${sheet}!${number}`, row: number, hidden })
  const hiddenBlanks = new Set<number>()
  let previous = 0
  for (const one of composed) {
    if (one.cells.size === 0 && one.aside.length === 0) {
      hiddenBlanks.add(one.number)
      continue
    }
    if (one.number - previous - 1 <= maxBlankRun)
      for (let blank = previous + 1; blank < one.number; blank += 1)
        yield { row: { ...listed(blank, hiddenBlanks.has(blank)), cells: [] }, composed: null }
    hiddenBlanks.clear()
    const { aside } = one
    yield {
      row: {
        ...listed(one.number, one.hidden),
        cells: denseCells(one),
        ...(aside.length > 0 ? { aside } : {}),
      },
      composed: one,
    }
    previous = one.number
  }
}
