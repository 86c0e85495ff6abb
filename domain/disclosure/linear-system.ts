/** Σ sign·cell `=` or `>=` bound, over whole numbers. Signs are 1 or -1. */
export type Constraint = {
  readonly cells: readonly number[]
  readonly signs: readonly number[]
  readonly relation: '=' | '>='
  readonly bound: number
}

/**
 * Stands for "no upper limit"; a range that reaches half of it is reported as open. A table adds up to at most 10^9 and has
 * at most about 10^5 cells to a line, so no sum of bounds passes 2^53 and all arithmetic stays exact.
 */
export const noLimit = 2 ** 34

/** What a reader can hold for possible of every cell, before the cells are compared with each other. */
export type Bounds = { readonly low: Float64Array; readonly high: Float64Array }

/**
 * What an attacker can conclude of one cell. Where `exact` is true no other value is possible and both ends are; where it
 * is false both ends are proven possible and the true range may be wider, never narrower.
 */
export type CellRange = { readonly low: number; readonly high: number; readonly exact: boolean }

/** `movable`: stop as soon as a cell is seen to take two values. `ends`: find both ends. */
export type RangeGoal = 'movable' | 'ends'

/** Finds what an attacker can conclude of the target cells, given bounds that the true table satisfies. */
export type RangeFinder = (
  bounds: Bounds,
  targets: readonly number[],
  goal: RangeGoal,
) => ReadonlyMap<number, CellRange>

/** Cells by constraint index: for every cell, the constraints it is part of. */
export const constraintsByCell = (
  cells: number,
  constraints: readonly Constraint[],
): readonly (readonly number[])[] => {
  const index: number[][] = Array.from({ length: cells }, () => [])
  constraints.forEach((constraint, c) => constraint.cells.forEach((cell) => index[cell]?.push(c)))
  return index
}
