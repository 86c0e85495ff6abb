import type { Migration } from './migration.ts'

/** UK GDPR Article 9 and Article 10 data stand in tables of their own, so that no other query can carry them along. */
export const sensitive: Migration = {
  version: 30,
  name: 'special-category and criminal-offence data',
  up: (db) => {
    db.exec(`
      CREATE TABLE special_category (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        subject TEXT NOT NULL,
        category TEXT NOT NULL CHECK (category IN
          ('ethnicity', 'religion', 'health', 'sexual-orientation', 'gender-identity', 'unclassified')),
        value TEXT NOT NULL,
        UNIQUE (case_id, subject, category)
      ) STRICT;

      CREATE TABLE criminal_offence (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        subject TEXT NOT NULL,
        value TEXT NOT NULL
      ) STRICT;
      CREATE INDEX criminal_offence_by_subject ON criminal_offence (case_id, subject);
    `)
  },
}
