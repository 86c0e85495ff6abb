import { precisions, type Precision } from '../domain/dates/imprecise-date.ts'
import type { Db } from './database.ts'
import { entryColumns, toEntry, type Entry, type StoredEntry } from './entries.ts'

/** When an entry was, and nothing else of it. */
export type EntryDate = {
  readonly id: string
  readonly agencyId: string
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: Precision
  readonly time: string | null
  readonly timeEnd: string | null
  readonly declaredNoContact: boolean
}

type Row = Omit<EntryDate, 'precision' | 'declaredNoContact'> & {
  readonly precision: string
  readonly declared: number
}

const known: ReadonlyMap<string, Precision> = new Map(precisions.map((one) => [one, one]))

/** When entries were, by their row numbers and in that order, one at a time; texts are not read. */
export const eachEntryDate = function* (db: Db, rows: readonly number[]): Generator<EntryDate> {
  for (const { declared, precision, ...row } of db
    .prepare<[string], Row>(
      `SELECT entries.id AS id, agency_id AS agencyId, earliest, latest, precision, time, time_end AS timeEnd, declared
       FROM json_each(?) AS wanted CROSS JOIN entries ON entries.rowid = wanted.value ORDER BY wanted.key`,
    )
    .iterate(JSON.stringify(rows)))
    yield { ...row, precision: known.get(precision) ?? 'unknown', declaredNoContact: declared === 1 }
}

/** Entries of a case by their ids, in chronological order; ids of another case, or of none, are left out. */
export const listEntriesById = (db: Db, caseId: string, ids: readonly string[]): readonly Entry[] =>
  db
    .prepare<[string, string], StoredEntry>(
      `SELECT ${entryColumns} FROM entries
       WHERE id IN (SELECT value FROM json_each(?)) AND case_id = ?
       ORDER BY sort_key, id`,
    )
    .all(JSON.stringify(ids), caseId)
    .map(toEntry)

/** The entry that now stands for each record of a case; records without one are left out. */
export const currentEntryIds = (
  db: Db,
  caseId: string,
  records: readonly string[],
): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[string, string], { recordId: string; id: string }>(
        `SELECT record_id AS recordId, id FROM entries
         WHERE record_id IN (SELECT value FROM json_each(?)) AND case_id = ? AND status = 'current'`,
      )
      .all(JSON.stringify(records), caseId)
      .map(({ recordId, id }) => [recordId, id]),
  )
