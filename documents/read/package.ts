import { crc32, inflateRawSync } from 'node:zlib'
import { Inflate } from 'fflate'
import { ExpectedError } from '../../domain/result.ts'
import { fileKind } from './file-kind.ts'
import { askForLess } from './row-limit.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

export { isEncryptedOffice } from './file-kind.ts'

/** Limits on what is opened. An agency's chronology is a few megabytes; these leave room and stop a bomb. */
export const packageLimits = {
  inputBytes: 100 * 1024 * 1024,
  partBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  parts: 10_000,
  /** Unpacked size over packed size, for parts above `ratioFromBytes`. */
  ratio: 250,
  ratioFromBytes: 4 * 1024 * 1024,
} as const

/** A part of a package, which stays packed until somebody reads it, and is unpacked anew each time. */
export type PackedPart = {
  readonly name: string
  /** Unpacked size in bytes. */
  readonly size: number
  /** Its bytes in order, a little at a time, so that a large part is never held whole. */
  readonly slices: () => Iterable<Uint8Array>
  /** All its bytes. */
  readonly bytes: () => Uint8Array
}

/** The parts of a package by name, without a leading slash. */
export type PackageParts = ReadonlyMap<string, PackedPart>

const refuse = (fileName: string, sentence: string): never => {
  throw new ExpectedError('invalid', `${fileName}: ${sentence}`)
}

/** Refuses a file above the size limit, before anything is read from it. */
export const refuseTooLarge = (bytes: Uint8Array, fileName: string): void => {
  if (bytes.length <= packageLimits.inputBytes) return
  const megabytes = Math.ceil(bytes.length / (1024 * 1024))
  refuse(fileName, `the file is ${megabytes} MB. The largest file that can be read is 100 MB.`)
}

const refuseBomb = (entries: readonly ZipEntry[], fileName: string): void => {
  if (entries.length > packageLimits.parts)
    refuse(fileName, 'the file holds too many parts to be an office document.')
  let total = 0
  for (const entry of entries) {
    total += entry.size
    const ratio = entry.size / Math.max(1, entry.packedSize)
    const isTooDense = entry.size > packageLimits.ratioFromBytes && ratio > packageLimits.ratio
    if (isTooDense || entry.size > packageLimits.partBytes || total > packageLimits.totalBytes) {
      refuse(
        fileName,
        `the file unpacks to far more than an office document holds, so it was not opened. If it is what the agency meant to send, it is too much for one file. ${askForLess}`,
      )
    }
  }
}

/** A part of up to so many bytes is unpacked at once, which is faster. */
const unpackedAtOnce = 4 * 1024 * 1024
const packedSlice = 16 * 1024

/** The bytes of an entry as they are unpacked; throws where they are more than it says, or not packed as it says. */
const unpack = function* ({ method, packed, size }: ZipEntry): Generator<Uint8Array> {
  if (method === 0) {
    yield packed
    return
  }
  if (size <= unpackedAtOnce) {
    yield inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
    return
  }
  let given = 0
  let ready: Uint8Array[] = []
  const inflate = new Inflate((piece) => {
    given += piece.length
    if (given > size) throw new RangeError('more than it says')
    if (piece.length > 0) ready.push(piece)
  })
  for (let at = 0; at < packed.length; at += packedSlice) {
    inflate.push(packed.subarray(at, at + packedSlice), at + packedSlice >= packed.length)
    yield* ready
    ready = []
  }
}

const partOf = (entry: ZipEntry): PackedPart => ({
  name: entry.name,
  size: entry.size,
  slices: () => unpack(entry),
  bytes: () => {
    const bytes = new Uint8Array(entry.size)
    let at = 0
    for (const slice of unpack(entry)) {
      bytes.set(slice, at)
      at += slice.length
    }
    return bytes
  },
})

/** Goes through an entry once, so that whoever reads it later need not check again. */
const refuseDamaged = (entry: ZipEntry, fileName: string): void => {
  const damaged = (): never =>
    refuse(fileName, `the part ${entry.name} is damaged. Ask the sender for a fresh copy of the file.`)
  if (entry.isEncrypted)
    refuse(fileName, 'the file is protected with a password. Ask for a copy without one.')
  if (entry.method !== 0 && entry.method !== 8)
    refuse(fileName, `the part ${entry.name} is packed in an unknown way.`)
  let [size, crc] = [0, 0]
  try {
    for (const slice of unpack(entry)) {
      size += slice.length
      crc = crc32(slice, crc)
    }
  } catch {
    damaged()
  }
  if (size !== entry.size || crc !== entry.crc) damaged()
}

/**
 * Opens a zip package and lists every part, each checked against its declared length and CRC-32, none kept unpacked.
 * Nothing is written anywhere; names are only keys. Throws `ExpectedError('invalid')` for a file that is not a
 * zip, is over 100 MB, is damaged, is encrypted, repeats a name, or unpacks to more than `packageLimits`.
 * A size that lies is stopped at the slice it lies about. Source: APPNOTE.TXT 6.3, ISO/IEC 29500-2 section 6.
 */
export const openPackage = (bytes: Uint8Array, fileName: string): PackageParts => {
  refuseTooLarge(bytes, fileName)
  const kind = fileKind(bytes)
  if (kind === 'encrypted-office')
    refuse(fileName, 'the file is protected with a password. Ask for a copy without one.')
  if (kind !== 'zip')
    refuse(fileName, 'the file is not a zip package, so it is not an Excel or Word document.')
  const entries = readDirectory(bytes, fileName)
  refuseBomb(entries, fileName)
  const parts = new Map<string, PackedPart>()
  const seen = new Set<string>()
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue
    const key = entry.name.toLowerCase()
    if (seen.has(key))
      refuse(fileName, `the part ${entry.name} is in the file twice, so it is not clear which is meant.`)
    seen.add(key)
    refuseDamaged(entry, fileName)
    parts.set(entry.name, partOf(entry))
  }
  return parts
}

/** Finds a part by name; part names are compared without regard to case (ISO/IEC 29500-2, 6.2.2). */
export const findPart = (parts: PackageParts, name: string): PackedPart | undefined => {
  const exact = parts.get(name)
  if (exact) return exact
  const wanted = name.toLowerCase()
  for (const [candidate, part] of parts) if (candidate.toLowerCase() === wanted) return part
  return undefined
}
