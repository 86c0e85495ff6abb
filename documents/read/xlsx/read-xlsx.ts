import type {
  Announcement,
  SourceDocument,
  SourceRow,
  SourceTable,
} from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { announceContents } from '../package-contents.ts'
import { findPart } from '../package.ts'
import { announceProperties, readProperties } from '../properties.ts'
import { relationshipsOf, type OfficeFile } from '../relationships.ts'
import { descendantsNamed, parseXml, textOf, type XmlElement } from '../xml.ts'
import {
  announceFormulas,
  announceHiddenColumns,
  announceHiddenRows,
  announceTexts,
} from './announce-sheet.ts'
import { cellName, columnLabel } from './cell-reference.ts'
import { emptyCell } from './cell-value.ts'
import { readComments, type CellComment } from './comments.ts'
import {
  announceCovered,
  announceMerges,
  coverMergedCells,
  type CoveredValue,
  type Extent,
} from './merge-cells.ts'
import { readSheet, type SheetContent, type SheetRow } from './sheet.ts'
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts'

type Aside = NonNullable<SourceRow['aside']>

/** Most cells, empty ones between included, that the sheets of one file may spread over. */
const maxCells = 10_000_000
/** Most blank rows in a run that are listed as rows; a longer run holds nothing and is passed over. */
const maxBlankRun = 1_000

const extentOf = (content: SheetContent): Extent => {
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

const asidesOf = (
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

const listRows = (
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

const announceComments = (sheet: string, comments: readonly CellComment[]): Announcement[] =>
  comments.map(({ at, text, author }) => ({
    kind: 'comment',
    where: `${sheet}!${cellName(at)}`,
    detail: `Comment by ${author || 'an unnamed author'}: “${text}”.`,
  }))

/** Texts of shapes and text boxes laid over a sheet. */
const announceShapes = (file: OfficeFile, sheet: SheetPart): Announcement[] =>
  relationshipsOf(file, sheet.part)
    .filter((link) => link.type === 'drawing' && !link.external)
    .flatMap((link) => findPart(file.parts, link.target) ?? [])
    .flatMap((part) =>
      descendantsNamed(parseXml(part.bytes, { fileName: file.fileName, part: part.name }), 'xdr:txBody'),
    )
    .map((body) => descendantsNamed(body, 'a:p').map(textOf).join('\n').trim())
    .filter((text) => text !== '')
    .map((text) => ({
      kind: 'embedded',
      where: sheet.name,
      detail: `A text box lies over the sheet. It is not part of any row. It reads: “${text}”.`,
    }))

const announceUnshown = (sheet: string, rows: readonly SheetRow[]): Announcement[] =>
  rows.flatMap((row) =>
    [...row.unshown].map(([column, cell]) => ({
      kind: 'hidden-text' as const,
      where: `${sheet}!${cellName({ row: row.row, column })}`,
      detail: `A number format keeps the value “${cell.text}” from being shown. It is kept aside.`,
    })),
  )

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
        `${file.fileName}: the sheets spread over more cells than can be read.`,
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
