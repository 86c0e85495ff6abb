import type { Migration } from './migration.ts'

/**
 * Corrections that stand beside what was imported; a notice owed to a recipient of what was corrected or withdrawn; and the
 * legal power by which a pack leaves unredacted, with each warning that a named person answered.
 */
export const correctionsAndNotices: Migration = {
  version: 205,
  name: 'corrections and notices',
  up: (db) => {
    db.exec(`
      CREATE TABLE rectifications (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id),
        record_id TEXT NOT NULL,
        entry_id TEXT NOT NULL REFERENCES entries (id),
        kind TEXT NOT NULL CHECK (kind IN ('correction', 'statement')),
        field TEXT NOT NULL,
        stands TEXT NOT NULL,
        reason TEXT NOT NULL,
        evidence TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id),
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX rectifications_of_record ON rectifications (case_id, record_id);
      CREATE TRIGGER rectifications_are_kept BEFORE DELETE ON rectifications BEGIN
        SELECT RAISE(ABORT, 'a rectification is never deleted');
      END;
      CREATE TRIGGER rectifications_stand BEFORE UPDATE ON rectifications BEGIN
        SELECT RAISE(ABORT, 'a rectification is never changed');
      END;

      CREATE TABLE recipient_notices (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES cases (id),
        recipient TEXT NOT NULL,
        cause TEXT NOT NULL CHECK (cause IN ('withdrawn', 'corrected', 'rectified')),
        rectification_id TEXT REFERENCES rectifications (id),
        due TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('to-do', 'sent', 'acknowledged', 'impossible', 'disproportionate')),
        why TEXT NOT NULL,
        letter_id TEXT REFERENCES disclosures (id),
        raised_by TEXT NOT NULL REFERENCES users (id),
        raised_at TEXT NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id),
        changed_at TEXT NOT NULL,
        version INTEGER NOT NULL,
        CHECK ((cause = 'rectified') = (rectification_id IS NOT NULL)),
        CHECK (state NOT IN ('impossible', 'disproportionate') OR why <> ''),
        CHECK (state <> 'sent' OR letter_id IS NOT NULL)
      ) STRICT;
      CREATE INDEX notices_by_state ON recipient_notices (state, due);
      CREATE TRIGGER notices_are_kept BEFORE DELETE ON recipient_notices BEGIN
        SELECT RAISE(ABORT, 'a notice is never deleted');
      END;

      CREATE TABLE notice_disclosures (
        notice_id TEXT NOT NULL REFERENCES recipient_notices (id),
        disclosure_id TEXT NOT NULL REFERENCES disclosures (id),
        PRIMARY KEY (notice_id, disclosure_id)
      ) STRICT;

      CREATE TABLE pack_powers (
        pack_id TEXT PRIMARY KEY REFERENCES packs (id),
        kind TEXT NOT NULL,
        reference TEXT NOT NULL,
        dated TEXT NOT NULL,
        chosen TEXT NOT NULL,
        answers TEXT NOT NULL
      ) STRICT;
    `)
  },
}
