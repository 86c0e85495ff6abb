import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { isSealed, openSealed } from '../../../documents/seal/open-sealed.ts'
import { sealFiles, type Seal } from '../../../documents/seal/seal-files.ts'
import { makeSealPassphrase } from '../../../domain/packs/seal-passphrase.ts'
import { ExpectedError } from '../../../domain/result.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const files = [
  { name: 'pack.csv', bytes: bytesOf('Adult A was seen at home.\r\n'.repeat(200)) },
  { name: 'manifest.json', bytes: bytesOf('{}') },
]
const passphrase = 'wvqh-3m7k-pz4r-aj9d'
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (error instanceof ExpectedError) return error.failure.code
    throw error
  }
  return 'opened'
}
/** What of the files or the passphrase stands readable in the sealed bytes. */
const readable = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString('latin1')
  return ['Adult A', 'home', passphrase, 'pack.csv'].filter((word) => text.includes(word))
}

describe('a sealed zip', () => {
  const sealed = sealFiles(files, { kind: 'zip', passphrase })

  it('opens to the same files with its passphrase, and with no other', async () => {
    const { name, bytes } = await sealed
    expect(name).toBe('pack.zip')
    expect(isSealed(bytes, name)).toBe(true)
    expect(await openSealed(bytes, name, passphrase)).toEqual(files)
    expect(await codeOf(openSealed(bytes, name, `${passphrase} `))).toBe('wrong-passphrase')
  })

  it('is AES-256 as WinZip states it, and shows no more than the names of its files', async () => {
    const { bytes } = await sealed
    // APPNOTE 6.3, 4.4.5: method 99; WinZip AE specification: extra field 0x9901, version, "AE", strength 3.
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    expect(view.getUint16(8, true)).toBe(99)
    const extra = Buffer.from(bytes).indexOf(Buffer.from([0x01, 0x99, 0x07, 0x00]))
    expect(Buffer.from(bytes).subarray(extra + 6, extra + 9)).toEqual(Buffer.from('AE\u0003', 'latin1'))
    expect(readable(bytes)).toEqual(['pack.csv'])
  })

  it('says that it is damaged where a byte of it has changed', async () => {
    const { bytes } = await sealed
    const changed = Uint8Array.from(bytes)
    changed[120] = (changed[120] ?? 0) ^ 1
    expect(await codeOf(openSealed(changed, 'pack.zip', passphrase))).toBe('invalid')
  })
})

describe('a sealed age file', () => {
  it('opens to the same files with its passphrase alone, and shows nothing', async () => {
    const { name, bytes } = await sealFiles(files, { kind: 'age', passphrase })
    expect(name).toBe('pack.zip.age')
    expect(isSealed(bytes, name)).toBe(true)
    expect(await openSealed(bytes, name, passphrase)).toEqual(files)
    expect(await codeOf(openSealed(bytes, name, 'another passphrase'))).toBe('wrong-passphrase')
    expect(readable(bytes)).toEqual([])
  }, 30_000)

  it('opens for each of its recipients, and for nobody else', async () => {
    const identities = [await generateX25519Identity(), await generateX25519Identity()]
    const keys = await Promise.all(identities.map(identityToRecipient))
    const { name, bytes } = await sealFiles(files, { kind: 'age-keys', keys })
    for (const identity of identities) expect(await openSealed(bytes, name, identity)).toEqual(files)
    expect(await codeOf(openSealed(bytes, name, await generateX25519Identity()))).toBe('wrong-passphrase')
  })

  it('refuses a key that is none, in words that do not repeat it', async () => {
    const seal: Seal = { kind: 'age-keys', keys: ['age1notakey'] }
    await expect(sealFiles(files, seal)).rejects.toThrow('is no age key')
    await expect(sealFiles(files, seal)).rejects.not.toThrow('notakey')
  })
})

describe('a passphrase made for sealing', () => {
  it('is six groups of four, without letters taken for one another, and every letter as likely', () => {
    const counts = new Map<string, number>()
    let seed = 1
    const bytes = (count: number) =>
      Uint8Array.from({ length: count }, () => (seed = (seed * 48_271) % 2_147_483_647) % 256)
    for (let n = 0; n < 2_000; n += 1) {
      const made = makeSealPassphrase(bytes)
      expect(made).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){5}[a-hjkmnp-z2-9]{4}$/)
      for (const letter of made.replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(31)
    // 48,000 letters among 31: 1,548 each, and five standard deviations are 194.
    for (const count of counts.values()) expect(Math.abs(count - 48_000 / 31)).toBeLessThan(194)
  })
})
