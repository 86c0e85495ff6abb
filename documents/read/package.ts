import { crc32, inflateRawSync } from 'node:zlib'
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

/** The parts of a package by name, without a leading slash. */
export type PackageParts = ReadonlyMap<string, Uint8Array>

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

const unpack = (entry: ZipEntry, fileName: string): Uint8Array => {
  const damaged = (): never =>
    refuse(fileName, `the part ${entry.name} is damaged. Ask the sender for a fresh copy of the file.`)
  if (entry.isEncrypted)
    refuse(fileName, 'the file is protected with a password. Ask for a copy without one.')
  if (entry.method !== 0 && entry.method !== 8)
    refuse(fileName, `the part ${entry.name} is packed in an unknown way.`)
  let content: Uint8Array = entry.packed
  if (entry.method === 8) {
    try {
      content = inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, entry.size) })
    } catch {
      return damaged()
    }
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) return damaged()
  return content
}

/**
 * Opens a zip package and returns every part, each checked against its declared length and CRC-32.
 * Nothing is written anywhere; names are only keys. Throws `ExpectedError('invalid')` for a file that is not a
 * zip, is over 100 MB, is damaged, is encrypted, repeats a name, or unpacks to more than `packageLimits`.
 * A size that lies is stopped at the byte it lies about. Source: APPNOTE.TXT 6.3, ISO/IEC 29500-2 section 6.
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
  const parts = new Map<string, Uint8Array>()
  const seen = new Set<string>()
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue
    const key = entry.name.toLowerCase()
    if (seen.has(key))
      refuse(fileName, `the part ${entry.name} is in the file twice, so it is not clear which is meant.`)
    seen.add(key)
    parts.set(entry.name, unpack(entry, fileName))
  }
  return parts
}

/** Finds a part by name; part names are compared without regard to case (ISO/IEC 29500-2, 6.2.2). */
export const findPart = (
  parts: PackageParts,
  name: string,
): { readonly name: string; readonly bytes: Uint8Array } | undefined => {
  const exact = parts.get(name)
  if (exact) return { name, bytes: exact }
  const wanted = name.toLowerCase()
  for (const [candidate, bytes] of parts)
    if (candidate.toLowerCase() === wanted) return { name: candidate, bytes }
  return undefined
}
