import type { Db } from './database.ts'

export const vaultIdSetting = 'vault.id'
/** Revision of the key-slot file this database last knew. */
export const revisionSetting = 'key-slots.revision'

export const readSetting = (db: Db, key: string): string | null => {
  const value = db.prepare('SELECT value FROM settings WHERE key = ?').pluck().get(key)
  return typeof value === 'string' ? value : null
}

export const saveSetting = (db: Db, key: string, value: string): void => {
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}
