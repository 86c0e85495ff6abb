import type { Announcement, SourceDocument, SourceTable } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { findPart, type PackageParts } from '../package.ts'
import { announceProperties } from '../properties.ts'
import { askForLess } from '../row-limit.ts'
import { childNamed, descendantsNamed, isOn, parseXml, type XmlElement } from '../xml.ts'
import { announceComments, announceUnshown } from '../xlsx/announce-beside.ts'
import {
  announceFormulas,
  announceHiddenColumns,
  announceHiddenRows,
  announceTexts,
} from '../xlsx/announce-sheet.ts'
import { columnLabel } from '../xlsx/cell-reference.ts'
import { asidesOf, extentOf, listRows } from '../xlsx/list-rows.ts'
import { announceCovered, announceMerges, coverMergedCells } from '../xlsx/merge-cells.ts'
import {
  announcePages,
  announceParts,
  announceRules,
  announceSheetShapes,
  readChanges,
  type SheetChange,
} from './announce-ods.ts'
import { readContent } from './content.ts'
import { readMeta } from './meta.ts'
import type { OdsSheet, Spend } from './sheet-rows.ts'

/** Most cells, empty ones between included, that the sheets of one file may spread over. */
const maxCells = 10_000_000

const refuse = (fileName: string, sentence: string): never => {
  throw new ExpectedError('invalid', `${fileName}: ${sentence}`)
}

/** True for a package that says it is an OpenDocument spreadsheet or a template for one. */
export const isOpenDocumentSheet = (parts: PackageParts): boolean => {
  const mimetype = parts.get('mimetype')
  const said = mimetype ? new TextDecoder().decode(mimetype).trim() : ''
  return said.startsWith('application/vnd.oasis.opendocument.spreadsheet')
}

const hiddenStyles = (roots: readonly (XmlElement | undefined)[]): ReadonlySet<string> =>
  new Set(
    roots
      .flatMap((root) => (root ? descendantsNamed(root, 'style:style') : []))
      .filter((style) => style.attributes['style:family'] === 'table')
      .filter(
        (style) => !isOn(childNamed(style, 'style:table-properties')?.attributes['table:display'], true),
      )
      .map((style) => style.attributes['style:name'] ?? ''),
  )

const readTable = (sheet: OdsSheet, visible: boolean, changes: readonly SheetChange[], spend: Spend) => {
  const { content, comments, name } = sheet
  const extent = extentOf(content)
  const rows = new Map(content.rows.map((row) => [row.row, row]))
  const { held, covered } = coverMergedCells(rows, content.merges, extent, spend)
  const asides = asidesOf(comments, covered, content.rows)
  for (const { row, text, author } of changes) {
    if (row === undefined || text === undefined) continue
    const aside = { kind: 'tracked-deletion', text, ...(author === undefined ? {} : { author }) }
    asides.set(row, [...(asides.get(row) ?? []), aside])
  }
  const listed = listRows(name, rows, asides, spend)
  const columns = Array.from({ length: extent.lastColumn }, (_, index) => ({
    label: columnLabel(index + 1),
    hidden: content.hiddenColumns.some(({ from, to }) => index + 1 >= from && index + 1 <= to),
  }))
  const hiddenSheet: Announcement = {
    kind: 'hidden-sheet',
    where: name,
    detail: `The sheet is hidden. It has ${listed.length} rows.`,
  }
  const announced: Announcement[] = [
    ...(visible ? [] : [hiddenSheet]),
    ...announceHiddenRows(listed),
    ...announceHiddenColumns(name, columns, listed),
    ...announceComments(name, comments),
    ...announceMerges(name, held, extent, rows),
    ...announceCovered(name, covered),
    ...announceUnshown(name, content.rows),
    ...announceFormulas(name, listed),
    ...announceTexts(name, listed),
    ...changes.map(({ announcement }) => announcement),
    ...announceSheetShapes(sheet),
  ]
  const table: SourceTable = { name, visible, columns, rows: listed }
  return { table, announced }
}

/**
 * Reads an OpenDocument spreadsheet (.ods): one table per sheet, in the words and with the warnings of an Excel
 * workbook. Repeated rows and cells are spread out; tracked changes are read as the sheet shows them, with what stood
 * there before aside. Throws `ExpectedError('invalid')` where it is encrypted, damaged or spreads over too many cells.
 * Source: OpenDocument 1.3 parts 2 and 3.
 */
export const readOds = (parts: PackageParts, fileName: string): SourceDocument => {
  const treeOf = (part: string): XmlElement | undefined => {
    const found = findPart(parts, part)
    return found && parseXml(found.bytes, { fileName, part: found.name })
  }
  const manifest = treeOf('META-INF/manifest.xml')
  const isLocked = manifest && descendantsNamed(manifest, 'manifest:encryption-data').length > 0
  if (isLocked || parts.has('encrypted-package'))
    refuse(fileName, 'the file is protected with a password. Ask for a copy without one.')
  const part = findPart(parts, 'content.xml')
  if (part === undefined) return refuse(fileName, 'the OpenDocument file has no content, so it is damaged.')
  let cells = 0
  const spend = (more: number): void => {
    cells += more
    if (cells > maxCells)
      refuse(fileName, `the sheets spread over more cells than can be read. ${askForLess}`)
  }
  const content = readContent(part.bytes, { fileName, part: part.name }, spend)
  if (!content.isSpreadsheet)
    return refuse(fileName, 'the OpenDocument file has no spreadsheet in it, so it is damaged.')
  const styles = treeOf('styles.xml')
  const hidden = hiddenStyles([content.pieces.get('office:automatic-styles'), styles])
  const changes = readChanges(content)
  const properties = readMeta(treeOf('meta.xml'))
  const read = content.sheets.map((sheet) =>
    readTable(
      sheet,
      !hidden.has(sheet.style),
      changes.filter((change) => change.sheet === sheet.name),
      spend,
    ),
  )
  return {
    format: 'ods',
    tables: read.map(({ table }) => table),
    paragraphs: [],
    announced: [
      ...read.flatMap(({ announced }) => announced),
      ...announceRules(content),
      ...announcePages(styles),
      ...announceParts(parts, content),
      ...announceProperties(properties),
    ],
    properties,
  }
}
