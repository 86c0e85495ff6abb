import { byTime, edgesOf, sizes, type Item, type Loose, type Rows } from './item.ts'

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
  const sorted = [...wide].sort((a, b) => {
    const [[aLeft, aRight], [bLeft, bRight]] = [edgesOf(a, perPixel), edgesOf(b, perPixel)]
    return aLeft - bLeft || bRight - aRight || a.entry - b.entry
  })
  const all = intoRows(lane, sorted, perPixel, rows.spans)
  if (all.left.length === 0) return all.items
  const most = intoRows(lane, sorted, perPixel, rows.spans - 1)
  return [...most.items, ...heapsOf(lane, most.left, perPixel, rows.spans - 1)].sort(byTime)
}

const itemOf = (lane: number, { entry, ...one }: Loose, row: number): Item => ({
  ...one,
  lane,
  zone: 'spans',
  row,
  entries: [entry],
})

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
    const [left, right] = edgesOf(one, perPixel)
    const row = ends.findIndex((end) => left >= end + sizes.apart)
    if (row === -1) over.push(one)
    else {
      ends[row] = right
      items.push(itemOf(lane, one, row))
    }
  }
  return { items, left: over }
}

const heapsOf = (lane: number, over: readonly Loose[], perPixel: number, row: number): readonly Item[] => {
  const groups: Loose[][] = []
  let end = -Infinity
  for (const one of over) {
    const [left, right] = edgesOf(one, perPixel)
    if (left >= end + sizes.apart) groups.push([one])
    else groups.at(-1)?.push(one)
    end = Math.max(end, right)
  }
  return groups.map((group): Item => {
    const [first] = group
    if (group.length === 1 && first) return itemOf(lane, first, row)
    const edges = group.map((one) => edgesOf(one, perPixel))
    const from = edge(group, ({ from }) => from, Math.min)
    const to = edge(group, ({ to }) => to, Math.max)
    const before = from / perPixel - edge(edges, ([left]) => left, Math.min)
    const after = edge(edges, ([, right]) => right, Math.max) - to / perPixel
    const entries = group.map(({ entry }) => entry).sort((a, b) => a - b)
    return { lane, zone: 'spans', row, shape: 'heap', from, to, before, after, least: 0, entries }
  })
}

const edge = <T>(all: readonly T[], of: (one: T) => number, take: (a: number, b: number) => number): number =>
  all.map(of).reduce((a, b) => take(a, b))
