import type { Transcription } from '../domain/packs/report-block.ts'
import type { Db } from './database.ts'

export type StoredTranscription = Transcription & {
  readonly writtenBy: string
  /** ISO instant. */
  readonly writtenAt: string
  /** How often the page has been written out. */
  readonly version: number
}

/** Keeps what a person wrote out of a page; what stood for it before stays on record. */
export const insertTranscription = (
  db: Db,
  contributionId: string,
  { page, text, writtenBy, writtenAt }: Omit<StoredTranscription, 'version'>,
): void => {
  db.prepare(
    'INSERT INTO transcriptions (contribution_id, page, text, written_by, written_at) VALUES (?, ?, ?, ?, ?)',
  ).run(contributionId, page, text, writtenBy, writtenAt)
}

/** The last transcription of each page of a report, in the order of the pages. */
export const listTranscriptions = (db: Db, contributionId: string): readonly StoredTranscription[] =>
  db
    .prepare<[string], StoredTranscription>(
      `SELECT page, text, written_by AS writtenBy, written_at AS writtenAt, version FROM (
         SELECT *, count(*) OVER (PARTITION BY page) AS version,
           row_number() OVER (PARTITION BY page ORDER BY seq DESC) AS age
         FROM transcriptions WHERE contribution_id = ?)
       WHERE age = 1 ORDER BY page`,
    )
    .all(contributionId)
