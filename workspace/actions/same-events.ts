import type { Db } from '../../db/database.ts'
import { getEntry, type Entry } from '../../db/entries.ts'
import { latestEntriesOf } from '../../db/same-events.ts'
import { proposedFrom, type SameEventProposal } from '../../domain/chronology/propose-same-events.ts'
import { groupWith } from '../../domain/chronology/same-event-groups.ts'
import { ExpectedError } from '../../domain/result.ts'
import { decideLinks } from '../chronology/decide-links.ts'
import { readEvents, readLinks, pairKey, type Links } from '../chronology/linked-accounts.ts'
import { openProposals, possibleFor, proposalsFor } from '../chronology/same-events.ts'
import { noteConflict, settleConflict } from '../chronology/settle-conflicts.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import { showLinks, type LinkShower } from '../chronology/show-links.ts'
import type { ConflictView, PairView } from '../contract/same-events.ts'
import type { Handlers, Session } from '../host.ts'
import type { LinkView } from '../views.ts'

type Names =
  | 'chronology.links'
  | 'chronology.link-counts'
  | 'chronology.proposals'
  | 'chronology.rejected-links'
  | 'chronology.events'
  | 'chronology.conflicts'
  | 'chronology.entry-links'
  | 'chronology.pair'
  | 'chronology.decide-links'
  | 'chronology.settle-conflict'
  | 'chronology.note-conflict'

type Shown = { readonly db: Db; readonly caseId: string; readonly links: Links; readonly show: LinkShower }

/** What every reading of links begins with. */
const lookingAt = (session: Session, caseId: string, pseudonyms: boolean): Shown => {
  const { db } = session.vault
  const links = readLinks(db, caseId)
  return { db, caseId, links, show: showLinks(db, caseId, links, readingsFor(session, caseId, pseudonyms)) }
}

/** The entry of a case; one of another case is as good as none. */
const entryOf = (db: Db, caseId: string, id: string): Entry => {
  const entry = getEntry(db, id)
  if (entry.caseId !== caseId) throw new ExpectedError('not-found', 'There is no such entry in this case.')
  return entry
}

const pairsOf = (
  { db, caseId, show }: Shown,
  pairs: readonly { readonly a: string; readonly b: string; readonly proposal?: SameEventProposal }[],
): readonly PairView[] => {
  const entries = latestEntriesOf(db, caseId, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
  return pairs.flatMap(({ a, b, proposal }) => show.pair(a, b, entries, proposal) ?? [])
}

const proposedPairs = (proposals: readonly SameEventProposal[]) =>
  proposals.map((proposal) => ({ a: proposal.a, b: proposal.b, proposal }))

const linkView = (from: string, { a, b, state, score, reason, decided, differences }: PairView): LinkView => {
  const [own, other] = a.recordId === from ? [a, b] : [b, a]
  return {
    entryIds: [own.entryId, other.entryId],
    state: state === 'confirmed' ? 'confirmed' : 'proposed',
    score,
    reason: reason ?? decided?.suggestion ?? decided?.reason ?? '',
    differs: [...new Set(differences.map(({ aspect }) => aspect))],
    other: { id: other.entryId, agency: other.agency, date: other.date, event: other.event },
  }
}

export const sameEventActions: Handlers<Names> = {
  'chronology.links': async ({ session, ...context }, { pseudonyms }) => {
    const proposals = await proposalsFor({ session, ...context }, context.caseId ?? '')
    return () => {
      const shown = lookingAt(session, context.caseId ?? '', pseudonyms)
      const { links } = shown
      const proposed = new Map(proposals.map((proposal) => [pairKey(proposal.a, proposal.b), proposal]))
      const confirmed = links.confirmed.map(({ a, b }) => {
        const proposal = proposed.get(pairKey(a, b))
        return { a, b, ...(proposal ? { proposal } : {}) }
      })
      const pairs = pairsOf(shown, [...confirmed, ...proposedPairs(openProposals(proposals, links))])
      return { value: pairs.map((pair) => linkView(pair.a.recordId, pair)) }
    }
  },

  'chronology.link-counts': async ({ session, ...context }, { pseudonyms }) => {
    const proposals = await proposalsFor({ session, ...context }, context.caseId ?? '')
    return () => {
      const { db, caseId, links } = lookingAt(session, context.caseId ?? '', pseudonyms)
      const conflicts = readEvents(db, caseId, links.groups).flatMap((event) => event.conflicts)
      const open = conflicts.filter(({ holds }) => holds === null).length
      return {
        value: {
          proposals: openProposals(proposals, links).length,
          events: links.groups.length,
          rejected: links.rejected.length,
          openConflicts: open,
          resolvedConflicts: conflicts.length - open,
        },
      }
    }
  },

  'chronology.proposals': async ({ session, ...context }, { offset, limit, pseudonyms }) => {
    const proposals = await proposalsFor({ session, ...context }, context.caseId ?? '')
    return () => {
      const shown = lookingAt(session, context.caseId ?? '', pseudonyms)
      const open = openProposals(proposals, shown.links)
      const page = proposedPairs(open.slice(offset, offset + limit))
      return { value: { total: open.length, pairs: pairsOf(shown, page) } }
    }
  },

  'chronology.rejected-links':
    ({ session, ...context }, { offset, limit, pseudonyms }) =>
    () => {
      const shown = lookingAt(session, context.caseId ?? '', pseudonyms)
      const { rejected } = shown.links
      // The latest first: what is to be taken back was as a rule decided just now.
      const page = rejected.toReversed().slice(offset, offset + limit)
      return { value: { total: rejected.length, pairs: pairsOf(shown, page) } }
    },

  'chronology.events':
    ({ session, ...context }, { offset, limit, pseudonyms }) =>
    () => {
      const { db, caseId, links, show } = lookingAt(session, context.caseId ?? '', pseudonyms)
      const events = inTimeOrderOfEvents(db, caseId, links)
      const page = readEvents(db, caseId, events.slice(offset, offset + limit))
      return { value: { total: events.length, events: page.map(show.event) } }
    },

  'chronology.conflicts': async ({ session, ...context }, { state, proposed, offset, limit, pseudonyms }) => {
    const proposals = proposed ? await proposalsFor({ session, ...context }, context.caseId ?? '') : []
    return () => {
      const shown = lookingAt(session, context.caseId ?? '', pseudonyms)
      const { db, caseId, links, show } = shown
      const all: readonly ConflictView[] = [
        ...readEvents(db, caseId, inTimeOrderOfEvents(db, caseId, links)).flatMap(show.conflicts),
        ...proposedConflicts(shown, openProposals(proposals, links)),
      ]
      const open = all.filter((conflict) => conflict.state === 'open')
      const listed = state === 'all' ? all : all.filter((conflict) => conflict.state === state)
      return {
        value: {
          open: open.length,
          resolved: all.length - open.length,
          total: listed.length,
          conflicts: listed.slice(offset, offset + limit),
        },
      }
    }
  },

  'chronology.entry-links': async ({ session, ...context }, { entryId, pseudonyms }) => {
    const possible = await possibleFor({ session, ...context }, context.caseId ?? '')
    return () => {
      const shown = lookingAt(session, context.caseId ?? '', pseudonyms)
      const { db, caseId, links, show } = shown
      const { recordId } = entryOf(db, caseId, entryId)
      const records = groupWith(links.groups, recordId)
      const [event] = records.length > 1 ? readEvents(db, caseId, [records]) : []
      const about = ({ a, b }: { readonly a: string; readonly b: string }): boolean =>
        a === recordId || b === recordId
      const open = openProposals(possible, links).filter(about)
      const proposed = open.filter(({ score }) => score >= proposedFrom)
      const weak = open.filter(({ score }) => score < proposedFrom)
      return {
        value: {
          entryId,
          recordId,
          event: event ? show.event(event) : null,
          proposals: pairsOf(shown, proposedPairs(proposed)),
          perhaps: pairsOf(shown, proposedPairs(weak)),
          rejected: pairsOf(shown, links.rejected.filter(about)),
        },
        record: entryId,
      }
    }
  },

  'chronology.pair':
    ({ session, ...context }, { a, b, pseudonyms }) =>
    () => {
      const shown = lookingAt(session, context.caseId ?? '', pseudonyms)
      const first = entryOf(shown.db, shown.caseId, a).recordId
      const second = entryOf(shown.db, shown.caseId, b).recordId
      const [pair] = first === second ? [] : pairsOf(shown, [{ a: first, b: second }])
      if (!pair) throw new ExpectedError('invalid', 'Choose two different entries.')
      return { value: pair, record: a }
    },

  'chronology.decide-links': ({ session, env, ...context }, input) => {
    const caseId = context.caseId ?? ''
    return () => decideLinks(session, env, caseId, input)
  },

  'chronology.settle-conflict': ({ session, env, ...context }, input) => {
    const caseId = context.caseId ?? ''
    return () => settleConflict(session, env, caseId, input)
  },

  'chronology.note-conflict': ({ session, env, ...context }, input) => {
    const caseId = context.caseId ?? ''
    return () => noteConflict(session, env, caseId, input)
  },
}

/** Events in the order of the chronology, by the first account of each. */
const inTimeOrderOfEvents = (db: Db, caseId: string, { groups }: Links): readonly (readonly string[])[] => {
  const entries = latestEntriesOf(db, caseId, groups.flat())
  const firstOf = (records: readonly string[]): string =>
    records.map((record) => entries.get(record)?.sortKey ?? '').toSorted()[0] ?? ''
  return groups
    .map((records) => ({ records, first: firstOf(records) }))
    .sort((x, y) => (x.first < y.first ? -1 : x.first > y.first ? 1 : 0))
    .map(({ records }) => records)
}

const proposedConflicts = (
  { db, caseId, show }: Shown,
  open: readonly SameEventProposal[],
): readonly ConflictView[] => {
  const entries = latestEntriesOf(db, caseId, [...new Set(open.flatMap(({ a, b }) => [a, b]))])
  return open.flatMap(({ a, b }) => {
    const [first, second] = [entries.get(a), entries.get(b)]
    return first && second ? show.proposedConflicts(first, second) : []
  })
}
