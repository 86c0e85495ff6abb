import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  daysInMonth,
  easterSunday,
  isoDay,
  serialToIso,
} from '../../../domain/dates/calendar.ts'

const someDay = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }))

describe('the calendar', () => {
  it('counts days as Temporal does', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(daysBetween(a.toString(), b.toString())).toBe(a.until(b, { largestUnit: 'days' }).days)
        expect(daysInMonth(a.year, a.month)).toBe(a.daysInMonth)
      }),
      { numRuns: 1000 },
    )
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  })

  it('has no 30 February and no month 13', () => {
    expect([isoDay(2023, 2, 29), isoDay(2024, 2, 29), isoDay(2023, 13, 1), isoDay(2023, 1, 0)]).toEqual([
      null,
      '2024-02-29',
      null,
      null,
    ])
  })

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2021, '2021-04-04'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('has Easter of %i where the published tables have it', (year, iso) => {
    expect(easterSunday(year)).toBe(iso)
  })

  it('reads serials in both systems, 1,462 days apart', () => {
    expect(serialToIso(1, 1900)).toBe('1900-01-01')
    expect(serialToIso(59, 1900)).toBe('1900-02-28')
    expect(serialToIso(61, 1900)).toBe('1900-03-01')
    expect(serialToIso(0, 1904)).toBe('1904-01-01')
    expect(serialToIso(44_292, 1900)).toBe(serialToIso(44_292 - 1462, 1904))
  })
})
