import type { Role } from '../../domain/permissions/permissions.ts'
import { ExpectedError } from '../../domain/result.ts'
import { appendAudit } from '../audit.ts'
import { revisionSetting, saveSetting } from '../settings.ts'
import { inTransaction } from '../transaction.ts'
import { getUserByName, insertUser, type User } from '../users.ts'
import { requireStrength, requireText } from './create-vault.ts'
import {
  derivationOf,
  keySlotsAreGenuine,
  keySlotsFile,
  readKeySlots,
  unwrapDataKey,
  wrapDataKey,
  writeKeySlots,
  type KeySlot,
  type KeySlots,
} from './key-slots.ts'
import { normaliseName } from './unlock.ts'
import type { Vault, VaultUser } from './vault.ts'

/**
 * Derives a new user's key slot and hands back the step that adds user and slot, to be run inside `inTransaction` beside its
 * audit row. Throws `invalid` for a weak passphrase or a name in use.
 */
export const prepareUser = async (args: {
  readonly vault: Vault
  readonly user: string
  readonly role: Role
  readonly passphrase: string
}): Promise<() => VaultUser> => {
  const { vault } = args
  const { env } = vault
  const name = normaliseName(args.user)
  requireText('user', name, 'Name the user.')
  refuseNameInUse(vault, name)
  await requireStrength(args.passphrase, [name, vault.name])
  const slot = await newUserSlot(vault, name, args.passphrase)
  return () => {
    refuseNameInUse(vault, name)
    const user: User = { id: env.newId(), name, role: args.role, createdAt: env.now() }
    insertUser(vault.db, user)
    putSlot(vault, slot)
    return { id: user.id, name, role: user.role }
  }
}

/** Adds a user with a key slot of their own, and its audit row, in one transaction. */
export const addUser = async (args: Parameters<typeof prepareUser>[0]): Promise<VaultUser> => {
  const step = await prepareUser(args)
  return inTransaction(args.vault, () => {
    const user = step()
    appendAudit(args.vault, { ...by(args.vault), action: 'vault.add-user', record: user.id })
    return user
  })
}

/**
 * Derives the key slot of a new passphrase for the vault's user and hands back the step that puts it in the old one's place,
 * to be run inside `inTransaction` beside its audit row. `current` is not asked of someone who opened with the recovery key.
 * Throws `wrong-passphrase` where `current` is not right, `invalid` where `next` is weak.
 */
export const preparePassphraseChange = async (
  vault: Vault,
  passphrases: { readonly current?: string; readonly next: string },
): Promise<() => void> => {
  const { name } = vault.user
  if (vault.openedWith === 'passphrase') await requireCurrent(vault, passphrases.current ?? '')
  await requireStrength(passphrases.next, [name, vault.name])
  const slot = await newUserSlot(vault, name, passphrases.next)
  return () => {
    putSlot(vault, slot)
  }
}

/** Changes the passphrase of the vault's user, with its audit row, in one transaction; the old one opens nothing from then on. */
export const changePassphrase = async (
  vault: Vault,
  passphrases: { readonly current?: string; readonly next: string },
): Promise<void> => {
  const step = await preparePassphraseChange(vault, passphrases)
  inTransaction(vault, () => {
    step()
    appendAudit(vault, { ...by(vault), action: 'vault.change-passphrase', record: vault.user.id })
  })
}

const by = (vault: Vault) => ({ userId: vault.user.id, userName: vault.user.name })

const refuseNameInUse = (vault: Vault, name: string): void => {
  if (getUserByName(vault.db, name) === null) return
  const message = 'This vault already has a user of that name.'
  throw new ExpectedError('invalid', message, [{ path: 'user', message }])
}

const requireCurrent = async (vault: Vault, passphrase: string): Promise<void> => {
  const slot = readSlots(vault).slots.find(({ user }) => user === vault.user.name)
  const key = slot ? await unwrapDataKey(vault.vaultId, slot, passphrase, derivationOf(vault.env)) : null
  if (key === null) {
    const message = 'The current passphrase is not right.'
    throw new ExpectedError('wrong-passphrase', message, [{ path: 'current', message }])
  }
  key.fill(0)
}

const newUserSlot = (vault: Vault, user: string, secret: string): Promise<KeySlot> =>
  wrapDataKey({
    vaultId: vault.vaultId,
    kind: 'user',
    user,
    secret,
    dataKey: vault.keys.data,
    kdf: readSlots(vault).kdf,
    env: vault.env,
  })

const readSlots = (vault: Vault): KeySlots => {
  const slots = readKeySlots(vault.dir, derivationOf(vault.env))
  if (!keySlotsAreGenuine(slots, vault.keys.keySlots))
    throw new ExpectedError('refused', `${keySlotsFile} was changed by something other than this app.`)
  return slots
}

/**
 * Puts a slot in the place of its user's old one. The file is written before the commit, because a vault may know of fewer
 * revisions than the file but never of more; a rollback puts the old file back.
 */
const putSlot = (vault: Vault, slot: KeySlot): void => {
  if (!vault.db.inTransaction) throw new Error('a key slot is changed inside a transaction')
  const before = readSlots(vault)
  const slots = [...before.slots.filter(({ user }) => user !== slot.user), slot]
  const revision = before.revision + 1
  saveSetting(vault.db, revisionSetting, String(revision))
  vault.state.onRollback.push(() => {
    writeKeySlots(vault.dir, before, vault.keys.keySlots)
  })
  writeKeySlots(vault.dir, { ...before, revision, slots }, vault.keys.keySlots)
}
