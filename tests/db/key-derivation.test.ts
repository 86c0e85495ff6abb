import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeVault } from '../../db/vault/close-vault.ts'
import {
  calibrateKdf,
  deriveArgon2id,
  kdfFloor,
  productionDerivation,
  type KdfParameters,
} from '../../db/vault/key-derivation.ts'
import { keySlotsAreGenuine, readKeySlots } from '../../db/vault/key-slots.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import { anEnvironment, aVault, passphrase } from './builders.ts'

const realEnvironment = () => {
  const { derivation: _cheap, ...env } = anEnvironment()
  return env
}

describe('Argon2id', () => {
  it('gives the reference implementation’s tag (phc-winner-argon2, src/test.c: t=2, m=65536, p=1)', async () => {
    const key = await deriveArgon2id('password', Buffer.from('somesalt'), {
      algorithm: 'argon2id',
      memoryKiB: 65_536,
      iterations: 2,
      parallelism: 1,
    })
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  })

  it('takes a passphrase as the same however its accents were typed', async () => {
    const cheap = { ...kdfFloor, memoryKiB: 64, iterations: 1 }
    const salt = Buffer.alloc(16)
    const composed = await deriveArgon2id('caf\u00e9 ﬁsh', salt, cheap)
    expect(await deriveArgon2id('cafe\u0301 fish', salt, cheap)).toEqual(composed)
    expect(await deriveArgon2id('cafe fish', salt, cheap)).not.toEqual(composed)
  })
})

describe('calibration', () => {
  /** A machine on which one MiB for one pass takes so many milliseconds. */
  const machine = (perMiBPass: number) => {
    const took = ({ memoryKiB, iterations }: KdfParameters) => (memoryKiB / 1024) * iterations * perMiBPass
    return { took, measure: (parameters: KdfParameters) => Promise.resolve(took(parameters)) }
  }

  it.each([0.02, 0.05, 0.1, 0.5, 1, 1.3, 2, 4, 7])(
    'chooses 0.5 to 1.5 s where one MiB and pass takes %s ms',
    async (perMiBPass) => {
      const { took, measure } = machine(perMiBPass)
      const chosen = await calibrateKdf(measure)
      expect(took(chosen)).toBeGreaterThanOrEqual(500)
      expect(took(chosen)).toBeLessThanOrEqual(1_500)
      expect(productionDerivation.accepts(chosen)).toBe(true)
    },
  )

  it('never goes below the floor, however slow the machine', async () => {
    expect(await calibrateKdf(machine(100).measure)).toEqual(kdfFloor)
    expect(kdfFloor).toMatchObject({ memoryKiB: 65_536, iterations: 3, parallelism: 4 })
  })
})

describe('a vault made for real', () => {
  it('has slots at or above 64 MiB, 3 passes, 4 lanes, and opens with them', async () => {
    const env = realEnvironment()
    const { vault, dir } = await aVault({ env })
    const slots = readKeySlots(dir)
    expect(slots.slots.map(({ kind }) => kind)).toEqual(['user', 'recovery'])
    for (const { kdf } of [slots, ...slots.slots]) {
      expect(kdf.algorithm).toBe('argon2id')
      expect(kdf.memoryKiB).toBeGreaterThanOrEqual(65_536)
      expect(kdf.iterations).toBeGreaterThanOrEqual(3)
      expect(kdf.parallelism).toBeGreaterThanOrEqual(4)
    }
    expect(keySlotsAreGenuine(slots, vault.keys.keySlots)).toBe(true)
    closeVault(vault)
    const again = await openVault({ dir, passphrase, env })
    closeVault(again)
  })

  it('refuses key slots whose cost was lowered, and those of the tests', async () => {
    const { vault, dir } = await aVault()
    closeVault(vault)
    const env = realEnvironment()
    const refusal = { failure: { code: 'refused', message: expect.stringContaining('accepted cost') } }
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject(refusal)
    const path = join(dir, 'keyslots.json')
    const raised = readFileSync(path, 'utf8').replaceAll('"memoryKiB": 64', '"memoryKiB": 99999999')
    writeFileSync(path, raised)
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject(refusal)
  })
})
