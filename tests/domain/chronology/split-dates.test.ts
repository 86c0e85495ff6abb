import { describe, expect, it } from 'vitest'
import { parseChronology } from './parse-whole.ts'
import { aDocument, aTable, merged } from './source-documents.ts'

type Rows = Parameters<typeof aTable>[0]
const read = (rows: Rows) => parseChronology(aDocument([aTable(rows)]))
const datesOf = (rows: Rows) =>
  read(rows).entries.map(({ date }) => [date.original, date.earliest, date.latest, date.precision, date.time])

describe('a date spread over columns', () => {
  it('of day, month and year is one date, in words or in figures, in any order', () => {
    expect(
      datesOf([
        ['Year', 'Month', 'Day', 'Time', 'Event'],
        ['2021', 'March', '14', '10pm', 'One'],
        ['2021', '03', '15', '', 'Two'],
        ['2021', 'Mar', '', '', 'A month'],
        ['2021', '', '', '', 'A year'],
        ['', '', '', '', 'Undated'],
        ['21', '3', '16-18', '', 'A few days'],
        ['2021', '2', '30', '', 'No such day'],
      ]),
    ).toEqual([
      ['14 March 2021', '2021-03-14', '2021-03-14', 'exact', '22:00'],
      ['15 03 2021', '2021-03-15', '2021-03-15', 'exact', undefined],
      ['Mar 2021', '2021-03-01', '2021-03-31', 'month', undefined],
      ['2021', '2021-01-01', '2021-12-31', 'year', undefined],
      ['', null, null, 'unknown', undefined],
      ['16-18 3 21', '2021-03-16', '2021-03-18', 'range', undefined],
      ['30 2 2021', null, null, 'unknown', undefined],
    ])
  })

  it('under one heading of two rows is found, and said to be in columns', () => {
    const parsed = read([
      ['Date', merged('Date'), merged('Date'), 'Details', merged('Details')],
      ['Day', 'Month', 'Year', 'Event', 'Action'],
      ['14', '3', '2021', 'One', 'None'],
    ])
    expect(parsed.mapping).toMatchObject({
      headingRows: [1, 2],
      columns: [
        { index: 0, field: 'date', part: 'day' },
        { index: 1, field: 'date', part: 'month' },
        { index: 2, field: 'date', part: 'year' },
        { index: 3, field: 'event' },
        { index: 4, field: 'action' },
      ],
    })
    expect(parsed.entries[0]).toMatchObject({
      stored: 'text, over 3 columns',
      date: { earliest: '2021-03-14', latest: '2021-03-14' },
    })
  })

  it('is a date beside a column of weekdays, or of a month that only repeats it', () => {
    expect(
      datesOf([
        ['Day', 'Date', 'Event'],
        ['Sunday', '14/03/2021', 'One'],
      ]),
    ).toEqual([['14/03/2021', '2021-03-14', '2021-03-14', 'exact', undefined]])
    expect(
      datesOf([
        ['Month', 'Year', 'Date', 'Event'],
        ['March', '2021', '14/03/2021', 'One'],
      ]),
    ).toEqual([['14/03/2021', '2021-03-14', '2021-03-14', 'exact', undefined]])
  })

  it('that a person puts together is followed, with the last day of a span', () => {
    const rows: Rows = [
      ['a', 'b', 'c', 'd', 'e'],
      ['14', 'March', '2021', '16 March 2021', 'One'],
      ['17', 'March', '2021', '', 'Two'],
    ]
    const date = (index: number, part: 'day' | 'month' | 'year' | 'end') =>
      ({ index, heading: '', field: 'date', part }) as const
    const { entries } = parseChronology(aDocument([aTable(rows)]), {
      mapping: {
        table: 'Sheet1',
        headingRows: [1],
        columns: [
          ...[date(0, 'day'), date(1, 'month'), date(2, 'year'), date(3, 'end')],
          { index: 4, heading: '', field: 'event' },
        ],
      },
    })
    expect(entries.map(({ date: { original, earliest, latest } }) => [original, earliest, latest])).toEqual([
      ['14 March 2021 to 16 March 2021', '2021-03-14', '2021-03-16'],
      ['17 March 2021', '2021-03-17', '2021-03-17'],
    ])
  })
})
