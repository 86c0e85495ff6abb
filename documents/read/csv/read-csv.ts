import type {
  Announcement,
  SourceCell,
  SourceDocument,
  SourceRow,
} from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { noticeEach } from '../notice.ts'
import { rereadable } from '../rereadable.ts'
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

const longestSeparatorLine = 'sep=;\r\n'.length

/** The text behind a leading line that names the delimiter, and the delimiter where there is such a line. */
const beginningOf = (pieces: Iterable<string>) => {
  let beginning = ''
  for (const piece of pieces) {
    beginning += piece
    if (beginning.length >= longestSeparatorLine) break
  }
  const [line = '', named] = /^sep=(.)(?:\r\n|\n|\r)/i.exec(beginning) ?? []
  const body: Iterable<string> = {
    *[Symbol.iterator]() {
      let left = line.length
      for (const piece of pieces) {
        if (left < piece.length) yield piece.slice(left)
        left = Math.max(0, left - piece.length)
      }
    },
  }
  return { body, named }
}

/**
 * Reads a csv or tsv file: one table named `file` whose first record (row 0) is the heading. Every field is text
 * exactly as written; the format is `tsv` where a tab parts them. The delimiter is the one the records agree on, or the one a leading `sep=` line names.
 * `size` is the bytes decoded at a time.
 * Throws `ExpectedError('invalid')` for undecodable bytes, a broken quotation, or a file of blanks alone.
 */
export const readCsv = (bytes: Uint8Array, fileName: string, size?: number): SourceDocument => {
  const decoded = decodeText(bytes, fileName, size)
  if (decoded.isBlank) throw new ExpectedError('invalid', `${fileName}: the file is empty.`)
  const lineMark = decoded.hasLineFeed ? '\n' : '\r'
  const { body, named } = beginningOf(decoded.pieces)
  const delimiter = named ?? guessDelimiter(body, lineMark)
  const readRows = function* (): Generator<SourceRow> {
    let count = 0
    for (const record of splitRecords(body, delimiter, lineMark, named === undefined ? 1 : 2)) {
      yield asRow(record, count)
      count += 1
    }
  }
  const heldRow = countRows(fileName, 'the file')
  let [width, length] = [0, 0]
  let headings: SourceRow['cells'] = []
  const cells = noticeEach((row: SourceRow) => announceCells(row, headings))
  try {
    for (const row of readRows()) {
      if (length === 0) headings = row.cells
      if (row.cells.some(({ text }) => text !== '')) heldRow()
      width = Math.max(width, row.cells.length)
      length += 1
      cells.see(row)
    }
  } catch (error) {
    if (error instanceof QuoteError) return refuseQuote(error, fileName)
    throw error
  }
  const columns = Array.from({ length: width }, (_, index) => ({ label: String(index + 1), hidden: false }))
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    tables: [{ name: 'file', visible: true, columns, rows: rereadable(length, readRows) }],
    paragraphs: [],
    announced: [...announceEncoding(decoded), ...cells.say()],
    properties: {},
  }
}
