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
/** Cells up to which choices are compared; larger systems hide the cheapest neighbour of every leak at once. */
const compareUpTo = 5_000
const compareRounds = 40

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
  const nothingShown = status.map((state) => (state === 'shown' ? 'secondary' : state))
  const unknown = truth.flatMap((_, cell) => (known[cell] ? [] : [cell]))
  /** Cells whose value follows even if nothing is shown; hiding one of them takes nothing from the reader. */
  const cannotHelp = new Set(
    leakedAtFirst.length === 0
      ? []
      : fixedAmong(unknown, publishedBounds(truth, known, nothingShown, attacker)),
  )
  let leaks: readonly number[] = leakedAtFirst.filter((cell) => !cannotHelp.has(cell))

  const cheapestFirst = (a: number, b: number): number =>
    Number(isMargin[a]) - Number(isMargin[b]) || (truth[a] ?? 0) - (truth[b] ?? 0) || a - b
  const canHide = (cell: number): boolean => status[cell] === 'shown' && !known[cell] && !cannotHelp.has(cell)
  /** For every line of a leaking cell, tightest first, the cells of it that may be hidden, cheapest first. */
  const choicesByLine = (leak: number, { low, high }: Bounds): readonly (readonly number[])[] =>
    (byCell[leak] ?? [])
      .map((c) => {
        const cells = constraints[c]?.cells ?? []
        const slack = cells.reduce(
          (sum, cell) => sum + (cell === leak ? 0 : (high[cell] ?? 0) - (low[cell] ?? 0)),
          0,
        )
        return { slack, choices: cells.filter(canHide).sort(cheapestFirst) }
      })
      .filter(({ choices }) => choices.length > 0)
      .sort((x, y) => x.slack - y.slack)
      .map(({ choices }) => choices)
  const leaksIfHidden = (cell: number): number => {
    status[cell] = 'secondary'
    const left = fixedAmong([...leaks, cell]).length
    status[cell] = 'shown'
    return left
  }
  const nextToHide = (compare: boolean): readonly number[] => {
    const now = bounds()
    if (!compare || leaks.length > compareAtMost) {
      const cheapest = leaks.flatMap((leak) => choicesByLine(leak, now)[0]?.[0] ?? [])
      if (cheapest.length > 0) return [...new Set(cheapest)]
    }
    const near = leaks.flatMap((leak) =>
      choicesByLine(leak, now).flatMap((line) => [
        ...line.slice(0, 3),
        ...line.slice(3).filter((cell) => isMargin[cell]),
      ]),
    )
    const anywhere = near.length > 0 ? near : truth.flatMap((_, cell) => (canHide(cell) ? [cell] : []))
    const tried = [...new Set(anywhere)].slice(0, 2 * compareAtMost).sort(cheapestFirst)
    const scored = tried.map((cell) => ({ cell, left: leaksIfHidden(cell) }))
    const best = scored.reduce<{ cell: number; left: number } | null>(
      (least, one) => (least === null || one.left < least.left ? one : least),
      null,
    )
    return best === null ? [] : [best.cell]
  }
  const helped: number[] = []
  for (let round = 0; leaks.length > 0; round++) {
    const more = nextToHide(truth.length <= compareUpTo && round < compareRounds)
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
