import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../../domain/chronology/account-evidence.ts'
import { rarityOf } from '../../../domain/chronology/feature-rarity.ts'
import { neighboursIn } from '../../../domain/chronology/neighbouring-accounts.ts'
import {
  findingSameEvents,
  possibleSameEvents,
  proposeSameEvents,
  proposedFrom,
  type Account,
} from '../../../domain/chronology/propose-same-events.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey } from './answer-key.ts'
import { generateCase, pairOf } from './generate-accounts.ts'
import { idOf, readSampleAccounts, type Told } from './sample-accounts.ts'
import { eventsRead, leftOutByKey, unclearPairs } from './sample-events-read.ts'

const key = readAnswerKey()
const accounts = readSampleAccounts()

describe('proposeSameEvents on the sample case', () => {
  const proposals = proposeSameEvents(accounts)
  const proposed = new Set(proposals.map(({ a, b }) => pairOf(a, b)))
  const pairsOf = (events: readonly { readonly accounts: readonly Told[] }[]): ReadonlySet<string> =>
    new Set(
      events.flatMap(({ accounts: same }) =>
        same.flatMap((a) => same.filter((b) => a.file < b.file).map((b) => pairOf(idOf(a), idOf(b)))),
      ),
    )
  const wanted = pairsOf(key.same_event_pairs)

  const keyed = new Set(key.same_event_pairs.flatMap(({ accounts: same }) => same.map(idOf)))

  it('proposes the pairs of the answer key, and few others for the accounts that it places in an event', () => {
    const found = [...wanted].filter((pair) => proposed.has(pair)).length
    const recall = found / wanted.size
    const touching = proposals.filter(({ a, b }) => keyed.has(a) || keyed.has(b)).length
    console.log(
      `same events, answer key: recall ${found}/${wanted.size} = ${recall.toFixed(3)}; of ${touching} proposals with an ` +
        `account of the key’s events ${found} are the key’s, precision ${(found / touching).toFixed(3)}; of all ${proposed.size} ` +
        `proposals, those for accounts the key is silent about with them, ${(found / proposed.size).toFixed(3)}`,
    )
    expect(wanted.size).toBe(35)
    expect(recall).toBe(1)
    expect(found / touching).toBeGreaterThanOrEqual(0.9)
  })

  it('proposes few pairs that a reader calls different events', () => {
    expect(eventsRead.flatMap(({ accounts: same }) => same.map(idOf)).filter((id) => keyed.has(id))).toEqual(
      [],
    )
    const read = pairsOf(eventsRead)
    const leftOut = new Set(
      leftOutByKey.flatMap(({ event, account }) =>
        (key.same_event_pairs.find(({ id }) => id === event)?.accounts ?? []).map((other) =>
          pairOf(idOf(account), idOf(other)),
        ),
      ),
    )
    const unclear = new Set(unclearPairs.map(({ a, b }) => pairOf(idOf(a), idOf(b))))
    const judged = [...proposed].filter((pair) => !unclear.has(pair))
    const right = judged.filter((pair) => wanted.has(pair) || read.has(pair)).length
    const omitted = judged.filter((pair) => leftOut.has(pair)).length
    const precision = right / judged.length
    console.log(
      `same events, key and reader: precision ${right}/${judged.length} = ${precision.toFixed(3)}, and ` +
        `${((right + omitted) / judged.length).toFixed(3)} with ${omitted} pairs of accounts that tell of the key’s events and ` +
        `that it leaves out; of ${read.size} pairs only the reader lists, ` +
        `${[...read].filter((pair) => proposed.has(pair)).length} proposed; ` +
        `${proposed.size - judged.length} proposed that the reader could not decide`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })

  it('never pairs accounts of one agency', () => {
    const agencies = new Map(accounts.map(({ id, agency }) => [id, agency]))
    expect(proposals.filter(({ a, b }) => agencies.get(a) === agencies.get(b))).toEqual([])
  })

  it('proposes none of the look-alikes that the key keeps apart', () => {
    const apart = key.not_the_same_event.map(({ a, b }) => pairOf(idOf(a), idOf(b)))
    expect(apart.length).toBeGreaterThan(0)
    expect(apart.filter((pair) => proposed.has(pair))).toEqual([])
  })

  it('ranks each true pair above the look-alikes it shares an account with', () => {
    const scoreOf = new Map(proposals.map(({ a, b, score }) => [pairOf(a, b), score]))
    for (const { a, b } of key.not_the_same_event) {
      const score = scoreOf.get(pairOf(idOf(a), idOf(b))) ?? 0
      const rivals = [...wanted].filter((pair) =>
        [idOf(a), idOf(b)].some((id) => pair.split(' + ').includes(id)),
      )
      const best = Math.max(0, ...rivals.map((pair) => scoreOf.get(pair) ?? 0))
      if (rivals.length > 0) expect(best).toBeGreaterThan(score)
    }
  })

  it('gives each a plain reason and a score from 0 to 1, the likeliest first', () => {
    for (const { score, reason } of proposals) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(reason).toMatch(/^The dates .+\.$/)
    }
    expect(proposals.map(({ score }) => score)).toEqual(
      proposals.map(({ score }) => score).sort((x, y) => y - x),
    )
  })

  it('gives the same answer whatever order the accounts come in', () => {
    expect(proposeSameEvents([...accounts].reverse())).toEqual(proposals)
  })
})

/** The rules were tried on other seeds; the second set was first drawn once they stood. */
describe('proposeSameEvents on generated cases of 2,000 accounts', () => {
  it.each([
    { set: 'first set', seeds: [4001, 4002, 4003, 4004, 4005] },
    { set: 'set held apart', seeds: [9101, 9102, 9103, 9104, 9105] },
  ])('finds nearly all true pairs and proposes few others: $set', ({ set, seeds }) => {
    let [right, told, all] = [0, 0, 0]
    for (const seed of seeds) {
      const { accounts: made, pairs } = generateCase(seed)
      expect(new Set(made.map(({ id }) => id)).size).toBe(2_000)
      const found = proposeSameEvents(made)
      const correct = found.filter(({ a, b }) => pairs.has(pairOf(a, b))).length
      console.log(
        `same events, seed ${seed}: ${made.length} accounts, recall ${correct}/${pairs.size} = ${(correct / pairs.size).toFixed(3)}, ` +
          `precision ${correct}/${found.length} = ${(correct / found.length).toFixed(3)}`,
      )
      right += correct
      told += found.length
      all += pairs.size
    }
    console.log(
      `same events, generated, ${set}: recall ${(right / all).toFixed(3)}, precision ${(right / told).toFixed(3)}`,
    )
    expect(right / all).toBeGreaterThanOrEqual(0.95)
    expect(right / told).toBeGreaterThanOrEqual(0.9)
  })

  it('offers weaker pairs only when asked, among them true ones', () => {
    const { accounts: made, pairs } = generateCase(4001)
    const possible = possibleSameEvents(made)
    const proposals = proposeSameEvents(made)
    expect(possible.filter(({ score }) => score >= proposedFrom)).toEqual(proposals)
    const weaker = possible.slice(proposals.length)
    expect(weaker.every(({ score }) => score < proposedFrom)).toBe(true)
    expect(weaker.some(({ a, b }) => pairs.has(pairOf(a, b)))).toBe(true)
  })

  it('takes ids of people from the key as evidence', () => {
    const named = (people: readonly string[] | undefined) =>
      possibleSameEvents([
        said('1', 'a', 'Client unhappy with loan paperwork shown by visitors.', people),
        said('2', 'b', 'Complained of loan paperwork at the house.', people),
        ...Array.from({ length: 60 }, (_, at) => said(`x${at}`, 'c', `Entry ${at}.`, ['adult'])),
      ]).find(({ a, b }) => pairOf(a, b) === pairOf('1', '2'))?.score ?? 0
    const said = (id: string, agency: string, text: string, people?: readonly string[]): Account => ({
      id,
      agency,
      date: parseDate(id.startsWith('x') ? `0${1 + (Number(id.slice(1)) % 9)}/01/2023` : '14/03/2023'),
      text,
      ...(people ? { people } : {}),
    })
    expect(named(['adult', 'nephew', 'salesman'])).toBeGreaterThan(named(['adult']))
  })
})

describe('proposeSameEvents on very many entries', () => {
  const dayOfMany = (count: number): readonly Account[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `x${at}`,
      agency: `agency ${at % 6}`,
      date: parseDate('14/03/2023'),
      text: `Routine call ${at}, ${words[at % words.length] ?? ''} ${words[(at * 7) % words.length] ?? ''} noted.`,
    }))
  const words =
    'kettle carpet ladder window garden hallway blanket curtain teapot radiator mirror doorbell'.split(' ')

  it('still finds the two that tell of one thing among thousands of one day', () => {
    const fall = (id: string, agency: string, text: string): Account => ({
      ...{ id, agency, text },
      date: parseDate('14/03/2023'),
    })
    const proposals = proposeSameEvents([
      ...dayOfMany(4_000),
      fall(
        'fall 1',
        'police',
        'Fell from a stepladder by the greenhouse, trapped under guttering, paramedics freed him.',
      ),
      fall(
        'fall 2',
        'ambulance',
        'Male trapped under guttering by greenhouse after he fell from stepladder. Conveyed.',
      ),
    ])
    expect(proposals.map(({ a, b }) => pairOf(a, b))).toContain(pairOf('fall 1', 'fall 2'))
  })

  it('looks at no more pairs for each entry however many share its day', () => {
    const looked = (count: number): number => {
      const told = dayOfMany(count).flatMap((account) => evidenceOf(account) ?? [])
      return [...neighboursIn(told, rarityOf(told))].reduce((sum, { earlier }) => sum + earlier.length, 0)
    }
    expect(looked(50)).toBeGreaterThan(50 * 10)
    expect(looked(2_000)).toBeLessThanOrEqual(2_000 * 40)
  })

  it('can be worked out in short steps, with the same answer', () => {
    const { accounts: made } = generateCase(4001)
    const work = findingSameEvents(made)
    const shares: number[] = []
    let step = work.next()
    for (; !step.done; step = work.next()) shares.push(step.value)
    expect(step.value).toEqual(possibleSameEvents(made))
    expect(shares.length).toBeGreaterThan(100)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.every((share) => share >= 0 && share < 1)).toBe(true)
  })
})

describe('proposeSameEvents', () => {
  const account = (id: string, agency: string, date: string, text: string): Account => ({
    id,
    agency,
    date: parseDate(date),
    text,
  })
  const fall = 'Found on the kitchen floor by a neighbour, taken to hospital by ambulance.'

  it('pairs dates that overlap once each is widened by a day, and no further', () => {
    const other = (date: string) =>
      proposeSameEvents([account('1', 'a', '14/03/2023', fall), account('2', 'b', date, fall)])
    expect(other('16/03/2023')).toHaveLength(1)
    expect(other('17/03/2023')).toEqual([])
    expect(other('w/c 15 March 2023')).toHaveLength(1)
  })

  it('leaves out unknown and open dates, dates that span a month or more, and declarations', () => {
    const given = account('1', 'a', '14/03/2023', fall)
    for (const date of ['undated', 'before 2024', 'after 1 March 2023', '2023', 'Spring 2023'])
      expect(proposeSameEvents([given, account('2', 'b', date, fall)])).toEqual([])
    expect(
      proposeSameEvents([given, { ...account('2', 'b', '14/03/2023', fall), declaredNoContact: true }]),
    ).toEqual([])
  })
})
