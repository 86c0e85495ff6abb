import { isFirstName } from '../redaction/first-names.ts'
import { isOrdinaryWord } from '../redaction/ordinary-words.ts'
import { titles } from '../redaction/titles.ts'
import type { Roster } from '../people/roster.ts'
import { withoutPlural, wordsWithPlaces } from './glossary.ts'

export type FoundAbbreviation = { readonly abbreviation: string; readonly count: number }

const mostLetters = 7
const roman = /^(?:I{2,3}|IV|VI{1,3}|IX|XI{1,2})$/
/** Capitals that stress a word, or tell the hour: nobody need explain them. */
const noAbbreviation = new Set(
  `am pm ok no not never none nil yes and or but if in on at to of by is was be do did has had the an all any only very
  please note urgent important new old high low see seen from with for home this that who what when why how`.split(
    /\s+/,
  ),
)

const isPlate = /^\p{Lu}{2}\d{2} \p{Lu}{3}$/u

const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0

/**
 * Whether a word looks like an abbreviation: at least two capitals and at least half of it capitals ("CMHT", "DoLS", "A&E"),
 * or a section of an Act ("S42"). Other figures are of postcodes, plates and references.
 */
const looksLikeOne = (written: string): boolean => {
  if (/^S\d{1,3}[A-Z]?$/.test(written)) return true
  if (/\p{N}/u.test(written) || written.length > mostLetters) return false
  const large = capitals(written)
  return large >= 2 && large * 2 >= written.length && /^\p{Lu}/u.test(written)
}

const isCapitalWord = (written: string): boolean => /^\p{Lu}{2,}$/u.test(written)

/** Positions of words in a stretch of capitals that is shouted rather than abbreviated: half of it ordinary words. */
const shouted = (text: string, words: readonly RegExpExecArray[]): ReadonlySet<number> => {
  const found = new Set<number>()
  let from = 0
  while (from < words.length) {
    let to = from
    while (
      to < words.length &&
      isCapitalWord(words[to]?.[0] ?? '') &&
      (to === from || /^ *$/.test(between(text, words[to - 1], words[to])))
    )
      to += 1
    const run = words.slice(from, to).map(([written]) => written.toLowerCase())
    if (run.length > 1 && run.filter(isOrdinaryWord).length * 2 >= run.length)
      for (let n = from; n < to; n += 1) found.add(n)
    from = Math.max(to, from + 1)
  }
  return found
}

const between = (
  text: string,
  before: RegExpExecArray | undefined,
  after: RegExpExecArray | undefined,
): string => (before && after ? text.slice(before.index + before[0].length, after.index) : '')

const wordsIn = (text: string): readonly string[] => text.toUpperCase().match(/\p{L}+/gu) ?? []

/**
 * What the people key makes of capitals, none of it an abbreviation to explain: words of people's names and of pseudonyms,
 * initials made of people's names, and short names of places and organisations.
 */
export const namesInCapitals = (roster: Roster): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const { kind, name, pseudonym, aliases, aliases_needing_care: care } of roster.entries) {
    for (const part of wordsIn(pseudonym)) names.add(part)
    for (const one of [name, ...aliases, ...Object.keys(care)]) {
      const words = wordsIn(one)
      // "M.O." is one alias and its own initials.
      if (words.length === 1 || words.every((part) => part.length === 1)) names.add(words.join(''))
      if (kind !== 'person') continue
      for (const part of words) names.add(part)
      const initials = words.map((part) => part.charAt(0))
      for (let n = 2; n <= initials.length; n += 1) names.add(initials.slice(0, n).join(''))
      names.add(`${initials[0] ?? ''}${initials.at(-1) ?? ''}`)
    }
  }
  return names
}

/** Whether a short form is, in any of its words, a name of the key or the initials of one. */
export const isNameOfKey = (abbreviation: string, names: ReadonlySet<string>): boolean =>
  wordsIn(abbreviation).some((part) => part.length > 1 && names.has(part))

/**
 * Abbreviations in texts that nobody has explained yet, the most frequent first, then in the order of the alphabet. The same
 * texts give the same list. Names of the key, their initials, first names and what follows a title are left out.
 * @param left what is explained, put aside, or a name: in capitals as it stands
 */
export const findAbbreviations = (
  texts: Iterable<string>,
  left: { readonly known: ReadonlySet<string>; readonly names: ReadonlySet<string> },
): readonly FoundAbbreviation[] => {
  const counts = new Map<string, number>()
  for (const text of texts) {
    if (capitals(text) < 2) continue
    const words = wordsWithPlaces(text)
    const loud = shouted(text, words)
    words.forEach(([written], n) => {
      if (!looksLikeOne(written) || loud.has(n) || isAfterTitle(text, words, n)) return
      if (isPlate.test(`${words[n - 1]?.[0] ?? ''} ${written}`)) return
      const abbreviation = withoutPlural(written)
      const lower = abbreviation.toLowerCase()
      if (capitals(abbreviation) < 2 && !/^S\d/.test(abbreviation)) return
      if (roman.test(abbreviation) || noAbbreviation.has(lower)) return
      if (abbreviation.length > 3 && isFirstName(lower)) return
      if (left.known.has(abbreviation) || left.known.has(written)) return
      if (isNameOfKey(abbreviation, left.names)) return
      counts.set(abbreviation, (counts.get(abbreviation) ?? 0) + 1)
    })
  }
  return inOrderOfCount(counts)
}

export const inOrderOfCount = (counts: ReadonlyMap<string, number>): readonly FoundAbbreviation[] =>
  [...counts]
    .map(([abbreviation, count]) => ({ abbreviation, count }))
    .sort((a, b) => b.count - a.count || (a.abbreviation < b.abbreviation ? -1 : 1))

/** "Mrs KHAN" is a name; "DN CMHT" are two abbreviations, for a role before a role is a title only in small letters. */
const isAfterTitle = (text: string, words: readonly RegExpExecArray[], n: number): boolean => {
  const before = words[n - 1]?.[0] ?? ''
  const isTitle = titles.has(before.toLowerCase()) && !/^\p{Lu}{3,}$/u.test(before)
  return isTitle && /^[ .]+$/.test(between(text, words[n - 1], words[n]))
}
