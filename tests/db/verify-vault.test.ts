import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendAudit } from '../../db/audit.ts'
import { insertEntries } from '../../db/entries.ts'
import { inTransaction } from '../../db/transaction.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import { verifyIndependently, witnessFile } from '../../db/vault/independent-witness.ts'
import { openVault } from '../../db/vault/open-vault.ts'
import { verifyVault, verifyVaultAt } from '../../db/vault/verify-vault.ts'
import { aCaseWithSources, anEntry, anEnvironment, aVault, passphrase } from './builders.ts'

/** A vault with a few hundred pages, and free ones among them. */
const aFullVault = async () => {
  const made = await aVault()
  const { caseId, sourceIds } = aCaseWithSources(made.vault)
  inTransaction(made.vault, () => {
    insertEntries(
      made.vault.db,
      Array.from({ length: 300 }, (_, n) =>
        anEntry(
          { caseId, sourceId: sourceIds.a1 },
          { n: n + 1, fields: { event: `Visit ${n} ${'lorem ipsum '.repeat(60)}` } },
        ),
      ),
    )
    made.vault.db.exec(
      `CREATE TABLE gone (a BLOB) STRICT; INSERT INTO gone VALUES (zeroblob(200000)); DROP TABLE gone`,
    )
  })
  return made
}

/** Turns one bit of a file. */
const flip = (path: string, at: number) => {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.from([byte[0]! ^ 1]), 0, 1, at)
  closeSync(file)
}

describe('verifying a vault', () => {
  it('finds a sound one sound, having looked at every page', async () => {
    const { vault, dir } = await aFullVault()
    const found = verifyVault(vault)
    expect(found).toMatchObject({ ok: true, auditEntries: 1, problems: [] })
    expect(found.pages).toBe(statSync(join(dir, 'vault.db')).size / 4096)
    expect(Number(vault.db.pragma('freelist_count', { simple: true }))).toBeGreaterThan(10)
  })

  it('names the page of a flipped bit, wherever it is: contents, free pages, IV or code', async () => {
    const { vault, dir } = await aFullVault()
    const path = join(dir, 'vault.db')
    const { pages } = verifyVault(vault)
    closeVault(vault)
    for (const page of [2, Math.floor(pages / 3), Math.floor(pages / 2), pages - 1, pages])
      for (const within of [0, 2_000, 4_096 - 80, 4_095]) {
        const at = (page - 1) * 4096 + within
        flip(path, at)
        const found = await verifyVaultAt({ dir, passphrase, env: anEnvironment() })
        expect(found.ok).toBe(false)
        expect(found.problems.join(' ')).toContain(`damaged or altered pages: ${page}.`)
        flip(path, at)
      }
    expect(await verifyVaultAt({ dir, passphrase, env: anEnvironment() })).toMatchObject({ ok: true, pages })
  })

  it('reports on a file whose first page is damaged, which cannot be opened', async () => {
    const { vault, dir } = await aFullVault()
    closeVault(vault)
    flip(join(dir, 'vault.db'), 100)
    const found = await verifyVaultAt({ dir, passphrase, env: anEnvironment() })
    expect(found).toMatchObject({ ok: false })
    expect(found.problems.join(' ')).toContain('damaged or altered pages: 1.')
    await expect(openVault({ dir, passphrase, env: anEnvironment() })).rejects.toMatchObject({
      failure: { code: 'refused' },
    })
  })

  it('finds a search index that does not fit its entries', async () => {
    const { vault } = await aFullVault()
    vault.db.exec(
      `INSERT INTO entry_text (entry_text, rowid, event, action, other) VALUES ('delete', 1, 'x y z', '', '')`,
    )
    expect(verifyVault(vault).problems.join(' ')).toContain('the search index')
  })

  it('is not possible inside a transaction', async () => {
    const { vault } = await aVault()
    expect(() => inTransaction(vault, () => verifyVault(vault))).toThrow('inside a transaction')
  })
})

describe('the independent witness', () => {
  it('opens the file with SQLCipher itself, checks every page and counts the audit, while the vault is open', async () => {
    const { vault } = await aFullVault()
    inTransaction(vault, () => appendAudit(vault, { userId: 'u', userName: 'n', action: 'two' }))
    const found = await verifyIndependently(vault)
    expect(found).toMatchObject({ available: true, ok: true, auditEntries: 2, problems: [] })
    expect(found.cipherVersion).toMatch(/^4\./)
    inTransaction(vault, () => appendAudit(vault, { userId: 'u', userName: 'n', action: 'three' }))
  })

  it('reads a closed file, and neither with a wrong key nor past a flipped bit', async () => {
    const { vault, dir } = await aFullVault()
    const key = Buffer.from(vault.keys.data)
    closeVault(vault)
    const path = join(dir, 'vault.db')
    expect(await witnessFile(path, key)).toMatchObject({ ok: true, auditEntries: 1 })
    expect(await witnessFile(path, Buffer.alloc(32))).toMatchObject({ available: true, ok: false })
    flip(path, statSync(path).size - 2_000)
    const damaged = await witnessFile(path, key)
    expect(damaged).toMatchObject({ ok: false, problems: ['SQLCipher finds 1 damaged or altered pages.'] })
  })
})
