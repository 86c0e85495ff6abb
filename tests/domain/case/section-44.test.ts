import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCaseFile, type Section44Facts } from '../../../domain/case/case-file.ts'
import { caseClock, decideCriteria, sixMonthDate } from '../../../domain/case/section-44.ts'

const facts = (answers: Record<string, string | null>): Section44Facts =>
  Object.fromEntries(Object.entries(answers).map(([limb, answer]) => [limb, { answer }]))

const alive = {
  adult_in_area: 'yes',
  needs_for_care_and_support: 'yes',
  concern_about_working_together: 'yes',
  died: 'no',
  alive_serious_abuse_or_neglect: 'suspected',
}

describe('acceptance scenario 1', () => {
  it('is mandatory under condition 2 when an adult is alive and serious neglect is suspected', () => {
    expect(decideCriteria(facts(alive))).toEqual({
      decision: 'mandatory',
      condition: 2,
      basis: 's44(1) and (3): alive, serious abuse or neglect suspected',
    })
  })

  it('is discretionary only when the joint-working limb is cleared', () => {
    const cleared = decideCriteria(facts({ ...alive, concern_about_working_together: 'no' }))
    expect(cleared).toEqual({ decision: 'discretionary', basis: 's44(4)' })
  })

  it.each(Object.keys(alive))('cannot be decided while %s is unanswered', (limb) => {
    for (const answer of [null, '', 'not known', 'not applicable']) {
      const found = decideCriteria(facts({ ...alive, [limb]: answer }))
      expect(found.decision).toBe('cannot be decided')
      expect(found.decision === 'cannot be decided' && found.unanswered).toEqual([limb])
    }
  })

  it('cannot be decided from nothing at all', () => {
    expect(decideCriteria({}).decision).toBe('cannot be decided')
  })
})

describe('other answers', () => {
  it('is not met where the adult is not in the area or had no needs', () => {
    expect(decideCriteria(facts({ ...alive, adult_in_area: 'no' })).decision).toBe('not met')
    expect(decideCriteria(facts({ ...alive, needs_for_care_and_support: 'no' })).decision).toBe('not met')
  })

  it('is discretionary where no abuse or neglect is known or suspected', () => {
    expect(decideCriteria(facts({ ...alive, alive_serious_abuse_or_neglect: 'no' })).decision).toBe(
      'discretionary',
    )
  })
})

describe('the sample case', () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../scripts/sample-case', file), 'utf8'))
  const { case_expectations: key } = read('expected.json') as {
    case_expectations: {
      decision: string
      basis: string
      six_month_date: string
      if_working_together_is_cleared: string
    }
  }
  const file = parseCaseFile(read('case.json'))

  it('meets the answer key', () => {
    const found = decideCriteria(file.s44)
    expect(found.decision).toBe(key.decision)
    const [provisions] = key.basis.split(':')
    expect(found.basis.split(':')[0]).toBe(provisions)
    expect(found.basis).toMatch(/died/)
    expect(found.basis).toMatch(/neglect suspected$/)
    expect(key.basis).toMatch(/neglect suspected$/)
    const cleared = decideCriteria({ ...file.s44, concern_about_working_together: { answer: 'no' } })
    expect(`${cleared.decision}, ${cleared.basis}`).toBe(key.if_working_together_is_cleared)
    expect(sixMonthDate(file.dates['initiated'] ?? '')).toBe(key.six_month_date)
  })
})

describe('acceptance scenario 3: the six-month clock', () => {
  it.each([
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2024-01-31', '2024-07-31'],
    ['2026-12-15', '2027-06-15'],
  ])('from %s runs to %s', (initiated, due) => {
    expect(sixMonthDate(initiated)).toBe(due)
  })

  it('counts the day of initiation as day 1 and is overdue from the day after', () => {
    expect(caseClock('2026-08-31', '2026-08-31').day).toBe(1)
    // September has 30 days, October 31, November 30: 31 August to 2 December is 93 days later.
    expect(caseClock('2026-08-31', '2026-12-02')).toEqual({
      day: 94,
      due: '2027-02-28',
      daysLeft: 88,
      overdue: false,
      daysOverdue: 0,
    })
    expect(caseClock('2026-08-31', '2027-02-28')).toMatchObject({ daysLeft: 0, overdue: false })
    expect(caseClock('2026-08-31', '2027-03-02')).toMatchObject({
      overdue: true,
      daysOverdue: 2,
      daysLeft: 0,
    })
  })
})
