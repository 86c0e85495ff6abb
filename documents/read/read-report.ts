import type { SourceDocument, SourceTable } from '../../domain/chronology/source-table.ts'
import type { ReportBlock } from '../../domain/packs/report-block.ts'
import { ExpectedError } from '../../domain/result.ts'
import { fileKind } from './file-kind.ts'
import { readSource } from './read-source.ts'
import { readPlainText } from './text/read-plain-text.ts'
import type { PdfOptions } from './pdf/read-pdf.ts'

export type Report = Pick<SourceDocument, 'announced' | 'properties'> & {
  readonly format: SourceDocument['format'] | 'txt'
  readonly blocks: readonly ReportBlock[]
}

/**
 * Reads an agency's report for the text and structure it shows: Word, PDF, plain text (.txt, .text, .md), and anything
 * `readSource` reads. A PDF page of which nothing can be read stands as a block of its own, to be written out by a person.
 * `onPage` hears of every page of a PDF and may throw to stop.
 * Errors: `invalid`, naming the file, for one that is protected, damaged, of an unknown kind, or holds no text and no page.
 */
export const readReport = async (
  bytes: Uint8Array,
  fileName: string,
  onPage?: PdfOptions['onPage'],
): Promise<Report> => {
  const { format, announced, properties, ...document } = await readAny(bytes, fileName, onPage)
  const blocks = blocksOf(document)
  if (blocks.length === 0) throw new ExpectedError('invalid', `${fileName}: no text was found in it.`)
  return { format, announced, properties, blocks }
}

const readAny = async (
  bytes: Uint8Array,
  fileName: string,
  onPage: PdfOptions['onPage'],
): Promise<Omit<SourceDocument, 'format'> & Pick<Report, 'format'>> => {
  const kind = fileKind(bytes)
  if (kind === 'pdf')
    return (await import('./pdf/read-pdf.ts')).readPdf(bytes, fileName, {
      withUnread: true,
      ...(onPage ? { onPage } : {}),
    })
  if (kind === 'other' && /\.(?:txt|text|md)$/iu.test(fileName)) return readPlainText(bytes, fileName)
  return readSource(bytes, fileName, { marksNotes: true })
}

/** Paragraphs and tables in the order of the document; where a format has none, running text and then the tables. */
const blocksOf = ({
  blocks,
  paragraphs,
  tables,
}: Pick<SourceDocument, 'blocks' | 'paragraphs' | 'tables'>): readonly ReportBlock[] => {
  if (!blocks) return [...paragraphs.filter(({ text }) => text.trim() !== ''), ...tables.flatMap(tableBlock)]
  return blocks.flatMap((block): readonly ReportBlock[] => {
    if (block.style === 'table') return tableBlock(tables[block.table])
    if (block.style === 'page') return [block]
    return block.text.trim() === '' ? [] : [block]
  })
}

/** A table without what its author hid, which is announced, and without rows and columns that are empty. */
const tableBlock = (table: SourceTable | undefined): readonly ReportBlock[] => {
  if (!table?.visible) return []
  const shown = [...table.rows]
    .filter((row) => !row.hidden)
    .map((row) => ({
      isHeading: row.heading === true,
      cells: table.columns.flatMap((column, at) => {
        const cell = row.cells[at]
        return column.hidden ? [] : [cell === undefined || cell.merged === true ? '' : cell.text]
      }),
    }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ''))
  const used = (shown[0]?.cells ?? []).map((_, at) => shown.some(({ cells }) => cells[at]?.trim() !== ''))
  if (shown.length === 0) return []
  const end = shown.findIndex(({ isHeading }) => !isHeading)
  return [
    {
      style: 'table',
      rows: shown.map(({ cells }) => cells.filter((_, at) => used[at])),
      headingRows: end === -1 ? 0 : end,
    },
  ]
}
