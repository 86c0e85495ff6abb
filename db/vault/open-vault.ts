import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedError } from '../../domain/result.ts'
import { checkAudit, lastAuditRow, rememberVerified } from '../audit.ts'
import type { Db } from '../database.ts'
import { migrate, refuseNewerSchema } from '../migrations/migrate.ts'
import { readSetting, revisionSetting, saveSetting, vaultIdSetting } from '../settings.ts'
import { storageError } from '../transaction.ts'
import { getUserByName } from '../users.ts'
import { readAuditHead, writeAuditHead } from './audit-head.ts'
import { assertEncrypted, fileBytes, openEncrypted, vaultFile } from './connection.ts'
import { unfinishedFile } from './create-vault.ts'
import type { VaultEnvironment } from './environment.ts'
import { derivationOf, keySlotsAreGenuine, keySlotsFile, readKeySlots, type KeySlots } from './key-slots.ts'
import { unlockDataKey, userNamed, type Credentials } from './unlock.ts'
import type { Vault } from './vault.ts'
import { deriveVaultKeys, wipeVaultKeys, type VaultKeys } from './vault-keys.ts'
import { takeVaultLock } from './vault-lock.ts'

export type OpenVaultArgs = Credentials & {
  readonly dir: string
  readonly env: VaultEnvironment
  /** Opens for reading only, even where something is wrong, and says what in `openingProblems`. */
  readonly forInspection?: boolean
}

/**
 * Opens a vault: takes its ownership, unlocks it, and asserts that the file is encrypted, belongs to the key slots, has a
 * schema this app knows, and that key slots and audit are as they were left.
 * Throws `not-found` (no vault there), `conflict` (open elsewhere: who, since when), `wrong-passphrase`, `invalid` (no user
 * named, a damaged key-slot file), `refused` (not encrypted, damaged, newer, or tampered with).
 */
export const openVault = async (args: OpenVaultArgs): Promise<Vault> => {
  const { dir, env } = args
  if (existsSync(join(dir, unfinishedFile)))
    throw new ExpectedError('not-found', 'This vault was never completely created. Create it again.')
  const slots = readKeySlots(dir, derivationOf(env))
  const user = userNamed(slots, args.user)
  const releaseLock = takeVaultLock(dir, user, env.now(), env.newId())
  try {
    const { dataKey, failedAttempts } = await unlockDataKey(dir, slots, args, env)
    const keys = deriveVaultKeys(dataKey, slots.vaultId)
    try {
      return openDatabase(args, slots, user, keys, failedAttempts, releaseLock)
    } catch (error) {
      wipeVaultKeys(keys)
      throw storageError(error)
    }
  } catch (error) {
    releaseLock()
    throw error
  }
}

const openDatabase = (
  args: OpenVaultArgs,
  slots: KeySlots,
  userName: string,
  keys: VaultKeys,
  failedAttempts: number,
  releaseLock: () => void,
): Vault => {
  const { dir, env, forInspection = false } = args
  const path = join(dir, vaultFile)
  const file = openVaultFile(path)
  let db: Db | null = null
  try {
    assertEncrypted(file)
    db = openEncrypted(path, keys.data, fileBytes(file))
    const problems = prepare(db, { dir, slots, keys, env, forInspection })
    const user = getUserByName(db, userName)
    if (!user)
      throw new ExpectedError(
        'refused',
        'This user has a key slot but was never completely added. Add the user again.',
      )
    const head = lastAuditRow(db)
    const fromFile = readAuditHead(dir, slots.vaultId, keys.audit)
    const vault: Vault = {
      db,
      dir,
      vaultId: slots.vaultId,
      name: slots.name,
      user: { id: user.id, name: user.name, role: user.role },
      openedWith: args.recoveryKey === undefined ? 'passphrase' : 'recovery-key',
      failedAttempts,
      readOnly: forInspection,
      openingProblems: problems,
      env,
      keys,
      state: {
        closed: false,
        head,
        headWritten: typeof fromFile === 'string' ? { seq: 0, hash: '' } : fromFile,
        onRollback: [],
        file,
        releaseLock,
      },
    }
    if (forInspection) db.pragma('query_only = ON')
    else writeAuditHead(vault)
    return vault
  } catch (error) {
    db?.close()
    closeSync(file)
    throw error
  }
}

const openVaultFile = (path: string): number => {
  try {
    return openSync(path, 'r')
  } catch {
    throw new ExpectedError('not-found', `${vaultFile} is missing from the vault's folder.`)
  }
}

/** Brings the schema up to date and checks what an attacker without the key could have changed. */
const prepare = (
  db: Db,
  args: {
    readonly dir: string
    readonly slots: KeySlots
    readonly keys: VaultKeys
    readonly env: VaultEnvironment
    readonly forInspection: boolean
  },
): readonly string[] => {
  const { dir, slots, keys, env, forInspection } = args
  if (forInspection) refuseNewerSchema(db)
  else migrate(db, env.now())
  const problems = [...checkKeySlots(db, slots, keys)]
  const audit = checkAudit(db, { dir, vaultId: slots.vaultId, auditKey: keys.audit, full: false })
  problems.push(...audit.problems)
  if (forInspection) return problems
  if (problems.length > 0)
    throw new ExpectedError(
      'refused',
      `The vault was not opened, because something other than this app changed it. ${problems.join(' ')}`,
    )
  db.transaction(() => {
    rememberVerified(db, lastAuditRow(db), env.now())
    saveSetting(db, revisionSetting, String(slots.revision))
  }).immediate()
  return []
}

/**
 * What is wrong with the key slots. A revision above the vault's own is no fault: the file is written first, and a crash may
 * come between.
 */
export const checkKeySlots = (db: Db, slots: KeySlots, keys: VaultKeys): readonly string[] => {
  const problems: string[] = []
  if (!keySlotsAreGenuine(slots, keys.keySlots))
    problems.push(`${keySlotsFile} was changed by something other than this app.`)
  if (readSetting(db, vaultIdSetting) !== slots.vaultId)
    problems.push(`${vaultFile} and ${keySlotsFile} belong to different vaults.`)
  if (slots.revision < Number(readSetting(db, revisionSetting) ?? 0))
    problems.push(`${keySlotsFile} is an older copy, from before a passphrase or a user was changed.`)
  return problems
}
