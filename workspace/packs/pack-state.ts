import type { Db } from '../../db/database.ts'
import { getPack, movePack, packSecret, type PackInFull } from '../../db/packs.ts'
import { listSearchAnswers } from '../../db/search-answers.ts'
import { isSecondReadingAsked, listSecondReadings, listSettlements } from '../../db/second-readings.ts'
import { inTransaction } from '../../db/transaction.ts'
import { intruderChecklist } from '../../domain/packs/intruder-checklist.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Session } from '../host.ts'
import { fingerprintFor } from './built-pack.ts'
import type { PackOrder } from './make-pack.ts'
import { readCaseMaterial, type CaseMaterial } from './material.ts'
import { packKey, type PackKey } from './pack-key.ts'
import { reviewOf } from './pack-views.ts'
import { findRecipient } from './recipient.ts'
import { openSearchesIn } from './searches.ts'
import { isOpen, isUnread, openReadingIn, readingOf, type Reading } from './second-reading.ts'

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
export const keyOfPack = (db: Db, pack: PackInFull, { roster }: CaseMaterial): PackKey =>
  packKey(roster, { ...pack, secret: packSecret(db, pack.id) })

/** Why a pack is no longer what was built: the case has changed since. */
export const staleReason = (db: Db, pack: PackInFull, source: CaseMaterial): string | null =>
  fingerprintFor(source, findRecipient(db, pack.caseId, pack.recipient)) === pack.caseFingerprint
    ? null
    : 'The case has changed since this pack was built. Build it again.'

/** Voids a pack in a transaction of its own, so that the refusal that follows does not undo it. */
export const voidStale = (session: Session, pack: PackInFull, now: string): void => {
  const { db } = session.vault
  const reason = staleReason(db, pack, materialOf(db, pack))
  if (reason === null) return
  inTransaction(session.vault, () =>
    movePack(db, {
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
  if (!handsIn(session.vault.db, pack).has(session.user.id)) return
  throw new ExpectedError(
    'not-permitted',
    `A pack is ${done} by somebody who neither built it nor decided anything in it.`,
  )
}

/** Everybody who built a pack, decided or answered anything in it, read it a second time or settled a difference. */
const handsIn = (db: Db, pack: PackInFull): ReadonlySet<string> => {
  const { builders, passages } = reviewOf(pack)
  const items = new Set(intruderChecklist(passages).map(({ id }) => id))
  const answers = listSearchAnswers(db, pack.caseId).filter(({ item }) => items.has(item))
  const { audience } = profiles[pack.profile]
  const stands = ({ text }: { readonly text: string }): boolean =>
    passages.some(({ original }) => original.includes(text))
  const readings = listSecondReadings(db, pack.caseId, audience).filter(stands)
  const settlements = listSettlements(db, pack.caseId, audience).filter(stands)
  return new Set([
    ...builders,
    ...answers.map(({ answeredBy }) => answeredBy),
    ...readings.map(({ readBy }) => readBy),
    ...settlements.map(({ settledBy }) => settledBy),
  ])
}

/** A pack's questions, as two readers answered them. */
export const readingOfPack = (db: Db, pack: PackInFull): Reading =>
  readingOf(db, pack, materialOf(db, pack), orderOf(db, pack, pack.builtAt))

/**
 * How a pack's second reading stands for somebody, and whether they are to read it without what was decided in it: who had
 * no hand in it, until all has been read. Nothing is worked out where no second reading was asked.
 */
export const readingStateOf = (
  { vault: { db }, user }: Session,
  pack: PackInFull,
  source: () => CaseMaterial = () => materialOf(db, pack),
): { readonly isAsked: boolean; readonly left: number; readonly isBlind: boolean } => {
  if (!isSecondReadingAsked(db, pack.id)) return { isAsked: false, left: 0, isBlind: false }
  const { questions } = readingOf(db, pack, source(), orderOf(db, pack, pack.builtAt))
  return {
    isAsked: true,
    left: questions.filter(isOpen).length,
    isBlind: !reviewOf(pack).builders.includes(user.id) && questions.some(isUnread),
  }
}

/** What was decided in a pack is not shown to its second reader, by no action. */
export const refuseBlind = (session: Session, pack: PackInFull): void => {
  if (!readingStateOf(session, pack).isBlind) return
  throw new ExpectedError(
    'refused',
    'This pack is to be read a second time without what was decided in it. Answer its questions under “Second reading” first.',
  )
}

/**
 * Moves a pack to where its review leaves it, after something was answered that changes no word of it: ready once nothing is
 * left, and back, with any approval gone, where something is open again. Returns the version it then has.
 */
export const restate = (db: Db, packId: string, by: string, at: string): number => {
  const pack = getPack(db, packId)
  const { findings, passages } = reviewOf(pack)
  const isClean = pack.undecided === 0 && findings.leaks.length === 0 && findings.problems.length === 0
  const left = openSearchesIn(db, pack, passages) + openReadingIn(db, pack, () => readingOfPack(db, pack))
  const to = isClean && left === 0 ? 'ready' : 'needs-review'
  const from = pack.state
  const isOpen = from === 'needs-review' || from === 'ready' || from === 'approved'
  if (!isOpen || from === to || (from === 'approved' && to === 'ready')) return pack.version
  return movePack(db, { id: pack.id, version: pack.version, from, to, by, at, note: pack.note })
}
