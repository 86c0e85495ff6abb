import type { Migration } from './migration.ts'

/** A disclosure is recorded as prepared before its file is written; it is never deleted. */
export const packsAndDisclosures: Migration = {
  version: 80,
  name: 'packs and disclosures',
  up: (db) => {
    db.exec(`
      CREATE TABLE packs (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        recipient TEXT NOT NULL,
        profile TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('needs-review', 'ready', 'approved', 'prepared', 'released', 'void')),
        version INTEGER NOT NULL,
        built_by TEXT NOT NULL REFERENCES users (id),
        built_at TEXT NOT NULL,
        approved_by TEXT REFERENCES users (id),
        approved_at TEXT,
        released_by TEXT REFERENCES users (id),
        released_at TEXT,
        case_fingerprint TEXT NOT NULL,
        basis TEXT NOT NULL,
        formats TEXT NOT NULL,
        undecided INTEGER NOT NULL,
        replacements INTEGER NOT NULL,
        note TEXT,
        manifest TEXT NOT NULL,
        document TEXT NOT NULL,
        review TEXT NOT NULL,
        CHECK (approved_by IS NULL OR approved_by <> built_by)
      ) STRICT;
      CREATE INDEX packs_of_case ON packs (case_id, built_at);

      CREATE TABLE pack_files (
        pack_id TEXT NOT NULL REFERENCES packs (id),
        name TEXT NOT NULL,
        format TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (pack_id, name)
      ) STRICT;

      CREATE TABLE disclosures (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        pack_id TEXT REFERENCES packs (id),
        recipient TEXT NOT NULL,
        purpose TEXT NOT NULL,
        lawful_basis TEXT NOT NULL,
        power TEXT NOT NULL,
        necessity TEXT NOT NULL,
        profile TEXT NOT NULL,
        approver TEXT NOT NULL REFERENCES users (id),
        method TEXT NOT NULL,
        released_by TEXT NOT NULL REFERENCES users (id),
        at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('prepared', 'done')),
        files TEXT NOT NULL,
        records TEXT NOT NULL
      ) STRICT;
      CREATE INDEX disclosures_of_case ON disclosures (case_id, at);
      CREATE INDEX disclosures_prepared ON disclosures (at) WHERE state = 'prepared';
      CREATE TRIGGER disclosures_are_kept BEFORE DELETE ON disclosures BEGIN
        SELECT RAISE(ABORT, 'a disclosure is never deleted');
      END;
    `)
  },
}
