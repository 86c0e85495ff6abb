import { describe, expect, it } from 'vitest'
import {
  possibleSameEvents,
  proposeSameEvents,
  proposedFrom,
  type Account,
} from '../../../domain/chronology/propose-same-events.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey } from './answer-key.ts'
import { generateCase, pairOf } from './generate-accounts.ts'
import { idOf, readSampleAccounts, type Told } from './sample-accounts.ts'
import { eventsRead, unclearPairs } from './sample-events-read.ts'

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

  it('proposes the pairs of the answer key', () => {
    const found = [...wanted].filter((pair) => proposed.has(pair)).length
    const recall = found / wanted.size
    console.log(
      `same events, answer key: recall ${found}/${wanted.size} = ${recall.toFixed(3)}; ${proposed.size} proposed, ` +
        `so precision ${(found / proposed.size).toFixed(3)} if every pair the key does not list is wrong`,
    )
    expect(wanted.size).toBe(35)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  it('proposes few pairs that a reader calls different events', () => {
    const inKey = new Set(key.same_event_pairs.flatMap(({ accounts: same }) => same.map(idOf)))
    expect(eventsRead.flatMap(({ accounts: same }) => same.map(idOf)).filter((id) => inKey.has(id))).toEqual(
      [],
    )
    const read = pairsOf(eventsRead)
    const unclear = new Set(unclearPairs.map(({ a, b }) => pairOf(idOf(a), idOf(b))))
    const judged = [...proposed].filter((pair) => !unclear.has(pair))
    const right = judged.filter((pair) => wanted.has(pair) || read.has(pair)).length
    const precision = right / judged.length
    console.log(
      `same events, key and reader: precision ${right}/${judged.length} = ${precision.toFixed(3)}; of ${read.size} pairs ` +
        `only the reader lists, ${[...read].filter((pair) => proposed.has(pair)).length} proposed; ` +
        `${proposed.size - judged.length} proposed that the reader could not decide`,
    )
    expect(precision).toBeGreaterThan(0.8)
  })

  it('never pairs accounts of one agency', () => {
    const agencies = new Map(accounts.map(({ id, agency }) => [id, agency]))
    expect(proposals.filter(({ a, b }) => agencies.get(a) === agencies.get(b))).toEqual([])
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

describe('proposeSameEvents on generated cases of 2,000 accounts', () => {
  it('finds nearly all true pairs and proposes few others, for seeds that no weight was set on', () => {
    let [right, told, all] = [0, 0, 0]
    for (const seed of [4001, 4002, 4003, 4004, 4005]) {
      const { accounts: made, pairs } = generateCase(seed)
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
      `same events, generated: recall ${(right / all).toFixed(3)}, precision ${(right / told).toFixed(3)}`,
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
