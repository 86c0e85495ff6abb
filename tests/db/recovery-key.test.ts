import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, readRecoveryKey } from '../../db/vault/recovery-key.ts'

const aKey = () => formatRecoveryKey(randomBytes(22))

describe('a recovery key', () => {
  it('is eight groups of five characters of Crockford’s alphabet', () => {
    expect(aKey()).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){7}$/)
  })

  it('is read back whatever its 176 bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 22, maxLength: 22 }), (random) => {
        const key = formatRecoveryKey(random)
        expect(readRecoveryKey(key)).toBe(key)
      }),
    )
  })

  it('forgives small letters, spaces, dashes of any kind, and O, I and L', () => {
    const key = formatRecoveryKey(new Uint8Array(22).fill(0x08))
    expect(key).toMatch(/0.*1/)
    const typed = key.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ')
    expect(readRecoveryKey(`\t${typed}\n`)).toBe(key)
  })

  it('notices every single mistyped character', () => {
    const key = aKey()
    for (let at = 0; at < key.length; at += 1) {
      if (key[at] === '-') continue
      const wrong = key[at] === 'A' ? 'B' : 'A'
      expect(() => readRecoveryKey(key.slice(0, at) + wrong + key.slice(at + 1))).toThrow('mistyped')
    }
  })

  it('says what is wrong with a short key or a strange character', () => {
    expect(() => readRecoveryKey('ABCDE')).toThrow('8 groups of 5')
    expect(() => readRecoveryKey(aKey().replace(/.$/, 'U'))).toThrow('never the letter U')
  })
})
