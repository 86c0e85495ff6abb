/** A cell's place, both counted from 1. */
export type CellPlace = { readonly row: number; readonly column: number }

export type CellRange = { readonly first: CellPlace; readonly last: CellPlace }

/** Largest sheet Excel can hold. */
export const maxRow = 1_048_576
export const maxColumn = 16_384

/** `1` is `A`, `27` is `AA`. */
export const columnLabel = (column: number): string => {
  let label = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    label = String.fromCharCode(65 + ((rest - 1) % 26)) + label
  }
  return label
}

/** Reads `F50` or `$F$50`; undefined where it is not a cell of a sheet. */
export const parseCell = (reference: string): CellPlace | undefined => {
  let at = 0
  let column = 0
  let row = 0
  if (reference.charCodeAt(at) === 36) at += 1
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (reference.charCodeAt(at) === 36) at += 1
  const digitsAt = at
  for (; at < reference.length; at += 1) {
    const digit = reference.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    row = row * 10 + digit
  }
  if (at === digitsAt || column < 1 || column > maxColumn || row < 1 || row > maxRow) return undefined
  return { row, column }
}

/** Reads `A10:A11` or a single cell. */
export const parseRange = (reference: string): CellRange | undefined => {
  const [from = '', to = from] = reference.split(':')
  const first = parseCell(from)
  const last = parseCell(to)
  if (first === undefined || last === undefined || last.row < first.row || last.column < first.column)
    return undefined
  return { first, last }
}

export const cellName = ({ row, column }: CellPlace): string => `${columnLabel(column)}${row}`

export const rangeName = ({ first, last }: CellRange): string => `${cellName(first)}:${cellName(last)}`
