import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import { evidenceOf, type Evidence } from './account-evidence.ts'
import { explainLikeness } from './explain-likeness.ts'
import { countNeighbours, neighboursIn } from './neighbouring-accounts.ts'
import { rarityOf } from './feature-rarity.ts'
import { onDay, weigh, type Weighed } from './weigh-accounts.ts'

/** One agency's account of something that happened. `text` is the event with its action; ids are the caller's own. */
export type Account = {
  readonly id: string
  readonly agency: string
  /** The agency as people call it, where `agency` is an id: a text that speaks of "police" may speak of this account. */
  readonly agencyName?: string
  readonly date: ImpreciseDate
  readonly text: string
  /** Who wrote or made the contact, as recorded: a name in both accounts speaks for one event. */
  readonly author?: string
  readonly contactType?: string
  /** Ids from the key of everybody the entry names, so that aliases meet. */
  readonly people?: readonly string[]
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

/** From this score on a pair is proposed; the score is an estimate of how likely the pair is one event. */
export const proposedFrom = 0.5
/** Below this a pair is not worth a reader's time even when asked for more. */
export const possibleFrom = 0.15

/**
 * Proposes pairs of accounts by different agencies that may be one event, the likeliest first. Dates, each widened by a
 * day or by the days the text names, must meet; then what both say is weighed against how common it is in the case:
 * words, phrases, sorts of event, people, who wrote and who is named, days and times. Two visits on different days count
 * against. Advisory: a named person decides, and both accounts stay. Requirements section 2, "Conflicts and duplicates".
 * Time grows with the entries that share a window of days, up to a limit, not with the square of the file.
 */
export const proposeSameEvents = (accounts: readonly Account[]): readonly SameEventProposal[] =>
  possibleSameEvents(accounts).filter(({ score }) => score >= proposedFrom)

/** As `proposeSameEvents`, with the weaker pairs too: for a reader who asks to see more. */
export const possibleSameEvents = (accounts: readonly Account[]): readonly SameEventProposal[] => {
  const work = findingSameEvents(accounts)
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** As `possibleSameEvents`, in short steps, so that a long case can be worked on between other things: yields the share done. */
export const findingSameEvents = function* (
  accounts: readonly Account[],
): Generator<number, readonly SameEventProposal[]> {
  const told: Evidence[] = []
  for (const [at, account] of accounts.entries()) {
    const evidence = evidenceOf(account)
    if (evidence) told.push(evidence)
    if (at % step === 0) yield (readingShare * at) / accounts.length
  }
  told.sort(byStart)
  const rarity = rarityOf(told)
  const busy = countNeighbours(told)
  const weighed: Pair[] = []
  for (const { later, earlier } of neighboursIn(told, rarity)) {
    for (const at of earlier) {
      const [a, b] = [told[at], told[later]]
      if (!a || !b) continue
      const found = weigh(a, b, rarity, ((busy[at] ?? 0) + (busy[later] ?? 0)) / 2)
      if (found.weight >= hopeless) weighed.push({ a, b, found, weight: found.weight, viaThird: false })
    }
    if (later % step === 0) yield readingShare + ((1 - readingShare) * later) / told.length
  }
  return afterRivals(throughThird(afterRivals(weighed)))
    .filter(({ weight }) => likelihood(weight) >= possibleFrom)
    .sort(
      (x, y) =>
        // By the weight, not the score, which is rounded: the order is then the same whatever the ids are.
        y.weight - x.weight ||
        compareText(x.a.account.id, y.a.account.id) ||
        compareText(x.b.account.id, y.b.account.id),
    )
    .map(({ a, b, found, weight, viaThird }) => {
      const [first = '', second = ''] = [a.account.id, b.account.id].sort(compareText)
      const reason = explainLikeness(a, found, onDay(rarity, a.own.from), viaThird)
      return { a: first, b: second, score: likelihood(weight), reason }
    })
}
/** Accounts looked at between two pauses, a few milliseconds of work, and how much of the whole reading them is. */
const step = 20
const readingShare = 0.4

type Pair = {
  readonly a: Evidence
  readonly b: Evidence
  readonly found: Weighed
  readonly weight: number
  readonly viaThird: boolean
}

const likelihood = (weight: number): number => Math.round(1000 / (1 + Math.exp(-weight))) / 1000
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byStart = (a: Evidence, b: Evidence): number =>
  a.reach.from - b.reach.from || compareText(a.account.id, b.account.id)

/**
 * An agency tells an event once as a rule: a pair loses where the same agency has a much likelier account by another
 * writer. One writer may well tell it in two entries.
 */
const afterRivals = (pairs: readonly Pair[]): readonly Pair[] => {
  const likely = new Map<Evidence, Likely[]>()
  const note = (of: Evidence, by: Evidence, weight: number): void => {
    if (weight <= 0) return
    const known = likely.get(of)
    if (known) known.push({ by, weight })
    else likely.set(of, [{ by, weight }])
  }
  for (const { a, b, weight } of pairs) {
    note(a, b, weight)
    note(b, a, weight)
  }
  const rivalOf = (of: Evidence, by: Evidence): number =>
    (likely.get(of) ?? []).reduce(
      (most, rival) =>
        rival.weight > most && rival.by.account.agency === by.account.agency && !sameWriter(rival.by, by)
          ? rival.weight
          : most,
      -Infinity,
    )
  return pairs.map((pair) => {
    const rival = Math.max(rivalOf(pair.a, pair.b), rivalOf(pair.b, pair.a))
    const loss = Math.min(rivalMost, rivalShare * (rival - pair.weight))
    return loss > 0 ? { ...pair, weight: pair.weight - loss } : pair
  })
}
type Likely = { readonly by: Evidence; readonly weight: number }

const sameWriter = (a: Evidence, b: Evidence): boolean =>
  a.account.author !== undefined && a.account.author === b.account.author
const rivalShare = 1
const rivalMost = 4

/** A pair whose texts share little is lifted where both accounts are likely the same as a third. */
const throughThird = (pairs: readonly Pair[]): readonly Pair[] => {
  const strong = new Map<Evidence, Map<Evidence, number>>()
  const note = (from: Evidence, to: Evidence, weight: number): void => {
    const known = strong.get(from) ?? new Map<Evidence, number>()
    strong.set(from, known)
    known.set(to, weight)
  }
  for (const { a, b, weight } of pairs)
    if (weight >= strongFrom) {
      note(a, b, weight)
      note(b, a, weight)
    }
  return pairs.map((pair) => {
    let best = -Infinity
    for (const [third, weight] of strong.get(pair.a) ?? [])
      best = Math.max(best, Math.min(weight, strong.get(third)?.get(pair.b) ?? -Infinity))
    const lifted = Math.min(best - thirdLoss, pair.weight + thirdMost)
    return lifted > pair.weight ? { ...pair, weight: lifted, viaThird: true } : pair
  })
}
const strongFrom = 1
const thirdLoss = 0.5
const thirdMost = 3.5
/** Not even a third account could lift such a pair into what is shown. */
const hopeless = Math.log(possibleFrom / (1 - possibleFrom)) - thirdMost
