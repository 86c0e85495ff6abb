import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileBytes } from './connection.ts'
import type { Vault } from './vault.ts'

export type IndependentCheck = {
  /** False where @journeyapps/sqlcipher is not installed on this machine. */
  readonly available: boolean
  readonly cipherVersion: string | null
  readonly auditEntries: number
  readonly ok: boolean
  readonly problems: readonly string[]
}

/** The part of @journeyapps/sqlcipher that is used; it is an optional dependency and may be absent. */
type Witness = {
  readonly OPEN_READONLY: number
  readonly OPEN_URI: number
  readonly Database: new (path: string, mode: number, done: (error: Error | null) => void) => Connection
}
type Connection = {
  readonly all: (sql: string, done: (error: Error | null, rows: readonly unknown[]) => void) => void
  readonly close: (done: (error: Error | null) => void) => void
}

const packageName = '@journeyapps/sqlcipher'

/**
 * Has SQLCipher's own implementation open the vault's file with its raw key, check every page (`cipher_integrity_check`), and
 * count the audit, so that the data is proven to be held by the open format and by no single library.
 * It reads a copy made beside the file, byte for byte and encrypted as it is, and removed again: two engines on one file in one
 * process would drop each other's locks. Not inside a transaction.
 */
export const verifyIndependently = async (vault: Vault): Promise<IndependentCheck> => {
  if (vault.db.inTransaction) throw new Error('a vault is not verified inside a transaction')
  vault.db.pragma('wal_checkpoint(TRUNCATE)')
  const copy = join(vault.dir, 'independent-check.db')
  try {
    copyOpenFile(vault.state.file, copy)
    const found = await witnessFile(copy, vault.keys.data)
    const expected = vault.state.head.seq
    if (!found.ok || found.auditEntries === expected) return found
    const problem = `SQLCipher counts ${found.auditEntries} audit rows where there are ${expected}.`
    return { ...found, ok: false, problems: [...found.problems, problem] }
  } finally {
    rmSync(copy, { force: true })
  }
}

const copyOpenFile = (file: number, path: string): void => {
  const copy = openSync(path, 'w', 0o600)
  try {
    const block = Buffer.alloc(4 * 1024 * 1024)
    const size = fileBytes(file)
    for (let at = 0; at < size;) {
      const read = readSync(file, block, 0, block.length, at)
      for (let written = 0; written < read;) written += writeSync(copy, block, written, read - written)
      at += read
    }
  } finally {
    closeSync(copy)
  }
}

/** `verifyIndependently` for a file nobody has open, whose log has been folded in. */
export const witnessFile = async (path: string, rawKey: Buffer): Promise<IndependentCheck> => {
  const witness = await loadWitness()
  if (witness === null)
    return {
      available: false,
      cipherVersion: null,
      auditEntries: 0,
      ok: false,
      problems: [`The independent check needs ${packageName}, which is not installed on this machine.`],
    }
  const connection = await connect(witness, path)
  try {
    await query(connection, `PRAGMA key = "x'${rawKey.toString('hex')}'"`)
    await query(connection, 'PRAGMA cipher_compatibility = 4')
    const cipherVersion = await single(connection, 'PRAGMA cipher_version')
    const faults = await query(connection, 'PRAGMA cipher_integrity_check')
    if (faults.length > 0)
      return {
        available: true,
        cipherVersion,
        auditEntries: 0,
        ok: false,
        problems: [`SQLCipher finds ${faults.length} damaged or altered pages.`],
      }
    const auditEntries = Number(await single(connection, 'SELECT count(*) FROM audit'))
    return { available: true, cipherVersion, auditEntries, ok: true, problems: [] }
  } catch {
    return {
      available: true,
      cipherVersion: null,
      auditEntries: 0,
      ok: false,
      problems: ['SQLCipher cannot read the file with the vault’s key.'],
    }
  } finally {
    await new Promise<void>((resolve) => {
      connection.close(() => {
        resolve()
      })
    })
  }
}

const loadWitness = async (): Promise<Witness | null> => {
  try {
    const loaded = (await import(packageName)) as { readonly default: Witness }
    return loaded.default
  } catch {
    return null
  }
}

const connect = (witness: Witness, path: string): Promise<Connection> =>
  new Promise((resolve, reject) => {
    const uri = `file:${encodeURI(path).replaceAll('?', '%3f').replaceAll('#', '%23')}?immutable=1`
    const connection = new witness.Database(uri, witness.OPEN_READONLY | witness.OPEN_URI, (error) => {
      if (error) reject(error)
      else resolve(connection)
    })
  })

const query = (connection: Connection, sql: string): Promise<readonly unknown[]> =>
  new Promise((resolve, reject) => {
    connection.all(sql, (error, rows) => {
      if (error) reject(error)
      else resolve(rows)
    })
  })

const single = async (connection: Connection, sql: string): Promise<string | null> => {
  const [row] = await query(connection, sql)
  const values: readonly unknown[] = row !== null && typeof row === 'object' ? Object.values(row) : []
  const value = values[0]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
