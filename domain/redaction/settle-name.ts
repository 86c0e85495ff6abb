import { isFirstName } from './first-names.ts'
import type { Found } from './found.ts'
import type { NameHit } from './match-names.ts'
import {
  judgeAlone,
  readsAsAbbreviation,
  strangeGivenBefore,
  strangeHalfOf,
  strangeSurnameAfter,
  titleBefore,
  venueAfter,
} from './name-context.ts'
import type { NameForm, NameTerm } from './name-trie.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { carefulPhraseAround, sharedBy } from './name-exceptions.ts'
import { verdictsFor } from './name-verdicts.ts'
import { settleInitials } from './settle-initials.ts'
import { settlePlace } from './settle-place.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { Audience, IdentifierKind } from './redaction.ts'
import { nameCues, personVerbs } from './titles.ts'
import { caseOf, gapAfter, gaps, opensSentence, wordOf, type Tokens } from './tokens.ts'

const kindOf: Readonly<Record<'person' | 'place' | 'organisation', IdentifierKind>> = {
  person: 'PERSON',
  place: 'PLACE',
  organisation: 'ORGANISATION',
}

const list = (terms: readonly NameTerm[]): number[] => [...new Set(terms.map((term) => term.entry))]

const rankOfForm: Readonly<Record<NameForm, number>> = {
  full: 0,
  place: 0,
  organisation: 0,
  street: 1,
  given: 1,
  surname: 1,
  initials: 1,
  short: 2,
  'half-surname': 3,
  middle: 4,
}

const rankOf = (term: NameTerm): number => rankOfForm[term.form] + (term.listed ? 0 : 5)

/** Those terms that decide: of the listed if any is, and of the clearest form. */
const clearest = (tokens: Tokens, hit: NameHit): readonly NameTerm[] => {
  if (hit.terms.length < 2) return hit.terms
  // "Marsden-Lee" is a double surname before it is Lee Marsden turned round
  if (hit.last === hit.first + 1 && gapAfter(tokens, hit.first) === gaps.hyphen) {
    const joined = hit.terms.filter(({ form }) => form === 'surname' || form === 'given')
    if (joined.length > 0) return joined
  }
  let lowest = Infinity
  for (const term of hit.terms) lowest = Math.min(lowest, rankOf(term))
  return hit.terms.filter((term) => rankOf(term) === lowest)
}

/** What a hit of the key comes to in its place: one finding, or several where part of it is another's. */
export const settle = (
  tokens: Tokens,
  hit: NameHit,
  prepared: PreparedRoster,
  audience: Audience,
  floor: number,
): Found[] => {
  const terms = clearest(tokens, hit)
  const term = terms[0]
  if (!term) return []
  const start = tokens.start[hit.first] ?? 0
  const end = tokens.end[hit.last] ?? 0
  const spelled = tokens.text.slice(start, end)
  const item = prepared.entries[term.entry]
  if (!item) return []
  const person = item.kind === 'person'
  const base = {
    start,
    end,
    kind: kindOf[item.kind],
    source: 'roster',
    listed: term.listed && !hit.slip,
  } as const
  const phrase = carefulPhraseAround(tokens, hit, prepared)
  if (phrase) {
    const lower =
      phrase.text.charAt(start - phrase.start) !== phrase.text.charAt(start - phrase.start).toUpperCase()
    return [
      {
        ...base,
        start: phrase.start,
        end: phrase.end,
        verdict: lower ? 'leave' : 'ask',
        entries: list(terms),
        replacement: '',
        confidence: 0.5,
        listed: false,
        source: 'name-model',
        why: `"${tokens.text.slice(phrase.start, phrase.end)}" holds a name from the key, and the key says that it can mean something else`,
      },
    ]
  }
  const verdicts = verdictsFor(tokens, hit, base, item, prepared, audience)
  const { replace, ask } = verdicts
  const titled = person ? titleBefore(tokens, hit.first, floor) : null
  const from = titled === null ? start : (tokens.start[titled] ?? start)
  if (hit.possessive && !hit.slip && isOrdinaryWord(wordOf(tokens, hit.last))) {
    // "Wills brother" may be Will's, and "Wills were read" is not
    if (
      hit.first === hit.last &&
      titled === null &&
      opensSentence(tokens, hit.first) &&
      !ownedNext(tokens, hit.last)
    )
      return []
    return [ask(from, end, list(terms), `"${spelled}" may be a name in the key without its apostrophe`)]
  }
  if (!person) return settlePlace(tokens, hit, term, list(terms), prepared, audience, verdicts)

  const alone = hit.first === hit.last
  const key = wordOf(tokens, hit.first)
  const sharing = sharedBy(tokens, hit, prepared)
  let entries = sharing ? [...sharing.entries] : list(terms)

  if (term.form === 'initials') return settleInitials(tokens, hit, term, entries, verdicts)

  if (alone && titled === null) {
    const venue = venueAfter(tokens, hit.last)
    if (venue !== null) {
      const to = tokens.end[venue] ?? end
      return [
        ask(
          start,
          to,
          entries,
          `"${tokens.text.slice(start, to)}" reads as the name of a place or service that holds a name from the key`,
          0.5,
          'ORGANISATION',
        ),
      ]
    }
  }

  const half = alone ? strangeHalfOf(tokens, hit.first, prepared) : null
  if (half !== null) {
    const joined = Math.max(half, hit.last)
    const to = tokens.end[strangeSurnameAfter(tokens, joined, prepared) ?? joined] ?? end
    const whole = Math.min(from, tokens.start[half] ?? start)
    return [
      ask(
        whole,
        to,
        entries,
        `"${tokens.text.slice(whole, to)}" joins a name from the key to one that the key does not have`,
      ),
    ]
  }
  if (alone && titled === null && !/^\p{Lu}+$/u.test(item.name) && readsAsAbbreviation(tokens, hit.first))
    return [
      ask(start, end, entries, `"${spelled}" is a name in the key, and in capitals may be an abbreviation`),
    ]

  if (alone && (term.form === 'given' || term.form === 'short' || term.form === 'middle')) {
    const strange = strangeSurnameAfter(tokens, hit.last, prepared)
    if (strange !== null) {
      const to = tokens.end[strange] ?? end
      return [
        ask(
          from,
          to,
          entries,
          `"${tokens.text.slice(start, to)}" has a first name from the key and a surname that the key does not give this person`,
        ),
      ]
    }
  }
  if (alone && (term.form === 'surname' || term.form === 'half-surname')) {
    const stranger = strangeGivenBefore(tokens, hit.first, floor)
    if (stranger !== null) {
      const outer = titleBefore(tokens, stranger, floor)
      return [
        ask(
          tokens.start[outer ?? stranger] ?? start,
          end,
          entries,
          `"${spelled}" is a surname from the key, with a first name or initial that the key does not give it`,
        ),
      ]
    }
  }

  if (term.care && alone && titled === null) {
    const judged = judgeAlone(tokens, hit.first)
    if (judged === 'word') return [{ ...ask(start, end, entries, ''), verdict: 'leave' }]
    if (judged === 'unsure') {
      if (
        term.form !== 'given' &&
        !term.listed &&
        opensSentence(tokens, hit.first) &&
        isOrdinaryWord(key) &&
        !personVerbs.has(nextWord(tokens, hit.last))
      )
        return key === 'fell' &&
          /^(in|on|from|down|at|over|out|off|to|into|asleep)$/.test(nextWord(tokens, hit.last))
          ? []
          : [ask(start, end, entries, `"${spelled}" is in the key and is also an ordinary word`)]
      return [
        ask(
          start,
          end,
          entries,
          `"${spelled}" is in the key and is also an ordinary word or part of another name`,
        ),
      ]
    }
  }

  if (entries.length > 1) {
    if (sharing && sharing.fallback !== null && titled === null)
      return [replace(sharing.fallback, from, 0.8, 'a name that several people share, read as the key says')]
    if (sharing && sharing.fallback !== null) {
      return [replace(sharing.fallback, from, 0.75, 'a name that several people share, read as the key says')]
    }
    return [ask(from, end, entries, `"${tokens.text.slice(from, end)}" fits several people in the key`)]
  }
  const entry = entries[0] ?? term.entry
  entries = [entry]
  if (term.form === 'middle' && titled === null)
    return [ask(start, end, entries, `"${spelled}" is a middle name in the key`)]
  if (term.form === 'half-surname' && alone)
    return [ask(start, end, entries, `"${spelled}" is part of a double surname in the key`)]
  if (hit.slip && alone && titled === null) {
    const known = isFirstName(key) || commonlyAnotherName(key) || isOrdinaryWord(key)
    if (key.length < 8 || known || caseOf(tokens, hit.first) === 'lower') {
      if (caseOf(tokens, hit.first) === 'lower' && key.length < 7) return []
      return [ask(start, end, entries, `"${spelled}" is one letter away from a name in the key`, 0.6)]
    }
    return [replace(entry, start, 0.8, 'one letter away from a name in the key')]
  }
  const confidence = hit.slip ? 0.85 : term.listed ? 1 : term.form === 'short' ? 0.85 : 0.95
  return [replace(entry, from, confidence, term.listed ? 'in the key' : 'made from a name in the key')]
}

const nextWord = (tokens: Tokens, last: number): string =>
  last + 1 < tokens.count && gapAfter(tokens, last) === gaps.space ? wordOf(tokens, last + 1) : ''

/** Whether what follows is somebody's: a relative, a home, a belonging. */
const ownedNext = (tokens: Tokens, last: number): boolean =>
  nameCues.has(nextWord(tokens, last)) ||
  /^(?:house|flat|home|room|bed|bag|keys?|phone|purse|money|wallet|pension|carers?|gp|family|dog|cat|door|voice|care|medication|meds)$/.test(
    nextWord(tokens, last),
  )

const commonlyAnotherName = (word: string): boolean =>
  /(son|sons|stein|ova|ski|ska|ton|man|mann)$/.test(word) && word.length < 9
