import { daysApart, meets, type Evidence } from './account-evidence.ts'
import type { Rarity } from './feature-rarity.ts'

/** An account with those that stand before it in order and may be of its event, by their places in the list. */
export type Neighbours = { readonly later: number; readonly earlier: readonly number[] }

/** Dates that are written this far apart still meet once each is widened by a day. */
const nearest = 2
/** From so many accounts in reach on, only those that share something telling are looked at, and of these the best. */
const crowd = 60
const mostOfCrowd = 40
/** What so many accounts in reach have in common tells nothing. */
const commonInCrowd = 100

/**
 * For every account those of other agencies whose dates lie within two days of its own, or where a day that one names
 * meets the date of the other or a day that it names. `told` is in order of `reach.from`. Where very many accounts are in
 * reach, time and answer stay bounded: each is then paired only with the few that share most with it.
 */
export const neighboursIn = function* (told: readonly Evidence[], rarity: Rarity): Generator<Neighbours> {
  const shared = postings(told)
  for (const { later, open } of inReach(told)) {
    const account = told[later]
    if (!account) continue
    const among = open.length <= crowd ? open : shared.bestOf(later, rarity)
    shared.add(later)
    const earlier = among.filter((at) => {
      const other = told[at]
      return other !== undefined && other.account.agency !== account.account.agency && near(other, account)
    })
    yield { later, earlier }
  }
}

/** How many accounts of other agencies each has in reach, by its place: what stands among many needs more to be told apart. */
export const countNeighbours = (told: readonly Evidence[]): Int32Array => {
  const counts = new Int32Array(told.length)
  const agencies = new Map<string, number>()
  const agencyOf = told.map(({ account }) => {
    const known = agencies.get(account.agency) ?? agencies.size
    agencies.set(account.agency, known)
    return known
  })
  for (const { later, open } of inReach(told)) {
    const crowded = open.length > crowd
    const account = told[later]
    for (const at of open) {
      const other = told[at]
      if (agencyOf[at] === agencyOf[later] || !account || !other || (!crowded && !near(other, account)))
        continue
      counts[at] = (counts[at] ?? 0) + 1
      counts[later] = (counts[later] ?? 0) + 1
    }
  }
  return counts
}

const inReach = function* (told: readonly Evidence[]): Generator<{
  readonly later: number
  readonly open: readonly number[]
}> {
  let open: number[] = []
  let firstToEnd = Infinity
  for (const [later, { reach }] of told.entries()) {
    if (firstToEnd < reach.from) {
      open = open.filter((at) => (told[at]?.reach.to ?? -Infinity) >= reach.from)
      firstToEnd = open.reduce((least, at) => Math.min(least, told[at]?.reach.to ?? Infinity), Infinity)
    }
    yield { later, open }
    open.push(later)
    firstToEnd = Math.min(firstToEnd, reach.to)
  }
}

/** Which accounts have a word, phrase, event or writer, so that those that share something are found without looking at all. */
const postings = (told: readonly Evidence[]) => {
  const lists = new Map<string, number[]>()
  const add = (at: number): void => {
    const account = told[at]
    if (!account) return
    for (const key of keysOf(account)) {
      const list = lists.get(key)
      if (list) list.push(at)
      else lists.set(key, [at])
    }
  }
  const bestOf = (later: number, rarity: Rarity): readonly number[] => {
    const account = told[later]
    if (!account) return []
    const scores = new Map<number, number>()
    for (const [key, worth] of wantedBy(account, rarity)) {
      if (worth <= 0) continue
      const list = (lists.get(key) ?? []).filter(
        (at) => (told[at]?.reach.to ?? -Infinity) >= account.reach.from,
      )
      lists.set(key, list)
      if (list.length > commonInCrowd) continue
      for (const at of list) scores.set(at, (scores.get(at) ?? 0) + worth)
    }
    return [...scores]
      .sort(([x, a], [y, b]) => b - a || x - y)
      .slice(0, mostOfCrowd)
      .map(([at]) => at)
      .sort((x, y) => x - y)
  }
  return { add, bestOf }
}

const keysOf = function* ({ words, phrases, concepts, authors }: Evidence): Generator<string> {
  for (const stem of words.keys()) yield `w ${stem}`
  for (const stems of phrases.keys()) yield `p ${stems}`
  for (const index of concepts) yield `c ${index}`
  for (const stem of authors) yield `a ${stem}`
}

/** What another account would have to have to be like this one, with how telling that would be. */
const wantedBy = function* (
  account: Evidence,
  rarity: Rarity,
): Generator<readonly [key: string, worth: number]> {
  const { words, phrases, concepts, authors, own } = account
  for (const stem of words.keys()) {
    const worth = rarity.word(stem, own.from)
    yield [`w ${stem}`, worth]
    yield [`a ${stem}`, worth]
  }
  for (const stem of authors) {
    yield [`w ${stem}`, rarity.word(stem, own.from)]
    yield [`a ${stem}`, 3]
  }
  for (const stems of phrases.keys()) yield [`p ${stems}`, rarity.phrase(stems, own.from)]
  for (const index of concepts) yield [`c ${index}`, 2 * rarity.concept(index, own.from)]
}

const near = (a: Evidence, b: Evidence): boolean =>
  daysApart(a.own, b.own) <= nearest ||
  a.named.some((day) => meets(day, b.own) || b.named.some((other) => meets(day, other))) ||
  b.named.some((day) => meets(day, a.own))
