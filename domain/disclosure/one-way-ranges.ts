import type { Constraint, RangeFinder } from './linear-system.ts'
import { narrowedBounds } from './propagate.ts'

/**
 * Range finder for a table of one dimension. All its cells hang on one equation with signs of 1 and -1, and there every end
 * that interval propagation leaves can be reached by a whole-number table, so the ranges are exact at any size.
 */
export const oneWayRanges =
  (truth: readonly number[], constraints: readonly Constraint[]): RangeFinder =>
  (bounds, targets) => {
    const { low, high } = narrowedBounds(bounds, truth, constraints)
    return new Map(targets.map((cell) => [cell, { low: low[cell] ?? 0, high: high[cell] ?? 0, exact: true }]))
  }
