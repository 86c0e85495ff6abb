import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { splitCaseFacts } from '../../../domain/case/case-facts.ts'
import { parseCaseFile } from '../../../domain/case/case-file.ts'
import { parseHistoryFile } from '../../../domain/case/history-file.ts'
import { ExpectedError, type Failure } from '../../../domain/result.ts'

type Json = Record<string, unknown>
const read = (file: string): Json =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../scripts/sample-case', file), 'utf8')) as Json

const failureOf = (run: () => unknown): Failure => {
  try {
    run()
  } catch (error) {
    if (error instanceof ExpectedError) return error.failure
    throw error
  }
  throw new Error('the file was accepted')
}

const aClosedCase = (over: Json = {}): Json => ({
  ref: 'T/1',
  year: '2026-27',
  concluded: '2026-06-01',
  abuse_types: ['Self-Neglect'],
  number_of_adults: 1,
  adults: [{ age: 70, outcome: 'died' }],
  ...over,
})
const aHistory = (...cases: readonly Json[]): Json => ({ years: ['2026-27'], cases })

describe('HISTORY.json', () => {
  it('takes the sample, and a case entered short', () => {
    expect(parseHistoryFile(read('history.json')).cases).toHaveLength(52)
    expect(parseHistoryFile(aHistory(aClosedCase())).cases).toHaveLength(1)
  })

  it.each<[string, Json, string]>([
    ['a conclusion outside the year', { concluded: '2026-03-31' }, 'cases.0.concluded'],
    ['a day that does not exist', { concluded: '2026-06-31' }, 'cases.0.concluded'],
    ['a wrong number of adults', { number_of_adults: 2 }, 'cases.0.number_of_adults'],
    ['no adult', { adults: [], number_of_adults: 0 }, 'cases.0.adults'],
    ['an unknown type of abuse', { abuse_types: ['Self neglect'] }, 'cases.0.abuse_types.0'],
    [
      'a primary type that is not among the types',
      { primary_abuse_type: 'Physical Abuse' },
      'cases.0.primary_abuse_type',
    ],
    ['an unknown location', { location: 'Home' }, 'cases.0.location'],
    ['an unknown source of risk', { source_of_risk: 'Family' }, 'cases.0.source_of_risk'],
    ['a year not of the file', { year: '2027-28', concluded: '2027-06-01' }, 'cases.0.year'],
    ['a year that is not one', { year: '2026-28' }, 'cases.0.year'],
    ['an end before the beginning', { begun: '2026-07-01' }, 'cases.0.begun'],
    ['a referral after the beginning', { begun: '2026-02-01', referred: '2026-03-01' }, 'cases.0.referred'],
    ['a child', { adults: [{ age: 17, outcome: 'died' }] }, 'cases.0.adults.0.age'],
    ['an unknown outcome', { adults: [{ age: 70, outcome: 'moved' }] }, 'cases.0.adults.0.outcome'],
    [
      'a detail of another ethnic group',
      { adults: [{ age: 70, outcome: 'died', ethnicity: 'White', ethnicity_detail: 'Indian' }] },
      'cases.0.adults.0.ethnicity_detail',
    ],
  ])('refuses %s and says where', (_, over, path) => {
    const failure = failureOf(() => parseHistoryFile(aHistory(aClosedCase(over)), 'history.json'))
    expect(failure.code).toBe('invalid')
    expect(failure.fields.map((field) => field.path)).toContain(path)
    expect(failure.message).toMatch(/^history\.json cannot be used: /)
  })

  it('refuses one reference twice, and never repeats what it found', () => {
    const failure = failureOf(() =>
      parseHistoryFile(aHistory(aClosedCase(), aClosedCase({ location: 'Mrs Secret' }))),
    )
    expect(JSON.stringify(failure)).not.toMatch(/Secret|T\/1/)
    const twice = failureOf(() => parseHistoryFile(aHistory(aClosedCase(), aClosedCase())))
    expect(twice.fields.map((field) => field.path)).toEqual(['cases.1.ref'])
  })

  it.each([null, [], 'text', { years: [] }])('refuses %j, which is no history', (json) => {
    expect(failureOf(() => parseHistoryFile(json)).code).toBe('invalid')
  })
})

const aCase = (over: Json = {}): Json => ({
  ref: 'T/2',
  working_title: 'Adult T',
  adults: [{ code: 'Adult T' }],
  ...over,
})

describe('CASE.json', () => {
  it('keeps fields it does not know', () => {
    expect(parseCaseFile(aCase({ later_field: 1 }))).toMatchObject({ later_field: 1 })
  })

  it.each<[string, Json, string]>([
    ['another format', { format: '2' }, 'format'],
    ['no reference', { ref: ' ' }, 'ref'],
    ['no adult', { adults: [] }, 'adults'],
    ['two adults with one code', { adults: [{ code: 'A' }, { code: 'A' }] }, 'adults.1.code'],
    [
      'two agencies with one name',
      {
        agencies: [
          { id: '1', name: 'X' },
          { id: '2', name: 'X' },
        ],
      },
      'agencies.1.name',
    ],
    ['a date in words', { dates: { referral: '3 May 2024' } }, 'dates.referral'],
    ['an unknown type of abuse', { abuse_types: ['Neglect'] }, 'abuse_types.0'],
    [
      'a death before birth',
      { adults: [{ code: 'A', date_of_birth: '1950-01-01', date_of_death: '1949-01-01' }] },
      'adults.0.date_of_death',
    ],
    [
      'an end before the beginning',
      { dates: { initiated: '2024-02-01', concluded: '2024-01-01' } },
      'dates.concluded',
    ],
  ])('refuses %s and says where', (_, over, path) => {
    const failure = failureOf(() => parseCaseFile(aCase(over), 'case.json'))
    expect(failure.code).toBe('invalid')
    expect(failure.fields.map((field) => field.path)).toContain(path)
  })
})

describe('splitting a case', () => {
  const facts = splitCaseFacts(parseCaseFile(read('case.json')))
  const ordinary = JSON.stringify([facts.review, facts.agencies, facts.adults])

  it('takes every special-category and criminal-offence value of the sample out of the ordinary facts', () => {
    expect(facts.specialCategory.map(({ field, value }) => [field, value])).toEqual([
      ['ethnicity', 'White'],
      ['ethnicity_detail', 'English, Welsh, Scottish, Northern Irish or British'],
      ['religion', 'Christian'],
      ['sexual_orientation', 'Not asked'],
      ['disability', 'yes'],
      ['health', 'chronic physical ill-health'],
      ['health', 'mental ill-health'],
      ['health', 'impaired mobility'],
      ['primary_support_reason', 'Physical Support'],
      ['capacity', 'Not recorded'],
    ])
    expect(facts.criminalOffence).toHaveLength(1)
    for (const value of ['Christian', 'Northern Irish', 'impaired mobility', 'Not asked', '17/074633/23']) {
      expect(ordinary).not.toContain(value)
    }
    expect(facts.agencies).toHaveLength(6)
    expect(facts.review.parallelProcesses.map(({ type }) => type)).toEqual(['Inquest', 's42 enquiry'])
  })

  it('treats gender as special category only where it differs from recorded sex', () => {
    const kinds = (adult: Json) =>
      splitCaseFacts(parseCaseFile(aCase({ adults: [{ code: 'A', ...adult }] }))).specialCategory.map(
        ({ kind }) => kind,
      )
    expect(kinds({ sex: 'Female', gender: 'Female' })).toEqual([])
    expect(kinds({ sex: 'Female', gender: 'Male' })).toEqual(['gender-identity'])
    expect(kinds({ gender_identity: 'Trans man' })).toEqual(['gender-identity'])
  })

  it('hides what it does not know and sorts offences by name', () => {
    const split = splitCaseFacts(
      parseCaseFile(
        aCase({
          hearing_notes: 'note one',
          adults: [
            {
              code: 'A',
              trade_union: 'note two',
              convictions: ['note three'],
              criminal_offences: ['note four'],
            },
          ],
        }),
      ),
    )
    expect(split.specialCategory.map(({ kind, value }) => [kind, value])).toEqual([
      ['unclassified', 'note two'],
      ['unclassified', 'note one'],
    ])
    expect(split.criminalOffence.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['note three', 'note four']),
    )
    expect(JSON.stringify([split.review, split.adults])).not.toContain('note')
  })
})
