import { describe, expect, it } from 'vitest'
import { listAudit, appendAudit } from '../../db/audit.ts'
import { insertEntries } from '../../db/entries.ts'
import { countEntries } from '../../db/entry-list.ts'
import { inTransaction } from '../../db/transaction.ts'
import { verifyVault } from '../../db/vault/verify-vault.ts'
import { aCaseWithSources, anEntry, aVault } from './builders.ts'

describe('a transaction', () => {
  it('that meets a full disk says so and keeps nothing, its audit row included; then the vault works on', async () => {
    const { vault } = await aVault()
    const { caseId, sourceIds } = aCaseWithSources(vault)
    const { db } = vault
    const pages = Number(db.pragma('page_count', { simple: true }))
    const rows = Array.from({ length: 2_000 }, (_, n) =>
      anEntry({ caseId, sourceId: sourceIds.a1 }, { n: n + 1, fields: { event: 'long '.repeat(300) } }),
    )
    const importAll = () =>
      inTransaction(vault, () => {
        insertEntries(db, rows)
        appendAudit(vault, { userId: 'u', userName: 'n', action: 'chronology.import' })
      })
    db.pragma(`max_page_count = ${pages + 40}`)
    expect(importAll).toThrow(
      expect.objectContaining({
        failure: {
          code: 'invalid',
          message: 'The disk is full. Nothing was kept; free some space and try again.',
          fields: [],
        },
      }),
    )
    expect(countEntries(db, { caseId })).toBe(0)
    expect(listAudit(db).total).toBe(1)
    expect(verifyVault(vault)).toMatchObject({ ok: true })
    db.pragma('max_page_count = 4294967294')
    importAll()
    expect(countEntries(db, { caseId })).toBe(2_000)
    expect(listAudit(db).total).toBe(2)
    expect(verifyVault(vault)).toMatchObject({ ok: true, auditEntries: 2 })
  })

  it('is neither nested nor asynchronous', async () => {
    const { vault } = await aVault()
    expect(() => inTransaction(vault, () => inTransaction(vault, () => 1))).toThrow('already open')
    expect(() => inTransaction(vault, () => Promise.resolve(1))).toThrow('promise')
    expect(vault.db.inTransaction).toBe(false)
  })

  it('hands back what the work gave', async () => {
    const { vault } = await aVault()
    expect(inTransaction(vault, () => 7)).toBe(7)
  })
})
