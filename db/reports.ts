import { z } from 'zod'
import {
  reportKinds,
  reportStateSchema,
  type ReportKind,
  type ReportState,
} from '../domain/reports/report.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

export type ReportVersion = {
  readonly version: number
  readonly state: ReportState
  readonly writtenBy: string
  readonly writtenAt: string
}

/** A report as it stands: its number in the case, which is never used again, and its newest version. */
export type Report = ReportVersion & {
  readonly id: string
  readonly caseId: string
  readonly number: number
  readonly kind: ReportKind
}

type StoredVersion = {
  readonly version: number
  readonly state: string
  readonly written_by: string
  readonly written_at: string
}
type StoredReport = StoredVersion & {
  readonly id: string
  readonly case_id: string
  readonly n: number
  readonly kind: string
}

const toVersion = (row: StoredVersion): ReportVersion => ({
  version: row.version,
  state: readJson(reportStateSchema, row.state, 'report_versions.state'),
  writtenBy: row.written_by,
  writtenAt: row.written_at,
})

const toReport = (row: StoredReport): Report => ({
  ...toVersion(row),
  id: row.id,
  caseId: row.case_id,
  number: row.n,
  kind: z.enum(reportKinds).parse(row.kind),
})

const standing = `
  SELECT reports.*, state, written_by, written_at FROM reports
  JOIN report_versions ON report_id = reports.id AND report_versions.version = reports.version`

type Written = { readonly state: ReportState; readonly by: string; readonly at: string }

/** Adds a report at version 1, under the next number of its case. */
export const insertReport = (
  db: Db,
  report: { readonly id: string; readonly caseId: string; readonly kind: ReportKind },
  written: Written,
): void => {
  db.prepare(
    `INSERT INTO reports (id, case_id, n, kind, version, created_by, created_at)
     VALUES (@id, @caseId, (SELECT coalesce(max(n), 0) + 1 FROM reports WHERE case_id = @caseId), @kind, 1, @by, @at)`,
  ).run({ ...report, by: written.by, at: written.at })
  keepVersion(db, report.id, 1, written)
}

const keepVersion = (db: Db, reportId: string, version: number, { state, by, at }: Written): void => {
  db.prepare(
    'INSERT INTO report_versions (report_id, version, state, written_by, written_at) VALUES (?, ?, ?, ?, ?)',
  ).run(reportId, version, JSON.stringify(state), by, at)
}

/**
 * Changes a report if it is still at the version its editor read, keeps the version before, and returns the new one.
 * Throws `conflict` where somebody changed it since.
 */
export const saveReport = (
  db: Db,
  report: { readonly id: string; readonly version: number },
  written: Written,
): number => {
  const { changes } = db
    .prepare('UPDATE reports SET version = version + 1 WHERE id = ? AND version = ?')
    .run(report.id, report.version)
  if (changes === 0)
    throw new ExpectedError('conflict', 'Somebody changed this report since you read it. Look at it again.')
  keepVersion(db, report.id, report.version + 1, written)
  return report.version + 1
}

/** Throws `not-found`, also where the report is another case's. */
export const getReport = (db: Db, caseId: string, id: string): Report => {
  const row = db
    .prepare<[string, string], StoredReport>(`${standing} WHERE reports.id = ? AND case_id = ?`)
    .get(id, caseId)
  if (!row) throw new ExpectedError('not-found', 'There is no such report in this case.')
  return toReport(row)
}

/** A case's reports by number. */
export const listReports = (db: Db, caseId: string): readonly Report[] =>
  db.prepare<[string], StoredReport>(`${standing} WHERE case_id = ? ORDER BY n`).all(caseId).map(toReport)

/** Every version a report had, newest first. */
export const listReportVersions = (db: Db, reportId: string): readonly ReportVersion[] =>
  db
    .prepare<[string], StoredVersion>(
      'SELECT version, state, written_by, written_at FROM report_versions WHERE report_id = ? ORDER BY version DESC',
    )
    .all(reportId)
    .map(toVersion)

/** Throws `not-found`. */
export const getReportVersion = (db: Db, reportId: string, version: number): ReportVersion => {
  const row = db
    .prepare<[string, number], StoredVersion>(
      'SELECT version, state, written_by, written_at FROM report_versions WHERE report_id = ? AND version = ?',
    )
    .get(reportId, version)
  if (!row) throw new ExpectedError('not-found', 'This report never had such a version.')
  return toVersion(row)
}
