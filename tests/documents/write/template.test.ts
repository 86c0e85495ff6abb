import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSource } from '../read/read-whole.ts'
import {
  writeTemplate,
  type TemplateColumn,
  type TemplateOptions,
} from '../../../documents/write/write-template.ts'
import { agencyTemplate } from '../../../domain/chronology/agency-template.ts'
import { wordingOf } from '../../../domain/chronology/case-wording.ts'
import { parseChronology } from '../../domain/chronology/parse-whole.ts'
import { escapeXml } from '../read/office-files.ts'

/** Headings that an import knows without being told. */
const templateColumns: readonly TemplateColumn[] = [
  {
    heading: 'Date',
    weight: 9,
    examples: ['Example: 14/03/2022', 'Example: about March 2021', 'Example: 01/06/2021 to 30/09/2021'],
  },
  { heading: 'Time', weight: 5, examples: ['14:30', '', ''] },
  {
    heading: 'Source of information',
    weight: 10,
    examples: ['Case notes', 'Letter in paper file', 'Search of all records'],
  },
  {
    heading: 'Author or role',
    weight: 9,
    examples: ['Duty social worker', 'Ward sister', 'Records manager'],
  },
  {
    heading: 'Contact type',
    weight: 9,
    choices: [
      ...['Face to face', 'Telephone', 'Letter or email', 'No access', 'Did not attend or was not brought'],
      ...['Information received', 'Meeting', 'Decision', 'No contact in this period', 'Other'],
    ],
    examples: ['Face to face', 'Information received', 'No contact in this period'],
  },
  {
    heading: 'Event as recorded',
    weight: 22,
    examples: [
      'Home visit with district nurse. Adult said she “did not want carers in the morning”. Kitchen had no food.',
      'Letter from ward: discharged home with no package of care.',
      'No contact with this agency in this period.',
    ],
  },
  {
    heading: 'Action or outcome',
    weight: 14,
    examples: ['Referred to occupational therapist the same day.', 'Filed. No action recorded.', ''],
  },
  {
    heading: 'Adult seen?',
    weight: 7,
    choices: ['Yes', 'Yes and alone', 'No', 'Not recorded'],
    examples: ['Yes and alone', 'No', 'No'],
  },
  {
    heading: 'Wishes recorded?',
    weight: 8,
    choices: ['Yes', 'No', 'Not recorded'],
    examples: ['Yes', 'Not recorded', ''],
  },
  {
    heading: 'Professional comment',
    weight: 14,
    examples: ['Capacity to refuse care was not considered.', 'Exact day not known; letter is undated.', ''],
  },
  { heading: 'KLOE', weight: 6, examples: ['2', '', ''] },
]

const period = { from: '2020-01-01', to: '2023-06-30' }

const options = (format: TemplateOptions['format']): TemplateOptions => ({
  format,
  caseCode: 'SAR-2026-04',
  agencyCode: 'HOUSING',
  period,
  columns: templateColumns,
  sections: agencyTemplate(wordingOf({}, []), period).sections,
})

/** What an agency writes into the template, column by column. */
const filled = [
  [
    '03/04/2023',
    '09:15',
    'Tenancy file',
    'Housing officer',
    'Face to face',
    'Visit: rent arrears discussed.',
    'Referred',
    'Yes',
    'No',
    'None',
    '1, 3',
  ],
  [
    'about March 2021',
    '',
    'Repairs log',
    'Surveyor',
    'No access',
    'Nobody answered the door.',
    '',
    'No',
    'Not recorded',
    '',
    '',
  ],
  [
    '01/06/2020 to 30/09/2020',
    '',
    'All records',
    'Manager',
    'No contact in this period',
    'No contact with this agency in this period.',
    '',
    '',
    '',
    '',
    '',
  ],
  ['?22 May 2020', '', 'Letter', 'Clerk', 'Other', '=not a formula', '', '', '', '', ''],
] as const

const headings = [
  ...['Date', 'Time', 'Source of information', 'Author or role', 'Contact type', 'Event as recorded'],
  ...['Action or outcome', 'Adult seen?', 'Wishes recorded?', 'Professional comment', 'KLOE'],
]

const edit = (bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes)
  parts[part] = strToU8(change(strFromU8(parts[part]!)))
  return zipSync(parts)
}

/** Writes answers into the empty cells of the sheet, as Excel would: the style of each cell stays. */
const fillSheet = (bytes: Uint8Array): Uint8Array =>
  edit(bytes, 'xl/worksheets/sheet2.xml', (xml) => {
    let changed = xml
    filled.forEach((cells, at) =>
      cells.forEach((text, column) => {
        if (text === '') return
        const reference = `${String.fromCharCode(65 + column)}${7 + at}`
        const cell = new RegExp(`<c r="${reference}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`)
        expect(changed).toMatch(cell)
        changed = changed.replace(
          cell,
          (_, style = '') =>
            `<c r="${reference}"${style} t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`,
        )
      }),
    )
    return changed
  })

/** Writes answers into the first empty rows of the Word table. */
const fillTable = (bytes: Uint8Array): Uint8Array =>
  edit(bytes, 'word/document.xml', (xml) => {
    const rows = xml.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []
    const empty = rows.filter(
      (row) =>
        row.replace(/<[^>]+>/g, '').trim() === '' && row.split('<w:tc>').length === headings.length + 1,
    )
    let changed = xml
    let from = 0
    filled.forEach((cells, at) => {
      const row = empty[at]!
      const parts = row.split('</w:p>')
      const written = parts
        .map((part, column) =>
          column < cells.length ? `${part}<w:r><w:t>${escapeXml(cells[column]!)}</w:t></w:r>` : part,
        )
        .join('</w:p>')
      const place = changed.indexOf(row, from)
      changed = changed.slice(0, place) + written + changed.slice(place + row.length)
      from = place + written.length
    })
    return changed
  })

describe.each([
  ['xlsx', fillSheet],
  ['docx', fillTable],
] as const)('the template as %s', (format, fill) => {
  it('comes back filled in without a mapping, its examples declared and nothing asked', async () => {
    const document = readSource(fill(await writeTemplate(options(format))), `return.${format}`)
    const parsed = parseChronology(document)
    expect(parsed.entries.map(({ cells }) => cells.slice(0, 11).map(({ text }) => text))).toEqual(filled)
    expect(parsed.mapping.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Date', 'date'],
      ['Time', 'time'],
      ['Source of information', 'source'],
      ['Author or role', 'author'],
      ['Contact type', 'contactType'],
      ['Event as recorded', 'event'],
      ['Action or outcome', 'action'],
      ['Adult seen?', 'adultSeen'],
      ['Wishes recorded?', 'wishes'],
      ['Professional comment', 'comment'],
      ['KLOE', 'kloes'],
    ])
    expect(parsed.needsAttention.filter(({ field }) => field !== 'date')).toEqual([])
    expect(parsed.entries.map(({ date }) => [date.precision, date.earliest, date.latest])).toMatchObject([
      ['exact', '2023-04-03', '2023-04-03'],
      ['approximate', expect.any(String), expect.any(String)],
      ['range', '2020-06-01', '2020-09-30'],
      ['approximate', expect.any(String), expect.any(String)],
    ])
    expect(parsed.entries.map(({ declaredNoContact }) => declaredNoContact)).toEqual([
      false,
      false,
      true,
      false,
    ])
    const examples = parsed.announced.filter(({ detail }) => detail.startsWith('The row is an example'))
    expect(examples.map(({ kind }) => kind)).toEqual(['not-an-entry', 'not-an-entry', 'not-an-entry'])
    const { read, entries, headings: heads, blank, declared } = parsed.rows
    expect(entries + heads + blank + declared).toBe(read)
  })

  it('has no entry before it is filled in, and says so', async () => {
    const document = readSource(await writeTemplate(options(format)), `empty.${format}`)
    expect(() => parseChronology(document)).toThrow(/headings and no entries/)
  })

  it('carries its instructions, headings and codes, and no author, time or name', async () => {
    const bytes = await writeTemplate(options(format))
    const document = readSource(bytes, `template.${format}`)
    const texts = [
      ...document.paragraphs.map(({ text }) => text),
      ...document.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))),
    ].join('\n')
    for (const said of [
      ...['SAR-2026-04', 'HOUSING', '1 January 2020', '30 June 2023', '?22 May 2016', 'do not invent one'],
      ...['State each period without contact', 'Use roles, not names', 'Abbreviation', 'No access'],
    ])
      if (!(format === 'xlsx' && said === 'No access')) expect(texts).toContain(said)
    for (const heading of headings) expect(texts).toContain(heading)
    expect(document.properties).toEqual({})
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('docProps'))).toEqual([])
  })

  it('is the same bytes every time', async () => {
    expect(await writeTemplate(options(format))).toEqual(await writeTemplate(options(format)))
  })
})

describe('the workbook in particular', () => {
  it('freezes and repeats its heading, and offers answers in lists without forcing them', async () => {
    const parts = unzipSync(await writeTemplate(options('xlsx')))
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml']!)
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('Chronology!$3:$3')
    const lists = [...sheet.matchAll(/<dataValidation [^>]*showErrorMessage="0" sqref="(\w+):\w+">/g)]
    expect(lists.map(([, first]) => first)).toEqual(['E4', 'H4', 'I4'])
    expect(sheet).toContain('<formula1>&quot;Yes,No,Not recorded&quot;</formula1>')
    const order = ['<sheetData>', '<dataValidations', '<pageMargins', '<pageSetup', '<headerFooter']
    const places = order.map((name) => sheet.indexOf(name))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places.every((place) => place > 0)).toBe(true)
  })
})

describe('columns of a Board’s own', () => {
  const [date, , , , , event] = templateColumns
  it('are taken as given', async () => {
    const columns = [date!, event!]
    const document = readSource(await writeTemplate({ ...options('xlsx'), columns }), 'own.xlsx')
    expect(document.tables[1]!.rows[2]!.cells.map(({ text }) => text)).toEqual(['Date', 'Event as recorded'])
  })
  it.each([
    ['none', [], 'there are no columns'],
    ['two of one name', [date!, { ...date!, heading: ' DATE ' }], 'the same heading'],
    ['one without a name', [{ ...date!, heading: ' ' }], 'has no heading'],
    ['an answer with a comma', [{ ...date!, choices: ['Yes, alone'] }], 'has a comma'],
    ['more answers than Excel keeps', [{ ...date!, choices: Array<string>(30).fill('ten letters') }], '255'],
    ['a control character', [{ ...date!, heading: 'Da\u0001te' }], 'U+0001'],
  ])('are refused where there are problems: %s', async (_, columns, why) => {
    await expect(writeTemplate({ ...options('xlsx'), columns })).rejects.toThrow(why)
  })
})
