import { describe, expect, it } from 'vitest'
import { parseCaseFile } from '../../../domain/case/case-file.ts'
import { reviewFromCase } from '../../../domain/statistics/concluded-review.ts'
import { reportingYear, reportingYearOf } from '../../../domain/statistics/reporting-year.ts'

const caseOf = (adult: Record<string, unknown>, concluded: string | null = '2026-05-14') =>
  parseCaseFile({
    ref: 'X/1',
    working_title: 'Adult X',
    adults: [{ code: 'Adult X', ...adult }],
    dates: { concluded },
    abuse_types: ['Self-Neglect'],
  })

describe('a case of the vault as counted', () => {
  it('is not counted before it is concluded', () => {
    expect(reviewFromCase(caseOf({ outcome: 'died' }, null))).toBeNull()
  })

  it('takes age at death where the adult died', () => {
    const review = reviewFromCase(caseOf({ date_of_birth: '1950-06-02', date_of_death: '2025-06-01' }))
    expect(review?.adults[0]).toEqual({
      ageBand: '65-74',
      gender: 'Not Known',
      ethnicity: 'Undeclared / Not Known',
      died: true,
    })
  })

  it('takes age on the last day of the reporting year where the adult lives', () => {
    const born = (date: string) => reviewFromCase(caseOf({ date_of_birth: date, outcome: 'survived' }))
    expect(born('1962-03-31')?.adults[0]?.ageBand).toBe('65-74')
    expect(born('1962-04-01')?.adults[0]?.ageBand).toBe('18-64')
  })

  it('maps gender and ethnicity to the collection without guessing', () => {
    const adult = (over: Record<string, unknown>) =>
      reviewFromCase(caseOf({ outcome: 'survived', sex: 'Female', ...over }))?.adults[0]
    expect(adult({ gender: 'Non-binary' })?.gender).toBe('Not Known')
    expect(adult({})?.gender).toBe('Not Known')
    expect(adult({ gender: 'Male' })?.gender).toBe('Male')
    expect(adult({ ethnicity_detail: 'Roma' })?.ethnicity).toBe('White')
    expect(adult({ ethnicity: 'Refused' })?.ethnicity).toBe('Refused')
    expect(adult({ ethnicity: 'Not asked' })?.ethnicity).toBe('Undeclared / Not Known')
  })

  it('is refused while nobody has recorded how the adult fared', () => {
    expect(() => reviewFromCase(caseOf({}))).toThrow(/outcome/)
  })
})

describe('the reporting year', () => {
  it('runs from 1 April to 31 March', () => {
    expect(reportingYear('2026-27')).toEqual({ label: '2026-27', starts: '2026-04-01', ends: '2027-03-31' })
    expect(reportingYear('2099-00').ends).toBe('2100-03-31')
    expect(reportingYearOf('2027-03-31')).toBe('2026-27')
    expect(reportingYearOf('2027-04-01')).toBe('2027-28')
  })
})
