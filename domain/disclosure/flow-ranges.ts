import { flowNetwork } from './flow-network.ts'
import { noLimit, type Bounds, type CellRange, type RangeFinder } from './linear-system.ts'

/** Arcs that all questions of one call may look at. */
export const usualFlowWork = 400_000_000

/** Questions from which it pays to draw the bounds in first. */
const narrowFrom = 50

/**
 * Range finder for tables of two dimensions, exact at any size within its work limit: from the true table it pushes
 * each cell up and down along residual paths (Ford and Fulkerson) until none is left. Every table on the way proves its
 * values possible for all cells. Past the limit a range says `exact: false` and gives the part proven possible.
 * `narrow` may draw the bounds in beforehand as far as everything published implies, which spares the search most dead ends.
 * `sizes` counts categories with `Total`; `truth` is in layout order.
 */
export const flowRanges = (
  sizes: readonly number[],
  truth: readonly number[],
  workLimit = usualFlowWork,
  narrow: (bounds: Bounds) => Bounds = (bounds) => bounds,
): RangeFinder => {
  const { nodes, from, to, starts, arcs } = flowNetwork(sizes)
  return (bounds, targets, goal) => {
    const { low, high } = targets.length > narrowFrom ? narrow(bounds) : bounds
    const flow = Float64Array.from(truth)
    const seenLow = Float64Array.from(truth)
    const seenHigh = Float64Array.from(truth)
    const cameBy = new Int32Array(nodes)
    const visited = new Int32Array(nodes)
    const endsAt = new Int32Array(nodes)
    const lastArc = new Int32Array(nodes)
    const stack = new Int32Array(nodes)
    const nextSlot = new Int32Array(nodes)
    let round = 0
    let work = 0

    const roomAlong = (arc: number, node: number): number =>
      from[arc] === node ? (high[arc] ?? 0) - (flow[arc] ?? 0) : (flow[arc] ?? 0) - (low[arc] ?? 0)
    const otherEnd = (arc: number, node: number): number => (from[arc] === node ? to[arc] : from[arc]) ?? 0

    /** Depth first from `start`; nodes one step before `end` are marked beforehand, so a short path is found at once. */
    const findPath = (start: number, end: number, without: number): boolean => {
      round++
      for (let slot = starts[end] ?? 0; slot < (starts[end + 1] ?? 0); slot++) {
        const arc = arcs[slot] ?? 0
        const node = otherEnd(arc, end)
        if (arc === without || roomAlong(arc, node) <= 0) continue
        endsAt[node] = round
        lastArc[node] = arc
      }
      work += (starts[end + 1] ?? 0) - (starts[end] ?? 0)
      visited[start] = round
      nextSlot[start] = starts[start] ?? 0
      stack[0] = start
      let depth = 1
      while (depth > 0) {
        const node = stack[depth - 1] ?? 0
        if (endsAt[node] === round) return arrive(node, end)
        const slot = nextSlot[node] ?? 0
        if (slot >= (starts[node + 1] ?? 0)) {
          depth--
          continue
        }
        nextSlot[node] = slot + 1
        work++
        const arc = arcs[slot] ?? 0
        const next = otherEnd(arc, node)
        if (arc === without || visited[next] === round || roomAlong(arc, node) <= 0) continue
        visited[next] = round
        cameBy[next] = arc
        if (next === end) return true
        nextSlot[next] = starts[next] ?? 0
        stack[depth++] = next
      }
      return false
    }
    const arrive = (node: number, end: number): boolean => {
      cameBy[end] = lastArc[node] ?? 0
      return true
    }
    const shift = (arc: number, amount: number): void => {
      const value = (flow[arc] ?? 0) + amount
      flow[arc] = value
      if (value < (seenLow[arc] ?? 0)) seenLow[arc] = value
      if (value > (seenHigh[arc] ?? 0)) seenHigh[arc] = value
    }
    /** Moves the cell one way as far as one path allows; false when no path is left or the cell is at its bound. */
    const push = (cell: number, rises: boolean): boolean => {
      let amount = rises ? (high[cell] ?? 0) - (flow[cell] ?? 0) : (flow[cell] ?? 0) - (low[cell] ?? 0)
      if (amount <= 0) return false
      const start = (rises ? to[cell] : from[cell]) ?? 0
      const end = (rises ? from[cell] : to[cell]) ?? 0
      if (!findPath(start, end, cell)) return false
      for (let node = end; node !== start;) {
        const arc = cameBy[node] ?? 0
        const previous = otherEnd(arc, node)
        amount = Math.min(amount, roomAlong(arc, previous))
        node = previous
      }
      for (let node = end; node !== start;) {
        const arc = cameBy[node] ?? 0
        const previous = otherEnd(arc, node)
        shift(arc, from[arc] === previous ? amount : -amount)
        node = previous
      }
      shift(cell, rises ? amount : -amount)
      return true
    }
    const reachEnd = (cell: number, rises: boolean): boolean => {
      for (;;) {
        const seen = (rises ? seenHigh[cell] : seenLow[cell]) ?? 0
        if (seen === (rises ? high[cell] : low[cell]) || seen >= noLimit / 2) return true
        if (goal === 'movable' && (seenLow[cell] ?? 0) < (seenHigh[cell] ?? 0)) return false
        if (work > workLimit) return false
        if (!push(cell, rises)) return true
      }
    }
    const rangeOf = (cell: number): CellRange => {
      const top = reachEnd(cell, true)
      const bottom = reachEnd(cell, false)
      return { low: seenLow[cell] ?? 0, high: seenHigh[cell] ?? 0, exact: top && bottom }
    }
    const first = new Map(targets.map((cell) => [cell, rangeOf(cell)] as const))
    return new Map(
      targets.map((cell) => [
        cell,
        { low: seenLow[cell] ?? 0, high: seenHigh[cell] ?? 0, exact: first.get(cell)?.exact ?? false },
      ]),
    )
  }
}
