import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSealed } from '../../documents/seal/open-sealed.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from './builders.ts'
import { addSmallCase, basis, writeSmallFiles } from './small-case.ts'

const passphrase = 'wvqh-3m7k-pz4r-aj9d'

/** The small case's pack, approved, and open as the chair who may release it. */
const anApprovedPack = async () => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  await addUser(workspace, 'Chris Chair', 'chair')
  const { packId, candidates } = await workspace.act('pack.build', {
    ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv', 'docx'], basis },
  })
  const decisions = candidates.map(({ id }) => ({ candidate: id, decision: 'keep' as const }))
  await workspace.act('pack.review', { packId, decisions })
  const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
  const { items } = await chair.act('pack.sample', { packId })
  await chair.act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
  await chair.act('pack.approve', { packId })
  return { ...chair, packId }
}

describe('a sealed release', () => {
  it('writes one sealed file that opens to the pack and its manifest, and logs how, never the passphrase', async () => {
    const { act, packId, host } = await anApprovedPack()
    const out = path.join(aFolder(), 'out')
    const report = await act('pack.release', { packId, out, seal: { kind: 'zip', passphrase } })
    expect(readdirSync(out)).toEqual(['pack.zip'])
    expect(report.files).toMatchObject([{ name: 'pack.zip', format: 'sealed' }])
    const files = await openSealed(readFileSync(path.join(out, 'pack.zip')), 'pack.zip', passphrase)
    expect(files.map(({ name }) => name)).toEqual(['pack.csv', 'pack.docx', 'manifest.json'])
    expect(report.method).toBe('sealed zip (AES-256), its passphrase by another channel')
    expect(Buffer.from(files[2]?.bytes ?? []).toString()).not.toContain(passphrase)

    const { db } = host.session!.vault
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    const everything = JSON.stringify(
      tables.map((table) => db.prepare(`SELECT * FROM "${String(table)}"`).all()),
    )
    expect(everything).toContain('sealed zip (AES-256)')
    expect(everything).not.toContain(passphrase)
  })

  it('refuses a passphrase that could be guessed, writes and logs nothing, and can be tried again', async () => {
    const { act, packId, host } = await anApprovedPack()
    const out = path.join(aFolder(), 'out')
    const release = (words: string) =>
      act('pack.release', { packId, out, seal: { kind: 'age', passphrase: words } })
    await expect(release('password1234')).rejects.toThrow(/invalid: The pack was not sealed/)
    expect(() => readdirSync(out)).toThrow()
    expect(host.session!.vault.db.prepare('SELECT count(*) FROM disclosures').pluck().get()).toBe(0)
    expect((await release(passphrase)).method).toBe('sealed age file, its passphrase by another channel')
    expect(readdirSync(out)).toEqual(['pack.zip.age'])
  }, 30_000)

  it('is inspected with its passphrase, and asks for it without', async () => {
    const { act, packId } = await anApprovedPack()
    const out = path.join(aFolder(), 'out')
    await act('pack.release', { packId, out, seal: { kind: 'zip', passphrase } })
    const file = path.join(out, 'pack.zip')
    await expect(act('tool.inspect', { path: file })).rejects.toThrow(/^locked: pack\.zip is sealed/)
    await expect(act('tool.inspect', { path: file, passphrase: 'not that one' })).rejects.toThrow(
      /^wrong-passphrase/,
    )
    const { texts } = await act('tool.inspect', { path: file, passphrase })
    expect(texts.filter(({ where }) => where === 'file name in the zip').map(({ text }) => text)).toEqual([
      'pack.csv',
      'pack.docx',
      'manifest.json',
    ])
    expect(texts.some(({ text }) => text.includes('Adult B seen at home'))).toBe(true)
  })
})
