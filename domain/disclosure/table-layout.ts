import { ExpectedError } from '../result.ts'
import type { Constraint } from './linear-system.ts'
import { totalCategory, type FrequencyTable } from './table.ts'

/**
 * A table with its margins as numbered cells, in row-major order with `Total` last in every dimension, and the equations
 * that hold between them (each sum of a line equals that line's total).
 */
export type TableLayout = {
  /** Categories of each dimension, `Total` included. */
  readonly sizes: readonly number[]
  readonly coordinates: readonly (readonly string[])[]
  readonly truth: readonly number[]
  readonly isMargin: readonly boolean[]
  readonly known: readonly boolean[]
  readonly constraints: readonly Constraint[]
}

/** Numbers the cells of a table, computes every margin unrounded and checks any exact value given with `known`. */
export const layOutTable = (table: FrequencyTable): TableLayout => {
  const names = table.dimensions.map((dimension) => [...dimension.categories, totalCategory])
  const sizes = names.map((list) => list.length)
  const strides = sizes.map((_, d) => sizes.slice(d + 1).reduce((product, size) => product * size, 1))
  const cells = sizes.reduce((product, size) => product * size, 1)
  const positions = names.map((list) => new Map(list.map((category, index) => [category, index] as const)))
  const cellAt = (at: readonly string[]): number =>
    at.reduce((sum, category, d) => sum + (positions[d]?.get(category) ?? 0) * (strides[d] ?? 1), 0)
  const placeIn = (cell: number, d: number): number => Math.floor(cell / (strides[d] ?? 1)) % (sizes[d] ?? 1)

  const truth = Array.from({ length: cells }, () => 0)
  for (const { at, count } of table.counts) truth[cellAt(at)] = count
  const constraints: Constraint[] = []
  const isMargin = Array.from({ length: cells }, () => false)
  sizes.forEach((size, d) => {
    const stride = strides[d] ?? 1
    for (let cell = 0; cell < cells; cell++) {
      if (placeIn(cell, d) !== size - 1) continue
      isMargin[cell] = true
      const line = Array.from({ length: size - 1 }, (_, k) => cell - (size - 1 - k) * stride)
      truth[cell] = line.reduce((sum, part) => sum + (truth[part] ?? 0), 0)
      constraints.push({ cells: [...line, cell], signs: [...line.map(() => 1), -1], relation: '=', bound: 0 })
    }
  })

  const known = Array.from({ length: cells }, () => false)
  const wrong = table.known.flatMap((given, i) => {
    const cell = cellAt(given.at)
    known[cell] = true
    return given.count !== undefined && given.count !== truth[cell]
      ? [{ path: `known.${i}.count`, message: 'must equal the sum of the counts it covers' }]
      : []
  })
  if (wrong.length > 0) {
    throw new ExpectedError(
      'invalid',
      `The table cannot be used: ${wrong[0]?.path}: the known value does not add up with the counts.`,
      wrong,
    )
  }
  const coordinates = Array.from({ length: cells }, (_, cell) =>
    names.map((list, d) => list[placeIn(cell, d)] ?? ''),
  )
  return { sizes, coordinates, truth, isMargin, known, constraints }
}
