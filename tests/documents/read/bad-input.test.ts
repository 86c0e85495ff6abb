import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isEncryptedOffice, openPackage, packageLimits } from '../../../documents/read/package.ts'
import { readSource } from './read-whole.ts'
import { parseXml } from '../../../documents/read/xml.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { docx, inlineCell, namespaces, ole, paragraph, run, table, xlsx, zip } from './office-files.ts'

const workbook = (rows = `<row r="1">${inlineCell('A1', 'Date')}</row>`): Uint8Array =>
  xlsx({ sheets: [{ rows }] })

/** Reads a file that must be refused and gives the sentence. */
const refusal = (bytes: Uint8Array, fileName: string): string => {
  try {
    readSource(bytes, fileName)
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedError)
    const { code, message } = (error as ExpectedError).failure
    expect(code).toBe('invalid')
    expect(message.startsWith(`${fileName}: `), message).toBe(true)
    expect(message.endsWith('.'), message).toBe(true)
    expect(message).not.toContain('\n')
    return message
  }
  throw new Error(`${fileName} was read, and should have been refused`)
}

const indexOf = (bytes: Uint8Array, signature: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === signature) return at
  return -1
}

describe('files that are not what they are called', () => {
  it('reads a workbook called .docx and a document called .xlsx as what they are', () => {
    expect(readSource(workbook(), 'renamed.docx').format).toBe('xlsx')
    expect(readSource(docx({ body: paragraph(run('Text')) }), 'renamed.xlsx').format).toBe('docx')
    expect(readSource(workbook(), 'renamed.csv').format).toBe('xlsx')
  })
  it.each([
    ['an HTML page', '<html><body><table><tr><td>03/04/2023</td></tr></table></body></html>', 'web page'],
    [
      'an HTML page with a byte order mark and doctype',
      '\ufeff\n<!DOCTYPE html><title>x</title>',
      'web page',
    ],
    ['a bare HTML table', '<table><tr><td>1</td></tr></table>', 'web page'],
    ['a csv', 'Date,Event\n03/04/2023,Visit\n', 'not an Excel workbook'],
    ['an XML spreadsheet', '<?xml version="1.0"?><Workbook/>', 'XML'],
    ['rich text', '{\\rtf1 Hello}', 'Rich Text'],
    ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', 'web archive'],
  ])('refuses %s called .xlsx', (_, text, said) => {
    expect(refusal(strToU8(text), 'renamed.xlsx')).toContain(said)
  })
  it('refuses an HTML page called .csv', () => {
    expect(refusal(strToU8('<!DOCTYPE html><html></html>'), 'page.csv')).toContain('web page')
  })
  it('refuses a PDF, a picture, and the old Office formats, saying what each is', () => {
    expect(refusal(strToU8('%PDF-1.7\n%âãÏÓ'), 'report.docx')).toContain('PDF')
    expect(refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'scan.xlsx')).toContain('picture')
    expect(refusal(ole('Workbook'), 'old.xls')).toContain('old Office format')
    expect(refusal(ole('WordDocument'), 'old.docx')).toContain('.docx')
  })
  it('refuses a password-protected Office file and knows it from an old one', () => {
    expect(refusal(ole('EncryptedPackage'), 'locked.xlsx')).toContain('password')
    expect(isEncryptedOffice(ole('EncryptedPackage'))).toBe(true)
    expect(isEncryptedOffice(ole('Workbook'))).toBe(false)
    const quoting = Buffer.from(ole('WordDocument'))
    quoting.write('EncryptedPackage\0', 1024 + 7, 'utf16le')
    expect(isEncryptedOffice(quoting)).toBe(false)
  })
  it('refuses zips that are no Office document', () => {
    expect(refusal(zip({ 'notes.txt': 'hello' }), 'notes.xlsx')).toContain('zip archive')
    const ods = zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })
    expect(refusal(ods, 'sheet.xlsx')).toContain('OpenDocument')
    const slides = zip({
      '_rels/.rels': `<Relationships xmlns="${namespaces.rel}"><Relationship Id="a" Type="${namespaces.r}/officeDocument" Target="p.xml"/></Relationships>`,
      'p.xml': '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
    })
    expect(refusal(slides, 'slides.docx')).toContain('Only Excel and Word')
  })
  it('refuses an empty file and one of blanks alone', () => {
    expect(refusal(new Uint8Array(), 'empty.xlsx')).toContain('empty')
    expect(refusal(strToU8(' \r\n\r\n'), 'blank.csv')).toContain('empty')
  })
})

describe('damaged and hostile packages', () => {
  it('refuses a part whose bytes do not match their checksum', () => {
    const bytes = zipSync({ 'a.xml': strToU8('<a>some text here</a>') }, { level: 0 })
    const damaged = Uint8Array.from(bytes)
    const at = Buffer.from(damaged).indexOf('some')
    damaged[at] = 'S'.charCodeAt(0)
    expect(() => openPackage(bytes, 'fine.zip')).not.toThrow()
    expect(() => openPackage(damaged, 'harmed.xlsx')).toThrow(/^harmed\.xlsx: the part a\.xml is damaged/)
  })
  it('refuses any cut of a sample workbook rather than read half of it', () => {
    const whole = readFileSync(
      new URL('../../../scripts/sample-case/police-chronology.xlsx', import.meta.url),
    )
    for (const part of [0.01, 0.3, 0.5, 0.9, 0.999]) {
      expect(refusal(whole.subarray(0, Math.floor(whole.length * part)), 'cut.xlsx')).toMatch(
        /cut short|damaged/,
      )
    }
  })
  it('refuses a declared bomb before unpacking it', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(refusal(bomb, 'bomb.xlsx')).toContain('unpacks to far more')
  })
  it('refuses parts that share their bytes and are small enough each but not together', () => {
    const bytes = zipSync(
      { a: strToU8('x'), b: strToU8('y'), c: new Uint8Array(1024 * 1024).fill(7) },
      { level: 0 },
    )
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = indexOf(bytes, 0x02014b50); view.getUint32(at, true) === 0x02014b50;) {
      view.setUint32(at + 20, 900 * 1024, true)
      view.setUint32(at + 24, 100 * 1024 * 1024, true)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    expect(refusal(bytes, 'shared.xlsx')).toContain('unpacks to far more')
  })
  it('stops a bomb that lies about its size', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(16 * 1024 * 1024) }, { level: 9 })
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(indexOf(bomb, 0x02014b50) + 24, 1000, true)
    expect(() => openPackage(bomb, 'liar.xlsx')).toThrow(/^liar\.xlsx: the part a\.xml is damaged/)
  })
  it('refuses a size that is larger than what is there', () => {
    const bytes = zipSync({ 'a.xml': strToU8('<a/>') }, { level: 9 })
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(indexOf(bytes, 0x02014b50) + 24, 5000, true)
    expect(() => openPackage(bytes, 'liar.xlsx')).toThrow(/damaged/)
  })
  it('refuses a file over 100 MB', () => {
    expect(refusal(new Uint8Array(packageLimits.inputBytes + 1), 'huge.csv')).toContain('101 MB')
  })
  it('refuses a zip whose parts are encrypted', () => {
    const bytes = zip({ 'a.xml': '<a/>' })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const at = indexOf(bytes, 0x02014b50) + 8
    view.setUint16(at, view.getUint16(at, true) | 1, true)
    expect(() => openPackage(bytes, 'sealed.xlsx')).toThrow(/password/)
  })
  it('refuses two parts of one name, whatever their case', () => {
    expect(() => openPackage(zip({ 'xl/a.xml': '<a/>', 'xl/A.xml': '<b/>' }), 'twice.xlsx')).toThrow(/twice/)
  })
})

describe('hostile and damaged XML', () => {
  const place = { fileName: 'case.xlsx', part: 'a.xml' }
  it('refuses a document type and its entities', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a>&z;</a>`
    expect(() => parseXml(strToU8(bomb), place)).toThrow(
      /^case\.xlsx: the part a\.xml carries a document type/,
    )
    const rows = `<row r="1"><c r="A1" t="str"><v>&leak;</v></c></row>`
    expect(refusal(workbook(rows), 'entity.xlsx')).toContain('not well-formed')
  })
  it('refuses deep nesting and reads ordinary nesting', () => {
    const nested = (depth: number) => strToU8('<a>'.repeat(depth) + '</a>'.repeat(depth))
    expect(() => parseXml(nested(100), place)).not.toThrow()
    expect(() => parseXml(nested(20_000), place)).toThrow(/nests more than/)
  })
  it('refuses XML that is cut, is not text, or stands in no known encoding', () => {
    expect(() => parseXml(strToU8('<a><b></a>'), place)).toThrow(/not well-formed XML at line 1/)
    expect(() => parseXml(strToU8('<a>'), place)).toThrow(/not well-formed/)
    expect(() => parseXml(Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e), place)).toThrow(
      /UTF-8/,
    )
  })
  it('takes an element by its namespace, not by its prefix', () => {
    const named = (xml: string) => parseXml(strToU8(xml), place).name
    expect(named(`<q:document xmlns:q="${namespaces.w}"/>`)).toBe('w:document')
    expect(named(`<document xmlns="${namespaces.w}"/>`)).toBe('w:document')
    expect(named('<w:document xmlns:w="urn:example"/>')).toBe('other:document')
    expect(named('<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')).toBe(
      'w:document',
    )
  })
  it('says where a sheet points outside itself', () => {
    expect(refusal(workbook('<row r="7"><c r="A7" t="s"><v>9</v></c></row>'), 's.xlsx')).toContain(
      '“Sheet1” is damaged at row 7',
    )
    expect(refusal(workbook('<row r="2"><c r="ZZZZ2"><v>9</v></c></row>'), 's.xlsx')).toContain(
      'damaged at row 2',
    )
  })
  it('refuses a workbook whose sheet is missing', () => {
    const bytes = xlsx({ sheets: [], workbookInside: '' })
    expect(readSource(bytes, 'none.xlsx').tables).toEqual([])
    const parts = new Map([...openPackage(workbook(), 'w.xlsx')].map(([name, part]) => [name, part.bytes()]))
    parts.delete('book/leaf0.xml')
    expect(refusal(zip(Object.fromEntries(parts)), 'lost.xlsx')).toContain('the sheet “Sheet1” is missing')
  })
  it('refuses sheets that spread over more cells than there is room for', () => {
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `<row r="${at + 1}">${inlineCell(`XFD${at + 1}`, 'x')}</row>`,
    )
    expect(refusal(workbook(rows.join('')), 'wide.xlsx')).toContain('more cells than can be read')
  })
  it('refuses a Word field that swallows the text after it', () => {
    const body =
      paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('lost')}`) + paragraph(run('lost too'))
    expect(refusal(docx({ body }), 'field.docx')).toContain('a field')
  })
  it('reads a wild cell span without filling memory', () => {
    const wide = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraph(run('x'))}</w:tc></w:tr>`
    const document = readSource(docx({ body: table([wide]) }), 'span.docx')
    expect(document.tables[0]!.rows[0]!.cells.length).toBeLessThan(1000)
  })
})
