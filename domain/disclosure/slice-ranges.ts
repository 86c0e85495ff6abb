import { flowRanges } from './flow-ranges.ts'
import type { CellRange, RangeFinder } from './linear-system.ts'

type Slice = {
  readonly sizes: readonly number[]
  readonly cells: readonly number[]
  readonly totals: readonly number[]
}

/** The cells of one slice of a three-dimensional table and, for each, the cell of the total slice that moves with it. */
const sliceOf = (
  sizes: readonly number[],
  strides: readonly number[],
  axis: number,
  place: number,
): Slice => {
  const others = [0, 1, 2].filter((d) => d !== axis)
  const [first = 0, second = 1] = others
  const stride = strides[axis] ?? 1
  const cells: number[] = []
  for (let a = 0; a < (sizes[first] ?? 1); a++) {
    for (let b = 0; b < (sizes[second] ?? 1); b++) {
      cells.push(a * (strides[first] ?? 1) + b * (strides[second] ?? 1) + place * stride)
    }
  }
  const toTotal = ((sizes[axis] ?? 1) - 1 - place) * stride
  return { sizes: others.map((d) => sizes[d] ?? 1), cells, totals: cells.map((cell) => cell + toTotal) }
}

/**
 * Values proven possible for cells of a three-dimensional table: in one slice at a time, everything else kept at the truth,
 * counts are moved as in a two-dimensional table, each as far as both it and the total over the slices allow. What it gives
 * is always possible and seldom everything, so no range is called exact unless it meets the cell's own bounds.
 */
export const sliceRanges = (
  sizes: readonly number[],
  truth: readonly number[],
  workLimit: number,
): RangeFinder => {
  const strides = sizes.map((_, d) => sizes.slice(d + 1).reduce((product, size) => product * size, 1))
  return (bounds, targets, goal) => {
    const low = Float64Array.from(truth)
    const high = Float64Array.from(truth)
    const lowest = (cell: number): number => bounds.low[cell] ?? 0
    const highest = (cell: number): number => bounds.high[cell] ?? 0
    const widen = (cell: number, from: number, to: number): void => {
      low[cell] = Math.min(low[cell] ?? 0, from)
      high[cell] = Math.max(high[cell] ?? 0, to)
    }
    const isDone = (cell: number): boolean =>
      goal === 'movable'
        ? (low[cell] ?? 0) < (high[cell] ?? 0)
        : low[cell] === lowest(cell) && high[cell] === highest(cell)

    for (const axis of [0, 1, 2]) {
      const size = sizes[axis] ?? 1
      const bySlice = new Map<number, number[]>()
      for (const cell of targets) {
        if (isDone(cell)) continue
        const at = Math.floor(cell / (strides[axis] ?? 1)) % size
        const places = at === size - 1 ? Array.from({ length: size - 1 }, (_, k) => k) : [at]
        const base = cell - at * (strides[axis] ?? 1)
        for (const place of places) {
          const wanted = bySlice.get(place)
          const inSlice = base + place * (strides[axis] ?? 1)
          if (wanted === undefined) bySlice.set(place, [inSlice])
          else wanted.push(inSlice)
        }
      }
      for (const [place, wanted] of bySlice) {
        const slice = sliceOf(sizes, strides, axis, place)
        const local = new Map(slice.cells.map((cell, i) => [cell, i] as const))
        const start = slice.cells.map((cell) => truth[cell] ?? 0)
        const room = (side: 'down' | 'up'): Float64Array =>
          Float64Array.from(slice.cells, (cell, i) => {
            const total = slice.totals[i] ?? 0
            const at = truth[cell] ?? 0
            const totalAt = truth[total] ?? 0
            return side === 'down'
              ? at - Math.min(at - lowest(cell), totalAt - lowest(total))
              : at + Math.min(highest(cell) - at, highest(total) - totalAt)
          })
        const ranges = flowRanges(slice.sizes, start, workLimit)(
          { low: room('down'), high: room('up') },
          wanted.flatMap((cell) => local.get(cell) ?? []),
          goal,
        )
        for (const [i, range] of ranges) {
          const cell = slice.cells[i] ?? 0
          const total = slice.totals[i] ?? 0
          const shift = (truth[total] ?? 0) - (truth[cell] ?? 0)
          widen(cell, range.low, range.high)
          widen(total, range.low + shift, range.high + shift)
        }
      }
    }
    return new Map<number, CellRange>(
      targets.map((cell) => {
        const range = { low: low[cell] ?? 0, high: high[cell] ?? 0 }
        return [cell, { ...range, exact: range.low === lowest(cell) && range.high === highest(cell) }]
      }),
    )
  }
}
