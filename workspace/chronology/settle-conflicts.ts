import { insertConflictSettlement, listConflictSettlements } from '../../db/conflict-settlements.ts'
import type { Db } from '../../db/database.ts'
import { getEntry, type Entry } from '../../db/entries.ts'
import { groupWith } from '../../domain/chronology/same-event-groups.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Output, ValidInput } from '../contract.ts'
import type { Done, Environment, Session } from '../host.ts'
import { readEvents, readLinks, type KnownConflict, type KnownEvent } from './linked-accounts.ts'

const changed = () =>
  new ExpectedError(
    'conflict',
    'What these accounts differ in has changed since you opened it. Look at it again.',
  )

/**
 * Keeps how a person settled a matter on which the accounts of a confirmed event differ; both accounts stay. Throws
 * `conflict` where the accounts or an earlier settlement are not those that were read, `invalid` where the preferred
 * account or the reason is missing.
 */
export const settleConflict = (
  session: Session,
  env: Environment,
  caseId: string,
  {
    aspect,
    subject,
    accounts,
    version,
    outcome,
    preferred,
    reason,
  }: ValidInput<'chronology.settle-conflict'>,
): Done<Output<'chronology.settle-conflict'>> => {
  const { db } = session.vault
  const entries = accounts.map((id) => entryOf(db, caseId, id))
  const { conflicts, withdrawn, entries: latest } = eventWith(db, caseId, entries)
  const conflict = [...conflicts, ...(outcome === 'open' ? withdrawn : [])].find(
    (each) => each.aspect === aspect && each.subject === subject,
  )
  if (!conflict || conflict.version !== version || !sameAccounts(conflict, latest, accounts)) throw changed()
  if (outcome === 'withdrawn' && !conflict.noted)
    throw new ExpectedError(
      'invalid',
      'Only a difference that a person wrote down can be withdrawn. Settle this one as “both can be so”.',
    )
  if (outcome === 'open' && conflict.holds === null) throw changed()
  if (outcome !== 'open' && outcome !== 'withdrawn' && reason === '')
    throw new ExpectedError('invalid', 'Say why, so that others can follow it.', [
      { path: 'reason', message: 'Say why' },
    ])
  const preferredRecord = outcome === 'preferred' ? recordOf(entries, preferred) : null
  insertConflictSettlement(db, {
    id: env.newId(),
    caseId,
    noted: conflict.noted,
    aspect,
    subject,
    outcome,
    preferredRecord,
    decidedBy: session.user.id,
    decidedAt: env.now(),
    reason,
    positions: conflict.positions.map(({ id, says }) => ({ id, says, entryId: latest.get(id)?.id ?? id })),
  })
  return kept(db, caseId, conflict.positions[0]?.id ?? '', { aspect, outcome })
}

/** Keeps a difference that a person saw and the comparison did not, as an open conflict of the event. */
export const noteConflict = (
  session: Session,
  env: Environment,
  caseId: string,
  { aspect, positions, reason }: ValidInput<'chronology.note-conflict'>,
): Done<Output<'chronology.note-conflict'>> => {
  const { db } = session.vault
  const entries = positions.map(({ entryId }) => entryOf(db, caseId, entryId))
  if (new Set(entries.map(({ recordId }) => recordId)).size < positions.length)
    throw new ExpectedError('invalid', 'Give each account once.')
  eventWith(db, caseId, entries)
  const id = env.newId()
  const subject = `noted ${id}`
  insertConflictSettlement(db, {
    id,
    caseId,
    noted: true,
    aspect,
    subject,
    outcome: 'open',
    preferredRecord: null,
    decidedBy: session.user.id,
    decidedAt: env.now(),
    reason,
    positions: entries.map(({ id: entryId, recordId }, at) => ({
      id: recordId,
      entryId,
      says: positions[at]?.says ?? '',
    })),
  })
  const done = kept(db, caseId, entries[0]?.recordId ?? '', { aspect, outcome: 'noted' })
  return { ...done, value: { ...done.value, subject } }
}

const kept = (
  db: Db,
  caseId: string,
  record: string,
  detail: Readonly<Record<string, string>>,
): Done<{ version: number }> => {
  const version = listConflictSettlements(db, caseId).at(-1)?.seq ?? 0
  return { value: { version }, record, version, detail }
}

const entryOf = (db: Db, caseId: string, id: string): Entry => {
  const entry = getEntry(db, id)
  if (entry.caseId !== caseId) throw new ExpectedError('not-found', 'There is no such entry in this case.')
  return entry
}

/** The confirmed event that holds all of these entries, each as it stands now. */
const eventWith = (db: Db, caseId: string, entries: readonly Entry[]): KnownEvent => {
  const records = groupWith(readLinks(db, caseId).groups, entries[0]?.recordId ?? '')
  if (records.length < 2 || !entries.every(({ recordId }) => records.includes(recordId)))
    throw new ExpectedError(
      'conflict',
      'These accounts are not, or not any more, confirmed to be one event. Look at them again.',
    )
  const [event] = readEvents(db, caseId, [records])
  if (!event || entries.some((entry) => event.entries.get(entry.recordId)?.id !== entry.id)) throw changed()
  return event
}

const sameAccounts = (
  { positions }: KnownConflict,
  latest: KnownEvent['entries'],
  accounts: readonly string[],
): boolean =>
  positions.length === accounts.length &&
  positions.every(({ id }) => accounts.includes(latest.get(id)?.id ?? ''))

const recordOf = (entries: readonly Entry[], preferred: string | undefined): string => {
  const entry = entries.find(({ id }) => id === preferred)
  if (entry) return entry.recordId
  throw new ExpectedError('invalid', 'Choose the account that is preferred.', [
    { path: 'preferred', message: 'Choose an account' },
  ])
}
