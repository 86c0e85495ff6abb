import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../documents/read/csv/read-csv.ts'
import { guessDelimiter, splitRecords } from '../../../documents/read/csv/split-records.ts'
import { openPackage } from '../../../documents/read/package.ts'
import { keepStrings } from '../../../documents/read/xlsx/string-store.ts'
import { readXml, type XmlHandler } from '../../../documents/read/xml.ts'
import { escapeXml, inlineCell, xlsx, zip } from './office-files.ts'
import { readSource, wholeOf } from './read-whole.ts'

/** A text cut into pieces of one to a few characters. */
const cutText = (text: string, sizes: readonly number[]): readonly string[] => {
  const pieces: string[] = []
  for (let at = 0, n = 0; at < text.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1
    pieces.push(text.slice(at, at + size))
    at += size
  }
  return pieces
}
const cutBytes = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
const field = fc.string({
  unit: fc.constantFrom(...['a', 'é', '"', ',', '\n', '\r', ';', ' ', '€', '𝄞']),
  maxLength: 12,
})
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('a delimited text that comes in pieces', () => {
  const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 })

  it('gives the same records and lines wherever it is cut, each as it was written', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n'), sizes, (rows, end, cuts) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join(end)
        const inPieces = [...splitRecords(cutText(text, cuts), ',', '\n')]
        expect(inPieces).toEqual([...splitRecords([text], ',', '\n')])
        expect(inPieces.map(({ fields }) => fields)).toEqual(rows)
        expect(guessDelimiter(cutText(text, cuts), '\n')).toBe(guessDelimiter([text], '\n'))
      }),
    )
  })
  it('fails at the same quotation mark wherever it is cut', () => {
    fc.assert(
      fc.property(field, sizes, (text, cuts) => {
        const outcome = (pieces: readonly string[]): unknown => {
          try {
            return [...splitRecords(pieces, ',', '\n')]
          } catch (error) {
            return String(error) + JSON.stringify(error)
          }
        }
        expect(outcome(cutText(text, cuts))).toEqual(outcome([text]))
      }),
    )
  })
  it.each(['utf-8', 'utf-16le', 'windows-1252'] as const)(
    'reads a file in %s alike in slices of any size',
    (encoding) => {
      const text = `sep=;\r\nDate;Event\r\n14/03/2021;"Café – two\nlines; “quoted”"\r\n15/03/2021;Paid £5\r\n\u001a`
      const latin = text.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094')
      const bytes =
        encoding === 'windows-1252'
          ? new Uint8Array(Buffer.from(latin, 'latin1'))
          : new Uint8Array(Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`, encoding))
      const whole = wholeOf(readCsv(bytes, 'a.csv'))
      expect(whole.tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
        ['Date', 'Event'],
        ['14/03/2021', 'Café – two\nlines; “quoted”'],
        ['15/03/2021', 'Paid £5'],
      ])
      for (let size = 1; size <= 40; size += 1) expect(wholeOf(readCsv(bytes, 'a.csv', size))).toEqual(whole)
    },
  )
})

describe('an XML part that comes in slices', () => {
  const eventsOf = (slices: Iterable<Uint8Array>): readonly unknown[] => {
    const events: unknown[] = []
    let text = ''
    const said = (event: unknown): void => {
      if (text !== '') events.push(text)
      text = ''
      events.push(event)
    }
    const handler: XmlHandler = {
      open: (name, attributes) => said([name, { ...attributes }]),
      close: (name) => said(name),
      text: (more) => (text += more),
    }
    readXml(slices, { fileName: 'a.xlsx', part: 'a.xml' }, handler)
    return events
  }
  it.each(['utf-8', 'utf-16le'] as const)('gives the same events in %s', (encoding) => {
    const xml = `\ufeff<a x="é"><b>Café &amp; 𝄞<![CDATA[ <raw> ]]></b><c/>€</a>`
    const bytes = new Uint8Array(Buffer.from(xml, encoding))
    const whole = eventsOf([bytes])
    expect(whole).toEqual([['a', { x: 'é' }], ['b', {}], 'Café & 𝄞 <raw> ', 'b', ['c', {}], 'c', '€', 'a'])
    for (let size = 1; size <= 9; size += 1) expect(eventsOf(cutBytes(bytes, size))).toEqual(whole)
  })
})

describe('a part too large to be unpacked at once', () => {
  const large = new Uint8Array(6 * 1024 * 1024).map((_, at) => (at * at * 31 + (at >> 9)) & 127)

  it('is unpacked slice by slice into the same bytes', () => {
    const part = openPackage(zip({ 'a.xml': large }), 'a.xlsx').get('a.xml')
    const slices = [...(part?.slices() ?? [])]
    expect(slices.length).toBeGreaterThan(10)
    expect(Buffer.concat(slices).equals(Buffer.from(large))).toBe(true)
    expect(Buffer.from(part?.bytes() ?? []).equals(Buffer.from(large))).toBe(true)
  })
  it('is refused where its bytes do not match their checksum', () => {
    const bytes = zip({ 'a.xml': large })
    bytes[400] = (bytes[400] ?? 0) ^ 1
    expect(() => openPackage(bytes, 'harmed.xlsx')).toThrow(/the part a\.xml is damaged/)
  })
})

describe('kept strings', () => {
  it('come back by their number, in any order, lone surrogates too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 9 }).map((text) => `${text}\ud800`)),
        fc.integer({ min: 1, max: 30 }),
        (texts, size) => {
          const kept = keepStrings(size)
          for (const text of texts) kept.add(text)
          const store = kept.finish()
          expect(texts.map((_, at) => store(texts.length - 1 - at))).toEqual(texts.toReversed())
          for (const number of [-1, texts.length, 0.5, NaN]) expect(store(number)).toBeUndefined()
        },
      ),
    )
  })
})

describe('the rows of a sheet', () => {
  const cell = (name: string, text: string): string => inlineCell(name, escapeXml(text))

  it('are the same each time they are gone through', () => {
    const document = readSource(
      xlsx({
        sheets: [
          {
            rows:
              `<row r="1">${cell('A1', 'Date')}${cell('B1', 'Event')}</row>` +
              `<row r="2">${cell('A2', '14/03/2021')}${cell('B2', 'One')}</row>` +
              `<row r="3">${cell('B3', 'Two')}</row><row r="5">${cell('B5', 'under')}</row>`,
            after: '<mergeCells><mergeCell ref="A2:A6"/><mergeCell ref="B3:B5"/></mergeCells>',
          },
        ],
      }),
      'merged.xlsx',
    )
    const [table] = document.tables
    expect(
      table?.rows.map(({ cells }) => cells.map(({ text, merged }) => (merged ? `(${text})` : text))),
    ).toEqual([
      ['Date', 'Event'],
      ['14/03/2021', 'One'],
      ['(14/03/2021)', 'Two'],
      ['(14/03/2021)', '(Two)'],
      ['(14/03/2021)', '(Two)'],
    ])
    expect(table?.rows[4]?.aside).toEqual([{ kind: 'hidden-text', text: 'under' }])
  })
  it('rise even where the file lists them in another order, or one in two pieces', () => {
    const rows = `<row r="3">${cell('A3', 'c')}</row><row r="1">${cell('A1', 'a')}</row><row r="3">${cell('B3', 'd')}</row>`
    const [table] = readSource(xlsx({ sheets: [{ rows }] }), 'mixed.xlsx').tables
    expect(table?.rows.map(({ where, cells }) => [where, ...cells.map(({ text }) => text)])).toEqual([
      ['Sheet1!1', 'a'],
      ['Sheet1!2'],
      ['Sheet1!3', 'c', 'd'],
    ])
  })
  it('are gone through as often as somebody asks', () => {
    const bytes = strToU8('Date,Event\n14/03/2021,One\n')
    const [table] = readCsv(bytes, 'a.csv').tables
    expect([...(table?.rows ?? [])]).toEqual([...(table?.rows ?? [])])
    expect(table?.rows.length).toBe(2)
  })
})
