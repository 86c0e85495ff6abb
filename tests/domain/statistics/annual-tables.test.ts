import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseHistoryFile } from '../../../domain/case/history-file.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { annualTables, type AnnualTables } from '../../../domain/statistics/annual-tables.ts'
import { reviewFromHistory, type ConcludedReview } from '../../../domain/statistics/concluded-review.ts'
import { protectAnnualTables } from '../../../domain/statistics/protect-annual-tables.ts'
import { aReview, anAdult } from './reviews.ts'

type Counts = Record<string, number>
type Shown = Record<string, number | string>
type YearTotals = {
  reviews: number
  adults: number
  sac_rounded: { reviews: number | string; adults: number | string } & Record<string, Shown | number | string>
} & Record<string, unknown>

const sample = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../scripts/sample-case', file), 'utf8'))
const { history_totals: totals } = sample('expected.json') as { history_totals: Record<string, YearTotals> }
const history = parseHistoryFile(sample('history.json'))
const reviews = history.cases.map(reviewFromHistory)

describe.each(Object.keys(totals))('the answer key for %s', (year) => {
  const expected = totals[year]
  if (expected === undefined) throw new Error(`no key for ${year}`)
  const exact = annualTables(reviews, year)
  const published = protectAnnualTables(exact, 'sac')

  it('has every exact count', () => {
    const found = Object.fromEntries(
      exact.tables.map((table) => [
        table.id,
        Object.fromEntries(table.rows.map((row) => [row.label, row.count])),
      ]),
    )
    const tables = Object.entries(expected).filter(
      ([name]) => !['reviews', 'adults', 'sac_rounded'].includes(name),
    )
    expect(found).toEqual(Object.fromEntries(tables) as Record<string, Counts>)
    expect([exact.reviews, exact.adults]).toEqual([expected.reviews, expected.adults])
  })

  it('has every published figure, in the order of the collection', () => {
    const found = Object.fromEntries(
      published.tables.map((table) => [table.id, table.rows.map((row) => [row.label, row.shown])]),
    )
    const { reviews: keyReviews, adults: keyAdults, ...keyTables } = expected.sac_rounded
    const wanted = Object.fromEntries(
      Object.entries(keyTables).map(([id, rows]) => [
        id,
        Object.entries(rows as Shown).map(([label, shown]) => [label, String(shown)]),
      ]),
    )
    expect(found).toEqual(wanted)
    expect([published.reviews.shown, published.adults.shown]).toEqual([String(keyReviews), String(keyAdults)])
  })

  it('survives the attack that knows the number of reviews: no hidden count is exactly determined', () => {
    const figures = [...published.tables.flatMap((table) => table.rows), published.adults]
    expect(figures.filter(({ status }) => status === 'secondary')).toEqual([])
    expect(published.safe).toBe(true)
    expect(published.audit.length).toBe(figures.filter(({ shown }) => shown === '[c]').length)
    for (const range of published.audit) {
      expect(range.exact).toBe(true)
      expect(range.low).toBeLessThan(range.high ?? Infinity)
    }
  })
})

describe('SG5a of 2023-24, worked by hand', () => {
  it('leaves 2 to 4 for the hidden count: 14 reviews less 8 to 12, and at most 4', () => {
    const { audit } = protectAnnualTables(annualTables(reviews, '2023-24'), 'sac')
    const range = audit.find(({ table }) => table === 'SG5a')
    expect(range).toEqual({ table: 'SG5a', label: 'Where no individuals died', low: 2, high: 4, exact: true })
  })
})

describe('acceptance scenario 23', () => {
  const cases: readonly ConcludedReview[] = [
    aReview({
      ref: 'R1',
      concluded: '2026-05-14',
      adults: [anAdult({ died: true }), anAdult({ died: false })],
    }),
    aReview({ ref: 'R2', concluded: '2027-03-31' }),
    aReview({ ref: 'R3', concluded: '2027-04-01' }),
    aReview({ ref: 'R4', concluded: '2026-03-31' }),
  ]
  const tables = annualTables(cases, '2026-27')
  const sum = (id: string): number =>
    tables.tables.find((table) => table.id === id)?.rows.reduce((total, row) => total + row.count, 0) ?? -1

  it('counts by the day of conclusion: two reviews in SG5a and three people in SG5b', () => {
    expect([tables.reviews, sum('SG5a')]).toEqual([2, 2])
    expect([tables.adults, sum('SG5b')]).toEqual([3, 3])
    expect(tables.tables.map(({ id, unit }) => [id, unit])).toEqual([
      ['SG5a', 'reviews'],
      ['SG5b', 'people'],
      ['reviews_by_abuse_type', 'reviews'],
      ['adults_by_age_band', 'people'],
      ['adults_by_gender', 'people'],
      ['adults_by_ethnicity', 'people'],
    ])
  })

  it('says of every published table what it counts', () => {
    for (const table of protectAnnualTables(tables, 'sac').tables) {
      expect(table.notes[0]).toBe(
        table.unit === 'reviews' ? 'This table counts reviews.' : 'This table counts people.',
      )
    }
  })
})

describe('linked tables', () => {
  const published = (cases: readonly ConcludedReview[]) =>
    protectAnnualTables(annualTables(cases, '2026-27'), 'sac')
  const many = (count: number, of: (i: number) => Partial<ConcludedReview>): readonly ConcludedReview[] =>
    Array.from({ length: count }, (_, i) => aReview({ ref: `R${i}`, ...of(i) }))

  it('hides a further figure where the known number of reviews would give one away: 5 and 0', () => {
    const answer = published(many(5, () => ({ adults: [anAdult({ died: true })] })))
    expect(answer.tables[0]?.rows.map(({ shown }) => shown)).toEqual(['[c]', '[c]'])
    expect(answer.safe).toBe(true)
  })

  it('leaves 0 to 1 for each half of a single review: the known total of 1 bounds it, and decides neither', () => {
    const answer = published(
      many(1, () => ({ abuseTypes: ['Self-Neglect'], adults: [anAdult({ died: true })] })),
    )
    const sg5a = answer.audit.filter(({ table }) => table === 'SG5a')
    expect(sg5a.map(({ low, high }) => [low, high])).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  it('calls a year without reviews safe, since it describes nobody', () => {
    const answer = published([])
    expect(answer.safe).toBe(true)
    expect(answer.tables.flatMap((table) => table.rows).every(({ shown }) => shown === '[c]')).toBe(true)
  })
})

describe('what cannot be counted', () => {
  const failureCode = (run: () => AnnualTables): string => {
    try {
      run()
    } catch (error) {
      if (error instanceof ExpectedError) return error.failure.code
    }
    return 'counted'
  }

  it.each(['2026', '2026-28', '2026-2027', '26-27'])('refuses the year %s', (year) => {
    expect(failureCode(() => annualTables([], year))).toBe('invalid')
  })

  it('refuses one reference twice in a year, and a review with no adult', () => {
    expect(failureCode(() => annualTables([aReview({}), aReview({})], '2026-27'))).toBe('conflict')
    expect(failureCode(() => annualTables([aReview({ adults: [] })], '2026-27'))).toBe('invalid')
  })
})
