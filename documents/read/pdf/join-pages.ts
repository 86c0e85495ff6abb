import type {
  Announcement,
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceRow,
  SourceTable,
} from '../../../domain/chronology/source-table.ts'
import { paragraphsOf, readBlocks, type PageTable } from './page-blocks.ts'
import type { Page } from './page-words.ts'
import type { LaidCell, LaidRow } from './ruled-tables.ts'

type Row = { page: number; cells: LaidCell[]; readonly spans: boolean }
type Table = { edges: readonly number[]; readonly heading: string; readonly rows: Row[] }

const textsOf = (row: LaidRow): string =>
  row.cells.map(({ text }) => text.replace(/\s+/g, ' ')).join('\u0000')

const isBlank = (row: LaidRow): boolean => row.cells.every(({ text }) => text === '')

/** True where a text looks as if its end is missing, or another as if its beginning is. */
const isCut = (before: string, after: string): boolean =>
  after !== '' && before !== '' && (/^[\p{Ll}\d,;)]/u.test(after) || !/[.!?:;”"’)\]]$/.test(before))

/**
 * True where the first row of a page is the rest of the last row of the page before: it begins without a date, goes on
 * only in columns that row has filled, and at least one text runs over.
 */
const goesOn = (last: Row | undefined, first: LaidRow | undefined): boolean => {
  if (!last || !first || last.spans || first.spans || first.cells.length !== last.cells.length) return false
  if (first.cells[0]?.text !== '' || isBlank(first)) return false
  const filled = first.cells.flatMap((cell, at) => (cell.text === '' || cell.covered ? [] : [at]))
  return (
    filled.length > 0 &&
    filled.every((at) => last.cells[at]!.text !== '') &&
    filled.some((at) => isCut(last.cells[at]!.text, first.cells[at]!.text))
  )
}

const joinCell = (before: LaidCell, after: LaidCell): LaidCell => {
  if (after.text === '' || after.covered) return before
  const mark = isCut(before.text, after.text) ? ' ' : '\n'
  return { ...before, text: before.text === '' ? after.text : `${before.text}${mark}${after.text}` }
}

const asCell = ({ text, covered }: LaidCell): SourceCell => ({
  text,
  kind: text === '' ? 'empty' : 'text',
  ...(covered && text !== '' ? { merged: true } : {}),
})

const asTable = (table: Table, number: number): SourceTable => {
  const name = `table ${number}`
  const width = Math.max(...table.rows.map(({ cells }) => cells.length))
  const rows = table.rows.map(({ page, cells }, at): SourceRow => ({
    where: `page ${page}, ${name} row ${at + 1}`,
    row: at + 1,
    hidden: false,
    cells: cells.map(asCell),
  }))
  const columns = Array.from({ length: width }, (_, index) => ({ label: String(index + 1), hidden: false }))
  return { name, visible: true, columns, rows }
}

const bodySizeOf = (pages: readonly Page[]): number => {
  const letters = new Map<number, number>()
  for (const { words } of pages)
    for (const { size, text } of words) {
      const rounded = Math.round(size * 2) / 2
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
    }
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [10, 0])[0]
}

/** Reads pages in order and joins a table that goes on over them into one; a row a page break cuts becomes whole again. */
export const joinPages = (
  pages: readonly Page[],
): Pick<SourceDocument, 'tables' | 'paragraphs'> & {
  readonly blocks: readonly SourceBlock[]
  readonly announced: readonly Announcement[]
} => {
  const tables: Table[] = []
  const blocks: SourceBlock[] = []
  const paragraphs: SourceDocument['paragraphs'][number][] = []
  const joins: { readonly table: number; readonly row: number; readonly page: number }[] = []
  const bodySize = bodySizeOf(pages)
  let open: Table | undefined

  const goOn = (table: Table, part: PageTable, page: number): void => {
    const isHeading = (row: LaidRow): boolean => textsOf(row) === table.heading
    const firstAt = part.rows[0] && isHeading(part.rows[0]) ? 1 : 0
    const repeated = part.rows.slice(0, firstAt)
    const rest = part.rows.slice(firstAt)
    const last = table.rows.at(-1)
    if (last && goesOn(last, rest[0])) {
      last.cells = last.cells.map((cell, at) => joinCell(cell, rest[0]!.cells[at]!))
      joins.push({ table: tables.length, row: table.rows.length, page })
      rest.shift()
      // A cell merged over rows is cut by the page break too: what it covers on this page is what it says on the last.
      const isUnder = (cell: LaidCell): boolean =>
        cell.covered && cell.text === '' && cell.fromRow === firstAt
      for (const [at, row] of rest.entries()) {
        const cells = row.cells.map((cell, column) =>
          isUnder(cell) ? { ...cell, text: last.cells[column]!.text } : cell,
        )
        rest[at] = { ...row, cells }
      }
    }
    for (const row of [...repeated, ...rest])
      table.rows.push({ page, cells: [...row.cells], spans: row.spans })
    table.edges = part.edges
  }

  for (const page of pages) {
    if (page.isUnread) {
      blocks.push({ style: 'page', page: page.number })
      open = undefined
    }
    const parts = readBlocks(page, open?.edges)
    parts.forEach((part, at) => {
      if (part.kind === 'lines') {
        for (const paragraph of paragraphsOf(part.lines, bodySize)) {
          paragraphs.push(paragraph)
          blocks.push(paragraph)
        }
        open = undefined
        return
      }
      if (at === 0 && open && open.edges.length === part.edges.length) {
        goOn(open, part, page.number)
        return
      }
      open = {
        edges: part.edges,
        heading: part.rows[0] ? textsOf(part.rows[0]) : '',
        rows: part.rows.map((row) => ({ page: page.number, cells: [...row.cells], spans: row.spans })),
      }
      tables.push(open)
      blocks.push({ style: 'table', table: tables.length - 1 })
    })
  }
  const announced = joins.map(({ table, row, page }): Announcement => {
    const joined = tables[table - 1]!.rows[row - 1]!
    const text = joined.cells
      .map((cell) => cell.text)
      .filter(Boolean)
      .join(' | ')
    return {
      kind: 'joined-row',
      where: `page ${joined.page}, table ${table} row ${row}`,
      detail: `The row runs over to page ${page}, and its parts were joined. Check that it reads: “${text}”.`,
    }
  })
  return { tables: tables.map((table, at) => asTable(table, at + 1)), paragraphs, blocks, announced }
}
