import { byTime, itemOf, leftOf, rightOf, sizes, type Item, type Loose, type Rows } from './item.ts'

type Placed = { readonly one: Loose; readonly cell: number; readonly row: number; readonly right: number }
type Heap = { readonly cell: number; readonly entries: number[] }

/**
 * Gives rows to what is narrow, which comes in order of its middle. Time is cut into cells as wide as a heap; where the entries of a
 * cell do not all find a row, they become one heap that fills the cell, and whatever reaches into it joins it.
 */
export const packPoints = (
  lane: number,
  narrow: readonly Loose[],
  perPixel: number,
  rows: Rows,
): readonly Item[] => {
  const size = rows.heap * perPixel
  const placed: Placed[] = []
  const heaps: Heap[] = []
  const ends = new Array<number>(rows.points).fill(-Infinity)
  let heapEnd = -Infinity

  /** Places one cell's entries, from `first` on; leaves `ends` as they were and gives false where one finds no row. */
  const place = (cell: number, here: readonly Loose[]): boolean => {
    const [before, count] = [[...ends], placed.length]
    for (const one of here) {
      const left = leftOf(one, perPixel) - sizes.apart
      const row = ends.findIndex((end) => left >= end)
      if (row === -1) {
        ends.splice(0, ends.length, ...before)
        placed.length = count
        return false
      }
      const right = rightOf(one, perPixel)
      ends[row] = right
      placed.push({ one, cell, row, right })
    }
    return true
  }

  const heapUp = (cell: number, here: readonly Loose[]): void => {
    const entries = here.map(({ entry }) => entry)
    let reach = cell * rows.heap
    for (const one of here) reach = Math.min(reach, leftOf(one, perPixel))
    // Nothing narrow reaches further than into the next cell.
    let at = placed.length
    while (at > 0 && (placed[at - 1]?.cell ?? 0) >= cell - 2) at -= 1
    for (const one of placed.splice(at))
      if (one.right + sizes.apart > reach) entries.push(one.one.entry)
      else placed.push(one)
    heaps.push({ cell, entries })
    heapEnd = (cell + 1) * rows.heap
    ends.fill(heapEnd)
  }

  const settle = (cell: number, all: readonly Loose[]): void => {
    const free: Loose[] = []
    for (const one of all)
      if (leftOf(one, perPixel) >= heapEnd + sizes.apart) free.push(one)
      else heaps.at(-1)?.entries.push(one.entry)
    if (!place(cell, free)) heapUp(cell, free)
  }

  let cell = -Infinity
  let here: Loose[] = []
  for (const one of narrow) {
    const next = Math.floor((one.from + one.to) / 2 / size)
    if (next !== cell && here.length > 0) {
      settle(cell, here)
      here = []
    }
    cell = next
    here.push(one)
  }
  if (here.length > 0) settle(cell, here)
  return [
    ...placed.map(({ one, row }) => itemOf(one, lane, 'points', row)),
    ...heaps.map((heap) => heapOf(lane, heap, size)),
  ].sort(byTime)
}

const heapOf = (lane: number, { cell, entries }: Heap, size: number): Item => ({
  lane,
  zone: 'points',
  row: 0,
  shape: 'heap',
  from: cell * size,
  to: (cell + 1) * size,
  before: 0,
  after: 0,
  least: 0,
  entries: entries.sort((a, b) => a - b),
})
