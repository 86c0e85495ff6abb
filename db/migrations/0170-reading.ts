import type { Migration } from './migration.ts'

/**
 * Ways of reading a chronology that people keep, which of them each person begins with, and one index that holds all an
 * entry is filtered by in the order of the list, so that any combination of filters is one walk along it.
 */
export const reading: Migration = {
  version: 170,
  name: 'reading',
  up: (db) => {
    db.exec(`
      CREATE TABLE saved_views (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        owner_id TEXT NOT NULL REFERENCES users (id),
        name TEXT NOT NULL,
        shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
        settings TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
        version INTEGER NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX saved_views_of_case ON saved_views (case_id, name);

      CREATE TABLE first_views (
        case_id TEXT NOT NULL REFERENCES cases (id),
        user_id TEXT NOT NULL REFERENCES users (id),
        view_id TEXT NOT NULL REFERENCES saved_views (id),
        PRIMARY KEY (case_id, user_id)
      ) STRICT;

      DROP INDEX IF EXISTS entries_by_analysis;
      DROP INDEX entries_in_order;
      CREATE INDEX entries_in_order ON entries (
        case_id, status, sort_key, id,
        agency_id, earliest, latest, precision, (date_warnings <> '[]'), hidden_row, declared, source_id, record_id,
        replaced_by, lower(trim(fields ->> 'contactType')),
        judgement, adult_seen, spoken_alone, voice_heard, capacity, kloes, flags, analysed, account_changed
      );
    `)
  },
}
