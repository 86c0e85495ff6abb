import type { Migration } from './migration.ts'

/** The key stands apart from the chronology; nothing there refers to it. */
export const peopleKey: Migration = {
  version: 40,
  name: 'people key',
  up: (db) => {
    db.exec(`
      CREATE TABLE people_keys (
        case_id TEXT PRIMARY KEY REFERENCES cases (id),
        shared_names TEXT NOT NULL,
        keep TEXT NOT NULL,
        other TEXT NOT NULL,
        version INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE people_key_entries (
        case_id TEXT NOT NULL REFERENCES people_keys (case_id),
        entry_id TEXT NOT NULL,
        n INTEGER NOT NULL,
        data TEXT NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (case_id, entry_id)
      ) STRICT;
    `)
  },
}
