import { assertNever } from '../result.ts'

/** A piece of an agency's report as it was read, in reading order. What its author hid is announced and stands in none. */
export type ReportBlock =
  | {
      readonly style: 'heading' | 'list' | 'paragraph' | 'note'
      /** 1 to 9 for headings, depth from 1 for lists, else 0. */
      readonly level: number
      readonly text: string
    }
  | {
      readonly style: 'table'
      /** Cells as shown, every row as wide as the first. */
      readonly rows: readonly (readonly string[])[]
      /** How many of the first rows are headings; 0 where none is. */
      readonly headingRows: number
    }
  /** A page of pictures, of which nothing can be read until a person writes out what it says. */
  | { readonly style: 'page'; readonly page: number }

/** What a person wrote out of a page. */
export type Transcription = { readonly page: number; readonly text: string }

/** Every text of a block as one, cells parted by tabs: for counting and for reading by a machine. */
export const textOfBlock = (block: ReportBlock): string => {
  switch (block.style) {
    case 'heading':
    case 'list':
    case 'paragraph':
    case 'note':
      return block.text
    case 'table':
      return block.rows.map(rowText).join('\n')
    case 'page':
      return ''
    default:
      return assertNever(block)
  }
}

const tab = '\t'

/** A row as one text, so that a heading beside a number still says what the number is. */
export const rowText = (cells: readonly string[]): string => cells.join(tab)

/**
 * Parts the redacted text of a row into its cells again. `spans` are what was replaced in `rowText(cells)`, offsets in UTF-16
 * units of it, in order and apart. A replacement that reaches over cells stands in the cell it begins in.
 */
export const redactedCells = (
  cells: readonly string[],
  spans: readonly { readonly start: number; readonly end: number; readonly replacement: string }[],
): readonly string[] => {
  let from = 0
  return cells.map((cell) => {
    const to = from + cell.length
    let text = ''
    let at = from
    for (const span of spans) {
      if (span.end <= from || span.start >= to) continue
      text += cell.slice(at - from, Math.max(span.start, from) - from)
      if (span.start >= from) text += span.replacement
      at = Math.min(span.end, to)
    }
    text += cell.slice(at - from)
    from = to + tab.length
    return text
  })
}

/**
 * Puts what people wrote out of pages in the place of those pages, a paragraph a line; a page nobody has written out stays
 * as it is.
 */
export const withTranscriptions = (
  blocks: readonly ReportBlock[],
  transcriptions: readonly Transcription[],
): readonly ReportBlock[] =>
  blocks.flatMap((block): readonly ReportBlock[] => {
    if (block.style !== 'page') return [block]
    const found = transcriptions.find(({ page }) => page === block.page)
    if (!found) return [block]
    const lines = found.text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '')
    return [
      { style: 'paragraph', level: 0, text: `Page ${block.page}, written out from a picture:` },
      ...lines.map((text): ReportBlock => ({ style: 'paragraph', level: 0, text })),
    ]
  })

/** Pages in words: "page 2", "pages 1, 3 to 5 and 9". `pages` rise and are not empty. */
export const pagesInWords = (pages: readonly number[]): string => {
  const runs: { from: number; to: number }[] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && page === last.to + 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  const words = runs.map(({ from, to }) =>
    from === to ? String(from) : `${from}${to === from + 1 ? ' and' : ' to'} ${to}`,
  )
  const listed =
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
  return `${pages.length === 1 ? 'page' : 'pages'} ${listed}`
}
