import type { SheetRow } from './sheet.ts'

/** The part of a sheet that holds anything. */
export type Extent = { readonly firstColumn: number; readonly lastColumn: number; readonly lastRow: number }

/** Finds the extent of rows that are gone through one after another. */
export const measureExtent = (): {
  readonly see: (row: SheetRow) => void
  readonly extent: () => Extent
} => {
  let firstColumn = Infinity
  let lastColumn = 0
  let lastRow = 0
  const see = (column: number): void => {
    if (column < firstColumn) firstColumn = column
    if (column > lastColumn) lastColumn = column
  }
  return {
    see: ({ row, cells, unshown }) => {
      for (const column of cells.keys()) see(column)
      for (const column of unshown.keys()) see(column)
      if (cells.size + unshown.size > 0) lastRow = Math.max(lastRow, row)
    },
    extent: () => ({ firstColumn, lastColumn, lastRow }),
  }
}
