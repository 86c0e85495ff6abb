import type {
  Announcement,
  SourceCell,
  SourceDocument,
  SourceRow,
} from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { countRows } from '../row-limit.ts'
import { announceEncoding, decodeText } from './decode-text.ts'
import { guessDelimiter, QuoteError, splitRecords, type TextRecord } from './split-records.ts'

/** A cell that a spreadsheet would take for a formula: = + - or @, wide forms too, after spaces seen or unseen. */
const formulaLike = /^[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]./s

const emptyCell: SourceCell = Object.freeze({ text: '', kind: 'empty' })

const asRow = ({ fields, line }: TextRecord, record: number): SourceRow => ({
  where: `record ${record}, line ${line}`,
  row: record,
  hidden: false,
  cells: fields.map((text) => (text === '' ? emptyCell : { text, kind: 'text' })),
})

const announceCells = (row: SourceRow, headings: readonly SourceCell[]): Announcement[] => {
  const announced: Announcement[] = []
  const called = (index: number): string => {
    const heading = headings[index]?.text ?? ''
    return heading === '' ? `Column ${index + 1}` : `Column “${heading}”`
  }
  row.cells.forEach(({ text }, index) => {
    if (/[\r\n]/.test(text)) {
      const detail = `${called(index)} has line breaks inside its text, which were kept: “${text}”.`
      announced.push({ kind: 'line-break-in-cell', where: row.where, detail })
    }
    if (formulaLike.test(text)) {
      const detail = `${called(index)} begins like a formula and is kept as text: “${text}”.`
      announced.push({ kind: 'formula-like-text', where: row.where, detail })
    }
    if (text.length === 32_767) {
      const detail = `${called(index)} is exactly 32,767 characters long, the most Excel keeps, so its end may have been cut off.`
      announced.push({ kind: 'cut-cell', where: row.where, detail })
    }
  })
  return announced
}

const refuseQuote = (error: QuoteError, fileName: string): never => {
  const why =
    error.reason === 'unclosed'
      ? 'is never closed'
      : 'is closed and then followed by more text, so it is not clear where the cell ends'
  throw new ExpectedError(
    'invalid',
    `${fileName}: the quotation mark that opens on line ${error.line} ${why}.`,
  )
}

/**
 * Reads a csv or tsv file: one table named `file` whose first record (row 0) is the heading. Every field is text
 * exactly as written; the format is `tsv` where a tab parts them. The delimiter is the one the records agree on, or the one a leading `sep=` line names.
 * Throws `ExpectedError('invalid')` for undecodable bytes, a broken quotation, or a file of blanks alone.
 */
export const readCsv = (bytes: Uint8Array, fileName: string): SourceDocument => {
  const { text, encoding } = decodeText(bytes, fileName)
  if (text.trim() === '') throw new ExpectedError('invalid', `${fileName}: the file is empty.`)
  const named = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const delimiter = named?.[1] ?? guessDelimiter(body)
  const rows: SourceRow[] = []
  let width = 0
  const heldRow = countRows(fileName, 'the file')
  try {
    for (const record of splitRecords(body, delimiter, named ? 2 : 1)) {
      if (record.fields.some((field) => field !== '')) heldRow()
      rows.push(asRow(record, rows.length))
      width = Math.max(width, record.fields.length)
    }
  } catch (error) {
    if (error instanceof QuoteError) return refuseQuote(error, fileName)
    throw error
  }
  const headings = rows[0]?.cells ?? []
  const columns = Array.from({ length: width }, (_, index) => ({ label: String(index + 1), hidden: false }))
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    tables: [{ name: 'file', visible: true, columns, rows }],
    paragraphs: [],
    announced: [...announceEncoding(text, encoding), ...rows.flatMap((row) => announceCells(row, headings))],
    properties: {},
  }
}
