import type { Migration } from './migration.ts'

/**
 * Files as imported and the entries read from them. Wide columns come last, so that a page of the list never reads
 * them. The versions of one entry share a `record_id`: what people say of an entry hangs on that, and outlives a new
 * version of the agency's file. `entries.rowid` is declared because the search index refers to it and it must outlive a VACUUM.
 */
export const sourcesAndEntries: Migration = {
  version: 50,
  name: 'sources and entries',
  up: (db) => {
    db.exec(`
      CREATE TABLE sources (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        format TEXT NOT NULL,
        imported_by TEXT NOT NULL REFERENCES users (id),
        imported_at TEXT NOT NULL,
        supersedes TEXT REFERENCES sources (id),
        rows TEXT NOT NULL,
        announced TEXT NOT NULL,
        mapping TEXT NOT NULL,
        needs_attention TEXT NOT NULL,
        bytes BLOB NOT NULL,
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE INDEX sources_by_agency ON sources (case_id, agency_id, imported_at);

      CREATE UNIQUE INDEX sources_by_superseded ON sources (supersedes) WHERE supersedes IS NOT NULL;

      CREATE TABLE entries (
        rowid INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        record_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES sources (id),
        n INTEGER NOT NULL,
        sheet TEXT NOT NULL,
        row INTEGER NOT NULL,
        where_text TEXT NOT NULL,
        date_original TEXT NOT NULL,
        earliest TEXT,
        latest TEXT,
        precision TEXT NOT NULL,
        time TEXT,
        time_end TEXT,
        date_warnings TEXT NOT NULL,
        stored TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        hidden_row INTEGER NOT NULL CHECK (hidden_row IN (0, 1)),
        declared INTEGER NOT NULL CHECK (declared IN (0, 1)),
        row_hash TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('current', 'removed')),
        replaced_by TEXT,
        version INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        fields TEXT NOT NULL,
        aside TEXT NOT NULL,
        cells TEXT NOT NULL,
        FOREIGN KEY (case_id, agency_id) REFERENCES agencies (case_id, agency_id)
      ) STRICT;
      CREATE INDEX entries_in_order ON entries (case_id, status, sort_key, id);
      CREATE INDEX entries_of_agency_in_order ON entries (case_id, agency_id, status, sort_key, id);
      CREATE INDEX entries_of_record ON entries (record_id, version);
      CREATE INDEX entries_of_source ON entries (source_id, n);
    `)
  },
}
