import { describe, expect, it } from 'vitest'
import { annualTables } from '../../../domain/statistics/annual-tables.ts'
import { protectAnnualTables } from '../../../domain/statistics/protect-annual-tables.ts'
import { statisticsSummary } from '../../../domain/statistics/statistics-summary.ts'
import { aReview, anAdult } from './reviews.ts'

describe('the sentence under a table', () => {
  it('is one sentence made of shown figures only', () => {
    const table = {
      title: 'Reviews by whether anyone died',
      unit: 'reviews' as const,
      rows: [
        { label: 'Where one or more individuals died', shown: '10' },
        { label: 'Where no individuals died', shown: '[c]' },
      ],
      total: { shown: '15' },
    }
    expect(statisticsSummary(table, '2026-27')).toBe(
      'Reviews by whether anyone died, 2026-27: about 15 reviews in total; ' +
        'about 10 under "Where one or more individuals died"; other rows are not shown.',
    )
  })

  it('does not say how many were counted where the total is hidden', () => {
    const cases = [aReview({ adults: [anAdult(), anAdult()] })]
    const { tables } = protectAnnualTables(annualTables(cases, '2026-27'), 'sac')
    for (const { summary } of tables) {
      expect(summary).toMatch(/is not shown; no row is large enough to show\.$/)
      expect(summary.replace('2026-27', '')).not.toMatch(/\d|\b(both|all|none|most|two)\b/)
    }
  })
})
