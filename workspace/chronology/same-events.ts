import { setImmediate as nextTurn } from 'node:timers/promises'
import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import { listEntries, type EntryCursor, type EntryPage } from '../../db/entry-list.ts'
import { peopleKeyVersion, readPeopleKey } from '../../db/people-key.ts'
import { listSources } from '../../db/sources.ts'
import {
  findingSameEvents,
  proposedFrom,
  type Account,
  type SameEventProposal,
} from '../../domain/chronology/propose-same-events.ts'
import { peopleNamedIn } from '../../domain/redaction/people-named.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Call, Context, Session } from '../host.ts'
import { accountOf, pairKey, type Links } from './linked-accounts.ts'

/** Milliseconds of work between two turns of other calls. */
const turn = 8
const pageOfEntries = 500

/** The pairs that are proposed, the likeliest first: see `possibleFor`. */
export const proposalsFor = async (
  context: Pick<Context<'chronology.proposals'>, 'session' | 'progress'>,
  caseId: string,
): Promise<readonly SameEventProposal[]> =>
  (await possibleFor(context, caseId)).filter(({ score }) => score >= proposedFrom)

/**
 * Accounts that may be of one event, by their records, weak pairs too. Worked out once for a case until a file is imported or the key
 * changes, between other calls and for all who wait for it together. Throws `locked` where the vault closes meanwhile.
 */
export const possibleFor = (
  { session, progress }: Pick<Context<'chronology.proposals'>, 'session' | 'progress'>,
  caseId: string,
): Promise<readonly SameEventProposal[]> => {
  const key = keyOf(session.vault.db, caseId)
  const known = session.proposals.get(caseId)
  if (known?.key === key) return known.found
  const working = { key, found: workOut(session, caseId, progress), done: null }
  session.proposals.set(caseId, working)
  return working.found.then(
    (found) => {
      if (session.proposals.get(caseId) === working)
        session.proposals.set(caseId, { ...working, done: found })
      return found
    },
    (error: unknown) => {
      if (session.proposals.get(caseId) === working) session.proposals.delete(caseId)
      throw error
    },
  )
}

/** What proposals rest on: another key, another answer. */
const keyOf = (db: Db, caseId: string): string =>
  [peopleKeyVersion(db, caseId), ...listSources(db, caseId).map(({ id }) => id)].join(' ')

const workOut = async (
  session: Session,
  caseId: string,
  progress: Call['progress'],
): Promise<readonly SameEventProposal[]> => {
  const { db, state } = session.vault
  let began = performance.now()
  const pause = async (share: number | null): Promise<void> => {
    if (performance.now() - began < turn) return
    if (share !== null)
      progress({ what: 'Comparing the accounts', done: Math.round(share * 100), total: 100 })
    await nextTurn()
    if (state.closed) throw new ExpectedError('locked', 'The vault is locked. Open it first.')
    began = performance.now()
  }
  const accounts: Account[] = []
  for (const account of accountsOf(db, caseId)) {
    accounts.push(account)
    await pause(null)
  }
  const work = findingSameEvents(accounts)
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    await pause(step.value)
  }
}

/**
 * Accounts with who is named in them, by the key, so that one person under two aliases is one person. Read page by page,
 * so that the vault is free in between.
 */
const accountsOf = function* (db: Db, caseId: string): Generator<Account> {
  const prepared = prepareRoster(readPeopleKey(db, caseId))
  const agencies = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, name]))
  let after: EntryCursor | null = null
  do {
    const page: EntryPage = listEntries(db, { caseId }, { after, limit: pageOfEntries })
    for (const entry of page.entries) {
      const account = accountOf(entry)
      const agencyName = agencies.get(entry.agencyId)
      yield {
        ...account,
        people: peopleNamedIn(account.text, prepared),
        ...(agencyName === undefined ? {} : { agencyName }),
      }
    }
    after = page.next
  } while (after !== null)
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

/** The proposal of a pair, weak or not, as far as proposals have been worked out. */
export const knownProposal = (
  session: Session,
  caseId: string,
  a: string,
  b: string,
): SameEventProposal | undefined => {
  const key = pairKey(a, b)
  return session.proposals.get(caseId)?.done?.find((proposal) => pairKey(proposal.a, proposal.b) === key)
}
