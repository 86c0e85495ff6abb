import { describe, expect, it } from 'vitest'
import { countsRoundedTo, roundSac } from '../../../domain/disclosure/round-sac.ts'

describe('the published rule', () => {
  it.each([
    [0, '[c]'],
    [1, '[c]'],
    [2, '[c]'],
    [3, '[c]'],
    [4, '[c]'],
    [5, '5'],
    [6, '5'],
    [7, '5'],
    [8, '10'],
    [12, '10'],
    [13, '15'],
    [23, '25'],
    [1_002, '1000'],
    [1_003, '1005'],
  ])('shows %i as %s', (count, shown) => {
    expect(roundSac(count)).toBe(shown)
  })

  it('reads a shown multiple back as exactly the counts that give it', () => {
    for (const shown of [5, 10, 15, 100]) {
      const { low, high } = countsRoundedTo(shown)
      const giving = Array.from({ length: 200 }, (_, count) => count).filter(
        (count) => roundSac(count) === String(shown),
      )
      expect([low, high]).toEqual([giving[0], giving.at(-1)])
    }
  })
})
