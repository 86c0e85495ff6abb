import { protectTable } from '../../../domain/disclosure/protect.ts'
import type { ProtectedTable } from '../../../domain/disclosure/protect-sac.ts'

/** Interior counts of a table with categories named by letter and position, in row-major order. */
export type SmallTable = {
  readonly sizes: readonly number[]
  readonly counts: readonly number[]
  readonly known: readonly (readonly string[])[]
}

export const categoriesOf = (sizes: readonly number[]): readonly (readonly string[])[] =>
  sizes.map((size, d) => Array.from({ length: size }, (_, k) => `${'abc'.charAt(d)}${k}`))

export const everyPlace = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (places, list) => places.flatMap((place) => list.map((category) => [...place, category])),
    [[]],
  )

export const tableJson = ({ sizes, counts, known }: SmallTable): unknown => {
  const categories = categoriesOf(sizes)
  return {
    dimensions: categories.map((list, d) => ({ name: `dimension ${d}`, categories: list })),
    counts: everyPlace(categories).map((at, i) => ({ at, count: counts[i] ?? 0 })),
    rule: { kind: 'sac' },
    known: known.map((at) => ({ at })),
  }
}

export const protect = (table: SmallTable): ProtectedTable => protectTable(tableJson(table))

export const oneWay = (
  counts: readonly number[],
  known: readonly (readonly string[])[] = [],
): ProtectedTable => protect({ sizes: [counts.length], counts, known })

/** The sum of the interior counts that a place with `Total` in it covers. */
export const trueCount = ({ sizes, counts }: SmallTable, at: readonly string[]): number =>
  everyPlace(categoriesOf(sizes)).reduce(
    (sum, place, i) =>
      at.every((category, d) => category === 'Total' || category === place[d]) ? sum + (counts[i] ?? 0) : sum,
    0,
  )

/** A repeatable source of whole numbers below a limit (Park and Miller's minimal standard generator). */
export const seeded = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const shapes: readonly (readonly number[])[] = [
  [2],
  [3],
  [4],
  [5],
  [2, 2],
  [2, 3],
  [3, 2],
  [1, 3],
  [2, 4],
  [2, 2, 2],
  [1, 2, 3],
  [2, 1, 2],
]

/** A small table whose counts crowd around the rule's edges, so that leaks are common. */
export const randomTable = (seed: number): SmallTable => {
  const below = seeded(seed * 7_919 + 13)
  for (let i = 0; i < 5; i++) below(10)
  const sizes = shapes[below(shapes.length)] ?? [2]
  const cells = sizes.reduce((product, size) => product * size, 1)
  const edges = [0, 0, 1, 3, 4, 4, 5, 5, 7, 8, 12, 13]
  const counts = Array.from({ length: cells }, () => edges[below(edges.length)] ?? 0)
  const places = everyPlace(categoriesOf(sizes).map((list) => [...list, 'Total']))
  const margins = places.filter((at) => at.includes('Total'))
  const known = margins.filter(() => below(3) === 0)
  return { sizes, counts, known: below(4) === 0 ? [...known, places[below(places.length)] ?? []] : known }
}
