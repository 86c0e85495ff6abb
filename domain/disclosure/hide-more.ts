import {
  constraintsByCell,
  type Bounds,
  type CellRange,
  type Constraint,
  type RangeFinder,
} from './linear-system.ts'
import { primaryStatus, publishedBounds, type Attacker, type CellStatus } from './sac-bounds.ts'

/** Cells to publish under the SAC rule, how they hang together, and what a reader knows exactly anyway. */
export type CellSystem = {
  readonly truth: readonly number[]
  readonly known: readonly boolean[]
  readonly isMargin: readonly boolean[]
  readonly constraints: readonly Constraint[]
  readonly findRanges: RangeFinder
}

/** Which cells to hide, what every hidden cell can still be, and the cells that no hiding can protect. */
export type HidingPlan = {
  readonly status: readonly CellStatus[]
  readonly attacker: Attacker
  readonly ranges: ReadonlyMap<number, CellRange>
  /** Hidden cells that follow exactly from what is known anyway, whatever else is hidden. */
  readonly beyondHelp: readonly number[]
  /** Hidden cells the search could neither fix nor free within its limits. */
  readonly unproven: readonly number[]
}

/** Choices compared with each other at one step, and leaks up to which they are compared at all. */
const compareAtMost = 12
const reviewAtMost = 64

const isFixed = (range: CellRange | undefined): boolean =>
  range !== undefined && range.exact && range.low === range.high

const planFor = (system: CellSystem, attacker: Attacker): HidingPlan => {
  const { truth, known, isMargin, constraints, findRanges } = system
  const byCell = constraintsByCell(truth.length, constraints)
  const status = [...primaryStatus(truth)]
  const bounds = (): Bounds => publishedBounds(truth, known, status, attacker)
  const fixedAmong = (cells: readonly number[], from: Bounds = bounds()): readonly number[] => {
    const ranges = findRanges(from, cells, 'movable')
    return cells.filter((cell) => isFixed(ranges.get(cell)))
  }
  const hiddenCells = (): readonly number[] =>
    truth.flatMap((_, cell) => (status[cell] !== 'shown' && !known[cell] ? [cell] : []))

  const leakedAtFirst = fixedAmong(hiddenCells())
  const allHidden = status.map((state) => (state === 'shown' ? 'secondary' : state))
  const beyondHelp =
    leakedAtFirst.length === 0
      ? []
      : fixedAmong(leakedAtFirst, publishedBounds(truth, known, allHidden, attacker))
  const cannotHelp = new Set(beyondHelp)
  let leaks: readonly number[] = leakedAtFirst.filter((cell) => !cannotHelp.has(cell))

  const lineMates = (cell: number): readonly number[] =>
    (byCell[cell] ?? []).flatMap((c) => constraints[c]?.cells ?? [])
  const shownAround = (cells: readonly number[]): readonly number[] =>
    [...new Set(cells.flatMap(lineMates))].filter((cell) => status[cell] === 'shown' && !known[cell])
  const cheapestFirst = (a: number, b: number): number =>
    Number(isMargin[a]) - Number(isMargin[b]) || (truth[a] ?? 0) - (truth[b] ?? 0) || a - b
  const leaksIfHidden = (cell: number): number => {
    status[cell] = 'secondary'
    const left = fixedAmong([...leaks, cell]).length
    status[cell] = 'shown'
    return left
  }
  const nextToHide = (): readonly number[] => {
    if (leaks.length > compareAtMost) {
      return [...new Set(leaks.flatMap((leak) => [...shownAround([leak])].sort(cheapestFirst).slice(0, 1)))]
    }
    let choices: readonly number[] = shownAround(leaks)
    if (choices.length === 0) choices = shownAround(hiddenCells())
    if (choices.length === 0)
      choices = truth.flatMap((_, c) => (status[c] === 'shown' && !known[c] ? [c] : []))
    const compared = [...choices].sort(cheapestFirst)
    const margins = compared.filter((cell) => isMargin[cell]).slice(0, compareAtMost / 2)
    const tried = [...new Set([...compared.slice(0, compareAtMost), ...margins])]
    const scored = tried.map((cell) => ({ cell, left: leaksIfHidden(cell) }))
    const best = scored.reduce<{ cell: number; left: number } | null>(
      (least, one) => (least === null || one.left < least.left ? one : least),
      null,
    )
    return best === null ? [] : [best.cell]
  }
  const helped: number[] = []
  while (leaks.length > 0) {
    const more = nextToHide()
    if (more.length === 0) break
    for (const cell of more) {
      status[cell] = 'secondary'
      helped.push(cell)
    }
    leaks = fixedAmong([...leaks, ...more])
  }

  if (helped.length <= reviewAtMost) {
    const mustStayOpen = leakedAtFirst.filter((cell) => !cannotHelp.has(cell))
    for (const cell of [...helped].sort((a, b) => -cheapestFirst(a, b))) {
      status[cell] = 'shown'
      const others = helped.filter((other) => status[other] === 'secondary')
      if (fixedAmong([...mustStayOpen, ...others]).length > 0) status[cell] = 'secondary'
    }
  }

  const all = truth.flatMap((_, cell) => (status[cell] !== 'shown' ? [cell] : []))
  const ranges = findRanges(bounds(), all, 'ends')
  const open = all.filter((cell) => !known[cell])
  return {
    status,
    attacker,
    ranges,
    beyondHelp: open.filter((cell) => isFixed(ranges.get(cell))),
    unproven: open.filter((cell) => {
      const range = ranges.get(cell)
      return range !== undefined && !range.exact && range.low === range.high
    }),
  }
}

/**
 * Applies the SAC rule and hides as few further cells as it finds until no hidden cell is exactly determined. It guards
 * against the better informed reader first (`knows-marks`), and falls back to the reader who sees all marks alike only
 * where that protects cells which nothing can protect from the first. Choice of cell: fewest cells left determined, then
 * interior before margin, then the smallest count, then position; at the end every cell that proves needless is shown again.
 */
export const planHiding = (system: CellSystem): HidingPlan => {
  const strict = planFor(system, 'knows-marks')
  if (strict.beyondHelp.length === 0) return strict
  const lenient = planFor(system, 'sees-marks-alike')
  return lenient.beyondHelp.length < strict.beyondHelp.length ? lenient : strict
}
