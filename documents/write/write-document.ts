import { assertNever } from '../../domain/result.ts'
import type { PackBlock, PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import { checkText, withPlainLineBreaks } from './check-text.ts'
import { writeJson } from './write-json.ts'

/** Hears how many rows of a long table are written, as often as it may wait or throw to stop. */
export type OnRows = (done: number, total: number) => Promise<void> | void

/**
 * Writes a document in one format and gives the file's bytes; the same document is always the same bytes.
 * Line breaks of every kind become `\n` except in JSON, which holds the texts unchanged.
 * Each writer is loaded when it is first asked for. Errors: `invalid` where the format cannot hold a character or the tables are uneven; nothing is dropped silently.
 */
export const writeDocument = async (
  document: PackDocument,
  format: PackFormat,
  onRows?: OnRows,
): Promise<Uint8Array> => {
  checkText(document)
  if (format === 'json') return writeJson(document)
  const plain = plainDocument(document)
  switch (format) {
    case 'docx':
      return (await import('./write-docx.ts')).writeDocx(plain, onRows)
    case 'pdf':
      return (await import('./write-pdf.ts')).writePdf(plain)
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(plain)
    case 'csv':
      return (await import('./write-csv.ts')).writeCsv(plain)
    default:
      return assertNever(format)
  }
}

const plainDocument = (document: PackDocument): PackDocument => ({
  ...document,
  title: withPlainLineBreaks(document.title),
  subtitle: withPlainLineBreaks(document.subtitle),
  marking: withPlainLineBreaks(document.marking),
  blocks: document.blocks.map(plainBlock),
})

const plainBlock = (block: PackBlock): PackBlock => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: withPlainLineBreaks(block.text) }
    case 'list':
      return { ...block, items: block.items.map(withPlainLineBreaks) }
    case 'table':
      return {
        ...block,
        caption: withPlainLineBreaks(block.caption),
        columns: block.columns.map((column) => ({ ...column, heading: withPlainLineBreaks(column.heading) })),
        rows: block.rows.map((row) => row.map(withPlainLineBreaks)),
      }
    default:
      return assertNever(block)
  }
}
