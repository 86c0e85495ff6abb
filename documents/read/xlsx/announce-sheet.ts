import type { Announcement, SourceCell, SourceRow } from '../../../domain/chronology/source-table.ts'
import { columnLabel } from './cell-reference.ts'

/** The most characters Excel keeps in one cell; a text of exactly this length was probably cut. */
export const excelCellLimit = 32_767

/** Most texts quoted in one announcement; all of them are in the rows. */
const mostListed = 50

const own = (cell: SourceCell): boolean => !cell.merged && cell.text !== ''

/** Announces rows the sheet hides, each with its text. */
export const announceHiddenRows = (rows: readonly SourceRow[]): Announcement[] =>
  rows
    .filter((row) => row.hidden && row.cells.some((cell) => cell.text !== ''))
    .map((row) => ({
      kind: 'hidden-row',
      where: row.where,
      detail: `The row is hidden. It reads: “${row.cells
        .filter(own)
        .map((cell) => cell.text)
        .join(' | ')}”.`,
    }))

/** Announces columns the sheet hides and that hold text. */
export const announceHiddenColumns = (
  sheet: string,
  columns: readonly { readonly label: string; readonly hidden: boolean }[],
  rows: readonly SourceRow[],
): Announcement[] =>
  columns.flatMap((column, index): Announcement[] => {
    if (!column.hidden) return []
    const texts = rows.flatMap((row) =>
      row.cells[index] && own(row.cells[index]) ? [row.cells[index].text] : [],
    )
    if (texts.length === 0) return []
    const [first = '', ...others] = texts
    const listed = others
      .slice(0, mostListed)
      .map((text) => `“${text}”`)
      .join(', ')
    const more = others.length > mostListed ? ', and so on' : ''
    const count = others.length === 1 ? '1 more cell with text' : `${others.length} more cells with text`
    const detail =
      others.length === 0
        ? `The column is hidden. It holds one text: “${first}”.`
        : `The column is hidden. It begins “${first}”, and has ${count}: ${listed}${more}.`
    return [{ kind: 'hidden-column', where: `${sheet}!${column.label}`, detail }]
  })

/** Announces formulas, one by one or by column where a column has several. */
export const announceFormulas = (sheet: string, rows: readonly SourceRow[]): Announcement[] => {
  const byColumn = new Map<number, { readonly row: number; readonly cell: SourceCell }[]>()
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      if (cell.formula === undefined || cell.merged) return
      const found = byColumn.get(index)
      if (found) found.push({ row: row.row, cell })
      else byColumn.set(index, [{ row: row.row, cell }])
    })
  }
  return [...byColumn].map(([index, found]): Announcement => {
    const label = columnLabel(index + 1)
    const first = found[0]!
    const last = found[found.length - 1]!
    const kept =
      first.cell.text === ''
        ? 'no value was saved with it'
        : `the value saved with it is “${first.cell.text}”`
    const reading = `the formula ${first.cell.formula}; ${kept}`
    if (found.length === 1) {
      return { kind: 'formula', where: `${sheet}!${label}${first.row}`, detail: `The cell holds ${reading}.` }
    }
    const where = `${sheet}!${label}${first.row}:${label}${last.row}`
    const detail = `${found.length} cells hold formulas, and the values saved with them are read. The first is ${reading}.`
    return { kind: 'formula', where, detail }
  })
}

/** Announces texts that look like formulas but are text, and texts of exactly the most Excel can hold. */
export const announceTexts = (sheet: string, rows: readonly SourceRow[]): Announcement[] => {
  const announcements: Announcement[] = []
  for (const row of rows) {
    row.cells.forEach((cell, index) => {
      if (cell.merged || cell.kind !== 'text') return
      const where = `${sheet}!${columnLabel(index + 1)}${row.row}`
      if (cell.formula === undefined && cell.text.startsWith('=')) {
        const detail = `The text looks like a formula and is kept as text: “${cell.text}”.`
        announcements.push({ kind: 'formula-like-text', where, detail })
      }
      if (cell.text.length === excelCellLimit) {
        const detail =
          'The text fills the cell to Excel’s limit of 32,767 characters, so its end may have been cut off.'
        announcements.push({ kind: 'cut-cell', where, detail })
      }
    })
  }
  return announcements
}
