import { roleOf } from '../packs/pack-pseudonyms.ts'
import type { Roster } from '../people/roster.ts'
import { replacementProblem } from '../redaction/find-leaks.ts'
import { prepareRoster } from '../redaction/prepare-roster.ts'

/**
 * Why a name may not be what an adult is called in public, in a sentence, or null. A family may choose a first or a pet name
 * of the adult's own, never the surname, and never a name of anybody else in the key.
 * @param rosterId the adult's own entry, or null where the key has none
 */
export const publishedNameProblem = (
  name: string,
  roster: Roster,
  rosterId: string | null,
): string | null => {
  if (name === '') return null
  if (roleOf(name) !== name) return 'This looks like a code of the people key. Agree on a name.'
  const own = roster.entries.find(({ id }) => id === rosterId)
  const surname = own?.name.split(/\s+/).slice(1).at(-1)?.toLowerCase()
  if (
    surname !== undefined &&
    name
      .toLowerCase()
      .split(/[\s-]+/)
      .includes(surname)
  )
    return 'This holds the adult’s surname. Agree on a name without it.'
  const others = { ...roster, entries: roster.entries.filter(({ id }) => id !== rosterId) }
  return replacementProblem(name, prepareRoster(others)) === null
    ? null
    : 'This holds a name, an address or a number of somebody else in the people key. Agree on another name.'
}
