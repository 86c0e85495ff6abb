import type { Migration } from './migration.ts'

/** The audit accepts only the next row of its chain and refuses every change to a row it holds. */
export const usersAndAudit: Migration = {
  version: 10,
  name: 'users and audit',
  up: (db) => {
    db.exec(`
      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      CREATE TABLE users (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE audit (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user_id TEXT NOT NULL,
        user_name TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT,
        record TEXT,
        version INTEGER,
        detail TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE INDEX audit_by_record ON audit (record, seq);
      CREATE INDEX audit_by_case ON audit (case_id, seq);
      CREATE INDEX audit_by_time ON audit (at, seq);

      CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit is append-only');
      END;
      CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN
        SELECT RAISE(ABORT, 'the audit is append-only');
      END;
      CREATE TRIGGER audit_is_in_sequence BEFORE INSERT ON audit
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
        OR NEW.prev_hash IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '')
      BEGIN
        SELECT RAISE(ABORT, 'the audit is in sequence');
      END;

      CREATE TABLE audit_state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        verified_seq INTEGER NOT NULL,
        verified_hash TEXT NOT NULL,
        verified_at TEXT NOT NULL
      ) STRICT;
    `)
  },
}
