import type { Announcement, SourceDocument, SourceTable } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { announceContents } from '../package-contents.ts'
import { findPart } from '../package.ts'
import { announceProperties, readProperties } from '../properties.ts'
import type { OfficeFile } from '../relationships.ts'
import type { XmlElement } from '../xml.ts'
import { announceComments, announceShapes, announceUnshown } from './announce-beside.ts'
import {
  announceFormulas,
  announceHiddenColumns,
  announceHiddenRows,
  announceTexts,
} from './announce-sheet.ts'
import { columnLabel } from './cell-reference.ts'
import { readComments } from './comments.ts'
import { asidesOf, extentOf, listRows } from './list-rows.ts'
import { announceCovered, announceMerges, coverMergedCells } from './merge-cells.ts'
import { readSheet } from './sheet.ts'
import { askForLess } from '../row-limit.ts'
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts'

/** Most cells, empty ones between included, that the sheets of one file may spread over. */
const maxCells = 10_000_000

const readTable = (file: OfficeFile, book: Workbook, sheet: SheetPart, spend: (cells: number) => void) => {
  const part = findPart(file.parts, sheet.part)
  if (part === undefined) {
    throw new ExpectedError(
      'invalid',
      `${file.fileName}: the sheet “${sheet.name}” is missing from the file.`,
    )
  }
  const content = readSheet(part.bytes, { fileName: file.fileName, part: part.name }, sheet.name, book)
  const comments = readComments(file, sheet.part, book.part)
  const extent = extentOf(content)
  const rows = new Map(content.rows.map((row) => [row.row, row]))
  const { held, covered } = coverMergedCells(rows, content.merges, extent, spend)
  const asides = asidesOf(comments, covered, content.rows)
  const listed = listRows(sheet.name, rows, asides, spend)
  const isHidden = (column: number) =>
    content.hiddenColumns.some(({ from, to }) => column >= from && column <= to)
  const columns = Array.from({ length: extent.lastColumn }, (_, index) => ({
    label: columnLabel(index + 1),
    hidden: isHidden(index + 1),
  }))
  const hiddenSheet: Announcement = {
    kind: 'hidden-sheet',
    where: sheet.name,
    detail: `The sheet is hidden${sheet.veryHidden ? ' so that Excel does not offer to show it' : ''}. It has ${listed.length} rows.`,
  }
  const announced: Announcement[] = [
    ...(sheet.visible ? [] : [hiddenSheet]),
    ...announceHiddenRows(listed),
    ...announceHiddenColumns(sheet.name, columns, listed),
    ...announceComments(sheet.name, comments),
    ...announceMerges(sheet.name, held, extent, rows),
    ...announceCovered(sheet.name, covered),
    ...announceUnshown(sheet.name, content.rows),
    ...announceFormulas(sheet.name, listed),
    ...announceTexts(sheet.name, listed),
    ...content.headersAndFooters.map((text): Announcement => ({
      kind: 'header-footer-text',
      where: `${sheet.name} header or footer`,
      detail: `The printed header or footer reads: “${text}”.`,
    })),
    ...content.prompts.map(({ where, text }): Announcement => ({
      kind: 'input-prompt',
      where: where === '' ? sheet.name : `${sheet.name}!${where}`,
      detail: `A prompt on the cell reads: “${text}”. It is not part of any row.`,
    })),
    ...announceShapes(file, sheet),
  ]
  const table: SourceTable = { name: sheet.name, visible: sheet.visible, columns, rows: listed }
  return { table, announced }
}

const announceWorkbook = (book: Workbook): Announcement[] => {
  const announced: Announcement[] = []
  if (book.system === 1904) {
    const detail = 'The workbook counts dates from 1904. Its dates were read that way.'
    announced.push({ kind: 'date-system-1904', where: 'workbook', detail })
  }
  const names = book.definedNames.filter(({ name }) => !name.startsWith('_xlnm.'))
  if (names.length > 0) {
    const list = names.map(({ name, refersTo }) => `${name} (${refersTo})`).join(', ')
    announced.push({ kind: 'properties', where: 'workbook', detail: `The workbook defines names: ${list}.` })
  }
  return announced
}

/**
 * Reads an Excel workbook (.xlsx, .xlsm) whose main part is `part`: one table per worksheet, with everything an
 * importer must be told. Macros are announced and never run; formulas are read by the value saved with them.
 */
export const readXlsx = (file: OfficeFile, part: string, root: XmlElement): SourceDocument => {
  const book = readWorkbook(file, part, root)
  const properties = readProperties(file)
  const announced = announceWorkbook(book)
  let cells = 0
  const spend = (more: number): void => {
    cells += more
    if (cells > maxCells) {
      throw new ExpectedError(
        'invalid',
        `${file.fileName}: the sheets spread over more cells than can be read. ${askForLess}`,
      )
    }
  }
  const tables: SourceTable[] = []
  for (const sheet of book.sheets) {
    if (!sheet.isWorksheet) continue
    const read = readTable(file, book, sheet, spend)
    tables.push(read.table)
    announced.push(...read.announced)
  }
  announced.push(...announceContents(file), ...announceProperties(properties))
  return { format: 'xlsx', tables, paragraphs: [], announced, properties }
}
