import { ExpectedError } from '../domain/result.ts'
import { writeAuditHead } from './vault/audit-head.ts'
import type { Vault } from './vault/vault.ts'

/**
 * Runs `work` in one immediate transaction: everything it wrote is kept, its audit rows with it, or nothing is.
 * Never nested; never asynchronous. The audit head outside the database is written after the commit, so that it can fall
 * behind in a crash but never run ahead. Throws `locked` after the vault was closed, `invalid` where the disk is full.
 */
export const inTransaction = <T>(vault: Vault, work: () => T): T => {
  const { db, state } = vault
  if (state.closed) throw new ExpectedError('locked', 'The vault is locked. Open it first.')
  if (vault.readOnly)
    throw new ExpectedError('refused', 'The vault is open for inspection only: nothing can be written.')
  if (db.inTransaction) throw new Error('a transaction is already open')
  const headBefore = state.head
  state.onRollback = []
  let value: T
  try {
    value = db.transaction(work).immediate()
  } catch (error) {
    state.head = headBefore
    for (const undo of state.onRollback.toReversed()) undo()
    throw storageError(error)
  } finally {
    state.onRollback = []
  }
  writeAuditHead(vault)
  return value
}

/** Engine and file-system codes that mean there is no room. */
const noRoom = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'ENOSPC', 'EDQUOT'])

/** What a failure of the engine means to its user; anything else is returned as it is. */
export const storageError = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (noRoom.has(code))
    return new ExpectedError('invalid', 'The disk is full. Nothing was kept; free some space and try again.')
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new ExpectedError(
      'refused',
      'A page of vault.db is damaged and cannot be read. Nothing was changed; verify the vault, and restore a backup.',
    )
  return error
}
