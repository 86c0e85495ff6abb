/**
 * A table of two dimensions as a circulation: cells are arcs that carry their count, and every total equals its
 * line because what enters a node leaves it. Maximal flows are whole numbers, so ranges found on it are exact.
 * Source: L. H. Cox, Network models for complementary cell suppression, JASA 90 (1995) 1453-1462.
 */
export type FlowNetwork = {
  readonly nodes: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Arcs that leave or enter each node: node n has `arcs[starts[n]]` up to `arcs[starts[n + 1] - 1]`. */
  readonly starts: Int32Array
  readonly arcs: Int32Array
}

/** The network of a table's cells in layout order, from the number of categories of each dimension, `Total` included. */
export const flowNetwork = (sizes: readonly number[]): FlowNetwork => {
  const rows = sizes[0] ?? 1
  const columns = sizes[1] ?? 1
  const cells = rows * columns
  const from = new Int32Array(cells)
  const to = new Int32Array(cells)
  const source = rows + columns
  const sink = source + 1
  const nodes = sink + 1
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const isRowTotal = column === columns - 1
      const isColumnTotal = row === rows - 1
      if (isRowTotal) {
        from[cell] = isColumnTotal ? sink : source
        to[cell] = isColumnTotal ? source : row
      } else {
        from[cell] = isColumnTotal ? rows + column : row
        to[cell] = isColumnTotal ? sink : rows + column
      }
    }
  }
  const starts = new Int32Array(nodes + 1)
  for (let cell = 0; cell < cells; cell++) {
    for (const node of [from[cell] ?? 0, to[cell] ?? 0]) starts[node + 1] = (starts[node + 1] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const next = starts.slice()
  const arcs = new Int32Array(2 * cells)
  for (let cell = 0; cell < cells; cell++) {
    for (const node of [from[cell] ?? 0, to[cell] ?? 0]) {
      const slot = next[node] ?? 0
      arcs[slot] = cell
      next[node] = slot + 1
    }
  }
  return { nodes, from, to, starts, arcs }
}
