import { ExpectedError } from '../../domain/result.ts'
import { beginAttempt, forgetAttempts } from './attempts.ts'
import type { VaultEnvironment } from './environment.ts'
import { derivationOf, keySlotsFile, unwrapDataKey, type KeySlot, type KeySlots } from './key-slots.ts'
import { readRecoveryKey } from './recovery-key.ts'

/** What a person opens a vault with. `user` may be left out where the vault has one. */
export type Credentials = {
  readonly user?: string | undefined
  readonly passphrase?: string | undefined
  readonly recoveryKey?: string | undefined
}

/** One spelling for names that look the same. */
export const normaliseName = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

/** The user an opening is for. Throws `invalid` where the vault has several and none is named. */
export const userNamed = (slots: KeySlots, user: string | undefined): string => {
  if (user !== undefined && user.trim() !== '') return normaliseName(user)
  const users = slots.slots.flatMap((slot) => slot.user ?? [])
  const [only] = users
  if (users.length === 1 && only !== undefined) return only
  const message = 'This vault has several users: say which one is opening it.'
  throw new ExpectedError('invalid', message, [{ path: 'user', message }])
}

/**
 * The vault's data key, and how many failed attempts went before. One derivation whatever is wrong, and one sentence, so
 * that neither time nor words tell a wrong passphrase from an unknown user; and a wait that grows with every failure.
 * Throws `wrong-passphrase`, or `invalid` for a recovery key that was mistyped.
 */
export const unlockDataKey = async (
  dir: string,
  slots: KeySlots,
  credentials: Credentials,
  env: VaultEnvironment,
): Promise<{ readonly dataKey: Buffer; readonly failedAttempts: number }> => {
  const byRecovery = credentials.recoveryKey !== undefined
  const secret =
    credentials.recoveryKey === undefined
      ? (credentials.passphrase ?? '')
      : readRecoveryKey(credentials.recoveryKey)
  const failedAttempts = await beginAttempt(dir, env)
  const user = userNamed(slots, credentials.user)
  const known = slots.slots.some((slot) => slot.user === user)
  const slot = slots.slots.find((candidate) =>
    byRecovery ? candidate.kind === 'recovery' : candidate.user === user,
  )
  const derivation = derivationOf(env)
  const dataKey = await unwrapDataKey(slots.vaultId, slot ?? decoy(slots, env), secret, derivation)
  if (dataKey === null || !known) {
    dataKey?.fill(0)
    throw new ExpectedError(
      'wrong-passphrase',
      byRecovery
        ? 'That user and recovery key do not open this vault.'
        : 'That user and passphrase do not open this vault.',
    )
  }
  forgetAttempts(dir)
  return { dataKey, failedAttempts }
}

/** A slot nothing opens, at the vault's own cost. */
const decoy = (slots: KeySlots, env: VaultEnvironment): KeySlot => {
  const random = (count: number) => Buffer.from(env.randomBytes(count)).toString('hex')
  return {
    id: keySlotsFile,
    kind: 'user',
    user: '',
    createdAt: '',
    kdf: slots.kdf,
    salt: random(16),
    nonce: random(12),
    wrappedKey: random(32),
    tag: random(16),
  }
}
