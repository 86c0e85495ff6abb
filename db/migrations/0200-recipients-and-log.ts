import type { Migration } from './migration.ts'

/**
 * Who receives, with who stands in whose place since when; and what the disclosure log holds besides packs: the kind of
 * disclosure, whom it was really sent to at the time, that it was withdrawn, and what came back as a receipt.
 */
export const recipientsAndLog: Migration = {
  version: 200,
  name: 'recipients and disclosure log',
  up: (db) => {
    db.exec(`
      CREATE TABLE recipients (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN
          ('agency', 'coroner', 'court', 'family', 'public', 'data-subject', 'other')),
        case_id TEXT REFERENCES cases (id),
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        email TEXT NOT NULL,
        contact_role TEXT NOT NULL,
        successor_id TEXT REFERENCES recipients (id),
        succeeded_on TEXT,
        version INTEGER NOT NULL,
        updated_by TEXT NOT NULL REFERENCES users (id),
        updated_at TEXT NOT NULL,
        CHECK ((successor_id IS NULL) = (succeeded_on IS NULL)),
        CHECK (successor_id IS NULL OR successor_id <> id),
        CHECK ((kind IN ('family', 'data-subject')) = (case_id IS NOT NULL))
      ) STRICT;
      CREATE TRIGGER recipients_are_kept BEFORE DELETE ON recipients BEGIN
        SELECT RAISE(ABORT, 'a recipient is never deleted');
      END;

      CREATE TABLE recipient_agencies (
        case_id TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        recipient_id TEXT NOT NULL REFERENCES recipients (id),
        PRIMARY KEY (case_id, agency_id),
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE INDEX recipient_agencies_of_recipient ON recipient_agencies (recipient_id);

      ALTER TABLE disclosures ADD COLUMN kind TEXT NOT NULL DEFAULT 'pack' CHECK (kind IN
        ('pack', 'working-chronology', 'template', 'picture', 'letter', 'log', 'by-hand'));
      ALTER TABLE disclosures ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';
      ALTER TABLE disclosures ADD COLUMN sent_to TEXT NOT NULL DEFAULT '{}';
      ALTER TABLE disclosures ADD COLUMN withdrawn_at TEXT;
      ALTER TABLE disclosures ADD COLUMN withdrawn_by TEXT REFERENCES users (id);
      ALTER TABLE disclosures ADD COLUMN withdrawn_why TEXT;
      ALTER TABLE disclosures ADD COLUMN replaced_by TEXT REFERENCES disclosures (id);
      UPDATE disclosures SET kind = 'letter' WHERE pack_id IS NULL;

      CREATE TABLE disclosure_receipts (
        id TEXT PRIMARY KEY,
        disclosure_id TEXT NOT NULL REFERENCES disclosures (id),
        received_on TEXT NOT NULL,
        how TEXT NOT NULL,
        confirmed_by TEXT NOT NULL,
        recorded_by TEXT NOT NULL REFERENCES users (id),
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX receipts_of_disclosure ON disclosure_receipts (disclosure_id, recorded_at);
      CREATE TRIGGER receipts_are_kept BEFORE DELETE ON disclosure_receipts BEGIN
        SELECT RAISE(ABORT, 'a receipt is never deleted');
      END;
    `)
  },
}
