import { noPublication, publicationSchema, type Publication } from '../domain/reports/publication.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** What stands recorded of a report's publication; version 0 where nothing is. */
export type StoredPublication = {
  readonly version: number
  readonly publication: Publication
  readonly changedBy: string | null
  readonly changedAt: string | null
}

type StoredRow = {
  readonly version: number
  readonly publication: string
  readonly changed_by: string
  readonly changed_at: string
}

export const getPublication = (db: Db, reportId: string): StoredPublication => {
  const row = db
    .prepare<[string], StoredRow>(
      `SELECT version, publication, changed_by, changed_at FROM publication_versions
       WHERE report_id = ? ORDER BY version DESC LIMIT 1`,
    )
    .get(reportId)
  if (!row) return { version: 0, publication: noPublication, changedBy: null, changedAt: null }
  return {
    version: row.version,
    publication: readJson(publicationSchema, row.publication, 'publication_versions.publication'),
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }
}

/**
 * Records another version of a publication if it is still at the version its editor read, keeps those before, and returns
 * the new one. Throws `conflict` where somebody changed it since.
 */
export const savePublication = (
  db: Db,
  of: { readonly reportId: string; readonly version: number },
  written: { readonly publication: Publication; readonly by: string; readonly at: string },
): number => {
  if (getPublication(db, of.reportId).version !== of.version)
    throw new ExpectedError(
      'conflict',
      'Somebody changed the publication of this report since you read it. Look at it again.',
    )
  const next = of.version + 1
  db.prepare(
    `INSERT INTO publication_versions (report_id, version, publication, changed_by, changed_at)
     VALUES (?, ?, ?, ?, ?)`,
  ).run(of.reportId, next, JSON.stringify(written.publication), written.by, written.at)
  return next
}
