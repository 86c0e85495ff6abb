import type { Migration } from './migration.ts'

/** What a builder chose within a profile, and the key from which a pack's pseudonyms are drawn; it never leaves the vault. */
export const packChoices: Migration = {
  version: 180,
  name: 'pack choices',
  up: (db) => {
    db.exec(`
      ALTER TABLE packs ADD COLUMN choices TEXT;
      ALTER TABLE packs ADD COLUMN secret BLOB;
      UPDATE packs SET secret = randomblob(32);
    `)
  },
}
