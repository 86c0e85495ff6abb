import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { takeFromTarball, unpackZip } from '../../scripts/bootstrap/unpack.mjs'
import { temporaryFolder } from './temporary-folder.ts'

/** One entry as the ustar format lays it out: a header of 512 bytes, then the content in blocks of 512. */
const tarEntry = (name: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('0', 156)
  header.write('ustar\0', 257)
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}

const end = Buffer.alloc(1024)

describe('taking one file out of a tarball', () => {
  const big = Buffer.alloc(200_001, 'b')

  it('finds it behind others, whatever their lengths', async () => {
    const folder = temporaryFolder()
    const archive = path.join(folder, 'a.tgz')
    const entries = [tarEntry('package/a', Buffer.from('x')), tarEntry('package/b', Buffer.alloc(512, 'y'))]
    writeFileSync(archive, gzipSync(Buffer.concat([...entries, tarEntry('package/c', big), end])))
    await takeFromTarball(archive, 'package/c', path.join(folder, 'c'))
    expect(readFileSync(path.join(folder, 'c')).equals(big)).toBe(true)
  })

  it('says so when it is not there, or cut off', async () => {
    const folder = temporaryFolder()
    const archive = path.join(folder, 'a.tgz')
    const target = path.join(folder, 'c')
    writeFileSync(archive, gzipSync(Buffer.concat([tarEntry('package/a', Buffer.from('x')), end])))
    await expect(takeFromTarball(archive, 'package/c', target)).rejects.toThrow('package/c')
    const whole = gzipSync(tarEntry('package/c', big))
    writeFileSync(archive, whole.subarray(0, whole.length - 100))
    await expect(takeFromTarball(archive, 'package/c', target)).rejects.toThrow()
  })
})

describe('unpacking a zip file', () => {
  const everything = (name: string): string => name

  it('writes stored and packed files with their permissions', async () => {
    const folder = temporaryFolder()
    const archive = path.join(folder, 'a.zip')
    const unix = (mode: number) => ({ os: 3, attrs: mode << 16 })
    const text = 'many words '.repeat(1000)
    writeFileSync(
      archive,
      zipSync({
        'in/program': [strToU8(text), { level: 6, ...unix(0o100755) }],
        'in/plain': [strToU8('plain'), { level: 0, ...unix(0o100644) }],
        'in/empty': [strToU8(''), unix(0o100644)],
      }),
    )
    await unpackZip(archive, path.join(folder, 'out'), everything)
    const out = (name: string): string => path.join(folder, 'out', 'in', name)
    expect(readFileSync(out('program'), 'utf8')).toBe(text)
    expect(statSync(out('program')).mode & 0o100).toBe(0o100)
    expect(readFileSync(out('plain'), 'utf8')).toBe('plain')
    expect(statSync(out('plain')).mode & 0o111).toBe(0)
    expect(statSync(out('empty')).size).toBe(0)
  })

  it('leaves out what has no place', async () => {
    const folder = temporaryFolder()
    const archive = path.join(folder, 'a.zip')
    writeFileSync(archive, zipSync({ keep: strToU8('1'), leave: strToU8('2') }))
    await unpackZip(archive, path.join(folder, 'out'), (name) => (name === 'keep' ? 'kept' : null))
    expect(readFileSync(path.join(folder, 'out', 'kept'), 'utf8')).toBe('1')
    expect(() => statSync(path.join(folder, 'out', 'leave'))).toThrow()
  })

  it('refuses an entry that would land outside the folder', async () => {
    const folder = temporaryFolder()
    const archive = path.join(folder, 'a.zip')
    writeFileSync(archive, zipSync({ '../outside': strToU8('1') }))
    await expect(unpackZip(archive, path.join(folder, 'out'), everything)).rejects.toThrow('outside')
    expect(() => statSync(path.join(folder, 'outside'))).toThrow()
  })

  it('refuses a file without a directory', async () => {
    const archive = path.join(temporaryFolder(), 'a.zip')
    writeFileSync(archive, 'not a zip file')
    await expect(unpackZip(archive, path.dirname(archive), everything)).rejects.toThrow('no directory')
  })
})
