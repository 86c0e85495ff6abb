import type { ColumnMapping, MappedColumn, TableMapping } from './entry.ts'
import { headingsAt } from './find-heading.ts'
import { normaliseHeading } from './heading-fields.ts'
import { findRow, someRows, type SourceDocument, type SourceRow, type SourceTable } from './source-table.ts'

/** How one table of an agency's template was mapped: what its heading rows say, column by column, and what each column holds. */
export type TableTemplate = {
  readonly name: string
  readonly use: boolean
  /** Normalised texts of each heading row, and how many rows it stands below the first. */
  readonly headings: readonly { readonly below: number; readonly texts: readonly string[] }[]
  readonly columns: readonly Pick<MappedColumn, 'index' | 'field' | 'part'>[]
}

/** How the tables of a file were mapped, kept so that the agency's next file needs no mapping. */
export type ColumnTemplate = { readonly tables: readonly TableTemplate[] }

const textsOf = (row: SourceRow | undefined): readonly string[] =>
  (row?.cells ?? []).map((cell) => normaliseHeading(cell.text))

/** Blank cells behind the last heading do not make another template. */
const trimmed = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)

/** What is kept of a mapping of this document. Tables of the same headings that are mapped alike are kept once. */
export const templateOf = (document: SourceDocument, mapping: ColumnMapping): ColumnTemplate => {
  const all = [{ ...mapping, use: true }, ...(mapping.others ?? [])]
  const tables = all.flatMap((one): TableTemplate[] => {
    const table = document.tables.find(({ name }) => name === one.table)
    return table ? [tableTemplate(table, one)] : []
  })
  return { tables: tables.filter((one, at) => tables.findIndex((other) => isAlike(one, other)) === at) }
}

const tableTemplate = (
  table: SourceTable,
  mapping: TableMapping & { readonly use: boolean },
): TableTemplate => {
  const places = placedRows(table, mapping.headingRows)
  const rows = places.length > 0 || mapping.use ? places : firstTexts(table)
  const [first] = rows
  return {
    name: table.name,
    use: mapping.use,
    headings: rows.map(({ at, row }) => ({
      below: at - (first?.at ?? 0),
      texts: trimmed(textsOf(row)),
    })),
    columns: mapping.columns.map(({ index, field, part }) => ({
      index,
      field,
      ...(part === undefined ? {} : { part }),
    })),
  }
}

type Placed = { readonly at: number; readonly row: SourceRow }

/** Rows by their numbers, with their places in the table, counted from 0, in order. */
export const placedRows = (table: SourceTable, numbers: readonly number[]): readonly Placed[] => {
  const wanted = new Set(numbers)
  const placed: Placed[] = []
  let at = 0
  for (const row of table.rows) {
    if (wanted.size === 0) break
    if (wanted.delete(row.row)) placed.push({ at, row })
    at += 1
  }
  return placed
}

/** A table that is left out is known again by its first row with a text. */
const firstTexts = (table: SourceTable): readonly Placed[] => {
  const row = findRow(table, ({ cells }) => cells.some(({ text }) => text.trim() !== ''))
  return row ? [{ at: 0, row }] : []
}

/** A table without headings is known by its name alone. */
const isAlike = (one: TableTemplate, other: TableTemplate): boolean => {
  const said = ({ name, use, headings, columns }: TableTemplate): string =>
    JSON.stringify([headings.length > 0 ? '' : name, use, headings, columns])
  return said(one) === said(other)
}

/** Whether a kept template says all that another does, whatever its tables are named. */
export const saysAllOf = (kept: ColumnTemplate, other: ColumnTemplate): boolean =>
  other.tables.every((table) => kept.tables.some((one) => isAlike(one, table)))

/** What makes two files of an agency the same template: the headings of the tables that are read. */
export const signatureOf = (template: ColumnTemplate): string =>
  JSON.stringify(
    template.tables
      .filter(({ use }) => use)
      .map(({ name, headings }) => (headings.length > 0 ? headings.map(({ texts }) => texts) : [[name]])),
  )

const rowsSearched = 60

/**
 * The mapping that a kept template makes of another document, or null where no table of it has the headings of a table that
 * was read. Tables that the template does not know are not in the answer, and are guessed.
 */
export const applyTemplate = (document: SourceDocument, template: ColumnTemplate): ColumnMapping | null => {
  const found = document.tables.flatMap((table) => {
    const known = template.tables.flatMap((one) => {
      const mapping = fitTable(table, one)
      return mapping ? [{ ...mapping, use: one.use, named: one.name === table.name }] : []
    })
    const best = known.find(({ named }) => named) ?? known[0]
    if (!best) return []
    const { named: _, ...mapping } = best
    return [mapping]
  })
  const main = found.find(({ use }) => use)
  if (!main) return null
  const { use: _used, ...mapping } = main
  return { ...mapping, others: found.filter((one) => one !== main) }
}

const fitTable = (table: SourceTable, template: TableTemplate): TableMapping | null => {
  const columnsOf = (headings: readonly string[]): readonly MappedColumn[] =>
    template.columns.map((column) => ({ ...column, heading: headings[column.index] ?? '' }))
  const widest = Math.max(-1, ...template.columns.map(({ index }) => index))
  if (widest >= table.columns.length) return null
  if (template.headings.length === 0)
    return table.name === template.name
      ? { table: table.name, headingRows: [], columns: columnsOf([]) }
      : null
  const lowest = Math.max(...template.headings.map(({ below }) => below))
  const searched = someRows(table, 0, rowsSearched + lowest)
  for (let at = 0; at < Math.min(searched.length, rowsSearched); at += 1) {
    const fits = template.headings.every(
      ({ below, texts }) => JSON.stringify(trimmed(textsOf(searched[at + below]))) === JSON.stringify(texts),
    )
    if (!fits) continue
    const rows = template.headings.flatMap(({ below }) => searched[at + below] ?? [])
    return {
      table: table.name,
      headingRows: template.use ? rows.map(({ row }) => row) : [],
      columns: columnsOf(headingsAt(rows)),
    }
  }
  return null
}
