import { z } from 'zod'
import { entryFields, type EntryField, type ParsedEntry } from '../domain/chronology/entry.ts'
import { precisions, type ImpreciseDate } from '../domain/dates/imprecise-date.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** One row of the list: what a page shows, without the cells as imported. */
export type Entry = {
  readonly id: string
  /** The id of its first version; all versions share it, so that links, judgements and comments outlive a re-import. */
  readonly recordId: string
  readonly caseId: string
  readonly agencyId: string
  readonly sourceId: string
  readonly n: number
  readonly sheet: string
  readonly row: number
  readonly where: string
  readonly date: ImpreciseDate
  /** Orders the combined chronology as plain text: earliest, then precision, then sequence. */
  readonly sortKey: string
  readonly hiddenRow: boolean
  readonly declaredNoContact: boolean
  readonly fields: Readonly<Partial<Record<Exclude<EntryField, 'ignore'>, string>>>
  readonly rowHash: string
  readonly status: 'current' | 'removed'
  readonly replacedBy: string | null
  readonly version: number
  readonly createdAt: string
}

/** An entry with its row exactly as imported. */
export type EntryInFull = Entry & {
  readonly stored: string
  readonly cells: ParsedEntry['cells']
  readonly aside: ParsedEntry['aside']
}

export type NewEntry = Omit<EntryInFull, 'recordId' | 'status' | 'replacedBy' | 'version'> & {
  /** That of the entry it takes the place of; its own id where left out. */
  readonly recordId?: string
  /** 1 where left out; one more than the entry it takes the place of. */
  readonly version?: number
}

export type StoredEntry = {
  readonly id: string
  readonly record_id: string
  readonly case_id: string
  readonly agency_id: string
  readonly source_id: string
  readonly n: number
  readonly sheet: string
  readonly row: number
  readonly where_text: string
  readonly date_original: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: string
  readonly time: string | null
  readonly time_end: string | null
  readonly date_warnings: string
  readonly sort_key: string
  readonly hidden_row: number
  readonly declared: number
  readonly row_hash: string
  readonly status: string
  readonly replaced_by: string | null
  readonly version: number
  readonly created_at: string
  readonly fields: string
}
type StoredInFull = StoredEntry & { readonly stored: string; readonly cells: string; readonly aside: string }

/** The columns of `Entry`, in the order they lie in the table. */
export const entryColumns = [
  ...[
    'id',
    'record_id',
    'case_id',
    'agency_id',
    'source_id',
    'n',
    'sheet',
    'row',
    'where_text',
    'date_original',
  ],
  ...['earliest', 'latest', 'precision', 'time', 'time_end', 'date_warnings', 'sort_key', 'hidden_row'],
  ...['declared', 'row_hash', 'status', 'replaced_by', 'version', 'created_at', 'fields'],
]
  .map((column) => `entries.${column}`)
  .join(', ')

const precisionSchema = z.enum(precisions)
const statusSchema = z.enum(['current', 'removed'])
const warningsSchema = z.array(z.string())
const fieldsSchema = z.partialRecord(z.enum(entryFields).exclude(['ignore']), z.string())
const cellsSchema = z.array(z.object({ heading: z.string(), text: z.string(), hidden: z.boolean() }))
const asideSchema = z.array(
  z.object({ kind: z.string(), text: z.string(), author: z.string().exactOptional() }),
)

export const toEntry = (row: StoredEntry): Entry => ({
  id: row.id,
  recordId: row.record_id,
  caseId: row.case_id,
  agencyId: row.agency_id,
  sourceId: row.source_id,
  n: row.n,
  sheet: row.sheet,
  row: row.row,
  where: row.where_text,
  date: {
    original: row.date_original,
    earliest: row.earliest,
    latest: row.latest,
    precision: precisionSchema.parse(row.precision),
    ...(row.time === null ? {} : { time: row.time }),
    ...(row.time_end === null ? {} : { timeEnd: row.time_end }),
    warnings: readJson(warningsSchema, row.date_warnings, 'entries.date_warnings'),
  },
  sortKey: row.sort_key,
  hiddenRow: row.hidden_row === 1,
  declaredNoContact: row.declared === 1,
  fields: readJson(fieldsSchema, row.fields, 'entries.fields'),
  rowHash: row.row_hash,
  status: statusSchema.parse(row.status),
  replacedBy: row.replaced_by,
  version: row.version,
  createdAt: row.created_at,
})

/** Adds entries, as many as there are; run it inside `inTransaction`, so that an import is whole or not at all. */
export const insertEntries = (db: Db, entries: Iterable<NewEntry>): number => {
  const insert = db.prepare(
    `INSERT INTO entries (id, record_id, case_id, agency_id, source_id, n, sheet, row, where_text, date_original, earliest, latest,
       precision, time, time_end, date_warnings, stored, sort_key, hidden_row, declared, row_hash, status, replaced_by,
       version, created_at, fields, aside, cells)
     VALUES (@id, @recordId, @caseId, @agencyId, @sourceId, @n, @sheet, @row, @where, @original, @earliest, @latest,
       @precision, @time, @timeEnd, @warnings, @stored, @sortKey, @hiddenRow, @declared, @rowHash, 'current', NULL,
       @version, @createdAt, @fields, @aside, @cells)`,
  )
  let inserted = 0
  for (const entry of entries) {
    const { date } = entry
    inserted += 1
    insert.run({
      id: entry.id,
      recordId: entry.recordId ?? entry.id,
      caseId: entry.caseId,
      agencyId: entry.agencyId,
      sourceId: entry.sourceId,
      n: entry.n,
      sheet: entry.sheet,
      row: entry.row,
      where: entry.where,
      original: date.original,
      earliest: date.earliest,
      latest: date.latest,
      precision: date.precision,
      time: date.time ?? null,
      timeEnd: date.timeEnd ?? null,
      warnings: JSON.stringify(date.warnings),
      stored: entry.stored,
      sortKey: entry.sortKey,
      hiddenRow: entry.hiddenRow ? 1 : 0,
      declared: entry.declaredNoContact ? 1 : 0,
      rowHash: entry.rowHash,
      version: entry.version ?? 1,
      createdAt: entry.createdAt,
      fields: JSON.stringify(entry.fields),
      aside: JSON.stringify(entry.aside),
      cells: JSON.stringify(entry.cells),
    })
  }
  return inserted
}

/** Every current entry of one file with its row as imported, in the order of the file: what a new version is compared with. */
export const currentEntriesOfSource = (db: Db, sourceId: string): readonly EntryInFull[] =>
  db
    .prepare<[string], StoredInFull>(
      `SELECT ${entryColumns}, stored, aside, cells FROM entries
       WHERE source_id = ? AND status = 'current' ORDER BY n`,
    )
    .all(sourceId)
    .map(toEntryInFull)

/** Entries of these files that a later version left out and nothing took the place of, in the order of their files. */
export const removedEntriesOfSources = (db: Db, sourceIds: readonly string[]): readonly EntryInFull[] =>
  db
    .prepare<[string], StoredInFull>(
      `SELECT ${entryColumns}, stored, aside, cells FROM entries
       WHERE source_id IN (SELECT value FROM json_each(?)) AND status = 'removed' AND replaced_by IS NULL
       ORDER BY source_id, n`,
    )
    .all(JSON.stringify(sourceIds))
    .map(toEntryInFull)

/** One entry with its row as imported. Throws `not-found`. */
export const getEntry = (db: Db, id: string): EntryInFull => {
  const row = db
    .prepare<[string], StoredInFull>(`SELECT ${entryColumns}, stored, aside, cells FROM entries WHERE id = ?`)
    .get(id)
  if (!row) throw noSuchEntry()
  return toEntryInFull(row)
}

/** Every version of an entry, the first first. */
export const versionsOfRecord = (db: Db, recordId: string): readonly EntryInFull[] =>
  db
    .prepare<[string], StoredInFull>(
      `SELECT ${entryColumns}, stored, aside, cells FROM entries WHERE record_id = ? ORDER BY rowid`,
    )
    .all(recordId)
    .map(toEntryInFull)

const toEntryInFull = (row: StoredInFull): EntryInFull => ({
  ...toEntry(row),
  stored: row.stored,
  aside: readJson(asideSchema, row.aside, 'entries.aside'),
  cells: readJson(cellsSchema, row.cells, 'entries.cells'),
})

/** The case an entry belongs to. Throws `not-found`. */
export const caseOfEntry = (db: Db, id: string): string => {
  const caseId = db.prepare('SELECT case_id FROM entries WHERE id = ?').pluck().get(id)
  if (typeof caseId !== 'string') throw noSuchEntry()
  return caseId
}

const noSuchEntry = () => new ExpectedError('not-found', 'There is no such entry in this vault.')

/**
 * Moves an unchanged entry to the file that holds it now: its place there, nothing of its content.
 * The row as imported stays what it was, which the equal `rowHash` vouches for.
 */
export const moveEntriesToSource = (
  db: Db,
  moves: readonly {
    readonly id: string
    readonly sourceId: string
    readonly n: number
    readonly sheet: string
    readonly row: number
    readonly where: string
    readonly sortKey: string
  }[],
): void => {
  const move = db.prepare(
    `UPDATE entries SET source_id = @sourceId, n = @n, sheet = @sheet, row = @row, where_text = @where,
       sort_key = @sortKey WHERE id = @id AND status = 'current'`,
  )
  for (const one of moves) if (move.run(one).changes !== 1) throw noSuchEntry()
}

/** Marks entries as removed, by nothing or by the entry that took their place; they stay in the vault. */
export const markRemoved = (
  db: Db,
  removals: readonly { readonly id: string; readonly replacedBy: string | null }[],
): void => {
  const mark = db.prepare(
    `UPDATE entries SET status = 'removed', replaced_by = @replacedBy, version = version + 1
     WHERE id = @id AND status = 'current'`,
  )
  for (const removal of removals) if (mark.run(removal).changes !== 1) throw noSuchEntry()
}

/** Says of removed entries which one took their place when a later version held them again. */
export const markReturned = (
  db: Db,
  returned: readonly { readonly id: string; readonly replacedBy: string }[],
): void => {
  const mark = db.prepare(
    `UPDATE entries SET replaced_by = @replacedBy WHERE id = @id AND status = 'removed' AND replaced_by IS NULL`,
  )
  for (const one of returned) if (mark.run(one).changes !== 1) throw noSuchEntry()
}
