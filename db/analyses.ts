import { z } from 'zod'
import { analysisSchema, emptyAnalysis, isAnalysed, type Analysis } from '../domain/chronology/analysis.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** What the review says of one record now. */
export type StoredAnalysis = {
  readonly recordId: string
  readonly analysis: Analysis
  /** The version of the account that was judged. */
  readonly judgedEntry: string
  /** 0 where nothing has been said yet. */
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: string | null
}

/** One state of an analysis, as it was from `changedAt` until the next. */
export type AnalysisState = StoredAnalysis & { readonly changeId: string }

type StoredRow = {
  readonly record_id: string
  readonly version: number
  readonly analysis: string
  readonly judged_entry: string
  readonly changed_by: string
  readonly changed_at: string
  readonly change_id: string
}

/** A part that came later than a stored analysis is empty in it. */
const storedSchema = z
  .record(z.string(), z.unknown())
  .transform((stored) => analysisSchema.parse({ ...emptyAnalysis, ...stored }))

const toState = (row: StoredRow): AnalysisState => ({
  recordId: row.record_id,
  analysis: readJson(storedSchema, row.analysis, 'analysis_history.analysis'),
  judgedEntry: row.judged_entry,
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
  changeId: row.change_id,
})

const marked = (values: readonly (string | number)[]): string =>
  values.length === 0 ? '' : ` ${values.join(' ')} `

/** The current entry of each record of a case, of those asked for; a record that is not in the case is not among them. */
export const currentEntriesOf = (
  db: Db,
  caseId: string,
  recordIds: readonly string[],
): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[string, string], { record_id: string; id: string }>(
        `SELECT entries.record_id, entries.id FROM json_each(?) AS asked
         JOIN entries ON entries.record_id = asked.value AND entries.case_id = ? AND entries.status = 'current'`,
      )
      .all(JSON.stringify(recordIds), caseId)
      .map(({ record_id, id }) => [record_id, id]),
  )

/** The current entry of a record of a case, or its last version where the agency has taken it out. Throws `not-found`. */
export const latestEntryOf = (db: Db, caseId: string, recordId: string): string => {
  const id = db
    .prepare(
      `SELECT id FROM entries WHERE record_id = ? AND case_id = ?
       ORDER BY status = 'current' DESC, version DESC LIMIT 1`,
    )
    .pluck()
    .get(recordId, caseId)
  if (typeof id === 'string') return id
  throw new ExpectedError('not-found', 'There is no such entry in this case.')
}

/** What is said of records, of those asked for; a record of which nothing is said is not among them. */
export const listAnalyses = (
  db: Db,
  caseId: string,
  recordIds: readonly string[],
): ReadonlyMap<string, AnalysisState> =>
  new Map(
    db
      .prepare<[string, string], StoredRow>(
        `SELECT history.* FROM json_each(?) AS asked
         JOIN analyses ON analyses.record_id = asked.value AND analyses.case_id = ?
         JOIN analysis_history AS history
           ON history.record_id = analyses.record_id AND history.version = analyses.version`,
      )
      .all(JSON.stringify(recordIds), caseId)
      .map((row) => [row.record_id, toState(row)]),
  )

/** Every analysis of a case, by record: what the working chronology prints. */
export const eachAnalysis = (db: Db, caseId: string): ReadonlyMap<string, AnalysisState> =>
  new Map(
    db
      .prepare<[string], StoredRow>(
        `SELECT history.* FROM analyses JOIN analysis_history AS history
           ON history.record_id = analyses.record_id AND history.version = analyses.version
         WHERE analyses.case_id = ?`,
      )
      .all(caseId)
      .map((row) => [row.record_id, toState(row)]),
  )

/** Records of a case with sensitivity flags: what a pack must look at. */
export const listFlags = (db: Db, caseId: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    db
      .prepare<[string], { record_id: string; flags: string }>(
        `SELECT record_id, flags FROM analyses WHERE case_id = ? AND flags <> '' ORDER BY record_id`,
      )
      .all(caseId)
      .map(({ record_id, flags }) => [record_id, flags.trim().split(' ')]),
  )

/** Every state of one analysis, newest first. */
export const analysisHistory = (db: Db, recordId: string): readonly AnalysisState[] =>
  db
    .prepare<[string], StoredRow>('SELECT * FROM analysis_history WHERE record_id = ? ORDER BY version DESC')
    .all(recordId)
    .map(toState)

/** Whether what the agency wrote has changed since it was judged. */
export const accountHasChanged = (db: Db, entryId: string): boolean =>
  db.prepare('SELECT account_changed FROM entries WHERE id = ?').pluck().get(entryId) === 1

export type AnalysisWrite = {
  readonly recordId: string
  readonly analysis: Analysis
  readonly judgedEntry: string
  /** The version that was read; 0 where nothing was said yet. */
  readonly version: number
}

/**
 * Writes analyses of records of one case, all in one change, each if it is still at the version that was read; returns
 * nothing but throws `conflict` where one has been changed since. Run it inside `inTransaction`.
 */
export const saveAnalyses = (
  db: Db,
  change: { readonly id: string; readonly caseId: string; readonly by: string; readonly at: string },
  writes: readonly AnalysisWrite[],
): void => {
  const insert = db.prepare(
    `INSERT INTO analyses (record_id, case_id, judgement, adult_seen, spoken_alone, voice_heard, capacity, kloes, flags,
       analysed, judged_entry, version, changed_by, changed_at)
     VALUES (@recordId, @caseId, @judgement, @adultSeen, @spokenAlone, @voiceHeard, @capacity, @kloeMarks, @flagMarks,
       @analysed, @judgedEntry, 1, @by, @at)
     ON CONFLICT DO NOTHING`,
  )
  const update = db.prepare(
    `UPDATE analyses SET judgement = @judgement, adult_seen = @adultSeen, spoken_alone = @spokenAlone,
       voice_heard = @voiceHeard, capacity = @capacity, kloes = @kloeMarks, flags = @flagMarks, analysed = @analysed,
       judged_entry = @judgedEntry, version = version + 1, changed_by = @by, changed_at = @at
     WHERE record_id = @recordId AND case_id = @caseId AND version = @version`,
  )
  const keep = db.prepare(
    `INSERT INTO analysis_history (record_id, version, change_id, analysis, judged_entry, changed_by, changed_at)
     VALUES (@recordId, @version + 1, @changeId, @stored, @judgedEntry, @by, @at)`,
  )
  for (const { analysis, ...write } of writes) {
    const { judgement, adultSeen, spokenAlone, voiceHeard, capacity } = analysis
    const row = {
      ...{ ...write, changeId: change.id, caseId: change.caseId, by: change.by, at: change.at },
      ...{ judgement, adultSeen, spokenAlone, voiceHeard, capacity },
      kloeMarks: marked(analysis.kloes),
      flagMarks: marked(analysis.flags),
      analysed: isAnalysed(analysis) ? 1 : 0,
      stored: JSON.stringify(analysis),
    }
    if ((write.version === 0 ? insert : update).run(row).changes !== 1)
      throw new ExpectedError(
        'conflict',
        'Somebody changed the analysis of this entry, or of one of these, since you read it. Look at it again.',
      )
    keep.run(row)
  }
}

/** Records one change wrote, each with the version the change made. */
export const recordsOfChange = (
  db: Db,
  caseId: string,
  changeId: string,
): readonly {
  readonly recordId: string
  readonly version: number
  readonly judgedEntry: string
  readonly isLatest: boolean
}[] =>
  db
    .prepare<[string, string], { recordId: string; version: number; judgedEntry: string; latest: number }>(
      `SELECT history.record_id AS recordId, history.version, history.judged_entry AS judgedEntry,
         analyses.version = history.version AS latest
       FROM analysis_history AS history JOIN analyses ON analyses.record_id = history.record_id
       WHERE history.change_id = ? AND analyses.case_id = ? ORDER BY history.record_id`,
    )
    .all(changeId, caseId)
    .map(({ latest, ...row }) => ({ ...row, isLatest: latest === 1 }))

/** The state of an analysis at a version; null where nothing was said yet. */
export const analysisAt = (db: Db, recordId: string, version: number): AnalysisState | null => {
  const row = db
    .prepare<[string, number], StoredRow>(
      'SELECT * FROM analysis_history WHERE record_id = ? AND version = ?',
    )
    .get(recordId, version)
  return row ? toState(row) : null
}
