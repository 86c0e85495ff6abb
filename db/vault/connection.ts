import { fstatSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ExpectedError } from '../../domain/result.ts'
import type { Db } from '../database.ts'

export const vaultFile = 'vault.db'

const plainHeader = Buffer.from('SQLite format 3\0', 'latin1')
const leastCacheBytes = 64 * 1024 * 1024
const mostCacheBytes = 1024 * 1024 * 1024

/** Throws `refused` where vault.db is a plain database, and where it is too short to be any. */
export const assertEncrypted = (file: number): void => {
  const first = Buffer.alloc(16)
  if (readSync(file, first, 0, 16, 0) < 16)
    throw new ExpectedError('refused', `${vaultFile} is damaged: it is empty or cut short.`)
  if (first.equals(plainHeader))
    throw new ExpectedError(
      'refused',
      `${vaultFile} is not encrypted, so this app did not write it. It was not opened.`,
    )
}

/**
 * Opens the SQLCipher 4 file with its raw key and sets every rule of the vault on the connection.
 * The file must be there. Throws `refused` where the key does not fit the file, `conflict` where another process has it.
 */
export const openEncrypted = (path: string, rawKey: Buffer, bytes: number): Db => {
  const db = new Database(path, { fileMustExist: true, timeout: 250 })
  try {
    db.pragma(`cipher = 'sqlcipher'`)
    db.pragma('legacy = 4')
    db.pragma(`key = "x'${rawKey.toString('hex')}'"`)
    setRules(db, bytes)
    return db
  } catch (error) {
    db.close()
    throw openingError(error)
  }
}

/**
 * The rules of a connection: one owner, write-ahead log flushed at every commit, foreign keys, deleted content
 * overwritten, no temporary file, no trust in the schema, and a cache as large as the file (a smaller one decrypts
 * pages again and again).
 */
export const setRules = (db: Db, bytes: number): void => {
  db.pragma('locking_mode = EXCLUSIVE')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('journal_size_limit = 67108864')
  const cache = Math.min(Math.max(leastCacheBytes, Math.ceil(bytes * 1.25)), mostCacheBytes)
  db.pragma(`cache_size = -${Math.ceil(cache / 1024)}`)
  assertRules(db)
}

const rules: Readonly<Record<string, string | number>> = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
}

const assertRules = (db: Db): void => {
  for (const [rule, expected] of Object.entries(rules)) {
    if (db.pragma(rule, { simple: true }) !== expected)
      throw new Error(`the database engine did not accept the setting ${rule}`)
  }
}

export const fileBytes = (file: number): number => fstatSync(file).size

const openingError = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new ExpectedError(
      'refused',
      `${vaultFile} is damaged, or does not belong to this vault's key slots.`,
    )
  if (code.startsWith('SQLITE_BUSY'))
    return new ExpectedError('conflict', 'The vault is already open in another program.')
  return error
}
