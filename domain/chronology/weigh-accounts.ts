import { daysApart, meets, type Days, type Evidence } from './account-evidence.ts'
import { isInPart } from './days-named.ts'
import { eventConcepts } from './event-concepts.ts'
import type { Rarity } from './feature-rarity.ts'

/** What speaks for and against two accounts being one event. `weight` is log odds: 0 is as likely as not. */
export type Weighed = {
  readonly weight: number
  readonly signs: Signs
  readonly apart: number
  readonly namesDay: 'one' | 'both' | null
  readonly namesAuthor: boolean
  readonly minutes: number | null
  readonly concepts: readonly number[]
  readonly words: readonly string[]
  readonly phrases: readonly string[]
}

/** The rarity of features on the days of one pair. */
export type DayRarity = { readonly [Key in keyof Rarity]: (key: Parameters<Rarity[Key]>[0]) => number }

export const onDay = (rarity: Rarity, day: number): DayRarity => ({
  word: (stem) => rarity.word(stem, day),
  phrase: (stems) => rarity.phrase(stems, day),
  concept: (index) => rarity.concept(index, day),
  person: (id) => rarity.person(id, day),
})

/** Evidence of one kind repeats itself, so that it adds up to less and less; `most` is all it can ever give. */
const saturating = (sum: number, most: number): number => most * (1 - Math.exp(-sum / most))

/** What speaks for and against, each as a number that `weights` turns into log odds. */
export type Signs = {
  readonly words: number
  readonly happening: number
  readonly matter: number
  readonly otherHappening: number
  readonly people: number
  readonly author: number
  readonly sameAuthor: number
  readonly calling: number
  readonly otherParty: number
  readonly announces: number
  readonly followUp: number
  readonly twoCalls: number
  readonly bothNameDay: number
  readonly oneNamesDay: number
  readonly partOfDay: number
  readonly sameDay: number
  readonly nextDay: number
  readonly twoDays: number
  readonly withinQuarter: number
  readonly withinHour: number
  readonly told: number
  readonly twoVisits: number
  readonly neighbours: number
  readonly always: number
}

/** Set on generated cases (tests), never on a real one. A weight of 1 trusts a likelihood ratio as it stands. */
export const weights: Readonly<Record<keyof Signs, number>> = {
  words: 1.05,
  happening: 2.6,
  matter: 1.0,
  otherHappening: -1.0,
  people: 0.8,
  author: 0.9,
  sameAuthor: 2.5,
  calling: 2.1,
  otherParty: -2.5,
  announces: -1.5,
  followUp: -3,
  twoCalls: -3,
  bothNameDay: 4,
  oneNamesDay: 3.1,
  partOfDay: 1.5,
  sameDay: 1.2,
  nextDay: -0.3,
  twoDays: -2.8,
  withinQuarter: 1.7,
  withinHour: 0.4,
  told: 0.1,
  twoVisits: -1.2,
  neighbours: -1.4,
  always: -4.5,
}

const signNames = Object.keys(weights) as readonly (keyof Signs)[]

export const weigh = (a: Evidence, b: Evidence, everywhere: Rarity, neighbours: number): Weighed => {
  const rarity = onDay(everywhere, a.own.from)
  const apart = daysApart(a.own, b.own)
  const between = apart === 0 ? 0 : Math.max(apart, daysBetweenHappenings(a, b))
  const namesDay = dayNamed(a, b, apart)
  const words = shared(a.words.keys(), b.words).filter((stem) => rarity.word(stem) > 0)
  const phrases = shared(a.phrases.keys(), b.phrases).filter((stems) => rarity.phrase(stems) > 0)
  const concepts = shared(a.concepts, b.concepts)
  const author = authorEvidence(a, b, rarity)
  const minutes = apart <= 1 ? minutesApart(a, b) : null
  const conceptsOfSort = (event: boolean): number =>
    concepts.reduce(
      (sum, index) => sum + (eventConcepts[index]?.event === event ? rarity.concept(index) : 0),
      0,
    )
  const happening = saturating(conceptsOfSort(true), 5)
  const matter = saturating(conceptsOfSort(false), 3)
  const told = saturating(wordEvidence(words, phrases, rarity), 10)
  const like = told + happening + matter + author > 1.5
  const exact = a.own.from === a.own.to && b.own.from === b.own.to
  const signs: Signs = {
    words: told,
    happening,
    matter,
    otherHappening: happens(a) && happens(b) && happening === 0 ? 1 : 0,
    people: saturating(
      shared(a.people, b.people).reduce((sum, id) => sum + rarity.person(id), 0),
      4,
    ),
    author,
    sameAuthor: shared(a.authors, b.authors).length > 0 ? 1 : 0,
    calling: (callsOn(a, b) ? 1 : 0) + (callsOn(b, a) ? 1 : 0),
    otherParty: happening > 0 ? 0 : (spokeWithOthers(a, b) ? 1 : 0) + (spokeWithOthers(b, a) ? 1 : 0),
    announces: namesDay === null && apart > 0 && (announces(a, b) || announces(b, a)) ? 1 : 0,
    followUp: followsUp(a, b) || followsUp(b, a) ? 1 : 0,
    twoCalls: a.outgoing && b.outgoing ? 1 : 0,
    bothNameDay: namesDay === 'both' ? 1 : 0,
    oneNamesDay: namesDay === 'one' ? 1 : 0,
    partOfDay: partFits(a, b) + partFits(b, a),
    sameDay: namesDay === null && apart === 0 && exact ? 1 : 0,
    nextDay: namesDay === null && between === 1 ? 1 : 0,
    twoDays: namesDay === null && between > 1 ? Math.min(3, between - 1) : 0,
    withinQuarter: like && minutes !== null && minutes <= 15 ? 1 : 0,
    withinHour: like && minutes !== null && minutes > 15 && minutes <= 60 + 120 * apart ? 1 : 0,
    told: (a.manner === 'report') !== (b.manner === 'report') ? 1 : 0,
    twoVisits: twoVisits(a, b, apart, minutes) ? 1 : 0,
    neighbours: Math.log(1 + neighbours),
    always: 1,
  }
  let weight = 0
  for (const sign of signNames) weight += signs[sign] * weights[sign]
  return { weight, signs, apart, namesDay, namesAuthor: author > 0, minutes, concepts, words, phrases }
}

/**
 * Words that stand together in both texts are one observation: the most telling of them counts in full, the rest for a
 * quarter. Words on their own count in full.
 */
const wordEvidence = (words: readonly string[], phrases: readonly string[], rarity: DayRarity): number => {
  const runOf = new Map(words.map((stem) => [stem, { most: rarity.word(stem), sum: rarity.word(stem) }]))
  for (const phrase of phrases) {
    const [left = '', right = ''] = phrase.split(' ')
    const [first, second] = [runOf.get(left), runOf.get(right)]
    const most = Math.max(rarity.phrase(phrase), first?.most ?? 0, second?.most ?? 0)
    if (first === second) {
      if (first) first.most = most
      continue
    }
    const run = { most, sum: (first?.sum ?? 0) + (second?.sum ?? 0) }
    for (const [stem, known] of runOf) if (known === first || known === second) runOf.set(stem, run)
  }
  return [...new Set(runOf.values())].reduce(
    (sum, { most, sum: all }) => sum + most + Math.max(0, all - most) * 0.25,
    0,
  )
}

const callsOn = (teller: Evidence, told: Evidence): boolean =>
  [...told.writerCallings].some((calling) => teller.toldCallings.has(calling))

/** The teller had a contact with somebody, and the other account is by neither: a contact has two ends. */
const spokeWithOthers = (teller: Evidence, told: Evidence): boolean =>
  teller.partyCallings.size > 0 &&
  ![...teller.partyCallings].some((calling) => told.writerCallings.has(calling))

/** A report of what happened the day before, and an account dated the day after, are two days apart and not one. */
const daysBetweenHappenings = (a: Evidence, b: Evidence): number =>
  Math.min(...a.happened.flatMap((one) => b.happened.map((other) => daysApart(one, other))))

/** The teller names the other's day before it came. */
const announces = (teller: Evidence, told: Evidence): boolean =>
  teller.named.some((day) => day.from > teller.own.to && meets(day, told.own))

/** The later of the two was made because of the earlier, or of the same cause. */
const followsUp = (later: Evidence, earlier: Evidence): boolean =>
  later.followUp && !earlier.followUp && later.manner !== 'report' && later.own.to >= earlier.own.from

const happens = (each: Evidence): boolean => [...each.concepts].some((index) => eventConcepts[index]?.event)

const shared = <Key>(keys: Iterable<Key>, among: { readonly has: (key: Key) => boolean }): readonly Key[] => {
  const found: Key[] = []
  for (const key of keys) if (among.has(key)) found.push(key)
  return found
}

/**
 * A day still to come is a plan: naming it does not make the entry an account of what happened then. Nor does naming the
 * day of what one has come about, and a time of that day that the other account is not of.
 */
const looksBackAt = (teller: Evidence, told: Evidence): boolean =>
  !followsUp(teller, told) &&
  teller.named.some(
    (day) => day.from <= teller.own.to && meets(day, told.own) && isInPart(day.part, told.minute),
  )

/** Whether the other account's time is in the part of the day that the teller names, 1, or is not, -1; 0 where nothing says. */
const partFits = (teller: Evidence, told: Evidence): number => {
  const { minute } = told
  if (minute === null || followsUp(teller, told)) return 0
  const parts = teller.named.filter(({ part, ...day }) => part !== undefined && meets(day, told.own))
  if (parts.length === 0) return 0
  return parts.some(({ part }) => isInPart(part, minute)) ? 1 : -1
}

/** Only a named day that is not simply the own date of the account says more than the dates themselves. */
const dayNamed = (a: Evidence, b: Evidence, apart: number): Weighed['namesDay'] => {
  const past = ({ named, own }: Evidence): readonly Days[] =>
    named.filter(({ from, to }) => from <= own.to && (from < own.from || to > own.to))
  if (past(a).some((day) => past(b).some((other) => meets(day, other)))) return 'both'
  if (apart === 0) return null
  return looksBackAt(a, b) || looksBackAt(b, a) ? 'one' : null
}

/** One text naming the author of the other, or one author in both, as far as that name is not everywhere. */
const authorEvidence = (a: Evidence, b: Evidence, rarity: DayRarity): number => {
  const names = (teller: Evidence, told: Evidence): number =>
    Math.max(
      0,
      ...shared(told.authors, { has: (stem) => teller.words.has(stem) || teller.authors.has(stem) }).map(
        (stem) => Math.min(3, rarity.word(stem)),
      ),
    )
  return Math.max(names(a, b), names(b, a))
}

/** Minutes between the times written, over midnight where the days are neighbours. */
const minutesApart = (a: Evidence, b: Evidence): number | null =>
  a.minute === null || b.minute === null
    ? null
    : Math.abs(b.minute - a.minute + 1440 * (b.own.from - a.own.from))

/**
 * Two agencies that each went there on different days, or hours apart, made two visits, unless one met the other there; a
 * report may tell of either.
 */
const twoVisits = (a: Evidence, b: Evidence, apart: number, minutes: number | null): boolean =>
  a.manner === 'visit' &&
  b.manner === 'visit' &&
  !(callsOn(a, b) || callsOn(b, a)) &&
  (apart > 0 ? minutes === null || minutes > 180 : minutes !== null && minutes > 120)
