import type { Evidence } from './account-evidence.ts'

/**
 * How telling it is that both accounts have a word, phrase, concept or person: the log likelihood ratio of one event
 * against two. High where few accounts have it, and where none of the days around do: a matter that goes on for weeks
 * puts its words into every entry. Days count from any fixed day.
 */
export type Rarity = {
  readonly word: (stem: string, day: number) => number
  readonly phrase: (stems: string, day: number) => number
  readonly concept: (index: number, day: number) => number
  readonly person: (id: string, day: number) => number
}

/** A handful of accounts cannot show what is rare, so they are counted as if among this many. */
const fewestAccounts = 40
/** Share of an event's other accounts that repeat a word of the first, and that speak of the same sort of event. */
const repeated = 0.4
const sameSort = 0.8
/** The days around an event, on both sides, that show what was being written of anyway; its own days are left out. */
const around = { from: 3, to: 21 }
/** What is not seen in the days around may still be said of another event there, about once in five such stretches. */
const unseen = 0.2
const daysKept = 30

export const rarityOf = (accounts: readonly Evidence[]): Rarity => {
  const size = Math.max(accounts.length, fewestAccounts)
  const days = accounts.map((each) => each.own.from).sort((a, b) => a - b)
  const telling = <Key>(
    keysOf: (each: Evidence) => Iterable<Key>,
    share: number,
  ): ((key: Key, day: number) => number) => {
    const seen = new Map<Key, number[]>()
    for (const each of accounts)
      for (const key of keysOf(each)) {
        const known = seen.get(key)
        if (known) known.push(each.own.from)
        else seen.set(key, [each.own.from])
      }
    for (const each of seen.values()) each.sort((a, b) => a - b)
    const weigh = (key: Key, day: number): number => {
      const own = seen.get(key) ?? []
      const overall = (share * size) / Math.max(1, own.length)
      const nearby =
        (share * Math.max(fewestAccounts, countAround(days, day))) / (countAround(own, day) + unseen)
      return Math.max(0, Math.log(Math.min(overall, nearby)))
    }
    // Pairs come in the order of their days, so that what was weighed for the last few is asked for again and again.
    const weighed = new Map<number, Map<Key, number>>()
    return (key, day) => {
      const ofDay = weighed.get(day) ?? new Map<Key, number>()
      if (ofDay.size === 0) {
        if (weighed.size >= daysKept) weighed.clear()
        weighed.set(day, ofDay)
      }
      const known = ofDay.get(key) ?? weigh(key, day)
      ofDay.set(key, known)
      return known
    }
  }
  return {
    word: telling((each) => each.words.keys(), repeated),
    phrase: telling((each) => each.phrases.keys(), repeated),
    concept: telling((each) => each.concepts, sameSort),
    person: telling((each) => each.people, repeated),
  }
}

/** How many of the sorted days lie in the days around. */
const countAround = (sorted: readonly number[], day: number): number =>
  countBelow(sorted, day - around.from + 1) -
  countBelow(sorted, day - around.to) +
  countBelow(sorted, day + around.to + 1) -
  countBelow(sorted, day + around.from)

const countBelow = (sorted: readonly number[], day: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) < day) low = middle + 1
    else high = middle
  }
  return low
}
