import type { SourceDocument } from '../../../domain/chronology/source-table.ts'
import { announceEncoding, decodeText } from '../csv/decode-text.ts'
import { refuseTooLarge } from '../package.ts'

type TextBlock = SourceDocument['paragraphs'][number]
export type PlainText = Omit<SourceDocument, 'format'> & { readonly format: 'txt' }

const listItem = /^\s*(?:[•▪◦●‣–*-]|\d{1,3}[.)]|\(?[a-z]\))\s+\S/u
const underline = /^\s*(?:={3,}|-{3,})\s*$/u
const mostHeadingLetters = 80

/** A line by itself, in capitals or numbered and without a full stop, heads what follows. */
const isHeading = (line: string): boolean =>
  line.length <= mostHeadingLetters &&
  !/[.;,:]$/u.test(line) &&
  ((line === line.toUpperCase() && /\p{Lu}{3}/u.test(line)) ||
    /^#{1,6}\s|^\d+(?:\.\d+)*\s+\p{Lu}/u.test(line))

/**
 * Reads a plain text file: paragraphs parted by empty lines, list items and headings as they look. Lines inside a paragraph
 * stay lines. Its encoding is told strictly and announced where it is not UTF-8.
 * Errors: `invalid` naming the file where no encoding leaves clean text.
 */
export const readPlainText = (bytes: Uint8Array, fileName: string): PlainText => {
  refuseTooLarge(bytes, fileName)
  const decoded = decodeText(bytes, fileName)
  const plain = [...decoded.pieces].join('').replace(/\r\n|[\r\f]/gu, '\n')
  const blocks: TextBlock[] = []
  for (const stretch of plain.split(/\n(?:[^\S\n]*\n)+/u)) {
    const lines = stretch.split('\n').filter((line) => line.trim() !== '')
    const rest = lines.filter((line, at) => at === 0 || !underline.test(line))
    const [first] = rest
    if (first === undefined) continue
    if (rest.length === 1 && (isHeading(first.trim()) || rest.length < lines.length))
      blocks.push({ style: 'heading', level: 1, text: first.trim().replace(/^#+\s+/u, '') })
    else blocks.push(...paragraphsOf(rest))
  }
  return {
    format: 'txt',
    tables: [],
    paragraphs: blocks,
    blocks,
    announced: announceEncoding(decoded),
    properties: {},
  }
}

const paragraphsOf = (lines: readonly string[]): readonly TextBlock[] => {
  const found: { style: TextBlock['style']; level: number; text: string }[] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (listItem.test(line)) found.push({ style: 'list', level: 1, text: line.trim() })
    else if (last?.style === 'list' && /^\s/u.test(line)) last.text += `\n${line.trim()}`
    else if (last?.style === 'paragraph') last.text += `\n${line.trimEnd()}`
    else found.push({ style: 'paragraph', level: 0, text: line.trimEnd() })
  }
  return found
}
