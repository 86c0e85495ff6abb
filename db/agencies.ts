import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'

/** An agency of a case, under the case's own id for it. */
export type Agency = {
  readonly caseId: string
  readonly agencyId: string
  readonly name: string
  readonly sector: string | null
  readonly status: string | null
}

type StoredAgency = {
  readonly case_id: string
  readonly agency_id: string
  readonly name: string
  readonly sector: string | null
  readonly status: string | null
}

const toAgency = (row: StoredAgency): Agency => ({
  caseId: row.case_id,
  agencyId: row.agency_id,
  name: row.name,
  sector: row.sector,
  status: row.status,
})

/** Adds agencies after those the case has, keeping their order. */
export const insertAgencies = (db: Db, agencies: readonly Agency[]): void => {
  const insert = db.prepare(
    `INSERT INTO agencies (case_id, agency_id, n, name, sector, status)
     VALUES (@caseId, @agencyId, (SELECT coalesce(max(n), 0) + 1 FROM agencies WHERE case_id = @caseId),
       @name, @sector, @status)`,
  )
  for (const agency of agencies) insert.run(agency)
}

export const listAgencies = (db: Db, caseId: string): readonly Agency[] =>
  db
    .prepare<[string], StoredAgency>('SELECT * FROM agencies WHERE case_id = ? ORDER BY n')
    .all(caseId)
    .map(toAgency)

/** Throws `not-found`. */
export const getAgency = (db: Db, caseId: string, agencyId: string): Agency => {
  const row = db
    .prepare<[string, string], StoredAgency>('SELECT * FROM agencies WHERE case_id = ? AND agency_id = ?')
    .get(caseId, agencyId)
  if (!row) throw new ExpectedError('not-found', `The case has no agency ${agencyId}.`)
  return toAgency(row)
}

/** Where the agency's part stands, such as "requested" or "received". */
export const setAgencyStatus = (db: Db, caseId: string, agencyId: string, status: string): void => {
  getAgency(db, caseId, agencyId)
  db.prepare('UPDATE agencies SET status = ? WHERE case_id = ? AND agency_id = ?').run(
    status,
    caseId,
    agencyId,
  )
}
