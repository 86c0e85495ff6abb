/** Heights of many rows, most of them only guessed; any place is found in a few steps however many rows there are. */
export type RowHeights = {
  readonly count: number
  readonly total: () => number
  readonly heightOf: (row: number) => number
  /** Where a row begins; where the last one ends for `count`. */
  readonly offsetOf: (row: number) => number
  /** The row at a place, the first above all and the last below all; -1 where there is none. */
  readonly rowAt: (offset: number) => number
  /** Notes the height a row was found to have; returns by how much it differs from what was thought. */
  readonly measured: (row: number, height: number) => number
}

/** Keeps the differences from the guess in a binary indexed tree (Fenwick 1994), so that nothing is done per row. */
export const rowHeights = (count: number, guess: number): RowHeights => {
  const own = new Float64Array(count)
  const tree = new Float64Array(count + 1)
  const differences = (rows: number): number => {
    let sum = 0
    for (let at = rows; at > 0; at -= at & -at) sum += tree[at] ?? 0
    return sum
  }
  const highestPower = 2 ** Math.floor(Math.log2(Math.max(1, count)))
  const heightOf = (row: number): number => guess + (own[row] ?? 0)
  const offsetOf = (row: number): number => row * guess + differences(row)
  return {
    count,
    total: () => offsetOf(count),
    heightOf,
    offsetOf,
    rowAt: (offset) => {
      let rows = 0
      let left = offset
      for (let step = highestPower; step > 0; step >>= 1) {
        const next = rows + step
        if (next > count) continue
        const height = step * guess + (tree[next] ?? 0)
        if (height > left) continue
        rows = next
        left -= height
      }
      return Math.min(rows, count - 1)
    },
    measured: (row, height) => {
      const change = height - heightOf(row)
      if (change === 0 || row < 0 || row >= count) return 0
      own[row] = (own[row] ?? 0) + change
      for (let at = row + 1; at <= count; at += at & -at) tree[at] = (tree[at] ?? 0) + change
      return change
    },
  }
}
