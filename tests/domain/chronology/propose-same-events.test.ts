import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../documents/read/read-source.ts'
import { parseChronology } from '../../../domain/chronology/parse-chronology.ts'
import { proposeSameEvents, type Account } from '../../../domain/chronology/propose-same-events.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

const key = readAnswerKey()
const idOf = (account: { readonly file: string; readonly n: number }): string =>
  `${account.file} ${account.n}`
const pairOf = (a: string, b: string): string => [a, b].sort().join(' + ')

/** The first version of the housing file only: the second is the same accounts again. */
const accounts: readonly Account[] = key.files
  .filter(({ file }) => file !== key.reimport.to_file)
  .flatMap(({ file, agency }) =>
    parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file)).entries.map(
      (entry) => ({
        id: idOf({ file, n: entry.n }),
        agency,
        date: entry.date,
        text: [entry.fields.event, entry.fields.action].filter(Boolean).join('\n'),
        declaredNoContact: entry.declaredNoContact,
        ...(entry.fields.author === undefined ? {} : { author: entry.fields.author }),
        ...(entry.fields.contactType === undefined ? {} : { contactType: entry.fields.contactType }),
      }),
    ),
  )

describe('proposeSameEvents on the sample case', () => {
  const proposals = proposeSameEvents(accounts)
  const proposed = new Set(proposals.map(({ a, b }) => pairOf(a, b)))
  const wanted = new Set(
    key.same_event_pairs.flatMap(({ accounts: same }) =>
      same.flatMap((a) => same.filter((b) => a.file < b.file).map((b) => pairOf(idOf(a), idOf(b)))),
    ),
  )

  it('proposes every pair of the answer key, and few that are not in it', () => {
    const found = [...wanted].filter((pair) => proposed.has(pair)).length
    const recall = found / wanted.size
    const precision = found / proposals.length
    console.log(
      `same events: recall ${found}/${wanted.size} = ${recall.toFixed(3)}, ${proposals.length} proposed, precision against the key ${precision.toFixed(3)}`,
    )
    expect(wanted.size).toBe(35)
    expect(recall).toBe(1)
    expect(precision).toBeGreaterThan(0.3)
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
