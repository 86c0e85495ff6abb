import { unzipSync, strFromU8 } from 'fflate'
import Papa from 'papaparse'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { breakLines } from '../../../documents/write/break-lines.ts'
import { columnWidths } from '../../../documents/write/column-widths.ts'
import { sheetNames } from '../../../documents/write/sheet-names.ts'
import { defuseFormula } from '../../../documents/write/write-csv.ts'
import { writeDocument } from '../../../documents/write/write-document.ts'
import { packFormats, type PackDocument } from '../../../domain/packs/pack-document.ts'
import { aPack, aTable } from './pack-documents.ts'

const failureOf = async (document: PackDocument, format: (typeof packFormats)[number]): Promise<string> => {
  try {
    await writeDocument(document, format)
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  return ''
}

describe('csv', () => {
  // OWASP "CSV Injection" and libraries.md: leading = + - @ tab CR, full-width forms, hidden by spaces, after a line break.
  it.each([
    '=1+1',
    '+44',
    '-> weekly',
    '@SUM',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff+1',
    ' \u200b -1',
  ])('defuses %j', (text) => {
    expect(defuseFormula(text)).toBe(`'${text}`)
  })

  it('defuses a line inside a cell', () => {
    expect(defuseFormula('Seen at home\n=HYPERLINK("x")\n  @x')).toBe(
      'Seen at home\n\'=HYPERLINK("x")\n\'  @x',
    )
  })

  it.each(['Seen', '10-20', 'a=b', "'already", '1 + 1', ''])('leaves %j alone', (text) => {
    expect(defuseFormula(text)).toBe(text)
  })

  it('begins with the byte order mark, ends records with CRLF and can be read as records', async () => {
    const text = 'She said "no",\nthen left'
    const csv = Buffer.from(
      await writeDocument(aPack([aTable(['Date', 'Event'], [['2022', text]], 'Entries')]), 'csv'),
    ).toString('utf8')
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv.replaceAll('\r\n', '').includes('\r')).toBe(false)
    expect(Papa.parse<string[]>(csv.slice(1)).data).toEqual([
      ['Official – sensitive. Pseudonymised: still personal data.'],
      ['Combined chronology'],
      ['For one agency. 24 November 2026'],
      [''],
      ['Entries'],
      ['Date', 'Event'],
      ['2022', text],
      [''],
      [''],
    ])
  })
})

describe('json', () => {
  it('holds the texts unchanged, and no field the model does not name', async () => {
    const document = { ...aPack([aTable(['A'], [['=1\r\n_x0041_']])]), internalNote: 'not for the pack' }
    const json = JSON.parse(Buffer.from(await writeDocument(document, 'json')).toString('utf8')) as Record<
      string,
      unknown
    >
    expect(json).toEqual(aPack([aTable(['A'], [['=1\r\n_x0041_']])]))
  })
})

describe('xlsx', () => {
  it('writes every cell as text and freezes the heading row', async () => {
    const parts = unzipSync(await writeDocument(aPack([aTable(['Event'], [['=1+1'], ['12']])]), 'xlsx'))
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect(sheet).not.toContain('<f>')
    expect([...sheet.matchAll(/<c /gu)]).toHaveLength(3)
    expect([...sheet.matchAll(/t="s"/gu)]).toHaveLength(3)
    expect(sheet).toContain('state="frozen"')
    expect(Object.keys(parts).filter((name) => name.startsWith('docProps'))).toEqual([])
  })

  it('gives safe and unique sheet names of at most 31 characters', () => {
    const long = 'Chronology of the housing provider and its contractors'
    const names = sheetNames(['a/b:c?', long, long, 'contents', '', "'quoted'", 'History'], ['Contents'])
    expect(names[0]).toBe('a b c')
    expect(names[3]).toBe('contents (2)')
    expect(names[4]).toBe('Table 5')
    expect(names[5]).toBe('quoted')
    expect(names[6]).not.toBe('History')
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names.every((name) => name.length <= 31 && !/[:\\/?*[\]]/u.test(name))).toBe(true)
  })
})

describe('docx', () => {
  it('repeats the heading row, turns wide pages and has no properties, comments or revision marks', async () => {
    const parts = unzipSync(
      await writeDocument(aPack([aTable(['A', 'B', 'C', 'D', 'E'], [['1', '2', '3', '4', '5']])]), 'docx'),
    )
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect([...xml.matchAll(/<w:tblHeader\/>/gu)]).toHaveLength(1)
    expect(xml).toContain('w:orient="landscape"')
    expect(Object.keys(parts).filter((name) => /docProps|comments|people/u.test(name))).toEqual([])
    for (const [name, part] of Object.entries(parts)) {
      for (const [, target] of strFromU8(part).matchAll(/Relationship [^>]*Target="([^"]+)"/gu)) {
        const base = name === '_rels/.rels' ? '' : 'word/'
        expect(Object.keys(parts)).toContain(base + (target ?? ''))
      }
    }
  })
})

describe('pdf', () => {
  const open = async (document: PackDocument) =>
    getDocument({ data: new Uint8Array(await writeDocument(document, 'pdf')), verbosity: 0 }).promise

  type Node = { readonly role?: string; readonly children?: readonly Node[] }
  const roles = (node: Node): string[] => [
    ...(node.role ? [node.role] : []),
    ...(node.children ?? []).flatMap(roles),
  ]

  it('is tagged: headings without gaps, list, table with heading cells', async () => {
    const pdf = await open(
      aPack([
        { type: 'heading', level: 2, text: 'About' },
        { type: 'paragraph', text: 'Text' },
        { type: 'list', items: ['one'] },
        aTable(['Date', 'Event'], [['2022', 'Seen']]),
      ]),
    )
    expect((await pdf.getMarkInfo()) as unknown).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    )
    const tree = roles((await (await pdf.getPage(1)).getStructTree()) as Node)
    expect(tree).toEqual([
      'Root',
      'Document',
      'H1',
      'P',
      'H2',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'Caption',
      'TR',
      'TH',
      'TH',
      'TR',
      'TD',
      'TD',
    ])
  })

  it('repeats the heading row and the marking on each page, and numbers the pages', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`${index}`, 'Seen at home'])
    const pdf = await open(aPack([aTable(['Reference', 'Event'], rows)]))
    expect(pdf.numPages).toBeGreaterThan(2)
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      expect(text).toContain('Reference')
      expect(text).toContain('Official – sensitive.')
      expect(text).toContain(`Page ${number} of ${pdf.numPages}`)
    }
  })

  it('refuses a character its font cannot draw, naming place and number but not the text', async () => {
    const message = await failureOf(aPack([aTable(['A'], [['Mei 美']])]), 'pdf')
    expect(message).toContain('U+7F8E')
    expect(message).toContain('table 1, row 1, column 1')
    expect(message).not.toContain('Mei')
  })

  it('refuses right-to-left writing, which it would print back to front', async () => {
    expect(await failureOf(aPack([{ type: 'paragraph', text: 'שלום' }]), 'pdf')).toContain('right-to-left')
  })
})

describe('every format', () => {
  it.each(packFormats)('%s refuses control characters and uneven tables with a sentence', async (format) => {
    expect(await failureOf(aPack([{ type: 'paragraph', text: 'a\u0001b' }]), format)).toContain(
      'U+0001 in block 1',
    )
    expect(await failureOf(aPack([{ type: 'paragraph', text: 'a\ud800b' }]), format)).toContain(
      'half a character stands alone in block 1',
    )
    expect(await failureOf(aPack([aTable(['A', 'B'], [['1', '2'], ['1']])]), format)).toContain(
      'row 2 of table 1 has 1 cells for 2 columns',
    )
  })
})

describe('lines and columns', () => {
  const measure = (text: string): number => text.length

  it('breaks at spaces, breaks only words wider than the line, and loses nothing', () => {
    expect(breakLines('one two three', 7, measure)).toEqual(['one two ', 'three'])
    expect(breakLines('a abcdefghij b', 4, measure)).toEqual(['a ', 'abcd', 'efgh', 'ij b'])
    expect(breakLines('a\n\nb', 4, measure)).toEqual(['a ', '', 'b'])
  })

  it('keeps the longest word of a column whole and fills the width', () => {
    const table = aTable(['Date', 'Event'], [['12/03/2022', 'Seen at home by the district nurse']])
    if (table.type !== 'table') throw new Error('not a table')
    const widths = columnWidths(
      {
        ...table,
        columns: [
          { heading: 'Date', weight: 1 },
          { heading: 'Event', weight: 20 },
        ],
      },
      60,
      2,
      measure,
    )
    expect(widths[0]).toBe(12)
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(60)
  })
})

describe('a table with badges', () => {
  const badged = aPack([
    {
      type: 'table',
      caption: 'Agencies',
      columns: ['Letter', 'Agency', 'a', 'b', 'c'].map((heading) => ({ heading, weight: 1 })),
      rows: [
        ['P', 'Police', '', '', ''],
        ['Q', 'Nobody’s', '', '', ''],
      ],
      badges: { column: 0, colours: ['A8420A', null] },
    },
  ])
  const partOf = async (format: 'docx' | 'xlsx', part: string): Promise<string> =>
    Buffer.from(unzipSync(await writeDocument(badged, format))[part] ?? []).toString('utf8')

  it('has white letters on their colour in Word, and only where there is one', async () => {
    const xml = await partOf('docx', 'word/document.xml')
    expect(xml.match(/w:fill="A8420A"/g)).toHaveLength(1)
    expect(xml).toMatch(
      /<w:color w:val="FFFFFF"\/><w:shd [^>]*w:fill="A8420A"\/><\/w:rPr><w:t[^>]*>\u00a0P\u00a0</,
    )
    expect(xml).toMatch(/<w:t[^>]*>Q</)
  })

  it('has coloured cells in Excel, and its heading row on every printed page', async () => {
    expect(await partOf('xlsx', 'xl/styles.xml')).toContain('A8420A')
    expect(await partOf('xlsx', 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'Agencies\'!$1:$1</definedName>',
    )
  })
})
