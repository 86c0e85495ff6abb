import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import { eachEntry } from '../../db/entry-list.ts'
import { peopleKeyVersion, readPeopleKey } from '../../db/people-key.ts'
import { listSources } from '../../db/sources.ts'
import {
  proposeSameEvents,
  type Account,
  type SameEventProposal,
} from '../../domain/chronology/propose-same-events.ts'
import { peopleNamedIn } from '../../domain/redaction/people-named.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import type { Session } from '../host.ts'
import { accountOf, pairKey, type Links } from './linked-accounts.ts'

/**
 * Accounts that may be of one event, by their records, worked out once for a case until a file is imported or the key
 * changes.
 */
export const proposalsOf = (session: Session, caseId: string): readonly SameEventProposal[] => {
  const { db } = session.vault
  const key = [peopleKeyVersion(db, caseId), ...listSources(db, caseId).map(({ id }) => id)].join(' ')
  const known = session.proposals.get(caseId)
  if (known?.key === key) return known.found
  const found = proposeSameEvents(accountsOf(db, caseId))
  session.proposals.set(caseId, { key, found })
  return found
}

/** Accounts with who is named in them, by the key, so that one person under two aliases is one person. */
const accountsOf = (db: Db, caseId: string): readonly Account[] => {
  const prepared = prepareRoster(readPeopleKey(db, caseId))
  const agencies = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, name]))
  return [...eachEntry(db, { caseId })].map((entry): Account => {
    const account = accountOf(entry)
    const agencyName = agencies.get(entry.agencyId)
    return {
      ...account,
      people: peopleNamedIn(account.text, prepared),
      ...(agencyName === undefined ? {} : { agencyName }),
    }
  })
}

/** Those that nobody has decided on and that no confirmed event holds together already. */
export const openProposals = (
  proposals: readonly SameEventProposal[],
  links: Links,
): readonly SameEventProposal[] => {
  const eventOf = new Map(
    links.groups.flatMap((records, at) => records.map((record) => [record, at] as const)),
  )
  const apart = (a: string, b: string): boolean => {
    const event = eventOf.get(a)
    return event === undefined || event !== eventOf.get(b)
  }
  return proposals.filter(({ a, b }) => {
    const decision = links.decisions.get(pairKey(a, b))?.decision ?? 'undecided'
    return decision === 'undecided' && apart(a, b)
  })
}

/** The proposal of a pair, as far as proposals have been worked out. */
export const knownProposal = (
  session: Session,
  caseId: string,
  a: string,
  b: string,
): SameEventProposal | undefined => {
  const key = pairKey(a, b)
  return session.proposals.get(caseId)?.found.find((proposal) => pairKey(proposal.a, proposal.b) === key)
}
