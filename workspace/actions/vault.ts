import { closeVault } from '../../db/vault/close-vault.ts'
import { createVault } from '../../db/vault/create-vault.ts'
import { peekVault } from '../../db/vault/key-slots.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import { passphraseStrength } from '../../db/vault/passphrase-strength.ts'
import { formatRecoveryKey, recoveryKeyRandomBytes } from '../../db/vault/recovery-key.ts'
import type { Vault } from '../../db/vault/vault.ts'
import { preparePassphraseChange, prepareUser } from '../../db/vault/vault-users.ts'
import { verifyVault, verifyVaultAt } from '../../db/vault/verify-vault.ts'
import { verifyIndependently } from '../../db/vault/independent-witness.ts'
import { listUsers } from '../../db/users.ts'
import { permissionsOf } from '../../domain/permissions/permissions.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { ValidInput } from '../contract.ts'
import type { Handlers, Host, Session } from '../host.ts'
import { ofInspection } from '../inspection.ts'
import type { SessionView } from '../views.ts'

type Names =
  | 'vault.create'
  | 'vault.open'
  | 'vault.peek'
  | 'vault.strength'
  | 'vault.session'
  | 'vault.lock'
  | 'vault.verify'
  | 'vault.verify-closed'
  | 'vault.change-passphrase'
  | 'vault.add-user'
  | 'vault.users'

const beginSession = (host: Host, vault: Vault): SessionView => {
  const session: Session = {
    vault,
    user: vault.user,
    audited: new Set(),
    proposals: new Map(),
    readings: new Map(),
    orders: new Map(),
  }
  host.session = session
  return viewOf(session)
}

const viewOf = ({ vault, user }: Session): SessionView => ({
  vaultId: vault.vaultId,
  vaultName: vault.name,
  userId: user.id,
  userName: user.name,
  role: user.role,
  permissions: permissionsOf(user.role).filter(
    (permission) => !vault.readOnly || ofInspection.has(permission),
  ),
  inspection: vault.readOnly ? { problems: vault.openingProblems } : null,
})

const refuseSecond = (host: Host): void => {
  if (host.session) throw new ExpectedError('conflict', 'A vault is open already. Lock it first.')
}

const credentialsOf = ({ user, passphrase, recoveryKey }: ValidInput<'vault.open'>) => ({
  ...(passphrase === undefined ? { recoveryKey: recoveryKey ?? '' } : { passphrase }),
  ...(user === undefined ? {} : { user }),
})

export const vaultActions: Handlers<Names> = {
  'vault.create': async ({ host, env, pastStopping }, input) => {
    refuseSecond(host)
    pastStopping()
    const { vault, recoveryKey } = await createVault({ ...input, env })
    const session = beginSession(host, vault)
    return () => ({ value: { session, recoveryKey } })
  },

  'vault.open': async ({ host, env, pastStopping }, input) => {
    const { dir, forInspection } = input
    refuseSecond(host)
    pastStopping()
    const vault = await openVault({ dir, env, forInspection, ...credentialsOf(input) })
    const value = beginSession(host, vault)
    return () => ({ value, detail: { failedBefore: vault.failedAttempts, with: vault.openedWith } })
  },

  'vault.peek': (_, { dir }) => {
    const value = peekVault(dir)
    return () => ({ value })
  },

  'vault.strength': async (_, { passphrase, hints }) => {
    const value = await passphraseStrength(passphrase, hints)
    return () => ({ value })
  },

  'vault.session':
    ({ session }) =>
    () => ({ value: viewOf(session) }),

  'vault.lock':
    ({ host, session }) =>
    () => ({
      value: null,
      after: () => {
        host.session = null
        closeVault(session.vault)
      },
    }),

  'vault.verify': async ({ session }, { independent }) => {
    const check = verifyVault(session.vault)
    const witness = independent ? await verifyIndependently(session.vault) : null
    const ok = check.ok && (witness === null || witness.ok)
    return () => ({
      value: { ...check, ok, ...(witness === null ? {} : { independent: witness }) },
      detail: { ok, independent, pages: check.pages, problems: check.problems.length },
    })
  },

  'vault.verify-closed': async ({ host, env }, input) => {
    refuseSecond(host)
    const value = await verifyVaultAt({ dir: input.dir, env, ...credentialsOf(input) })
    return () => ({ value })
  },

  'vault.change-passphrase': async ({ session }, passphrases) => {
    const change = await preparePassphraseChange(session.vault, passphrases)
    return () => {
      change()
      return { value: null, record: session.user.id }
    }
  },

  'vault.add-user': async ({ session, env }, { user: name, role, passphrase: chosen }) => {
    const made = chosen === undefined ? formatRecoveryKey(env.randomBytes(recoveryKeyRandomBytes)) : null
    const add = await prepareUser({
      vault: session.vault,
      user: name,
      role,
      passphrase: chosen ?? made ?? '',
    })
    return () => {
      const user = add()
      const value = made === null ? user : { ...user, passphrase: made }
      return { value, record: user.id, detail: { role: user.role } }
    }
  },

  'vault.users':
    ({ session }) =>
    () => ({ value: listUsers(session.vault.db).map(({ id, name, role }) => ({ id, name, role })) }),
}
