import type { Migration } from './migration.ts'

/** What people wrote out of pages of reports that are pictures. Rows are only added; the last of a page counts. */
export const transcriptions: Migration = {
  version: 210,
  name: 'transcriptions',
  up: (db) => {
    db.exec(`
      CREATE TABLE transcriptions (
        seq INTEGER PRIMARY KEY,
        contribution_id TEXT NOT NULL REFERENCES contributions (id),
        page INTEGER NOT NULL CHECK (page > 0),
        text TEXT NOT NULL CHECK (text <> ''),
        written_by TEXT NOT NULL REFERENCES users (id),
        written_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX transcriptions_of_contribution ON transcriptions (contribution_id, page, seq);
    `)
  },
}
