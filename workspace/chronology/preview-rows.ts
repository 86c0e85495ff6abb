import type { ParsedChronology } from '../../domain/chronology/entry.ts'
import { groupOfRow, type EachTable } from '../../domain/chronology/parse-chronology.ts'
import type { EntryDraft } from '../../domain/chronology/read-entry.ts'
import { isBlankRow, ownColumns } from '../../domain/chronology/row-cells.ts'
import type { SourceRow } from '../../domain/chronology/source-table.ts'
import type { PreviewGroup, PreviewPage, PreviewRow } from '../contract/import.ts'
import type { Reading } from './show-entries.ts'

type Chronology = { readonly parsed: ParsedChronology; readonly tables: readonly EachTable[] }

/** A row with what became of it, before it is turned into words for a reader. */
type Outcome = {
  readonly table: string
  readonly row: SourceRow
  readonly group: PreviewRow['group']
  readonly what: string
  /** The entry it is, with its number in the file. */
  readonly entry: (EntryDraft['entry'] & { readonly n: number }) | null
}

function* outcomes(tables: readonly EachTable[]): Generator<Outcome> {
  let n = 0
  for (const one of tables) {
    const table = one.table.name
    if (one.read === null)
      for (const row of one.table.rows) {
        const blank = isBlankRow(row)
        yield {
          table,
          row,
          group: blank ? 'blank' : 'declared',
          what: blank ? 'blank' : one.why,
          entry: null,
        }
      }
    else
      for (const { row, read } of one.read.rows) {
        const draft = read.kind === 'entry' ? read.draft : null
        if (draft) n += 1
        const entry = draft && { n, ...draft.entry }
        yield { table, row, group: groupOfRow(read.kind), what: read.kind, entry }
      }
  }
}

/** A page of the rows of one group, in the order of the file, as their reader may read them. */
export const previewRows = (
  { parsed, tables }: Chronology,
  show: PreviewGroup,
  page: { readonly offset: number; readonly limit: number },
  read: Reading,
): PreviewPage => {
  const attention = Map.groupBy(parsed.needsAttention, ({ where }) => where)
  const rows: PreviewRow[] = []
  let total = 0
  let attended = 0
  for (const outcome of outcomes(tables)) {
    const needs = attention.has(outcome.row.where)
    if (needs) attended += 1
    if (show !== 'all' && show !== outcome.group && !(show === 'attention' && needs)) continue
    total += 1
    if (total <= page.offset || rows.length >= page.limit) continue
    rows.push(showOutcome(outcome, attention.get(outcome.row.where) ?? [], read))
  }
  const { read: all, ...groups } = parsed.rows
  return { counts: { all, ...groups, attention: attended }, total, rows }
}

const showOutcome = (
  { table, row, group, what, entry }: Outcome,
  needs: ParsedChronology['needsAttention'],
  read: Reading,
): PreviewRow => {
  return {
    table: read(table),
    row: row.row,
    where: read(row.where),
    group,
    what,
    hidden: row.hidden,
    text: entry
      ? ''
      : read(
          ownColumns(row)
            .map((index) => row.cells[index]?.text.trim() ?? '')
            .join(' | '),
        ),
    entry: entry
      ? {
          n: entry.n,
          date: { ...entry.date, original: read(entry.date.original) },
          stored: entry.stored,
          fields: Object.fromEntries(
            Object.entries(entry.fields).map(([field, text]) => [field, read(text)]),
          ),
          declaredNoContact: entry.declaredNoContact,
        }
      : null,
    attention: needs.map(({ field, why }) => ({ field, why: read(why) })),
  }
}
