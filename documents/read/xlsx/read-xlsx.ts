import type { Announcement, SourceDocument, SourceTable } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { announceContents } from '../package-contents.ts'
import { findPart } from '../package.ts'
import { announceProperties, readProperties } from '../properties.ts'
import type { OfficeFile } from '../relationships.ts'
import type { XmlElement } from '../xml.ts'
import { announceShapes } from './announce-beside.ts'
import { readComments } from './comments.ts'
import { measureExtent } from './extent.ts'
import { readSheetTable, countCells, type Spend } from './sheet-table.ts'
import { readSheet, type SheetRow } from './sheet.ts'
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts'

/** The rows of a worksheet, read anew each time; held where they do not rise, as no program writes them. */
const readRows = (file: OfficeFile, book: Workbook, sheet: SheetPart) => {
  const part = findPart(file.parts, sheet.part)
  if (part === undefined) {
    throw new ExpectedError(
      'invalid',
      `${file.fileName}: the sheet “${sheet.name}” is missing from the file.`,
    )
  }
  const read = () => readSheet(part.slices(), { fileName: file.fileName, part: part.name }, sheet.name, book)
  const measured = measureExtent()
  let previous = 0
  let rises = true
  const reading = read()
  let step = reading.next()
  for (; !step.done; step = reading.next()) {
    measured.see(step.value)
    rises &&= step.value.row > previous
    previous = step.value.row
  }
  const held = rises ? null : inOrder(read())
  return { content: step.value, extent: measured.extent(), rows: () => held ?? read() }
}

/** Rows in rising order, those of one number together. */
const inOrder = (rows: Iterable<SheetRow>): readonly SheetRow[] => {
  const byNumber = new Map<number, SheetRow>()
  for (const row of rows) {
    const known = byNumber.get(row.row)
    if (!known) byNumber.set(row.row, row)
    for (const [column, cell] of known ? row.cells : []) known?.cells.set(column, cell)
    for (const [column, cell] of known ? row.unshown : []) known?.unshown.set(column, cell)
  }
  return [...byNumber.values()].sort((a, b) => a.row - b.row)
}

const readTable = (file: OfficeFile, book: Workbook, sheet: SheetPart, spend: Spend) => {
  const { content, ...read } = readRows(file, book, sheet)
  const { table, announced } = readSheetTable(
    {
      ...read,
      name: sheet.name,
      visible: sheet.visible,
      hiding: sheet.veryHidden ? ' so that Excel does not offer to show it' : '',
      content,
      comments: readComments(file, sheet.part, book.part),
      changes: new Map(),
    },
    spend,
  )
  return {
    table,
    announced: [
      ...announced,
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
    ],
  }
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
  const spend = countCells(file.fileName)
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
