import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../domain/dates/parse-date.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const two = (n: number): string => String(n).padStart(2, '0')
const ordinal = (day: number): string => {
  if (day % 10 === 1 && day !== 11) return `${day}st`
  if (day % 10 === 2 && day !== 12) return `${day}nd`
  return day % 10 === 3 && day !== 13 ? `${day}rd` : `${day}th`
}

type Day = { readonly y: number; readonly m: number; readonly d: number }
const styles: Readonly<Record<string, (day: Day) => string>> = {
  'DD/MM/YYYY': ({ y, m, d }) => `${two(d)}/${two(m)}/${y}`,
  'D.M.YYYY': ({ y, m, d }) => `${d}.${m}.${y}`,
  'DD.MM.YY': ({ y, m, d }) => `${two(d)}.${two(m)}.${two(y % 100)}`,
  'D-M-YYYY': ({ y, m, d }) => `${d}-${m}-${y}`,
  'D Month YYYY': ({ y, m, d }) => `${d} ${months[m - 1]} ${y}`,
  'Dth Mon YYYY': ({ y, m, d }) => `${ordinal(d)} ${months[m - 1]?.slice(0, 3)} ${y}`,
  'DD-MON-YY': ({ y, m, d }) => `${two(d)}-${months[m - 1]?.slice(0, 3).toUpperCase()}-${two(y % 100)}`,
  'YYYY-MM-DD': ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`,
}

/** Any real day of the years a two-digit year can mean. */
const realDay = fc
  .date({ min: new Date('2000-01-01T00:00Z'), max: new Date('2099-12-31T00:00Z'), noInvalidDate: true })
  .map((date): Day => ({ y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() }))

const pieces = fc.constantFrom(
  ...'3 30 12 2021 21 / - . to and – before after c. ? March may Spring Easter 10pm 14:30 w/c mid late at on of the ( ) x'.split(
    ' ',
  ),
)
const nearlyDates = fc
  .array(fc.tuple(pieces, fc.constantFrom('', ' ')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''))

describe('parseDate', () => {
  it.each(Object.keys(styles))('reads back any day written %s', (name) => {
    fc.assert(
      fc.property(realDay, (day) => {
        const iso = `${day.y}-${two(day.m)}-${two(day.d)}`
        const date = parseDate(styles[name]?.(day) ?? '')
        expect([date.earliest, date.latest, date.precision]).toEqual([iso, iso, 'exact'])
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, keeps the original, and never ends before it begins', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyDates, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const date = parseDate(text, { defaultYear: '2022' })
        expect(date.original).toBe(text)
        if (date.earliest !== null && date.latest !== null) expect(date.earliest <= date.latest).toBe(true)
        for (const side of [date.earliest, date.latest])
          if (side !== null) expect(new Date(`${side}T00:00Z`).toISOString().slice(0, 10)).toBe(side)
        expect(date.precision === 'unknown').toBe(date.earliest === null && date.latest === null)
        for (const time of [date.time, date.timeEnd])
          if (time !== undefined) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      }),
      { numRuns: 5000, examples: [['late-midMarch'], ['end to mid 2021']] },
    )
  })

  it('gives up on texts made to be read in ever more ways', () => {
    for (const piece of ['10pm - ', '10pm–', '1,', '3 to ', 'the 1 ', '11:11-', 'about 1 am '])
      expect(parseDate(piece.repeat(Math.floor(150 / piece.length))).precision).toBe('unknown')
  })
})
