import type { Roster, RosterEntry } from '../people/roster.ts'
import { namesThatAreWords } from './first-names.ts'
import type { LeakOptions, LeakSource } from './find-leaks.ts'
import { labels } from './identifier-labels.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { isReplacedFor } from './prepare-roster.ts'
import type { Audience, IdentifierKind, Leak, RedactionDecision } from './redaction.ts'
import { kindOfType } from './roster-identifiers.ts'
import { titles } from './titles.ts'

type Phrase = {
  readonly words: string
  readonly entity: string | null
  readonly kind: IdentifierKind
  readonly cased: boolean
  /** As a person wrote it, where only that counts. */
  readonly exact?: string
}

/** What is looked for, by its first word; an entity of null is a phrase that may stand. */
export type PlainNeedles = {
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly allowed: ReadonlyMap<string, readonly string[]>
  readonly numbers: ReadonlyMap<string, { readonly entity: string; readonly kind: IdentifierKind }>
}

/** A hash as its fingerprint, eight pairs or more: nobody's number. */
const fingerprint = /\b(?:[0-9a-f]{2}:){7,}[0-9a-f]{2}\b/g

/** Letters and numbers without accents and invisible characters, words apart by one space, capitals as they are. */
const folded = (text: string): string =>
  text
    .replace(fingerprint, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const low = (text: string): string => folded(text).toLowerCase()

/**
 * Everything of the key as plain phrases: names and aliases as written, without apostrophes, surname first, title and surname,
 * the surname alone, addresses, numbers, dates of birth (and of death, for the public); and what a person decided to replace. Made from the key and from nothing the
 * detectors or `findLeaks` make, so that a fault in their matching is not a fault here. Words that are also ordinary, and
 * aliases the key asks to take care over, are left to those who read the words around them.
 */
export const plainNeedles = (
  { entries, keep }: Roster,
  { audience, decisions = [] }: LeakOptions,
): PlainNeedles => {
  const phrases = new Map<string, Phrase[]>()
  const numbers = new Map<string, { entity: string; kind: IdentifierKind }>()
  for (const entry of entries) {
    const seen = new Set<string>()
    const add = (kind: IdentifierKind, text: string): void => {
      const words = low(text)
      if (words.length < 4 || seen.has(words)) return
      seen.add(words)
      const cased = /\p{L}/u.test(words) && words.split(' ').every(isPlain)
      if (cased && !words.includes(' ')) return
      push(phrases, words, { words, entity: entry.id, kind, cased })
    }
    if (isReplacedFor(entry, audience)) for (const name of namesOf(entry)) add(nameKinds[entry.kind], name)
    for (const { type, value } of entry.identifiers) {
      const [kind, compact] = [kindOfType(type), low(value).replaceAll(' ', '')]
      if (!/\d/.test(compact)) add(kind, value)
      else if (compact.length >= 6) {
        numbers.set(compact, { entity: entry.id, kind })
        push(phrases, low(value), { words: low(value), entity: entry.id, kind, cased: false })
      }
    }
    for (const day of daysOf(entry, audience)) add('DATE_OF_BIRTH', day)
  }
  for (const decision of decisions) {
    const [words, written] = [low(decision.text), folded(decision.text)]
    const stays = decision.decision === 'keep' || low(decision.replacement ?? '').includes(words)
    if (stays || words.length < 4 || words.split(' ').every(isPlain)) continue
    const phrase = { words, entity: decision.entity ?? null, kind: 'PERSON', cased: false } as const
    push(phrases, words, written === words ? phrase : { ...phrase, exact: written })
  }
  return { phrases, numbers, allowed: allowedOf(entries, keep, audience, decisions) }
}

const nameKinds = { person: 'PERSON', place: 'PLACE', organisation: 'ORGANISATION' } as const

/** Ordinary, or too short to be anybody alone. */
const isPlain = (word: string): boolean =>
  word.length < 4 || titles.has(word) || namesThatAreWords.has(word) || isOrdinaryWord(word)

function* namesOf({ kind, name, aliases, aliases_needing_care: care }: RosterEntry): Generator<string> {
  const careful = new Set(Object.keys(care).map(low))
  for (const alias of [name, ...aliases]) {
    if (careful.has(low(alias))) continue
    yield alias
    yield alias.replace(/['\u2019\u02bc-]/gu, '')
    if (kind !== 'place') continue
    for (const part of alias.split(',').filter((piece) => piece.trim().includes(' '))) {
      yield part
      if (/ .* /.test(part.trim())) yield part.replace(/^\s*\d+\w?\s/, '')
    }
  }
  if (kind !== 'person') return
  const parts = name.split(/\s+/).filter((word) => !titles.has(low(word)))
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || careful.has(low(last))) return
  yield last
  yield last.replace(/['\u2019\u02bc-]/gu, '')
  for (const pair of [
    `${last} ${first}`,
    `${first} ${last}`,
    `${last} ${first.charAt(0)}`,
    `${first.charAt(0)} ${last}`,
  ])
    yield pair
  for (const title of ['Mr', 'Mrs', 'Ms', 'Miss', 'Dr']) yield `${title} ${last}`
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

function* daysOf(entry: RosterEntry, audience: Audience): Generator<string> {
  for (const form of entry.dob_forms) if (/\d{4}/.test(form) && /\D/.test(form.trim())) yield form
  for (const day of [entry.date_of_birth, audience === 'public' ? entry.date_of_death : null]) {
    const [, year = '', month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? []
    if (year === '') continue
    const [m, d, name] = [String(Number(month)), String(Number(date)), months[Number(month) - 1] ?? '']
    yield* [
      `${year} ${month} ${date}`,
      `${date} ${month} ${year}`,
      `${d} ${m} ${year}`,
      `${date}${month}${year}`,
    ]
    for (const written of [name, name.slice(0, 3)])
      for (const number of [d, date, `${d}${ordinal(Number(d))}`])
        yield* [
          `${number} ${written} ${year}`,
          `${written} ${number} ${year}`,
          `${number} of ${written} ${year}`,
        ]
  }
}

const ordinal = (day: number): string =>
  day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')

const allowedOf = (
  entries: readonly RosterEntry[],
  keep: readonly string[],
  audience: Audience,
  decisions: readonly RedactionDecision[],
): ReadonlyMap<string, readonly string[]> => {
  const allowed = new Map<string, string[]>()
  const add = (text: string): void => {
    const words = low(text)
    if (words !== '') push(allowed, words, words)
  }
  for (const entry of entries) {
    add(entry.pseudonym)
    if (!isReplacedFor(entry, audience)) for (const name of [entry.name, ...entry.aliases]) add(name)
  }
  for (const text of [...keep, ...Object.values(labels)]) add(text)
  for (const { text, decision } of decisions) if (decision === 'keep') add(text)
  return allowed
}

const push = <T>(map: Map<string, T[]>, words: string, value: T): void => {
  const [first = ''] = words.split(' ', 1)
  const list = map.get(first)
  if (list) list.push(value)
  else map.set(first, [value])
}

/** How many words a number may be written in. */
const mostGroups = 8

/**
 * The plainest search there is: each phrase of the key as whole words, whatever stands between them. `isRaw` is for bytes read as
 * text, where single short words and numbers put together from several occur by chance. Time grows with the texts.
 */
export const plainLeaks = (sources: readonly LeakSource[], needles: PlainNeedles, isRaw = false): Leak[] => {
  const leaks: Leak[] = []
  for (const { file, where, text } of sources) {
    const written = folded(text)
    const lower = written.toLowerCase()
    // A letter whose lower case is longer would shift every place after it; such a text is searched without capitals.
    const cased = lower.length === written.length ? written : lower
    const told = new Set<string>()
    let allowedTo = 0
    const report = (entity: string | null, kind: IdentifierKind, start: number, end: number): void => {
      const found = cased.slice(start, end)
      if (end <= allowedTo || told.has(`${entity ?? ''} ${found}`)) return
      told.add(`${entity ?? ''} ${found}`)
      leaks.push({ file, where, entity, kind, text: found })
    }
    for (const match of lower.matchAll(/[^ ]+/g)) {
      const [word, at] = [match[0], match.index]
      // without its tags the last word of a paragraph runs on into the next
      for (const phrase of needles.allowed.get(word) ?? [])
        if (isRaw ? lower.startsWith(phrase, at) : standsAt(lower, phrase, at))
          allowedTo = Math.max(allowedTo, at + phrase.length)
      for (const { words, entity, kind, cased: capitals, exact } of needles.phrases.get(word) ?? []) {
        if (isRaw && words.length < 6) continue
        if (exact !== undefined && cased.slice(at, at + words.length) !== exact) continue
        if (standsAt(lower, words, at) && !(capitals && !hasCapitals(cased.slice(at, at + words.length))))
          report(entity, kind, at, at + words.length)
      }
      let [run, end] = ['', at]
      for (
        let group = 0;
        group < (isRaw ? 1 : mostGroups) && end < lower.length && run.length < 40;
        group++
      ) {
        const next = lower.indexOf(' ', end)
        run += lower.slice(end, next < 0 ? lower.length : next)
        end = (next < 0 ? lower.length : next) + 1
        const known = needles.numbers.get(run)
        // hours, minutes and counts make short numbers by chance
        if (known && (group === 0 || run.length >= 8)) report(known.entity, known.kind, at, end - 1)
      }
    }
  }
  return leaks
}

const standsAt = (text: string, words: string, at: number): boolean =>
  text.startsWith(words, at) && (at + words.length === text.length || text.charAt(at + words.length) === ' ')

const hasCapitals = (text: string): boolean => text.split(' ').every((word) => !/^\p{Ll}/u.test(word))
