import type { LinkDecision } from '../domain/chronology/same-event-groups.ts'
import type { Db } from './database.ts'
import { entryColumns, toEntry, type Entry, type StoredEntry } from './entries.ts'

/** What a named person decided about two accounts, by their records; the later one of a pair counts. */
export type SameEventDecision = {
  readonly id: string
  readonly caseId: string
  /** The lesser of the two record ids. */
  readonly recordA: string
  readonly recordB: string
  /** Counts the decisions about this pair from 1. */
  readonly version: number
  readonly decision: LinkDecision
  /** The versions of the two entries that were read for it. */
  readonly entryA: string
  readonly entryB: string
  readonly decidedBy: string
  readonly decidedAt: string
  /** In the person's own words; may be empty. */
  readonly reason: string
  /** The sentence with which the pair was proposed; null where a person found it. */
  readonly suggestion: string | null
}

const columns = `id, case_id AS caseId, record_a AS recordA, record_b AS recordB, version, decision, entry_a AS entryA,
  entry_b AS entryB, decided_by AS decidedBy, decided_at AS decidedAt, reason, suggestion`

/** Adds a decision; nothing before it is altered. */
export const insertSameEventDecision = (db: Db, decision: SameEventDecision): void => {
  db.prepare(
    `INSERT INTO same_event_decisions (id, case_id, record_a, record_b, version, decision, entry_a, entry_b, decided_by,
       decided_at, reason, suggestion)
     VALUES (@id, @caseId, @recordA, @recordB, @version, @decision, @entryA, @entryB, @decidedBy, @decidedAt, @reason,
       @suggestion)`,
  ).run(decision)
}

/** The decisions of a case that count now, the latest about each pair, in the order they were made. */
export const listSameEventDecisions = (db: Db, caseId: string): readonly SameEventDecision[] =>
  db
    .prepare<[string, string], SameEventDecision>(
      `SELECT ${columns} FROM same_event_decisions
       WHERE case_id = ? AND seq IN (
         SELECT max(seq) FROM same_event_decisions WHERE case_id = ? GROUP BY record_a, record_b
       )
       ORDER BY seq`,
    )
    .all(caseId, caseId)

/** Every decision ever made in a case, oldest first; with `record`, those about that account. */
export const listSameEventHistory = (db: Db, caseId: string, record?: string): readonly SameEventDecision[] =>
  db
    .prepare<[unknown], SameEventDecision>(
      `SELECT ${columns} FROM same_event_decisions
       WHERE case_id = @caseId ${record === undefined ? '' : 'AND @record IN (record_a, record_b)'}
       ORDER BY seq`,
    )
    .all({ caseId, ...(record === undefined ? {} : { record }) })

/** How many decisions a case holds: grows with each, so that it tells whether something worked out before still holds. */
export const countSameEventDecisions = (db: Db, caseId: string): number =>
  Number(db.prepare('SELECT count(*) FROM same_event_decisions WHERE case_id = ?').pluck().get(caseId))

/**
 * What there is of each record now: its current entry, or the last one where the agency took it out. Records that the
 * case does not hold are left out.
 */
export const latestEntriesOf = (
  db: Db,
  caseId: string,
  records: readonly string[],
): ReadonlyMap<string, Entry> => {
  const found = new Map<string, Entry>()
  if (records.length === 0) return found
  const rows = db
    .prepare<[string, string], StoredEntry>(
      `SELECT ${entryColumns} FROM entries
       WHERE record_id IN (SELECT value FROM json_each(?)) AND case_id = ?
       ORDER BY entries.rowid`,
    )
    .iterate(JSON.stringify(records), caseId)
  for (const row of rows)
    if (row.status === 'current' || found.get(row.record_id)?.status !== 'current')
      found.set(row.record_id, toEntry(row))
  return found
}
