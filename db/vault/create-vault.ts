import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../../domain/permissions/permissions.ts'
import { ExpectedError } from '../../domain/result.ts'
import { appendAudit } from '../audit.ts'
import { migrate } from '../migrations/migrate.ts'
import { revisionSetting, saveSetting, vaultIdSetting } from '../settings.ts'
import { inTransaction, storageError } from '../transaction.ts'
import { insertUser } from '../users.ts'
import { auditHeadFile, writeAuditHeadFile } from './audit-head.ts'
import { assertEncrypted, openEncrypted, vaultFile } from './connection.ts'
import { closeVault } from './close-vault.ts'
import type { VaultEnvironment } from './environment.ts'
import { derivationOf, keySlotsFile, wrapDataKey, writeKeySlots } from './key-slots.ts'
import { passphraseStrength } from './passphrase-strength.ts'
import { formatRecoveryKey, recoveryKeyRandomBytes } from './recovery-key.ts'
import { flushFolder, replaceFile } from './replace-file.ts'
import { normaliseName } from './unlock.ts'
import type { Vault } from './vault.ts'
import { deriveVaultKeys, type VaultKeys } from './vault-keys.ts'
import { lockFile, takeVaultLock } from './vault-lock.ts'

/** There from the first moment of a creation until its last: a folder that still has it holds no vault yet. */
export const unfinishedFile = 'unfinished.json'

/**
 * Creates a vault in a new or empty folder and leaves it open. The recovery key is returned here and nowhere kept.
 * Throws `invalid` for a folder that holds anything, a weak passphrase, or a missing name; whatever fails, nothing stays.
 */
export const createVault = async (args: {
  readonly dir: string
  readonly name: string
  readonly user: string
  readonly role: Role
  readonly passphrase: string
  readonly env: VaultEnvironment
}): Promise<{ readonly vault: Vault; readonly recoveryKey: string }> => {
  const name = normaliseName(args.name)
  const userName = normaliseName(args.user)
  requireText('name', name, 'Give the vault a name.')
  requireText('user', userName, 'Name the first user.')
  await requireStrength(args.passphrase, [name, userName])
  const takeLock = () => takeVaultLock(args.dir, userName, args.env.now(), args.env.newId())
  const madeFolder = prepareFolder(args.dir, takeLock)
  let undo = (): void => undefined
  try {
    const releaseLock = takeLock()
    undo = releaseLock
    const made = await build({ ...args, name, user: userName, releaseLock })
    undo = () => {
      closeVault(made.vault)
    }
    rmSync(join(args.dir, unfinishedFile))
    flushFolder(args.dir)
    return made
  } catch (error) {
    undo()
    clear(args.dir, madeFolder)
    throw storageError(error)
  }
}

/** Throws `invalid`, with the advice, for a passphrase that is too short or too easy to guess. */
export const requireStrength = async (passphrase: string, hints: readonly string[]): Promise<void> => {
  const strength = await passphraseStrength(passphrase, hints)
  if (!strength.acceptable)
    throw new ExpectedError('invalid', `Choose a stronger passphrase. ${strength.advice}`, [
      { path: 'passphrase', message: strength.advice },
    ])
}

export const requireText = (path: string, text: string, message: string): void => {
  if (text === '') throw new ExpectedError('invalid', message, [{ path, message }])
}

const prepareFolder = (dir: string, takeLock: () => () => void): boolean => {
  const madeFolder = !existsSync(dir)
  if (madeFolder) mkdirSync(dir, { recursive: true, mode: 0o700 })
  else if (isAbandoned(dir)) {
    takeLock()()
    clear(dir, false)
  }
  if (readdirSync(dir).length > 0)
    throw new ExpectedError(
      'invalid',
      'The folder for the new vault is not empty. Choose a new or an empty folder; nothing was written.',
      [{ path: 'dir', message: 'Choose a new or an empty folder.' }],
    )
  replaceFile(join(dir, unfinishedFile), '{}\n')
  return madeFolder
}

const ours = [
  keySlotsFile,
  auditHeadFile,
  vaultFile,
  `${vaultFile}-wal`,
  `${vaultFile}-shm`,
  `${vaultFile}-journal`,
  lockFile,
  unfinishedFile,
].flatMap((file) => [file, `${file}.new`])

const isAbandoned = (dir: string): boolean => {
  const files = readdirSync(dir)
  return files.includes(unfinishedFile) && files.every((file) => ours.includes(file))
}

const clear = (dir: string, folderToo: boolean): void => {
  for (const file of ours) rmSync(join(dir, file), { force: true })
  if (folderToo) rmSync(dir, { force: true, recursive: true })
}

const build = async (args: {
  readonly dir: string
  readonly name: string
  readonly user: string
  readonly role: Role
  readonly passphrase: string
  readonly env: VaultEnvironment
  readonly releaseLock: () => void
}): Promise<{ readonly vault: Vault; readonly recoveryKey: string }> => {
  const { env, dir } = args
  const vaultId = env.newId()
  const dataKey = Buffer.from(env.randomBytes(32))
  const keys = deriveVaultKeys(dataKey, vaultId)
  const kdf = await derivationOf(env).calibrate()
  const recoveryKey = formatRecoveryKey(env.randomBytes(recoveryKeyRandomBytes))
  const wrap = { vaultId, dataKey, kdf, env }
  const slots = [
    await wrapDataKey({ ...wrap, kind: 'user', user: args.user, secret: args.passphrase }),
    await wrapDataKey({ ...wrap, kind: 'recovery', user: null, secret: recoveryKey }),
  ]
  const vault = createDatabase({ ...args, vaultId, keys })
  try {
    writeKeySlots(
      dir,
      {
        format: 'sar-key-slots',
        version: 1,
        vaultId,
        name: args.name,
        createdAt: env.now(),
        revision: 1,
        kdf,
        slots,
      },
      keys.keySlots,
    )
    return { vault, recoveryKey }
  } catch (error) {
    closeVault(vault)
    throw error
  }
}

const createDatabase = (args: {
  readonly dir: string
  readonly name: string
  readonly user: string
  readonly role: Role
  readonly env: VaultEnvironment
  readonly vaultId: string
  readonly keys: VaultKeys
  readonly releaseLock: () => void
}): Vault => {
  const { env, dir, vaultId, keys } = args
  const path = join(dir, vaultFile)
  const file = openSync(path, 'wx+', 0o600)
  const db = openEncrypted(path, keys.data, 0)
  try {
    migrate(db, env.now())
    const none = { seq: 0, hash: '' }
    const user = { id: env.newId(), name: args.user, role: args.role }
    writeAuditHeadFile(dir, vaultId, keys.audit, none)
    const vault: Vault = {
      db,
      dir,
      vaultId,
      name: args.name,
      user,
      openedWith: 'passphrase',
      failedAttempts: 0,
      readOnly: false,
      openingProblems: [],
      env,
      keys,
      state: {
        closed: false,
        head: none,
        headWritten: none,
        onRollback: [],
        file,
        releaseLock: args.releaseLock,
      },
    }
    inTransaction(vault, () => {
      saveSetting(db, vaultIdSetting, vaultId)
      saveSetting(db, revisionSetting, '1')
      insertUser(db, { ...user, createdAt: env.now() })
      appendAudit(vault, {
        userId: user.id,
        userName: user.name,
        action: 'vault.first-user',
        record: user.id,
      })
    })
    db.pragma('wal_checkpoint(TRUNCATE)')
    assertEncrypted(file)
    return vault
  } catch (error) {
    db.close()
    closeSync(file)
    throw error
  }
}
