import type { Db } from '../../db/database.ts'
import { movePack, packSecret, type PackInFull } from '../../db/packs.ts'
import { inTransaction } from '../../db/transaction.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Session } from '../host.ts'
import { fingerprintFor } from './built-pack.ts'
import type { PackOrder } from './make-pack.ts'
import { readCaseMaterial, type CaseMaterial } from './material.ts'
import { packKey, type PackKey } from './pack-key.ts'
import { reviewOf } from './pack-views.ts'
import { findRecipient } from './recipient.ts'

/** The case as it stands, for this pack's audience. */
export const materialOf = (db: Db, pack: PackInFull): CaseMaterial =>
  readCaseMaterial(db, pack.caseId, profiles[pack.profile].audience, pack.report?.id ?? null)

/** What a pack asked for, to be made again. */
export const orderOf = (db: Db, pack: PackInFull, timestamp: string): PackOrder => ({
  recipient: findRecipient(db, pack.caseId, pack.recipient),
  profile: pack.profile,
  choices: pack.choices,
  secret: packSecret(db, pack.id),
  formats: pack.formats,
  timestamp,
})

/** What a pack's files are searched for. */
export const keyOfPack = (db: Db, pack: PackInFull): PackKey =>
  packKey(materialOf(db, pack).roster, { ...pack, secret: packSecret(db, pack.id) })

const stateNow = (db: Db, pack: PackInFull): string =>
  fingerprintFor(materialOf(db, pack), findRecipient(db, pack.caseId, pack.recipient))

/** Why a pack is no longer what was built: the case has changed since. */
export const staleReason = (session: Session, pack: PackInFull): string | null =>
  stateNow(session.vault.db, pack) === pack.caseFingerprint
    ? null
    : 'The case has changed since this pack was built. Build it again.'

/** Voids a pack in a transaction of its own, so that the refusal that follows does not undo it. */
export const voidStale = (session: Session, pack: PackInFull, now: string): void => {
  const reason = staleReason(session, pack)
  if (reason === null) return
  inTransaction(session.vault, () =>
    movePack(session.vault.db, {
      id: pack.id,
      version: pack.version,
      from: pack.state,
      to: 'void',
      by: session.user.id,
      at: now,
      note: reason,
    }),
  )
  throw new ExpectedError('refused', reason)
}

/** Two people: whoever built a pack, or decided anything in it, neither approves nor releases it. */
export const refuseBuilder = (session: Session, pack: PackInFull, done: 'approved' | 'released'): void => {
  if (!reviewOf(pack).builders.includes(session.user.id)) return
  throw new ExpectedError(
    'not-permitted',
    `A pack is ${done} by somebody who neither built it nor decided anything in it.`,
  )
}
