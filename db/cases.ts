import { z } from 'zod'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import { getUser, type User } from './users.ts'

/** Facts of a case that are neither special-category nor criminal-offence data: dates, s44 answers, abuse types, key lines. */
export const caseDataSchema = z.record(z.string(), z.unknown())
export type CaseData = z.output<typeof caseDataSchema>

export type CaseRecord = {
  readonly id: string
  readonly ref: string
  /** A code name, such as "Adult A". */
  readonly title: string
  readonly board: string
  readonly stage: string
  readonly reviewPeriodStart: string | null
  readonly reviewPeriodEnd: string | null
  readonly data: CaseData
  readonly version: number
  readonly createdAt: string
}

type StoredCase = {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly board: string
  readonly stage: string
  readonly review_period_start: string | null
  readonly review_period_end: string | null
  readonly data: string
  readonly version: number
  readonly created_at: string
}

const toCase = (row: StoredCase): CaseRecord => ({
  id: row.id,
  ref: row.ref,
  title: row.title,
  board: row.board,
  stage: row.stage,
  reviewPeriodStart: row.review_period_start,
  reviewPeriodEnd: row.review_period_end,
  data: readJson(caseDataSchema, row.data, 'cases.data'),
  version: row.version,
  createdAt: row.created_at,
})

/** Adds a case at version 1. Throws `conflict` where the vault already has a case of that reference. */
export const insertCase = (db: Db, record: Omit<CaseRecord, 'version'>): void => {
  if (db.prepare('SELECT 1 FROM cases WHERE ref = ?').get(record.ref))
    throw new ExpectedError('conflict', `The vault already has a case with the reference ${record.ref}.`, [
      { path: 'ref', message: 'This reference is taken.' },
    ])
  db.prepare(
    `INSERT INTO cases (id, ref, title, board, stage, review_period_start, review_period_end, data, version, created_at)
     VALUES (@id, @ref, @title, @board, @stage, @reviewPeriodStart, @reviewPeriodEnd, @data, 1, @createdAt)`,
  ).run({ ...record, data: JSON.stringify(record.data) })
}

/**
 * Changes a case if it is still at the version its editor read, and returns the new version.
 * Throws `conflict` where somebody changed it since, `not-found` where there is none.
 */
export const updateCase = (db: Db, record: Omit<CaseRecord, 'createdAt' | 'ref'>): number => {
  const { changes } = db
    .prepare(
      `UPDATE cases SET title = @title, board = @board, stage = @stage, review_period_start = @reviewPeriodStart,
         review_period_end = @reviewPeriodEnd, data = @data, version = version + 1
       WHERE id = @id AND version = @version`,
    )
    .run({ ...record, data: JSON.stringify(record.data) })
  if (changes === 1) return record.version + 1
  getCase(db, record.id)
  throw new ExpectedError('conflict', 'Somebody changed this case since you opened it. Look at it again.')
}

/** Throws `not-found`. */
export const getCase = (db: Db, id: string): CaseRecord => {
  const row = db.prepare<[string], StoredCase>('SELECT * FROM cases WHERE id = ?').get(id)
  if (!row) throw new ExpectedError('not-found', 'There is no such case in this vault.')
  return toCase(row)
}

/** All cases by reference, or those of one user's teams. */
export const listCases = (db: Db, onTeamOf?: string): readonly CaseRecord[] =>
  onTeamOf === undefined
    ? db.prepare<[], StoredCase>('SELECT * FROM cases ORDER BY ref').all().map(toCase)
    : db
        .prepare<[string], StoredCase>(
          `SELECT cases.* FROM case_team JOIN cases ON cases.id = case_team.case_id
           WHERE case_team.user_id = ? ORDER BY ref`,
        )
        .all(onTeamOf)
        .map(toCase)

/** Puts a user on a case's team; already being on it is no error. */
export const addToTeam = (
  db: Db,
  member: {
    readonly caseId: string
    readonly userId: string
    readonly addedBy: string
    readonly addedAt: string
  },
): void => {
  getCase(db, member.caseId)
  if (!getUser(db, member.userId))
    throw new ExpectedError('not-found', 'There is no such user in this vault.')
  db.prepare(
    `INSERT INTO case_team (case_id, user_id, added_by, added_at) VALUES (@caseId, @userId, @addedBy, @addedAt)
     ON CONFLICT DO NOTHING`,
  ).run(member)
}

export const isOnTeam = (db: Db, caseId: string, userId: string): boolean =>
  db.prepare('SELECT 1 FROM case_team WHERE case_id = ? AND user_id = ?').get(caseId, userId) !== undefined

export const listTeam = (db: Db, caseId: string): readonly User[] =>
  db
    .prepare<[string], { user_id: string }>(
      `SELECT user_id FROM case_team JOIN users ON users.id = user_id WHERE case_id = ? ORDER BY users.name`,
    )
    .all(caseId)
    .flatMap(({ user_id }) => getUser(db, user_id) ?? [])
