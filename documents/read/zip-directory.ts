import { ExpectedError } from '../../domain/result.ts'

/** One entry of a zip's central directory with its packed bytes. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly packed: Uint8Array
}

const endSignature = 0x06054b50
const end64LocatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const in64 = 0xffffffff

const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return -1
}

const directoryBounds = (view: DataView): { readonly start: number; readonly count: number } => {
  const end = findEnd(view)
  if (end < 0) throw new RangeError('no end record')
  const start = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  const isZip64 = end >= 20 && view.getUint32(end - 20, true) === end64LocatorSignature
  if (!isZip64) return { start, count }
  const end64 = Number(view.getBigUint64(end - 12, true))
  if (view.getUint32(end64, true) !== end64Signature) throw new RangeError('no zip64 end record')
  return {
    start: Number(view.getBigUint64(end64 + 48, true)),
    count: Number(view.getBigUint64(end64 + 32, true)),
  }
}

/** Sizes and offset kept in the zip64 extra field, in the order of those that did not fit (APPNOTE 4.5.3). */
const sizesOf = (view: DataView, at: number, extraAt: number, extraEnd: number) => {
  let packedSize = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  let field = extraAt
  while (field + 4 <= extraEnd) {
    const length = view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1) {
      let next = field + 4
      const take = (): number => {
        const value = Number(view.getBigUint64(next, true))
        next += 8
        return value
      }
      if (size === in64) size = take()
      if (packedSize === in64) packedSize = take()
      if (offset === in64) offset = take()
    }
    field += 4 + length
  }
  return { packedSize, size, offset }
}

const decodeName = (bytes: Uint8Array): string => {
  const name = new TextDecoder('utf-8').decode(bytes)
  return name.replaceAll('\\', '/').replace(/^\/+/, '')
}

/**
 * Lists a zip's entries from its central directory, which alone says what the package holds.
 * Throws `ExpectedError('invalid')` where the directory is missing, cut short or points outside the file.
 */
export const readDirectory = (bytes: Uint8Array, fileName: string): ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { start, count } = directoryBounds(view)
    const entries: ZipEntry[] = []
    let at = start
    for (let n = 0; n < count; n += 1) {
      if (view.getUint32(at, true) !== centralSignature) throw new RangeError('not a directory entry')
      const nameEnd = at + 46 + view.getUint16(at + 28, true)
      const extraEnd = nameEnd + view.getUint16(at + 30, true)
      const { packedSize, size, offset } = sizesOf(view, at, nameEnd, extraEnd)
      if (view.getUint32(offset, true) !== localSignature) throw new RangeError('not a local entry')
      const dataAt = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
      if (dataAt + packedSize > bytes.length || nameEnd > bytes.length)
        throw new RangeError('outside the file')
      entries.push({
        name: decodeName(bytes.subarray(at + 46, nameEnd)),
        method: view.getUint16(at + 10, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
        crc: view.getUint32(at + 16, true),
        packedSize,
        size,
        packed: bytes.subarray(dataAt, dataAt + packedSize),
      })
      at = extraEnd + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ExpectedError(
      'invalid',
      `${fileName}: the file is cut short or damaged. Ask the sender for a fresh copy of the file.`,
    )
  }
}
