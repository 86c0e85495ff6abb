import type { Roster, RosterEntry } from '../people/roster.ts'
import { followingPseudonym } from '../people/following-pseudonym.ts'
import type { Draw } from './draw.ts'

/** Letters that are not taken for figures. */
const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const pairs = letters.flatMap((one) => letters.map((two) => `${one}${two}`))

/** What a pseudonym says somebody is, without its number or letter: “Social Worker 2” and “Adult A” are a role and a code. */
export const roleOf = (pseudonym: string): string =>
  pseudonym.replace(/\s+(?:\d+|[A-Z]{1,2})$/u, '') || pseudonym

const isCoded = (pseudonym: string): boolean => roleOf(pseudonym) !== pseudonym

/** First letters of everything somebody is called, so that no code is by chance their initial. */
const initialsOf = ({ name, aliases }: RosterEntry): ReadonlySet<string> =>
  new Set([name, ...aliases].flatMap((text) => text.toUpperCase().match(/(?<!\p{L})\p{L}/gu) ?? []))

/**
 * Pseudonyms of one pack, by entry of the people key: the role stays and its code is a letter drawn from the pack's own key,
 * so that of two packs nothing but the role can be joined. A pseudonym that names another (“Neighbour 1's home”) follows it.
 * Rule: unlinkability (requirements section 5; ICO anonymisation guidance, 2025, "linkability"); codes are unique and not
 * derivable (section 2, "Legend of people").
 */
export const drawPseudonyms = (roster: Roster, draw: Draw): ReadonlyMap<string, string> => {
  const coded = roster.entries
    .filter(({ pseudonym }) => isCoded(pseudonym))
    .map((entry) => ({ entry, drawn: draw(`pseudonym:${entry.id}`) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
  // no working pseudonym, whosever it is: it would join the pack to another, or one person to somebody else
  const used = new Set(roster.entries.map(({ pseudonym }) => pseudonym))
  const drawn = new Map<string, string>()
  for (const { entry, drawn: digits } of coded) {
    const code = freeCode(entry, digits, used)
    used.add(code)
    drawn.set(entry.id, code)
  }
  const renamed = roster.entries
    .flatMap(({ id, pseudonym }) => {
      const code = drawn.get(id)
      return code === undefined ? [] : [{ from: pseudonym, to: code }]
    })
    .sort((a, b) => b.from.length - a.from.length)
  for (const { id, pseudonym } of roster.entries) {
    if (drawn.has(id)) continue
    const follows = renamed
      .map(({ from, to }) => followingPseudonym(pseudonym, from, to))
      .find((follower) => follower !== null)
    if (follows) drawn.set(id, follows)
  }
  return drawn
}

const freeCode = (entry: RosterEntry, digits: string, used: ReadonlySet<string>): string => {
  const own = initialsOf(entry)
  const role = roleOf(entry.pseudonym)
  const start = Number.parseInt(digits.slice(0, 8), 16)
  for (const list of [letters, pairs]) {
    const free = list
      .filter((code) => ![...code].some((letter) => own.has(letter)))
      .map((code) => `${role} ${code}`)
      .filter((code) => !used.has(code))
    const code = free[start % free.length]
    if (code !== undefined) return code
  }
  throw new Error('a role has more people than there are codes')
}
