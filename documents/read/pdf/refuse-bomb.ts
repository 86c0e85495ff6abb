import { inflateSync } from 'node:zlib'
import { ExpectedError } from '../../../domain/result.ts'
import { packageLimits } from '../package.ts'

/** A stream of this size or less cannot unpack to more than about 64 MB, as Deflate packs a thousandfold at most. */
const harmless = 64 * 1024

/**
 * Refuses a PDF with a stream that unpacks to far more than a page holds, before it is read. Streams packed twice over
 * are refused too, as nothing else needs them. Pictures are not unpacked here: they have a limit where they are read.
 */
export const refusePdfBomb = (bytes: Uint8Array, fileName: string): void => {
  const refuse = (): never => {
    const sentence = 'the file unpacks to far more than a document holds, so it was not opened.'
    throw new ExpectedError('invalid', `${fileName}: ${sentence}`)
  }
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (/\/Filter\s*\[\s*\/(?:FlateDecode|Fl)\s*\/(?:FlateDecode|Fl)\b/u.test(source)) refuse()
  let total = 0
  const opening = /\bstream(?:\r\n|\n|\r)/gu
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    if (source.slice(match.index - 3, match.index) === 'end') continue
    const start = match.index + match[0].length
    const end = source.indexOf('endstream', start)
    if (end < 0) return
    opening.lastIndex = end + 9
    const head = source.slice(
      Math.max(0, source.lastIndexOf(' obj', match.index), match.index - 4000),
      match.index,
    )
    if (
      end - start <= harmless ||
      !/\/(?:FlateDecode|Fl)\b/u.test(head) ||
      /\/Subtype\s*\/Image\b/u.test(head)
    )
      continue
    try {
      const options = { maxOutputLength: packageLimits.partBytes, finishFlush: 2 }
      total += inflateSync(bytes.subarray(start, end), options).length
    } catch (error) {
      if (error instanceof RangeError) refuse()
    }
    if (total > packageLimits.totalBytes) refuse()
  }
}
