import type { Migration } from './migration.ts'

export const contributionsAndDecisions: Migration = {
  version: 70,
  name: 'contributions and decisions',
  up: (db) => {
    db.exec(`
      CREATE TABLE contributions (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        format TEXT NOT NULL,
        added_by TEXT NOT NULL REFERENCES users (id),
        added_at TEXT NOT NULL,
        announced TEXT NOT NULL,
        properties TEXT NOT NULL,
        text TEXT NOT NULL,
        bytes BLOB NOT NULL,
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE INDEX contributions_of_case ON contributions (case_id, added_at);

      CREATE TABLE decisions (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id),
        text TEXT NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('keep', 'replace')),
        entity TEXT,
        replacement TEXT,
        audience TEXT NOT NULL CHECK (audience IN ('agencies', 'public')),
        reason TEXT,
        decided_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX decisions_by_text ON decisions (case_id, text, seq);
    `)
  },
}
