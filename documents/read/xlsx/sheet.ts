import type { SourceCell } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { countRows } from '../row-limit.ts'
import { isOn, xmlSteps, type XmlAttributes, type XmlPlace } from '../xml.ts'
import { maxColumn, maxRow, parseCell, parseRange, type CellRange } from './cell-reference.ts'
import { understandCell, type RawCell } from './cell-value.ts'
import { unescapeText } from './strings.ts'
import type { Workbook } from './workbook.ts'

/** A row as read: its cells by column, counted from 1. */
export type SheetRow = {
  readonly row: number
  readonly hidden: boolean
  /** Sparse: only cells that hold something. */
  readonly cells: Map<number, SourceCell>
  /** Values that a number format (`;;;`) keeps from being shown. */
  readonly unshown: Map<number, SourceCell>
}

/** What a sheet holds beside its rows, all of it known only at its end. */
export type SheetContent = {
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[]
  readonly merges: readonly CellRange[]
  /** Header and footer texts with Excel's layout codes taken out. */
  readonly headersAndFooters: readonly string[]
  /** What input rules show to whoever fills the sheet in, and the cells they are set on. */
  readonly prompts: readonly { readonly where: string; readonly text: string }[]
}

/** Takes Excel's layout codes (`&L`, `&"Arial,Bold"`, `&P`, `&10`, `&K000000`) out of a header or footer text. */
const plainHeader = (text: string): string =>
  text
    .replace(
      /&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[A-Za-z+-]|(&))/g,
      (_, ampersand?: string) => ampersand ?? ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()

const headerNames = new Set([
  ...['x:oddHeader', 'x:oddFooter', 'x:evenHeader', 'x:evenFooter', 'x:firstHeader', 'x:firstFooter'],
])

/** Title and text of the prompt and of the refusal of an input rule, where it has them. */
const promptsOf = (attributes: XmlAttributes): { where: string; text: string }[] =>
  [
    ['promptTitle', 'prompt'],
    ['errorTitle', 'error'],
  ].flatMap((names) => {
    const text = names.flatMap((name) => unescapeText(attributes[name] ?? '') || []).join(': ')
    return text === '' ? [] : [{ where: (attributes['sqref'] ?? '').split(' ')[0] ?? '', text }]
  })

const isZeroSize = (size: string | undefined): boolean => size !== undefined && Number(size) === 0

/**
 * Reads one worksheet part a little at a time: its rows as they come, those that hold something or are hidden, and at the
 * end what it holds beside them. Throws `ExpectedError('invalid')` for a cell outside a sheet's bounds or a shared string
 * that is not there. Source: ISO/IEC 29500-1 section 18.3.
 */
export const readSheet = function* (
  slices: Iterable<Uint8Array>,
  place: XmlPlace,
  sheetName: string,
  book: Workbook,
): Generator<SheetRow, SheetContent> {
  let read: SheetRow[] = []
  const hiddenColumns: { from: number; to: number }[] = []
  const merges: CellRange[] = []
  const headersAndFooters = new Set<string>()
  const prompts: { where: string; text: string }[] = []
  const sharedFormulas = new Map<string, string>()
  let row: SheetRow | undefined
  let rowNumber = 0
  let column = 0
  let cell: { type: string; style: number } | undefined
  let value = ''
  let inline = ''
  let formula: string | undefined
  let sharedAs: string | undefined
  let collecting: 'value' | 'inline' | 'formula' | 'header' | undefined
  let header = ''
  let phonetic = 0

  const damaged = (): never => {
    throw new ExpectedError(
      'invalid',
      `${place.fileName}: the sheet “${sheetName}” is damaged at row ${rowNumber}.`,
    )
  }
  const heldRow = countRows(place.fileName, `the sheet “${sheetName}”`)
  const context = { system: book.system, strings: book.strings, formats: book.formats, damaged }

  /** A sheet may list a million rows that hold nothing but a look. */
  const closeRow = (): void => {
    if (row === undefined) return
    const isHeld = row.cells.size + row.unshown.size > 0
    if (isHeld) heldRow()
    if (isHeld || row.hidden) read.push(row)
    row = undefined
  }
  const openRow = (attributes: XmlAttributes): void => {
    rowNumber = attributes['r'] === undefined ? rowNumber + 1 : Number(attributes['r'])
    if (!Number.isInteger(rowNumber) || rowNumber < 1 || rowNumber > maxRow) damaged()
    column = 0
    const hidden = isOn(attributes['hidden'], false) || isZeroSize(attributes['ht'])
    row = { row: rowNumber, hidden, cells: new Map(), unshown: new Map() }
  }
  const openCell = (attributes: XmlAttributes): void => {
    const reference = attributes['r']
    if (reference === undefined) column += 1
    else {
      const at = parseCell(reference)
      if (at === undefined || at.row !== rowNumber) return damaged()
      column = at.column
    }
    if (column > maxColumn) damaged()
    cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
    value = ''
    inline = ''
    formula = undefined
    sharedAs = undefined
  }
  const closeCell = (): void => {
    if (cell === undefined || row === undefined) return
    if (sharedAs !== undefined) {
      if (formula) sharedFormulas.set(sharedAs, formula)
      else formula = sharedFormulas.get(sharedAs) ?? ''
    }
    const raw: RawCell = { ...cell, value, inline, formula }
    const understood = understandCell(raw, context)
    const isHeld = understood.kind !== 'empty' || understood.formula !== undefined
    if (isHeld && book.formats[cell.style]?.hidesValue && understood.text !== '')
      row.unshown.set(column, understood)
    else if (isHeld) row.cells.set(column, understood)
    cell = undefined
  }
  const openColumns = (attributes: XmlAttributes): void => {
    const isHidden = isOn(attributes['hidden'], false) || isZeroSize(attributes['width'])
    if (isHidden) hiddenColumns.push({ from: Number(attributes['min']), to: Number(attributes['max']) })
  }
  const openInCell = (name: string, attributes: XmlAttributes): void => {
    if (name === 'x:v') collecting = 'value'
    else if (name === 'x:f') {
      collecting = 'formula'
      formula = ''
      sharedAs = attributes['t'] === 'shared' ? (attributes['si'] ?? '') : undefined
    } else if (name === 'x:rPh') phonetic += 1
    else if (name === 'x:t' && phonetic === 0) collecting = 'inline'
  }

  const steps = xmlSteps(slices, place, {
    open: (name, attributes) => {
      if (cell !== undefined) openInCell(name, attributes)
      else if (name === 'x:c') openCell(attributes)
      else if (name === 'x:row') openRow(attributes)
      else if (name === 'x:col') openColumns(attributes)
      else if (name === 'x:mergeCell') {
        const range = parseRange(attributes['ref'] ?? '')
        if (range) merges.push(range)
      } else if (name === 'x:dataValidation' || name === 'x14:dataValidation') {
        prompts.push(...promptsOf(attributes))
      } else if (headerNames.has(name)) {
        collecting = 'header'
        header = ''
      }
    },
    close: (name) => {
      if (name === 'x:c') closeCell()
      else if (name === 'x:row') closeRow()
      else if (name === 'x:rPh') phonetic -= 1
      else if (collecting === 'header') {
        const plain = plainHeader(header)
        if (/[\p{L}\p{N}]/u.test(plain)) headersAndFooters.add(plain)
      }
      collecting = undefined
    },
    text: (text) => {
      if (collecting === 'value') value += text
      else if (collecting === 'inline') inline += text
      else if (collecting === 'formula') formula += text
      else if (collecting === 'header') header += text
    },
  })
  while (!steps.next().done) {
    yield* read
    read = []
  }
  return { hiddenColumns, merges, headersAndFooters: [...headersAndFooters], prompts }
}
