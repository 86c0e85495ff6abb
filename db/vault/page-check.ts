import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { readSync } from 'node:fs'
import { fileBytes } from './connection.ts'

const pageBytes = 4096
const saltBytes = 16
const macBytes = 64
const pagesAtOnce = 1024

export type PageCheck = {
  readonly pages: number
  readonly damaged: readonly number[]
  readonly cutShort: boolean
}

/**
 * Checks the authentication code of every page of a SQLCipher 4 file, free pages included, from the format's description and
 * not through the engine. `file` is an open handle; the log must have been folded in.
 * Source: SQLCipher design, "Page authentication": HMAC-SHA-512 over ciphertext, IV and page number (little-endian), its key by
 * two rounds of PBKDF2-HMAC-SHA-512 from the raw key and the salt with every byte XOR 0x3a.
 */
export const checkPages = (file: number, rawKey: Buffer): PageCheck => {
  const bytes = fileBytes(file)
  const pages = Math.floor(bytes / pageBytes)
  const salt = Buffer.alloc(saltBytes)
  readSync(file, salt, 0, saltBytes, 0)
  const macKey = pbkdf2Sync(rawKey, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')
  const damaged: number[] = []
  const block = Buffer.alloc(pageBytes * pagesAtOnce)
  for (let first = 1; first <= pages; first += pagesAtOnce) {
    const read = readSync(file, block, 0, block.length, (first - 1) * pageBytes)
    for (let n = 0; n < Math.floor(read / pageBytes); n += 1) {
      const page = block.subarray(n * pageBytes, (n + 1) * pageBytes)
      if (!isGenuine(page, first + n, macKey)) damaged.push(first + n)
    }
  }
  return { pages, damaged, cutShort: bytes % pageBytes !== 0 || pages === 0 }
}

const isGenuine = (page: Buffer, number: number, macKey: Buffer): boolean => {
  const littleEndian = Buffer.alloc(4)
  littleEndian.writeUInt32LE(number)
  const expected = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? saltBytes : 0, pageBytes - macBytes))
    .update(littleEndian)
    .digest()
  return timingSafeEqual(expected, page.subarray(pageBytes - macBytes))
}
