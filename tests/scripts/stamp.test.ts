import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint, isStamped, removeStamp, writeStamp } from '../../scripts/bootstrap/stamp.mjs'
import { temporaryFolder } from './temporary-folder.ts'

describe('a stamp', () => {
  it('holds for exactly what it was written for', () => {
    const file = path.join(temporaryFolder(), 'deep', 'stamp')
    expect(isStamped(file, 'a')).toBe(false)
    writeStamp(file, 'a')
    expect(isStamped(file, 'a')).toBe(true)
    expect(isStamped(file, 'b')).toBe(false)
    removeStamp(file)
    expect(isStamped(file, 'a')).toBe(false)
  })

  it('leaves no unfinished file beside it', () => {
    const folder = temporaryFolder()
    writeStamp(path.join(folder, 'stamp'), 'a')
    expect(readdirSync(folder)).toEqual(['stamp'])
  })

  it('does not hold when cut short', () => {
    const file = path.join(temporaryFolder(), 'stamp')
    const value = fingerprint(['lock file'])
    writeFileSync(file, value.slice(0, 10))
    expect(isStamped(file, value)).toBe(false)
  })
})

describe('a fingerprint', () => {
  it('differs by content, by order and by where one part ends', () => {
    const all = [['ab', 'c'], ['a', 'bc'], ['c', 'ab'], ['abc'], []].map((parts) => fingerprint(parts))
    expect(new Set(all).size).toBe(all.length)
  })

  it('is the same for text and its bytes', () => {
    expect(fingerprint(['abc'])).toBe(fingerprint([Buffer.from('abc')]))
  })
})
