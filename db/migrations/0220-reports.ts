import type { Migration } from './migration.ts'

/**
 * Public reports of a case with every version whole, what the Board decided and did about each, also at every version,
 * and on a pack the report it holds, if it holds one.
 */
export const reports: Migration = {
  version: 220,
  name: 'public reports',
  up: (db) => {
    db.exec(`
      CREATE TABLE reports (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        n INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('overview', 'learning-brief', 'one-page-summary')),
        version INTEGER NOT NULL,
        created_by TEXT NOT NULL REFERENCES users (id),
        created_at TEXT NOT NULL,
        UNIQUE (case_id, n)
      ) STRICT;

      CREATE TABLE report_versions (
        report_id TEXT NOT NULL REFERENCES reports (id),
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        written_by TEXT NOT NULL REFERENCES users (id),
        written_at TEXT NOT NULL,
        PRIMARY KEY (report_id, version)
      ) STRICT;

      CREATE TABLE publication_versions (
        report_id TEXT NOT NULL REFERENCES reports (id),
        version INTEGER NOT NULL,
        publication TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id),
        changed_at TEXT NOT NULL,
        PRIMARY KEY (report_id, version)
      ) STRICT;

      ALTER TABLE packs ADD COLUMN report_id TEXT REFERENCES reports (id);
      ALTER TABLE packs ADD COLUMN report_version INTEGER;
    `)
  },
}
