import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource, type WholeDocument } from './read-whole.ts'
import { parseChronology } from '../../domain/chronology/parse-whole.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { covered, ods, row, sheet, valued, words, type OdsParts } from './ods-files.ts'

const read = (parts: OdsParts): WholeDocument => readSource(ods(parts), 'agency.ods')
const textsOf = (document: WholeDocument, table = 0) =>
  document.tables[table]!.rows.map(({ cells }) => cells.map(({ text }) => text))
const announced = (document: WholeDocument, kind: string) =>
  document.announced.filter((each) => each.kind === kind)
const heading = row([words('Date'), words('Time'), words('Event')])

describe('rows and cells of an OpenDocument sheet', () => {
  it('spreads repeated cells and rows, and keeps the numbers of rows after repeated blanks', () => {
    const document = read({
      body: sheet(
        'S1',
        heading +
          row([words('x', 't:number-columns-repeated="2"'), words('y')], 't:number-rows-repeated="2"') +
          row([words('', 't:number-columns-repeated="16384"')], 't:number-rows-repeated="3"') +
          row([words('', 't:number-columns-repeated="2"'), words('last')]) +
          row([words('', 't:number-columns-repeated="16384"')], 't:number-rows-repeated="1048569"'),
      ),
    })
    expect(textsOf(document)).toEqual([
      ['Date', 'Time', 'Event'],
      ['x', 'x', 'y'],
      ['x', 'x', 'y'],
      [],
      [],
      [],
      ['', '', 'last'],
    ])
    expect(document.tables[0]!.rows.map(({ where }) => where).at(-1)).toBe('S1!7')
  })

  it('gives covered cells the text of their merge and keeps what lies beneath aside', () => {
    const document = read({
      body: sheet(
        'S1',
        heading +
          row([words('14 March 2022', 't:number-rows-spanned="2"'), words('10:00'), words('Visit')]) +
          row([covered('<text:p>15 March 2022</text:p>'), words('11:00'), words('Call')]) +
          row([words('April', 't:number-columns-spanned="3"'), covered(), covered()]),
      ),
    })
    const { cells, aside } = document.tables[0]!.rows[2]!
    expect(cells[0]).toMatchObject({ text: '14 March 2022', merged: true })
    expect(aside).toEqual([{ kind: 'hidden-text', text: '15 March 2022' }])
    expect(announced(document, 'hidden-text')).toMatchObject([{ where: 'S1!A3' }])
    expect(announced(document, 'merged-cells').map(({ where }) => where)).toEqual(['S1!4:4', 'S1!A2:A3'])
  })

  it('tells white space as OpenDocument counts it: once, unless it is stated', () => {
    const cell = `<t:table-cell o:value-type="string"><text:p>  a
      b<text:s text:c="3"/>c<text:tab/>d<text:line-break/><text:span>e</text:span> </text:p><text:p>f</text:p></t:table-cell>`
    expect(textsOf(read({ body: sheet('S1', row([cell])) }))).toEqual([['a b   c\td\ne\nf']])
  })

  it('reads dates and times by what is stored and what is shown', () => {
    const day = 'o:value-type="date" o:date-value'
    const document = read({
      body: sheet(
        'S1',
        row([
          valued(`${day}="2022-04-03"`, '4/3/22'),
          valued(`${day}="2022-04-03T14:30:00"`, '03/04/2022 14:30'),
          valued(`${day}="2022-04-03T14:30:00"`, '3 April 2022'),
          valued(`${day}="2022-04-03T14:30:00"`, '14:30'),
          valued('o:value-type="time" o:time-value="PT09H05M00S"', '09:05'),
          valued('o:value-type="time" o:time-value="PT30H05M00S"', '30:05'),
          valued('o:value-type="float" o:value="12"', '12.00'),
          valued('o:value-type="boolean" o:boolean-value="true"', 'TRUE'),
          `<t:table-cell o:value-type="float" o:value="7"/>`,
        ]),
      ),
    })
    expect(
      document.tables[0]!.rows[0]!.cells.map(({ text, kind, iso }) => [text, kind, iso].join(' ').trim()),
    ).toEqual([
      '4/3/22 date 2022-04-03',
      '03/04/2022 14:30 date 2022-04-03T14:30',
      '3 April 2022 date 2022-04-03',
      '14:30 date 14:30',
      '09:05 date 09:05',
      '30:05 number',
      '12.00 number',
      'TRUE boolean',
      '7 number',
    ])
  })

  it('keeps aside a value that its format does not show', () => {
    const document = read({
      body: sheet('S1', row([words('a'), valued('o:value-type="float" o:value="94"', '')])),
    })
    expect(document.tables[0]!.rows[0]!.aside).toEqual([{ kind: 'hidden-text', text: '94' }])
    expect(announced(document, 'hidden-text')[0]!.detail).toContain('“94”')
  })

  it('imports as a chronology, every row accounted for', () => {
    const parsed = parseChronology(
      read({
        body: sheet(
          'Log',
          row([words('Chronology', 't:number-columns-spanned="3"'), covered(), covered()]) +
            heading +
            row([
              valued('o:value-type="date" o:date-value="2022-04-03"', '03/04/22'),
              valued('o:value-type="time" o:time-value="PT21H15M00S"', '21:15'),
              words('Seen at home'),
            ]) +
            row([words('?22 May 2016'), words(''), words('A note')]) +
            row([]),
        ),
      }),
    )
    expect(parsed.rows).toEqual({ read: 4, entries: 2, headings: 2, blank: 0, declared: 0 })
    expect(parsed.entries[0]).toMatchObject({
      where: 'Log!3',
      stored: 'ISO date',
      date: { earliest: '2022-04-03', latest: '2022-04-03', time: '21:15', precision: 'exact' },
    })
    expect(parsed.entries[1]).toMatchObject({ stored: 'text', date: { precision: 'approximate' } })
  })
})

describe('what an OpenDocument file says beside its cells', () => {
  it('announces hidden sheets, rows and columns, those hidden by a group or a filter too', () => {
    const document = read({
      styles:
        '<s:style s:name="ta2" s:family="table"><s:table-properties t:display="false"/></s:style>' +
        '<s:style s:name="ta1" s:family="table"><s:table-properties t:display="true"/></s:style>',
      body:
        sheet(
          'Shown',
          '<t:table-column/><t:table-column t:visibility="collapse" t:number-columns-repeated="1"/>' +
            '<t:table-column-group t:display="false"><t:table-column/></t:table-column-group>' +
            row([words('a'), words('b'), words('c')]) +
            row([words('d')], 't:visibility="filter"') +
            `<t:table-row-group t:display="false">${row([words('e')])}</t:table-row-group>` +
            row([words('f')], 't:visibility="collapse"') +
            row([words('g')]),
          't:style-name="ta1"',
        ) + sheet('Kept back', row([words('secret')]), 't:style-name="ta2"'),
    })
    expect(document.tables.map(({ visible }) => visible)).toEqual([true, false])
    expect(document.tables[0]!.rows.map(({ hidden }) => hidden)).toEqual([false, true, true, true, false])
    expect(announced(document, 'hidden-row').map(({ where }) => where)).toEqual([
      'Shown!2',
      'Shown!3',
      'Shown!4',
    ])
    expect(announced(document, 'hidden-column').map(({ where }) => where)).toEqual(['Shown!B', 'Shown!C'])
    expect(announced(document, 'hidden-sheet')).toMatchObject([{ where: 'Kept back' }])
  })

  it('keeps annotations with their authors out of the text and aside', () => {
    const note =
      '<o:annotation><dc:creator>A Reviewer</dc:creator><dc:date>2024-01-02T03:04:05</dc:date><text:p>Ask the GP</text:p><text:p>again</text:p></o:annotation>'
    const document = read({ body: sheet('S1', row([words('Visit', '', note)])) })
    expect(textsOf(document)).toEqual([['Visit']])
    expect(document.tables[0]!.rows[0]!.aside).toEqual([
      { kind: 'comment', text: 'Ask the GP\nagain', author: 'A Reviewer' },
    ])
    expect(announced(document, 'comment')[0]!.detail).toBe('Comment by A Reviewer: “Ask the GP\nagain”.')
  })

  it('announces formulas in the words of a sheet, and text that only looks like one', () => {
    const document = read({
      body: sheet(
        'S1',
        row([
          `<t:table-cell t:formula="of:=SUM([.A2:.A9])" o:value-type="float" o:value="3"><text:p>3</text:p></t:table-cell>`,
          words('=cmd'),
        ]),
      ),
    })
    expect(document.tables[0]!.rows[0]!.cells[0]).toEqual({
      text: '3',
      kind: 'number',
      formula: 'SUM(A2:A9)',
    })
    expect(announced(document, 'formula')).toMatchObject([{ where: 'S1!A1' }])
    expect(announced(document, 'formula-like-text')).toMatchObject([{ where: 'S1!B1' }])
  })

  it('announces tracked changes with who made them, and keeps what a cell said before', () => {
    const by = (who: string) => `<o:change-info><dc:creator>${who}</dc:creator></o:change-info>`
    const was = (text: string) =>
      `<t:change-track-table-cell o:value-type="string"><text:p>${text}</text:p></t:change-track-table-cell>`
    const document = read({
      body:
        '<t:tracked-changes>' +
        `<t:cell-content-change t:id="c1"><t:cell-address t:column="1" t:row="1" t:table="0"/>${by('Ann Author')}<t:previous>${was('not seen')}</t:previous></t:cell-content-change>` +
        `<t:deletion t:id="c2" t:type="row" t:position="4" t:table="0">${by('Bob Editor')}<t:deletions><t:cell-content-deletion>${was('gone')}</t:cell-content-deletion></t:deletions></t:deletion>` +
        `<t:insertion t:id="c3" t:type="row" t:position="2" t:count="2" t:table="0">${by('Bob Editor')}</t:insertion>` +
        '</t:tracked-changes>' +
        sheet('S1', row([words('Date'), words('Event')]) + row([words('1 May 2022'), words('seen')])),
    })
    expect(announced(document, 'tracked-deletion').map(({ where }) => where)).toEqual(['S1!B2', 'S1!5'])
    expect(announced(document, 'tracked-deletion')[0]!.detail).toBe(
      'The cell was changed by Ann Author as a tracked change, read as accepted. It read “not seen” before, which is kept aside.',
    )
    expect(announced(document, 'tracked-deletion')[1]!.detail).toContain('“gone”')
    expect(announced(document, 'tracked-insertion')).toMatchObject([{ where: 'S1!3:4' }])
    expect(document.tables[0]!.rows[1]!.aside).toEqual([
      { kind: 'tracked-deletion', text: 'not seen', author: 'Ann Author' },
    ])
    expect(textsOf(document)[1]).toEqual(['1 May 2022', 'seen'])
  })

  it('announces shapes, links, scripts, prompts, headers, pictures and properties', () => {
    const document = read({
      body:
        '<t:content-validations><t:content-validation t:name="v1"><t:help-message t:title="Seen"><text:p>Yes or no</text:p></t:help-message></t:content-validation></t:content-validations>' +
        sheet(
          'S1',
          '<t:shapes><draw:frame><draw:text-box><text:p>Draft only</text:p></draw:text-box></draw:frame></t:shapes>' +
            '<o:event-listeners><script:event-listener xlink:href="vnd.sun.star.script:Standard.M.Run"/></o:event-listeners>' +
            row([
              words('Visit', 't:content-validation-name="v1"'),
              '<t:table-cell o:value-type="string"><text:p><text:a xlink:href="https://example.com/x">here</text:a></text:p></t:table-cell>',
            ]),
        ),
      pages:
        '<s:master-page><s:header><text:p>Restricted</text:p></s:header><s:footer><text:p>Page <text:page-number>1</text:page-number></text:p></s:footer></s:master-page>',
      meta: '<meta:initial-creator>Pat Writer</meta:initial-creator><dc:creator>Lee Saver</dc:creator><meta:user-defined meta:name="Ward">Four</meta:user-defined>',
      parts: { 'Pictures/1.png': 'x', 'Basic/Standard/Module1.xml': '<m/>' },
    })
    expect(textsOf(document)).toEqual([['Visit', 'here']])
    expect(announced(document, 'input-prompt')).toMatchObject([
      { where: 'S1!A1', detail: 'A prompt on the cell reads: “Seen: Yes or no”. It is not part of any row.' },
    ])
    expect(announced(document, 'embedded').map(({ detail }) => detail)).toEqual([
      'A text box lies over the sheet. It is not part of any row. It reads: “Draft only”.',
      'A picture is in the file (Pictures/1.png). It was not read.',
    ])
    expect(announced(document, 'macro')).toHaveLength(2)
    expect(announced(document, 'external-link')[0]!.detail).toContain('https://example.com/x')
    expect(announced(document, 'header-footer-text').map(({ detail }) => detail)).toEqual([
      'The printed header or footer reads: “Restricted”.',
    ])
    expect(document.properties).toEqual({
      author: 'Pat Writer',
      lastModifiedBy: 'Lee Saver',
      'custom: Ward': 'Four',
    })
  })
})

describe('OpenDocument files that must be refused', () => {
  const refusal = (parts: OdsParts): string => {
    try {
      readSource(ods(parts), 'agency.ods')
    } catch (error) {
      expect(error).toBeInstanceOf(ExpectedError)
      return (error as ExpectedError).failure.message
    }
    throw new Error('The file was read, and should have been refused.')
  }
  it('says that a password keeps it closed', () => {
    const manifest = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
    expect(refusal({ body: '', manifest })).toBe(
      'agency.ods: the file is protected with a password. Ask for a copy without one.',
    )
  })
  it.each([
    ['one row a million times over', row([words('x')], 't:number-rows-repeated="1048576"')],
    [
      'wide rows many times over',
      row([words('x', 't:number-columns-repeated="16000"')], 't:number-rows-repeated="9000"'),
    ],
    ['many wide rows', row([words('x', 't:number-columns-repeated="16000"')]).repeat(700)],
    [
      'a merge over the whole sheet',
      row([words('x', 't:number-columns-spanned="16384" t:number-rows-spanned="1048576"')]) +
        row([], 't:number-rows-repeated="1048574"') +
        row([words('', 't:number-columns-repeated="16383"'), words('end')]),
    ],
  ])('stops %s before it fills memory', (_, rows) => {
    expect(refusal({ body: sheet('S1', rows) })).toBe(
      'agency.ods: the sheets spread over more cells than can be read. Ask the agency for the review period alone, or for several files.',
    )
  })
  it('says where a sheet is damaged, and that a file without a spreadsheet is', () => {
    const wide = row([words('x', 't:number-columns-repeated="99999"')])
    expect(refusal({ body: sheet('S1', heading + wide) })).toContain('the sheet “S1” is damaged at row 2')
    expect(refusal({ body: '', parts: { 'content.xml': '<x/>' } })).toContain('no spreadsheet')
    expect(refusal({ body: '<unclosed>' })).toContain('not well-formed XML')
  })
  it('refuses a document type in the content', () => {
    const parts = { 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }
    expect(refusal({ body: '', parts })).toContain('document type')
  })
})

describe('any sheet of words', () => {
  const anyText = fc
    .string({ unit: fc.constantFrom('a', 'É', '’', '=', ' ', '&', '<', '"', '9', '😀'), maxLength: 12 })
    .map((text) => text.trim().replace(/ {2,}/g, '  '))
  it('comes back cell by cell, however cells and rows are repeated', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            times: fc.integer({ min: 1, max: 4 }),
            cells: fc.array(fc.record({ text: anyText, times: fc.integer({ min: 1, max: 4 }) }), {
              minLength: 1,
              maxLength: 4,
            }),
          }),
          { maxLength: 8 },
        ),
        (rows) => {
          const body = sheet(
            'S',
            rows
              .map(({ cells, times }) =>
                row(
                  cells.map(({ text, times: wide }) => words(text, `t:number-columns-repeated="${wide}"`)),
                  `t:number-rows-repeated="${times}"`,
                ),
              )
              .join(''),
          )
          const trimmed = (cells: readonly string[]) =>
            cells.slice(0, cells.findLastIndex((c) => c !== '') + 1)
          const expected = rows.flatMap(({ cells, times }) => {
            const spread = trimmed(cells.flatMap(({ text, times: wide }) => Array<string>(wide).fill(text)))
            return Array.from({ length: times }, () => spread)
          })
          const last = expected.findLastIndex((cells) => cells.length > 0)
          expect(textsOf(read({ body }))).toEqual(expected.slice(0, last + 1))
        },
      ),
      { numRuns: 200 },
    )
  })
})
