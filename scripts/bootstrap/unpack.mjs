import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, symlink } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'

const block = 512

/**
 * @param {AsyncIterable<Buffer>} source
 */
const readerOf = (source) => {
  const chunks = source[Symbol.asyncIterator]()
  /** @type {Buffer} */
  let held = Buffer.alloc(0)
  return {
    /**
     * @param {number} size at most this many bytes
     * @returns {Promise<Buffer>} empty at the end
     */
    async some(size) {
      while (held.length === 0) {
        const next = await chunks.next()
        if (next.done) return held
        held = next.value
      }
      const part = held.subarray(0, size)
      held = held.subarray(part.length)
      return part
    },
    /** @param {number} size exactly */
    async exactly(size) {
      const parts = []
      for (let left = size; left > 0;) {
        const part = await this.some(left)
        if (part.length === 0) throw new Error('the archive ends too early')
        parts.push(part)
        left -= part.length
      }
      return Buffer.concat(parts)
    },
  }
}

/**
 * Takes one file out of a .tgz, as a stream.
 *
 * @param {string} archive
 * @param {string} wanted its name inside
 * @param {string} target
 */
export const takeFromTarball = async (archive, wanted, target) => {
  const source = createReadStream(archive)
  const reader = readerOf(source.pipe(createGunzip()))
  source.on('error', () => {})
  try {
    for (;;) {
      const header = await reader.exactly(block)
      const name = header.subarray(0, 100).toString('utf8').replace(/\0.*$/s, '')
      if (name === '') throw new Error(`the archive holds no ${wanted}`)
      const size = Number.parseInt(header.subarray(124, 136).toString('latin1'), 8)
      const padding = (block - (size % block)) % block
      const body = async function* () {
        for (let left = size; left > 0;) {
          const part = await reader.some(left)
          if (part.length === 0) throw new Error('the archive ends too early')
          left -= part.length
          yield part
        }
      }
      if (name === wanted) return await pipeline(Readable.from(body()), createWriteStream(target))
      for await (const part of body()) void part
      await reader.exactly(padding)
    }
  } finally {
    source.destroy()
  }
}

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedSize
 * @property {number} size
 * @property {number} offset of its local header
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
const bytesAt = async (file, position, length) => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('the zip file ends too early')
  return buffer
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<readonly ZipEntry[]>}
 */
const readDirectory = async (file) => {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('the zip file has no directory')
  const count = tail.readUInt16LE(end + 10)
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0, n = 0; n < count; n += 1) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('the zip file has a damaged directory')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      mode: directory.readUInt16LE(at + 40),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** @param {number} limit */
const exactSize = (limit) => {
  let seen = 0
  return new Transform({
    transform(chunk, _encoding, done) {
      seen += chunk.length
      done(null, chunk)
    },
    flush(done) {
      done(seen === limit ? null : new Error('the zip file holds a damaged entry'))
    },
  })
}

/**
 * Unpacks a zip file whose integrity is already known.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} place where an entry goes inside the folder; null leaves it out
 */
export const unpackZip = async (archive, folder, place) => {
  const file = await open(archive)
  try {
    for (const entry of await readDirectory(file)) {
      const to = place(entry.name)
      if (to === null) continue
      const target = path.resolve(folder, to)
      if (target !== folder && !target.startsWith(folder + path.sep)) {
        throw new Error(`the zip file holds an entry outside its folder: ${entry.name}`)
      }
      if (entry.name.endsWith('/')) {
        await mkdir(target, { recursive: true })
        continue
      }
      await mkdir(path.dirname(target), { recursive: true })
      const header = await bytesAt(file, entry.offset, 30)
      const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
      const packed =
        entry.packedSize === 0
          ? Readable.from([])
          : createReadStream(archive, { start, end: start + entry.packedSize - 1 })
      const plain =
        entry.method === 8 ? createInflateRaw() : new Transform({ transform: (c, _e, d) => d(null, c) })
      if (entry.method !== 8 && entry.method !== 0)
        throw new Error(`${entry.name} is packed in an unknown way`)
      const permissions = entry.mode & 0o777 || 0o644
      if ((entry.mode & 0o170000) === 0o120000) {
        const text = []
        for await (const part of packed.pipe(plain)) text.push(part)
        await symlink(Buffer.concat(text).toString('utf8'), target)
        continue
      }
      await pipeline(packed, plain, exactSize(entry.size), createWriteStream(target, { mode: permissions }))
    }
  } finally {
    await file.close()
  }
}
