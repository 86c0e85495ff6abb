import { byTime, itemOf, leftOf, rightOf, sizes, type Item, type Loose, type Rows } from './item.ts'

/**
 * Gives rows to what is wide, the longer first where two begin together. Where there are more than rows, the last row holds
 * heaps: each of all that would overlap in it, from the first beginning to the last end.
 */
export const packSpans = (
  lane: number,
  wide: readonly Loose[],
  perPixel: number,
  rows: Rows,
): readonly Item[] => {
  const sorted = wide.toSorted(
    (a, b) =>
      leftOf(a, perPixel) - leftOf(b, perPixel) ||
      rightOf(b, perPixel) - rightOf(a, perPixel) ||
      a.entry - b.entry,
  )
  const all = intoRows(lane, sorted, perPixel, rows.spans)
  if (all.left.length === 0) return all.items
  const most = intoRows(lane, sorted, perPixel, rows.spans - 1)
  return [...most.items, ...heapsOf(lane, most.left, perPixel, rows.spans - 1)].sort(byTime)
}

const intoRows = (
  lane: number,
  sorted: readonly Loose[],
  perPixel: number,
  count: number,
): { readonly items: readonly Item[]; readonly left: readonly Loose[] } => {
  const ends = new Array<number>(count).fill(-Infinity)
  const items: Item[] = []
  const over: Loose[] = []
  for (const one of sorted) {
    const left = leftOf(one, perPixel) - sizes.apart
    const row = ends.findIndex((end) => left >= end)
    if (row === -1) over.push(one)
    else {
      ends[row] = rightOf(one, perPixel)
      items.push(itemOf(one, lane, 'spans', row))
    }
  }
  return { items, left: over }
}

const heapsOf = (lane: number, over: readonly Loose[], perPixel: number, row: number): readonly Item[] => {
  const groups: Loose[][] = []
  let end = -Infinity
  for (const one of over) {
    if (leftOf(one, perPixel) >= end + sizes.apart) groups.push([one])
    else groups.at(-1)?.push(one)
    end = Math.max(end, rightOf(one, perPixel))
  }
  return groups.map((group): Item => {
    const [first] = group
    if (group.length === 1 && first) return itemOf(first, lane, 'spans', row)
    const from = edge(group, (one) => one.from, Math.min)
    const to = edge(group, (one) => one.to, Math.max)
    const before = from / perPixel - edge(group, (one) => leftOf(one, perPixel), Math.min)
    const after = edge(group, (one) => rightOf(one, perPixel), Math.max) - to / perPixel
    const entries = group.map(({ entry }) => entry).sort((a, b) => a - b)
    return { lane, zone: 'spans', row, shape: 'heap', from, to, before, after, least: 0, entries }
  })
}

const edge = <T>(all: readonly T[], of: (one: T) => number, take: (a: number, b: number) => number): number =>
  all.map(of).reduce((a, b) => take(a, b))
