import { listConflictSettlements, type ConflictSettlement } from '../../db/conflict-settlements.ts'
import type { Db } from '../../db/database.ts'
import { getEntry, type Entry } from '../../db/entries.ts'
import { latestEntriesOf, listSameEventDecisions, type SameEventDecision } from '../../db/same-events.ts'
import { compareAccounts, type AccountDifference } from '../../domain/chronology/compare-accounts.ts'
import { conflictsIn, settlementOf, type EventConflict } from '../../domain/chronology/event-conflicts.ts'
import type { Account } from '../../domain/chronology/propose-same-events.ts'
import { groupsOf, inOrder, type RecordPair } from '../../domain/chronology/same-event-groups.ts'

/** What counts now of all that was decided about the pairs of a case. */
export type Links = {
  /** By `pairKey`. */
  readonly decisions: ReadonlyMap<string, SameEventDecision>
  readonly confirmed: readonly RecordPair[]
  readonly rejected: readonly RecordPair[]
  /** Records of each event. */
  readonly groups: readonly (readonly string[])[]
}

export const pairKey = (x: string, y: string): string => {
  const { a, b } = inOrder(x, y)
  return `${a} ${b}`
}

export const readLinks = (db: Db, caseId: string): Links => {
  const decisions = listSameEventDecisions(db, caseId)
  const pairsOf = (wanted: SameEventDecision['decision']): readonly RecordPair[] =>
    decisions.flatMap(({ decision, recordA, recordB }) =>
      decision === wanted ? [{ a: recordA, b: recordB }] : [],
    )
  const confirmed = pairsOf('confirmed')
  return {
    decisions: new Map(decisions.map((one) => [pairKey(one.recordA, one.recordB), one])),
    confirmed,
    rejected: pairsOf('rejected'),
    groups: groupsOf(confirmed),
  }
}

/** An entry as an account of something that happened, by its record. */
export const accountOf = (entry: Entry): Account => ({
  id: entry.recordId,
  agency: entry.agencyId,
  date: entry.date,
  text: [entry.fields.event, entry.fields.action, entry.fields.outcome].filter(Boolean).join('\n'),
  ...(entry.fields.author === undefined ? {} : { author: entry.fields.author }),
  ...(entry.fields.contactType === undefined ? {} : { contactType: entry.fields.contactType }),
  declaredNoContact: entry.declaredNoContact,
})

/** Differences of two entries, which never change: an entry's text is what was imported. Gone when the vault closes. */
const compared = new WeakMap<Db, Map<string, readonly AccountDifference[]>>()

/** Compares entries by their records, each two of them once for as long as the vault is open. */
export const comparing =
  (db: Db, entries: ReadonlyMap<string, Entry>) =>
  (a: Account, b: Account): readonly AccountDifference[] => {
    const known = compared.get(db) ?? new Map<string, readonly AccountDifference[]>()
    compared.set(db, known)
    const key = `${entries.get(a.id)?.id} ${entries.get(b.id)?.id}`
    const found = known.get(key) ?? compareAccounts(a, b)
    known.set(key, found)
    return found
  }

/** A matter on which the accounts of an event differ, and how far it is settled. */
export type KnownConflict = EventConflict & {
  readonly noted: boolean
  /** Of the settlement that was last made about it, 0 where there is none. */
  readonly version: number
  readonly holds: ConflictSettlement | null
  readonly earlier: ConflictSettlement | null
}

export type KnownEvent = {
  readonly records: readonly string[]
  readonly entries: ReadonlyMap<string, Entry>
  readonly conflicts: readonly KnownConflict[]
  /** What a person wrote down and withdrew: not shown, and can be taken up again. */
  readonly withdrawn: readonly KnownConflict[]
}

/** The events among `groups` as they stand, each with its conflicts. */
export const readEvents = (
  db: Db,
  caseId: string,
  groups: readonly (readonly string[])[],
): readonly KnownEvent[] => {
  if (groups.length === 0) return []
  const entries = latestEntriesOf(db, caseId, groups.flat())
  const settled = listConflictSettlements(db, caseId)
  const compare = comparing(db, entries)
  return groups.map((records): KnownEvent => {
    const accounts = inTimeOrder(records.flatMap((record) => entries.get(record) ?? [])).map(accountOf)
    const found = conflictsIn(accounts, compare).map((conflict): KnownConflict => {
      const { holds, earlier } = settlementOf(
        conflict,
        settled.filter(({ noted }) => !noted),
      )
      return { ...conflict, noted: false, version: latestAbout(conflict, settled), holds, earlier }
    })
    const { standing, withdrawn } = notedIn(records, settled)
    return { records, entries, conflicts: [...found, ...standing], withdrawn }
  })
}

export const inTimeOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((x, y) =>
    x.sortKey === y.sortKey ? (x.id < y.id ? -1 : 1) : x.sortKey < y.sortKey ? -1 : 1,
  )

const latestAbout = (
  { aspect, subject, positions }: EventConflict,
  settled: readonly ConflictSettlement[],
): number =>
  settled.findLast(
    (each) =>
      each.aspect === aspect &&
      each.subject === subject &&
      each.positions.some(({ id }) => positions.some((position) => position.id === id)),
  )?.seq ?? 0

/** What people wrote down themselves, where all of its accounts are still in one event. */
const notedIn = (
  records: readonly string[],
  settled: readonly ConflictSettlement[],
): { readonly standing: readonly KnownConflict[]; readonly withdrawn: readonly KnownConflict[] } => {
  const latest = new Map(settled.filter(({ noted }) => noted).map((each) => [each.subject, each]))
  const here = [...latest.values()].filter(({ positions }) =>
    positions.every(({ id }) => records.includes(id)),
  )
  const known = (each: ConflictSettlement): KnownConflict => ({
    aspect: each.aspect,
    subject: each.subject,
    sentence: notedSentence,
    positions: each.positions.map(({ id, says }) => ({ id, says })),
    noted: true,
    version: each.seq,
    holds: each.outcome === 'open' ? null : each,
    earlier: null,
  })
  return {
    standing: here.filter(({ outcome }) => outcome !== 'withdrawn').map(known),
    withdrawn: here.filter(({ outcome }) => outcome === 'withdrawn').map(known),
  }
}
const notedSentence = 'Written down by a person who read the accounts.'

/** The records of a decision whose account says something else now than the version that was read for it. */
export const changedSince = (
  db: Db,
  decision: SameEventDecision,
  entries: ReadonlyMap<string, Entry>,
): readonly string[] =>
  (
    [
      [decision.recordA, decision.entryA],
      [decision.recordB, decision.entryB],
    ] as const
  ).flatMap(([record, read]) => {
    const now = entries.get(record)
    if (!now || now.id === read) return []
    return saidBy(now) === saidBy(getEntry(db, read)) ? [] : [record]
  })

const saidBy = ({ date, fields }: Entry): string =>
  JSON.stringify([date.original, date.time ?? '', fields.event, fields.action, fields.outcome, fields.author])

const openAbout = (record: string, conflicts: readonly KnownConflict[]): number =>
  conflicts.filter(({ holds, positions }) => holds === null && positions.some(({ id }) => id === record))
    .length

/** Records of a case that stand in a conflict nobody has settled. */
export const recordsInConflict = (db: Db, caseId: string): readonly string[] =>
  readEvents(db, caseId, readLinks(db, caseId).groups).flatMap(({ records, conflicts }) =>
    records.filter((record) => openAbout(record, conflicts) > 0),
  )

/** How many other accounts the event of each entry has and how many of its conflicts are open; entries of none are left out. */
export const linkMarksOf = (
  db: Db,
  caseId: string,
  entries: readonly Entry[],
): ReadonlyMap<string, { readonly linked: number; readonly conflicts: number }> => {
  const marks = new Map<string, { readonly linked: number; readonly conflicts: number }>()
  const shown = new Set(entries.map(({ recordId }) => recordId))
  const { groups } = readLinks(db, caseId)
  const touched = groups.filter((records) => records.some((record) => shown.has(record)))
  for (const { records, conflicts } of readEvents(db, caseId, touched))
    for (const record of records)
      marks.set(record, { linked: records.length - 1, conflicts: openAbout(record, conflicts) })
  return marks
}
