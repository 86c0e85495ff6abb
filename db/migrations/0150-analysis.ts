import type { Migration } from './migration.ts'

const observation = `CHECK (%s IN ('yes', 'no', 'not-recorded', 'not-applicable'))`
const observed = (column: string) => `${column} TEXT ${observation.replace('%s', column)}`

/** What of an analysis the list filters by. */
const filtered = [
  'judgement',
  'adult_seen',
  'spoken_alone',
  'voice_heard',
  'capacity',
  'kloes',
  'flags',
  'analysed',
]

/** Whether what an agency wrote differs from what was judged; its running number is not an account. */
const accountChanged = (entry: string, judgedEntry: string) => `coalesce((
    SELECT judged.date_original <> ${entry}.date_original
      OR json_remove(judged.fields, '$.reference') <> json_remove(${entry}.fields, '$.reference')
    FROM entries AS judged WHERE judged.id = ${judgedEntry}), 0)`

const fromAnalysis = filtered.map((column) => `${column} = analyses.${column}`).join(', ')
const refreshEntry = `
  UPDATE entries SET ${fromAnalysis}, account_changed = ${accountChanged('NEW', 'analyses.judged_entry')}
  FROM analyses WHERE entries.rowid = NEW.rowid AND analyses.record_id = NEW.record_id;`
const refreshCurrent = `
  UPDATE entries SET ${filtered.map((column) => `${column} = NEW.${column}`).join(', ')},
    account_changed = ${accountChanged('entries', 'NEW.judged_entry')}
  WHERE entries.record_id = NEW.record_id AND entries.status = 'current';`

/**
 * What the review says of entries, in a table apart from what agencies wrote, with every earlier state of it; the words and
 * columns of a case; and its abbreviations. What the list filters by is mirrored on the current entry, where one index
 * holds it in the order of the list, so that any combination of filters is one walk along that index. Key lines and flags
 * are mirrored as text with a space before and after each.
 */
export const analysis: Migration = {
  version: 150,
  name: 'analysis',
  up: (db) => {
    db.exec(`
      CREATE TABLE analyses (
        record_id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        judgement TEXT CHECK (judgement IN ('good-practice', 'missed-opportunity', 'expected-practice', 'unclear')),
        ${observed('adult_seen')},
        ${observed('spoken_alone')},
        ${observed('voice_heard')},
        ${observed('capacity')},
        kloes TEXT NOT NULL,
        flags TEXT NOT NULL,
        analysed INTEGER NOT NULL CHECK (analysed IN (0, 1)),
        judged_entry TEXT NOT NULL REFERENCES entries (id),
        version INTEGER NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id),
        changed_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX analyses_with_flags ON analyses (case_id) WHERE flags <> '';

      CREATE TABLE analysis_history (
        record_id TEXT NOT NULL REFERENCES analyses (record_id),
        version INTEGER NOT NULL,
        change_id TEXT NOT NULL,
        analysis TEXT NOT NULL,
        judged_entry TEXT NOT NULL REFERENCES entries (id),
        changed_by TEXT NOT NULL REFERENCES users (id),
        changed_at TEXT NOT NULL,
        PRIMARY KEY (record_id, version)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX analysis_history_of_change ON analysis_history (change_id);

      ALTER TABLE entries ADD COLUMN judgement TEXT;
      ALTER TABLE entries ADD COLUMN adult_seen TEXT;
      ALTER TABLE entries ADD COLUMN spoken_alone TEXT;
      ALTER TABLE entries ADD COLUMN voice_heard TEXT;
      ALTER TABLE entries ADD COLUMN capacity TEXT;
      ALTER TABLE entries ADD COLUMN kloes TEXT NOT NULL DEFAULT '';
      ALTER TABLE entries ADD COLUMN flags TEXT NOT NULL DEFAULT '';
      ALTER TABLE entries ADD COLUMN analysed INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE entries ADD COLUMN account_changed INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX entries_by_analysis ON entries (case_id, status, sort_key, id, agency_id, earliest, latest,
        ${filtered.join(', ')}, account_changed);

      CREATE TRIGGER analyses_insert AFTER INSERT ON analyses BEGIN ${refreshCurrent} END;
      CREATE TRIGGER analyses_update AFTER UPDATE ON analyses BEGIN ${refreshCurrent} END;
      CREATE TRIGGER entries_insert_analysed AFTER INSERT ON entries WHEN NEW.record_id <> NEW.id
        BEGIN ${refreshEntry} END;
      CREATE TRIGGER entries_current_analysed AFTER UPDATE OF status ON entries WHEN NEW.status = 'current'
        BEGIN ${refreshEntry} END;

      CREATE TABLE case_wording (
        case_id TEXT PRIMARY KEY REFERENCES cases (id),
        wording TEXT NOT NULL,
        version INTEGER NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id),
        changed_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE glossary (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        abbreviation TEXT NOT NULL,
        meaning TEXT NOT NULL,
        agency_id TEXT,
        state TEXT NOT NULL CHECK (state IN ('explained', 'not-one', 'removed')),
        version INTEGER NOT NULL,
        changed_by TEXT NOT NULL REFERENCES users (id),
        changed_at TEXT NOT NULL,
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE INDEX glossary_of_case ON glossary (case_id, abbreviation);

      CREATE TABLE stated_abbreviations (
        source_id TEXT NOT NULL REFERENCES sources (id),
        n INTEGER NOT NULL,
        abbreviation TEXT NOT NULL,
        meaning TEXT NOT NULL,
        PRIMARY KEY (source_id, n)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
