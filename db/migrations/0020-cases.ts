import type { Migration } from './migration.ts'

export const cases: Migration = {
  version: 20,
  name: 'cases',
  up: (db) => {
    db.exec(`
      CREATE TABLE cases (
        id TEXT PRIMARY KEY,
        ref TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        board TEXT NOT NULL,
        stage TEXT NOT NULL,
        review_period_start TEXT,
        review_period_end TEXT,
        data TEXT NOT NULL,
        version INTEGER NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE case_team (
        case_id TEXT NOT NULL REFERENCES cases (id),
        user_id TEXT NOT NULL REFERENCES users (id),
        added_by TEXT NOT NULL REFERENCES users (id),
        added_at TEXT NOT NULL,
        PRIMARY KEY (case_id, user_id)
      ) STRICT;
      CREATE INDEX case_team_by_user ON case_team (user_id);

      CREATE TABLE adults (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        code TEXT NOT NULL,
        roster_id TEXT,
        data TEXT NOT NULL,
        UNIQUE (case_id, code)
      ) STRICT;

      CREATE TABLE agencies (
        case_id TEXT NOT NULL REFERENCES cases (id),
        agency_id TEXT NOT NULL,
        n INTEGER NOT NULL,
        name TEXT NOT NULL,
        sector TEXT,
        status TEXT,
        PRIMARY KEY (case_id, agency_id)
      ) STRICT;
    `)
  },
}
