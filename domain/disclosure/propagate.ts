import { constraintsByCell, type Bounds, type Constraint } from './linear-system.ts'

/**
 * A table under construction: bounds that narrow and can be put back, and one value per cell that follows them. Values
 * always lie inside the bounds; `broken` holds the constraints that the values do not meet.
 */
export type Draft = {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly value: Float64Array
  readonly broken: ReadonlySet<number>
  /** By how much a constraint's left side exceeds its bound at the present values. */
  readonly excess: Float64Array
  /** For every cell the constraints it is part of, and its sign in each. */
  readonly byCell: readonly (readonly number[])[]
  readonly signsByCell: readonly (readonly number[])[]
  /** Narrows one cell and everything that follows; false where no whole number is left for some cell. */
  readonly narrow: (cell: number, low: number, high: number) => boolean
  /** Narrows over all constraints until nothing changes any more. */
  readonly narrowAll: () => boolean
  readonly mark: () => number
  readonly undoTo: (mark: number) => void
  /** Cells touched since the mark; the same cell may come twice. */
  readonly touchedSince: (mark: number) => readonly number[]
  /** Constraint terms looked at so far: the measure of effort, since a domain rule has no clock. */
  readonly work: () => number
}

type Step = { readonly cell: number; readonly low: number; readonly high: number; readonly value: number }

/**
 * Interval propagation (bound consistency) over linear constraints: each cell is kept within what the other cells of each
 * of its constraints leave possible, to a fixpoint, or for as many steps as make 20 rounds: bounds that creep towards each
 * other are then left wider than need be, which is never wrong. `values` must lie within the bounds.
 */
export const startDraft = (
  start: Bounds,
  values: readonly number[],
  constraints: readonly Constraint[],
  byCell: readonly (readonly number[])[],
): Draft => {
  const low = Float64Array.from(start.low)
  const high = Float64Array.from(start.high)
  const value = Float64Array.from(values)
  const excess = new Float64Array(constraints.length)
  const broken = new Set<number>()
  const signsByCell: number[][] = byCell.map(() => [])
  constraints.forEach(({ cells, signs }) =>
    cells.forEach((cell, i) => signsByCell[cell]?.push(signs[i] ?? 0)),
  )
  const trail: Step[] = []
  const waits = new Uint8Array(constraints.length)
  let queue: number[] = []
  let work = 0
  const enough = 20 * constraints.length + 1_000

  const judge = (c: number): void => {
    const over = excess[c] ?? 0
    if (over === 0 || (over > 0 && constraints[c]?.relation === '>=')) broken.delete(c)
    else broken.add(c)
  }
  constraints.forEach(({ cells, signs, bound }, c) => {
    excess[c] = cells.reduce((sum, cell, i) => sum + (signs[i] ?? 0) * (value[cell] ?? 0), -bound)
    judge(c)
  })
  const moveValue = (cell: number, to: number): void => {
    const change = to - (value[cell] ?? 0)
    if (change === 0) return
    value[cell] = to
    const list = byCell[cell] ?? []
    work += list.length
    for (let i = 0; i < list.length; i++) {
      const c = list[i] ?? 0
      excess[c] = (excess[c] ?? 0) + change * (signsByCell[cell]?.[i] ?? 0)
      judge(c)
    }
  }
  const set = (cell: number, newLow: number, newHigh: number): boolean => {
    const oldLow = low[cell] ?? 0
    const oldHigh = high[cell] ?? 0
    if (newLow <= oldLow && newHigh >= oldHigh) return true
    const toLow = Math.max(oldLow, newLow)
    const toHigh = Math.min(oldHigh, newHigh)
    if (toLow > toHigh) return false
    const at = value[cell] ?? 0
    trail.push({ cell, low: oldLow, high: oldHigh, value: at })
    low[cell] = toLow
    high[cell] = toHigh
    moveValue(cell, Math.min(Math.max(at, toLow), toHigh))
    for (const c of byCell[cell] ?? []) {
      if (waits[c]) continue
      waits[c] = 1
      queue.push(c)
    }
    return true
  }
  const tighten = ({ cells, signs, relation, bound }: Constraint): boolean => {
    let least = 0
    let most = 0
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0
      const up = (signs[i] ?? 0) > 0
      least += up ? (low[cell] ?? 0) : -(high[cell] ?? 0)
      most += up ? (high[cell] ?? 0) : -(low[cell] ?? 0)
    }
    work += 2 * cells.length
    const needed = bound - most
    const spare = relation === '=' ? bound - least : Infinity
    if (needed > 0 || spare < 0) return false
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0
      const cellLow = low[cell] ?? 0
      const cellHigh = high[cell] ?? 0
      const up = (signs[i] ?? 0) > 0
      const fits = up
        ? set(cell, needed + cellHigh, spare + cellLow)
        : set(cell, cellHigh - spare, cellLow - needed)
      if (!fits) return false
    }
    return true
  }
  const settle = (): boolean => {
    for (let read = 0; read < queue.length; read++) {
      const c = queue[read] ?? 0
      waits[c] = 0
      if (read > enough) continue
      const constraint = constraints[c]
      if (constraint === undefined || tighten(constraint)) continue
      for (let rest = read; rest < queue.length; rest++) waits[queue[rest] ?? 0] = 0
      queue = []
      return false
    }
    queue = []
    return true
  }

  return {
    low,
    high,
    value,
    broken,
    excess,
    byCell,
    signsByCell,
    narrow: (cell, newLow, newHigh) => set(cell, newLow, newHigh) && settle(),
    narrowAll: () => {
      queue = constraints.map((_, c) => c)
      waits.fill(1)
      return settle()
    },
    mark: () => trail.length,
    undoTo: (mark) => {
      while (trail.length > mark) {
        const step = trail.pop()
        if (step === undefined) return
        low[step.cell] = step.low
        high[step.cell] = step.high
        moveValue(step.cell, step.value)
      }
    },
    touchedSince: (mark) => trail.slice(mark).map((step) => step.cell),
    work: () => work,
  }
}

/** The bounds that interval propagation alone draws in from `bounds`; `values` must satisfy bounds and constraints. */
export const narrowedBounds = (
  bounds: Bounds,
  values: readonly number[],
  constraints: readonly Constraint[],
): Bounds => {
  const draft = startDraft(bounds, values, constraints, constraintsByCell(values.length, constraints))
  draft.narrowAll()
  return { low: draft.low, high: draft.high }
}
