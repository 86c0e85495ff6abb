import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import { missingWords } from '../../../documents/write/missing-words.ts'
import { writeDocument } from '../../../documents/write/write-document.ts'
import {
  packFormats,
  type PackBlock,
  type PackDocument,
  type PackFormat,
} from '../../../domain/packs/pack-document.ts'
import { aPack, aTable } from './pack-documents.ts'

// Without full-width signs, which the PDF's font cannot draw; formats.test.ts has them.
const awkward = [
  'Łukasz',
  'Szczepański',
  'Siân',
  'D’Arcy',
  'O’Brien-Smith',
  '–',
  '=SUM(A1:A9)',
  '+441632960123',
  '-> weekly',
  '@home',
  '\u00a0=late',
  '\u200b@x',
  '_x0041_',
  'fish & chips',
  '<b>bold</b>',
  ']]>',
  "'quoted'",
  '"double"',
  'comma, semicolon;',
  'efficient office',
  'e\u0301',
  '10pm',
  '12/03/2022',
  '\t',
  '\n',
  '\n=next',
  '\r\n',
  'https://example.com/a/very/long/address/that/does/not/fit/into/any/column/of/a/table/at/all?query=1234567890',
]

const aText = fc
  .array(fc.oneof(fc.constantFrom(...awkward), fc.stringMatching(/^[A-Za-zÀ-žΑ-ΡΣ-ωА-я0-9.,()%]{1,14}$/u)), {
    maxLength: 12,
  })
  .map((words) => words.join(' '))

const aBlock: fc.Arbitrary<PackBlock> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    text: aText,
  }),
  fc.record({ type: fc.constant('paragraph' as const), text: aText }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(aText, { maxLength: 4 }) }),
  fc.integer({ min: 1, max: 7 }).chain((width) =>
    fc.record({
      type: fc.constant('table' as const),
      caption: aText,
      columns: fc.array(fc.record({ heading: aText, weight: fc.integer({ min: 1, max: 5 }) }), {
        minLength: width,
        maxLength: width,
      }),
      rows: fc.array(fc.array(aText, { minLength: width, maxLength: width }), { maxLength: 6 }),
    }),
  ),
)

const aDocument: fc.Arbitrary<PackDocument> = fc
  .tuple(fc.array(aBlock, { maxLength: 5 }), aText)
  .map(([blocks, subtitle]) => aPack(blocks, { subtitle }))

// What a format cannot do without. No name of a person, program or machine is among them.
const allowedProperties: Readonly<Record<PackFormat, RegExp>> = {
  docx: /^$/u,
  xlsx: /^$/u,
  csv: /^$/u,
  json: /^$/u,
  pdf: /^(?:Language|Title|XMP (?:dc:title|dc:language|xmp:CreateDate|xmp:ModifyDate|pdfuaid:part))$/u,
}

const checkRoundTrip = async (document: PackDocument, format: PackFormat): Promise<void> => {
  const bytes = await writeDocument(document, format)
  const inspection = await inspectFile(bytes, `pack.${format}`)
  expect(missingWords(document, inspection)).toEqual([])
  expect(inspection.findings).toEqual([])
  expect(Object.keys(inspection.properties).filter((name) => !allowedProperties[format].test(name))).toEqual(
    [],
  )
}

describe.each(packFormats)('%s, written and opened again', (format) => {
  it('keeps every word of any document and holds nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, (document) => checkRoundTrip(document, format)),
      { numRuns: format === 'pdf' ? 60 : 100 },
    )
  }, 240_000)

  it('keeps a cell of 3,000 words', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ')
    await checkRoundTrip(
      aPack([aTable(['Date', 'Event', 'Action'], [['01/02/2022', words, 'None']])]),
      format,
    )
  })

  it('keeps a cell longer than Excel holds', async () => {
    const words = Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' ')
    expect(words.length).toBeGreaterThan(32_767 * 2)
    await checkRoundTrip(aPack([aTable(['Event'], [[words]]), { type: 'paragraph', text: words }]), format)
  })

  it('keeps 2,000 rows', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [
      `${index}`,
      '03/04/2022',
      'Police',
      `Seen at home, visit n${index}`,
      '=none',
    ])
    await checkRoundTrip(aPack([aTable(['Entry', 'Date', 'Agency', 'Event', 'Action'], rows)]), format)
  })

  it('keeps words that every JavaScript object answers to', async () => {
    const words = ['constructor', 'valueOf', 'toString', 'hasOwnProperty', '__proto__', '_x0041_']
    await checkRoundTrip(aPack([aTable(words, [words.toReversed()])], { subtitle: 'valueOf' }), format)
  })

  it('holds an empty document', async () => {
    await checkRoundTrip(aPack([], { subtitle: '' }), format)
  })
})

describe('the check of words', () => {
  it('tells the place of every word that is lost, and counts repeated words', async () => {
    const kept = aPack([{ type: 'paragraph', text: 'seen at home' }])
    const inspection = await inspectFile(await writeDocument(kept, 'docx'), 'pack.docx')
    const more = aPack([
      { type: 'paragraph', text: 'seen at home' },
      { type: 'paragraph', text: 'seen alone' },
    ])
    expect(missingWords(more, inspection)).toEqual(['block 2', 'block 2'])
  })
})
