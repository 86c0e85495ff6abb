import { describe, expect, it } from 'vitest'
import { oneWay, protect } from './sac-tables.ts'

const total = [['Total']]
const shownOf = (cells: readonly { readonly shown: string }[]): readonly string[] =>
  cells.map(({ shown }) => shown)

describe('acceptance scenario 24', () => {
  it('shows 12, 8, 3 with total 23 as 10, 10, [c], 25', () => {
    const answer = oneWay([12, 8, 3], total)
    expect(shownOf(answer.cells)).toEqual(['10', '10', '[c]', '25'])
    expect(answer.cells[2]?.status).toBe('primary')
    // 23 less 8 to 12 less 8 to 12 leaves -1 to 7; the mark itself says 0 to 4.
    expect(answer.audit).toEqual([{ at: ['a2'], low: 0, high: 4, exact: true }])
    expect(answer.safe).toBe(true)
  })
})

describe('tables the published rule would leak, worked by hand', () => {
  it('knows that 12, 12 and 4 give themselves away: 30 means at least 28, and 12 + 12 + 4 is 28', () => {
    const answer = oneWay([12, 12, 4])
    expect(answer.cells.filter(({ status }) => status === 'secondary')).toHaveLength(1)
    expect(answer.safe).toBe(true)
    expect(answer.audit.every(({ low, high }) => high === null || low < high)).toBe(true)
  })

  it('knows that four eights and a zero do: 30 means at most 32, and 8 + 8 + 8 + 8 is 32', () => {
    const answer = oneWay([8, 8, 8, 8, 0])
    expect(answer.cells.filter(({ status }) => status === 'secondary')).toHaveLength(1)
    expect(answer.safe).toBe(true)
  })

  it('hides the total of 4 and 4, which 10 would give away: two counts of at most 4 that make 8 or more', () => {
    const answer = oneWay([4, 4])
    expect(shownOf(answer.cells)).toEqual(['[c]', '[c]', '[c]'])
    expect(answer.cells[2]?.status).toBe('secondary')
    expect(answer.safe).toBe(true)
  })

  it('hides 7 beside 4 when the total of 11 is known: 11 less 5 to 7 is 4 to 6', () => {
    const answer = oneWay([7, 4], total)
    expect(answer.cells.map(({ status }) => status)).toEqual(['secondary', 'primary', 'shown'])
    expect(answer.safe).toBe(true)
    expect(answer.attacker).toBe('knows-marks')
  })

  it('hides 5 beside 0 when the total of 5 is known, and says that the marks must look alike', () => {
    const answer = oneWay([5, 0], total)
    expect(shownOf(answer.cells)).toEqual(['[c]', '[c]', '5'])
    expect(answer.safe).toBe(true)
    expect(answer.attacker).toBe('sees-marks-alike')
    expect(answer.audit).toEqual([
      { at: ['a0'], low: 1, high: 5, exact: true },
      { at: ['a1'], low: 0, high: 4, exact: true },
    ])
  })
})

describe('tables nothing can protect', () => {
  it.each([
    ['4 and 4 with the total known', [4, 4]],
    ['two zeros with the total known', [0, 0]],
    ['one category with the total known', [3]],
  ])('says so: %s', (_, counts) => {
    const answer = oneWay(counts, total)
    expect(answer.safe).toBe(false)
    expect(answer.why).toMatch(/worked out exactly/)
  })

  it('does not call a cell leaked that the reader knows anyway', () => {
    const answer = oneWay([3, 1, 9], [['a0']])
    expect(answer.audit[0]).toEqual({ at: ['a0'], low: 3, high: 3, exact: true, known: true })
    expect(answer.safe).toBe(true)
  })

  it('still protects what it can beside what it cannot', () => {
    // Row b0 is given away by its known total of 0; row b1 is 7 and 4 with a known total of 11.
    const answer = protect({
      sizes: [2, 2],
      counts: [0, 0, 7, 4],
      known: [
        ['a0', 'Total'],
        ['a1', 'Total'],
      ],
    })
    expect(answer.safe).toBe(false)
    const range = answer.audit.find(({ at }) => at[0] === 'a1' && at[1] === 'b1')
    expect(range?.low).toBeLessThan(range?.high ?? Infinity)
  })
})

describe('size', () => {
  const big = (sizes: readonly number[]): ReturnType<typeof protect> =>
    protect({
      sizes,
      counts: Array.from(
        { length: sizes.reduce((product, size) => product * size, 1) },
        (_, i) => (i * 37 + (i >> 3)) % 11,
      ),
      known: [sizes.map(() => 'Total')],
    })

  it('is exact for 2,500 cells in two dimensions', () => {
    const answer = big([50, 50])
    expect(answer.audit.length).toBeGreaterThan(500)
    expect(answer.audit.every(({ exact }) => exact)).toBe(true)
  })

  it('cures many leaks at once: 300 rows of two with every margin known, without hiding most of the table', () => {
    const sizes = [300, 2]
    const counts = Array.from({ length: 600 }, (_, i) =>
      i % 20 === 0 ? 4 : i % 20 === 1 ? 42 : 20 + ((i * 7) % 25),
    )
    const known = [
      ...Array.from({ length: 300 }, (_, row) => [`a${row}`, 'Total']),
      ['Total', 'b0'],
      ['Total', 'b1'],
    ]
    const answer = protect({ sizes, counts, known })
    // 4 beside 42: the known 46 less 38 to 42 is 4 to 8, so each of the 30 small counts is given away by its own row.
    const secondary = answer.cells.filter(({ status }) => status === 'secondary')
    expect(answer.safe).toBe(true)
    expect(secondary.map(({ at }) => at[1])).toEqual(Array.from({ length: 30 }, () => 'b1'))
  })

  it('never calls a table of 8,000 cells in three dimensions safe on a range it has not proven', () => {
    const answer = big([20, 20, 20])
    const narrow = answer.audit.filter(({ low, high, known }) => low === high && known !== true)
    expect(answer.audit.length).toBeGreaterThan(2_000)
    expect(answer.safe).toBe(narrow.length === 0)
  })
})
