import type { Evidence } from './account-evidence.ts'
import { eventConcepts } from './event-concepts.ts'
import type { DayRarity, Weighed } from './weigh-accounts.ts'

/** Why two accounts may be one event, as one or two plain sentences for the person who decides. */
export const explainLikeness = (
  first: Evidence,
  weighed: Weighed,
  rarity: DayRarity,
  viaThird: boolean,
): string => {
  const told = phrasesShown(first, weighed, rarity)
  const words = wordsShown(first, weighed, told, rarity)
  const concepts = [...weighed.concepts]
    .sort((x, y) => rarity.concept(y) - rarity.concept(x) || x - y)
    .slice(0, 3)
    .map((index) => eventConcepts[index]?.name ?? '')
  const parts = [
    weighed.namesDay === 'one'
      ? 'one names the day of the other'
      : weighed.namesDay === 'both'
        ? 'both name the same day'
        : '',
    weighed.minutes !== null && weighed.minutes <= 60 ? sayMinutes(weighed.minutes) : '',
    weighed.namesAuthor ? 'one names the person who wrote the other' : '',
    concepts.length > 0 ? `both speak of ${joinWords(concepts)}` : '',
    told.length > 0 ? `both say ${joinWords(told.map(quoted))}` : '',
    words.length > 0
      ? `both share the ${words.length === 1 ? 'word' : 'words'} ${joinWords(words.map(quoted))}`
      : '',
  ].filter((part) => part !== '')
  const third = viaThird ? ' Both may be the same event as a third account.' : ''
  const when = sayWhen(weighed.apart)
  return (parts.length === 0 ? `${when}.` : `${when}, and ${parts.join(', and ')}.`) + third
}

const sayWhen = (apart: number): string =>
  apart === 0
    ? 'The dates overlap'
    : apart === 1
      ? 'The dates are one day apart'
      : `The dates are ${apart} days apart`

const sayMinutes = (minutes: number): string =>
  minutes === 0
    ? 'the times are the same'
    : minutes === 1
      ? 'the times are a minute apart'
      : `the times are ${minutes} minutes apart`

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const mostTelling = (keys: readonly string[], of: (key: string) => number, most: number): readonly string[] =>
  keys.toSorted((x, y) => of(y) - of(x) || compareText(x, y)).slice(0, most)

const phrasesShown = (first: Evidence, { phrases }: Weighed, rarity: DayRarity): readonly string[] =>
  mostTelling(phrases, rarity.phrase, 2).map((stems) => first.phrases.get(stems) ?? stems)

/** The most distinctive shared words that the phrases have not shown already, as the first account has them. */
const wordsShown = (
  first: Evidence,
  { words }: Weighed,
  shown: readonly string[],
  rarity: DayRarity,
): readonly string[] => {
  const already = new Set(shown.flatMap((phrase) => phrase.split(' ')))
  return mostTelling(words, rarity.word, 7)
    .map((stem) => first.words.get(stem) ?? stem)
    .filter((word) => !already.has(word))
    .slice(0, 5)
}

const quoted = (text: string): string => `“${text}”`
const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
