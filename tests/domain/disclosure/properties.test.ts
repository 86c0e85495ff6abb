import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundSac } from '../../../domain/disclosure/round-sac.ts'
import { categoriesOf, everyPlace, protect, trueCount, type SmallTable } from './sac-tables.ts'

const smallTable: fc.Arbitrary<SmallTable> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 500 })), {
        minLength: sizes.reduce((product, size) => product * size, 1),
        maxLength: sizes.reduce((product, size) => product * size, 1),
      }),
      known: fc
        .shuffledSubarray([...everyPlace(categoriesOf(sizes).map((list) => [...list, 'Total']))])
        .map((places) => places.slice(0, 3)),
    }),
  )

describe('any table', () => {
  it('shows no count of 0 to 4, and every shown cell and margin as the rule rounds its own unrounded count', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        for (const { at, shown, status } of protect(table).cells) {
          const count = trueCount(table, at)
          if (count < 5) expect(status).toBe('primary')
          expect(shown).toBe(status === 'shown' ? roundSac(count) : '[c]')
          expect(shown === '[c]' || Number(shown) % 5 === 0).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the truth within every range, and knows what it does not know', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const answer = protect(table)
        for (const { at, low, high } of answer.audit) {
          expect(low).toBeLessThanOrEqual(trueCount(table, at))
          expect(high ?? Infinity).toBeGreaterThanOrEqual(trueCount(table, at))
        }
        const narrow = answer.audit.filter(({ low, high, known }) => low === high && known !== true)
        expect(answer.safe).toBe(narrow.length === 0)
        expect(answer.why === undefined).toBe(answer.safe)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same answer each time', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        expect(protect(table)).toEqual(protect(table))
      }),
      { numRuns: 50 },
    )
  })
})
