import type { PackDocument, PackTable } from '../../domain/packs/pack-document.ts'
import { ExpectedError } from '../../domain/result.ts'

export type PlacedText = { readonly place: string; readonly text: string }

/** Every text of a document in reading order with its place in words, which carries no case text. */
export function* textsOf(document: PackDocument): Generator<PlacedText> {
  yield { place: 'the title', text: document.title }
  yield { place: 'the subtitle', text: document.subtitle }
  yield { place: 'the marking', text: document.marking }
  let tableNumber = 0
  for (const [index, block] of document.blocks.entries()) {
    const place = `block ${index + 1}`
    if (block.type === 'table') yield* textsOfTable(block, `table ${++tableNumber}`)
    else if (block.type === 'list') {
      for (const [item, text] of block.items.entries()) yield { place: `${place}, item ${item + 1}`, text }
    } else yield { place, text: block.text }
  }
}

function* textsOfTable(table: PackTable, place: string): Generator<PlacedText> {
  yield { place: `the caption of ${place}`, text: table.caption }
  for (const [index, column] of table.columns.entries()) {
    yield { place: `${place}, heading ${index + 1}`, text: column.heading }
  }
  for (const [row, cells] of table.rows.entries()) {
    for (const [column, text] of cells.entries()) {
      yield { place: `${place}, row ${row + 1}, column ${column + 1}`, text }
    }
  }
}

/** The line breaks of Windows, old Macintosh, Word (vertical tab), printers (form feed) and Unicode, all read as `\n`. */
export const withPlainLineBreaks = (text: string): string =>
  text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')

// Characters no XML 1.0 file can hold (W3C XML 1.0, section 2.2), and so no docx, xlsx or PDF metadata.
const isInXml = (codePoint: number): boolean =>
  codePoint >= 0x20 ? codePoint !== 0xfffe && codePoint !== 0xffff : codePoint === 0x09 || codePoint === 0x0a

export const characterName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Refuses a document that no format could hold without losing something: control characters, half surrogate pairs,
 * rows with more or fewer cells than the table has columns, tables without columns.
 * Errors: `invalid`, naming the place and the character number, never the text.
 */
export const checkText = (document: PackDocument): void => {
  for (const { place, text } of textsOf(document)) {
    const plain = withPlainLineBreaks(text)
    if (!plain.isWellFormed()) {
      throw new ExpectedError(
        'invalid',
        `The document cannot be written: half a character stands alone in ${place}.`,
      )
    }
    for (const character of plain) {
      const codePoint = character.codePointAt(0) ?? 0
      if (isInXml(codePoint)) continue
      throw new ExpectedError(
        'invalid',
        `The document cannot be written: control character ${characterName(codePoint)} in ${place} has no place in an office file.`,
      )
    }
  }
  const tables = document.blocks.filter((block) => block.type === 'table')
  for (const [index, table] of tables.entries()) {
    if (table.columns.length === 0) {
      throw new ExpectedError('invalid', `The document cannot be written: table ${index + 1} has no columns.`)
    }
    const odd = table.rows.findIndex((row) => row.length !== table.columns.length)
    if (odd !== -1) {
      throw new ExpectedError(
        'invalid',
        `The document cannot be written: row ${odd + 1} of table ${index + 1} has ${table.rows[odd]?.length ?? 0} ` +
          `cells for ${table.columns.length} columns.`,
      )
    }
  }
}

/** Landscape where a table has more than four columns. */
export const isLandscape = (document: PackDocument): boolean =>
  document.blocks.some((block) => block.type === 'table' && block.columns.length > 4)
