import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { aDocx, anXlsx, aPdf, everythingIn, kindsIn, zip } from './build-files.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding))

describe('csv', () => {
  it('tells every cell with its place', async () => {
    const { texts } = await inspectFile(bytes('\ufeffDate;Event\r\n2022;"Seen; at\nhome"\r\n'), 'pack.csv')
    expect(texts.map(({ where, text }) => `${where}: ${text}`)).toEqual([
      'file name: pack.csv',
      'heading 1: Date',
      'heading 2: Event',
      'record 1, column 1: 2022',
      'record 1, column 2: Seen; at\nhome',
    ])
  })

  it('reads Windows-1252 and UTF-16', async () => {
    expect(everythingIn(await inspectFile(bytes('Event\r\nSi\u00e2n\r\n', 'latin1'), 'a.csv'))).toContain(
      'Siân',
    )
    expect(everythingIn(await inspectFile(bytes('\ufeffEvent\r\nSiân\r\n', 'utf16le'), 'a.csv'))).toContain(
      'Siân',
    )
  })
})

describe('json', () => {
  it('tells strings, numbers and keys with their path, repeated keys too', async () => {
    const { texts } = await inspectFile(
      bytes('{"people":[{"name":"Marion"}],"nhs":9990000018,"a":"first","a":"second"}'),
      'pack.json',
    )
    expect(texts).toContainEqual({ where: 'people[0].name', text: 'Marion', hidden: false })
    expect(texts).toContainEqual({ where: 'nhs', text: '9990000018', hidden: false })
    expect(texts).toContainEqual({ where: 'key people[0].name', text: 'name', hidden: false })
    expect(texts).toContainEqual({ where: 'value of a repeated key', text: 'first', hidden: true })
  })
})

describe('zip', () => {
  it('opens the files in it, zips in zips too, and tells their names', async () => {
    const inner = zip({ 'notes.txt': 'Marion inside' })
    const inspection = await inspectFile(
      zip({ 'a/Marion.csv': 'Event\r\nSeen\r\n', 'more.zip': inner }),
      'pack.zip',
    )
    expect(inspection.texts).toContainEqual({
      where: 'file name in the zip',
      text: 'a/Marion.csv',
      hidden: false,
    })
    expect(inspection.texts).toContainEqual({
      where: 'more.zip > notes.txt > line 1',
      text: 'Marion inside',
      hidden: false,
    })
    expect(inspection.findings).toEqual([])
  })

  it('tells comments and bytes that belong to no file', async () => {
    const plain = Buffer.from(zip({ 'a.txt': 'x' }))
    const commented = Buffer.concat([plain, Buffer.from('Marion comment')])
    commented.writeUInt16LE(14, plain.length - 2)
    expect(everythingIn(await inspectFile(new Uint8Array(commented), 'pack.zip'))).toContain('Marion comment')

    // 20 bytes between the last file and the directory.
    const hidden = Buffer.from('Marion between files')
    const start = plain.readUInt32LE(plain.length - 6)
    const gapped = Buffer.concat([plain.subarray(0, start), hidden, plain.subarray(start)])
    gapped.writeUInt32LE(start + hidden.length, gapped.length - 6)
    const inspection = await inspectFile(new Uint8Array(gapped), 'pack.zip')
    expect(everythingIn(inspection)).toContain('Marion between files')
    expect(kindsIn(inspection)).toEqual(['embedded'])
  })

  it('marks what it cannot open inside as unreadable', async () => {
    const sealed = bytes('age-encryption.org/v1\n-> X25519 abc\n')
    const inspection = await inspectFile(zip({ 'sealed.age': sealed, 'x.docx': 'no document' }), 'pack.zip')
    expect(inspection.findings).toEqual([
      { kind: 'unreadable-part', where: 'sealed.age' },
      { kind: 'unreadable-part', where: 'x.docx' },
    ])
  })

  it('stops at a zip that holds zips without end', async () => {
    let nested = zip({ 'end.txt': 'Marion at the bottom' })
    for (let level = 0; level < 12; level++) nested = zip({ 'inner.zip': nested })
    expect(kindsIn(await inspectFile(nested, 'pack.zip'))).toEqual(['unreadable-part'])
  })
})

describe('a file that cannot be looked into is refused by name', () => {
  const encryptedOffice = (): Uint8Array => {
    const file = Buffer.alloc(1024)
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
    const name = Buffer.from('EncryptedPackage\0', 'utf16le')
    name.copy(file, 512)
    file.writeUInt16LE(name.length, 512 + 64)
    return new Uint8Array(file)
  }
  const encryptedZip = (): Uint8Array => {
    const file = Buffer.from(zip({ 'a.txt': 'secret' }))
    // Bit 0 of the general purpose flags, in the local header and in the directory (APPNOTE 4.4.4).
    file.writeUInt16LE(1, 6)
    file.writeUInt16LE(1, file.readUInt32LE(file.length - 6) + 8)
    return new Uint8Array(file)
  }
  const bomb = (): Uint8Array =>
    zipSync({
      '[Content_Types].xml': new Uint8Array(0),
      'word/document.xml': new Uint8Array(140 * 1024 * 1024),
    })

  const refused: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
    ['an encrypted Office file', 'a.docx', encryptedOffice, /password/u],
    ['an encrypted zip', 'a.zip', encryptedZip, /password/u],
    ['an encrypted PDF', 'a.pdf', () => aPdf((pdf) => pdf.text('x'), { userPassword: 'open' }), /password/u],
    ['a sealed file', 'a.age', () => bytes('age-encryption.org/v1\n-> X25519 abc\n\u0000'), /sealed/u],
    ['an armoured sealed file', 'a.txt', () => bytes('-----BEGIN AGE ENCRYPTED FILE-----\nabc\n'), /sealed/u],
    ['a zip bomb', 'a.docx', bomb, /unpacks to far more/u],
    ['a cut docx', 'a.docx', () => aDocx('<w:p/>').slice(0, 200), /damaged/u],
    ['a cut xlsx', 'a.xlsx', () => anXlsx([{ name: 'A', xml: '' }]).slice(0, 300), /damaged/u],
    ['a cut PDF', 'a.pdf', async () => (await aPdf((pdf) => pdf.text('x'))).slice(0, 500), /damaged/u],
    ['broken XML', 'a.docx', () => aDocx('<w:p>'), /word\/document\.xml/u],
    ['a zip called docx', 'a.docx', () => zip({ 'a.txt': 'x' }), /no office document/u],
    ['text called docx', 'a.docx', () => bytes('only text'), /damaged/u],
    ['broken JSON', 'a.json', () => bytes('{"a":'), /damaged/u],
    ['bytes of no known kind', 'a.bin', () => new Uint8Array([1, 0, 2, 0, 3]), /damaged or of a kind/u],
    ['an empty file', 'a.csv', () => new Uint8Array(0), /empty/u],
  ]

  it.each(refused)('%s', async (_, name, build, why) => {
    const failure = await inspectFile(await build(), `/home/someone/${name}`).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(ExpectedError)
    const message = failure instanceof ExpectedError ? failure.message : ''
    expect(message).toMatch(why)
    expect(message.startsWith(name)).toBe(true)
    expect(message).not.toContain('someone')
  })
})
