import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../../../domain/dates/calendar.ts'
import {
  clockOf,
  dayMinutes,
  isoDayOf,
  minuteAt,
  minuteOf,
  momentOf,
} from '../../../../domain/chronology/timeline/moments.ts'
import { axisOf } from '../../../../domain/chronology/timeline/ticks.ts'
import { placeOf } from '../../../../domain/chronology/timeline/timeline-entries.ts'
import { aRow } from './timelines.ts'

/** Days from 1600 to 2400: every kind of leap year and century. */
const anyDay = fc.integer({ min: 0, max: 292_000 }).map((offset) => addDays('1600-01-01', offset))

describe('minutes of a timeline', () => {
  it('go to a calendar day and back', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(dayMinutes - 1), (iso, rest) => {
        const at = minuteOf(iso) + rest
        expect(isoDayOf(at)).toBe(iso)
        const { year, month, day, weekday } = momentOf(at)
        expect(minuteAt(year, month, day)).toBe(minuteOf(iso))
        expect(weekday).toBe(weekdayOf(iso))
        expect(minuteOf(iso, clockOf(at))).toBe(at)
      }),
    )
  })

  it('count from 1 January 1970, and let months run over', () => {
    expect(minuteOf('1970-01-01')).toBe(0)
    expect(minuteOf('1970-01-02', '00:01')).toBe(1_441)
    expect(minuteAt(2019, 13)).toBe(minuteOf('2020-01-01'))
    expect(minuteAt(2020, 0)).toBe(minuteOf('2019-12-01'))
  })
})

describe('the axis', () => {
  const anyZoom = fc.double({ min: -2, max: 18, noNaN: true }).map((power) => 2 ** power)

  it('divides any stretch without a gap, and leaves room for every label', () => {
    fc.assert(
      fc.property(anyDay, anyZoom, (iso, zoom) => {
        const from = minuteOf(iso)
        const to = from + 1_200 * zoom
        const axis = axisOf(from, to, zoom)
        for (const tier of [axis.fine, axis.coarse]) {
          if (tier.length === 0) continue
          expect(tier[0]?.from).toBeLessThanOrEqual(from)
          expect(tier.at(-1)?.to).toBeGreaterThanOrEqual(to)
          tier.slice(1).forEach((tick, n) => expect(tick.from).toBe(tier[n]?.to))
        }
        // The least distance is that of the days: "31".
        for (const tick of axis.fine) expect((tick.to - tick.from) / zoom).toBeGreaterThan(25)
        expect(axis.fine.length).toBeLessThan(60)
      }),
    )
  })

  const labels = (from: string, days: number, width = 1_200) => {
    const start = minuteOf(from)
    const { fine, coarse } = axisOf(start, start + days * dayMinutes, (days * dayMinutes) / width)
    return [fine.slice(0, 3).map((tick) => tick.labels.at(-1)), coarse[0]?.labels[0]]
  }

  it('speaks of years, quarters, months, weeks, days and hours', () => {
    expect(labels('2005-01-01', 20 * 365)).toEqual([['2005', '2006', '2007'], undefined])
    expect(labels('2019-02-10', 5 * 365)).toEqual([['Jan–Mar', 'Apr–Jun', 'Jul–Sep'], '2019'])
    expect(labels('2019-02-10', 2 * 365)).toEqual([['Feb', 'Mar', 'Apr'], '2019'])
    // 4 March 2019 was a Monday.
    expect(labels('2019-03-06', 120)).toEqual([['4 Mar', '11 Mar', '18 Mar'], 'March 2019'])
    expect(labels('2019-03-06', 30)).toEqual([['6', '7', '8'], 'March 2019'])
    expect(labels('2019-03-06', 3)).toEqual([['00:00', '03:00', '06:00'], 'Wednesday 6 March 2019'])
    expect(labels('2019-03-06', 1)).toEqual([['00:00', '01:00', '02:00'], 'Wednesday 6 March 2019'])
  })

  it('begins weeks on a Monday', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const from = minuteOf(iso)
        const { fine, unit } = axisOf(from, from + 120 * dayMinutes, dayMinutes / 9)
        expect(unit).toBe('week')
        for (const tick of fine) expect(momentOf(tick.from).weekday).toBe(1)
      }),
    )
  })
})

describe('where a date stands', () => {
  it('is its minute, its day, or all it can mean', () => {
    const at = (change: Parameters<typeof aRow>[0]) => placeOf(aRow(change))
    expect(at({ time: '14:30' })).toEqual({
      shape: 'moment',
      from: minuteOf('2019-03-05', '14:30'),
      to: minuteOf('2019-03-05', '14:30'),
    })
    expect(at({ time: '22:00', timeEnd: '02:00' })).toEqual({
      shape: 'hours',
      from: minuteOf('2019-03-05', '22:00'),
      to: minuteOf('2019-03-06', '02:00'),
    })
    expect(at({})).toEqual({ shape: 'day', from: minuteOf('2019-03-05'), to: minuteOf('2019-03-06') })
    expect(at({ earliest: '2019-03-01', latest: '2019-03-31', precision: 'month' })).toEqual({
      shape: 'span',
      from: minuteOf('2019-03-01'),
      to: minuteOf('2019-04-01'),
    })
    expect(at({ precision: 'approximate', earliest: '2019-02-20', latest: '2019-03-10' }).shape).toBe('about')
    expect(at({ earliest: null, precision: 'before' })).toEqual({
      shape: 'before',
      from: null,
      to: minuteOf('2019-03-06'),
    })
    expect(at({ latest: null, precision: 'after' }).to).toBeNull()
    expect(at({ earliest: null, latest: null, precision: 'unknown' }).shape).toBe('none')
  })
})
