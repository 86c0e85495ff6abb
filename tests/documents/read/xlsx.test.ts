import { describe, expect, it } from 'vitest'
import { readSource, type WholeDocument } from './read-whole.ts'
import { escapeXml, inlineCell, relationships, xlsx, type WorkbookParts } from './office-files.ts'

const read = (book: WorkbookParts): WholeDocument => readSource(xlsx(book), 'book.xlsx')
const sheet = (rows: string, more: Omit<WorkbookParts, 'sheets'> = {}) =>
  read({ ...more, sheets: [{ rows }] })
const cellsOf = (document: WholeDocument, row = 1) =>
  document.tables[0]!.rows.find((r) => r.row === row)!.cells
const announced = (document: WholeDocument, kind: string) =>
  document.announced.filter((a) => a.kind === kind).map(({ where, detail }) => `${where} ${detail}`)

/** One number cell under one number format. */
const shown = (serial: number, format: number | string, date1904?: string) => {
  const [id, numFmts] = typeof format === 'number' ? [format, []] : [170, [[170, format] as const]]
  const book = { styles: [0, id], numFmts, ...(date1904 === undefined ? {} : { date1904 }) }
  return cellsOf(sheet(`<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`, book))[0]!
}

describe('dates', () => {
  // ECMA-376 part 1, 18.17.4.1: serial 1 is 1 January 1900, 60 the day that never was; 1904 begins at 0.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [44292, '2021-04-06'],
    [2958465, '9999-12-31'],
  ])('reads serial %d of the 1900 system as %s', (serial, iso) => {
    expect(shown(serial, 14)).toMatchObject({ kind: 'date', iso, stored: 'serial 1900' })
  })
  it('gives 29 February 1900, which never was, as text and never as a date', () => {
    const cell = shown(60, 14)
    expect(cell.text).toBe('29/02/1900')
    expect(cell.iso).toBeUndefined()
  })
  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [42764, '2021-01-30'],
    [2957003, '9999-12-31'],
  ])('reads serial %d of the 1904 system as %s', (serial, iso) => {
    for (const flag of ['1', 'true']) {
      expect(shown(serial, 14, flag)).toMatchObject({ iso, stored: 'serial 1904' })
    }
  })
  it('reads date1904="false" and "0" as the 1900 system', () => {
    for (const flag of ['false', '0']) expect(shown(44292, 14, flag).iso).toBe('2021-04-06')
  })
  it.each([
    ['dd/mm/yyyy', 44292.75, '06/04/2021', '2021-04-06'],
    ['dd/mm/yyyy hh:mm', 44292.75, '06/04/2021 18:00', '2021-04-06T18:00'],
    ['hh:mm', 0.75, '18:00', '18:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM', '18:00'],
    ['hh:mm:ss;@', 0.5, '12:00:00', '12:00'],
    ['d mmm yyyy', 44292, '6 Apr 2021', '2021-04-06'],
    ['dddd, d mmmm yyyy', 44292, 'Tuesday, 6 April 2021', '2021-04-06'],
    ['[$-809]dd mmmm yyyy;@', 44292, '06 April 2021', '2021-04-06'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 44292, '06 April 2021', '2021-04-06'],
    ['dd\\.mm\\.yy', 44292, '06.04.21', '2021-04-06'],
    ['"on" dd/mm/yy "at" hh.mm', 44292.5, 'on 06/04/21 at 12.00', '2021-04-06T12:00'],
    ['mm/dd/yyyy', 44292, '04/06/2021', '2021-04-06'],
    ['[Red]yyyy-mm-dd', 44292, '2021-04-06', '2021-04-06'],
    ['mmm-yy', 44292, 'Apr-21', '2021-04-06'],
  ])('reads the format %s as a person sees it', (format, serial, text, iso) => {
    expect(shown(serial, format)).toMatchObject({ kind: 'date', text, iso })
  })
  it.each([
    [44292.604166666664, '2021-04-06T14:30'],
    [44292 + (14 * 3600 + 29 * 60 + 59.999) / 86400, '2021-04-06T14:30'],
    [44292 + (14 * 3600 + 29 * 60 + 45) / 86400, '2021-04-06T14:29'],
    [44292.999999999, '2021-04-07T00:00'],
  ])('gives serial %d to the minute without drifting', (serial, iso) => {
    expect(shown(serial, 22).iso).toBe(iso)
  })
  it('takes a length of time, a number and a negative serial for no date', () => {
    expect(shown(1.25, '[h]:mm')).toMatchObject({ text: '30:00', kind: 'number' })
    expect(shown(-1, 14).kind).toBe('number')
    for (const format of ['General', '0.00', '#,##0', '"days" 0', '[Red]0', '0.00E+00', '"dd" 0']) {
      expect(shown(44292, format).kind, format).toBe('number')
    }
  })
  it('reads an ISO date cell of a strict workbook', () => {
    const cells = cellsOf(
      sheet(
        '<row r="1"><c r="A1" t="d"><v>2021-04-06T09:40:00</v></c><c r="B1" t="d"><v>2021-04-06</v></c></row>',
      ),
    )
    expect(cells[0]).toMatchObject({ text: '06/04/2021 09:40', iso: '2021-04-06T09:40', stored: 'text' })
    expect(cells[1]).toMatchObject({ text: '06/04/2021', iso: '2021-04-06' })
  })
  it('announces the 1904 system once and the 1900 system never', () => {
    expect(announced(sheet('', { date1904: '1' }), 'date-system-1904')).toHaveLength(1)
    expect(announced(sheet('', { date1904: 'false' }), 'date-system-1904')).toEqual([])
  })
})

describe('values', () => {
  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['0.00', 3.14159, '3.14'],
    ['#,##0', 1234567, '1,234,567'],
    ['0%', 0.25, '25%'],
    ['00000 000000', 1632960123, '01632 960123'],
    ['"No. "000', 7, 'No. 007'],
    ['£#,##0.00;-£#,##0.00', -1234.5, '-£1,234.50'],
    ['[$£-809]#,##0.00', 12.5, '£12.50'],
  ])('shows a number under the format %s', (format, value, text) => {
    expect(shown(value, format)).toMatchObject({ text, kind: 'number' })
  })
  it('joins rich runs, leaves phonetic readings out and undoes Excel’s escapes', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Seen </t></r><r><t>today</t></r><rPh sb="0" eb="1"><t>PHONETIC</t></rPh></si><si><t>a_x000D_b_x005F_x000D_c</t></si>'
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><rPh sb="0" eb="1"><t>X</t></rPh><r><t>line</t></r></is></c></row>'
    expect(cellsOf(sheet(rows, { strings })).map(({ text }) => text)).toEqual([
      'Seen today',
      'a\rb_x000D_c',
      'inline',
    ])
  })
  it('reads booleans, errors and formulas by their saved value, and announces formulas', () => {
    const rows =
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>A1&amp;B1</f><v>TRUEFALSE</v></c><c r="E1"><f>1+1</f></c></row>' +
      '<row r="2"><c r="F2"><f t="shared" ref="F2:F3" si="0">A2*2</f><v>4</v></c></row><row r="3"><c r="F3"><f t="shared" si="0"/><v>6</v></c></row>'
    const document = sheet(rows)
    expect(cellsOf(document)).toEqual([
      { text: 'TRUE', kind: 'boolean' },
      { text: 'FALSE', kind: 'boolean' },
      { text: '#REF!', kind: 'error' },
      { text: 'TRUEFALSE', kind: 'text', formula: 'A1&B1' },
      { text: '', kind: 'empty', formula: '1+1' },
    ])
    expect(announced(document, 'formula')).toEqual([
      'Sheet1!D1 The cell holds the formula A1&B1; the value saved with it is “TRUEFALSE”.',
      'Sheet1!E1 The cell holds the formula 1+1; no value was saved with it.',
      'Sheet1!F2:F3 2 cells hold formulas, and the values saved with them are read. The first is the formula A2*2; the value saved with it is “4”.',
    ])
  })
  it('places cells by their reference, counts those without one, and keeps blank rows in their place', () => {
    const document = sheet(
      `<row r="2">${inlineCell('C2', 'c')}</row><row><c><v>1</v></c><c><v>2</v></c></row><row r="6">${inlineCell('A6', 'z')}</row>`,
    )
    const rows = document.tables[0]!.rows
    expect(rows.map((row) => row.where)).toEqual(['1', '2', '3', '4', '5', '6'].map((n) => `Sheet1!${n}`))
    expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      [],
      ['', '', 'c'],
      ['1', '2'],
      [],
      [],
      ['z'],
    ])
  })
  it('passes over a long run of nothing without listing it', () => {
    const document = sheet(
      `<row r="1">${inlineCell('A1', 'a')}</row><row r="1048576">${inlineCell('A1048576', 'z')}</row>`,
    )
    expect(document.tables[0]!.rows.map((row) => row.row)).toEqual([1, 1048576])
  })
  it('announces a text that looks like a formula and one that fills the cell', () => {
    const document = sheet(
      `<row r="1">${inlineCell('A1', '=query')}${inlineCell('B1', 'x'.repeat(32767))}${inlineCell('C1', 'x'.repeat(32766))}</row>`,
    )
    expect(announced(document, 'formula-like-text')).toEqual([
      'Sheet1!A1 The text looks like a formula and is kept as text: “=query”.',
    ])
    expect(document.announced.filter(({ kind }) => kind === 'cut-cell').map(({ where }) => where)).toEqual([
      'Sheet1!B1',
    ])
  })
})

describe('what a workbook hides', () => {
  it('tells hidden from very hidden sheets and keeps their rows', () => {
    const rows = `<row r="1">${inlineCell('A1', 'secret')}</row>`
    const document = read({
      sheets: [
        { name: 'Open', rows },
        { name: 'Shut', state: 'hidden', rows },
        { name: 'Deep', state: 'veryHidden', rows },
      ],
    })
    expect(document.tables.map(({ name, visible }) => [name, visible])).toEqual([
      ['Open', true],
      ['Shut', false],
      ['Deep', false],
    ])
    expect(document.tables[2]!.rows[0]!.cells[0]!.text).toBe('secret')
    expect(announced(document, 'hidden-sheet')).toEqual([
      'Shut The sheet is hidden. It has 1 rows.',
      'Deep The sheet is hidden so that Excel does not offer to show it. It has 1 rows.',
    ])
  })
  it.each(['hidden="1"', 'hidden="true"', 'ht="0" customHeight="1"'])(
    'reads a row with %s as hidden',
    (attribute) => {
      const document = sheet(`<row r="1" ${attribute}>${inlineCell('A1', 'out of sight')}</row>`)
      expect(document.tables[0]!.rows[0]!.hidden).toBe(true)
      expect(announced(document, 'hidden-row')).toEqual([
        'Sheet1!1 The row is hidden. It reads: “out of sight”.',
      ])
    },
  )
  it.each(['hidden="0"', 'hidden="false"', 'ht="12.8" hidden="false"', ''])(
    'reads a row with %s as shown',
    (attribute) => {
      expect(sheet(`<row r="1" ${attribute}>${inlineCell('A1', 'x')}</row>`).tables[0]!.rows[0]!.hidden).toBe(
        false,
      )
    },
  )
  it('reads hidden column ranges, and announces only columns that hold text', () => {
    const before =
      '<cols><col min="1" max="1" hidden="false"/><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0" customWidth="1"/><col min="6" max="16384" hidden="true"/></cols>'
    const rows = `<row r="1">${inlineCell('A1', 'a')}${inlineCell('B1', 'Note')}${inlineCell('D1', 'd')}${inlineCell('E1', 'e')}</row><row r="2">${inlineCell('B2', 'one')}</row>`
    const document = read({ sheets: [{ before, rows }] })
    expect(
      document.tables[0]!.columns.map(({ label, hidden }) => `${label}${hidden ? '-' : '+'}`).join(''),
    ).toBe('A+B-C-D-E+')
    expect(announced(document, 'hidden-column')).toEqual([
      'Sheet1!B The column is hidden. It begins “Note”, and has 1 more cell with text: “one”.',
      'Sheet1!D The column is hidden. It holds one text: “d”.',
    ])
  })
  it('keeps a value its number format hides out of the cell, aside and announced', () => {
    const document = sheet('<row r="1"><c r="A1" s="1"><v>42</v></c><c r="B1"><v>1</v></c></row>', {
      styles: [0, 170],
      numFmts: [[170, ';;;']],
    })
    expect(cellsOf(document).map(({ text }) => text)).toEqual(['', '1'])
    expect(document.tables[0]!.rows[0]!.aside).toEqual([{ kind: 'hidden-text', text: '42' }])
    expect(announced(document, 'hidden-text')).toHaveLength(1)
  })
  it('gives covered cells the merged text and keeps what lay under it aside', () => {
    const rows = `<row r="1">${inlineCell('A1', 'top')}${inlineCell('B1', 'b')}</row><row r="2">${inlineCell('A2', 'under')}${inlineCell('B2', 'c')}</row>`
    const document = read({
      sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>' }],
    })
    expect(cellsOf(document, 2)).toEqual([
      { text: 'top', kind: 'text', merged: true },
      { text: 'c', kind: 'text' },
    ])
    expect(document.tables[0]!.rows[1]!.aside).toEqual([{ kind: 'hidden-text', text: 'under' }])
    expect(announced(document, 'hidden-text')).toEqual([
      'Sheet1!A2 A value lies unseen under a merged cell: “under”. It is kept aside.',
    ])
    expect(document.tables[0]!.rows).toHaveLength(2)
  })
  it('gives covered cells a merged date with its serial', () => {
    const rows = `<row r="1"><c r="A1" s="1"><v>44292</v></c>${inlineCell('B1', 'x')}</row><row r="2">${inlineCell('B2', 'y')}</row>`
    const document = read({
      sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' }],
      styles: [0, 14],
    })
    expect(cellsOf(document, 2)[0]).toEqual({
      text: '06/04/2021',
      kind: 'date',
      iso: '2021-04-06',
      stored: 'serial 1900',
      merged: true,
    })
  })
})

describe('what stands beside the rows', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  it('reads notes and threaded comments with their authors, without the stand-in note', () => {
    const threaded = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
    const document = read({
      sheets: [
        {
          rows: `<row r="1">${inlineCell('A1', 'x')}${inlineCell('B1', 'y')}</row>`,
          links: [
            { id: 'c', type: 'comments', target: 'odd/notes.xml' },
            {
              id: 't',
              type: 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
              target: 'odd/thread.xml',
            },
          ],
        },
      ],
      workbookLinks: [
        {
          id: 'p',
          type: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
          target: 'people.xml',
        },
      ],
      parts: {
        'book/odd/notes.xml': `<comments xmlns="${main}"><authors><author>Ann Example</author><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>A </t></r><r><t>note</t></r></text></comment><comment ref="B1" authorId="1"><text><t>[Threaded comment] stand-in</t></text></comment></commentList></comments>`,
        'book/odd/thread.xml': `<ThreadedComments xmlns="${threaded}"><threadedComment ref="B1" personId="{P1}" id="{1}"><text>First</text></threadedComment><threadedComment ref="B1" personId="{P2}" id="{2}" parentId="{1}"><text>Reply</text></threadedComment></ThreadedComments>`,
        'book/people.xml': `<personList xmlns="${threaded}"><person displayName="Bo Example" id="{P1}"/><person displayName="Cy Example" id="{P2}"/></personList>`,
      },
    })
    expect(announced(document, 'comment')).toEqual([
      'Sheet1!A1 Comment by Ann Example: “A note”.',
      'Sheet1!B1 Comment by Bo Example: “First”.',
      'Sheet1!B1 Comment by Cy Example: “Reply”.',
    ])
    expect(document.tables[0]!.rows[0]!.aside).toEqual([
      { kind: 'comment', text: 'A note', author: 'Ann Example' },
      { kind: 'comment', text: 'First', author: 'Bo Example' },
      { kind: 'comment', text: 'Reply', author: 'Cy Example' },
    ])
  })
  it('announces headers, names, macros, pivots, objects, pictures, links and parts nothing refers to', () => {
    const document = read({
      sheets: [
        {
          rows: `<row r="1">${inlineCell('A1', 'x')}</row>`,
          after: `<headerFooter><oddHeader>${escapeXml('&L&"Arial,Bold"&12Private && named&RPage &P')}</oddHeader><oddFooter>${escapeXml('&C&P')}</oddFooter></headerFooter>`,
          links: [
            { id: 'o', type: 'oleObject', target: 'x/object.bin' },
            { id: 'd', type: 'drawing', target: 'x/drawing.xml' },
            { id: 'h', type: 'hyperlink', target: 'mailto:someone@example.com', external: true },
          ],
        },
      ],
      workbookInside:
        '<definedNames><definedName name="_xlnm.Print_Area">Sheet1!$A$1</definedName><definedName name="Adult">Sheet1!$A$1</definedName></definedNames>',
      workbookLinks: [
        {
          id: 'v',
          type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          target: 'code.bin',
        },
        { id: 'pc', type: 'pivotCacheDefinition', target: 'pivot.xml' },
        { id: 'ex', type: 'externalLink', target: 'ext.xml' },
      ],
      parts: {
        'book/code.bin': 'macro',
        'book/pivot.xml': '<x/>',
        'book/ext.xml': '<x/>',
        'book/_rels/ext.xml.rels': relationships([
          { id: 'a', type: 'externalLinkPath', target: 'file:///C:/Cases/other.xlsx', external: true },
        ]),
        'book/x/object.bin': 'object',
        'book/x/drawing.xml':
          '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody><a:p><a:r><a:t>Boxed words</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        'book/x/_rels/drawing.xml.rels': relationships([{ id: 'i', type: 'image', target: '../../pic.png' }]),
        'pic.png': 'png',
        'left/over.xml': '<x/>',
      },
    })
    expect(announced(document, 'header-footer-text')).toEqual([
      'Sheet1 header or footer The printed header or footer reads: “Private & named Page”.',
    ])
    expect(announced(document, 'macro')).toEqual([
      'book/code.bin The file carries a macro (book/code.bin). It was not run.',
    ])
    expect(announced(document, 'properties')).toEqual([
      'workbook The workbook defines names: Adult (Sheet1!$A$1).',
    ])
    const embedded = announced(document, 'embedded').join('\n')
    for (const part of ['book/x/object.bin', 'book/pivot.xml', 'pic.png', 'left/over.xml', 'Boxed words'])
      expect(embedded).toContain(part)
    const links = announced(document, 'external-link').join('\n')
    for (const target of ['someone@example.com', 'file:///C:/Cases/other.xlsx', 'book/ext.xml'])
      expect(links).toContain(target)
  })
  it('reads core, extended and custom properties and announces those that may name someone', () => {
    const document = read({
      sheets: [{ rows: '' }],
      rootLinks: [
        {
          id: 'c',
          type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
          target: 'p/core.xml',
        },
        { id: 'e', type: 'extended-properties', target: 'p/app.xml' },
        { id: 'u', type: 'custom-properties', target: 'p/custom.xml' },
      ],
      parts: {
        'p/core.xml':
          '<k:coreProperties xmlns:k="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Ann Example</dc:creator><k:lastModifiedBy>Bo Example</k:lastModifiedBy><dcterms:created>2024-03-04T09:12:00Z</dcterms:created><dc:subject/></k:coreProperties>',
        'p/app.xml':
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Calc</Application><Company>Example Ltd</Company></Properties>',
        'p/custom.xml':
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="Case ref"><vt:lpwstr>SAR 1</vt:lpwstr></property></Properties>',
      },
    })
    expect(document.properties).toEqual({
      author: 'Ann Example',
      lastModifiedBy: 'Bo Example',
      created: '2024-03-04T09:12:00Z',
      application: 'Calc',
      company: 'Example Ltd',
      'custom: Case ref': 'SAR 1',
    })
    expect(announced(document, 'properties')).toEqual([
      'file The file’s properties carry author “Ann Example”, lastModifiedBy “Bo Example”, company “Example Ltd”, custom: Case ref “SAR 1”.',
    ])
  })
})
