import { byTime, edgesOf, sizes, type Item, type Loose, type Rows } from './item.ts'

type Placed = { readonly one: Loose; readonly row: number; readonly left: number; readonly right: number }

/**
 * Gives rows to what is narrow. Time is cut into cells as wide as a heap; where the entries of a cell do not all find a row, they
 * become one heap that fills the cell, and whatever reaches into it joins it.
 */
export const packPoints = (
  lane: number,
  narrow: readonly Loose[],
  perPixel: number,
  rows: Rows,
): readonly Item[] => {
  const size = rows.heap * perPixel
  const cellOf = (one: Loose): number => Math.floor((one.from + one.to) / 2 / size)
  const sorted = [...narrow].sort((a, b) => a.from + a.to - (b.from + b.to) || a.entry - b.entry)
  const placed: Placed[] = []
  const heaps: { readonly cell: number; readonly entries: number[] }[] = []
  let ends = new Array<number>(rows.points).fill(-Infinity)
  let heapEnd = -Infinity

  const fit = (one: Loose, taken: number[]): Placed | null => {
    const [left, right] = edgesOf(one, perPixel)
    const row = taken.findIndex((end) => left >= end + sizes.apart)
    if (row === -1) return null
    taken[row] = right
    return { one, row, left, right }
  }
  const settle = (cell: number, here: readonly Loose[]): void => {
    const free = here.filter((one) => {
      if (edgesOf(one, perPixel)[0] >= heapEnd + sizes.apart) return true
      heaps.at(-1)?.entries.push(one.entry)
      return false
    })
    const taken = [...ends]
    const found = free.map((one) => fit(one, taken))
    if (found.every((one) => one !== null)) {
      placed.push(...found)
      ends = taken
      return
    }
    const reach = Math.min(cell * rows.heap, ...free.map((one) => edgesOf(one, perPixel)[0]))
    const entries = free.map(({ entry }) => entry)
    const near: Placed[] = []
    for (let last = placed.at(-1); last && cellOf(last.one) >= cell - 2; last = placed.at(-1)) {
      placed.pop()
      if (last.right + sizes.apart > reach) entries.push(last.one.entry)
      else near.unshift(last)
    }
    placed.push(...near)
    heaps.push({ cell, entries })
    heapEnd = (cell + 1) * rows.heap
    ends = ends.map(() => heapEnd)
  }

  for (let at = 0; at < sorted.length;) {
    const cell = cellOf(sorted[at] as Loose)
    let end = at + 1
    while (end < sorted.length && cellOf(sorted[end] as Loose) === cell) end += 1
    settle(cell, sorted.slice(at, end))
    at = end
  }
  return [
    ...placed.map(({ one: { entry, ...one }, row }): Item => {
      return { ...one, lane, zone: 'points', row, entries: [entry] }
    }),
    ...heaps.map(({ cell, entries }): Item => {
      const place = { from: cell * size, to: (cell + 1) * size, before: 0, after: 0, least: 0 }
      return { ...place, lane, zone: 'points', row: 0, shape: 'heap', entries: entries.sort((a, b) => a - b) }
    }),
  ].sort(byTime)
}
