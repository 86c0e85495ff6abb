import type { SourceDocument } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { findPart, type PackedPart, type PackageParts } from '../package.ts'
import { announceProperties } from '../properties.ts'
import { childNamed, descendantsNamed, isOn, parseXml, type XmlElement } from '../xml.ts'
import { measureExtent, type Extent } from '../xlsx/extent.ts'
import { countCells, readSheetTable, type Sheet, type Spend } from '../xlsx/sheet-table.ts'
import type { SheetRow } from '../xlsx/sheet.ts'
import {
  announcePages,
  announceParts,
  announceRules,
  announceSheetShapes,
  readChanges,
  type SheetChange,
} from './announce-ods.ts'
import { readContent, type OdsContent } from './content.ts'
import { readMeta } from './meta.ts'

const refuse = (fileName: string, sentence: string): never => {
  throw new ExpectedError('invalid', `${fileName}: ${sentence}`)
}

/** True for a package that says it is an OpenDocument spreadsheet or a template for one. */
export const isOpenDocumentSheet = (parts: PackageParts): boolean => {
  const mimetype = parts.get('mimetype')
  const said = mimetype ? new TextDecoder().decode(mimetype.bytes()).trim() : ''
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

type Sheets = {
  readonly content: OdsContent
  readonly extents: readonly Extent[]
  /** The rows of one sheet, read anew each time. */
  readonly rowsOf: (sheet: number) => Iterable<SheetRow>
}

/** Goes through the content once, for what is known only at its end. */
const readSheets = (part: PackedPart, fileName: string, spend: Spend): Sheets => {
  const read = (spent: Spend) => readContent(part.slices(), { fileName, part: part.name }, spent)
  const measured: ReturnType<typeof measureExtent>[] = []
  const reading = read(spend)
  let step = reading.next()
  for (; !step.done; step = reading.next())
    (measured[step.value.sheet] ??= measureExtent()).see(step.value.row)
  const { sheets } = step.value
  return {
    content: step.value,
    extents: sheets.map((_, at) => (measured[at] ?? measureExtent()).extent()),
    rowsOf: function* (wanted) {
      for (const { sheet, row } of read(() => undefined)) {
        if (sheet > wanted) return
        if (sheet === wanted) yield row
      }
    },
  }
}

/** What tracked changes took away, by the row it stood in. */
const takenAway = (changes: readonly SheetChange[]): Sheet['changes'] => {
  const taken = changes.flatMap(({ row, text, author }) =>
    row === undefined || text === undefined
      ? []
      : [{ row, kind: 'tracked-deletion', text, ...(author === undefined ? {} : { author }) }],
  )
  const byRow = Map.groupBy(taken, ({ row }) => row)
  return new Map([...byRow].map(([row, asides]) => [row, asides.map(({ row: _, ...aside }) => aside)]))
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
    return found && parseXml(found.bytes(), { fileName, part: found.name })
  }
  const manifest = treeOf('META-INF/manifest.xml')
  const isLocked = manifest && descendantsNamed(manifest, 'manifest:encryption-data').length > 0
  if (isLocked || parts.has('encrypted-package'))
    refuse(fileName, 'the file is protected with a password. Ask for a copy without one.')
  const part = findPart(parts, 'content.xml')
  if (part === undefined) return refuse(fileName, 'the OpenDocument file has no content, so it is damaged.')
  const spend = countCells(fileName)
  const { content, extents, rowsOf } = readSheets(part, fileName, spend)
  if (!content.isSpreadsheet)
    return refuse(fileName, 'the OpenDocument file has no spreadsheet in it, so it is damaged.')
  const styles = treeOf('styles.xml')
  const hidden = hiddenStyles([content.pieces.get('office:automatic-styles'), styles])
  const changes = readChanges(content)
  const properties = readMeta(treeOf('meta.xml'))
  const read = content.sheets.map((sheet, at) => {
    const own = changes.filter((change) => change.sheet === sheet.name)
    const { table, announced } = readSheetTable(
      {
        name: sheet.name,
        visible: !hidden.has(sheet.style),
        hiding: '',
        rows: () => rowsOf(at),
        extent: extents[at] ?? measureExtent().extent(),
        content: sheet.content,
        comments: sheet.comments,
        changes: takenAway(own),
      },
      spend,
    )
    return {
      table,
      announced: [
        ...announced,
        ...own.map(({ announcement }) => announcement),
        ...announceSheetShapes(sheet),
      ],
    }
  })
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
