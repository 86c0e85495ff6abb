import type { Announcement, SourceCell, SourceRow } from '../../../domain/chronology/source-table.ts'
import { noticeEach, type Notice } from '../notice.ts'
import { columnLabel } from './cell-reference.ts'

/** The most characters Excel keeps in one cell; a text of exactly this length was probably cut. */
export const excelCellLimit = 32_767

/** Most texts quoted in one announcement; all of them are in the rows. */
const mostListed = 50

const own = (cell: SourceCell): boolean => !cell.merged && cell.text !== ''

/** Announces rows the sheet hides, each with its text. */
export const noticeHiddenRows = (): Notice<SourceRow> =>
  noticeEach((row) => {
    if (!row.hidden || row.cells.every((cell) => cell.text === '')) return []
    const texts = row.cells.filter(own).map((cell) => cell.text)
    return [
      {
        kind: 'hidden-row',
        where: row.where,
        detail: `The row is hidden. It reads: “${texts.join(' | ')}”.`,
      },
    ]
  })

type Columns = readonly { readonly label: string; readonly hidden: boolean }[]

/** Announces columns the sheet hides and that hold text. */
export const noticeHiddenColumns = (sheet: string, columns: Columns): Notice<SourceRow> => {
  const hidden = columns.flatMap((column, index) =>
    column.hidden ? [{ ...column, index, texts: [] as string[], count: 0 }] : [],
  )
  return {
    see: (row) => {
      for (const column of hidden) {
        const cell = row.cells[column.index]
        if (!cell || !own(cell)) continue
        if (column.texts.length <= mostListed) column.texts.push(cell.text)
        column.count += 1
      }
    },
    say: () =>
      hidden.flatMap(({ label, texts: [first, ...listed], count }): Announcement[] => {
        if (first === undefined) return []
        const others = count - 1
        const list = listed.map((text) => `“${text}”`).join(', ')
        const more = others > mostListed ? ', and so on' : ''
        const counted = others === 1 ? '1 more cell with text' : `${others} more cells with text`
        const detail =
          others === 0
            ? `The column is hidden. It holds one text: “${first}”.`
            : `The column is hidden. It begins “${first}”, and has ${counted}: ${list}${more}.`
        return [{ kind: 'hidden-column', where: `${sheet}!${label}`, detail }]
      }),
  }
}

/** Announces formulas, one by one or by column where a column has several. */
export const noticeFormulas = (sheet: string): Notice<SourceRow> => {
  type Found = { readonly first: SourceCell; readonly from: number; to: number; count: number }
  const byColumn = new Map<number, Found>()
  return {
    see: (row) =>
      row.cells.forEach((cell, index) => {
        if (cell.formula === undefined || cell.merged) return
        const found = byColumn.get(index)
        if (!found) byColumn.set(index, { first: cell, from: row.row, to: row.row, count: 1 })
        else {
          found.to = row.row
          found.count += 1
        }
      }),
    say: () =>
      [...byColumn].map(([index, { first, from, to, count }]): Announcement => {
        const label = columnLabel(index + 1)
        const kept =
          first.text === '' ? 'no value was saved with it' : `the value saved with it is “${first.text}”`
        const reading = `the formula ${first.formula}; ${kept}`
        if (count === 1)
          return { kind: 'formula', where: `${sheet}!${label}${from}`, detail: `The cell holds ${reading}.` }
        const where = `${sheet}!${label}${from}:${label}${to}`
        const detail = `${count} cells hold formulas, and the values saved with them are read. The first is ${reading}.`
        return { kind: 'formula', where, detail }
      }),
  }
}

/** Announces texts that look like formulas but are text, and texts of exactly the most Excel can hold. */
export const noticeTexts = (sheet: string): Notice<SourceRow> =>
  noticeEach((row) =>
    row.cells.flatMap((cell, index): Announcement[] => {
      if (cell.merged || cell.kind !== 'text') return []
      const where = `${sheet}!${columnLabel(index + 1)}${row.row}`
      const announced: Announcement[] = []
      if (cell.formula === undefined && cell.text.startsWith('=')) {
        const detail = `The text looks like a formula and is kept as text: “${cell.text}”.`
        announced.push({ kind: 'formula-like-text', where, detail })
      }
      if (cell.text.length === excelCellLimit) {
        const detail =
          'The text fills the cell to Excel’s limit of 32,767 characters, so its end may have been cut off.'
        announced.push({ kind: 'cut-cell', where, detail })
      }
      return announced
    }),
  )
