import { describe, expect, it } from 'vitest'
import { aFolder, passphrase } from '../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, unknownName, writeSmallFiles } from './small-case.ts'

const chairName = 'Chris Chair'

/** A pack of the small case that is ready, open as the chair who is to approve it. */
const aReadyPack = async (): Promise<Workspace & { readonly packId: string; readonly caseId: string }> => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  await addUser(workspace, chairName, 'chair')
  await addUser(workspace, 'Dee Officer', 'data-protection-officer')
  const { packId } = await workspace.act('pack.build', {
    ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv', 'json'], basis },
  })
  await workspace.act('pack.review', {
    packId,
    decisions: [{ candidate: unknownName, decision: 'replace', replacement: 'a neighbour' }],
  })
  return { ...(await reopenedAs(workspace, chairName, passphraseOf('chair'))), packId, caseId }
}

describe('an approver', () => {
  it('has opened every part the product chose, and is told how many are left', async () => {
    const { act, packId } = await aReadyPack()
    const { items, left } = await act('pack.sample', { packId })
    expect(items.filter(({ kind }) => kind === 'file').map(({ where }) => where)).toEqual([
      'pack.csv',
      'pack.json',
    ])
    expect(left).toBe(items.length)
    const total = items.length
    await expect(act('pack.approve', { packId })).rejects.toThrow(
      `refused: ${total} of the ${total} parts of this pack chosen for its approver are still to be opened.`,
    )
    const [last = '', ...others] = items.map(({ id }) => id).toReversed()
    await act('pack.open-sample', { packId, items: others })
    await expect(act('pack.approve', { packId })).rejects.toThrow(`refused: 1 of the ${total} parts`)
    await act('pack.open-sample', { packId, items: [last] })
    expect((await act('pack.sample', { packId })).left).toBe(0)
    expect(await act('pack.approve', { packId })).toMatchObject({ state: 'approved', approvedBy: chairName })
  })

  it('reads what the recipient will read, out of the files’ own bytes, and nothing of the originals', async () => {
    const { act, packId } = await aReadyPack()
    const { items } = await act('pack.sample', { packId })
    const parts = await act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
    const whole = parts.map(({ where, text }) => `${where} ${text}`).join('\n')
    expect(parts.find(({ id }) => id === 'file:pack.csv')?.text).toContain('Adult B seen at home')
    expect(whole).not.toMatch(/Quillfeather|Ostrander|01632/)
  })

  it('opens nothing for somebody else, nothing that is not in the sample, and is not the builder', async () => {
    const chair = await aReadyPack()
    const { packId } = chair
    const { items } = await chair.act('pack.sample', { packId })
    await expect(chair.act('pack.open-sample', { packId, items: ['entry:none:event'] })).rejects.toThrow(
      /^not-found: /,
    )
    await chair.act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
    const officer = await reopenedAs(chair, 'Dee Officer', passphraseOf('data-protection-officer'))
    expect((await officer.act('pack.sample', { packId })).left).toBe(items.length)
    await expect(officer.act('pack.approve', { packId })).rejects.toThrow(/^refused: \d+ of the/)
    const robin = await reopenedAs(officer, 'Robin Vale', passphrase)
    for (const action of ['pack.sample', 'pack.approve'] as const)
      await expect(robin.act(action, { packId })).rejects.toThrow(/^not-permitted: /)
  })

  it('starts again after any edit: what was opened was another pack, and an approval is void', async () => {
    const chair = await aReadyPack()
    const { packId } = chair
    await approvePack(chair, packId)
    const robin = await reopenedAs(chair, 'Robin Vale', passphrase)
    await robin.act('pack.review', {
      packId,
      decisions: [{ candidate: unknownName, decision: 'replace', replacement: 'somebody nearby' }],
    })
    const again = await reopenedAs(robin, chairName, passphraseOf('chair'))
    expect((await again.act('pack.list', {}))[0]).toMatchObject({ state: 'ready', approvedBy: null })
    await expect(again.act('pack.release', { packId, out: aFolder() })).rejects.toThrow(/^refused: /)
    await expect(again.act('pack.approve', { packId })).rejects.toThrow(/^refused: \d+ of the/)
    expect(await approvePack(again, packId)).toMatchObject({ state: 'approved' })
  })

  it('is on record with what was opened', async () => {
    const chair = await aReadyPack()
    const { packId } = chair
    const { items } = await chair.act('pack.sample', { packId })
    await approvePack(chair, packId)
    const robin = await reopenedAs(chair, 'Robin Vale', passphrase)
    const { rows } = await robin.act('audit.list', { record: packId })
    expect(rows.find(({ action }) => action === 'pack.open-sample')).toMatchObject({
      user: chairName,
      detail: { opened: items.length },
    })
  })
})
