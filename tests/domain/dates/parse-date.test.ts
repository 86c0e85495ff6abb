import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../domain/dates/parse-date.ts'
import type { Precision } from '../../../domain/dates/imprecise-date.ts'

/** Expected values follow the conventions of the sample case's answer key and the calendar. */
type Row = readonly [text: string, earliest: string | null, latest: string | null, precision: Precision]

const read = (rows: readonly Row[]): void => {
  for (const [text, earliest, latest, precision] of rows) {
    const date = parseDate(text)
    expect({ text, earliest: date.earliest, latest: date.latest, precision: date.precision }).toEqual({
      text,
      earliest,
      latest,
      precision,
    })
    expect(date.original).toBe(text)
  }
}

describe('parseDate reads one day', () => {
  it('in figures, day first, with any separator', () => {
    read([
      ['03/04/2023', '2023-04-03', '2023-04-03', 'exact'],
      ['22.05/16', '2016-05-22', '2016-05-22', 'exact'],
      ['29.01.23', '2023-01-29', '2023-01-29', 'exact'],
      ['1-1-21', '2021-01-01', '2021-01-01', 'exact'],
      ['2019-03-04', '2019-03-04', '2019-03-04', 'exact'],
      ['20210304', '2021-03-04', '2021-03-04', 'exact'],
      ['29/02/2024', '2024-02-29', '2024-02-29', 'exact'],
    ])
  })

  it('in words', () => {
    read([
      ['4 March 2021', '2021-03-04', '2021-03-04', 'exact'],
      ['Sat 4th March 2021', '2021-03-04', '2021-03-04', 'exact'],
      ['Thursday, 4th of March, 2021', '2021-03-04', '2021-03-04', 'exact'],
      ['12 June 23', '2023-06-12', '2023-06-12', 'exact'],
      ['01-JAN-21', '2021-01-01', '2021-01-01', 'exact'],
      ['March 4th, 2021', '2021-03-04', '2021-03-04', 'exact'],
      ['\u00a04\u00a0March\u00a02021 ', '2021-03-04', '2021-03-04', 'exact'],
    ])
  })

  it('and says what made it doubtful', () => {
    expect(parseDate('03/04/2023').warnings.join()).toMatch(/other way round.*3 April 2023/)
    expect(parseDate('05/05/2023').warnings).toEqual([])
    expect(parseDate('13/04/2023').warnings).toEqual([])
    expect(parseDate('29.01.23').warnings.join()).toMatch(/two digits.*2023/)
    expect(parseDate('Sat 4th March 2021').warnings.join()).toMatch(/Thursday, not a Saturday/)
    expect(parseDate('Thu 4 March 2021').warnings).toEqual([])
    expect(parseDate('01/01/1899').warnings.join()).toMatch(/1899/)
    expect(parseDate('2199').warnings.join()).toMatch(/2199/)
  })

  it('from a spreadsheet serial held as text, exact with a warning', () => {
    read([['44292', '2021-04-06', '2021-04-06', 'exact']])
    expect(parseDate('44292').warnings.join()).toMatch(/spreadsheet date/)
    expect(parseDate('44292.402777777778').time).toBe('09:40')
  })

  it('with the year set for the file, where none is written', () => {
    expect(parseDate('4 March', { defaultYear: '2022' })).toMatchObject({
      earliest: '2022-03-04',
      precision: 'exact',
      warnings: [expect.stringMatching(/No year.*2022/)],
    })
    expect(parseDate('29 Feb', { defaultYear: '2022' })).toMatchObject({
      earliest: null,
      precision: 'unknown',
    })
    expect(parseDate('4 March')).toMatchObject({ earliest: null, latest: null, precision: 'unknown' })
  })
})

describe('parseDate reads less than a day', () => {
  it('as a month, season, quarter, year or decade', () => {
    read([
      ['March 2022', '2022-03-01', '2022-03-31', 'month'],
      ['Jan 2024', '2024-01-01', '2024-01-31', 'month'],
      ['Mar-22', '2022-03-01', '2022-03-31', 'month'],
      ['2021-03', '2021-03-01', '2021-03-31', 'month'],
      ['02/2024', '2024-02-01', '2024-02-29', 'month'],
      ['2019', '2019-01-01', '2019-12-31', 'year'],
      ['Spring 2021', '2021-03-01', '2021-05-31', 'season'],
      ['summer of 2021', '2021-06-01', '2021-08-31', 'season'],
      ['Autumn 2021', '2021-09-01', '2021-11-30', 'season'],
      ['Winter 2022', '2022-12-01', '2023-02-28', 'season'],
      ['Winter 2023/24', '2023-12-01', '2024-02-29', 'season'],
      ['Q2 2021', '2021-04-01', '2021-06-30', 'range'],
      ['1990s', '1990-01-01', '1999-12-31', 'range'],
      ['financial year 2021/22', '2021-04-01', '2022-03-31', 'range'],
    ])
  })

  it('as a part of a month or year', () => {
    read([
      ['early September 2021', '2021-09-01', '2021-09-10', 'approximate'],
      ['mid-Aug 2023', '2023-08-11', '2023-08-20', 'approximate'],
      ['Late Feb 2024', '2024-02-21', '2024-02-29', 'approximate'],
      ['beginning of May 2022', '2022-05-01', '2022-05-10', 'approximate'],
      ['end of March 2022', '2022-03-21', '2022-03-31', 'approximate'],
      ['early 2021', '2021-01-01', '2021-04-30', 'approximate'],
      ['mid-2021', '2021-05-01', '2021-08-31', 'approximate'],
      ['late 2021', '2021-09-01', '2021-12-31', 'approximate'],
    ])
  })

  it('as two parts together, or a month whose day is left open', () => {
    read([
      ['mid-late March 2021', '2021-03-11', '2021-03-31', 'approximate'],
      ['mid to late 2021', '2021-05-01', '2021-12-31', 'approximate'],
      ['first quarter of 2021', '2021-01-01', '2021-03-31', 'range'],
      ['??/03/2021', '2021-03-01', '2021-03-31', 'month'],
      ['xx.03.21', '2021-03-01', '2021-03-31', 'month'],
      ['March ?2021', '2021-03-01', '2021-03-31', 'approximate'],
    ])
  })

  it('as an approximate date, with its plain reading', () => {
    read([
      ['c. March 2021', '2021-03-01', '2021-03-31', 'approximate'],
      ['circa 1998', '1998-01-01', '1998-12-31', 'approximate'],
      ['about 4 March 2021', '2021-03-04', '2021-03-04', 'approximate'],
      ['approx. 14/03/2021', '2021-03-14', '2021-03-14', 'approximate'],
      ['around June 2020', '2020-06-01', '2020-06-30', 'approximate'],
      ['roughly 2020', '2020-01-01', '2020-12-31', 'approximate'],
      ['?22 May 2016', '2016-05-22', '2016-05-22', 'approximate'],
      ['?29.09.23', '2023-09-29', '2023-09-29', 'approximate'],
      ['22 May 2016 (?)', '2016-05-22', '2016-05-22', 'approximate'],
    ])
  })

  it('as a feast (Easter from published tables: 4 April 2021, 9 April 2023, 31 March 2024)', () => {
    read([
      ['Christmas 2019', '2019-12-25', '2019-12-25', 'approximate'],
      ['New Year 2021', '2021-01-01', '2021-01-01', 'approximate'],
      ['Boxing Day 2020', '2020-12-26', '2020-12-26', 'exact'],
      ['Easter Sunday 2021', '2021-04-04', '2021-04-04', 'exact'],
      ['Good Friday 2024', '2024-03-29', '2024-03-29', 'exact'],
      ['Easter 2023', '2023-04-07', '2023-04-10', 'approximate'],
    ])
  })
})

describe('parseDate reads a span', () => {
  it('with both ends, however much the first leaves out', () => {
    read([
      ['12–14/01/2023', '2023-01-12', '2023-01-14', 'range'],
      ['01/01/2022 to 30/06/2022', '2022-01-01', '2022-06-30', 'range'],
      ['31.01.23 – 02.02.23', '2023-01-31', '2023-02-02', 'range'],
      ['between 3 and 5 May 2022', '2022-05-03', '2022-05-05', 'range'],
      ['3/4 May 2022', '2022-05-03', '2022-05-04', 'range'],
      ['28 Feb - 3 Mar 2022', '2022-02-28', '2022-03-03', 'range'],
      ['28 Dec - 3 Jan 2023', '2022-12-28', '2023-01-03', 'range'],
      ['2019-2021', '2019-01-01', '2021-12-31', 'range'],
      ['Mar to May 2022', '2022-03-01', '2022-05-31', 'range'],
      ['3, 4 and 5 May 2022', '2022-05-03', '2022-05-05', 'range'],
      ['w/c 8 May 2023', '2023-05-08', '2023-05-14', 'range'],
      ['week commencing 08/05/2023', '2023-05-08', '2023-05-14', 'range'],
      ['week ending 14 May 2023', '2023-05-08', '2023-05-14', 'range'],
    ])
  })

  it('open on one side', () => {
    read([
      ['Before 2021', null, '2020-12-31', 'before'],
      ['before 30.11.23', null, '2023-11-29', 'before'],
      ['by June 2021', null, '2021-06-30', 'before'],
      ['after Easter 2023', '2023-04-10', null, 'after'],
      ['after 3 May 2022', '2022-05-03', null, 'after'],
      ['since 2019', '2019-01-01', null, 'after'],
      ['March 2020 onwards', '2020-03-01', null, 'after'],
    ])
  })

  it('and says so when it ends before it begins', () => {
    expect(parseDate('25/03/2022 - 21/03/2022')).toMatchObject({
      earliest: '2022-03-21',
      latest: '2022-03-25',
      warnings: [expect.stringMatching(/ends before it begins/)],
    })
  })
})

describe('parseDate reads a time in the same cell', () => {
  it.each([
    ['12/06/2021 21:55', '2021-06-12', '21:55', undefined],
    ['10pm on 3 May 2022', '2022-05-03', '22:00', undefined],
    ['29.01.23 11.40am', '2023-01-29', '11:40', undefined],
    ['19.01.21, 0410 hrs', '2021-01-19', '04:10', undefined],
    ['4 March 2021 11.30 – 12.15', '2021-03-04', '11:30', '12:15'],
    ['2-3pm 4 March 2021', '2021-03-04', '14:00', '15:00'],
    ['4 March 2021 at 12 noon', '2021-03-04', '12:00', undefined],
    ['2019-03-04T10:30', '2019-03-04', '10:30', undefined],
  ])('%s', (text, day, time, timeEnd) => {
    const date = parseDate(text)
    expect([date.earliest, date.latest, date.precision, date.time, date.timeEnd]).toEqual([
      day,
      day,
      'exact',
      time,
      timeEnd,
    ])
  })

  it('and leaves out one that is none', () => {
    for (const text of ['2021-03-24 00:00:00', '24/03/2021 at 25:00', '24 March 2021 10:75']) {
      const date = parseDate(text)
      expect([text, date.earliest, date.precision, date.time]).toEqual([
        text,
        '2021-03-24',
        'exact',
        undefined,
      ])
    }
    expect(parseDate('24/03/2021 at 25:00').warnings.join()).toMatch(/not a clock time/)
  })

  it('and never makes a clock time of a part of the day', () => {
    const date = parseDate('early hours of 4 March 2021')
    expect(date).toMatchObject({ earliest: '2021-03-04', latest: '2021-03-04', precision: 'exact' })
    expect(date.time).toBeUndefined()
    expect(date.warnings.join()).toMatch(/early hours/)
  })
})

describe('parseDate never invents a day', () => {
  it.each([
    '',
    'undated',
    'n/k',
    'N/K',
    'unknown',
    '-',
    '?',
    'Saturday',
    '4th',
    '0410 hrs',
    'Room 12',
    'H010',
  ])('from %j', (text) => {
    const date = parseDate(text)
    expect([date.earliest, date.latest, date.precision]).toEqual([null, null, 'unknown'])
    expect(date.warnings.length).toBeGreaterThan(0)
  })

  it.each([
    ['30/02/2023', /no 30 February/],
    ['31/04/23', /no 31 April/],
    ['29/02/2023', /no 29 February in 2023/],
    ['13/14/2023', /no month 14/],
    ['03/25/2023', /no month 25.*25 March 2023/],
    ['00/00/2021', /no month 0/],
    ['31 November 2022', /no 31 November/],
  ])('from an impossible one: %s', (text, why) => {
    const date = parseDate(text)
    expect([date.earliest, date.latest, date.precision]).toEqual([null, null, 'unknown'])
    expect(date.warnings.join()).toMatch(why)
  })

  it.each([
    'two days before 4 March 2021',
    'not 4 March 2021',
    'the week after 4 March 2021',
    'DOB 14/02/1941',
    '4 March 2021 and several times in 2022',
  ])('where other words could change what it means: %s', (text) => {
    expect(parseDate(text)).toMatchObject({ earliest: null, latest: null, precision: 'unknown' })
  })

  it('but takes a whole date from among harmless words, with a warning', () => {
    expect(parseDate('letter dated 4 March 2021')).toMatchObject({
      earliest: '2021-03-04',
      warnings: [expect.stringMatching(/not understood/)],
    })
  })
})

describe('parseDate reads days in figures that share a month or a year', () => {
  it('as a few days of one month, never as a span of months', () => {
    read([
      ['04–06/03/21', '2021-03-04', '2021-03-06', 'range'],
      ['4-6/3/21', '2021-03-04', '2021-03-06', 'range'],
      ['04-06/03/2021', '2021-03-04', '2021-03-06', 'range'],
      ['4/6/3/21', '2021-03-04', '2021-03-06', 'range'],
      ['04-06-03-21', '2021-03-04', '2021-03-06', 'range'],
      ['12/03 - 14/03/2021', '2021-03-12', '2021-03-14', 'range'],
      ['12/03-14/03/21', '2021-03-12', '2021-03-14', 'range'],
      ['12-03-14/03/21', '2021-03-12', '2021-03-14', 'range'],
      ['12.3. - 14.3.21', '2021-03-12', '2021-03-14', 'range'],
      ['12. - 14.3.21', '2021-03-12', '2021-03-14', 'range'],
      ['12.03.21-14.03.21', '2021-03-12', '2021-03-14', 'range'],
      ['30/12 - 02/01/2021', '2020-12-30', '2021-01-02', 'range'],
      ['29/04-02/05/21', '2021-04-29', '2021-05-02', 'range'],
    ])
  })

  it('and not at all where the days go backwards in one month', () => {
    read([
      ['6-4/3/21', null, null, 'unknown'],
      ['30-2 March 2021', null, null, 'unknown'],
    ])
  })

  it('and still as months where months are written', () => {
    read([
      ['03/2021 - 06/2021', '2021-03-01', '2021-06-30', 'range'],
      ['04/03/2021 - 06/2021', '2021-03-04', '2021-06-30', 'range'],
    ])
  })
})

describe('parseDate reads what is given where the text says that the rest is not known', () => {
  it('as a month or a year, with a warning', () => {
    read([
      ['Month of May 2021', '2021-05-01', '2021-05-31', 'month'],
      ['The month of May 2021', '2021-05-01', '2021-05-31', 'month'],
      ['2021 (exact date not known)', '2021-01-01', '2021-12-31', 'year'],
      ['March 2021 - date unknown', '2021-03-01', '2021-03-31', 'month'],
      ['Exact date not recorded, March 2021', '2021-03-01', '2021-03-31', 'month'],
      ['4 March 2021 (exact date unknown)', '2021-03-04', '2021-03-04', 'approximate'],
      ['Exact date not known', null, null, 'unknown'],
    ])
    expect(parseDate('2021 (exact date not known)').warnings.join()).toMatch(/exact date is not known/)
    expect(parseDate('Month of May 2021').warnings).toEqual([])
  })
})
