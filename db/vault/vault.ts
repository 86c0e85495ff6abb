import type { Role } from '../../domain/permissions/permissions.ts'
import type { Db } from '../database.ts'
import type { VaultEnvironment } from './environment.ts'
import type { VaultKeys } from './vault-keys.ts'

export type VaultUser = { readonly id: string; readonly name: string; readonly role: Role }

/** The last row of the audit: its number (0 before the first) and its hash ('' before the first). */
export type AuditHead = { readonly seq: number; readonly hash: string }

/** An open vault. Belongs to one process; `closeVault` wipes its keys. */
export type Vault = {
  readonly db: Db
  /** The vault's folder. */
  readonly dir: string
  readonly vaultId: string
  readonly name: string
  readonly user: VaultUser
  readonly openedWith: 'passphrase' | 'recovery-key'
  /** Attempts with a wrong passphrase since the last time the vault was opened. */
  readonly failedAttempts: number
  /** True where the vault was opened only to look at what is wrong with it; nothing can be written. */
  readonly readOnly: boolean
  /** What was found wrong at opening; empty unless `readOnly`. */
  readonly openingProblems: readonly string[]
  readonly env: VaultEnvironment
  readonly keys: VaultKeys
  readonly state: VaultState
}

/** What changes while a vault is open. Only `db/` touches it. */
export type VaultState = {
  closed: boolean
  /** The audit row appended last in this transaction or before it. */
  head: AuditHead
  /** The audit row the file outside the database names. */
  headWritten: AuditHead
  /** Undoes what a transaction did outside the database. */
  onRollback: (() => void)[]
  /**
   * An open handle of vault.db, for reading raw pages. It is held to the end because closing any handle of a file
   * drops this process's POSIX locks on it, SQLite's among them.
   */
  readonly file: number
  readonly releaseLock: () => void
}
