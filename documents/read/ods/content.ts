import { isOn, xmlSteps, type XmlAttributes, type XmlElement, type XmlPlace } from '../xml.ts'
import type { Spend } from '../xlsx/sheet-table.ts'
import type { SheetRow } from '../xlsx/sheet.ts'
import { gatherSheet, type OdsSheet } from './sheet-rows.ts'
import { closeInText, openInText, startText, takeText, type ShownText } from './shown-text.ts'

/** What the content part of a spreadsheet holds beside the rows of its sheets, its smaller pieces as trees. */
export type OdsContent = {
  readonly isSpreadsheet: boolean
  readonly sheets: readonly OdsSheet[]
  /** `office:automatic-styles`, `table:tracked-changes` and the like, by name. */
  readonly pieces: ReadonlyMap<string, XmlElement>
  /** Addresses that links lead to, in order, each once. */
  readonly links: readonly string[]
  /** Names of scripts that something in the sheets calls. */
  readonly scripts: readonly string[]
  readonly controls: number
}

const pieceNames = new Set([
  'office:automatic-styles',
  'table:tracked-changes',
  'table:content-validations',
  'table:named-expressions',
  'table:data-pilot-tables',
])
const linkNames = new Set(['text:a', 'draw:a', 'table:table-source', 'draw:image', 'draw:object'])
const isGroup = (name: string): boolean => /^table:table-(?:row|column)-group$/.test(name)

type Growing = { name: string; attributes: XmlAttributes; children: (XmlElement | string)[] }

/** A row with the sheet it stands in, counted from 0. */
export type OdsRow = { readonly sheet: number; readonly row: SheetRow }

/**
 * Reads content.xml a little at a time: the rows of every sheet as they come, and at the end what it holds beside them.
 * Only what stands in the sheets themselves is a row; charts and databases beside them are not.
 * `spend` is told of every cell spread out of a repetition. Source: OpenDocument 1.3 part 3, section 9.
 */
export const readContent = function* (
  slices: Iterable<Uint8Array>,
  place: XmlPlace,
  spend: Spend,
): Generator<OdsRow, OdsContent> {
  let read: OdsRow[] = []
  const sheets: OdsSheet[] = []
  const pieces = new Map<string, XmlElement>()
  const links = new Set<string>()
  const scripts = new Set<string>()
  const growing: Growing[] = []
  const texts: ShownText[] = []
  const groups: boolean[] = []
  let shapeDepth = 0
  let isSpreadsheet = false
  let controls = 0
  let sheet: ReturnType<typeof gatherSheet> | undefined
  let nestedTables = 0
  let cell:
    { readonly attributes: XmlAttributes; readonly text: ShownText; readonly notes: ShownText[] } | undefined
  let isCreator = false

  const openInSheet = (name: string, attributes: XmlAttributes): void => {
    if (isGroup(name)) groups.push(!isOn(attributes['table:display'], true))
    else if (name === 'table:table-column') sheet?.column(attributes, groups.includes(true))
    else if (name === 'table:table-row') sheet?.openRow(attributes, groups.includes(true))
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      cell = { attributes, text: startText('cell'), notes: [] }
      texts.push(cell.text)
    }
  }
  const openText = (name: string, attributes: XmlAttributes): void => {
    if (name === 'office:annotation') texts.push(startText('comment'))
    else if (name.startsWith('draw:') && name !== 'draw:a') {
      if (shapeDepth === 0 && texts.at(-1)?.kind !== 'comment') texts.push(startText('shape'))
      shapeDepth += 1
    }
    const text = texts.at(-1)
    if (name === 'dc:creator') isCreator = true
    else if (text) openInText(text, name, attributes)
  }
  const closeText = (name: string): void => {
    const text = texts.at(-1)
    if (text) closeInText(text, name)
    if (name === 'dc:creator') isCreator = false
    if (name === 'office:annotation' && text?.kind === 'comment') {
      texts.pop()
      cell?.notes.push(text)
    } else if (name.startsWith('draw:') && name !== 'draw:a') {
      shapeDepth -= 1
      if (shapeDepth === 0 && text?.kind === 'shape') {
        texts.pop()
        sheet?.shape(text)
      }
    }
  }
  const noteBeside = (name: string, attributes: XmlAttributes): void => {
    const target = attributes['xlink:href'] ?? ''
    if (name === 'script:event-listener') scripts.add(target || (attributes['script:event-name'] ?? ''))
    else if (linkNames.has(name) && /^[a-z][a-z\d+.-]*:|^\.\.\/|^\//i.test(target)) links.add(target)
    else if (name === 'draw:control') controls += 1
  }

  const steps = xmlSteps(slices, place, {
    open: (name, attributes) => {
      const around = growing.at(-1)
      if (around || pieceNames.has(name)) {
        const element: Growing = { name, attributes, children: [] }
        around?.children.push(element)
        growing.push(element)
        return
      }
      noteBeside(name, attributes)
      if (name === 'office:spreadsheet') isSpreadsheet = true
      else if (name === 'table:table') {
        if (sheet) nestedTables += 1
        else if (isSpreadsheet)
          sheet = gatherSheet(attributes, place.fileName, spend, (row) =>
            read.push({ sheet: sheets.length, row }),
          )
      } else if (sheet && nestedTables === 0 && shapeDepth === 0) openInSheet(name, attributes)
      if (sheet) openText(name, attributes)
    },
    close: (name) => {
      const closed = growing.pop()
      if (closed) {
        if (growing.length === 0) pieces.set(name, closed)
        return
      }
      if (!sheet) return
      closeText(name)
      if (name === 'table:table') {
        if (nestedTables > 0) nestedTables -= 1
        else {
          sheets.push(sheet.finish())
          sheet = undefined
        }
      } else if (nestedTables > 0 || shapeDepth > 0) return
      else if (isGroup(name)) groups.pop()
      else if (name === 'table:table-row') sheet.closeRow()
      else if (cell && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
        texts.pop()
        sheet.cell(cell.attributes, cell.text, cell.notes)
        cell = undefined
      }
    },
    text: (text) => {
      const piece = growing.at(-1)
      const shown = texts.at(-1)
      if (piece) piece.children.push(text)
      else if (isCreator && shown) shown.author += text
      else if (shown) takeText(shown, text)
    },
  })
  while (!steps.next().done) {
    yield* read
    read = []
  }
  return { isSpreadsheet, sheets, pieces, links: [...links], scripts: [...scripts], controls }
}
