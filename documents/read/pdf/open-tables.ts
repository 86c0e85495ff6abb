import { textOfWords, type Line } from './lines.ts'
import type { Word } from './page-words.ts'
import { columnOf, type LaidRow } from './ruled-tables.ts'

/** Of the lines of a table, how many may run across the space between two columns. */
const crossingShare = 0.08

const startsOf = (lines: readonly Line[]) => lines.flatMap(({ chunks }) => chunks)

/**
 * The edges of columns that no lines part: the spaces that run down between the texts of nearly all lines with more
 * than one text. Fewer than two columns give nothing.
 */
export const findEdges = (lines: readonly Line[]): readonly number[] | undefined => {
  const several = lines.filter(({ chunks }) => chunks.length > 1)
  if (several.length === 0) return undefined
  const allowed = Math.floor(several.length * crossingShare)
  const left = Math.min(...several.map((line) => line.left))
  const right = Math.max(...several.map((line) => line.right))
  const size = Math.min(...several.map((line) => line.size))
  const marks = startsOf(several)
    .flatMap((chunk) => [
      { at: chunk.left, change: 1 },
      { at: chunk.right, change: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change)
  const gaps: { from: number; to: number }[] = []
  let depth = 0
  let from: number | undefined
  for (const { at, change } of marks) {
    const before = depth
    depth += change
    if (before > allowed && depth <= allowed) from = at
    else if (before <= allowed && depth > allowed && from !== undefined) {
      if (at - from >= size * 0.4) gaps.push({ from, to: at })
      from = undefined
    }
  }
  // The next column begins where its texts do, so the edge is just before them.
  const inner = gaps
    .filter((gap) => gap.from > left && gap.to < right)
    .map((gap) => Math.max(gap.to - size * 0.3, (gap.from + gap.to) / 2))
  return inner.length === 0 ? undefined : [left - size, ...inner, right + size]
}

/** True where a line is one text laid over the edge between columns. */
export const spansEdges = (line: Line, edges: readonly number[]): boolean =>
  line.chunks.length === 1 &&
  edges.slice(1, -1).some((edge) => line.left < edge - line.size && line.right > edge + line.size)

/** How many of the lines with several texts have one that runs over an edge. */
export const crossings = (lines: readonly Line[], edges: readonly number[]): number =>
  lines.filter(
    ({ chunks, size }) =>
      chunks.length > 1 &&
      chunks.some(({ left, right }) =>
        edges.slice(1, -1).some((edge) => left < edge - size && right > edge + size),
      ),
  ).length

const wordsOf = (lines: readonly Line[]): Word[] =>
  lines.flatMap(({ chunks }) => chunks.flatMap(({ words }) => words))

const filledColumns = (line: Line, edges: readonly number[]): ReadonlySet<number> =>
  new Set(wordsOf([line]).map((word) => columnOf(edges, word)))

/** What goes on with a date begun on the line above and begins none: `2022`, `March 2022`, `to 3 May`, `(approx)`. */
const goesOn =
  /^(?:\d{4}$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{2,4})?$|(?:to|and|until|or|at)\b|[-–—(/]|\d{1,2}[:.]\d{2}\s*(?:h(?:ou)?rs?)?$|[a-z])/i

const isDayFirst = (text: string): boolean => /^\??\d{1,2}(?:st|nd|rd|th)?(?:[\s./-]|$)/i.test(text)

/** Groups the lines of a table into rows, where nothing but the texts themselves tells where one begins. */
export const groupRows = (lines: readonly Line[], edges: readonly number[]): Line[][] => {
  const gaps = lines.slice(1).map((line, at) => line.y - lines[at]!.y)
  const sorted = [...gaps].sort((a, b) => a - b)
  const pitch = sorted[Math.floor(sorted.length * 0.2)] ?? 0
  const filled = lines.map((line) => filledColumns(line, edges))
  const isWide = lines.map(
    (_, at) => at === 0 || gaps[at - 1]! > Math.min(pitch * 1.25, lines[at]!.size * 2.2),
  )
  const keyed = lines.flatMap((_, at) => (at > 0 && filled[at]!.has(0) ? [at] : []))
  const isSpaced =
    keyed.length > 0 &&
    keyed.filter((at) => isWide[at]).length >= keyed.length * 0.6 &&
    gaps.some((gap) => gap <= pitch * 1.25)
  const rows: Line[][] = []
  lines.forEach((line, at) => {
    const key = wordsOf([line]).filter((word) => columnOf(edges, word) === 0)
    const text = key.map((word) => word.text).join(' ')
    const isSpan = spansEdges(line, edges)
    const before = rows.at(-1)
    const beforeIsSpan = before !== undefined && spansEdges(before[0]!, edges)
    const begins = (): boolean => {
      if (isSpan || beforeIsSpan) return !(isSpan && beforeIsSpan && !isWide[at])
      // What is set apart below the headings is a row, even without a date: the rest of one from the page before.
      if (rows.length === 1 && isWide[at]) return true
      if (isSpaced) return isWide[at]! && (key.length > 0 || filled[at]!.size > 1)
      if (key.length > 0) return isWide[at]! || isDayFirst(text) || !goesOn.test(text)
      return isWide[at]! && filled[at]!.size > 1
    }
    if (before === undefined || begins()) rows.push([line])
    else before.push(line)
  })
  return rows
}

/** Lays lines out in columns as one row. */
export const layRow = (lines: readonly Line[], edges: readonly number[]): LaidRow => {
  const spans = lines.every((line) => spansEdges(line, edges))
  const words = wordsOf(lines)
  if (spans) return { cells: [{ text: textOfWords(words, Infinity), covered: false }], spans: true }
  const cells = Array.from({ length: edges.length - 1 }, (_, column) => {
    const own = words.filter((word) => columnOf(edges, word) === column)
    return { text: textOfWords(own, edges[column + 1]! - edges[column]!), covered: false }
  })
  return { cells, spans: false }
}

/** Parts lines by the heights of ruled rows; what stands above the first is a row of its own. */
export const groupByLevels = (lines: readonly Line[], levels: readonly number[]): Line[][] => {
  const groups = new Map<number, Line[]>()
  for (const line of lines) {
    const band = levels.findLastIndex((level) => line.y - line.size * 0.3 >= level)
    groups.set(band, [...(groups.get(band) ?? []), line])
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group)
}

type Found = { readonly first: number; readonly last: number; readonly edges: readonly number[] }

const leastRows = 3

/** A list item's own number, which is no column of a table. */
const isLabel = (text: string): boolean => /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$/i.test(text)

/** Two columns are prose set side by side where the left one is filled to its edge, and a list where it holds numbers. */
const isProse = (lines: readonly Line[]): boolean => {
  const firsts = lines.flatMap(({ chunks }) => (chunks.length > 1 && chunks[0] ? [chunks[0]] : []))
  const left = Math.min(...firsts.map((chunk) => chunk.left))
  const right = Math.max(...firsts.map((chunk) => chunk.right))
  const full = firsts.filter(
    (chunk) => right - chunk.right <= (right - left) * 0.15 && right - left > 120,
  ).length
  const labels = firsts.filter(({ text }) => isLabel(text)).length
  return Math.max(full, labels) > firsts.length * 0.4
}

/**
 * Finds a table in lines that nothing rules: the stretch whose texts stand under one another in most columns. `known`
 * are the edges of a table that the page before ended in; where they fit, it goes on.
 */
export const findOpenTable = (
  lines: readonly Line[],
  known: readonly number[] | undefined,
): Found | undefined => {
  const several = lines.flatMap((line, at) => (line.chunks.length > 1 ? [at] : []))
  if (several.length === 0) return undefined
  const last = lastOf(lines, several.at(-1)!)
  let best: (Found & { readonly columns: number }) | undefined
  for (const first of several.slice(0, 20)) {
    const stretch = lines.slice(first, last + 1)
    const edges = findEdges(stretch)
    if (!edges) continue
    const columns = edges.length - 1
    const own = stretch.filter(({ chunks }) => chunks.length > 1).length
    const across = stretch.filter((line) => spansEdges(line, edges)).length
    const isTable = own >= leastRows && across <= own * 0.5 && (columns > 2 || !isProse(stretch))
    if (isTable && (best === undefined || columns > best.columns)) best = { first, last, edges, columns }
  }
  if (known && best?.columns !== known.length - 1) {
    const first = several[0]!
    const shift = Math.min(...several.map((at) => lines[at]!.left)) - (known[0]! + lines[first]!.size)
    for (const by of [0, shift]) {
      const edges = known.map((edge) => edge + by)
      const stretch = lines.slice(first, last + 1)
      if (crossings(stretch, edges) === 0 && !stretch.some((line) => line.left < edges[0]! - line.size))
        return { first, last, edges }
    }
  }
  return best
}

/** The last line of a table: lines of one text just below the last row still belong to it where they stand in a column. */
const lastOf = (lines: readonly Line[], at: number): number => {
  let last = at
  for (let next = at + 1; next < lines.length; next += 1) {
    const [line, above] = [lines[next]!, lines[next - 1]!]
    const isClose = line.y - above.y <= line.size * 1.6
    const isUnder =
      above.chunks.some(({ left }) => Math.abs(left - line.left) <= 2) && line.left > lines[at]!.left + 2
    if (!isClose || !isUnder) break
    last = next
  }
  return last
}
