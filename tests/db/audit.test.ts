import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendAudit, listAudit, verifyAudit } from '../../db/audit.ts'
import type { Db } from '../../db/database.ts'
import { inTransaction } from '../../db/transaction.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import { fileBytes, openEncrypted } from '../../db/vault/connection.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import type { Vault } from '../../db/vault/vault.ts'
import { verifyVault } from '../../db/vault/verify-vault.ts'
import { anEnvironment, aVault, passphrase } from './builders.ts'

const act = (vault: Vault, action: string, record: string | null = null) =>
  inTransaction(vault, () =>
    appendAudit(vault, {
      userId: vault.user.id,
      userName: vault.user.name,
      action,
      record,
      version: 3,
      detail: { entries: 12 },
    }),
  )

/** A vault with five acts after the first row, closed; and its key, to play somebody who has it and not the app. */
const aClosedVault = async () => {
  const made = await aVault()
  for (const n of [2, 3, 4, 5, 6]) act(made.vault, `act ${n}`, `record-${n}`)
  const key = Buffer.from(made.vault.keys.data)
  closeVault(made.vault)
  return { ...made, key }
}

/** Works on the database past the app and past its triggers. */
const behindTheApp = (dir: string, key: Buffer, work: (db: Db) => void) => {
  const db = openEncrypted(join(dir, 'vault.db'), key, 0)
  db.exec(
    'DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted; DROP TRIGGER audit_is_in_sequence',
  )
  work(db)
  db.close()
}

const openingRefusal = (dir: string) =>
  openVault({ dir, passphrase, env: anEnvironment() }).then(
    (vault) => {
      closeVault(vault)
      return null
    },
    (error: { failure: { code: string; message: string } }) => error.failure,
  )

describe('the audit', () => {
  it('tells who did what, to which record and version, when; newest first', async () => {
    const { vault } = await aVault()
    act(vault, 'case.add', 'case-1')
    const { total, rows } = listAudit(vault.db)
    expect(total).toBe(2)
    expect(rows[0]).toMatchObject({
      seq: 2,
      at: '2026-11-24T09:00:00.000Z',
      userName: 'Robin Vale',
      action: 'case.add',
      record: 'case-1',
      version: 3,
      detail: { entries: 12 },
    })
  })

  it('is found by record, by case, by day, and in pages', async () => {
    let now = '2026-11-24T09:00:00.000Z'
    const { vault } = await aVault({ env: anEnvironment({ now: () => now }) })
    act(vault, 'one', 'r1')
    now = '2026-11-25T23:59:59.999Z'
    act(vault, 'two', 'r2')
    now = '2026-11-26T00:00:00.000Z'
    act(vault, 'three', 'r1')
    const actions = (filter: Parameters<typeof listAudit>[1]) =>
      listAudit(vault.db, filter).rows.map(({ action }) => action)
    expect(actions({ record: 'r1' })).toEqual(['three', 'one'])
    expect(actions({ from: '2026-11-25', to: '2026-11-25' })).toEqual(['two'])
    expect(actions({ limit: 1, offset: 1 })).toEqual(['two'])
    expect(listAudit(vault.db, { limit: 1 }).total).toBe(4)
  })

  it('shares the fate of the write it tells of', async () => {
    const { vault } = await aVault()
    expect(() =>
      inTransaction(vault, () => {
        appendAudit(vault, { userId: 'u', userName: 'n', action: 'lost' })
        throw new Error('the write failed')
      }),
    ).toThrow('the write failed')
    expect(act(vault, 'kept').seq).toBe(2)
    expect(verifyAudit(vault, { full: true })).toEqual({ ok: true, entries: 2, problems: [] })
  })

  it('is not written outside a transaction', async () => {
    const { vault } = await aVault()
    expect(() => appendAudit(vault, { userId: 'u', userName: 'n', action: 'a' })).toThrow('transaction')
  })

  it('refuses to be changed, deleted, replaced, or written out of sequence', async () => {
    const { vault } = await aVault()
    act(vault, 'two')
    const { db } = vault
    expect(() => db.exec(`UPDATE audit SET action = 'x' WHERE seq = 1`)).toThrow('append-only')
    expect(() => db.exec('DELETE FROM audit WHERE seq = 2')).toThrow('append-only')
    const columns = 'at, user_id, user_name, action, case_id, record, version, detail'
    const insert = (verb: string, seq: string, prev: string) =>
      db.exec(
        `${verb} INTO audit (seq, ${columns}, prev_hash, hash)
         SELECT ${seq}, ${columns}, ${prev}, 'new' FROM audit WHERE seq = 2`,
      )
    expect(() => insert('INSERT', '9', 'hash')).toThrow('in sequence')
    expect(() => insert('INSERT', 'NULL', 'hash')).toThrow('in sequence')
    expect(() => insert('INSERT OR REPLACE', '2', 'prev_hash')).toThrow('in sequence')
    expect(() => insert('INSERT', '3', `'other'`)).toThrow('in sequence')
    expect(listAudit(db).total).toBe(2)
  })
})

describe('an audit that was tampered with behind the app', () => {
  it('by altering a row: named in the full check', async () => {
    const { dir, key } = await aClosedVault()
    behindTheApp(dir, key, (db) => db.exec(`UPDATE audit SET user_name = 'Somebody Else' WHERE seq = 3`))
    expect(await openingRefusal(dir)).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Audit row 3 was changed'),
    })
  })

  it('by altering a row verified long ago: opening trusts the verified point, the full check does not', async () => {
    const { dir, key } = await aClosedVault()
    expect(await openingRefusal(dir)).toBeNull()
    behindTheApp(dir, key, (db) => db.exec(`UPDATE audit SET detail = '{}' WHERE seq = 3`))
    const vault = await openVault({ dir, passphrase, env: anEnvironment() })
    expect(verifyAudit(vault)).toMatchObject({ ok: true })
    expect(verifyAudit(vault, { full: true }).problems).toEqual([
      'Audit row 3 was changed after it was written.',
    ])
    expect(verifyVault(vault)).toMatchObject({ ok: false, auditEntries: 6 })
    closeVault(vault)
  })

  it('by tying a row to another past', async () => {
    const { dir, key } = await aClosedVault()
    const other = 'ab'.repeat(32)
    behindTheApp(dir, key, (db) =>
      db.exec(
        `UPDATE audit SET hash = '${other}' WHERE seq = 2; UPDATE audit SET prev_hash = '${other}' WHERE seq = 3`,
      ),
    )
    expect((await openingRefusal(dir))?.message).toContain('Audit row 3 was changed')
  })

  it('by taking out a row in the middle', async () => {
    const { dir, key } = await aClosedVault()
    behindTheApp(dir, key, (db) => db.exec('DELETE FROM audit WHERE seq = 4'))
    expect((await openingRefusal(dir))?.message).toContain('Audit row 4 is missing')
  })

  it('by cutting off its end', async () => {
    const { dir, key } = await aClosedVault()
    behindTheApp(dir, key, (db) => db.exec('DELETE FROM audit WHERE seq > 4'))
    expect((await openingRefusal(dir))?.message).toMatch(/ends at row 4, but row 6 had been written/)
  })

  it('by adding a row without the audit key', async () => {
    const { dir, key } = await aClosedVault()
    behindTheApp(dir, key, (db) =>
      db.exec(
        `INSERT INTO audit SELECT 7, at, user_id, user_name, 'forged', case_id, record, version, detail, hash,
         '${'ab'.repeat(32)}' FROM audit WHERE seq = 6`,
      ),
    )
    expect((await openingRefusal(dir))?.message).toContain('Audit row 7 was changed')
  })

  it('by putting an older vault.db in its place', async () => {
    const { vault, dir } = await aVault()
    closeVault(vault)
    copyFileSync(join(dir, 'vault.db'), join(dir, '..', 'older.db'))
    const again = await openVault({ dir, passphrase, env: anEnvironment() })
    act(again, 'two')
    closeVault(again)
    copyFileSync(join(dir, '..', 'older.db'), join(dir, 'vault.db'))
    expect((await openingRefusal(dir))?.message).toContain('an older vault.db was put in its place')
  })

  it.each([
    ['is missing', null, 'audit-head.json is missing'],
    ['is damaged', '{', 'audit-head.json is damaged'],
  ])('where its head %s', async (_, text, message) => {
    const { dir } = await aClosedVault()
    rmSync(join(dir, 'audit-head.json'))
    if (text !== null) writeFileSync(join(dir, 'audit-head.json'), text)
    expect((await openingRefusal(dir))?.message).toContain(message)
  })

  it('by lowering the head to fit an audit cut short', async () => {
    const { dir } = await aClosedVault()
    const path = join(dir, 'audit-head.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"seq":6', '"seq":4'))
    expect((await openingRefusal(dir))?.message).toContain('audit-head.json was changed')
  })

  it('can still be looked at, read-only, with the problems told', async () => {
    const { dir, key } = await aClosedVault()
    behindTheApp(dir, key, (db) => db.exec('DELETE FROM audit WHERE seq > 4'))
    const vault = await openVault({ dir, passphrase, env: anEnvironment(), forInspection: true })
    expect(vault.openingProblems).toHaveLength(1)
    expect(() => vault.db.exec(`INSERT INTO settings VALUES ('a', 'b')`)).toThrow('readonly')
    expect(() => act(vault, 'no')).toThrow('inspection only')
    closeVault(vault)
  })
})

describe('the head outside the database', () => {
  it('may be behind, as a crash between commit and file leaves it, and is brought up at opening', async () => {
    const { vault, dir } = await aVault()
    act(vault, 'two')
    const behind = readFileSync(join(dir, 'audit-head.json'))
    act(vault, 'three')
    const upToDate = readFileSync(join(dir, 'audit-head.json'), 'utf8')
    closeVault(vault)
    writeFileSync(join(dir, 'audit-head.json'), behind)
    expect(await openingRefusal(dir)).toBeNull()
    expect(readFileSync(join(dir, 'audit-head.json'), 'utf8')).toBe(upToDate)
  })

  it('is never ahead: it names the committed row only after the commit', async () => {
    const { vault, dir } = await aVault()
    const seq = () => (JSON.parse(readFileSync(join(dir, 'audit-head.json'), 'utf8')) as { seq: number }).seq
    inTransaction(vault, () => {
      appendAudit(vault, { userId: 'u', userName: 'n', action: 'two' })
      expect(seq()).toBe(1)
    })
    expect(seq()).toBe(2)
    expect(fileBytes(vault.state.file)).toBeGreaterThan(0)
  })
})
