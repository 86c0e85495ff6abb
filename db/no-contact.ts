import { z } from 'zod'
import {
  statementKinds,
  statementMeans,
  type StatementKind,
  type StatementMeans,
} from '../domain/chronology/contact-statement.ts'
import { usualGapDays } from '../domain/chronology/find-gaps.ts'
import type { PackDocument } from '../domain/packs/pack-document.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import { documentSchema } from './pack-record.ts'

/** How long a silence must be to count in a case; version 0 until somebody chose. */
export type SilenceLength = { readonly days: number; readonly version: number }

export const getSilenceLength = (db: Db, caseId: string): SilenceLength =>
  db
    .prepare<[string], SilenceLength>('SELECT days, version FROM silence_lengths WHERE case_id = ?')
    .get(caseId) ?? { days: usualGapDays, version: 0 }

/** Throws `conflict` where it was changed since `version` was read. */
export const setSilenceLength = (db: Db, caseId: string, { days, version }: SilenceLength): SilenceLength => {
  if (getSilenceLength(db, caseId).version !== version)
    throw new ExpectedError('conflict', 'Somebody changed this length since you looked. Look again.')
  db.prepare(
    `INSERT INTO silence_lengths (case_id, days, version) VALUES (?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET days = excluded.days, version = excluded.version`,
  ).run(caseId, days, version + 1)
  return { days, version: version + 1 }
}

/** A letter to an agency about stretches without a contact. Days are `YYYY-MM-DD`, instants ISO. */
export type QueryLetter = {
  readonly id: string
  readonly caseId: string
  readonly agencyId: string
  /** Counts from 1 in its case; the files are named by it. */
  readonly n: number
  readonly writtenOn: string
  readonly replyBy: string
  readonly askedBy: string
  readonly askedAt: string
  /** `prepared` until its files are written. */
  readonly state: 'prepared' | 'sent'
  readonly disclosureId: string
}

export type ContactQuery = {
  readonly id: string
  readonly letterId: string
  readonly from: string
  readonly to: string
  readonly version: number
}

export const nextLetterNumber = (db: Db, caseId: string): number =>
  Number(
    db.prepare('SELECT coalesce(max(n), 0) + 1 FROM query_letters WHERE case_id = ?').pluck().get(caseId),
  )

/** Records a letter as prepared, with the stretches it asks about, before its files are written. */
export const insertLetter = (
  db: Db,
  letter: Omit<QueryLetter, 'state'> & { readonly document: PackDocument },
  queries: readonly Omit<ContactQuery, 'letterId' | 'version'>[],
): void => {
  db.prepare(
    `INSERT INTO query_letters (id, case_id, agency_id, n, written_on, reply_by, asked_by, asked_at, state, disclosure_id, document)
     VALUES (@id, @caseId, @agencyId, @n, @writtenOn, @replyBy, @askedBy, @askedAt, 'prepared', @disclosureId, @document)`,
  ).run({ ...letter, document: JSON.stringify(letter.document) })
  const insert = db.prepare(
    'INSERT INTO contact_queries (id, letter_id, from_day, to_day, version) VALUES (?, ?, ?, ?, 1)',
  )
  for (const { id, from, to } of queries) insert.run(id, letter.id, from, to)
}

export const markLetterSent = (db: Db, letterId: string): void => {
  db.prepare(`UPDATE query_letters SET state = 'sent' WHERE id = ?`).run(letterId)
}

const letterColumns = `id, case_id AS caseId, agency_id AS agencyId, n, written_on AS writtenOn, reply_by AS replyBy,
  asked_by AS askedBy, asked_at AS askedAt, state, disclosure_id AS disclosureId`

/** The letters of a case by number, those never finished too. */
export const listLetters = (db: Db, caseId: string): readonly QueryLetter[] =>
  db
    .prepare<[string], QueryLetter>(`SELECT ${letterColumns} FROM query_letters WHERE case_id = ? ORDER BY n`)
    .all(caseId)

/** A letter of the case as it was sent. Throws `not-found`. */
export const getLetter = (
  db: Db,
  caseId: string,
  letterId: string,
): QueryLetter & { readonly document: PackDocument } => {
  const row = db
    .prepare<[string, string], QueryLetter & { readonly document: string }>(
      `SELECT ${letterColumns}, document FROM query_letters WHERE case_id = ? AND id = ?`,
    )
    .get(caseId, letterId)
  if (!row) throw new ExpectedError('not-found', 'There is no such letter in this case.')
  return { ...row, document: readJson(documentSchema, row.document, 'query_letters.document') }
}

/** What the letters of a case ask, in the order they were written and of the days they ask about. */
export const listQueries = (db: Db, caseId: string): readonly ContactQuery[] =>
  db
    .prepare<[string], ContactQuery>(
      `SELECT contact_queries.id, letter_id AS letterId, from_day AS "from", to_day AS "to", version
       FROM contact_queries JOIN query_letters ON query_letters.id = letter_id
       WHERE case_id = ? ORDER BY n, from_day`,
    )
    .all(caseId)

/** Raises a query's version. Throws `conflict` where it is not at the version that was read. */
export const raiseQuery = (db: Db, query: Pick<ContactQuery, 'id' | 'version'>): number => {
  const { changes } = db
    .prepare('UPDATE contact_queries SET version = version + 1 WHERE id = @id AND version = @version')
    .run({ id: query.id, version: query.version })
  if (changes === 1) return query.version + 1
  throw new ExpectedError(
    'conflict',
    'Somebody recorded an answer to this query since you looked. Look again.',
  )
}

/** What an agency said of a stretch, taken down by hand: in answer to a query, or of its own accord. */
export type ContactStatement = {
  readonly id: string
  readonly caseId: string
  readonly agencyId: string
  readonly queryId: string | null
  readonly kind: StatementKind
  readonly from: string
  readonly to: string
  readonly saidBy: string
  readonly saidOn: string
  readonly means: StatementMeans
  readonly note: string
  readonly recordedBy: string
  readonly recordedAt: string
  readonly withdrawnBy: string | null
  readonly withdrawnAt: string | null
}

export const insertStatement = (
  db: Db,
  statement: Omit<ContactStatement, 'withdrawnBy' | 'withdrawnAt'>,
): void => {
  db.prepare(
    `INSERT INTO contact_statements (id, case_id, agency_id, query_id, kind, from_day, to_day, said_by, said_on, means, note,
       recorded_by, recorded_at)
     VALUES (@id, @caseId, @agencyId, @queryId, @kind, @from, @to, @saidBy, @saidOn, @means, @note, @recordedBy, @recordedAt)`,
  ).run(statement)
}

const statementSchema = z.object({
  id: z.string(),
  caseId: z.string(),
  agencyId: z.string(),
  queryId: z.string().nullable(),
  kind: z.enum(statementKinds),
  from: z.string(),
  to: z.string(),
  saidBy: z.string(),
  saidOn: z.string(),
  means: z.enum(statementMeans),
  note: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
})

/** Every statement of a case in the order it was recorded, withdrawn ones too. */
export const listStatements = (db: Db, caseId: string): readonly ContactStatement[] =>
  db
    .prepare(
      `SELECT id, case_id AS caseId, agency_id AS agencyId, query_id AS queryId, kind, from_day AS "from", to_day AS "to",
         said_by AS saidBy, said_on AS saidOn, means, note, recorded_by AS recordedBy, recorded_at AS recordedAt,
         withdrawn_by AS withdrawnBy, withdrawn_at AS withdrawnAt
       FROM contact_statements WHERE case_id = ? ORDER BY recorded_at, rowid`,
    )
    .all(caseId)
    .map((row) => statementSchema.parse(row))

/** Withdraws a statement of the case. Throws `not-found`, or `conflict` where it was withdrawn before. */
export const withdrawStatement = (
  db: Db,
  statement: { readonly caseId: string; readonly id: string; readonly by: string; readonly at: string },
): void => {
  const { changes } = db
    .prepare(
      `UPDATE contact_statements SET withdrawn_by = @by, withdrawn_at = @at
       WHERE id = @id AND case_id = @caseId AND withdrawn_at IS NULL`,
    )
    .run(statement)
  if (changes === 1) return
  if (listStatements(db, statement.caseId).some(({ id }) => id === statement.id))
    throw new ExpectedError('conflict', 'This statement has been withdrawn already.')
  throw new ExpectedError('not-found', 'There is no such statement in this case.')
}

/** Entries of an agency that can touch a stretch, and the file that brought the last of them. */
export const entriesTouching = (
  db: Db,
  asked: {
    readonly caseId: string
    readonly agencyId: string
    readonly from: string
    readonly to: string
  },
): { readonly entries: number; readonly sourceId: string | null } =>
  db
    .prepare<[unknown], { entries: number; sourceId: string | null }>(
      `WITH touching AS (
         SELECT count(*) AS entries, max(created_at) AS last FROM entries
         WHERE case_id = @caseId AND agency_id = @agencyId AND status = 'current'
           AND coalesce(earliest, latest) <= @to AND coalesce(latest, earliest) >= @from
       )
       SELECT entries,
         (SELECT id FROM sources WHERE case_id = @caseId AND agency_id = @agencyId AND imported_at <= last
          ORDER BY imported_at DESC, sources.rowid DESC LIMIT 1) AS sourceId
       FROM touching`,
    )
    .get(asked) ?? { entries: 0, sourceId: null }

/** Statements of no contact that stand in agencies' files, with the place and words. */
export const listStatedInFiles = (
  db: Db,
  caseId: string,
): readonly {
  readonly entryId: string
  readonly agencyId: string
  readonly from: string
  readonly to: string
  readonly where: string
  readonly words: string
}[] =>
  db
    .prepare<
      [string],
      { entryId: string; agencyId: string; from: string; to: string; where: string; words: string }
    >(
      `SELECT id AS entryId, agency_id AS agencyId, coalesce(earliest, latest) AS "from", coalesce(latest, earliest) AS "to",
         where_text AS "where", fields ->> 'event' AS words
       FROM entries WHERE case_id = ? AND status = 'current' AND declared = 1 AND coalesce(earliest, latest) IS NOT NULL
       ORDER BY sort_key`,
    )
    .all(caseId)
