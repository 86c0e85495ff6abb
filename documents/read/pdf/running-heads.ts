import { linesOf, textOfLine, type Line } from './lines.ts'
import type { Page, Word } from './page-words.ts'

const mostLines = 3

/** A line at the head or foot is told from the text by the space between them, in sizes of its letters. */
const leastSpace = 1.6

const isPageNumber = (text: string): boolean =>
  /\bpage\b|^\D{0,3}\d+\D{0,3}$|\b\d+ (?:of|\/) \d+\b/i.test(text)

/** What must be the same from page to page: the height and the words; numbers may differ where pages are numbered. */
const keyOf = (line: Line): string => {
  const text = textOfLine(line)
  return `${Math.round(line.y / 4)} ${isPageNumber(text) ? text.replace(/\d+/g, '#') : text}`
}

/** True for a row or the headings of a table: each of its texts begins where one of the lines beside it has one. */
const isInColumns = (line: Line, beside: readonly Line[]): boolean =>
  line.chunks.length > 1 &&
  line.chunks.every(({ left }) =>
    beside.some((other) => other.chunks.some((chunk) => Math.abs(chunk.left - left) <= 3)),
  )

/** The lines at one end of a page, from the outside in, that stand apart from the text and in no columns of it. */
const outerLines = (lines: readonly Line[]): Line[] => {
  for (let count = 1; count <= Math.min(mostLines, lines.length - 1); count += 1) {
    const [outer, inner] = [lines[count - 1]!, lines[count]!]
    const isApart = Math.abs(inner.y - outer.y) > Math.max(outer.size, inner.size) * leastSpace
    if (!isApart) continue
    const found = lines.slice(0, count)
    const beside = lines.slice(count, count + 3)
    if (found.some((line, at) => isInColumns(line, [...lines.slice(at + 1, count), ...beside]))) return []
    return [...found, ...outerLines(lines.slice(count)).slice(0, mostLines - count)]
  }
  return []
}

/**
 * Finds what is printed at the head or foot of most pages. Rows and headings of a table that goes on over pages are no
 * running heads. Returns the texts, each once, and the words to leave out.
 */
export const findRunningHeads = (
  pages: readonly Page[],
): { readonly texts: readonly string[]; readonly words: ReadonlySet<Word> } => {
  const seen = new Map<string, { pages: number; text: string; words: Word[] }>()
  for (const page of pages) {
    const lines = linesOf(page.words)
    const candidates = new Set([...outerLines(lines), ...outerLines(lines.toReversed())])
    for (const line of candidates) {
      const key = keyOf(line)
      const known = seen.get(key) ?? { pages: 0, text: textOfLine(line), words: [] }
      known.pages += 1
      known.words.push(...line.chunks.flatMap(({ words }) => words))
      seen.set(key, known)
    }
  }
  const least = Math.max(2, Math.ceil(pages.filter(({ words }) => words.length > 0).length * 0.6))
  const running = [...seen.values()].filter((each) => each.pages >= least)
  return {
    texts: running.map(({ text }) => text),
    words: new Set(running.flatMap(({ words }) => words)),
  }
}
