import { readFileSync, rmSync, writeFileSync, existsSync, cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listAudit } from '../../db/audit.ts'
import { inTransaction } from '../../db/transaction.ts'
import { attemptsFile, delayAfter } from '../../db/vault/attempts.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import { listVaultUsers } from '../../db/vault/key-slots.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import { addUser, changePassphrase, prepareUser } from '../../db/vault/vault-users.ts'
import { anEnvironment, aVault, cheapDerivation, otherPassphrase, passphrase } from './builders.ts'

const failure = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { failure?: { code: string; message: string } }) => error.failure ?? null,
  )

const counting = (overrides: Parameters<typeof anEnvironment>[0] = {}) => {
  const derived: unknown[] = []
  const env = anEnvironment({
    derivation: {
      ...cheapDerivation,
      derive: (secret, salt, parameters) => {
        derived.push(parameters)
        return cheapDerivation.derive(secret, salt, parameters)
      },
    },
    ...overrides,
  })
  return { env, derived }
}

/** keyslots.json changed as an attacker would: by hand. */
const alterSlots = (dir: string, alter: (slots: KeySlotFile) => void) => {
  const path = join(dir, 'keyslots.json')
  const slots = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  alter(slots)
  writeFileSync(path, JSON.stringify(slots))
}
const fileSchema = z.looseObject({
  vaultId: z.string(),
  name: z.string(),
  revision: z.number(),
  kdf: z.looseObject({ iterations: z.number() }),
  slots: z.array(
    z.looseObject({
      id: z.string(),
      user: z.string().nullable(),
      salt: z.string(),
      wrappedKey: z.string(),
      kdf: z.looseObject({ iterations: z.number() }),
    }),
  ),
})
type KeySlotFile = z.output<typeof fileSchema>

describe('a wrong passphrase', () => {
  it('gets the one sentence an unknown user gets, after the same single derivation', async () => {
    const { vault, dir } = await aVault()
    closeVault(vault)
    const { env, derived } = counting()
    const wrong = await failure(openVault({ dir, user: 'Robin Vale', passphrase: 'wrong one', env }))
    expect(derived).toHaveLength(1)
    const unknown = await failure(openVault({ dir, user: 'Nobody Here', passphrase: 'wrong one', env }))
    expect(derived).toHaveLength(2)
    expect(derived[1]).toEqual(derived[0])
    expect(unknown).toEqual(wrong)
    expect(wrong).toEqual({
      code: 'wrong-passphrase',
      message: 'That user and passphrase do not open this vault.',
      fields: [],
    })
  })

  it('does not open for an unknown user even with a right secret', async () => {
    const { vault, dir, env, recoveryKey } = await aVault()
    closeVault(vault)
    const unknown = await failure(openVault({ dir, user: 'Nobody Here', recoveryKey, env }))
    expect(unknown?.code).toBe('wrong-passphrase')
  })

  it('makes the next attempts wait 0, 0, 1, 2, 4 … 60 seconds, across restarts, until one succeeds', async () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map(delayAfter)).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
    const { vault, dir } = await aVault()
    closeVault(vault)
    for (const expected of [[], [], [1_000], [2_000], [4_000]]) {
      const env = anEnvironment()
      expect((await failure(openVault({ dir, passphrase: 'wrong', env })))?.code).toBe('wrong-passphrase')
      expect(env.waits).toEqual(expected)
    }
    const env = anEnvironment()
    const again = await openVault({ dir, passphrase, env })
    expect(env.waits).toEqual([8_000])
    expect(again.failedAttempts).toBe(5)
    closeVault(again)
    expect(existsSync(join(dir, attemptsFile))).toBe(false)
  })

  it('counts time already waited, and counts an attempt that was cut off', async () => {
    const { vault, dir } = await aVault()
    closeVault(vault)
    const cutOff = anEnvironment({
      derivation: { ...cheapDerivation, derive: () => Promise.reject(new Error('killed')) },
    })
    for (let n = 0; n < 4; n += 1) await failure(openVault({ dir, passphrase, env: cutOff }))
    const later = anEnvironment({ now: () => '2026-11-24T09:00:01.500Z' })
    const again = await openVault({ dir, passphrase, env: later })
    expect(later.waits).toEqual([2_500])
    closeVault(again)
  })

  it('does not reward spoiling the counter', async () => {
    const { vault, dir } = await aVault()
    closeVault(vault)
    writeFileSync(join(dir, attemptsFile), 'x')
    const env = anEnvironment()
    closeVault(await openVault({ dir, passphrase, env }))
    expect(env.waits).toEqual([60_000])
  })
})

describe('tampering with the key slots', () => {
  it.each<[string, (slots: KeySlotFile) => void]>([
    ['the vault’s name', (slots) => (slots.name = 'Another name')],
    ['the calibrated cost', (slots) => (slots.kdf.iterations += 1)],
    ['a removed recovery key', (slots) => slots.slots.pop()],
    ['the recovery key’s wrapped key', (slots) => (slots.slots[1]!.wrappedKey = '00'.repeat(32))],
    ['the revision', (slots) => (slots.revision += 1)],
  ])('is noticed at opening: %s', async (_, alter) => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    alterSlots(dir, alter)
    expect(await failure(openVault({ dir, user: 'Robin Vale', passphrase, env }))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('keyslots.json was changed'),
    })
  })

  it.each<[string, (slots: KeySlotFile) => void]>([
    ['its id', (slots) => (slots.slots[0]!.id = 'another')],
    ['its cost', (slots) => (slots.slots[0]!.kdf.iterations += 1)],
    ['its salt', (slots) => (slots.slots[0]!.salt = '00'.repeat(16))],
    ['its user', (slots) => (slots.slots[0]!.user = 'Kim Ash')],
    ['the vault', (slots) => (slots.vaultId = 'another')],
  ])('binds a slot’s wrapped key to %s', async (_, alter) => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    alterSlots(dir, alter)
    const { user } = fileSchema.parse(JSON.parse(readFileSync(join(dir, 'keyslots.json'), 'utf8'))).slots[0]!
    expect((await failure(openVault({ dir, user: user ?? '', passphrase, env })))?.code).toBe(
      'wrong-passphrase',
    )
  })

  it.each(['', '{', '{}', '[]', '{"format":"sar-key-slots","version":1}'])(
    'says that %j is damaged',
    async (text) => {
      const { vault, dir, env } = await aVault()
      closeVault(vault)
      writeFileSync(join(dir, 'keyslots.json'), text)
      expect(await failure(openVault({ dir, passphrase, env }))).toMatchObject({
        code: 'invalid',
        message: expect.stringContaining('keyslots.json is damaged'),
      })
    },
  )

  it('says that a newer format needs a newer app', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    writeFileSync(join(dir, 'keyslots.json'), '{"version":2}')
    expect(await failure(openVault({ dir, passphrase, env }))).toMatchObject({ code: 'refused' })
  })

  it('notices an older copy put back, which would revive an old passphrase', async () => {
    const { vault, dir, env } = await aVault()
    cpSync(join(dir, 'keyslots.json'), join(dir, '..', 'old.json'))
    await changePassphrase(vault, { current: passphrase, next: otherPassphrase })
    closeVault(vault)
    cpSync(join(dir, '..', 'old.json'), join(dir, 'keyslots.json'))
    expect(await failure(openVault({ dir, passphrase, env }))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('older copy'),
    })
  })

  it('takes a file one change ahead of the vault for what it is: a crash between the two', async () => {
    const { vault, dir, env } = await aVault()
    const database = readFileSync(join(dir, 'vault.db'))
    const head = readFileSync(join(dir, 'audit-head.json'))
    await changePassphrase(vault, { current: passphrase, next: otherPassphrase })
    closeVault(vault)
    writeFileSync(join(dir, 'vault.db'), database)
    writeFileSync(join(dir, 'audit-head.json'), head)
    const again = await openVault({ dir, passphrase: otherPassphrase, env })
    closeVault(again)
  })
})

describe('changing the passphrase', () => {
  it('opens with the new, not with the old, and leaves no old slot', async () => {
    const { vault, dir, env, recoveryKey } = await aVault()
    const before = readFileSync(join(dir, 'keyslots.json'), 'utf8')
    await changePassphrase(vault, { current: passphrase, next: otherPassphrase })
    closeVault(vault)
    const after = readFileSync(join(dir, 'keyslots.json'), 'utf8')
    const oldSlot = fileSchema.parse(JSON.parse(before)).slots[0]!
    expect(after).not.toContain(oldSlot.id)
    expect(after).not.toContain(oldSlot.wrappedKey)
    expect((await failure(openVault({ dir, passphrase, env })))?.code).toBe('wrong-passphrase')
    const again = await openVault({ dir, passphrase: otherPassphrase, env })
    expect(listAudit(again.db).rows[0]?.action).toBe('vault.change-passphrase')
    closeVault(again)
    closeVault(await openVault({ dir, recoveryKey, env }))
    expect(readdirSync(dir).filter((file) => file.endsWith('.new'))).toEqual([])
  })

  it('asks for the current one, unless the recovery key opened the vault', async () => {
    const { vault, dir, env, recoveryKey } = await aVault()
    const wrong = await failure(changePassphrase(vault, { current: 'not it', next: otherPassphrase }))
    expect(wrong?.code).toBe('wrong-passphrase')
    closeVault(vault)
    const recovered = await openVault({ dir, recoveryKey, env })
    await changePassphrase(recovered, { next: otherPassphrase })
    closeVault(recovered)
    closeVault(await openVault({ dir, passphrase: otherPassphrase, env }))
  })

  it('refuses a weak one and changes nothing', async () => {
    const { vault, dir } = await aVault()
    const before = readFileSync(join(dir, 'keyslots.json'), 'utf8')
    const weak = await failure(changePassphrase(vault, { current: passphrase, next: 'robin vale 2026' }))
    expect(weak?.code).toBe('invalid')
    expect(readFileSync(join(dir, 'keyslots.json'), 'utf8')).toBe(before)
  })
})

describe('adding a user', () => {
  it('gives a second person their own passphrase, and then asks who is opening', async () => {
    const { vault, dir, env } = await aVault()
    const user = await addUser({ vault, user: 'Kim  Ash', role: 'chair', passphrase: otherPassphrase })
    expect(user).toMatchObject({ name: 'Kim Ash', role: 'chair' })
    closeVault(vault)
    expect(listVaultUsers(dir)).toEqual(['Robin Vale', 'Kim Ash'])
    expect(await failure(openVault({ dir, passphrase, env }))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'user' }],
    })
    const crossed = await failure(openVault({ dir, user: 'Kim Ash', passphrase, env }))
    expect(crossed?.code).toBe('wrong-passphrase')
    const kim = await openVault({ dir, user: 'Kim Ash', passphrase: otherPassphrase, env })
    expect(kim.user).toEqual(user)
    closeVault(kim)
  })

  it('refuses a name in use', async () => {
    const { vault } = await aVault()
    const twice = addUser({
      vault,
      user: ' robin vale '.replace('robin vale', 'Robin Vale'),
      role: 'chair',
      passphrase: otherPassphrase,
    })
    expect((await failure(twice))?.code).toBe('invalid')
  })

  it('leaves the key slots as they were where the transaction fails', async () => {
    const { vault, dir } = await aVault()
    const before = readFileSync(join(dir, 'keyslots.json'), 'utf8')
    const step = await prepareUser({ vault, user: 'Kim Ash', role: 'chair', passphrase: otherPassphrase })
    expect(() =>
      inTransaction(vault, () => {
        step()
        expect(readFileSync(join(dir, 'keyslots.json'), 'utf8')).toContain('Kim Ash')
        throw new Error('the audit could not be written')
      }),
    ).toThrow('the audit could not be written')
    expect(readFileSync(join(dir, 'keyslots.json'), 'utf8')).toBe(before)
    expect(vault.db.prepare('SELECT name FROM users').pluck().all()).toEqual(['Robin Vale'])
    rmSync(join(dir, 'keyslots.json.new'), { force: true })
  })
})
