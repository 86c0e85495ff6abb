import type { Migration } from './migration.ts'

/**
 * How an agency's template was mapped, by the agency's name so that it serves in every case of the vault. A mapping that is
 * forgotten or replaced stays, and is not used.
 */
export const columnMappings: Migration = {
  version: 140,
  name: 'column mappings',
  up: (db) => {
    db.exec(`
      CREATE TABLE column_mappings (
        id TEXT PRIMARY KEY,
        agency_key TEXT NOT NULL,
        agency_name TEXT NOT NULL,
        signature TEXT NOT NULL,
        template TEXT NOT NULL,
        saved_by TEXT NOT NULL REFERENCES users (id),
        saved_at TEXT NOT NULL,
        ended_by TEXT REFERENCES users (id),
        ended_at TEXT,
        CHECK ((ended_by IS NULL) = (ended_at IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX column_mappings_in_use ON column_mappings (agency_key, signature) WHERE ended_at IS NULL;
    `)
  },
}
