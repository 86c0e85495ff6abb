import { addDays, daysBetween } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import { daysNamedIn } from './days-named.ts'
import { conceptsOf, eventConcepts } from './event-concepts.ts'
import { commonWords, stemOf, wordsOf } from './text-similarity.ts'

/** One agency's account of something that happened. `text` is the event with its action; ids are the caller's own. */
export type Account = {
  readonly id: string
  readonly agency: string
  readonly date: ImpreciseDate
  readonly text: string
  /** Who wrote or made the contact, as recorded: a name in both accounts speaks for one event. */
  readonly author?: string
  readonly contactType?: string
  /** A declaration of no contact is never an account of an event. */
  readonly declaredNoContact?: boolean
}

/** Two accounts that may tell of one event. `score` runs from 0 to 1; `reason` is a sentence for the person deciding. */
export type SameEventProposal = {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly reason: string
}

/** Days that each date is widened by on both sides: agencies log an event on the day they hear of it. */
const widening = 1
/** A date that spans more days than this says too little to pair by. */
const longestSpan = 31
const leastScore = 0.2
/** From here on a pair is good enough to lend its likeness to a third account. */
const strongScore = 0.25
const thirdShare = 0.8

type Prepared = {
  readonly account: Account
  readonly from: string
  readonly to: string
  /** Stems of the telling words, each with a word it stands for. */
  readonly words: ReadonlyMap<string, string>
  readonly concepts: ReadonlySet<number>
  /** Days written in the text itself. */
  readonly named: readonly string[]
}

/**
 * Proposes pairs of accounts by different agencies that may be one event, the likeliest first. A pair is proposed where
 * the dates, each widened by a day, overlap, and the texts share distinctive words, names or a sort of event, or where
 * both are likely the same as a third account. Advisory: a named person decides, and both accounts stay.
 * Time grows with the entries that share a window of days, not with the square of the file.
 */
export const proposeSameEvents = (accounts: readonly Account[]): readonly SameEventProposal[] => {
  const prepared = accounts.flatMap((account) => prepare(account) ?? []).sort(byStart)
  const rarity = rarityOf(prepared)
  const pairs: Pair[] = []
  let open: Prepared[] = []
  for (const later of prepared) {
    open = open.filter((earlier) => earlier.to >= later.from)
    for (const earlier of open)
      if (earlier.account.agency !== later.account.agency) pairs.push(weigh(earlier, later, rarity))
    open.push(later)
  }
  return throughThird(pairs)
    .filter((pair) => pair.score >= leastScore)
    .map(({ a, b, score, reason }) => ({ a, b, score, reason }))
    .sort((x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b))
}

/** A pair whose texts share little is lifted where both accounts are likely the same as a third. */
const throughThird = (pairs: readonly Pair[]): readonly Pair[] => {
  const strong = new Map<string, Map<string, number>>()
  const note = (from: string, to: string, score: number): void => {
    const known = strong.get(from)
    if (known) known.set(to, score)
    else strong.set(from, new Map([[to, score]]))
  }
  for (const { a, b, score } of pairs)
    if (score >= strongScore) {
      note(a, b, score)
      note(b, a, score)
    }
  return pairs.map((pair) => {
    let best = 0
    for (const [third, score] of strong.get(pair.a) ?? [])
      best = Math.max(best, Math.min(score, strong.get(third)?.get(pair.b) ?? 0))
    const lifted = rounded(best * thirdShare)
    if (lifted <= pair.score) return pair
    return {
      ...pair,
      score: lifted,
      reason: `${pair.reason} Both may be the same event as a third account.`,
    }
  })
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byStart = (a: Prepared, b: Prepared): number =>
  compareText(a.from, b.from) || compareText(a.account.id, b.account.id)

const prepare = (account: Account): Prepared | null => {
  const { earliest, latest } = account.date
  if (account.declaredNoContact || earliest === null || latest === null) return null
  if (daysBetween(earliest, latest) >= longestSpan) return null
  const whole = [account.text, account.author ?? '', account.contactType ?? ''].join('\n')
  return {
    account,
    from: addDays(earliest, -widening),
    to: addDays(latest, widening),
    words: new Map(
      wordsOf(whole).flatMap((word) =>
        word.length > 2 && !commonWords.has(word) ? [[stemOf(word), word] as const] : [],
      ),
    ),
    concepts: conceptsOf(account.text),
    named: daysNamedIn(account.text),
  }
}

/**
 * Inverse document frequency: a word in every account weighs nothing, a word in few weighs most. A handful of accounts
 * cannot show which words are common, so they are counted as if among `fewestAccounts`.
 */
const rarityOf = (prepared: readonly Prepared[]): ((word: string) => number) => {
  const counts = new Map<string, number>()
  for (const { words } of prepared)
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const size = Math.max(prepared.length, fewestAccounts) + 1
  return (word) => Math.log(size / (counts.get(word) ?? 1)) / Math.log(size)
}
const fewestAccounts = 30
const distinctive = 0.45

type Pair = SameEventProposal
const rounded = (value: number): number => Math.round(value * 1000) / 1000

const weigh = (a: Prepared, b: Prepared, rarity: (word: string) => number): Pair => {
  const apart = Math.max(
    0,
    daysBetween(a.account.date.latest ?? '', b.account.date.earliest ?? ''),
    daysBetween(b.account.date.latest ?? '', a.account.date.earliest ?? ''),
  )
  const shared = [...a.words.keys()].filter((word) => b.words.has(word) && rarity(word) >= distinctive)
  const weight = shared.reduce((sum, word) => sum + rarity(word), 0)
  const concepts = [...a.concepts].filter((concept) => b.concepts.has(concept))
  const names = apart > 0 && (namesDayOf(a, b) || namesDayOf(b, a))
  const words = weight / (weight + 2)
  const kinds = concepts.length / (concepts.length + 1)
  const likeness = Math.min(1, 0.55 * words + 0.45 * kinds + (names && shared.length > 0 ? 0.2 : 0))
  const days = names ? 1 : 1 - apart * 0.3
  const [first, second] = compareText(a.account.id, b.account.id) <= 0 ? [a, b] : [b, a]
  return {
    a: first.account.id,
    b: second.account.id,
    score: rounded(days * likeness),
    reason: explain(sayWhen(apart), names, tellingWords(first, shared, rarity), concepts),
  }
}

const namesDayOf = (teller: Prepared, told: Prepared): boolean =>
  told.account.date.earliest === told.account.date.latest &&
  teller.named.some((day) => day === told.account.date.earliest)

const sayWhen = (apart: number): string =>
  apart === 0
    ? 'The dates overlap'
    : apart === 1
      ? 'The dates are one day apart'
      : `The dates are ${apart} days apart`

/** The most distinctive shared words, as the first account has them. */
const tellingWords = (
  account: Prepared,
  shared: readonly string[],
  rarity: (word: string) => number,
): readonly string[] =>
  shared
    .toSorted((x, y) => rarity(y) - rarity(x) || compareText(x, y))
    .slice(0, 5)
    .map((stem) => account.words.get(stem) ?? stem)

const explain = (
  when: string,
  names: boolean,
  telling: readonly string[],
  concepts: readonly number[],
): string => {
  const parts = [
    names ? 'one names the day of the other' : '',
    concepts.length > 0
      ? `both speak of ${joinWords(concepts.slice(0, 3).map((index) => eventConcepts[index]?.name ?? ''))}`
      : '',
    telling.length > 0 ? `both share the words ${joinWords(telling.map((word) => `“${word}”`))}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? `${when}.` : `${when}, and ${parts.join(', and ')}.`
}

const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
