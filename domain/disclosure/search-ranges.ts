import {
  constraintsByCell,
  type CellRange,
  type Constraint,
  type RangeFinder,
  type RangeGoal,
} from './linear-system.ts'
import { startDraft, type Draft } from './propagate.ts'

/** Choices one question ("can this cell reach that value?") may take, and the effort all questions of one call may take. */
export type SearchLimits = { readonly choicesPerQuestion: number; readonly work: number }

export const usualLimits: SearchLimits = { choicesPerQuestion: 2_000, work: 150_000_000 }

type Verdict = 'possible' | 'impossible' | 'not settled'
type Choice = { readonly cell: number; readonly target: number; readonly rises: boolean }

/** The broken constraint with the fewest free cells, and in it the cell with the most room to mend it. */
const chooseRepair = (draft: Draft, constraints: readonly Constraint[]): Choice | null => {
  const { low, high, value, excess, broken, byCell, signsByCell } = draft
  let worst = -1
  let fewest = Infinity
  for (const c of broken) {
    let free = 0
    for (const cell of constraints[c]?.cells ?? []) if (low[cell] !== high[cell]) free++
    if (free >= fewest) continue
    worst = c
    fewest = free
  }
  const constraint = constraints[worst]
  if (constraint === undefined) return null
  const gap = -(excess[worst] ?? 0)
  let choice: Choice | null = null
  let least = Infinity
  constraint.cells.forEach((cell, i) => {
    const rises = (constraint.signs[i] ?? 0) > 0 === gap > 0
    const at = value[cell] ?? 0
    const room = rises ? (high[cell] ?? 0) - at : at - (low[cell] ?? 0)
    if (room <= 0) return
    const step = Math.min(Math.abs(gap), room)
    const change = rises ? step : -step
    let damage = 0
    const list = byCell[cell] ?? []
    for (let k = 0; k < list.length; k++) {
      const c = list[k] ?? 0
      const before = excess[c] ?? 0
      damage += Math.abs(before + change * (signsByCell[cell]?.[k] ?? 0)) - Math.abs(before)
    }
    const cost = damage / step - room / (room + 100)
    if (cost >= least) return
    least = cost
    choice = { cell, target: at + change, rises }
  })
  return choice
}

/**
 * Looks for a whole-number table inside the draft's bounds by mending one broken constraint at a time: either the chosen
 * cell moves as far as is needed, or it does not, so nothing is overlooked. On `possible` the draft's values are the table.
 */
const findTable = (draft: Draft, constraints: readonly Constraint[], mayGoOn: () => boolean): Verdict => {
  if (draft.broken.size === 0) return 'possible'
  if (!mayGoOn()) return 'not settled'
  const choice = chooseRepair(draft, constraints)
  if (choice === null) return 'impossible'
  const { cell, target, rises } = choice
  for (const moves of [true, false]) {
    const before = draft.mark()
    const upwards = rises === moves
    const edge = moves ? target : rises ? target - 1 : target + 1
    const fits = upwards ? draft.narrow(cell, edge, Infinity) : draft.narrow(cell, -Infinity, edge)
    const verdict = fits ? findTable(draft, constraints, mayGoOn) : 'impossible'
    if (verdict !== 'impossible') return verdict
    draft.undoTo(before)
  }
  return 'impossible'
}

/**
 * Range finder for any linear system: interval propagation to a fixpoint, then branch and bound with propagation at every
 * node. Every table found is a proof that its values are possible, so ends are proven from inside (a table found) and from
 * outside (nothing found after a complete search). Where the limits end a search, the range says `exact: false` and gives
 * the part that is proven possible, which the attacker's true range contains. `truth` must satisfy bounds and constraints.
 * `alsoPossible` may give ranges proven possible in a cheaper way, which the search then starts from.
 */
export const searchRanges = (
  truth: readonly number[],
  constraints: readonly Constraint[],
  limits: SearchLimits = usualLimits,
  alsoPossible?: RangeFinder,
): RangeFinder => {
  const byCell = constraintsByCell(truth.length, constraints)
  return (bounds, targets, goal) => {
    const draft = startDraft(bounds, truth, constraints, byCell)
    const seenLow = Float64Array.from(truth)
    const seenHigh = Float64Array.from(truth)
    draft.narrowAll()
    for (const [cell, range] of alsoPossible?.(bounds, targets, goal) ?? []) {
      seenLow[cell] = Math.min(seenLow[cell] ?? 0, range.low)
      seenHigh[cell] = Math.max(seenHigh[cell] ?? 0, range.high)
    }
    let looked = 0

    const ask = (cell: number, from: number, to: number): Verdict => {
      let choices = 0
      const mayGoOn = (): boolean => {
        for (const c of draft.broken) looked += constraints[c]?.cells.length ?? 0
        return ++choices <= limits.choicesPerQuestion && draft.work() + looked <= limits.work
      }
      const before = draft.mark()
      const verdict = draft.narrow(cell, from, to) ? findTable(draft, constraints, mayGoOn) : 'impossible'
      if (verdict === 'possible') {
        for (const other of draft.touchedSince(before)) {
          const at = draft.value[other] ?? 0
          seenLow[other] = Math.min(seenLow[other] ?? 0, at)
          seenHigh[other] = Math.max(seenHigh[other] ?? 0, at)
        }
      }
      draft.undoTo(before)
      if (verdict === 'impossible') {
        if (to === Infinity) draft.narrow(cell, -Infinity, from - 1)
        else draft.narrow(cell, to + 1, Infinity)
      }
      return verdict
    }
    /** Bisects between the furthest value seen and the furthest not ruled out; true when they meet. */
    const reachEnd = (cell: number, side: 'low' | 'high', goal: RangeGoal): boolean => {
      let first = true
      for (;;) {
        const seen = (side === 'low' ? seenLow[cell] : seenHigh[cell]) ?? 0
        const limit = (side === 'low' ? draft.low[cell] : draft.high[cell]) ?? 0
        if (seen === limit) return true
        if (goal === 'movable' && (seenLow[cell] ?? 0) < (seenHigh[cell] ?? 0)) return false
        const nearest = side === 'low' ? seen - 1 : seen + 1
        const middle = side === 'low' ? Math.floor((seen + limit) / 2) : Math.ceil((seen + limit) / 2)
        if (draft.work() + looked > limits.work) return false
        const value = goal === 'movable' ? nearest : first ? limit : middle
        first = false
        const verdict = side === 'low' ? ask(cell, -Infinity, value) : ask(cell, value, Infinity)
        if (verdict !== 'not settled') continue
        if (value === nearest) return false
        if (
          ask(cell, side === 'low' ? -Infinity : nearest, side === 'low' ? nearest : Infinity) ===
          'not settled'
        ) {
          return false
        }
      }
    }
    const exact = new Map<number, boolean>()
    for (const pass of goal === 'ends' ? (['movable', 'ends'] as const) : (['movable'] as const)) {
      for (const cell of targets) {
        const top = reachEnd(cell, 'high', pass)
        const bottom = reachEnd(cell, 'low', pass)
        exact.set(cell, top && bottom)
      }
    }
    return new Map<number, CellRange>(
      targets.map((cell) => [
        cell,
        { low: seenLow[cell] ?? 0, high: seenHigh[cell] ?? 0, exact: exact.get(cell) ?? false },
      ]),
    )
  }
}
