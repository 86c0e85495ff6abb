import { z } from 'zod'
import {
  analysisDomains,
  findingKinds,
  findingStatuses,
  type FindingState,
} from '../domain/findings/finding.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

export type FindingVersion = {
  readonly version: number
  readonly state: FindingState
  readonly writtenBy: string
  readonly writtenAt: string
}

/** A finding as it stands: its number in the case, which is never used again, and its newest version. */
export type Finding = FindingVersion & {
  readonly id: string
  readonly caseId: string
  readonly number: number
  readonly createdBy: string
  readonly createdAt: string
}

type StoredVersion = {
  readonly version: number
  readonly state: string
  readonly written_by: string
  readonly written_at: string
}
type StoredFinding = StoredVersion & {
  readonly id: string
  readonly case_id: string
  readonly n: number
  readonly created_by: string
  readonly created_at: string
}

const stateSchema = z.object({
  title: z.string(),
  statement: z.string(),
  kind: z.enum(findingKinds),
  domain: z.enum(analysisDomains).nullable(),
  status: z.enum(findingStatuses),
  kloes: z.array(z.int()),
  evidence: z.array(z.object({ recordId: z.string(), note: z.string() })),
})

const toVersion = (row: StoredVersion): FindingVersion => ({
  version: row.version,
  state: readJson(stateSchema, row.state, 'finding_versions.state'),
  writtenBy: row.written_by,
  writtenAt: row.written_at,
})

const toFinding = (row: StoredFinding): Finding => ({
  ...toVersion(row),
  id: row.id,
  caseId: row.case_id,
  number: row.n,
  createdBy: row.created_by,
  createdAt: row.created_at,
})

const findings = `
  SELECT findings.*, state, written_by, written_at FROM findings
  JOIN finding_versions ON finding_id = findings.id AND finding_versions.version = findings.version`

/** Adds a finding at version 1, under the next number of its case. */
export const insertFinding = (
  db: Db,
  finding: { readonly id: string; readonly caseId: string },
  written: { readonly state: FindingState; readonly by: string; readonly at: string },
): void => {
  db.prepare(
    `INSERT INTO findings (id, case_id, n, version, created_by, created_at)
     VALUES (@id, @caseId, (SELECT coalesce(max(n), 0) + 1 FROM findings WHERE case_id = @caseId), 1, @by, @at)`,
  ).run({ ...finding, by: written.by, at: written.at })
  keepVersion(db, finding.id, 1, written)
}

const keepVersion = (
  db: Db,
  findingId: string,
  version: number,
  { state, by, at }: { readonly state: FindingState; readonly by: string; readonly at: string },
): void => {
  db.prepare(
    'INSERT INTO finding_versions (finding_id, version, state, written_by, written_at) VALUES (?, ?, ?, ?, ?)',
  ).run(findingId, version, JSON.stringify(state), by, at)
  db.prepare('DELETE FROM finding_evidence WHERE finding_id = ?').run(findingId)
  const add = db.prepare('INSERT INTO finding_evidence (finding_id, record_id) VALUES (?, ?)')
  for (const { recordId } of state.evidence) add.run(findingId, recordId)
}

/**
 * Changes a finding if it is still at the version its editor read, keeps the version before, and returns the new one.
 * Throws `conflict` where somebody changed it since.
 */
export const saveFinding = (
  db: Db,
  finding: { readonly id: string; readonly version: number },
  written: { readonly state: FindingState; readonly by: string; readonly at: string },
): number => {
  const { changes } = db
    .prepare('UPDATE findings SET version = version + 1 WHERE id = ? AND version = ?')
    .run(finding.id, finding.version)
  if (changes === 0)
    throw new ExpectedError('conflict', 'Somebody changed this finding since you read it. Look at it again.')
  keepVersion(db, finding.id, finding.version + 1, written)
  return finding.version + 1
}

/** Throws `not-found`, also where the finding is another case's. */
export const getFinding = (db: Db, caseId: string, id: string): Finding => {
  const row = db
    .prepare<[string, string], StoredFinding>(`${findings} WHERE findings.id = ? AND case_id = ?`)
    .get(id, caseId)
  if (!row) throw new ExpectedError('not-found', 'There is no such finding in this case.')
  return toFinding(row)
}

/** A case's findings by number, withdrawn ones too. */
export const listFindings = (db: Db, caseId: string): readonly Finding[] =>
  db.prepare<[string], StoredFinding>(`${findings} WHERE case_id = ? ORDER BY n`).all(caseId).map(toFinding)

/** The findings that rest on a record, by number, withdrawn ones too. */
export const findingsOfRecord = (db: Db, caseId: string, recordId: string): readonly Finding[] =>
  db
    .prepare<[string, string], StoredFinding>(
      `${findings} WHERE case_id = ? AND findings.id IN (SELECT finding_id FROM finding_evidence WHERE record_id = ?)
       ORDER BY n`,
    )
    .all(caseId, recordId)
    .map(toFinding)

/** Every version a finding had, newest first. */
export const listFindingVersions = (db: Db, findingId: string): readonly FindingVersion[] =>
  db
    .prepare<[string], StoredVersion>(
      'SELECT version, state, written_by, written_at FROM finding_versions WHERE finding_id = ? ORDER BY version DESC',
    )
    .all(findingId)
    .map(toVersion)

/** Throws `not-found`. */
export const getFindingVersion = (db: Db, findingId: string, version: number): FindingVersion => {
  const row = db
    .prepare<[string, number], StoredVersion>(
      'SELECT version, state, written_by, written_at FROM finding_versions WHERE finding_id = ? AND version = ?',
    )
    .get(findingId, version)
  if (!row) throw new ExpectedError('not-found', 'This finding never had such a version.')
  return toVersion(row)
}
