import { linesOf, textOfLine, type Line } from './lines.ts'
import { findOpenTable, groupByLevels, groupRows, layRow } from './open-tables.ts'
import type { Page, Word } from './page-words.ts'
import { findBands, findGrids, mergeRules, type LaidRow } from './ruled-tables.ts'

export type PageTable = {
  readonly kind: 'table'
  readonly top: number
  readonly edges: readonly number[]
  readonly rows: readonly LaidRow[]
}
export type PageText = { readonly kind: 'lines'; readonly top: number; readonly lines: readonly Line[] }
export type PageBlock = PageTable | PageText

const wordsOf = (lines: readonly Line[]): Word[] =>
  lines.flatMap(({ chunks }) => chunks.flatMap(({ words }) => words))

/** A grid without lines between its rows is laid out by its texts, in the columns that are ruled. */
const layRuled = (grid: ReturnType<typeof findGrids>['tables'][number]): readonly LaidRow[] => {
  const lines = linesOf(grid.words)
  const isRowRuled = grid.levels.length > 3 || lines.length <= 2
  if (isRowRuled) return grid.rows()
  const rows = groupByLevels(lines, grid.levels).flatMap((group) => groupRows(group, grid.edges))
  return rows.map((row) => layRow(row, grid.edges))
}

/** Reads a stretch of lines between ruled tables: an open table where there is one, and text around it. */
const readStretch = (lines: readonly Line[], known: readonly number[] | undefined): PageBlock[] => {
  if (lines.length === 0) return []
  const found = findOpenTable(lines, known)
  if (!found) return [{ kind: 'lines', top: lines[0]!.y, lines }]
  const { first, last, edges } = found
  const rows = groupRows(lines.slice(first, last + 1), edges).map((row) => layRow(row, edges))
  return [
    ...(first > 0 ? [{ kind: 'lines' as const, top: lines[0]!.y, lines: lines.slice(0, first) }] : []),
    { kind: 'table', top: lines[first]!.y, edges, rows },
    ...(last + 1 < lines.length ? readStretch(lines.slice(last + 1), undefined) : []),
  ]
}

const readBands = (
  lines: readonly Line[],
  band: ReturnType<typeof findBands>[number],
  known: readonly number[] | undefined,
): { readonly table: PageTable; readonly words: readonly Word[] } | undefined => {
  const [top = 0, bottom = 0] = [band.levels[0], band.levels.at(-1)]
  const within = (line: Line): boolean =>
    line.left >= band.from - 2 &&
    line.right <= band.to + 2 &&
    line.y - line.size * 0.3 >= top &&
    line.y <= bottom + 2
  const inside = lines.filter(within)
  // The headings may stand on the first line across and not under it.
  const above = lines.findLast(
    (line) => line.y < top + 2 && top - line.y < line.size * 1.5 && line.chunks.length > 1,
  )
  const all = above && !inside.includes(above) ? [above, ...inside] : inside
  const found = findOpenTable(all, known)
  if (!found) return undefined
  // Another line of the same width, under the head of the page, may stand above text that is no part of the table.
  const table = all.slice(found.first)
  const rows = groupByLevels(table, band.levels).map((row) => layRow(row, found.edges))
  return { table: { kind: 'table', top: table[0]!.y, edges: found.edges, rows }, words: wordsOf(table) }
}

/** What stands on a page, from top to bottom. `known` are the edges of the table the page before ended in. */
export const readBlocks = (page: Page, known: readonly number[] | undefined): PageBlock[] => {
  const { tables, loose } = findGrids(page)
  const taken = new Set<Word>(tables.flatMap(({ words }) => words))
  const blocks: PageBlock[] = tables.map((grid) => ({
    kind: 'table',
    top: grid.levels[0]!,
    edges: grid.edges,
    rows: layRuled(grid),
  }))
  for (const band of findBands([...loose, ...mergeRules(page.shades)])) {
    const read = readBands(linesOf(page.words.filter((word) => !taken.has(word))), band, known)
    if (!read) continue
    blocks.push(read.table)
    for (const word of read.words) taken.add(word)
  }
  const tops = blocks.map(({ top }) => top).sort((a, b) => a - b)
  const rest = linesOf(page.words.filter((word) => !taken.has(word)))
  const stretches = Map.groupBy(rest, (line) => tops.filter((top) => top < line.y).length)
  for (const [order, stretch] of stretches)
    blocks.push(...readStretch(stretch, order === 0 ? known : undefined))
  return blocks.sort((a, b) => a.top - b.top)
}

const bulletOrNumber = /^(?:[•▪◦●‣–]|-\s|\d{1,2}[.)]\s|\(?[a-z]\)\s)/u

export type PageParagraph = {
  readonly style: 'heading' | 'list' | 'paragraph'
  readonly level: number
  readonly text: string
}

/** Joins lines into paragraphs: a wider gap, another size or the sign of a list item begins the next. */
export const paragraphsOf = (lines: readonly Line[], bodySize: number): PageParagraph[] => {
  const paragraphs: { lines: Line[]; style: PageParagraph['style'] }[] = []
  let before: Line | undefined
  for (const line of lines) {
    const text = textOfLine(line)
    const isItem = bulletOrNumber.test(text)
    const gap = before === undefined ? 0 : line.y - before.y
    const isSame =
      before !== undefined &&
      !isItem &&
      Math.abs(line.size - before.size) < 0.6 &&
      gap > 0 &&
      gap <= line.size * 1.5
    if (isSame) paragraphs.at(-1)!.lines.push(line)
    else {
      const style = line.size >= bodySize * 1.15 ? 'heading' : isItem ? 'list' : 'paragraph'
      paragraphs.push({ lines: [line], style })
    }
    before = line
  }
  return paragraphs.map(({ lines: own, style }) => ({
    style,
    level: style === 'paragraph' ? 0 : 1,
    text: own
      .map(textOfLine)
      .reduce((text, line) =>
        /[\p{L}][-\u2010\u00ad]$/u.test(text) ? text.replace(/\u00ad$/, '') + line : `${text} ${line}`,
      ),
  }))
}
