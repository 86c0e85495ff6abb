import { childElements, childNamed, descendantsNamed, textOf, type XmlElement } from '../read/xml.ts'
import type { CellLook } from './excel-looks.ts'
import type { InspectedPackage } from './inspect-office.ts'
import { sweepText } from './sweep-xml.ts'

export type SharedString = { readonly text: string; readonly phonetic: string }

export type Workbook = {
  readonly office: InspectedPackage
  readonly strings: readonly SharedString[]
  /** Which shared strings stand in a cell. */
  readonly used: Set<number>
  readonly looks: readonly CellLook[]
  readonly date1904: boolean
}

/** `_x000A_` in a cell is the character U+000A. Source: ECMA-376 part 1, 22.9.2.19. */
export const unescapeCell = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

type Area = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const columnLetters = (column: number): string =>
  column > 26
    ? columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
    : String.fromCharCode(64 + column)

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Looks into one sheet: every cell with what hides it, formulas, links, validation lists, print headers. */
export const inspectSheet = (book: Workbook, part: string, sheet: string, sheetHidden: boolean): void => {
  const { notes } = book.office
  const root = book.office.read(part)
  if (!root) return
  const hiddenColumns = noteHiddenColumns(book, root, sheet)
  const merges = descendantsNamed(root, 'x:mergeCell').map(({ attributes }) =>
    areaOf(attributes['ref'] ?? ''),
  )
  const rowsHidden = isTrue(childNamed(root, 'x:sheetFormatPr')?.attributes['zeroHeight'])
  let row = 0
  for (const element of childElements(childNamed(root, 'x:sheetData') ?? root)) {
    if (element.name !== 'x:row') continue
    const { attributes } = element
    row = Number(attributes['r'] ?? row + 1)
    const hidden =
      isTrue(attributes['hidden']) ||
      Number(attributes['ht'] ?? 15) < 1 ||
      (rowsHidden && attributes['hidden'] === undefined)
    if (hidden) notes.finding('hidden-row', `${sheet}!${row}`)
    let column = 0
    for (const cell of childElements(element)) {
      if (cell.name !== 'x:c') continue
      const letters = /^[A-Z]+/iu.exec(cell.attributes['r'] ?? '')?.[0]
      column = letters === undefined ? column + 1 : columnNumber(letters)
      const covered = merges.some((area) => covers(area, column, row))
      noteCell(book, cell, `${sheet}!${columnLetters(column)}${row}`, {
        hidden:
          sheetHidden || hidden || hiddenColumns.some((area) => column >= area.left && column <= area.right),
        covered,
      })
    }
  }
  noteLinks(book, root, sheet)
  sweepText(root, sheet, notes, sheetHidden, ({ name }) => name === 'x:sheetData')
}

const noteHiddenColumns = (book: Workbook, root: XmlElement, sheet: string): readonly Area[] =>
  descendantsNamed(root, 'x:col').flatMap(({ attributes }) => {
    if (!isTrue(attributes['hidden']) && Number(attributes['width'] ?? 9) >= 0.3) return []
    const left = Number(attributes['min'])
    const right = Number(attributes['max'])
    const letters = left === right ? columnLetters(left) : `${columnLetters(left)}:${columnLetters(right)}`
    book.office.notes.finding('hidden-column', `${sheet}!${letters}`)
    return [{ left, right, top: 1, bottom: Infinity }]
  })

const areaOf = (reference: string): Area => {
  const [from = '', to = from] = reference.split(':')
  const corner = (cell: string) => ({
    column: columnNumber(cell.replace(/[^A-Z]/giu, '')),
    row: Number(cell.replace(/\D/gu, '')),
  })
  const [first, last] = [corner(from), corner(to)]
  return { left: first.column, right: last.column, top: first.row, bottom: last.row }
}

// A merge shows only its first cell; the others keep their text.
const covers = (area: Area, column: number, row: number): boolean =>
  column >= area.left &&
  column <= area.right &&
  row >= area.top &&
  row <= area.bottom &&
  !(column === area.left && row === area.top)

const noteCell = (
  book: Workbook,
  cell: XmlElement,
  where: string,
  state: { readonly hidden: boolean; readonly covered: boolean },
): void => {
  const { notes } = book.office
  const look = book.looks[Number(cell.attributes['s'] ?? 0)]
  const hidden = state.hidden || state.covered || look?.unseen === true
  const value = childNamed(cell, 'x:v')
  const raw = value ? textOf(value) : ''
  let text = unescapeCell(raw)
  switch (cell.attributes['t']) {
    case 's': {
      const string = book.strings[Number(raw)]
      book.used.add(Number(raw))
      text = string?.text ?? ''
      notes.text(`${where} phonetic reading`, string?.phonetic ?? '', true)
      break
    }
    case 'inlineStr': {
      const inline = childNamed(cell, 'x:is')
      text = unescapeCell(inline ? textOf(inline) : '')
      break
    }
    case 'b':
    case 'e':
    case 'str':
      break
    default:
      if (look?.isDate && raw !== '')
        for (const form of dateForms(Number(raw), book.date1904)) notes.text(where, form, hidden)
      // 9.99E9 is a long number in another coat.
      if (/e/iu.test(raw) && Number.isSafeInteger(Number(raw))) notes.text(where, String(Number(raw)), hidden)
  }
  notes.text(where, text, hidden)
  if (text.trim() !== '' && (state.covered || look?.unseen === true)) notes.finding('hidden-text', where)
  const formula = childNamed(cell, 'x:f')
  if (!formula) return
  const code = textOf(formula)
  notes.text(`${where} formula`, code, true)
  if (/\bHYPERLINK\s*\(|\[\d+\]|https?:/iu.test(code)) notes.finding('external-link', `${where} formula`)
}

// Serial days since 30 December 1899, or 1 January 1904. Below 61 Excel counts a 29 February 1900 that never was.
const dateForms = (serial: number, date1904: boolean): readonly string[] => {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return []
  const days = Math.floor(serial) + (date1904 ? 1462 : serial < 61 ? 1 : 0)
  const iso = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
  const [year, month, day] = iso.split('-')
  return [iso, `${day}/${month}/${year}`]
}

const noteLinks = (book: Workbook, root: XmlElement, sheet: string): void => {
  const { notes } = book.office
  for (const { attributes } of descendantsNamed(root, 'x:hyperlink')) {
    const where = `${sheet}!${attributes['ref'] ?? ''} link`
    notes.text(where, attributes['display'] ?? '', true)
    notes.text(where, attributes['tooltip'] ?? '', true)
    notes.text(where, attributes['location'] ?? '', true)
  }
}
