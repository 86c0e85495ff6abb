import { listAgencies } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { currentEntryIds, eachEntryDate } from '../../db/entry-dates.ts'
import type { EntryFilter } from '../../db/entry-filter.ts'
import { countEntriesByAgency } from '../../db/entry-list.ts'
import { getSilenceLength } from '../../db/no-contact.ts'
import type { SameEventProposal } from '../../domain/chronology/propose-same-events.ts'
import { inOrder, type RecordPair } from '../../domain/chronology/same-event-groups.ts'
import { timelineEntriesOf, type TimelineRow } from '../../domain/chronology/timeline/timeline-entries.ts'
import { keyDatesOf, reviewOf } from '../actions/cases.ts'
import type { TimelineLink, TimelineView } from '../contract/timeline.ts'
import type { Session } from '../host.ts'
import { readNoContact, silencesOf } from './no-contact.ts'
import { pairKey, readEvents, readLinks, type KnownEvent } from './linked-accounts.ts'
import { openProposals } from './same-events.ts'
import type { Readings } from './show-entries.ts'

/**
 * Puts entries, given by their row numbers in order, on a timeline: a lane for each agency that has sent any, or for each of
 * those filtered for.
 */
export const timelineOf = (
  session: Session,
  { caseId, agencies = [] }: Pick<EntryFilter, 'caseId' | 'agencies'>,
  rows: readonly number[],
  read: Readings,
): TimelineView => {
  const { db } = session.vault
  const record = getCase(db, caseId)
  const { reviewPeriodStart: from, reviewPeriodEnd: to } = record
  const { days: gapDays } = getSilenceLength(db, caseId)
  const counts = countEntriesByAgency(db, caseId)
  const lanes = listAgencies(db, caseId)
    .filter(({ agencyId }) => counts.has(agencyId))
    .filter(({ agencyId }) => agencies.length === 0 || agencies.includes(agencyId))
    .map(({ agencyId, name }) => ({ agencyId, name: read.agency(name) }))
  const laneOf = new Map(lanes.map(({ agencyId }, lane) => [agencyId, lane]))
  const period = from === null || to === null ? null : { from, to }
  return {
    lanes,
    entries: timelineEntriesOf(rowsOf(session, rows, laneOf)),
    silences: silencesOf(readNoContact(db, caseId, gapDays), gapDays).flatMap(({ agencyId, silences }) => {
      const lane = laneOf.get(agencyId)
      if (lane === undefined) return []
      return silences.map(({ from, to, days, declared, state }) => ({
        lane,
        from,
        to,
        days,
        declared,
        state,
      }))
    }),
    period,
    keyDates: keyDatesOf(reviewOf(record)),
  }
}

function* rowsOf(
  session: Session,
  rows: readonly number[],
  laneOf: ReadonlyMap<string, number>,
): Generator<TimelineRow> {
  for (const { agencyId, ...date } of eachEntryDate(session.vault.db, rows)) {
    const lane = laneOf.get(agencyId)
    if (lane !== undefined) yield { ...date, lane }
  }
}

type Join = RecordPair & Pick<TimelineLink, 'kind' | 'matters'>

/** What joins the accounts of a case: confirmed pairs, those that differ in something unsettled, and proposed ones. */
export const timelineLinksOf = (
  db: Db,
  caseId: string,
  proposals: readonly SameEventProposal[],
): readonly TimelineLink[] => {
  const links = readLinks(db, caseId)
  const joined: readonly Join[] = [
    ...readEvents(db, caseId, links.groups).flatMap((event) => joinsOf(event, links.confirmed)),
    ...openProposals(proposals, links).map(({ a, b }): Join => ({
      a,
      b,
      kind: 'suggested',
      matters: 0,
    })),
  ]
  const entries = currentEntryIds(db, caseId, [...new Set(joined.flatMap(({ a, b }) => [a, b]))])
  return joined.flatMap((join) => {
    const [a, b] = [entries.get(join.a), entries.get(join.b)]
    // An account that its agency has taken out stands on no timeline.
    return a === undefined || b === undefined ? [] : [{ ...join, a, b }]
  })
}

/** The confirmed pairs of an event, and the pairs whose accounts differ in something unsettled; each matter counts once. */
const joinsOf = ({ records, conflicts }: KnownEvent, confirmed: readonly RecordPair[]): readonly Join[] => {
  const joins = new Map<string, Join>()
  for (const pair of confirmed)
    if (records.includes(pair.a))
      joins.set(pairKey(pair.a, pair.b), { ...pair, kind: 'confirmed', matters: 0 })
  for (const { positions } of conflicts.filter(({ holds }) => holds === null)) {
    let counted = 1
    for (const [at, one] of positions.entries()) {
      const other = positions.slice(at + 1).find(({ says }) => says !== one.says)
      if (!other) continue
      const pair = inOrder(one.id, other.id)
      const matters = (joins.get(pairKey(pair.a, pair.b))?.matters ?? 0) + counted
      joins.set(pairKey(pair.a, pair.b), { ...pair, kind: 'conflict', matters })
      counted = 0
    }
  }
  return [...joins.values()]
}
