import { listAgencies } from '../../db/agencies.ts'
import type { ConflictSettlement } from '../../db/conflict-settlements.ts'
import type { Db } from '../../db/database.ts'
import type { Entry } from '../../db/entries.ts'
import type { SameEventDecision } from '../../db/same-events.ts'
import { listUsers } from '../../db/users.ts'
import { conflictsIn, type EventConflict } from '../../domain/chronology/event-conflicts.ts'
import type { SameEventProposal } from '../../domain/chronology/propose-same-events.ts'
import type {
  AccountView,
  ConflictView,
  DifferenceView,
  EventView,
  LinkDecisionView,
  PairView,
  SettlementView,
} from '../contract/same-events.ts'
import {
  accountOf,
  changedSince,
  comparing,
  inTimeOrder,
  pairKey,
  type KnownConflict,
  type KnownEvent,
  type Links,
} from './linked-accounts.ts'
import type { Readings } from './show-entries.ts'

/** Turns what is known of links into what a reader may see. */
export type LinkShower = {
  readonly account: (entry: Entry) => AccountView
  /** Null where one of the two is not in `entries`, which are by record. */
  readonly pair: (
    a: string,
    b: string,
    entries: ReadonlyMap<string, Entry>,
    proposal?: SameEventProposal,
  ) => PairView | null
  readonly event: (event: KnownEvent) => EventView
  readonly conflicts: (event: KnownEvent) => readonly ConflictView[]
  /** What two accounts differ in that are only proposed to be one event. */
  readonly proposedConflicts: (a: Entry, b: Entry) => readonly ConflictView[]
}

export const showLinks = (
  db: Db,
  caseId: string,
  links: Links,
  { text: read, agency: readAgency }: Readings,
): LinkShower => {
  const agencies = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, readAgency(name)]))
  const users = new Map(listUsers(db).map(({ id, name }) => [id, name]))
  const optional = (text: string | undefined): string | null =>
    text === undefined || text.trim() === '' ? null : read(text)

  const account = (entry: Entry): AccountView => ({
    entryId: entry.id,
    recordId: entry.recordId,
    agencyId: entry.agencyId,
    agency: agencies.get(entry.agencyId) ?? entry.agencyId,
    date: read(
      [entry.date.original, entry.fields.time === entry.date.original ? '' : entry.fields.time]
        .filter(Boolean)
        .join(', '),
    ),
    where: read(entry.where),
    event: read(entry.fields.event ?? ''),
    action: optional(entry.fields.action),
    outcome: optional(entry.fields.outcome),
    author: optional(entry.fields.author),
    contactType: optional(entry.fields.contactType),
    removed: entry.status === 'removed',
  })

  const decisionView = (decision: SameEventDecision): LinkDecisionView => ({
    decision: decision.decision,
    by: users.get(decision.decidedBy) ?? '',
    at: decision.decidedAt,
    reason: read(decision.reason),
    suggestion: decision.suggestion === null ? null : read(decision.suggestion),
  })

  const settlementView = (settlement: ConflictSettlement | null): SettlementView | null =>
    settlement && {
      outcome: settlement.outcome,
      preferred: settlement.preferredRecord,
      reason: read(settlement.reason),
      by: users.get(settlement.decidedBy) ?? '',
      at: settlement.decidedAt,
    }

  const difference = ({ aspect, subject, sentence, positions }: EventConflict): DifferenceView => ({
    aspect,
    subject,
    sentence: read(sentence),
    says: positions.map(({ id, says }) => ({ recordId: id, words: read(says) })),
  })

  const pair: LinkShower['pair'] = (x, y, entries, proposal) => {
    const two = inTimeOrder([entries.get(x), entries.get(y)].flatMap((entry) => entry ?? []))
    const [a, b] = two
    if (!a || !b) return null
    const decision = links.decisions.get(pairKey(x, y))
    return {
      a: account(a),
      b: account(b),
      state: decision === undefined || decision.decision === 'undecided' ? 'proposed' : decision.decision,
      version: decision?.version ?? 0,
      score: proposal?.score ?? null,
      reason: proposal ? read(proposal.reason) : null,
      decided: decision ? decisionView(decision) : null,
      changedSince: decision ? changedSince(db, decision, entries) : [],
      differences: conflictsIn(two.map(accountOf), comparing(db, entries)).map(difference),
    }
  }

  const conflictView = (
    conflict: KnownConflict,
    eventId: string | null,
    entries: ReadonlyMap<string, Entry>,
  ): ConflictView => ({
    eventId,
    confirmed: eventId !== null,
    state: conflict.holds === null ? 'open' : 'resolved',
    aspect: conflict.aspect,
    subject: conflict.subject,
    sentence: read(conflict.sentence),
    noted: conflict.noted,
    version: conflict.version,
    accounts: conflict.positions.flatMap(({ id, says }) => {
      const entry = entries.get(id)
      return entry ? [{ ...account(entry), says: read(says) }] : []
    }),
    resolution: settlementView(conflict.holds),
    earlier: settlementView(conflict.earlier),
  })

  const conflicts: LinkShower['conflicts'] = ({ records, entries, conflicts: known }) =>
    known.map((conflict) => conflictView(conflict, records[0] ?? '', entries))

  return {
    account,
    pair,
    conflicts,
    event: (event) => ({
      id: event.records[0] ?? '',
      accounts: inTimeOrder(event.records.flatMap((record) => event.entries.get(record) ?? [])).map(account),
      links: links.confirmed.flatMap(({ a, b }) => {
        const view = event.records.includes(a) ? pair(a, b, event.entries) : null
        if (view === null) return []
        const { differences: _, ...link } = view
        return [link]
      }),
      conflicts: conflicts(event),
    }),
    proposedConflicts: (a, b) => {
      const entries = new Map([a, b].map((entry) => [entry.recordId, entry]))
      return conflictsIn(inTimeOrder([a, b]).map(accountOf), comparing(db, entries)).map((conflict) =>
        conflictView({ ...conflict, noted: false, version: 0, holds: null, earlier: null }, null, entries),
      )
    },
  }
}
