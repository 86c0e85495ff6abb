import { ExpectedError } from '../result.ts'
import { announceParagraphs } from './announce-paragraphs.ts'
import { announceLeftOut, announceUnread, noticeTable } from './announce-rows.ts'
import type { ColumnMapping, ParsedChronology, ParsedEntry, TableMapping } from './entry.ts'
import { overridesOf } from './find-heading.ts'
import { headingDateOf, type HeadingDate } from './heading-dates.ts'
import { attendTable, attendUnread } from './needs-attention.ts'
import { watchAmbiguous } from './order-dates.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import { layoutFromMapping, readTable, type ReadTable, type RowRead } from './read-table.ts'
import { isBlankRow } from './row-cells.ts'
import { countRowsWhere, type Announcement, type SourceDocument, type SourceTable } from './source-table.ts'
import { isSheets } from './table-places.ts'
import { whyNothing } from './why-nothing.ts'

export type ParseOptions = { readonly mapping?: ColumnMapping; readonly defaultYear?: string }
/** A table as read, or why it was not. */
export type EachTable =
  | { readonly table: SourceTable; readonly read: ReadTable }
  | { readonly table: SourceTable; readonly read: null; readonly why: 'left-out' | 'not-read' }

/** How each table of a file would be read if nobody said otherwise; `use` false where it would not be. */
export type TableGuess = TableMapping & {
  readonly use: boolean
  /** Rows further down that hold headings of their own. */
  readonly laterHeadingRows: readonly number[]
}

export const guessTables = (document: SourceDocument): readonly TableGuess[] =>
  readTables(document, contextOf(document, {}), undefined).map(({ table, read }): TableGuess => {
    const guess = { table: table.name, use: false, headingRows: [], columns: [], laterHeadingRows: [] }
    if (read === null) return guess
    const later: number[] = []
    let use = false
    for (const { read: row, begins } of read.rows) {
      use ||= row.kind === 'entry'
      later.push(...(begins?.headingRows ?? []))
    }
    const { headingRows, columns } = read.layout
    return { ...guess, use, headingRows, columns, laterHeadingRows: later }
  })

/**
 * Reads an agency's file as a chronology, with every table as it was read, for showing row by row what became of it. Every
 * row of every table is an entry, a heading (titles, headings and section rows), blank, or declared (totals, notes,
 * glossaries, undated statements), and every decision a person should know of is announced. `mapping` (from an earlier
 * answer, corrected) decides its table and, by heading, the others. Nothing of a row is held but what is announced.
 * Throws `ExpectedError('invalid')` naming the table where there is no date column or no entry.
 */
export const readChronology = (
  document: SourceDocument,
  options: ParseOptions = {},
): { readonly parsed: ParsedChronology; readonly tables: readonly EachTable[] } => {
  const context = contextOf(document, options)
  const tables = readTables(document, context, options.mapping)
  const rows = { read: 0, entries: 0, headings: 0, blank: 0, declared: 0 }
  const announced: Announcement[] = [...document.announced]
  const needsAttention: ParsedChronology['needsAttention'][number][] = []
  const read: ReadTable[] = []
  let main: ReadTable | undefined
  for (const one of tables) {
    const survey = one.read ? surveyRead(one.read, context, rows.entries) : surveyUnread(one, context)
    if (one.read) read.push(one.read)
    if (one.read && survey.rows.entries > 0) main ??= one.read
    for (const group of rowGroups) rows[group] += survey.rows[group]
    announced.push(...survey.announced)
    needsAttention.push(...survey.needsAttention)
  }
  if (!main) throw new ExpectedError('invalid', whyNothing(document, context, read), [])
  rows.read = rowGroups.reduce((sum, group) => sum + rows[group], 0)
  announced.push(...announceParagraphs(document))
  const mapped = read.find(({ table }) => table.name === options.mapping?.table) ?? main
  const parsed: ParsedChronology = {
    mapping: {
      table: mapped.table.name,
      headingRows: mapped.layout.headingRows,
      columns: mapped.layout.columns,
      ...(options.mapping?.others === undefined ? {} : { others: options.mapping.others }),
    },
    entries: { length: rows.entries, [Symbol.iterator]: () => entriesOf(read) },
    rows,
    announced: withoutRepeats(announced),
    needsAttention,
  }
  return { parsed, tables }
}

const entriesOf = function* (tables: readonly ReadTable[]): Generator<ParsedEntry> {
  let n = 0
  for (const { rows } of tables)
    for (const { read } of rows) {
      if (read.kind !== 'entry') continue
      n += 1
      yield { n, ...read.draft.entry }
    }
}

/** What is said of one table: how many of its rows are what, and what must be announced and looked at. */
type Survey = {
  readonly rows: Readonly<Record<RowGroup, number>>
  readonly announced: readonly Announcement[]
  readonly needsAttention: ParsedChronology['needsAttention']
}

/** `before` is how many entries the tables before it hold. */
const surveyRead = (table: ReadTable, context: FileContext, before: number): Survey => {
  const rows = { entries: 0, headings: 0, blank: 0, declared: 0 }
  const notice = noticeTable(table, context)
  const attention = attendTable(table, context)
  const ambiguous = watchAmbiguous<EntryDraft>((found) => {
    notice.seeAmbiguous(found)
    attention.seeAmbiguous(found)
  })
  for (const row of table.rows) {
    const { read } = row
    rows[groupOfRow(read.kind)] += 1
    notice.see(row, before + rows.entries)
    attention.see(row)
    if (read.kind === 'entry') ambiguous.see(read.draft)
  }
  ambiguous.end()
  return { rows, announced: notice.say(), needsAttention: attention.say() }
}

const surveyUnread = ({ table, why }: Extract<EachTable, { read: null }>, context: FileContext): Survey => {
  const declared = countRowsWhere(table, (row) => !isBlankRow(row))
  const announce = why === 'left-out' ? announceLeftOut : announceUnread
  return {
    rows: { entries: 0, headings: 0, blank: table.rows.length - declared, declared },
    announced: declared > 0 ? [announce(table, context, declared)] : [],
    needsAttention: why === 'not-read' ? attendUnread(table, context) : [],
  }
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

/** Which of the four a row is counted among. */
export type RowGroup = Exclude<keyof ParsedChronology['rows'], 'read'>
const rowGroups = ['entries', 'headings', 'blank', 'declared'] as const satisfies readonly RowGroup[]

export const groupOfRow = (kind: RowRead['read']['kind']): RowGroup => {
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
