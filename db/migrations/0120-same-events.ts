import type { Migration } from './migration.ts'

/**
 * What people decided about pairs of accounts, and how they settled what the accounts of one event differ in. Both are
 * only ever added to: the latest row counts, and the rows before it are the history. They hang on `record_id`, the id of
 * an entry's first version, and say which versions were read.
 */
export const sameEvents: Migration = {
  version: 120,
  name: 'same events',
  up: (db) => {
    db.exec(`
      CREATE TABLE same_event_decisions (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id),
        record_a TEXT NOT NULL REFERENCES entries (id),
        record_b TEXT NOT NULL REFERENCES entries (id),
        version INTEGER NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'rejected', 'undecided')),
        entry_a TEXT NOT NULL REFERENCES entries (id),
        entry_b TEXT NOT NULL REFERENCES entries (id),
        decided_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        suggestion TEXT,
        CHECK (record_a < record_b),
        UNIQUE (case_id, record_a, record_b, version)
      ) STRICT;

      CREATE TABLE conflict_settlements (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id),
        noted INTEGER NOT NULL CHECK (noted IN (0, 1)),
        aspect TEXT NOT NULL,
        subject TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('preferred', 'neither', 'both', 'open', 'withdrawn')),
        preferred_record TEXT REFERENCES entries (id),
        decided_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        positions TEXT NOT NULL,
        CHECK ((outcome = 'preferred') = (preferred_record IS NOT NULL))
      ) STRICT;
      CREATE INDEX conflict_settlements_of_case ON conflict_settlements (case_id, seq);
    `)
  },
}
