import { describe, expect, it } from 'vitest'
import { parseChronology } from './parse-whole.ts'
import type { SourceDocument } from '../../../domain/chronology/source-table.ts'
import { aDocument, aTable, spanning } from './source-documents.ts'

const datesOf = (document: SourceDocument) =>
  parseChronology(document).entries.map(({ fields, date }) => [
    fields.event,
    date.original,
    date.earliest,
    date.latest,
    date.precision,
  ])

const headings = ['Date', 'Author', 'Event']

describe('a heading that is a date', () => {
  it('of one day, alone in its row, dates the rows below it that have no date', () => {
    const document = aDocument([
      aTable([
        headings,
        ['14/03/2021', '', ''],
        ['', 'A', 'First'],
        ['', 'B', 'Second'],
        ['15/03/2021', 'C', 'Own date'],
        spanning('16 March 2021', 3),
        ['', 'D', 'Third'],
      ]),
    ])
    expect(datesOf(document)).toEqual([
      ['First', '14/03/2021', '2021-03-14', '2021-03-14', 'exact'],
      ['Second', '14/03/2021', '2021-03-14', '2021-03-14', 'exact'],
      ['Own date', '15/03/2021', '2021-03-15', '2021-03-15', 'exact'],
      ['Third', '16 March 2021', '2021-03-16', '2021-03-16', 'exact'],
    ])
    const { rows, needsAttention } = parseChronology(document)
    expect(rows).toEqual({ read: 7, entries: 4, headings: 3, blank: 0, declared: 0 })
    expect(needsAttention.map(({ where, why }) => `${where} ${why}`)).toEqual(
      ['Sheet1!3', 'Sheet1!4', 'Sheet1!7'].map(
        (where) => expect.stringMatching(new RegExp(`^${where} .*heading above`)) as unknown,
      ),
    )
  })

  it('of a month completes days, and gives a blank date no day', () => {
    const document = aDocument([
      aTable([
        headings,
        spanning('March 2021', 3),
        ['3rd', 'A', 'One'],
        ['14', 'B', 'Two'],
        ['', 'C', 'Three'],
        ['29 March', 'D', 'Four'],
        spanning('April 2021 (continued)', 3),
        ['31', 'E', 'Not a day of April'],
        ['2 March', 'F', 'Not in April'],
        ['3', 'G', 'Last'],
      ]),
    ])
    expect(datesOf(document)).toEqual([
      ['One', '3rd', '2021-03-03', '2021-03-03', 'exact'],
      ['Two', '14', '2021-03-14', '2021-03-14', 'exact'],
      ['Three', 'March 2021', '2021-03-01', '2021-03-31', 'month'],
      ['Four', '29 March', '2021-03-29', '2021-03-29', 'exact'],
      ['Not a day of April', '31', null, null, 'unknown'],
      ['Not in April', '2 March', null, null, 'unknown'],
      ['Last', '3', '2021-04-03', '2021-04-03', 'exact'],
    ])
  })

  it('of a year gives the year to a day and month, never a day to a month', () => {
    const document = aDocument([
      aTable([
        headings,
        spanning('2021', 3),
        ['14/03', 'A', 'One'],
        ['March', 'B', 'Two'],
        ['3', 'C', 'Three'],
      ]),
    ])
    expect(datesOf(document)).toEqual([
      ['One', '14/03', '2021-03-14', '2021-03-14', 'exact'],
      ['Two', 'March', '2021-03-01', '2021-03-31', 'month'],
      ['Three', '3', null, null, 'unknown'],
    ])
  })

  it('above a table of a Word document completes its dates, one table a month, and dates no blank', () => {
    const month = (n: number, rows: readonly (readonly string[])[]) =>
      aTable([headings, ...rows], { name: `table ${n}` })
    const document: SourceDocument = {
      ...aDocument(
        [
          month(1, [['3', 'A', 'One']]),
          month(2, [
            ['3', 'B', 'Two'],
            ['', 'C', 'Undated'],
          ]),
        ],
        'docx',
      ),
      blocks: [
        { style: 'heading', level: 1, text: 'Chronology of contacts, 9 May 2023' },
        { style: 'heading', level: 2, text: 'March 2021' },
        { style: 'table', table: 0 },
        { style: 'paragraph', level: 0, text: 'April 2021' },
        { style: 'table', table: 1 },
      ],
    }
    expect(datesOf(document)).toEqual([
      ['One', '3', '2021-03-03', '2021-03-03', 'exact'],
      ['Two', '3', '2021-04-03', '2021-04-03', 'exact'],
      ['Undated', '', null, null, 'unknown'],
    ])
  })

  it('as the name of a sheet completes its dates', () => {
    const sheet = (name: string) => aTable([headings, ['3', 'A', `In ${name}`]], { name })
    expect(datesOf(aDocument([sheet('Mar 2021'), sheet('Other')]))).toEqual([
      ['In Mar 2021', '3', '2021-03-03', '2021-03-03', 'exact'],
      ['In Other', '3', null, null, 'unknown'],
    ])
  })
})
