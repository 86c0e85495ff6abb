import type { Roster, RosterEntry } from '../people/roster.ts'
import type { PackChoices } from './choices.ts'
import type { Draw } from './draw.ts'
import { exempt } from './exemptions.ts'
import { drawPseudonyms, roleOf } from './pack-pseudonyms.ts'
import type { NameWay, Profile } from './profile.ts'

/**
 * The people key as one pack uses it: what stands for whom, and who may be read by name. The same key redacts the pack and
 * is what its files are searched for. Nobody is readable in a pack for the public, and never where a home is.
 */
export const packRoster = (roster: Roster, profile: Profile, choices: PackChoices, draw: Draw): Roster => {
  const drawn = profile.pseudonyms === 'pack' ? drawPseudonyms(roster, draw) : new Map<string, string>()
  const homes = new Set(roster.entries.flatMap(({ addresses }) => addresses))
  const subject = roster.entries.find(({ id }) => profile.person === 'about' && id === choices.person)
  const own = new Set(subject === undefined ? [] : [subject.id, ...subject.addresses])
  return {
    ...roster,
    entries: roster.entries.map((entry): RosterEntry => {
      const way = wayOf(entry, choices)
      const isReadable =
        profile.audience === 'agencies' &&
        (own.has(entry.id) ||
          (entry.replace_in === 'public' && entry.kind === 'organisation') ||
          (entry.replace_in === 'public' && !homes.has(entry.id)) ||
          (way === 'name' && !homes.has(entry.id) && entry.do_not_disclose.length === 0))
      const code = drawn.get(entry.id) ?? entry.pseudonym
      const shown = way === 'role' ? roleOf(code) : code
      return {
        ...entry,
        pseudonym:
          profile.id === 'dsar' && !own.has(entry.id) && entry.kind !== 'organisation'
            ? exempt(shown)
            : shown,
        aliases: code === entry.pseudonym ? entry.aliases : [...entry.aliases, entry.pseudonym],
        replace_in: isReadable ? 'public' : 'every',
      }
    }),
  }
}

const wayOf = (entry: RosterEntry, { places, professionals }: PackChoices): NameWay => {
  if (entry.kind === 'place') return places
  return isProfessional(entry) ? professionals : 'code'
}

/** Somebody who is in the records by their work. Whoever is somebody's relation or neighbour as well is not. */
export const isProfessional = ({ kind, agency, relationship }: RosterEntry): boolean =>
  kind === 'person' &&
  typeof agency === 'string' &&
  agency !== '' &&
  (relationship === undefined ||
    relationship === null ||
    /^(?:practitioner|professional|report author|employee|member of staff|staff)$/i.test(relationship.trim()))
