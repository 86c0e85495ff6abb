/**
 * The ways in which bytes can be read as text: UTF-8, Windows-1252, UTF-16 of both orders, each also with its escapes undone
 * (percent, entities, JSON, quoted-printable, strings of a PDF) and without its tags, so that a name cut by markup is whole.
 * Of bytes that are no text, the stretches that could be some.
 */
export const byteTexts = (bytes: Buffer): readonly string[] => {
  const isBinary = !isText(bytes)
  const whole = new Set<string>()
  const read = (text: string): void => {
    whole.add(isBinary ? readable(text) : text)
  }
  read(bytes.toString('utf8'))
  if (bytes.some((byte) => byte > 0x7f)) read(bytes.toString('latin1'))
  if (bytes.includes(0)) {
    for (const start of [0, 1]) {
      const even = bytes.subarray(start, start + Math.floor((bytes.length - start) / 2) * 2)
      read(even.toString('utf16le'))
      read(Buffer.from(even).swap16().toString('utf16le'))
    }
  }
  const texts = new Set<string>()
  for (const text of [...whole].map(withoutFonts)) {
    texts.add(text)
    const plain = undoEscapes(text)
    texts.add(plain)
    if (plain.includes('<')) texts.add(plain.replace(/<[^<>]*>/g, ''))
    if (text.includes('<')) texts.add(undoEscapes(text.replace(/<[^<>]*>/g, '')))
  }
  return [...texts]
}

/** Whether bytes are text of any encoding with one or two bytes a letter, judged by their first part. */
export const isText = (bytes: Buffer): boolean => {
  const start = bytes.subarray(0, 4096)
  let odd = 0
  for (const byte of start)
    if ((byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0) || byte === 0x7f) odd++
  return odd * 20 <= start.length
}

const readable = (text: string): string =>
  (text.match(/[\t\n\r\x20-\x7e\u00ad\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027]{5,}/g) ?? []).join(
    '\n',
  )

// The faces that the themes of Office list for every script of the world: some are also first names.
const officeFaces = new Set(
  (
    'Angsana New|Arial|Calibri|Calibri Light|Cambria|Cordia New|DaunPenh|DokChampa|Estrangelo Edessa|Euphemia|Gautami|Georgia|' +
    'Iskoola Pota|Kartika|Latha|Mangal|Microsoft Himalaya|Microsoft Uighur|Microsoft Yi Baiti|MoolBoran|Mongolian Baiti|Nyala|' +
    'Plantagenet Cherokee|Raavi|Shruti|Sylfaen|Times New Roman|Tunga|Vrinda|Verdana|Courier New|Garamond|Tahoma|Ebrima|Phagspa|' +
    'Leelawadee|Javanese Text|Myanmar Text|Nirmala UI|Segoe UI|Segoe UI Historic|Kalinga|Jomolhari|Aptos|Aptos Display|Khmer UI'
  ).split('|'),
)

const withoutFonts = (text: string): string =>
  text.replace(
    /(\btypeface|<w:font w:name|\bw:(?:ascii|hAnsi|cs|eastAsia)|<name val)="([^"]*)"/g,
    (written, place: string, face: string) => (officeFaces.has(face) ? place : written),
  )

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const undoEscapes = (text: string): string => {
  let out = text
  if (out.includes('&'))
    out = out
      .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
      .replace(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
      .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '')
  if (out.includes('\\'))
    out = out
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
      .replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
      .replace(/\\([0-7]{3})/g, (_, octal: string) => character(Number.parseInt(octal, 8)))
      .replace(/\\\r?\n/g, '')
      .replace(/\\(.)/g, '$1')
  out = out
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytesOf(run.replaceAll('%', '')))
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => bytesOf(run.replaceAll('=', '')))
  // Strings of a PDF: in hex, and cut by kerning in an array. PDF 32000-1, 7.3.4.3 and 9.4.3.
  return out
    .replace(/<([0-9a-f\s]{6,})>/gi, (_, hex: string) => ` ${bytesOf(hex.replace(/\s/g, ''))} `)
    .replace(/\)\s*-?\d{0,3}(?:\.\d+)?\s*\(/g, '')
}

/** Hex as UTF-16 where it says so, as UTF-8 where it is that, else byte by byte. */
const bytesOf = (hex: string): string => {
  const bytes = Buffer.from(hex, 'hex')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  const utf8 = bytes.toString('utf8')
  return utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8
}
