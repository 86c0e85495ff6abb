import { describe, expect, it } from 'vitest'
import { parseChronology } from './parse-whole.ts'
import type { SourceTable } from '../../../domain/chronology/source-table.ts'
import { aDocument, aTable } from './source-documents.ts'

const withTimes = (date: string, time: string) =>
  parseChronology(
    aDocument([
      aTable([
        ['Date', 'Time', 'Event'],
        [date, time, 'Home visit'],
      ]),
    ]),
  )

describe('a time column beside a date cell with a time', () => {
  it('is taken where the date cell holds only the empty midnight', () => {
    const parsed = withTimes('05/01/2022 00:00', '09:30')
    expect(parsed.entries[0]?.date).toMatchObject({ earliest: '2022-01-05', time: '09:30' })
    expect(parsed.needsAttention.filter(({ field }) => field === 'time')).toEqual([])
  })

  it('is taken where the file stores the midnight', () => {
    const stored = { text: '05/01/2022 00:00', kind: 'date', iso: '2022-01-05T00:00' } as const
    const parsed = parseChronology(
      aDocument([
        aTable([
          ['Date', 'Time', 'Event'],
          [stored, '09:30', 'Home visit'],
        ]),
      ]),
    )
    expect(parsed.entries[0]?.date.time).toBe('09:30')
  })

  it('is named beside the kept time of the date cell where they differ', () => {
    const parsed = withTimes('05/01/2022 08:15', '09:30')
    expect(parsed.entries[0]?.date.time).toBe('08:15')
    expect(parsed.entries[0]?.date.warnings.join()).toMatch(/08:15.*09:30/)
    expect(parsed.needsAttention).toContainEqual({
      where: 'Sheet1!2',
      field: 'time',
      value: '09:30',
      why: expect.stringMatching(/08:15.*09:30/),
    })
  })

  it('raises nothing where they agree', () => {
    const parsed = withTimes('05/01/2022 09:30', '09:30')
    expect(parsed.entries[0]?.date.time).toBe('09:30')
    expect(parsed.needsAttention.filter(({ field }) => field === 'time')).toEqual([])
  })
})

describe('a row with a certain date and a certain event heading', () => {
  it('is the headings, however many others are unknown', () => {
    const parsed = parseChronology(
      aDocument([
        aTable([
          ['Date', 'foo', 'bar', 'baz', 'Event'],
          ['14/03/2021', 'a', 'b', 'c', 'Home visit'],
        ]),
      ]),
    )
    expect(parsed.entries.map(({ fields }) => fields.event)).toEqual(['Home visit'])
    expect(parsed.needsAttention.map(({ value }) => value)).toEqual(['foo', 'bar', 'baz'])
  })

  it('is not found in words that only contain a heading', () => {
    const rows = aTable([
      ['See date below', 'foo', 'bar', 'baz', 'Some notes on it'],
      ['a', 'b', 'c', 'd', 'e'],
    ])
    expect(() => parseChronology(aDocument([rows]))).toThrow(/no heading for a date/)
  })
})

it('names the first line of a csv in a sentence by that name', () => {
  const table: SourceTable = aTable([
    ['Ref', 'Event', 'Action'],
    ['1', 'Home visit', 'None'],
  ])
  const rows = [...table.rows].map((row, index) => ({ ...row, where: `record ${index}, line ${index + 1}` }))
  const refused = () => parseChronology(aDocument([{ ...table, name: 'file', rows }], 'csv'))
  expect(refused).toThrow(/headings in the first line names a date/)
  expect(refused).not.toThrow(/record 0/)
})
