import type { Page, Rule, Word } from './page-words.ts'
import { textOfWords } from './lines.ts'

/** A cell as laid out on a page. `covered` where another cell to its left or above reaches over it. */
export type LaidCell = {
  readonly text: string
  readonly covered: boolean
  /** The row of the page's table that the covering cell begins in, counted from 0. */
  readonly fromRow?: number
}
export type LaidRow = {
  readonly cells: readonly LaidCell[]
  /** One text laid across the columns of the table. */
  readonly spans: boolean
}

/** A table on one page: where its columns begin and end, and its rows. */
export type LaidTable = {
  readonly top: number
  readonly bottom: number
  /** The edges of the columns, one more than there are columns. */
  readonly edges: readonly number[]
  readonly rows: readonly LaidRow[]
  readonly words: ReadonlySet<Word>
}

/** Where rows of a table are told apart by lines across, the height of each; where not, undefined. */
export type Bands = readonly (readonly [top: number, bottom: number])[]

const near = 3

/** Makes one rule of pieces that lie on one line and touch. */
export const mergeRules = (rules: readonly Rule[]): Rule[] => {
  const sorted = [...rules].sort((a, b) => a.at - b.at)
  const levels: { at: number; pieces: Rule[] }[] = []
  for (const rule of sorted) {
    const level = levels.at(-1)
    if (level && rule.at - level.at <= near / 2) level.pieces.push(rule)
    else levels.push({ at: rule.at, pieces: [rule] })
  }
  return levels.flatMap(({ at, pieces }) => {
    const merged: { from: number; to: number }[] = []
    for (const piece of pieces.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1)
      if (last && piece.from - last.to <= near) last.to = Math.max(last.to, piece.to)
      else merged.push({ from: piece.from, to: piece.to })
    }
    return merged.map((span) => ({ at, ...span }))
  })
}

const distinct = (places: readonly number[]): number[] => {
  const found: number[] = []
  for (const place of [...places].sort((a, b) => a - b))
    if (found.length === 0 || place - found.at(-1)! > near + 1) found.push(place)
  return found
}

const covers = (rules: readonly Rule[], at: number, place: number): boolean =>
  rules.some(
    (rule) => Math.abs(rule.at - at) <= near + 1 && rule.from - near <= place && rule.to + near >= place,
  )

type Grid = { readonly across: readonly Rule[]; readonly down: readonly Rule[] }

/** Rules that cross or touch one another make one grid. */
const gridsOf = (across: readonly Rule[], down: readonly Rule[]): Grid[] => {
  const groups = new Map<Rule, Rule>()
  const rootOf = (rule: Rule): Rule => {
    let root = rule
    for (let next = groups.get(root); next && next !== root; next = groups.get(root)) root = next
    return root
  }
  for (const rule of [...across, ...down]) groups.set(rule, rule)
  for (const a of across)
    for (const d of down) {
      const crosses =
        d.at >= a.from - near && d.at <= a.to + near && a.at >= d.from - near && a.at <= d.to + near
      if (crosses) groups.set(rootOf(a), rootOf(d))
    }
  const found = new Map<Rule, { across: Rule[]; down: Rule[] }>()
  const groupOf = (rule: Rule) => {
    const root = rootOf(rule)
    const group = found.get(root) ?? { across: [], down: [] }
    found.set(root, group)
    return group
  }
  for (const rule of across) groupOf(rule).across.push(rule)
  for (const rule of down) groupOf(rule).down.push(rule)
  return [...found.values()]
}

/** Which column a word stands in, by its middle. */
export const columnOf = (edges: readonly number[], word: Word): number => {
  const middle = (word.left + word.right) / 2
  let column = 0
  for (let at = 1; at < edges.length - 1; at += 1) if (middle >= edges[at]!) column = at
  return column
}

const layGrid = (
  grid: Grid,
  edges: readonly number[],
  levels: readonly number[],
  words: readonly Word[],
): LaidRow[] => {
  const height = levels.length - 1
  const width = edges.length - 1
  // Letters stand on their base line, so a word belongs to the band its middle is in.
  const bandOf = (word: Word): number => levels.findLastIndex((level) => word.y - word.size * 0.3 >= level)
  const held: Word[][][] = Array.from({ length: height }, () => Array.from({ length: width }, () => []))
  for (const word of words)
    held[Math.min(Math.max(bandOf(word), 0), height - 1)]?.[columnOf(edges, word)]?.push(word)
  const begins: (readonly [number, number])[][] = []
  for (let row = 0; row < height; row += 1) {
    begins.push([])
    const middle = (levels[row]! + levels[row + 1]!) / 2
    for (let column = 0; column < width; column += 1) {
      const centre = (edges[column]! + edges[column + 1]!) / 2
      const isOpenLeft = column > 0 && !covers(grid.down, edges[column]!, middle)
      const isOpenAbove = row > 0 && !covers(grid.across, levels[row]!, centre)
      const left = isOpenLeft ? begins[row]![column - 1] : undefined
      const above = isOpenAbove ? begins[row - 1]![column] : undefined
      begins[row]!.push(left ?? above ?? [row, column])
    }
  }
  const gathered = new Map<string, Word[]>()
  begins.forEach((cells, row) =>
    cells.forEach(([firstRow, firstColumn], column) => {
      const key = `${firstRow} ${firstColumn}`
      gathered.set(key, [...(gathered.get(key) ?? []), ...(held[row]?.[column] ?? [])])
    }),
  )
  return begins.map((cells, row) => {
    const laid = cells.map(([firstRow, firstColumn], column): LaidCell => {
      const room = edges[column + 1]! - edges[column]!
      const text = textOfWords(gathered.get(`${firstRow} ${firstColumn}`) ?? [], room)
      return { text, covered: firstRow !== row || firstColumn !== column, fromRow: firstRow }
    })
    const spans =
      width > 1 && cells.every(([firstRow, firstColumn]) => firstRow === row && firstColumn === cells[0]![1])
    return { cells: laid, spans }
  })
}

/** Grids of a page with text in them, and the rules across that belong to none. */
export const findGrids = (page: Page) => {
  const across = mergeRules(page.across)
  const down = mergeRules(page.down)
  const tables: {
    readonly edges: readonly number[]
    readonly levels: readonly number[]
    readonly words: readonly Word[]
    readonly rows: () => LaidRow[]
  }[] = []
  const loose: Rule[] = []
  for (const grid of gridsOf(across, down)) {
    const edges = distinct(grid.down.map(({ at }) => at))
    const levels = distinct(grid.across.map(({ at }) => at))
    const [left = 0, right = 0] = [edges[0], edges.at(-1)]
    const [top = 0, bottom = 0] = [levels[0], levels.at(-1)]
    const words = page.words.filter(
      (word) =>
        (word.left + word.right) / 2 >= left - near &&
        (word.left + word.right) / 2 <= right + near &&
        word.y - word.size * 0.3 >= top &&
        word.y - word.size * 0.3 <= bottom,
    )
    if (edges.length < 3 || levels.length < 2 || words.length === 0) loose.push(...grid.across)
    else tables.push({ edges, levels, words, rows: () => layGrid(grid, edges, levels, words) })
  }
  return { tables, loose }
}

/** Rows ruled off by lines across of one width, without lines down: the heights between them. */
export const findBands = (
  loose: readonly Rule[],
): { readonly from: number; readonly to: number; readonly levels: number[] }[] => {
  const stacks: { from: number; to: number; levels: number[] }[] = []
  for (const rule of [...loose].sort((a, b) => a.at - b.at)) {
    const stack = stacks.find(
      ({ from, to }) =>
        Math.abs(from - rule.from) <= near && Math.abs(to - rule.to) <= near && rule.to - rule.from > 100,
    )
    if (stack) {
      if (rule.at - stack.levels.at(-1)! > near) stack.levels.push(rule.at)
    } else stacks.push({ from: rule.from, to: rule.to, levels: [rule.at] })
  }
  return stacks.filter(({ levels }) => levels.length >= 3)
}
