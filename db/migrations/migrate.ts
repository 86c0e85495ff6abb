import { ExpectedError } from '../../domain/result.ts'
import type { Db } from '../database.ts'
import { usersAndAudit } from './0010-users-and-audit.ts'
import { cases } from './0020-cases.ts'
import { sensitive } from './0030-sensitive.ts'
import { peopleKey } from './0040-people-key.ts'
import { sourcesAndEntries } from './0050-sources-and-entries.ts'
import { search } from './0060-search.ts'
import { contributionsAndDecisions } from './0070-contributions-and-decisions.ts'
import { packsAndDisclosures } from './0080-packs-and-disclosures.ts'
import { historyAndStatistics } from './0090-history-and-statistics.ts'
import { drafts } from './0100-drafts.ts'
import { sameEvents } from './0120-same-events.ts'
import { noContact } from './0130-no-contact.ts'
import { columnMappings } from './0140-column-mappings.ts'
import { analysis } from './0150-analysis.ts'
import { commentsAndFindings } from './0160-comments-and-findings.ts'
import { reading } from './0170-reading.ts'
import { packChoices } from './0180-pack-choices.ts'
import { packReview } from './0190-pack-review.ts'
import { recipientsAndLog } from './0200-recipients-and-log.ts'
import { correctionsAndNotices } from './0205-corrections-and-notices.ts'
import { transcriptions } from './0210-transcriptions.ts'
import { reports } from './0220-reports.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, rising. A released step is never edited: a change is a new step. */
export const migrations: readonly Migration[] = [
  usersAndAudit,
  cases,
  sensitive,
  peopleKey,
  sourcesAndEntries,
  search,
  contributionsAndDecisions,
  packsAndDisclosures,
  historyAndStatistics,
  drafts,
  sameEvents,
  noContact,
  columnMappings,
  analysis,
  commentsAndFindings,
  reading,
  packChoices,
  packReview,
  recipientsAndLog,
  correctionsAndNotices,
  transcriptions,
  reports,
]

export const schemaVersion: number = migrations.reduce((highest, step) => Math.max(highest, step.version), 0)

/** The schema version a database says it has; 0 for an empty one. */
export const readSchemaVersion = (db: Db): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings a database up to the newest schema, or up to `to`, one transaction a step; returns the versions applied.
 * Throws `refused`, naming both versions, where the database was made by a newer version of the app.
 */
export const migrate = (db: Db, now: string, to: number = schemaVersion): readonly number[] => {
  refuseNewerSchema(db)
  const applied: number[] = []
  for (const step of migrations) {
    if (step.version > to || step.version <= readSchemaVersion(db)) continue
    db.transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS schema_steps (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
      )
      step.up(db)
      db.prepare('INSERT INTO schema_steps (version, name, applied_at) VALUES (?, ?, ?)').run(
        step.version,
        step.name,
        now,
      )
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
    applied.push(step.version)
  }
  return applied
}

/** Throws `refused` where the schema is newer than this version of the app knows. */
export const refuseNewerSchema = (db: Db): void => {
  const found = readSchemaVersion(db)
  if (found <= schemaVersion) return
  const step = db
    .prepare<[number], { name: string }>('SELECT name FROM schema_steps WHERE version = ?')
    .get(found)
  const named = step ? `schema ${found}, “${step.name}”` : `schema ${found}`
  throw new ExpectedError(
    'refused',
    `This vault was written by a newer version of SAR Workspace (${named}; this version knows schemas up to ${schemaVersion}). Nothing was changed. Update the app and open it again.`,
  )
}
