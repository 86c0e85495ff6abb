import type { Migration } from './migration.ts'

/**
 * The review of packs: decisions for one place as well as for the whole case, and taken back again; what a second reader
 * decided without seeing the first, and how differences were settled; what was searched for as an intruder would; and
 * what of a pack its approver has opened. No row is ever changed: the latest counts.
 */
export const packReview: Migration = {
  version: 190,
  name: 'review of packs',
  up: (db) => {
    db.exec(`
      CREATE TABLE review_decisions (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id),
        text TEXT NOT NULL,
        place TEXT,
        decision TEXT NOT NULL CHECK (decision IN ('keep', 'replace', 'withdrawn')),
        origin TEXT NOT NULL CHECK (origin IN ('question', 'restored', 'marked', 'generalised')),
        entity TEXT,
        replacement TEXT,
        audience TEXT NOT NULL CHECK (audience IN ('agencies', 'public')),
        reason TEXT,
        decided_by TEXT NOT NULL REFERENCES users (id),
        decided_at TEXT NOT NULL,
        CHECK (origin <> 'restored' OR length(trim(reason)) > 0)
      ) STRICT;
      INSERT INTO review_decisions
        SELECT seq, id, case_id, text, NULL, decision, 'question', entity, replacement, audience, reason, decided_by,
          decided_at FROM decisions;
      DROP TABLE decisions;
      ALTER TABLE review_decisions RENAME TO decisions;
      CREATE INDEX decisions_by_text ON decisions (case_id, text, place, seq);

      CREATE TABLE second_readings (
        seq INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        text TEXT NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('keep', 'replace')),
        entity TEXT,
        replacement TEXT,
        audience TEXT NOT NULL CHECK (audience IN ('agencies', 'public')),
        reason TEXT NOT NULL,
        read_by TEXT NOT NULL REFERENCES users (id),
        read_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX second_readings_by_text ON second_readings (case_id, text, seq);

      CREATE TABLE second_reading_settlements (
        seq INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        text TEXT NOT NULL,
        chosen TEXT NOT NULL CHECK (chosen IN ('first', 'second')),
        audience TEXT NOT NULL CHECK (audience IN ('agencies', 'public')),
        reason TEXT NOT NULL,
        settled_by TEXT NOT NULL REFERENCES users (id),
        settled_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX second_reading_settlements_by_text ON second_reading_settlements (case_id, text, seq);

      CREATE TABLE second_readings_asked (
        pack_id TEXT PRIMARY KEY REFERENCES packs (id),
        asked_by TEXT NOT NULL REFERENCES users (id),
        asked_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE intruder_searches (
        seq INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        item TEXT NOT NULL,
        answer TEXT NOT NULL CHECK (answer IN ('not-found', 'accepted', 'withdrawn')),
        reason TEXT NOT NULL,
        answered_by TEXT NOT NULL REFERENCES users (id),
        answered_at TEXT NOT NULL,
        CHECK (answer <> 'accepted' OR length(trim(reason)) > 0)
      ) STRICT;
      CREATE INDEX intruder_searches_by_item ON intruder_searches (case_id, item, seq);

      CREATE TABLE sample_openings (
        pack_id TEXT NOT NULL REFERENCES packs (id),
        version INTEGER NOT NULL,
        user_id TEXT NOT NULL REFERENCES users (id),
        item TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        PRIMARY KEY (pack_id, version, user_id, item)
      ) STRICT;
    `)
    for (const table of [
      'decisions',
      'second_readings',
      'second_reading_settlements',
      'second_readings_asked',
      'intruder_searches',
      'sample_openings',
    ])
      db.exec(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE ON ${table} BEGIN
          SELECT RAISE(ABORT, 'what a review decided is never changed');
        END;
      `)
  },
}
