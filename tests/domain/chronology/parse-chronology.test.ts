import { describe, expect, it } from 'vitest'
import { parseChronology } from './parse-whole.ts'
import type { SourceDocument } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { aDocument, aRow, aTable, merged, spanning } from './source-documents.ts'

const fieldsOf = (document: SourceDocument) =>
  Object.fromEntries(
    parseChronology(document).mapping.columns.map((column) => [column.heading, column.field]),
  )

const oneEntry = (headings: readonly string[]) =>
  aDocument([aTable([headings, headings.map((_, index) => (index === 0 ? '14/03/2021' : `text ${index}`))])])

const kindsOf = (document: SourceDocument): readonly string[] =>
  parseChronology(document)
    .announced.filter(({ kind }) => kind !== 'text-dates')
    .map(({ kind, where }) => `${kind} ${where}`)

describe('headings', () => {
  it.each([
    [
      ['When', 'What happened', 'Who', 'Follow up'],
      ['date', 'event', 'author', 'action'],
    ],
    [
      ['Date of contact', 'Narrative', 'Seen by', 'Outcome'],
      ['date', 'event', 'author', 'action'],
    ],
    [
      ['Date/Time', 'Circumstances', 'Officer (collar no.)', 'Result'],
      ['date', 'event', 'author', 'action'],
    ],
    [
      ['Date', 'Event', 'Action', 'Outcome'],
      ['date', 'event', 'action', 'outcome'],
    ],
    [
      ['DATE', 'Details of contact', 'Source of information', 'Comments'],
      ['date', 'event', 'source', 'comment'],
    ],
    [
      ['Date', 'Our ref', 'Entry', 'Internal note, not for Board'],
      ['date', 'reference', 'event', 'internal'],
    ],
    [
      ['Date', 'No.', 'Log / crime no.', 'Details'],
      ['date', 'reference', 'source', 'event'],
    ],
    [
      ['Date', 'Contact', 'Adult seen?', 'KLOE'],
      ['date', 'event', 'adultSeen', 'kloes'],
    ],
    [
      ['Date', 'Description of event', 'Date of birth', 'Wishes and feelings'],
      ['date', 'event', 'comment', 'wishes'],
    ],
  ])('%j are understood', (headings, fields) => {
    expect(Object.values(fieldsOf(oneEntry(headings)))).toEqual(fields)
  })

  it('stand in any order, under titles and over a blank row', () => {
    const parsed = parseChronology(
      aDocument([
        aTable([
          spanning('Chronology of a service', 3),
          ['', '', ''],
          ['What happened', 'Author', 'When'],
          ['Visited', 'A worker', '4 March 2021'],
        ]),
      ]),
    )
    expect(parsed.mapping.headingRows).toEqual([3])
    expect(parsed.entries[0]).toMatchObject({ n: 1, where: 'Sheet1!4', date: { earliest: '2021-03-04' } })
    expect(parsed.rows).toEqual({ read: 4, entries: 1, headings: 2, blank: 1, declared: 0 })
  })

  it('take two rows, with groups above', () => {
    const document = aDocument([
      aTable([
        ['When', merged('When'), 'Record', merged('Record')],
        ['Date', 'Time', 'Details', 'Outcome'],
        ['14/03/2021', '10pm', 'Rang', 'None'],
      ]),
    ])
    const parsed = parseChronology(document)
    expect(parsed.mapping.headingRows).toEqual([1, 2])
    expect(parsed.entries[0]?.date).toMatchObject({ earliest: '2021-03-14', time: '22:00' })
    expect(kindsOf(document)).toContain('two-row-heading Sheet1!1:2')
  })

  it('take two rows, merged downwards where a column has no group', () => {
    const parsed = parseChronology(
      aDocument([
        aTable([
          ['Date', 'Contact', merged('Contact'), 'Event'],
          [merged('Date'), 'Type', 'With', merged('Event')],
          ['14/03/2021', 'Telephone', 'A worker', 'Rang'],
        ]),
      ]),
    )
    expect(parsed.mapping.headingRows).toEqual([1, 2])
    expect(parsed.entries[0]?.fields).toMatchObject({ event: 'Rang', contactType: 'Telephone' })
  })

  it('repeat on a new page and are not an entry', () => {
    const parsed = parseChronology(
      aDocument([
        aTable([
          ['Date', 'Event'],
          ['14/03/2021', 'One'],
          ['Date', 'Event'],
          ['15/03/2021', 'Two'],
        ]),
      ]),
    )
    expect(parsed.entries.map((entry) => entry.fields.event)).toEqual(['One', 'Two'])
    expect(parsed.rows.headings).toBe(2)
  })

  it('with a word we do not know keep their text as comment and ask', () => {
    const parsed = parseChronology(
      aDocument([
        aTable([
          ['Date', 'Event', 'Quux'],
          ['14/03/2021', 'One', 'kept'],
        ]),
      ]),
    )
    expect(parsed.entries[0]?.fields.comment).toBe('kept')
    expect(parsed.needsAttention).toEqual([
      expect.objectContaining({ where: 'Sheet1!C', field: 'comment', value: 'Quux' }),
    ])
  })
})

describe('rows', () => {
  const rowsOf = (...rows: readonly (readonly (string | ReturnType<typeof merged>)[])[]) =>
    aDocument([aTable([['Date', 'Author', 'Event'], ['14/03/2021', 'A', 'First'], ...rows])])

  it('with an event and no date are entries, and asked about', () => {
    const parsed = parseChronology(rowsOf(['', 'B', 'Undated call'], ['n/k', 'B', 'Another']))
    expect(parsed.entries.map((entry) => entry.date.precision)).toEqual(['exact', 'unknown', 'unknown'])
    expect(parsed.entries[1]?.stored).toBe('blank')
    expect(parsed.needsAttention.map(({ where, field }) => `${where} ${field}`)).toEqual([
      'Sheet1!3 date',
      'Sheet1!4 date',
    ])
  })

  it('under a merged date take its day', () => {
    const parsed = parseChronology(rowsOf([merged('14/03/2021'), 'B', 'Second']))
    expect(parsed.entries[1]).toMatchObject({
      stored: 'blank, inside merged cell',
      date: { original: '14/03/2021', earliest: '2021-03-14', precision: 'exact' },
    })
    expect(parsed.needsAttention).toEqual([])
  })

  it('that span the table head a section, unless they end it', () => {
    const document = rowsOf(
      spanning('Ward notes', 3),
      ['15/03/2021', 'B', 'Second'],
      spanning('Compiled by the trust', 3),
    )
    const parsed = parseChronology(document)
    expect(parsed.rows).toEqual({ read: 5, entries: 2, headings: 2, blank: 0, declared: 1 })
    expect(kindsOf(document)).toEqual(['section-row Sheet1!3', 'not-an-entry Sheet1!5'])
  })

  it('with a month alone head a section; with a day alone they are asked about', () => {
    const parsed = parseChronology(
      rowsOf(['April 2021', '', ''], ['15/04/2021', '', ''], ['16/04/2021', 'B', 'Second']),
    )
    expect(parsed.rows).toEqual({ read: 5, entries: 2, headings: 2, blank: 0, declared: 1 })
    expect(parsed.needsAttention.map(({ where }) => where)).toEqual(['Sheet1!4'])
  })

  it('that total are not entries, by word or by formula', () => {
    const document = aDocument([
      aTable([
        ['Date', 'Author', 'Event'],
        ['14/03/2021', 'A', 'Total loss of heating reported'],
        ['', 'Total', '1'],
        ['', 'All', { text: '1', kind: 'number', formula: 'COUNTA(C2:C2)' }],
      ]),
    ])
    expect(parseChronology(document).entries).toHaveLength(1)
    expect(kindsOf(document)).toEqual(['not-an-entry Sheet1!3', 'not-an-entry Sheet1!4'])
  })

  it('that declare no contact are entries with a date, and declared without one', () => {
    const document = rowsOf(
      ['01/01/2022 to 30/06/2022', 'Records', 'No contact. All systems were searched.'],
      ['15/07/2022', 'B', 'No contact made on visit, card left.'],
      spanning('No contact with this service after July 2022', 3),
    )
    const parsed = parseChronology(document)
    expect(parsed.entries.map((entry) => entry.declaredNoContact)).toEqual([false, true, false])
    expect(parsed.rows).toMatchObject({ entries: 3, declared: 1 })
    expect(kindsOf(document)).toEqual(['declared-no-contact Sheet1!5', 'declared-no-contact Sheet1!3'])
  })

  it('hidden by the sheet are entries and say so; a hidden column never reaches the event', () => {
    const table = aTable([
      ['Date', 'Event', 'Details'],
      ['14/03/2021', 'Shown', 'Not shown'],
    ])
    const document = aDocument([
      {
        ...table,
        columns: table.columns.map((column, index) => ({ ...column, hidden: index === 2 })),
        rows: [...table.rows].map((row) => ({ ...row, hidden: row.row === 2 })),
      },
    ])
    const [entry] = parseChronology(document).entries
    expect(entry).toMatchObject({ hiddenRow: true, fields: { event: 'Shown', internal: 'Not shown' } })
    expect(entry?.cells.map((cell) => cell.hidden)).toEqual([false, false, true])
  })

  it('with 40 cells too many keep them, apart from the entry, and say so', () => {
    const extra = Array.from({ length: 40 }, (_, index) => `extra ${index}`)
    const document = rowsOf(['15/03/2021', 'B', 'Second', ...extra])
    const [, entry] = parseChronology(document).entries
    expect(entry?.cells.slice(3).map((cell) => cell.text)).toEqual(extra)
    expect(Object.values(entry?.fields ?? {}).join(' ')).not.toContain('extra')
    expect(parseChronology(document).announced).toContainEqual(
      expect.objectContaining({
        kind: 'extra-columns',
        where: 'Sheet1!3',
        detail: expect.stringContaining('40 cells'),
      }),
    )
  })

  it('keep every text exactly as imported', () => {
    const text = '  “Quoted”\n= not a formula\t£5 '
    const [entry] = parseChronology(
      aDocument([
        aTable([
          ['Date', 'Event'],
          ['14/03/2021', text],
        ]),
      ]),
    ).entries
    expect(entry?.fields.event).toBe(text)
    expect(entry?.cells[1]).toEqual({ heading: 'Event', text, hidden: false })
  })
})

describe('dates', () => {
  const serial = (text: string, iso: string) => ({
    text,
    iso,
    kind: 'date' as const,
    stored: 'serial 1904' as const,
  })

  it('stored as serials are read from the serial, with their time', () => {
    const [entry] = parseChronology(
      aDocument([
        aTable([
          ['Date and time', 'Event'],
          [serial('14/03/2023 18:50', '2023-03-14T18:50'), 'Visit'],
        ]),
      ]),
    ).entries
    expect(entry).toMatchObject({
      stored: 'serial 1904',
      date: {
        original: '14/03/2023 18:50',
        earliest: '2023-03-14',
        time: '18:50',
        precision: 'exact',
        warnings: [],
      },
    })
  })

  it('whose serial lost its format are read in the workbook’s own system and asked about', () => {
    const number = { text: '43537', kind: 'number' as const }
    const table = aTable([
      ['Date', 'Event'],
      [number, 'Visit'],
    ])
    const parsed = parseChronology({
      ...aDocument([table]),
      announced: [{ kind: 'date-system-1904', where: 'workbook', detail: 'The workbook counts from 1904.' }],
    })
    expect(parsed.entries[0]?.date.earliest).toBe('2023-03-14')
    expect(parsed.needsAttention).toHaveLength(1)
  })

  it('in a start and an end column become one range', () => {
    const [entry] = parseChronology(
      aDocument([
        aTable([
          ['Start date', 'End date', 'Event'],
          ['14/03/2021', '16/03/2021', 'Stay'],
        ]),
      ]),
    ).entries
    expect(entry?.date).toMatchObject({ earliest: '2021-03-14', latest: '2021-03-16', precision: 'range' })
  })

  it('without a year take the year of the file, and are asked about', () => {
    const document = aDocument([
      aTable([
        ['Date', 'Event'],
        ['4 March', 'Visit'],
      ]),
    ])
    expect(parseChronology(document).entries[0]?.date.precision).toBe('unknown')
    const dated = parseChronology(document, { defaultYear: '2022' })
    expect(dated.entries[0]?.date.earliest).toBe('2022-03-04')
    expect(dated.needsAttention).toHaveLength(1)
  })

  it('that the order of the file does not settle are each announced; the rest together', () => {
    const document = aDocument([
      aTable([
        ['Date', 'Event'],
        ['31/12/2020', 'One'],
        ['04/02/2021', 'Month first it would be 2 April: open'],
        ['20/06/2021', 'Three'],
        ['08/07/2021', 'Month first it would be 7 August: before it stands June, after it 20 July'],
        ['20/07/2021', 'Five'],
      ]),
    ])
    expect(kindsOf(document)).toEqual(['ambiguous-date Sheet1!3', 'ambiguous-date Sheet1!A'])
    expect(parseChronology(document).needsAttention.map(({ where }) => where)).toEqual(['Sheet1!3'])
  })

  it('certainly out of order are announced; imprecise ones are not', () => {
    const order = (...dates: readonly string[]) =>
      kindsOf(aDocument([aTable([['Date', 'Event'], ...dates.map((date) => [date, 'x'])])], 'csv'))
    expect(order('13 March 2021', 'March 2021', '2021')).toEqual([])
    expect(order('13 March 2021', '12 March 2021')).toEqual(['not-in-date-order file'])
  })
})

describe('several tables', () => {
  it('one a month, each with its headings, make one chronology', () => {
    const month = (name: string, date: string) =>
      aTable(
        [
          ['Date', 'Event'],
          [date, name],
        ],
        { name },
      )
    const parsed = parseChronology(
      aDocument([month('table 1', '4/3/21'), month('table 2', '5/4/21')], 'docx'),
    )
    expect(parsed.entries.map(({ n, sheet }) => [n, sheet])).toEqual([
      [1, 'table 1'],
      [2, 'table 2'],
    ])
    expect(parsed.rows).toEqual({ read: 4, entries: 2, headings: 2, blank: 0, declared: 0 })
  })

  it('in Word go on without headings where the table before stopped', () => {
    const parsed = parseChronology(
      aDocument(
        [
          aTable(
            [
              ['Date', 'Event'],
              ['4/3/21', 'One'],
            ],
            { name: 'table 1' },
          ),
          aTable([['5/3/21', 'Two']], { name: 'table 2' }),
        ],
        'docx',
      ),
    )
    expect(parsed.entries.map((entry) => entry.fields.event)).toEqual(['One', 'Two'])
  })

  it('leave a glossary alone and count its rows as declared', () => {
    const document = aDocument([
      aTable([
        ['Date', 'Event'],
        ['4/3/21', 'One'],
      ]),
      aTable(
        [
          ['DN', 'District nurse'],
          ['', ''],
        ],
        { name: 'Glossary' },
      ),
    ])
    expect(parseChronology(document).rows).toEqual({
      read: 4,
      entries: 1,
      headings: 1,
      blank: 1,
      declared: 1,
    })
    expect(kindsOf(document)).toContain('sheet-without-entries Glossary')
  })

  it('hidden are not taken by themselves, and a person is asked', () => {
    const hidden = aTable(
      [
        ['Date', 'Event'],
        ['4/3/21', 'Old'],
        ['5/3/21', 'Old'],
      ],
      { name: 'Old', visible: false },
    )
    const parsed = parseChronology(
      aDocument([
        aTable([
          ['Date', 'Event'],
          ['14/3/21', 'New'],
        ]),
        hidden,
      ]),
    )
    expect(parsed.entries.map((entry) => entry.fields.event)).toEqual(['New'])
    expect(parsed.needsAttention.map(({ where }) => where)).toEqual(['Old'])
  })
})

describe('a mapping', () => {
  const document = aDocument([
    aTable([
      ['Date', 'Event', 'Remarks'],
      ['14/03/2021', 'Not this', 'But this'],
    ]),
    aTable(
      [
        ['Date', 'Event', 'Remarks'],
        ['15/03/2021', 'Not this', 'And this'],
      ],
      { name: 'Sheet2' },
    ),
  ])
  const { mapping } = parseChronology(document)
  const corrected = {
    ...mapping,
    columns: mapping.columns.map((column) => ({
      ...column,
      field:
        column.heading === 'Remarks'
          ? ('event' as const)
          : column.heading === 'Event'
            ? ('ignore' as const)
            : column.field,
    })),
  }

  it('corrected by a person is followed, in the other tables too', () => {
    const parsed = parseChronology(document, { mapping: corrected })
    expect(parsed.entries.map((entry) => entry.fields.event)).toEqual(['But this', 'And this'])
    expect(parsed.mapping).toEqual(corrected)
  })

  it.each([
    [{ ...corrected, table: 'Elsewhere' }, /Elsewhere/],
    [{ ...corrected, headingRows: [9] }, /“Sheet1”.*heading row/],
    [{ ...corrected, columns: corrected.columns.slice(1) }, /“Sheet1”.*no date column/],
    [
      { ...corrected, columns: [{ index: 99, heading: 'Date', field: 'date' as const }] },
      /“Sheet1”.*column 100/,
    ],
  ])('that does not fit is refused by name', (wrong, message) => {
    expect(() => parseChronology(document, { mapping: wrong })).toThrow(message)
  })
})

describe('a file that is no chronology is refused with a sentence that names the place', () => {
  it.each([
    ['no table', aDocument([], 'docx'), /no table/],
    ['an empty sheet', aDocument([aTable([])]), /The sheet “Sheet1” is empty/],
    ['blank rows only', aDocument([aTable([['', '']])]), /The sheet “Sheet1” is empty/],
    [
      'no date column',
      aDocument([
        aTable([
          ['Author', 'Event', 'Action'],
          ['A', 'B', 'C'],
        ]),
      ]),
      /The sheet “Sheet1” has no date column: none of the headings at Sheet1!1/,
    ],
    [
      'no headings',
      aDocument([
        aTable([
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ]),
      /The sheet “Sheet1” has no heading for a date/,
    ],
    [
      'headings alone',
      aDocument([aTable([['Date', 'Event']])]),
      /The sheet “Sheet1” has headings and no entries/,
    ],
  ])('%s', (_, document, message) => {
    try {
      parseChronology(document)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ExpectedError)
      expect((error as ExpectedError).failure).toMatchObject({
        code: 'invalid',
        message: expect.stringMatching(message),
      })
    }
  })

  it('without quoting what the file says', () => {
    const document = aDocument([
      aTable([
        ['Mrs Somebody', 'secret'],
        ['more', 'secret'],
      ]),
    ])
    expect(() => parseChronology(document)).toThrow(/^(?!.*(?:Somebody|secret)).*$/)
  })
})

describe('accounting', () => {
  it('holds for any rows: entries, headings, blank and declared add up to what was read', () => {
    const cells = ['', 'x', '14/03/2021', 'Total', 'March 2021', 'No contact.', 'Date', 'Event']
    for (const a of cells)
      for (const b of cells)
        for (const c of cells) {
          const table = aTable([
            ['Date', 'Author', 'Event'],
            ['14/03/2021', 'A', 'One'],
            [a, b, c],
            ['', '', ''],
          ])
          const { rows, entries } = parseChronology(
            aDocument([{ ...table, rows: [...table.rows, aRow('Sheet1', 5, ['15/03/2021', '', 'Two'])] }]),
          )
          expect(rows.entries + rows.headings + rows.blank + rows.declared).toBe(5)
          expect(rows.read).toBe(5)
          expect(entries).toHaveLength(rows.entries)
          expect(
            entries.every((entry) => entry.fields.event !== undefined && entry.fields.event !== ''),
          ).toBe(true)
        }
  })
})
