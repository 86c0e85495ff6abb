import { ExpectedError } from '../result.ts'
import { announceParagraphs } from './announce-paragraphs.ts'
import { announceLeftOut, announceTable, announceUnread } from './announce-rows.ts'
import type { ColumnMapping, ParsedChronology, ParsedEntry, TableMapping } from './entry.ts'
import { overridesOf } from './find-heading.ts'
import { attendTable, attendUnread } from './needs-attention.ts'
import { headingDateOf, type HeadingDate } from './heading-dates.ts'
import type { FileContext } from './read-entry.ts'
import { layoutFromMapping, readTable } from './read-table.ts'
import type { ReadTable } from './read-table.ts'
import { isBlankRow } from './row-cells.ts'
import type { Announcement, SourceDocument, SourceTable } from './source-table.ts'
import { isSheets } from './table-places.ts'
import { whyNothing } from './why-nothing.ts'

export type ParseOptions = { readonly mapping?: ColumnMapping; readonly defaultYear?: string }
/** A table as read, or why it was not. */
export type EachTable =
  | { readonly table: SourceTable; readonly read: ReadTable }
  | { readonly table: SourceTable; readonly read: null; readonly why: 'left-out' | 'not-read' }

/**
 * Reads an agency's file as a chronology. Every row of every table is an entry, a heading (titles, headings and section
 * rows), blank, or declared (totals, notes, glossaries, undated statements), and every decision a person should know of
 * is announced. `mapping` (from an earlier answer, corrected) decides its table and, by heading, the others.
 * Throws `ExpectedError('invalid')` naming the table where there is no date column or no entry.
 */
export const parseChronology = (document: SourceDocument, options: ParseOptions = {}): ParsedChronology =>
  readChronology(document, options).parsed

/** How each table of a file would be read if nobody said otherwise; `use` false where it would not be. */
export type TableGuess = TableMapping & {
  readonly use: boolean
  /** Rows further down that hold headings of their own. */
  readonly laterHeadingRows: readonly number[]
}

export const guessTables = (document: SourceDocument): readonly TableGuess[] =>
  readTables(document, contextOf(document, {}), undefined).map(({ table, read }): TableGuess => ({
    table: table.name,
    use: read !== null && read.entries.length > 0,
    headingRows: read?.layout.headingRows ?? [],
    columns: read?.layout.columns ?? [],
    laterHeadingRows: (read?.laterLayouts ?? []).flatMap(({ headingRows }) => headingRows),
  }))

/** The same, with every table as it was read, for showing row by row what became of it. */
export const readChronology = (
  document: SourceDocument,
  options: ParseOptions = {},
): { readonly parsed: ParsedChronology; readonly tables: readonly EachTable[] } => {
  const context = contextOf(document, options)
  const tables = readTables(document, context, options.mapping)
  const read = tables.flatMap((each) => each.read ?? [])
  const [main] = read.filter((each) => each.entries.length > 0)
  if (!main) throw new ExpectedError('invalid', whyNothing(document, context, read), [])
  const entries: ParsedEntry[] = []
  const announced: Announcement[] = [...document.announced]
  const needsAttention: ParsedChronology['needsAttention'][number][] = []
  for (const one of tables) {
    const { table, read: each } = one
    if (each === null) {
      const filled = table.rows.filter((row) => !isBlankRow(row)).length
      const announce = one.why === 'left-out' ? announceLeftOut : announceUnread
      if (filled > 0) announced.push(announce(table, context, filled))
      if (one.why === 'not-read') needsAttention.push(...attendUnread(table, context))
      continue
    }
    const numbered = each.entries.map((draft, index) => ({ draft, n: entries.length + index + 1 }))
    entries.push(...numbered.map(({ draft, n }) => ({ n, ...draft.entry })))
    announced.push(...announceTable(each, context, numbered))
    needsAttention.push(...attendTable(each, context))
  }
  announced.push(...announceParagraphs(document))
  const mapped = read.find(({ table }) => table.name === options.mapping?.table) ?? main
  const parsed: ParsedChronology = {
    mapping: {
      table: mapped.table.name,
      headingRows: mapped.layout.headingRows,
      columns: mapped.layout.columns,
      ...(options.mapping?.others === undefined ? {} : { others: options.mapping.others }),
    },
    entries,
    rows: countRows(tables),
    announced: withoutRepeats(announced),
    needsAttention,
  }
  return { parsed, tables }
}

const contextOf = (document: SourceDocument, options: ParseOptions): FileContext => ({
  format: document.format,
  system: document.announced.some(({ kind }) => kind === 'date-system-1904') ? 1904 : 1900,
  ...(options.defaultYear === undefined ? {} : { defaultYear: options.defaultYear }),
})

const readTables = (
  document: SourceDocument,
  context: FileContext,
  mapping: ColumnMapping | undefined,
): readonly EachTable[] => {
  const decided = new Map(
    mapping ? [{ ...mapping, use: true }, ...(mapping.others ?? [])].map((one) => [one.table, one]) : [],
  )
  refuseUnknownTables(document, decided.keys())
  const overrides = overridesOf(mapping?.columns ?? [])
  let previous: ReadTable | undefined
  return document.tables.map((table, at): EachTable => {
    const decision = decided.get(table.name)
    if (decision?.use === false) return { table, read: null, why: 'left-out' }
    if (!table.visible && !decision) return { table, read: null, why: 'not-read' }
    const chosen = decision ? layoutFromMapping(table, decision, context) : null
    const read = readTable(table, context, overrides, chosen, previous, dateAbove(document, at))
    previous = read ?? previous
    return read === null ? { table, read, why: 'not-read' } : { table, read }
  })
}

/** The date that stands over a table: in the last heading or paragraph before it that is one, or as the name of its sheet. */
const dateAbove = (document: SourceDocument, at: number): HeadingDate | null => {
  const blocks = document.blocks ?? []
  const place = blocks.findIndex((block) => block.style === 'table' && block.table === at)
  for (let before = place - 1; before >= 0; before -= 1) {
    const block = blocks[before]
    if (!block || block.style === 'table' || block.style === 'page') break
    const found = headingDateOf(block.text, 'above-table')
    if (found) return found
  }
  return isSheets(document.format) ? headingDateOf(document.tables[at]?.name ?? '', 'above-table') : null
}

const refuseUnknownTables = (document: SourceDocument, names: Iterable<string>): void => {
  for (const name of names)
    if (!document.tables.some((table) => table.name === name))
      throw new ExpectedError('invalid', `The mapping is for “${name}”, which is not in the file.`, [
        { path: 'mapping.table', message: 'There is no table of this name in the file.' },
      ])
}

const countRows = (tables: readonly EachTable[]): ParsedChronology['rows'] => {
  const counts = { read: 0, entries: 0, headings: 0, blank: 0, declared: 0 }
  for (const each of tables) {
    counts.read += each.table.rows.length
    if (each.read === null) {
      for (const row of each.table.rows) counts[isBlankRow(row) ? 'blank' : 'declared'] += 1
      continue
    }
    for (const { read } of each.read.rows) counts[groupOfRow(read.kind)] += 1
  }
  return counts
}

/** Which of the four a row is counted among. */
export type RowGroup = Exclude<keyof ParsedChronology['rows'], 'read'>

export const groupOfRow = (kind: ReadTable['rows'][number]['read']['kind']): RowGroup => {
  if (kind === 'entry') return 'entries'
  if (kind === 'blank') return 'blank'
  return kind === 'heading' || kind === 'title' || kind === 'section' ? 'headings' : 'declared'
}

const withoutRepeats = (announced: readonly Announcement[]): readonly Announcement[] => {
  const seen = new Set<string>()
  return announced.filter(({ kind, where, detail }) => {
    const key = kind === 'merged-cells' ? `${kind} ${where}` : `${kind} ${where} ${detail}`
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
