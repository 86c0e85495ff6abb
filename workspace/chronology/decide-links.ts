import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import { getEntry, type Entry } from '../../db/entries.ts'
import { insertSameEventDecision, latestEntriesOf } from '../../db/same-events.ts'
import {
  groupWith,
  groupsOf,
  inOrder,
  joinedThroughOthers,
  rejectedWithin,
  type LinkDecision,
} from '../../domain/chronology/same-event-groups.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Output, ValidInput } from '../contract.ts'
import type { Done, Environment, Session } from '../host.ts'
import { pairKey, readLinks, type Links } from './linked-accounts.ts'
import { knownProposal } from './same-events.ts'

type Asked = ValidInput<'chronology.decide-links'>

/**
 * Keeps what a person decided about pairs of accounts, all or none. Throws `conflict` where a pair was decided on, or an
 * account changed, since it was read; `refused` where the decision would contradict another; `invalid` where the two are
 * of one agency, or nothing says why.
 */
export const decideLinks = (
  session: Session,
  env: Environment,
  caseId: string,
  { pairs, decision, reason }: Asked,
): Done<Output<'chronology.decide-links'>> => {
  const { db } = session.vault
  const decided = pairs.map((pair) => {
    const links = readLinks(db, caseId)
    const { first, second } = asRead(db, caseId, pair)
    const before = links.decisions.get(pairKey(first.recordId, second.recordId))
    if ((before?.version ?? 0) !== pair.version)
      throw new ExpectedError(
        'conflict',
        'Somebody has decided about these two entries since you opened them. Look at them again.',
      )
    allow(links, first, second, decision)
    const suggestion = knownProposal(session, caseId, first.recordId, second.recordId)?.reason ?? null
    if (decision === 'confirmed' && suggestion === null && before === undefined && reason === '')
      throw new ExpectedError(
        'invalid',
        'These two entries were not proposed to be one event. Say why they are.',
        [{ path: 'reason', message: 'Say why they are one event' }],
      )
    insertSameEventDecision(db, {
      id: env.newId(),
      caseId,
      recordA: first.recordId,
      recordB: second.recordId,
      version: pair.version + 1,
      decision,
      entryA: first.id,
      entryB: second.id,
      decidedBy: session.user.id,
      decidedAt: env.now(),
      reason,
      suggestion,
    })
    return {
      a: pair.a,
      b: pair.b,
      version: pair.version + 1,
      before: before?.decision ?? ('undecided' satisfies LinkDecision),
    }
  })
  const [pair] = pairs
  const record = pair ? getEntry(db, pair.a).recordId : ''
  return {
    value: { decided, together: groupWith(readLinks(db, caseId).groups, record).length },
    record,
    version: decided[0]?.version ?? 0,
    detail: {
      decision,
      pairs: pairs.length,
      ...(pair ? { with: getEntry(db, pair.b).recordId } : {}),
    },
  }
}

/** The two entries as they were read, in the order of their records. */
const asRead = (
  db: Db,
  caseId: string,
  { a, b }: Asked['pairs'][number],
): { readonly first: Entry; readonly second: Entry } => {
  const entries = [a, b].map((id) => getEntry(db, id))
  const [one, other] = entries
  if (!one || !other || entries.some((entry) => entry.caseId !== caseId))
    throw new ExpectedError('not-found', 'There is no such entry in this case.')
  if (one.recordId === other.recordId)
    throw new ExpectedError('invalid', 'An entry cannot be linked with itself. Choose two entries.')
  if (one.agencyId === other.agencyId)
    throw new ExpectedError(
      'invalid',
      `Both entries are by ${agencyName(db, caseId, one.agencyId)}. Only accounts by different agencies are linked as one event; what one agency wrote in several entries stays its own account.`,
    )
  const latest = latestEntriesOf(db, caseId, [one.recordId, other.recordId])
  if (entries.some((entry) => latest.get(entry.recordId)?.id !== entry.id))
    throw new ExpectedError(
      'conflict',
      'A newer version of the agency’s file has changed one of these entries since you opened them. Look at them again.',
    )
  const { a: lesser } = inOrder(one.recordId, other.recordId)
  return one.recordId === lesser ? { first: one, second: other } : { first: other, second: one }
}

const agencyName = (db: Db, caseId: string, agencyId: string): string =>
  listAgencies(db, caseId).find((agency) => agency.agencyId === agencyId)?.name ?? 'one agency'

const allow = (links: Links, first: Entry, second: Entry, decision: LinkDecision): void => {
  const pair = { a: first.recordId, b: second.recordId }
  if (decision === 'confirmed') {
    const others = links.rejected.filter(({ a, b }) => a !== pair.a || b !== pair.b)
    const against = rejectedWithin(links.confirmed, others, pair)
    if (against === null) return
    throw new ExpectedError(
      'refused',
      `That would put into one event two accounts that were said to be different events. Together it would be ${
        groupWith(groupsOf([...links.confirmed, pair]), pair.a).length
      } accounts. Take back that rejection first, or leave these two apart.`,
    )
  }
  if (decision === 'rejected' && joinedThroughOthers(links.confirmed, pair))
    throw new ExpectedError(
      'refused',
      'These two are one event by way of other accounts that are linked with both. Take one of the two out of the event first.',
    )
}
