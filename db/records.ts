import type { Judgement } from '../domain/chronology/analysis.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { entryColumns, toEntry, type Entry, type StoredEntry } from './entries.ts'

/**
 * The version of each record that stands: the current one or, where its agency took it out, the last it had. Records of
 * other cases are left out.
 */
export const standingEntries = (
  db: Db,
  caseId: string,
  recordIds: readonly string[],
): ReadonlyMap<string, Entry> =>
  new Map(
    db
      .prepare<[string, string], StoredEntry>(
        `SELECT ${entryColumns} FROM entries
         WHERE record_id IN (SELECT value FROM json_each(?)) AND replaced_by IS NULL AND case_id = ?`,
      )
      .all(JSON.stringify(recordIds), caseId)
      .map((row) => [row.record_id, toEntry(row)]),
  )

/** Throws `not-found` where the case has no such record. */
export const standingEntry = (db: Db, caseId: string, recordId: string): Entry => {
  const entry = standingEntries(db, caseId, [recordId]).get(recordId)
  if (!entry) throw new ExpectedError('not-found', 'There is no such entry in this case.')
  return entry
}

/** Records of a case whose standing account is judged so, in the order of the chronology. */
export const recordsJudged = (db: Db, caseId: string, judgement: Judgement): readonly string[] =>
  db
    .prepare<[string, string], string>(
      `SELECT record_id FROM entries WHERE case_id = ? AND status = 'current' AND judgement = ?
       ORDER BY sort_key, id`,
    )
    .pluck()
    .all(caseId, judgement)
