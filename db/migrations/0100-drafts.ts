import type { Migration } from './migration.ts'

/** Unsaved text, kept encrypted so that it survives a lock. */
export const drafts: Migration = {
  version: 100,
  name: 'drafts',
  up: (db) => {
    db.exec(`
      CREATE TABLE drafts (
        user_id TEXT NOT NULL REFERENCES users (id),
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        PRIMARY KEY (user_id, key)
      ) STRICT;
    `)
  },
}
