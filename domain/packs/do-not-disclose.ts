import type { Roster, RosterEntry } from '../people/roster.ts'

/** Whom a pack is for, as the people key can know them. */
export type Told = {
  /** The agency of the case it is, or stands in the place of. */
  readonly agencyId: string | null
  /** Who of the people key it is. */
  readonly person: string | null
}

export type NotToBeTold = {
  /** Entries of the key of which this recipient must read nothing. */
  readonly entries: ReadonlySet<string>
  /** A person who is on a list gets no pack at all: all of it is context. */
  readonly blocked: boolean
}

/**
 * What the people key says must not be told to a recipient. An agency is on a list where the list names it, or somebody who
 * works there. Rule: "do not disclose to" on addresses and people, checked against the pack's recipient (requirements
 * section 6, ICO reprimands of 2023: four revealed safe addresses).
 */
export const notToBeTold = (roster: Roster, told: Told): NotToBeTold => {
  const agencyOf = new Map(roster.entries.map(({ id, agency }) => [id, agency]))
  const names = (listed: readonly string[]): boolean =>
    listed.some(
      (one) =>
        one === told.person ||
        (told.agencyId !== null && (one === told.agencyId || agencyOf.get(one) === told.agencyId)),
    )
  const listed = roster.entries.flatMap((entry) =>
    entry.do_not_disclose
      .filter(({ not_to }) => names(not_to))
      .map((flag) => ({ entries: flaggedBy(entry, flag.what, flag.entry ?? null), notTo: flag.not_to })),
  )
  return {
    entries: new Set(listed.flatMap(({ entries }) => entries)),
    blocked: told.person !== null && listed.some(({ notTo }) => notTo.includes(told.person ?? '')),
  }
}

/** What a flag is about: the entry it names, else a person's addresses where it says so, else whom it stands on. */
const flaggedBy = (on: RosterEntry, what: string, entry: string | null): readonly string[] => {
  if (entry !== null) return [entry]
  return on.kind === 'person' && /address|where|live/i.test(what) && on.addresses.length > 0
    ? on.addresses
    : [on.id]
}
