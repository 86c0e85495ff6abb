import { ExpectedError } from '../result.ts'
import { announceParagraphs } from './announce-paragraphs.ts'
import { announceTable, announceUnread } from './announce-rows.ts'
import type { ColumnMapping, ParsedChronology, ParsedEntry } from './entry.ts'
import type { Overrides } from './find-heading.ts'
import { normaliseHeading } from './heading-fields.ts'
import { attendTable, attendUnread } from './needs-attention.ts'
import type { FileContext } from './read-entry.ts'
import { layoutFromMapping, readTable } from './read-table.ts'
import type { ReadTable } from './read-table.ts'
import { isBlankRow } from './row-cells.ts'
import type { Announcement, SourceDocument, SourceTable } from './source-table.ts'
import { whyNothing } from './why-nothing.ts'

export type ParseOptions = { readonly mapping?: ColumnMapping; readonly defaultYear?: string }
type EachTable = { readonly table: SourceTable; readonly read: ReadTable | null }

/**
 * Reads an agency's file as a chronology. Every row of every table is an entry, a heading (titles, headings and section
 * rows), blank, or declared (totals, notes, glossaries, undated statements), and every decision a person should know of
 * is announced. `mapping` (from an earlier answer, corrected) decides its table and, by heading, the others.
 * Throws `ExpectedError('invalid')` naming the table where there is no date column or no entry.
 */
export const parseChronology = (document: SourceDocument, options: ParseOptions = {}): ParsedChronology => {
  const context = contextOf(document, options)
  const tables = readTables(document, context, options.mapping)
  const read = tables.flatMap((each) => each.read ?? [])
  const [main] = read.filter((each) => each.entries.length > 0)
  if (!main) throw new ExpectedError('invalid', whyNothing(document, context, read), [])
  const entries: ParsedEntry[] = []
  const announced: Announcement[] = [...document.announced]
  const needsAttention: ParsedChronology['needsAttention'][number][] = []
  for (const { table, read: each } of tables) {
    if (each === null) {
      const filled = table.rows.filter((row) => !isBlankRow(row)).length
      if (filled > 0) announced.push(announceUnread(table, context, filled))
      needsAttention.push(...attendUnread(table, context))
      continue
    }
    const numbered = each.entries.map((draft, index) => ({ draft, n: entries.length + index + 1 }))
    entries.push(...numbered.map(({ draft, n }) => ({ n, ...draft.entry })))
    announced.push(...announceTable(each, context, numbered))
    needsAttention.push(...attendTable(each, context))
  }
  announced.push(...announceParagraphs(document))
  return {
    mapping: { table: main.table.name, headingRows: main.layout.headingRows, columns: main.layout.columns },
    entries,
    rows: countRows(tables),
    announced: withoutRepeats(announced),
    needsAttention,
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
  if (mapping && !document.tables.some((table) => table.name === mapping.table))
    throw new ExpectedError('invalid', `The mapping is for “${mapping.table}”, which is not in the file.`, [
      { path: 'mapping.table', message: 'There is no table of this name in the file.' },
    ])
  const overrides: Overrides = new Map(
    (mapping?.columns ?? []).flatMap(({ heading, field }) =>
      normaliseHeading(heading) === '' ? [] : [[normaliseHeading(heading), field] as const],
    ),
  )
  let previous: ReadTable | undefined
  return document.tables.map((table): EachTable => {
    const isChosen = mapping?.table === table.name
    if (!table.visible && !isChosen) return { table, read: null }
    const chosen = isChosen ? layoutFromMapping(table, mapping, context) : null
    const read = readTable(table, context, overrides, chosen, previous)
    previous = read ?? previous
    return { table, read }
  })
}

const countRows = (tables: readonly EachTable[]): ParsedChronology['rows'] => {
  const counts = { read: 0, entries: 0, headings: 0, blank: 0, declared: 0 }
  for (const each of tables) {
    counts.read += each.table.rows.length
    if (each.read === null) {
      for (const row of each.table.rows) counts[isBlankRow(row) ? 'blank' : 'declared'] += 1
      continue
    }
    for (const { read } of each.read.rows) counts[groupOf(read.kind)] += 1
  }
  return counts
}

const groupOf = (
  kind: ReadTable['rows'][number]['read']['kind'],
): 'entries' | 'headings' | 'blank' | 'declared' => {
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
