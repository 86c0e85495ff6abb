import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import { combine, isPartOfDay, parseTime } from '../../../domain/dates/parse-time.ts'

describe('parseTime', () => {
  it.each([
    ['10pm', '22:00', undefined],
    ['0410 hrs', '04:10', undefined],
    ['11.15am', '11:15', undefined],
    ['12 noon', '12:00', undefined],
    ['12.40am', '00:40', undefined],
    ['12pm', '12:00', undefined],
    ['09:40', '09:40', undefined],
    ['2.30 p.m.', '14:30', undefined],
    ['1430', '14:30', undefined],
    ['11.30 – 12.15', '11:30', '12:15'],
    ['2-3pm', '14:00', '15:00'],
    ['11-1pm', '11:00', '13:00'],
    ['between 2pm and 3pm', '14:00', '15:00'],
    ['10am to 12 noon', '10:00', '12:00'],
  ])('reads %s', (text, time, timeEnd) => {
    const read = parseTime(text)
    expect([read?.time, read?.timeEnd]).toEqual([time, timeEnd])
  })

  it.each(['', 'N/K', 'evening', '25:00', '10:75', '9', '13am', 'at home'])(
    'finds no clock time in %j',
    (text) => {
      expect(parseTime(text)).toBeNull()
    },
  )

  it('warns where morning and afternoon are open, and at midnight', () => {
    expect(parseTime('2.30')?.warnings.join()).toMatch(/morning or afternoon/)
    expect(parseTime('midnight')).toMatchObject({ time: '00:00', warnings: [expect.stringMatching(/night/)] })
    expect(parseTime('c. 3pm')?.warnings.join()).toMatch(/approximate/)
  })

  it('knows the parts of a day', () => {
    expect(['evening', 'Early hours', 'am', 'late afternoon'].every(isPartOfDay)).toBe(true)
    expect(['10pm', 'home visit', ''].some(isPartOfDay)).toBe(false)
  })
})

describe('combine', () => {
  const date = parseDate('24/03/2021')

  it('adds the time of its own column', () => {
    expect(combine(date, parseTime('11.30 – 12.15'))).toMatchObject({ time: '11:30', timeEnd: '12:15' })
    expect(combine(date, null)).toEqual(date)
  })

  it('keeps the time of the date cell where the two differ, and says so', () => {
    const both = combine(parseDate('24/03/2021 10:00'), parseTime('11:00'))
    expect(both.time).toBe('10:00')
    expect(both.warnings.join()).toMatch(/10:00.*11:00/)
  })

  it('takes a midnight in the date cell as no time, unless it is written as midnight', () => {
    const empty = combine(parseDate('05/01/2022 00:00'), parseTime('09:30'))
    expect(empty).toMatchObject({ earliest: '2022-01-05', time: '09:30' })
    expect(empty.warnings.join()).not.toMatch(/time column/)
    const meant = combine(parseDate('5 March 2022 midnight'), parseTime('09:30'))
    expect(meant).toMatchObject({ time: '00:00' })
    expect(meant.warnings.join()).toMatch(/00:00 and the time column 09:30/)
  })
})
