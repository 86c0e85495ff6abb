import type { Announcement } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A text file as decoded, which is decoded anew each time its text is gone through. */
export type DecodedText = {
  readonly encoding: TextEncoding
  /** The text in order, a little at a time. */
  readonly pieces: Iterable<string>
  /** Replacement characters in it: letters lost before the file was sent. */
  readonly lost: number
  readonly isBlank: boolean
  readonly hasLineFeed: boolean
}

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

/** Decodes slice by slice; undefined, and no more, where the bytes are not of the encoding. A closing Ctrl-Z is left out. */
const decodeSlices = function* (
  bytes: Uint8Array,
  encoding: TextEncoding,
  size: number,
): Generator<string | undefined> {
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding, { fatal: true })
  const decode = (slice: Uint8Array, stream: boolean): string | undefined => {
    try {
      return decoder ? decoder.decode(slice, { stream }) : decodeWindows1252(slice)
    } catch {
      return undefined
    }
  }
  let held = ''
  for (let at = 0; at < bytes.length; at += size) {
    const isLast = at + size >= bytes.length
    const text = decode(bytes.subarray(at, at + size), !isLast)
    if (text === undefined) {
      yield undefined
      return
    }
    const whole = held + text
    held = !whole.endsWith('\u001a') ? '' : '\u001a'
    yield held === '' ? whole : whole.slice(0, -1)
  }
}

/** What must be known of a text before it can be read; undefined where the bytes are not of the encoding. */
const surveyText = (
  bytes: Uint8Array,
  encoding: TextEncoding,
  size: number,
): (Omit<DecodedText, 'pieces'> & { readonly isBinary: boolean }) | undefined => {
  const counts = { characters: 0, zeros: 0, controls: 0, lost: 0 }
  let [isBlank, hasLineFeed] = [true, false]
  for (const text of decodeSlices(bytes, encoding, size)) {
    if (text === undefined) return undefined
    counts.characters += text.length
    counts.zeros += text.match(/\u0000/g)?.length ?? 0
    counts.controls += text.match(/[\u0001-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0
    counts.lost += text.match(/\ufffd/g)?.length ?? 0
    isBlank &&= text.trim() === ''
    hasLineFeed ||= text.includes('\n')
  }
  // A file of words has no zero bytes and next to no control characters but tabs and line ends.
  const isBinary = counts.zeros > 0 || counts.controls * 1000 > counts.characters
  return { encoding, lost: counts.lost, isBlank, hasLineFeed, isBinary }
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

const sliceSize = 64 * 1024

const textPieces = (bytes: Uint8Array, encoding: TextEncoding, size: number): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const text of decodeSlices(bytes, encoding, size)) if (text !== undefined) yield text
  },
})

/**
 * Decodes a text file strictly: UTF-16 by its byte order mark or its pattern of zeros, else UTF-8, else Windows-1252.
 * The byte order mark and a closing Ctrl-Z are not part of the text. `size` is the bytes decoded at a time. Throws
 * `ExpectedError('invalid')` where no reading leaves clean text: binary data, a broken UTF-8 or UTF-16 file, or bytes
 * Windows-1252 does not define.
 */
export const decodeText = (bytes: Uint8Array, fileName: string, size = sliceSize): DecodedText => {
  const marked = markedEncoding(bytes) ?? guessUtf16(bytes)
  const possible: readonly TextEncoding[] = marked === undefined ? ['utf-8', 'windows-1252'] : [marked]
  for (const encoding of possible) {
    const survey = surveyText(bytes, encoding, size)
    if (survey?.isBinary) break
    if (survey) return { ...survey, pieces: textPieces(bytes, encoding, size) }
  }
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
export const announceEncoding = ({ encoding, lost }: DecodedText): Announcement[] => {
  const announced: Announcement[] = []
  if (encoding !== 'utf-8') {
    const detail = `The file is in ${encodingNames[encoding]}, not UTF-8, and was read as that. Check that quotation marks, pound signs and accents are right.`
    announced.push({ kind: 'encoding', where: 'file', detail })
  }
  if (lost > 0) {
    const detail = `The file holds ${lost} replacement characters (\ufffd): letters lost before it was sent.`
    announced.push({ kind: 'encoding', where: 'file', detail })
  }
  return announced
}
