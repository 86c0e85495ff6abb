import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import { readReport } from '../../../documents/read/read-report.ts'
import { writeDocument } from '../../../documents/write/write-document.ts'
import type { AnnouncementKind } from '../../../domain/chronology/source-table.ts'
import { packFormats } from '../../../domain/packs/pack-document.ts'
import { projectContribution } from '../../../domain/packs/project-contribution.ts'
import { parseRoster } from '../../../domain/people/roster.ts'
import { prepareRoster } from '../../../domain/redaction/prepare-roster.ts'
import { redact } from '../../../domain/redaction/redact.ts'
import {
  aDocx,
  aPdf,
  anXlsx,
  cell,
  everythingIn,
  link,
  spreadsheetPart,
  wordPart,
} from '../inspect/build-files.ts'
import { pdf, put } from '../read/pdf-files.ts'

/**
 * The document traps of requirements section 5 (ICO, "How to disclose information safely", 2018, and "Disclosing documents to
 * the public securely", 2025; The National Archives, Redaction toolkit). Each file hides the same words.
 */
const secret = 'Zephyrine Quillon'
const secretLatin = Buffer.from(secret, 'latin1')
const shown = 'The visit went ahead as planned.'

type Trap = {
  readonly name: string
  readonly file: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
  readonly announced: AnnouncementKind
}

const p = (inside: string): string => `<w:p>${inside}</w:p>`
const run = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const word = (
  name: string,
  announced: AnnouncementKind,
  body: string,
  ...more: Parameters<typeof aDocx> extends [string, ...infer Rest] ? Rest : never
): Trap => ({
  name,
  announced,
  file: 'report.docx',
  bytes: () => aDocx(p(run(shown)) + body, ...more),
})
const sheet = (rows: string, before = ''): string => `${before}<sheetData>${rows}</sheetData>`
const openRow = `<row r="1">${cell('A1', shown)}</row>`
const excel = (name: string, announced: AnnouncementKind, ...book: Parameters<typeof anXlsx>): Trap => ({
  name,
  announced,
  file: 'report.xlsx',
  bytes: () => anXlsx(...book),
})
const page = (
  name: string,
  announced: AnnouncementKind,
  draw: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Trap => ({
  name,
  announced,
  file: 'report.pdf',
  bytes: () =>
    pdf((document) => {
      put(document, shown, 60, 60)
      draw(document)
    }, options),
})
const office = (type: string, target: string) => link('rId7', type, target)
/** A JPEG of nothing with an EXIF comment. */
const exif = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x30]),
  Buffer.from('Exif\0\0', 'latin1'),
  secretLatin,
  Buffer.from([0xff, 0xd9]),
])

const traps: readonly Trap[] = [
  page('a black box over live text in a PDF', 'hidden-text', (document) => {
    put(document, secret, 60, 120)
    document.rect(40, 105, 300, 40).fill('black')
  }),
  page('white text on white paper in a PDF', 'hidden-text', (document) => {
    document.fillColor('white')
    put(document, secret, 60, 120)
  }),
  page('text outside the page of a PDF', 'hidden-text', (document) => put(document, secret, 900, 120)),
  page('a file attached to a PDF', 'embedded', (document) =>
    document.file(secretLatin, { name: `${secret}.txt` }),
  ),
  page('an author in a PDF', 'properties', () => undefined, { info: { Author: secret } }),
  page('a comment on a PDF', 'comment', (document) => document.note(60, 100, 20, 20, secret)),
  page('the value of a form field in a PDF', 'embedded', (document) => {
    document.initForm()
    document.formText('field', 60, 900, 100, 20, { value: secret })
  }),
  page('the bookmarks of a PDF', 'bookmark', (document) => document.outline.addItem(secret)),
  {
    name: 'an earlier save inside a PDF',
    announced: 'embedded',
    file: 'report.pdf',
    bytes: async () => {
      const earlier = Buffer.from(`%PDF-1.7\n% ${secret}\n%%EOF\n`, 'latin1')
      const later = await aPdf((document) => put(document, shown, 60, 60))
      return Buffer.concat([later, Buffer.from('\n'), earlier])
    },
  },
  word(
    'a tracked deletion',
    'tracked-deletion',
    p(`<w:del w:id="1" w:author="A"><w:r><w:delText>${secret}</w:delText></w:r></w:del>`),
  ),
  word('hidden text', 'hidden-text', p(run(secret, '<w:vanish/>'))),
  word(
    'a comment',
    'comment',
    p('<w:r><w:commentReference w:id="1"/></w:r>'),
    {
      'word/comments.xml': wordPart(
        'comments',
        `<w:comment w:id="1" w:author="A">${p(run(secret))}</w:comment>`,
      ),
    },
    [office('comments', 'comments.xml')],
  ),
  word('a page header', 'header-footer-text', '', { 'word/header1.xml': wordPart('hdr', p(run(secret))) }, [
    office('header', 'header1.xml'),
  ]),
  word(
    'alternative text of a picture',
    'embedded',
    p(
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="${secret}"/></wp:inline></w:drawing></w:r>`,
    ),
  ),
  word('the name of a bookmark', 'bookmark', p(`<w:bookmarkStart w:id="1" w:name="${secret}"/>`)),
  word(
    'an embedded workbook',
    'embedded',
    '',
    {
      'word/embeddings/Book.xlsx': anXlsx([
        { name: 'S', xml: sheet(`<row r="1">${cell('A1', secret)}</row>`) },
      ]),
    },
    [office('package', 'embeddings/Book.xlsx')],
  ),
  word('custom XML', 'embedded', '', { 'customXml/item1.xml': `<a>${secret}</a>` }, [
    office('customXml', '../customXml/item1.xml'),
  ]),
  word('chart data', 'embedded', '', { 'word/charts/chart1.xml': `<c>${secret}</c>` }, [
    office('chart', 'charts/chart1.xml'),
  ]),
  word('EXIF of a picture', 'embedded', '', { 'word/media/image1.jpg': exif }, [
    office('image', 'media/image1.jpg'),
  ]),
  word('a thumbnail', 'embedded', '', { 'docProps/thumbnail.jpeg': exif }, [
    office('thumbnail', '../docProps/thumbnail.jpeg'),
  ]),
  excel('a hidden row', 'hidden-row', [
    { name: 'S', xml: sheet(`${openRow}<row r="2" hidden="1">${cell('A2', secret)}</row>`) },
  ]),
  excel('a hidden column', 'hidden-column', [
    {
      name: 'S',
      xml: sheet(
        `<row r="1">${cell('A1', shown)}${cell('B1', secret)}</row>`,
        '<cols><col min="2" max="2" hidden="1"/></cols>',
      ),
    },
  ]),
  excel('a hidden sheet', 'hidden-sheet', [
    { name: 'S', xml: sheet(openRow) },
    { name: 'T', state: 'veryHidden', xml: sheet(`<row r="1">${cell('A1', secret)}</row>`) },
  ]),
  excel(
    'a pivot cache',
    'embedded',
    [{ name: 'S', xml: sheet(openRow), links: [office('pivotCacheDefinition', '../pivotCache/p1.xml')] }],
    { 'xl/pivotCache/p1.xml': spreadsheetPart('pivotCacheDefinition', `<s v="${secret}"/>`) },
  ),
]

const prepared = prepareRoster(parseRoster({ version: '1', entries: [] }, 'The roster'))
const pass = (_: string, text: string) => redact(text, prepared, { audience: 'public' })

const packOf = async (bytes: Uint8Array, file: string) => {
  const { blocks, announced } = await readReport(bytes, file)
  const document = {
    title: 'Adult A: safeguarding adult review',
    subtitle: 'Partner agency pack',
    marking: 'Official – sensitive',
    language: 'en-GB',
    timestamp: '2026-01-01T00:00:00Z',
    blocks: projectContribution(blocks, { name: 'Contribution 1', agency: 'Police' }, pass),
  }
  return { document, announced }
}

describe('what an agency’s file hides', () => {
  it.each(traps)('$name is announced as $announced, and is in none of the five formats', async (trap) => {
    const { document, announced } = await packOf(await trap.bytes(), trap.file)
    expect(announced.map(({ kind }) => kind)).toContain(trap.announced)
    for (const format of packFormats) {
      const bytes = await writeDocument(document, format)
      const inspection = await inspectFile(bytes, `pack.${format}`)
      expect([format, everythingIn(inspection).includes(shown)]).toEqual([format, true])
      expect([format, /zephyrine|quillon/iu.test(everythingIn(inspection))]).toEqual([format, false])
      expect([format, Buffer.from(bytes).toString('latin1').includes('Zephyrine')]).toEqual([format, false])
      expect([format, inspection.findings]).toEqual([format, []])
    }
  })

  it('the name of the file is in none of them either, nor does the length of a name show', async () => {
    const bytesFor = async (name: string) => {
      const roster = parseRoster(
        { version: '1', entries: [{ id: 'p01', kind: 'person', name, pseudonym: 'Adult A', aliases: [] }] },
        'The roster',
      )
      const key = prepareRoster(roster)
      const file = new TextEncoder().encode(`${name} was seen at home.`)
      const { blocks } = await readReport(file, `${name}.txt`)
      const { document } = await packOf(file, 'report.txt')
      const cut = projectContribution(blocks, { name: 'Contribution 1', agency: 'Police' }, (_, text) =>
        redact(text, key, { audience: 'public' }),
      )
      return Promise.all(packFormats.map((format) => writeDocument({ ...document, blocks: cut }, format)))
    }
    const [short, long] = await Promise.all([bytesFor('Al Fox'), bytesFor('Bartholomew Featherstonehaugh')])
    expect(short).toEqual(long)
    for (const bytes of short) expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Al Fox|Feather/u)
  })
})
