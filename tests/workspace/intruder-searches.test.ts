import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ProfileId } from '../../domain/packs/profile.ts'
import { aFolder, passphrase } from '../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, writeSmallFiles } from './small-case.ts'

const lines = ['Date,Event', '04/05/2023,She was a retired lighthouse keeper and a mother of seven.'].join(
  '\r\n',
)

/** A pack with every question decided, of a case whose text says two things that somebody could search for. */
const aPack = async (profile: ProfileId): Promise<Workspace & { readonly packId: string }> => {
  const workspace = await aWorkspace()
  const { act } = workspace
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  const file = path.join(aFolder(), 'police.csv')
  writeFileSync(file, lines)
  await act('chronology.import', { caseId, agencyId: 'a2', path: file })
  await addUser(workspace, 'Chris Chair', 'chair')
  const { packId, candidates } = await act('pack.build', {
    ...{ caseId, recipient: 'a2', profile, formats: ['csv'], basis },
  })
  await act('pack.review', {
    packId,
    decisions: candidates.map(({ id }) => ({
      candidate: id,
      decision: 'replace',
      replacement: 'a neighbour',
    })),
  })
  return { ...workspace, packId }
}

const stateOf = async ({ act, packId }: Workspace & { readonly packId: string }): Promise<string> =>
  (await act('pack.show', { packId })).state

describe('searches', () => {
  it('are answered before a publication can be ready, and a change of mind closes it again', async () => {
    const pack = await aPack('publication')
    const { act, packId } = pack
    expect(await stateOf(pack)).toBe('needs-review')
    const { items, open, isDemanded } = await act('pack.searches', { packId })
    expect([isDemanded, open]).toEqual([true, 2])
    const [family, work] = items
    expect([family?.text, work?.text]).toEqual(['mother of seven', 'retired lighthouse keeper'])
    await expect(
      act('pack.answer-searches', { packId, answers: [{ item: work?.id ?? '', answer: 'accepted' }] }),
    ).rejects.toThrow(/^invalid: .*Say why/)
    await act('pack.answer-searches', {
      packId,
      answers: [{ item: work?.id ?? '', answer: 'accepted', reason: 'The family has said so itself.' }],
    })
    expect(await stateOf(pack)).toBe('needs-review')
    const done = await act('pack.answer-searches', {
      packId,
      answers: [{ item: family?.id ?? '', answer: 'not-found' }],
    })
    expect(done.open).toBe(0)
    expect(done.items[1]?.answer).toMatchObject({
      by: 'Robin Vale',
      reason: 'The family has said so itself.',
    })
    expect(await stateOf(pack)).toBe('ready')
    await act('pack.answer-searches', { packId, answers: [{ item: family?.id ?? '', answer: 'withdrawn' }] })
    expect(await stateOf(pack)).toBe('needs-review')
  })

  it('end where the words are made more general, for the public and not for the agencies', async () => {
    const pack = await aPack('publication')
    const { act, packId } = pack
    const { items } = await act('pack.searches', { packId })
    await act('pack.review', {
      packId,
      decisions: items.map(({ places: [place], offers: [offer] }) => ({
        ...{ passage: place?.passage ?? '', start: place?.start ?? 0, end: place?.end ?? 0 },
        ...{ decision: 'generalise', replacement: offer ?? 'former keeper', everywhere: true },
      })),
    })
    const view = await act('pack.show', { packId })
    expect([view.state, view.openSearches]).toEqual(['ready', 0])
    expect(JSON.stringify(view.document)).toContain(
      'She was a former keeper and a parent of several children.',
    )
    const caseId = view.caseId
    const other = await act('pack.build', {
      ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv'], basis },
    })
    const told = await act('pack.show', { packId: other.packId })
    expect(JSON.stringify(told.document)).toContain('retired lighthouse keeper and a mother of seven')
  })

  it('hold up no pack among the agencies, and who answered one does not approve it', async () => {
    const pack = await aPack('partner-agency')
    const { act, packId } = pack
    expect(await stateOf(pack)).toBe('ready')
    const { items, isDemanded } = await act('pack.searches', { packId })
    expect(isDemanded).toBe(false)
    await expect(
      act('pack.answer-searches', { packId, answers: [{ item: 'family none', answer: 'not-found' }] }),
    ).rejects.toThrow(/^invalid: /)
    await addUser(pack, 'Bo Manager', 'business-manager')
    const second = await reopenedAs(pack, 'Bo Manager', passphraseOf('business-manager'))
    await second.act('pack.answer-searches', {
      packId,
      answers: [{ item: items[0]?.id ?? '', answer: 'not-found' }],
    })
    await expect(second.act('pack.approve', { packId })).rejects.toThrow(/^not-permitted: /)
    const chair = await reopenedAs(second, 'Chris Chair', passphraseOf('chair'))
    expect(await approvePack(chair, packId)).toMatchObject({ state: 'approved' })
    const robin = await reopenedAs(chair, 'Robin Vale', passphrase)
    await expect(robin.act('pack.release', { packId, out: aFolder() })).rejects.toThrow(/^not-permitted: /)
  })
})
