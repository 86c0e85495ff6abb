import type { Announcement, SourceRow, SourceTable } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { rereadable } from '../rereadable.ts'
import { askForLess } from '../row-limit.ts'
import { announceComments, noticeUnshown } from './announce-beside.ts'
import { noticeFormulas, noticeHiddenColumns, noticeHiddenRows, noticeTexts } from './announce-sheet.ts'
import { columnLabel } from './cell-reference.ts'
import type { CellComment } from './comments.ts'
import { composeRows, type Beside } from './compose-rows.ts'
import type { Extent } from './extent.ts'
import { listRows } from './list-rows.ts'
import { announceCovered, announceMerges, type CoveredValue, type HeldMerge } from './merge-cells.ts'
import type { SheetContent, SheetRow } from './sheet.ts'

/** Tells how many more cells are spread out, and stops a file that would spread out too many. */
export type Spend = (cells: number) => void

/** Most cells, empty ones between included, that the sheets of one file may spread over. */
const maxCells = 10_000_000

export const countCells = (fileName: string): Spend => {
  let cells = 0
  return (more) => {
    cells += more
    if (cells > maxCells)
      throw new ExpectedError(
        'invalid',
        `${fileName}: the sheets spread over more cells than can be read. ${askForLess}`,
      )
  }
}

/** A sheet of an Excel or OpenDocument workbook, gone through once. */
export type Sheet = {
  readonly name: string
  readonly visible: boolean
  /** How it is hidden, in words that follow "The sheet is hidden". */
  readonly hiding: string
  /** Its rows in rising order, read anew each time. */
  readonly rows: () => Iterable<SheetRow>
  readonly extent: Extent
  readonly content: Pick<SheetContent, 'hiddenColumns' | 'merges'>
  readonly comments: readonly CellComment[]
  /** Texts that tracked changes took away, by row. */
  readonly changes: Beside['changes']
}

/** A sheet as a table, with what its cells must be announced for; its rows are not held. */
export const readSheetTable = (
  sheet: Sheet,
  spend: Spend,
): { readonly table: SourceTable; readonly announced: readonly Announcement[] } => {
  const { name, visible, extent, content, comments } = sheet
  for (const { first, last } of content.merges) {
    const height = Math.max(0, Math.min(last.row, extent.lastRow) - first.row + 1)
    spend(height * Math.max(1, Math.min(last.column, extent.lastColumn) - first.column + 1))
  }
  const beside = { comments: notesOf(comments), changes: sheet.changes }
  const list = (onMerge?: (merge: number, held: HeldMerge) => void) =>
    listRows(name, composeRows(sheet.rows(), content.merges, extent, beside, onMerge))
  const columns = Array.from({ length: extent.lastColumn }, (_, index) => ({
    label: columnLabel(index + 1),
    hidden: content.hiddenColumns.some(({ from, to }) => index + 1 >= from && index + 1 <= to),
  }))
  const held: HeldMerge[] = []
  const covered: (CoveredValue & { readonly merge: number })[] = []
  const unshown = noticeUnshown(name)
  const [hiddenRows, hiddenColumns, formulas, texts] = [
    noticeHiddenRows(),
    noticeHiddenColumns(name, columns),
    noticeFormulas(name),
    noticeTexts(name),
  ]
  let length = 0
  for (const { row, composed } of list((merge, one) => (held[merge] = one))) {
    length += 1
    spend(row.cells.length)
    for (const notice of [hiddenRows, hiddenColumns, formulas, texts]) notice.see(row)
    if (!composed) continue
    unshown.see(composed)
    covered.push(...composed.covered)
  }
  const hiddenSheet: Announcement = {
    kind: 'hidden-sheet',
    where: name,
    detail: `The sheet is hidden${sheet.hiding}. It has ${length} rows.`,
  }
  const rows = rereadable(length, function* () {
    for (const { row } of list()) yield row
  })
  return {
    table: { name, visible, columns, rows },
    announced: [
      ...(visible ? [] : [hiddenSheet]),
      ...hiddenRows.say(),
      ...hiddenColumns.say(),
      ...announceComments(name, comments),
      ...announceMerges(
        name,
        held.filter((merge) => merge !== undefined),
        extent,
      ),
      ...announceCovered(
        name,
        covered.toSorted((a, b) => a.merge - b.merge),
      ),
      ...unshown.say(),
      ...formulas.say(),
      ...texts.say(),
    ],
  }
}

const notesOf = (comments: readonly CellComment[]): Beside['comments'] => {
  const notes = new Map<number, NonNullable<SourceRow['aside']>[number][]>()
  for (const { at, text, author } of comments) {
    const note = { kind: 'comment', text, ...(author && { author }) }
    const found = notes.get(at.row)
    if (found) found.push(note)
    else notes.set(at.row, [note])
  }
  return notes
}
