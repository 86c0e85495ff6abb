import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../../../documents/read/xml.ts'
import type { AnnouncementKind } from '../../../domain/chronology/source-table.ts'
import { formats, readAs, readRows } from './chronology-files.ts'
import * as od from './ods-files.ts'
import {
  deleted,
  docx,
  inlineCell,
  paragraph,
  row,
  run,
  table,
  textCell,
  tracked,
  wPart,
  xlsx,
} from './office-files.ts'

/** The import traps of requirements section 2, each in every format that it can occur in. */

const dated = (text: string): readonly (readonly string[])[] => [
  ['Date', 'Event'],
  [text, 'Home visit'],
]

/** As written; earliest, latest and precision by the conventions of expected.json; time; what must be said of it. */
type Trap = {
  readonly trap: string
  readonly written: string
  readonly span: readonly [earliest: string | null, latest: string | null, precision: string, time?: string]
  readonly said: RegExp | null
}
const dates = (
  [
    ['a text date', '14 March 2023', ['2023-03-14', '2023-03-14', 'exact']],
    ['day or month first', '03/04/2023', ['2023-04-03', '2023-04-03', 'exact'], /other way round/],
    ['a two-digit year', '14/03/23', ['2023-03-14', '2023-03-14', 'exact'], /two digits/],
    ['10pm in the cell', '14/03/2023 10pm', ['2023-03-14', '2023-03-14', 'exact', '22:00']],
    ['a range in one cell', '12–14/03/2023', ['2023-03-12', '2023-03-14', 'range']],
    ['early hours', 'early hours of 14/03/2023', ['2023-03-14', '2023-03-14', 'exact'], /no clock time/],
    ['w/c', 'w/c 13/03/2023', ['2023-03-13', '2023-03-19', 'range']],
    ['a season', 'Spring 2021', ['2021-03-01', '2021-05-31', 'season']],
    ['before', 'Before 2021', [null, '2020-12-31', 'before']],
    ['about', 'about 4 March 2021', ['2021-03-04', '2021-03-04', 'approximate']],
    ['a leading ?', '?22 May 2016', ['2016-05-22', '2016-05-22', 'approximate']],
    ['a day that never was', '30/02/2023', [null, null, 'unknown'], /no 30 February/],
    ['a date in 1899', '14/03/1899', ['1899-03-14', '1899-03-14', 'exact'], /1899 is far away/],
    ['a date in 2199', '14/03/2199', ['2199-03-14', '2199-03-14', 'exact'], /2199 is far away/],
    ['a serial that lost its format', '45000', ['2023-03-15', '2023-03-15', 'exact'], /spreadsheet date/],
    ['no date', '', [null, null, 'unknown']],
  ] as const satisfies readonly (readonly [string, string, Trap['span'], RegExp?])[]
).map(([trap, written, span, said]): Trap => ({ trap, written, span, said: said ?? null }))

const texts: readonly (readonly [trap: string, text: string])[] = [
  ['text that begins with =', '=1+1 tablets taken'],
  ['line breaks', 'Seen at home.\nNot seen alone.'],
  ['curly quotes', '“Leave me be,” she said – it’s mine'],
]

describe.each(formats)('a chronology as %s', (format) => {
  it.each(dates)('$trap', async ({ written, span: [earliest, latest, precision, time], said }) => {
    const { entries, rows } = await readRows(format, dated(written))
    expect(rows).toEqual({ read: 2, entries: 1, headings: 1, blank: 0, declared: 0 })
    expect(entries[0]?.date).toMatchObject({ original: written, earliest, latest, precision })
    expect(entries[0]?.date.time).toBe(time)
    if (said) expect(entries[0]?.date.warnings.join(' ')).toMatch(said)
  })

  it.each(texts)('%s stays as it is', async (_, text) => {
    const { entries } = await readRows(format, [
      ['Date', 'Event'],
      ['14/03/2023', text],
    ])
    expect(entries[0]?.fields.event).toBe(text)
    expect(entries[0]?.cells[1]?.text).toBe(text)
  })

  it('columns in another order', async () => {
    const { entries } = await readRows(format, [
      ['Action taken', 'What happened', 'Time', 'Author', 'Date'],
      ['Referral', 'Fall', '9.30', 'Nurse', '14/03/2023'],
    ])
    expect(entries[0]).toMatchObject({
      date: { earliest: '2023-03-14', time: '09:30' },
      fields: { event: 'Fall', action: 'Referral', author: 'Nurse' },
    })
  })

  it('a table with no date is refused by name', async () => {
    const read = readRows(format, [
      ['Event', 'Action'],
      ['Visit', 'None'],
    ])
    await expect(read).rejects.toThrow(/no (?:date column|heading for a date)/)
  })
})

const serial = (value: string, style = '1') => `<c r="A2" s="${style}"><v>${value}</v></c>`
const xl = (rows: string, more: Parameters<typeof xlsx>[0] | object = {}, sheet: object = {}) =>
  xlsx({ sheets: [{ rows, ...sheet }], styles: [0, 14], ...more })
const heading = `<row r="1">${inlineCell('A1', 'Date')}${inlineCell('B1', 'Event')}</row>`
const visit = `<row r="2">${inlineCell('A2', '14/03/2023')}${inlineCell('B2', 'Visit')}</row>`
const word = (cells: string, more: object = {}) =>
  docx({ body: table([row([textCell('Date'), textCell('Event')]), cells]), ...more })
const wordRow = (inside: string) => row([textCell('14/03/2023'), `<w:tc>${paragraph(inside)}</w:tc>`])
const odRow = od.row([od.words('14/03/2023'), od.words('Visit')])
const odHeading = od.row([od.words('Date'), od.words('Event')])

describe('serials of a workbook', () => {
  it.each([
    ['the 1900 system', '45000', undefined, '2023-03-15'],
    ['the 1904 system', '43538', '1', '2023-03-15'],
    ['1899, as a 1900 serial cannot be', '0', undefined, null],
  ])('%s', async (_, value, date1904, day) => {
    const bytes = xl(
      `${heading}<row r="2">${serial(value)}${inlineCell('B2', 'Visit')}</row>`,
      date1904 ? { date1904 } : {},
    )
    const { entries } = await readAs(bytes, 'serial.xlsx')
    expect(entries[0]?.date.earliest ?? null).toBe(day)
  })
})

/** What an import must announce; the entry that stands whatever was hidden beside it. */
const announced: readonly (readonly [AnnouncementKind, string, () => Uint8Array])[] = [
  ['hidden-row', 'a.xlsx', () => xl(heading + visit.replace('<row r="2"', '<row r="2" hidden="1"'))],
  [
    'hidden-row',
    'a.ods',
    () =>
      od.ods({
        body: od.sheet(
          'S',
          odHeading + odRow.replace('<t:table-row ', '<t:table-row t:visibility="collapse" '),
        ),
      }),
  ],
  ['hidden-row', 'a.docx', () => word(row([textCell('14/03/2023'), textCell('Visit')], '<w:hidden/>'))],
  [
    'hidden-column',
    'a.xlsx',
    () =>
      xl(
        heading.replace('</row>', `${inlineCell('C1', 'Notes')}</row>`) +
          visit.replace('</row>', `${inlineCell('C2', 'x')}</row>`),
        {},
        { before: '<cols><col min="3" max="3" hidden="1"/></cols>' },
      ),
  ],
  [
    'hidden-column',
    'a.ods',
    () =>
      od.ods({
        body: od.sheet(
          'S',
          '<t:table-column t:number-columns-repeated="2"/><t:table-column t:visibility="collapse"/>' +
            od.row([od.words('Date'), od.words('Event'), od.words('Notes')]) +
            od.row([od.words('14/03/2023'), od.words('Visit'), od.words('x')]),
        ),
      }),
  ],
  [
    'hidden-sheet',
    'a.xlsx',
    () =>
      xlsx({ sheets: [{ rows: heading + visit }, { name: 'Old', state: 'hidden', rows: heading + visit }] }),
  ],
  [
    'hidden-sheet',
    'a.ods',
    () =>
      od.ods({
        styles: '<s:style s:name="h" s:family="table"><s:table-properties t:display="false"/></s:style>',
        body: od.sheet('S', odHeading + odRow) + od.sheet('Old', odHeading + odRow, 't:style-name="h"'),
      }),
  ],
  ['tracked-insertion', 'a.docx', () => word(wordRow(tracked('ins', 'Ann Example', run('Visit'))))],
  ['tracked-deletion', 'a.docx', () => word(wordRow(run('Visit') + deleted('Ann Example', ' refused')))],
  ['hidden-text', 'a.docx', () => word(wordRow(run('Visit') + run(' secret', '<w:vanish/>')))],
  [
    'hidden-text',
    'a.xlsx',
    () =>
      xl(heading + visit.replace('</row>', '<c r="C2" s="1"><v>7</v></c></row>'), {
        styles: [0, 200],
        numFmts: [[200, ';;;']] as const,
      }),
  ],
  [
    'comment',
    'a.docx',
    () =>
      word(
        wordRow(
          `<w:commentRangeStart w:id="1"/>${run('Visit')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
        ),
        {
          links: [{ id: 'c', type: 'comments', target: 'c.xml' }],
          parts: {
            'text/c.xml': wPart(
              'comments',
              `<w:comment w:id="1" w:author="Ann Example">${paragraph(run('Check this'))}</w:comment>`,
            ),
          },
        },
      ),
  ],
  [
    'formula',
    'a.xlsx',
    () =>
      xl(heading + visit.replace('</row>', '<c r="C2" t="str"><f>CONCAT("a","b")</f><v>ab</v></c></row>')),
  ],
  [
    'formula',
    'a.ods',
    () =>
      od.ods({
        body: od.sheet(
          'S',
          odHeading +
            od.row([od.words('14/03/2023'), od.words('Visit', 't:formula="of:=UPPER(&quot;visit&quot;)"')]),
        ),
      }),
  ],
  ['cut-cell', 'a.xlsx', () => xl(heading + visit.replace('Visit', 'x'.repeat(32_767)))],
  ['cut-cell', 'a.csv', () => strToU8(`Date,Event\r\n14/03/2023,${'x'.repeat(32_767)}`)],
  [
    'macro',
    'a.xlsm',
    () =>
      xl(heading + visit, {
        workbookLinks: [
          {
            id: 'v',
            type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
            target: 'code.bin',
          },
        ],
        parts: { 'book/code.bin': 'macro' },
      }),
  ],
  [
    'macro',
    'a.docm',
    () =>
      word(row([textCell('14/03/2023'), textCell('Visit')]), {
        links: [
          {
            id: 'v',
            type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
            target: 'vba.bin',
          },
        ],
        parts: { 'text/vba.bin': 'macro' },
      }),
  ],
  ['encoding', 'a.csv', () => Buffer.from('Date,Event\r\n14/03/2023,\x93Visit\x94', 'latin1')],
  ['encoding', 'a.tsv', () => Buffer.from('Date\tEvent\r\n14/03/2023\tcaf\xe9 visit', 'latin1')],
  [
    'merged-cells',
    'a.xlsx',
    () =>
      xl(
        heading + visit + `<row r="3">${inlineCell('B3', 'Call')}</row>`,
        {},
        { after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' },
      ),
  ],
  ['formula-like-text', 'a.csv', () => strToU8('Date,Event\r\n14/03/2023,=1+1')],
  ['formula-like-text', 'a.xlsx', () => xl(heading + visit.replace('Visit', '=1+1'))],
  [
    'formula-like-text',
    'a.ods',
    () => od.ods({ body: od.sheet('S', odHeading + odRow.replace('Visit', '=1+1')) }),
  ],
]

describe('an import announces', () => {
  it.each(announced)('%s in %s, and takes the entry', async (kind, name, make) => {
    const parsed = await readAs(new Uint8Array(make()), name)
    expect(parsed.announced.map((one) => one.kind)).toContain(kind)
    const { read, ...groups } = parsed.rows
    expect(Object.values(groups).reduce((sum, n) => sum + n, 0)).toBe(read)
    expect(parsed.entries[0]?.date.earliest).toBe('2023-03-14')
  })

  it('two-row headings, by their place', async () => {
    const cells = (at: number, words: readonly string[]) =>
      `<row r="${at}">${words.map((text, index) => (text ? inlineCell(`${'ABCD'[index]}${at}`, text) : '')).join('')}</row>`
    const bytes = xl(
      cells(1, ['When', '', 'What happened', '']) +
        cells(2, ['Date', 'Time', 'Event', 'Action']) +
        cells(3, ['14/03/2023', '10pm', 'Visit', 'None']),
      {},
      { after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>' },
    )
    const { mapping, entries, announced: said } = await readAs(bytes, 'two.xlsx')
    expect(mapping.headingRows).toEqual([1, 2])
    expect(said.find(({ kind }) => kind === 'two-row-heading')?.where).toBe('Sheet1!1:2')
    expect(entries[0]).toMatchObject({ date: { time: '22:00' }, fields: { event: 'Visit', action: 'None' } })
  })
})

describe('a million rows', () => {
  const rows = 1_048_576
  it.each([
    [
      'xlsx',
      () =>
        xl(
          heading +
            Array.from(
              { length: rows - 1 },
              (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><v>${n}</v></c></row>`,
            ).join(''),
        ),
      /the sheet “Sheet1” has more than 200,000 rows/,
    ],
    [
      'csv',
      () => strToU8('Date,Event\n' + '14/03/2023,Visit\n'.repeat(rows)),
      /the file has more than 200,000 rows/,
    ],
    [
      'docx',
      () => word(row([textCell('14/03/2023'), textCell('Visit')]).repeat(rows)),
      /unpacks to far more than an office document holds/,
    ],
    [
      'ods',
      () =>
        od.ods({
          body: od.sheet(
            'S',
            odHeading + odRow.replace('<t:table-row ', `<t:table-row t:number-rows-repeated="${rows - 1}" `),
          ),
        }),
      /the sheets spread over more cells than can be read/,
    ],
  ] as const)('of %s are refused in one sentence', async (format, make, said) => {
    const refused = await readAs(make(), `big.${format}`).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    )
    expect(refused).toMatch(said)
    // Which file, and what to do about it.
    expect(refused).toMatch(new RegExp(`^big\\.${format}: `))
    expect(refused).toMatch(/Ask the agency for the review period alone, or for several files\.$/)
  })

  it('of text that is not all alike are refused with how much it is', () => {
    const part = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(() => parseXml(part, { fileName: 'big.docx', part: 'word/document.xml' })).toThrow(
      /^big\.docx: its text and layout take 65 MB .* Ask the agency for the review period alone/,
    )
  })

  it('that hold only a look are passed over', async () => {
    const empty = Array.from({ length: 200_001 }, (_, n) => `<row r="${n + 3}" s="1"/>`).join('')
    const { rows: counted } = await readAs(xl(heading + visit + empty), 'formatted.xlsx')
    expect(counted).toEqual({ read: 2, entries: 1, headings: 1, blank: 0, declared: 0 })
  })
})
