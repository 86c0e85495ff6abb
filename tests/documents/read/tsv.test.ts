import { describe, expect, it } from 'vitest'
import { readSource } from './read-whole.ts'
import { parseChronology } from '../../domain/chronology/parse-whole.ts'

const read = (text: string, name = 'agency.tsv') => readSource(Buffer.from(text, 'utf8'), name)
const lines = (mark: string): string =>
  [
    ['Date', 'Time', 'Source', 'Event'],
    ['14/03/2022', '10:30', 'Case notes, page 2', 'Visited; she was well, and said so'],
    ['c. April 2022', '', 'Letter, undated', 'A letter, received; from the landlord, was filed'],
  ]
    .map((cells) => cells.join(mark))
    .join('\r\n')

describe('separated text', () => {
  it.each([
    ['\t', 'tsv', 'agency.tsv'],
    ['\t', 'tsv', 'agency.txt'],
    ['|', 'csv', 'agency.csv'],
  ] as const)('tells the delimiter %j by content and the format is %s', (mark, format, name) => {
    const document = read(lines(mark), name)
    expect(document.format).toBe(format)
    expect(document.tables[0]!.rows[1]!.cells.map((cell) => cell.text)).toEqual([
      '14/03/2022',
      '10:30',
      'Case notes, page 2',
      'Visited; she was well, and said so',
    ])
    const { rows, entries } = parseChronology(document)
    expect(rows).toEqual({ read: 3, entries: 2, headings: 1, blank: 0, declared: 0 })
    expect(entries.map(({ date }) => date.precision)).toEqual(['exact', 'approximate'])
  })
  it('reads text separated by semicolons, whose cells hold commas', () => {
    const text =
      'Date;Event;Action\n14/03/2022;Visited, well;None, filed\n15/03/2022;Called, no reply;"Letter; sent"'
    const document = read(text, 'agency.csv')
    expect(document.format).toBe('csv')
    expect(document.tables[0]!.rows[2]!.cells.map((cell) => cell.text)).toEqual([
      '15/03/2022',
      'Called, no reply',
      'Letter; sent',
    ])
  })
  it('names records and columns of a tsv as of a csv', () => {
    const { announced } = parseChronology(read('Date\tEvent\n03/04/22\tSeen\n12/06/22\tSeen\n04/05/22\tSeen'))
    expect(announced.filter(({ kind }) => kind === 'not-in-date-order')).toMatchObject([{ where: 'file' }])
    expect(announced.filter(({ kind }) => kind === 'text-dates')).toMatchObject([{ where: 'column 1' }])
  })
})
