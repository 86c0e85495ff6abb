import type { Migration } from './migration.ts'

export const historyAndStatistics: Migration = {
  version: 90,
  name: 'history and statistics',
  up: (db) => {
    db.exec(`
      CREATE TABLE history_cases (
        ref TEXT PRIMARY KEY,
        year TEXT NOT NULL,
        n INTEGER NOT NULL,
        data TEXT NOT NULL,
        imported_by TEXT NOT NULL REFERENCES users (id),
        imported_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX history_cases_by_year ON history_cases (year, n);

      CREATE TABLE history_adults (
        ref TEXT NOT NULL REFERENCES history_cases (ref) ON DELETE CASCADE,
        n INTEGER NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (ref, n)
      ) STRICT;

      CREATE TABLE history_special_category (
        ref TEXT NOT NULL,
        n INTEGER NOT NULL,
        category TEXT NOT NULL CHECK (category IN
          ('ethnicity', 'religion', 'health', 'sexual-orientation', 'gender-identity')),
        value TEXT NOT NULL,
        PRIMARY KEY (ref, n, category),
        FOREIGN KEY (ref, n) REFERENCES history_adults (ref, n) ON DELETE CASCADE
      ) STRICT;

      CREATE TABLE stats_releases (
        id TEXT PRIMARY KEY,
        year TEXT NOT NULL,
        rule TEXT NOT NULL,
        tables TEXT NOT NULL,
        files TEXT NOT NULL,
        released_by TEXT NOT NULL REFERENCES users (id),
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX stats_releases_by_year ON stats_releases (year, at);
    `)
  },
}
