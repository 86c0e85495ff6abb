import { describe, expect, it } from 'vitest'
import { protectTable } from '../../../domain/disclosure/protect.ts'
import { parseTable } from '../../../domain/disclosure/table.ts'
import { ExpectedError, type Failure } from '../../../domain/result.ts'

const table = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  dimensions: [
    { name: 'Gender', categories: ['Male', 'Female'] },
    { name: 'Outcome', categories: ['died', 'survived'] },
  ],
  counts: [{ at: ['Male', 'died'], count: 6 }],
  rule: { kind: 'sac' },
  ...over,
})

const failureOf = (json: unknown): Failure => {
  try {
    protectTable(json)
  } catch (error) {
    if (error instanceof ExpectedError) return error.failure
    throw error
  }
  throw new Error('the table was accepted')
}

describe('a table to protect', () => {
  it('takes missing cells as 0 and a missing known list as empty', () => {
    expect(parseTable(table()).known).toEqual([])
    const totals = protectTable(table()).cells.filter(({ at }) => at[0] === 'Total')
    expect(totals).toEqual([
      { at: ['Total', 'died'], shown: '5', status: 'shown' },
      { at: ['Total', 'survived'], shown: '[c]', status: 'primary' },
      { at: ['Total', 'Total'], shown: '5', status: 'shown' },
    ])
  })

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a negative count', { counts: [{ at: ['Male', 'died'], count: -1 }] }, 'counts.0.count', /0 or more/],
    ['a fraction', { counts: [{ at: ['Male', 'died'], count: 2.5 }] }, 'counts.0.count', /whole number/],
    ['a count as text', { counts: [{ at: ['Male', 'died'], count: '3' }] }, 'counts.0.count', /whole number/],
    [
      'a cell given twice',
      {
        counts: [
          { at: ['Male', 'died'], count: 1 },
          { at: ['Female', 'died'], count: 1 },
          { at: ['Male', 'died'], count: 2 },
        ],
      },
      'counts.2.at',
      /repeat/,
    ],
    ['an unknown category', { counts: [{ at: ['Male', 'moved'], count: 1 }] }, 'counts.0.at.1', /category/],
    [
      'a margin as a count',
      { counts: [{ at: ['Male', 'Total'], count: 1 }] },
      'counts.0.at.1',
      /totals are computed/,
    ],
    ['too few coordinates', { counts: [{ at: ['Male'], count: 1 }] }, 'counts.0.at', /2 dimensions/],
    ['an unknown known cell', { known: [{ at: ['Total', 'moved'] }] }, 'known.0.at.1', /category/],
    [
      'a known margin that does not add up',
      { known: [{ at: ['Total', 'Total'], count: 7 }] },
      'known.0.count',
      /equal/,
    ],
    [
      'a category called Total',
      { dimensions: [{ name: 'x', categories: ['a', ' total'] }] },
      'dimensions.0.categories.1',
      /Total/,
    ],
    [
      'a category twice',
      { dimensions: [{ name: 'x', categories: ['a', 'a'] }] },
      'dimensions.0.categories.1',
      /repeat/,
    ],
    [
      'an empty dimension',
      { dimensions: [{ name: 'x', categories: [] }] },
      'dimensions.0.categories',
      /at least one/,
    ],
    ['no dimension', { dimensions: [] }, 'dimensions', /1 to 3/],
    [
      'four dimensions',
      { dimensions: ['p', 'q', 'r', 's'].map((name) => ({ name, categories: ['a'] })) },
      'dimensions',
      /1 to 3/,
    ],
    ['an unknown rule', { rule: { kind: 'hope' } }, 'rule.kind', /"sac" or "suppress"/],
    ['no rule', { rule: undefined }, 'rule', /"sac" or "suppress"/],
    ['the rule of a later version', { rule: { kind: 'suppress', threshold: 5 } }, 'rule.kind', /"sac"/],
  ])('refuses %s and says where', (_, over, path, message) => {
    const failure = failureOf(table(over))
    expect(failure.code).toBe('invalid')
    const field = failure.fields.find((one) => one.path === path)
    expect(field?.message).toMatch(message)
    expect(failure.message).toContain(path)
  })

  it('refuses more than 100,000 cells without building them', () => {
    const categories = Array.from({ length: 100 }, (_, k) => `k${k}`)
    const dimensions = ['p', 'q', 'r'].map((name) => ({ name, categories }))
    expect(failureOf(table({ dimensions, counts: [] })).fields).toEqual([
      { path: 'dimensions', message: 'must make at most 100000 cells, and make 1000000' },
    ])
  })

  it.each([null, 3, 'table', []])('refuses %j, which is no table', (json) => {
    expect(failureOf(json).code).toBe('invalid')
  })

  it('takes categories that have names of object properties', () => {
    const odd = protectTable({
      dimensions: [{ name: 'x', categories: ['__proto__', 'constructor'] }],
      counts: [{ at: ['__proto__'], count: 6 }],
      rule: { kind: 'sac' },
    })
    expect(odd.cells.map(({ shown }) => shown)).toEqual(['5', '[c]', '5'])
  })
})
