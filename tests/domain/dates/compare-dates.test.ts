import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDates, sortKey } from '../../../domain/dates/compare-dates.ts'
import { parseDate } from '../../../domain/dates/parse-date.ts'

const dated = (text: string, sequence = 0) => ({ date: parseDate(text), sequence })
const inOrder = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text, index) => dated(text, index))
    .sort(compareDates)
    .map((entry) => entry.date.original)

const someDate = fc
  .tuple(
    fc.constantFrom('', 'c. ', 'before ', 'after ', '?', 'w/c ', 'early hours of '),
    fc.constantFrom(
      '3 May 2022',
      '4 March 2021',
      'March 2021',
      'Spring 2021',
      '2021',
      'undated',
      '31/12/2020 10:15',
    ),
  )
  .map(([lead, text]) => parseDate(lead + text))
const someEntry = fc.record({ date: someDate, sequence: fc.nat(20) })

describe('the order of imprecise dates', () => {
  it('is the one acceptance scenario 7 asks for: by earliest day, then precision', () => {
    const texts = ['4 March 2021', 'Spring 2021', 'c. March 2021', 'undated', 'before 2021']
    expect(inOrder(texts)).toEqual(['before 2021', 'c. March 2021', 'Spring 2021', '4 March 2021', 'undated'])
    expect(inOrder([...texts].reverse())).toEqual(inOrder(texts))
  })

  it('puts times of one day in order, an untimed entry first, and equals in the order of their file', () => {
    expect(inOrder(['4/3/2021 10pm', '4/3/2021 09:40', '4/3/2021'])).toEqual([
      '4/3/2021',
      '4/3/2021 09:40',
      '4/3/2021 10pm',
    ])
    expect(compareDates(dated('4/3/2021', 2), dated('4 March 2021', 10))).toBeLessThan(0)
  })

  it('is total: antisymmetric, transitive, and zero only for the same key', () => {
    fc.assert(
      fc.property(someEntry, someEntry, someEntry, (a, b, c) => {
        expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0)
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0)
          expect(compareDates(a, c)).toBeLessThanOrEqual(0)
        expect(compareDates(a, b) === 0).toBe(sortKey(a.date, a.sequence) === sortKey(b.date, b.sequence))
      }),
    )
  })

  it('is the order of plain ASCII keys, as SQL compares them', () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 20 }), (entries) => {
        const keys = entries.map((entry) => sortKey(entry.date, entry.sequence))
        expect(keys.every((key) => /^[ -~]+$/.test(key))).toBe(true)
        const bytes = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        expect([...entries].sort(compareDates).map((e) => sortKey(e.date, e.sequence))).toEqual(bytes)
      }),
    )
  })
})
