import type { Redaction } from '../redaction/redaction.ts'
import { assertNever, ExpectedError } from '../result.ts'
import type { PackBlock, PackTable } from './pack-document.ts'
import { pagesInWords, redactedCells, rowText, type ReportBlock } from './report-block.ts'

/** Redacts one stretch of source text and keeps it as a passage of the pack. `place` tells it from others of the report. */
export type Pass = (place: string, original: string) => Pick<Redaction, 'text' | 'spans'>

/** A row whose cells are all filled, and each as short as a heading, heads its table. */
const longestHeading = 60

/**
 * Builds an agency's report anew from its text and structure: headings, paragraphs, lists, tables, and its notes at the end.
 * A report with a page of which nothing was read is refused, and the pages are named.
 */
export const projectContribution = (
  blocks: readonly ReportBlock[],
  { name, agency }: { readonly name: string; readonly agency: string },
  pass: Pass,
): readonly PackBlock[] => {
  const title = `${name}: ${agency}`
  const unread = blocks.flatMap((block) => (block.style === 'page' ? [block.page] : []))
  if (unread.length > 0)
    throw new ExpectedError(
      'refused',
      `${title}: nothing can be read on ${pagesInWords(unread)}, which ${unread.length === 1 ? 'is a picture' : 'are pictures'}. ` +
        'Open the report under Contributions and write the text out, or ask for the file it was made from. No pack was built.',
    )
  const built: PackBlock[] = [{ type: 'heading', level: 1, text: title }]
  const notes: string[] = []
  let items: string[] = []
  let tables = 0
  const endList = (): void => {
    if (items.length > 0) built.push({ type: 'list', items })
    items = []
  }
  for (const [n, block] of blocks.entries()) {
    if (block.style !== 'list') endList()
    switch (block.style) {
      case 'heading':
      case 'paragraph':
      case 'list':
      case 'note': {
        const { text } = pass(String(n), block.text)
        if (text === '') break
        if (block.style === 'heading') built.push({ type: 'heading', level: block.level <= 1 ? 2 : 3, text })
        else if (block.style === 'paragraph') built.push({ type: 'paragraph', text })
        else (block.style === 'list' ? items : notes).push(text)
        break
      }
      case 'table':
        tables += 1
        built.push(
          tableOf(block, `${name}, table ${tables}`, (row, original) => pass(`${n}:${row}`, original)),
        )
        break
      case 'page':
        break
      default:
        assertNever(block)
    }
  }
  endList()
  if (notes.length > 0)
    built.push({ type: 'heading', level: 2, text: 'Notes' }, { type: 'list', items: notes })
  return built
}

const tableOf = (table: Extract<ReportBlock, { style: 'table' }>, caption: string, pass: Pass): PackTable => {
  const rows = table.rows.map((cells, row) =>
    redactedCells(cells, pass(String(row + 1), rowText(cells)).spans),
  )
  const first = table.rows[0] ?? []
  const looksLikeHeading =
    table.rows.length > 1 && first.every((cell) => cell.trim() !== '' && cell.length <= longestHeading)
  const headings = Math.min(table.headingRows, rows.length) || (looksLikeHeading ? 1 : 0)
  const columns = first.map((_, column) => {
    const heading = rows
      .slice(0, headings)
      .map((cells) => cells[column] ?? '')
      .filter((text) => text !== '')
      .join('\n')
    const longest = Math.max(0, ...rows.map((cells) => cells[column]?.length ?? 0))
    // A column of sentences gets more room than one of dates, and none takes all of it.
    const weight = Math.min(12, Math.max(2, Math.sqrt(longest)))
    return { heading: heading === '' ? `Column ${column + 1}` : heading, weight }
  })
  return { type: 'table', caption, columns, rows: rows.slice(headings) }
}
