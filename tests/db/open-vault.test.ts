import { readFileSync, writeFileSync, rmSync, existsSync, readdirSync, cpSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { appendAudit } from '../../db/audit.ts'
import { migrations, schemaVersion } from '../../db/migrations/migrate.ts'
import { inTransaction } from '../../db/transaction.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import { listVaultUsers, peekVault } from '../../db/vault/key-slots.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import { aFolder, anEnvironment, aVault, passphrase } from './builders.ts'

const opened = async (args: Parameters<typeof openVault>[0]) => {
  const vault = await openVault(args)
  closeVault(vault)
  return vault
}

describe('creating and opening a vault', () => {
  it('opens again with the passphrase, for the only user without being told who', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    const again = await opened({ dir, passphrase, env })
    expect(again.user).toEqual({ id: vault.user.id, name: 'Robin Vale', role: 'business-manager' })
    expect(again.name).toBe('Calderwick reviews')
    expect(listVaultUsers(dir)).toEqual(['Robin Vale'])
    expect(peekVault(dir)).toEqual({ name: 'Calderwick reviews', users: ['Robin Vale'] })
  })

  it('opens with the recovery key, however it is typed', async () => {
    const { vault, dir, env, recoveryKey } = await aVault()
    closeVault(vault)
    const typed = ` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
    expect((await opened({ dir, recoveryKey: typed, env })).openedWith).toBe('recovery-key')
  })

  it('refuses a folder that holds anything, and touches nothing in it', async () => {
    const dir = aFolder()
    writeFileSync(join(dir, 'letter.txt'), 'keep me')
    await expect(aVault({ dir })).rejects.toMatchObject({ failure: { code: 'invalid' } })
    expect(readdirSync(dir)).toEqual(['letter.txt'])
  })

  it('leaves nothing behind where making it fails', async () => {
    const dir = join(aFolder(), 'vault')
    let asked = 0
    const env = anEnvironment({
      randomBytes: (count) => {
        asked += 1
        if (asked > 4) throw new Error('no more randomness')
        return new Uint8Array(count).fill(asked)
      },
    })
    await expect(aVault({ dir, env })).rejects.toThrow('no more randomness')
    expect(existsSync(dir)).toBe(false)
  })

  it('makes a vault where an earlier making was cut off, and opens none there before', async () => {
    const dir = aFolder()
    for (const file of ['unfinished.json', 'vault.db', 'keyslots.json']) writeFileSync(join(dir, file), '{}')
    await expect(openVault({ dir, passphrase, env: anEnvironment() })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
    const { vault } = await aVault({ dir })
    expect(vault.user.name).toBe('Robin Vale')
  })

  it('refuses a weak passphrase before it writes anything', async () => {
    const dir = join(aFolder(), 'vault')
    await expect(aVault({ dir, passphrase: 'password1234' })).rejects.toMatchObject({
      failure: { code: 'invalid', fields: [{ path: 'passphrase' }] },
    })
    expect(existsSync(dir)).toBe(false)
  })

  it('says that a folder without a vault has none', async () => {
    await expect(openVault({ dir: aFolder(), passphrase, env: anEnvironment() })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  it('lets only the owner of the account read its files', async () => {
    const { dir } = await aVault()
    for (const file of readdirSync(dir)) expect(statSync(join(dir, file)).mode & 0o077, file).toBe(0)
    expect(statSync(dir).mode & 0o077).toBe(0)
  })
})

describe('the rules of the connection', () => {
  // architecture.md, "Rules that hold everywhere"; numbers as SQLite's documentation of each PRAGMA defines them.
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['temp_store', 2],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['locking_mode', 'exclusive'],
    ['cipher', 'sqlcipher'],
  ])('%s is %s, after creating and after opening', async (pragma, expected) => {
    const { vault, dir, env } = await aVault()
    expect(vault.db.pragma(pragma, { simple: true })).toBe(expected)
    closeVault(vault)
    const again = await openVault({ dir, passphrase, env })
    expect(again.db.pragma(pragma, { simple: true })).toBe(expected)
    closeVault(again)
  })

  it('the cache holds the whole file', async () => {
    const { vault, dir } = await aVault()
    const kibibytes = -Number(vault.db.pragma('cache_size', { simple: true }))
    expect(kibibytes * 1024).toBeGreaterThan(statSync(join(dir, 'vault.db')).size)
  })

  it('every table of ours is strict', async () => {
    const { vault } = await aVault()
    const loose = vault.db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    expect(loose).toEqual([])
  })

  it('the engine holds the format’s own parameters: 4 KiB pages, SQLCipher 4', async () => {
    const { vault } = await aVault()
    expect(vault.db.pragma('page_size', { simple: true })).toBe(4096)
    expect(Number(vault.db.pragma('legacy', { simple: true }))).toBe(4)
  })
})

describe('what opening asserts', () => {
  it('refuses a plain database, though the key slots are right', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    rmSync(join(dir, 'vault.db'))
    const plain = new Database(join(dir, 'vault.db'))
    plain.exec('CREATE TABLE t (a)')
    plain.close()
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({
      failure: { code: 'refused', message: expect.stringContaining('not encrypted') },
    })
  })

  it('refuses the database of another vault', async () => {
    const one = await aVault()
    const other = await aVault()
    closeVault(one.vault)
    closeVault(other.vault)
    cpSync(join(other.dir, 'vault.db'), join(one.dir, 'vault.db'))
    await expect(openVault({ dir: one.dir, passphrase, env: one.env })).rejects.toMatchObject({
      failure: { code: 'refused' },
    })
  })

  it('refuses a newer schema by its name and changes nothing', async () => {
    const { vault, dir, env } = await aVault()
    const newer = schemaVersion + 10
    vault.db
      .prepare('INSERT INTO schema_steps (version, name, applied_at) VALUES (?, ?, ?)')
      .run(newer, 'retention schedules', '2027-01-01T00:00:00.000Z')
    vault.db.pragma(`user_version = ${newer}`)
    closeVault(vault)
    const before = readFileSync(join(dir, 'vault.db'))
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({
      failure: {
        code: 'refused',
        message: expect.stringMatching(new RegExp(`${newer}.*retention schedules.*${schemaVersion}`)),
      },
    })
    expect(readFileSync(join(dir, 'vault.db')).equals(before)).toBe(true)
  })

  it('brings an older schema up to date and keeps what it held', async () => {
    const { vault, dir, env } = await aVault()
    const older = migrations.at(-2)?.version ?? 0
    vault.db.exec(
      `ALTER TABLE packs DROP COLUMN report_id; ALTER TABLE packs DROP COLUMN report_version;
       DROP TABLE report_versions; DROP TABLE publication_versions; DROP TABLE reports;
       DELETE FROM schema_steps WHERE version > ${older}`,
    )
    vault.db.pragma(`user_version = ${older}`)
    closeVault(vault)
    const again = await openVault({ dir, passphrase, env })
    expect(again.db.pragma('user_version', { simple: true })).toBe(schemaVersion)
    expect(again.db.prepare('SELECT count(*) FROM reports').pluck().get()).toBe(0)
    expect(again.user.name).toBe('Robin Vale')
    closeVault(again)
  })

  it('says so where vault.db is missing or cut to nothing', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    writeFileSync(join(dir, 'vault.db'), '')
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({ failure: { code: 'refused' } })
    rmSync(join(dir, 'vault.db'))
    await expect(openVault({ dir, passphrase, env })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  it('gives up ownership after a failure, so that the next attempt can succeed', async () => {
    const { vault, dir, env } = await aVault()
    closeVault(vault)
    await expect(openVault({ dir, passphrase: 'not this one at all', env })).rejects.toThrow()
    expect((await opened({ dir, passphrase, env })).user.name).toBe('Robin Vale')
  })
})

describe('what a copied folder gives away', () => {
  it('no text of the vault is readable in any of its files, open or closed', async () => {
    const { vault, dir, env } = await aVault()
    const canary = 'Marigold-Threadneedle-canary'
    inTransaction(vault, () => {
      vault.db.prepare(`INSERT INTO settings (key, value) VALUES ('canary', ?)`).run(canary.repeat(500))
      appendAudit(vault, { userId: 'u', userName: canary, action: 'test', detail: { canary } })
    })
    const holdsCanary = () =>
      readdirSync(dir).filter((file) => {
        const bytes = readFileSync(join(dir, file))
        return (
          bytes.includes(canary) ||
          bytes.includes('SQLite format 3') ||
          bytes.includes(Buffer.from(canary, 'utf16le'))
        )
      })
    expect(statSync(join(dir, 'vault.db-wal')).size).toBeGreaterThan(10_000)
    expect(holdsCanary()).toEqual([])
    closeVault(vault)
    expect(holdsCanary()).toEqual([])
    const again = await openVault({ dir, passphrase, env })
    expect(again.db.prepare(`SELECT value FROM settings WHERE key = 'canary'`).pluck().get()).toContain(
      canary,
    )
    closeVault(again)
  })

  it('vault.db alone opens with no key and with no wrong key', async () => {
    const { vault, dir } = await aVault()
    closeVault(vault)
    const copy = join(aFolder(), 'vault.db')
    cpSync(join(dir, 'vault.db'), copy)
    const read = (key: string | null) => {
      const db = new Database(copy)
      try {
        if (key !== null) {
          db.pragma(`cipher = 'sqlcipher'`)
          db.pragma('legacy = 4')
          db.pragma(`key = "x'${key}'"`)
        }
        return db.prepare('SELECT count(*) FROM users').get()
      } finally {
        db.close()
      }
    }
    expect(() => read(null)).toThrow('file is not a database')
    expect(() => read('00'.repeat(32))).toThrow('file is not a database')
  })
})

it('a vault closed twice is closed, and refuses work', async () => {
  const { vault } = await aVault()
  closeVault(vault)
  closeVault(vault)
  expect(vault.keys.data.equals(Buffer.alloc(32))).toBe(true)
  expect(() => inTransaction(vault, () => 1)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'locked' }) }),
  )
})
