import type { Announcement } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type DecodedText = { readonly text: string; readonly encoding: TextEncoding }

/** What Windows-1252 holds at 0x80 to 0x9F; the five places it leaves undefined are spaces here. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Reads Windows-1252 by its own table, as runtimes differ over it; undefined where a byte has no meaning in it. */
const decodeWindows1252 = (bytes: Uint8Array): string | undefined => {
  let isDefined = true
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => {
      const character = windows1252[byte.charCodeAt(0) - 0x80]!
      if (character === ' ') isDefined = false
      return character
    })
  return isDefined ? text : undefined
}

const decodeStrictly = (
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A file of words has no zero bytes and next to no control characters but tabs and line ends. */
const isBinary = (text: string): boolean => {
  if (text.includes('\u0000')) return true
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0
  return controls * 1000 > text.length
}

/** UTF-16 without a byte order mark shows as zero bytes in every other place of mostly Latin text. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, 2048)
  let even = 0
  let odd = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  const most = sample.length * 0.3
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : undefined
}

const markedEncoding = ([b0, b1, b2, b3]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined => {
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return 'utf-8'
  if (b0 === 0xff && b1 === 0xfe && !(b2 === 0 && b3 === 0)) return 'utf-16le'
  return b0 === 0xfe && b1 === 0xff ? 'utf-16be' : undefined
}

const decode = (
  bytes: Uint8Array,
): { readonly text: string | undefined; readonly encoding: TextEncoding } => {
  const marked = markedEncoding(bytes) ?? guessUtf16(bytes)
  if (marked !== undefined) return { text: decodeStrictly(bytes, marked), encoding: marked }
  const text = decodeStrictly(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8' }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
}

/**
 * Decodes a text file strictly: UTF-16 by its byte order mark or its pattern of zeros, else UTF-8, else Windows-1252.
 * The byte order mark and a closing Ctrl-Z are not part of the text. Throws `ExpectedError('invalid')` where no
 * reading leaves clean text: binary data, a broken UTF-8 or UTF-16 file, or bytes Windows-1252 does not define.
 */
export const decodeText = (bytes: Uint8Array, fileName: string): DecodedText => {
  const { text, encoding } = decode(bytes)
  if (text !== undefined && !isBinary(text)) return { text: text.replace(/\u001a$/, ''), encoding }
  throw new ExpectedError(
    'invalid',
    `${fileName}: the file is not text in UTF-8, UTF-16 or Windows-1252, so it cannot be read without guessing. Save it as “CSV UTF-8” and import that.`,
  )
}

const encodingNames: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
}

/** What a user must be told about how the text of a file was decoded. */
export const announceEncoding = (text: string, encoding: TextEncoding): Announcement[] => {
  const announced: Announcement[] = []
  if (encoding !== 'utf-8') {
    const detail = `The file is in ${encodingNames[encoding]}, not UTF-8, and was read as that. Check that quotation marks, pound signs and accents are right.`
    announced.push({ kind: 'encoding', where: 'file', detail })
  }
  const lost = text.match(/\ufffd/g)?.length ?? 0
  if (lost > 0) {
    const detail = `The file holds ${lost} replacement characters (\ufffd): letters lost before it was sent.`
    announced.push({ kind: 'encoding', where: 'file', detail })
  }
  return announced
}
