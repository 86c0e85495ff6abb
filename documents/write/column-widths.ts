import type { PackTable } from '../../domain/packs/pack-document.ts'

/**
 * Shares `total` among the columns of a table by weight, but gives every column room for its longest word where that
 * is possible, so that no word is broken in the middle (a broken name would be missed by a reader and by a search).
 * `wordWidth` measures one word, `padding` is the space both sides of a cell together; all in the unit of `total`.
 */
export const columnWidths = (
  table: PackTable,
  total: number,
  padding: number,
  wordWidth: (word: string, heading: boolean) => number,
): readonly number[] => {
  const longest = table.columns.map((column, index) => {
    let width = 0
    for (const word of column.heading.split(/\s+/u)) width = Math.max(width, wordWidth(word, true))
    const seen = new Set<string>()
    for (const row of table.rows) for (const word of (row[index] ?? '').split(/\s+/u)) seen.add(word)
    for (const word of seen) width = Math.max(width, wordWidth(word, false))
    return width + padding
  })
  // A word of unreasonable length (a web address) is broken rather than let starve the other columns.
  const weights = table.columns.map((column) => Math.max(column.weight, 0.01))
  const weight = weights.reduce((sum, own) => sum + own, 0)
  const cap = Math.max(total * 0.16, total / table.columns.length)
  const minimum = longest.map((width, index) =>
    Math.min(width, Math.max(cap, ((weights[index] ?? 0) / weight) * total)),
  )
  return shareByWeight(weights, squeeze(minimum, total), total)
}

// Takes from the widest first until everything fits.
const squeeze = (widths: readonly number[], total: number): readonly number[] => {
  let sum = widths.reduce((all, width) => all + width, 0)
  if (sum <= total) return widths
  const sorted = [...widths].sort((a, b) => b - a)
  let limit = total / widths.length
  for (let count = 1; count <= sorted.length; count++) {
    sum -= sorted[count - 1] ?? 0
    const candidate = (total - sum) / count
    if (candidate >= (sorted[count] ?? 0)) {
      limit = candidate
      break
    }
  }
  return widths.map((width) => Math.min(width, limit))
}

// Columns whose share is below their minimum get the minimum; the rest share what is left.
const shareByWeight = (
  weights: readonly number[],
  minimum: readonly number[],
  total: number,
): readonly number[] => {
  const fixed = new Set<number>()
  for (;;) {
    let left = total
    let weight = 0
    for (const [index, own] of weights.entries()) {
      if (fixed.has(index)) left -= minimum[index] ?? 0
      else weight += own
    }
    const short = weights.findIndex(
      (own, index) => !fixed.has(index) && (own / weight) * left < (minimum[index] ?? 0) - 1e-9,
    )
    if (short === -1) {
      if (fixed.size === weights.length) return minimum
      return weights.map((own, index) => (fixed.has(index) ? (minimum[index] ?? 0) : (own / weight) * left))
    }
    fixed.add(short)
  }
}
