import type { Migration } from './migration.ts'

/**
 * How long a silence must be to count in a case, the letters that asked agencies about theirs, and what agencies stated.
 * A letter is recorded as prepared before its files are written. Nothing here is deleted; a statement can be withdrawn.
 */
export const noContact: Migration = {
  version: 130,
  name: 'no contact',
  up: (db) => {
    db.exec(`
      CREATE TABLE silence_lengths (
        case_id TEXT PRIMARY KEY REFERENCES cases (id),
        days INTEGER NOT NULL CHECK (days > 0),
        version INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE query_letters (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        n INTEGER NOT NULL,
        written_on TEXT NOT NULL,
        reply_by TEXT NOT NULL,
        asked_by TEXT NOT NULL REFERENCES users (id),
        asked_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('prepared', 'sent')),
        disclosure_id TEXT NOT NULL REFERENCES disclosures (id),
        document TEXT NOT NULL,
        UNIQUE (case_id, n),
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE TRIGGER query_letters_are_kept BEFORE DELETE ON query_letters BEGIN
        SELECT RAISE(ABORT, 'a letter that was sent is never deleted');
      END;

      CREATE TABLE contact_queries (
        id TEXT PRIMARY KEY,
        letter_id TEXT NOT NULL REFERENCES query_letters (id),
        from_day TEXT NOT NULL,
        to_day TEXT NOT NULL CHECK (to_day >= from_day),
        version INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX contact_queries_of_letter ON contact_queries (letter_id);

      CREATE TABLE contact_statements (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        query_id TEXT REFERENCES contact_queries (id),
        kind TEXT NOT NULL CHECK (kind IN ('no-contact', 'records-to-follow', 'records-received')),
        from_day TEXT NOT NULL,
        to_day TEXT NOT NULL CHECK (to_day >= from_day),
        said_by TEXT NOT NULL,
        said_on TEXT NOT NULL,
        means TEXT NOT NULL CHECK (means IN ('letter', 'email', 'call', 'meeting')),
        note TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id),
        recorded_at TEXT NOT NULL,
        withdrawn_by TEXT REFERENCES users (id),
        withdrawn_at TEXT,
        CHECK (kind = 'no-contact' OR query_id IS NOT NULL),
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE INDEX contact_statements_of_case ON contact_statements (case_id, recorded_at);
    `)
  },
}
