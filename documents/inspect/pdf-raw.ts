import { inflateSync } from 'node:zlib'
import { inspectPicture } from './image-text.ts'
import type { InspectedFile } from './notes.ts'
import { printableText } from './printable-text.ts'

const streamLimit = 64 * 1024 * 1024

const call = /\/(?:JavaScript|JS|Launch)\b/u

/**
 * Looks into the bytes of a PDF past what its tables point at: earlier revisions, bytes after the end, and strings in
 * objects and unpacked streams that nothing else has told (`said`: all texts noted so far, without spaces).
 */
export const inspectPdfBytes = async (file: InspectedFile, said: string): Promise<void> => {
  const { bytes, notes } = file
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const ends = [...source.matchAll(/%%EOF(?:\r\n|\r|\n)?/gu)].map((match) => match.index + match[0].length)
  // A linearised file has a first part with an end mark of its own.
  const revisions = /\/Linearized\b/u.test(source.slice(0, 1024)) ? ends.slice(1) : ends
  const previous = revisions.at(-2)
  if (previous !== undefined) {
    notes.finding('incremental-save', `${revisions.length} revisions in one file`)
    await file.open(bytes.slice(0, previous), 'earlier revision')
  }
  const extra = bytes.subarray(ends.at(-1) ?? bytes.length)
  if (extra.some((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0)) {
    notes.finding('embedded', `${extra.length} bytes after the end of the PDF`)
    for (const text of printableText(extra)) notes.text('after the end of the PDF', text, true)
  }
  if (/\/Encrypt\s+\d+\s+\d+\s+R/u.test(source)) return
  // The names every embedded font carries.
  const told = new Set<string>(['Adobe', 'Identity'])
  const tell = (where: string, text: string): void => {
    const bare = text.replace(/\s+/gu, '')
    if (told.has(bare) || said.includes(bare) || !/\p{L}{2}|\d{4}/u.test(text)) return
    told.add(bare)
    notes.text(where, text, true)
  }
  let outside = ''
  let last = 0
  for (const { start, end, head } of streamsOf(source)) {
    outside += source.slice(last, start)
    last = end
    inspectStream(file, bytes.subarray(start, end), head, tell)
  }
  outside += source.slice(last)
  // three bytes such as "/JS" also come about by chance in what is packed
  if (call.test(outside) || /\/(?:JavaScript|Launch)\b/u.test(source))
    notes.finding('macro', 'script or program call in the PDF')
  for (const text of pdfStrings(outside)) tell('string in the PDF', text)
}

function* streamsOf(
  source: string,
): Generator<{ readonly start: number; readonly end: number; readonly head: string }> {
  const opening = /\bstream(?:\r\n|\n|\r)/gu
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    if (source.slice(match.index - 3, match.index) === 'end') continue
    const start = match.index + match[0].length
    const end = source.indexOf('endstream', start)
    if (end === -1) return
    // The stream's own dictionary: from its object's beginning.
    const from = Math.max(0, source.lastIndexOf(' obj', match.index), match.index - 4000)
    yield { start, end, head: source.slice(from, match.index) }
    opening.lastIndex = end + 9
  }
}

const inspectStream = (
  file: InspectedFile,
  packed: Uint8Array,
  head: string,
  tell: (where: string, text: string) => void,
): void => {
  if (/\/DCTDecode/u.test(head)) {
    inspectPicture({ ...file, bytes: packed, name: 'picture in the PDF' })
    return
  }
  // Pixels, glyph outlines, colour profiles, cross-references and glyph maps hold no text.
  if (
    /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)|\/Length[123]\b|\/FunctionType|\/Type\s*\/XRef|\/N\s+[134]\b/u.test(
      head,
    )
  )
    return
  const unpacked = unpack(packed, head)
  if (unpacked === undefined) return
  const content = Buffer.from(unpacked).toString('latin1')
  if (/\/ObjStm\b/u.test(head) && call.test(content))
    file.notes.finding('macro', 'script or program call in the PDF')
  if (/begincmap/u.test(content)) return
  if (/<x:xmpmeta|<rdf:RDF/u.test(content)) {
    for (const [, text] of Buffer.from(unpacked)
      .toString('utf8')
      .matchAll(/>([^<>]*[^\s<>][^<>]*)</gu))
      tell('XMP in the PDF', text ?? '')
    return
  }
  for (const text of pdfStrings(content)) tell('string in a stream of the PDF', text)
}

const unpack = (packed: Uint8Array, head: string): Uint8Array | undefined => {
  if (!/\/Filter/u.test(head)) return packed
  if (!/\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\b/u.test(head)) return undefined
  try {
    return inflateSync(packed, { maxOutputLength: streamLimit, finishFlush: 2 })
  } catch {
    return undefined
  }
}

// Strings of one TJ array are one text: kerning cuts words into pieces. PDF 32000-1, 7.3.4 and 9.4.3.
const pdfStrings = (source: string): readonly string[] => {
  const found: string[] = []
  const token =
    /\[((?:[^[\]()]|\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\))*)\]\s*TJ|\((?:[^()\\]|\\[\s\S]|\([^()]*\)){0,32767}\)|<(?:FEFF|feff)[0-9A-Fa-f\s]*>/gu
  for (const match of source.matchAll(token)) {
    if (match[1] !== undefined) {
      const pieces = [...match[1].matchAll(/\(((?:[^()\\]|\\[\s\S]|\([^()]*\))*)\)|(-?\d+(?:\.\d+)?)/gu)]
      found.push(
        pieces
          .map(([, literal, move]) =>
            literal === undefined ? (Number(move) < -200 ? ' ' : '') : literalText(literal),
          )
          .join(''),
      )
    } else if (match[0].startsWith('<')) found.push(hexText(match[0].slice(1, -1)))
    else found.push(literalText(match[0].slice(1, -1)))
  }
  return found.filter(isReadable)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const literalText = (literal: string): string => {
  const raw = literal.replace(
    /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/gu,
    (_, octal: string | undefined, other: string | undefined) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255)
      if (other === '\n' || other === '\r' || other === '\r\n') return ''
      return escapes[other ?? ''] ?? other ?? ''
    },
  )
  if (raw.startsWith('\u00fe\u00ff')) return wideText(Buffer.from(raw.slice(2), 'latin1'))
  return raw
}

const hexText = (hex: string): string => wideText(Buffer.from(hex.replace(/\s+/gu, ''), 'hex').subarray(2))

const wideText = (bytes: Uint8Array): string => new TextDecoder('utf-16be').decode(bytes)

const isReadable = (text: string): boolean => {
  if (text.length < 2) return false
  const readable = [...text].filter((character) => /[\p{L}\p{N}\p{P}\p{Zs}\n\r\t]/u.test(character)).length
  return readable / [...text].length > 0.85
}
