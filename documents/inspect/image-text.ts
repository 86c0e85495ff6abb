import type { InspectedFile } from './notes.ts'
import { printableText } from './printable-text.ts'

/** True for the picture formats office files carry. */
export const isPicture = (name: string): boolean =>
  /\.(jpe?g|png|gif|bmp|tiff?|emf|wmf|svg|webp|ico|wdp)$/iu.test(name)

/**
 * Notes the text a picture carries beside its pixels: EXIF, XMP and comments of JPEG, text chunks of PNG, all strings of
 * other formats. Camera place and time stamps are among them.
 */
export const inspectPicture = ({ bytes, name, notes }: InspectedFile): void => {
  for (const segment of textSegments(bytes)) {
    for (const text of printableText(segment, 4)) notes.text(`${name} picture data`, text, true)
  }
}

const textSegments = (bytes: Uint8Array): readonly Uint8Array[] => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSegments(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return pngChunks(bytes)
  return [bytes]
}

// Application segments and comments come before the picture itself; what stands after its end marker is also taken.
const jpegSegments = (bytes: Uint8Array): readonly Uint8Array[] => {
  const segments: Uint8Array[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (marker === 0xda || length < 2) break
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)
      segments.push(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    Buffer.from([0xff, 0xd9]),
  )
  if (end !== -1 && end + 2 < bytes.length) segments.push(bytes.subarray(end + 2))
  return segments
}

const pngChunks = (bytes: Uint8Array): readonly Uint8Array[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments: Uint8Array[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (['tEXt', 'iTXt', 'eXIf', 'tIME'].includes(type))
      segments.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
    if (type === 'IEND') break
  }
  if (at < bytes.length) segments.push(bytes.subarray(at))
  return segments
}
