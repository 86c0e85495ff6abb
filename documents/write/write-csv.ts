import { stringify } from 'csv-stringify/sync'
import type { PackDocument } from '../../domain/packs/pack-document.ts'

// Spaces, no-break and other Unicode spaces, zero-width characters, direction marks and the byte order mark: a
// spreadsheet skips them before it decides that a cell is a formula.
const formulaStart =
  /(^|[\n\r])(?=(?:[^\S\n\r]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff])*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r])/gu

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula, at the start of a cell or of a line in it.
 * Source: OWASP "CSV Injection", widened to full-width signs, leading spaces and zero-width characters.
 * This changes the data ("+44" becomes "'+44"): the manifest of a pack says so, and the JSON file holds the text unchanged.
 */
export const defuseFormula = (text: string): string => text.replace(formulaStart, "$1'")

/**
 * Writes a document as CSV: UTF-8 with byte order mark, CRLF between records, every field quoted.
 * Title, headings and paragraphs are records of one field; each table is its caption, its headings and its rows, with an
 * empty record before and after.
 */
export const writeCsv = (document: PackDocument): Uint8Array => {
  const records: string[][] = [[document.marking], [document.title], [document.subtitle]]
  for (const block of document.blocks) {
    switch (block.type) {
      case 'heading':
        records.push([], [block.text])
        break
      case 'paragraph':
        records.push([block.text])
        break
      case 'list':
        for (const item of block.items) records.push([item])
        break
      case 'table':
        records.push(
          [],
          [block.caption],
          block.columns.map((column) => column.heading),
        )
        for (const row of block.rows) records.push([...row])
        records.push([])
        break
    }
  }
  const defused = records.map((record) => record.map(defuseFormula))
  const csv = stringify(defused, { bom: true, record_delimiter: '\r\n', quoted: true, quoted_empty: true })
  return new TextEncoder().encode(csv)
}
