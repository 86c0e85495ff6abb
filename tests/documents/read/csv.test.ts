import { strToU8 } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readSource, type WholeDocument } from './read-whole.ts'

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? strToU8(text) : text)
const read = (text: string | Uint8Array, name = 'file.csv'): WholeDocument => readSource(bytesOf(text), name)
const cells = (document: WholeDocument) =>
  document.tables[0]!.rows.map((row) => row.cells.map((cell) => cell.text))
const announced = (document: WholeDocument, kind: string) => document.announced.filter((a) => a.kind === kind)

describe('encodings', () => {
  const text = 'Date,Event\r\n1 May,“Dorothy’s café” £5'
  const latin = (bytes: readonly number[]) => Uint8Array.from([...strToU8('Date,Event\r\n1 May,'), ...bytes])
  it('reads UTF-8 with and without a byte order mark, saying nothing', () => {
    for (const document of [read(text), read(`\ufeff${text}`)]) {
      expect(cells(document)).toEqual([
        ['Date', 'Event'],
        ['1 May', '“Dorothy’s café” £5'],
      ])
      expect(announced(document, 'encoding')).toEqual([])
    }
  })
  it('reads UTF-16 of both orders, with and without a byte order mark, and announces it', () => {
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    const files = [
      Buffer.concat([Buffer.of(0xff, 0xfe), little]),
      Buffer.concat([Buffer.of(0xfe, 0xff), big]),
      little,
      big,
    ]
    for (const file of files) {
      expect(cells(read(file))[1]).toEqual(['1 May', '“Dorothy’s café” £5'])
      expect(announced(read(file), 'encoding')[0]!.detail).toContain('UTF-16')
    }
  })
  it('reads Windows-1252 by its own table: quotation marks, dashes, the euro and the pound', () => {
    const document = read(latin([0x93, 0x94, 0x91, 0x92, 0x96, 0x97, 0x80, 0xa3, 0xe9, 0x85]))
    expect(cells(document)[1]![1]).toBe('“”‘’–—€£é…')
    expect(announced(document, 'encoding')[0]).toMatchObject({ where: 'file' })
  })
  it.each([
    ['bytes Windows-1252 does not define', latin([0x81, 0x8d, 0x90])],
    ['Shift-JIS', latin([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x81, 0x42, 0x8f, 0x90])],
    ['a zero byte', latin([0x00, 0x41])],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x44, 0, 0, 0, 0x2c, 0, 0, 0)],
    ['UTF-16 cut in the middle of a letter', Uint8Array.of(0xff, 0xfe, 0x44, 0x00, 0x2c)],
    ['a UTF-8 mark over bytes that are not UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0x93)],
    ['noise', Uint8Array.from({ length: 400 }, (_, at) => (at * 97) % 31 || 1)],
  ])('refuses %s with a sentence that says what to do', (_, bytes) => {
    expect(() => read(bytes)).toThrow(
      /^file\.csv: the file is not text in UTF-8, UTF-16 or Windows-1252.*CSV UTF-8/,
    )
  })
  it('announces letters that were lost before the file was sent', () => {
    expect(announced(read('a,b\nx\ufffd,y'), 'encoding')[0]!.detail).toContain('1 replacement')
  })
})

describe('records', () => {
  it('numbers records from the heading and names the physical line each starts on', () => {
    const document = read('Date,Event\r\n1 May,"one\r\ntwo\r\nthree"\r\n2 May,x\r\n')
    expect(document.tables[0]!.rows.map(({ where, row }) => [row, where])).toEqual([
      [0, 'record 0, line 1'],
      [1, 'record 1, line 2'],
      [2, 'record 2, line 5'],
    ])
    expect(cells(document)[1]![1]).toBe('one\r\ntwo\r\nthree')
    expect(announced(document, 'line-break-in-cell').map(({ where }) => where)).toEqual(['record 1, line 2'])
  })
  it.each([
    [';', 'Date;Event;Plan\n1 May;Rang, no reply;x\n2 May;Seen, well, calm;y'],
    ['\t', 'Date\tEvent\tPlan\n1 May\tRang, no reply; left card\tx'],
    ['|', 'Date|Event|Plan\n1 May|Rang, no reply|x'],
    [',', 'Date,Event,Plan\n1 May,"Rang; no; reply",x\n2 May,"a;b",y'],
  ])('finds the delimiter %j by agreement', (_, text) => {
    const document = read(text)
    expect(document.tables[0]!.rows.every((row) => row.cells.length === 3)).toBe(true)
  })
  it('heeds a leading sep= line and counts it', () => {
    const document = read('sep=;\r\nDate;Event\r\n1,2;x')
    expect(cells(document)).toEqual([
      ['Date', 'Event'],
      ['1,2', 'x'],
    ])
    expect(document.tables[0]!.rows[1]!.where).toBe('record 1, line 3')
  })
  it('keeps ragged and blank records as they are, and a last field that is empty', () => {
    expect(cells(read('a,b\n1\n\n1,2,3\nx,'))).toEqual([['a', 'b'], ['1'], [''], ['1', '2', '3'], ['x', '']])
  })
  it('reads mixed line ends without losing or gluing a record', () => {
    expect(cells(read('a,b\r\n1,2\n3,4\r\n5,6'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(cells(read('a,b\r1,2\r3,4'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })
  it('refuses a quotation that is never closed or is followed by text, naming the line', () => {
    expect(() => read('a,b\n1,"two\n3,4')).toThrow(
      'file.csv: the quotation mark that opens on line 2 is never closed.',
    )
    expect(() => read('a,b\n1,x\n"two"three,4')).toThrow(
      /opens on line 3 is closed and then followed by more text/,
    )
  })
  it('takes a quotation mark inside an unquoted field for what it is', () => {
    expect(cells(read('a,b\nsaid "no",5" pipe'))[1]).toEqual(['said "no"', '5" pipe'])
  })
  it('agrees with papaparse, an independent reader, on well-formed text', () => {
    const fields = [
      ['Date', 'Event, with comma', 'Say "so"'],
      ['1\n2', '', ' lead'],
      ['é', '=1+1', "it's"],
    ]
    const text = Papa.unparse(fields)
    expect(cells(read(text))).toEqual(Papa.parse<string[]>(text, { header: false }).data)
    expect(cells(read(text))).toEqual(fields)
  })
})

describe('cells that would be taken for formulas', () => {
  it.each(['=1+1', '+ bloods', '-> weekly', '@home', ' =x', '\u00a0=x', '\u200b+x', '\t-x', '＝x', '\n=x'])(
    'announces %j and keeps it as it is',
    (text) => {
      const document = read(`Date,Plan\n1 May,"${text}"`)
      expect(cells(document)[1]![1]).toBe(text)
      expect(announced(document, 'formula-like-text')).toHaveLength(1)
      expect(announced(document, 'formula-like-text')[0]!.detail).toContain('“Plan”')
    },
  )
  it.each(['a=b', '-', 'Mr A-B', '01632 960123', ''])('says nothing of %j', (text) => {
    expect(announced(read(`Date,Plan\n1 May,${text}`), 'formula-like-text')).toEqual([])
  })
  it('announces a cell of exactly the length at which Excel cuts', () => {
    expect(announced(read(`Date,Plan\n1 May,${'x'.repeat(32767)}`), 'cut-cell')).toHaveLength(1)
    expect(announced(read(`Date,Plan\n1 May,${'x'.repeat(32768)}`), 'cut-cell')).toEqual([])
  })
})
