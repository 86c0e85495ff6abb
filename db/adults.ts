import type { Db } from './database.ts'
import { caseDataSchema, type CaseData } from './cases.ts'
import { readJson } from './json-column.ts'

/** An adult of a case under a code name. `data` holds no special-category and no criminal-offence data. */
export type Adult = {
  readonly id: string
  readonly caseId: string
  readonly code: string
  /** The adult's entry in the people key. */
  readonly rosterId: string | null
  readonly data: CaseData
}

type StoredAdult = {
  readonly id: string
  readonly case_id: string
  readonly code: string
  readonly roster_id: string | null
  readonly data: string
}

export const insertAdult = (db: Db, adult: Adult): void => {
  db.prepare(
    'INSERT INTO adults (id, case_id, code, roster_id, data) VALUES (@id, @caseId, @code, @rosterId, @data)',
  ).run({ ...adult, data: JSON.stringify(adult.data) })
}

export const listAdults = (db: Db, caseId: string): readonly Adult[] =>
  db
    .prepare<[string], StoredAdult>('SELECT * FROM adults WHERE case_id = ? ORDER BY code')
    .all(caseId)
    .map((row) => ({
      id: row.id,
      caseId: row.case_id,
      code: row.code,
      rosterId: row.roster_id,
      data: readJson(caseDataSchema, row.data, 'adults.data'),
    }))
