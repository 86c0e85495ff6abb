import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, sample } from './builders.ts'
import { addSmallCase, basis, smallChronology, unknownName, writeSmallFiles } from './small-case.ts'

const openQuestions = { profile: 'partner-agency', formats: ['json'], basis } as const

const aSmallCase = async () => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  return { ...workspace, caseId }
}

/** A pack of the small case with its one question answered as told. */
const answered = async (
  workspace: Awaited<ReturnType<typeof aSmallCase>>,
  decision: { readonly decision: 'keep' } | { readonly decision: 'replace'; readonly replacement: string },
) => {
  const { packId } = await workspace.act('pack.build', {
    ...{ caseId: workspace.caseId, recipient: 'a2' },
    ...{ ...openQuestions, formats: ['json'] },
  })
  await workspace.act('pack.review', { packId, decisions: [{ candidate: unknownName, ...decision }] })
  return packId
}

describe('what leaves', () => {
  it('leaves out what the author of a spreadsheet report had hidden, and says so when it is added', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const file = sample('adult-social-care-chronology.xlsx')
    const added = await act('contribution.add', { caseId, agencyId: 'a1', path: file })
    const kinds = new Set(added.announced.map(({ kind }) => kind))
    expect(kinds.has('hidden-column') && kinds.has('hidden-row')).toBe(true)
    const { blocks } = await act('contribution.show', { contributionId: added.id })
    const text = JSON.stringify(blocks)
    // Column K and row 58 of the sample are hidden (its README and answer key).
    expect(text).not.toContain('PR caseload 31')
    expect(text).not.toContain('bank letter with sort code')
    expect(text).not.toContain('Added to the existing provider concerns file')
    expect(text).toContain('Call from daughter, Karen Whitlock')
  })

  it('withholds an entry from a hidden row from packs and counts it there', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { packId } = await act('pack.build', {
      caseId,
      recipient: 'a2',
      ...{ ...openQuestions, formats: ['json'] },
    })
    const words = JSON.stringify((await act('pack.show', { packId })).document)
    expect(words).not.toContain('Added to the existing provider concerns file')
    expect(words).toContain('227 entries in date order.')
    expect(words).toContain('Entries withheld because an agency had hidden their row in its file: 1.')
  })

  it('withholds what the review has marked as sensitive from every profile, counts it, and voids what was approved before', async () => {
    const workspace = await aSmallCase()
    const { caseId } = workspace
    await addUser(workspace, 'Chris Chair', 'chair')
    const packId = await answered(workspace, { decision: 'replace', replacement: 'a neighbour' })
    const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
    await approvePack(chair, packId)
    const { entries } = await chair.act('chronology.list', { caseId })
    const visited = entries.find(({ event }) => event.includes('visited the office'))
    const change = { flags: ['criminal-offence' as const] }
    const records = [{ recordId: visited?.recordId ?? '', version: 0 }]
    await chair.act('analysis.save', { caseId, records, change })
    await expect(chair.act('pack.release', { packId, out: aFolder() })).rejects.toThrow(
      /^(conflict|refused): /,
    )
    const builder = await reopenedAs(chair, 'Robin Vale', 'gravel thimble orbit lantern')
    for (const profile of ['partner-agency', 'publication'] as const) {
      const order = { caseId, recipient: 'a2', profile, formats: ['json' as const], basis }
      const built = await builder.act('pack.build', order)
      const words = JSON.stringify((await builder.act('pack.show', { packId: built.packId })).document)
      expect(words).not.toContain('visited the office')
      expect(words).toContain('2 entries in date order.')
      expect(words).toContain('Entries withheld because the review has marked them as sensitive: 1.')
      expect(words).not.toContain('criminal')
    }
    // The mark outlives a new version of the file, whose text may say more.
    const file = path.join(aFolder(), 'council-2.csv')
    writeFileSync(file, smallChronology.replace('visited the office', 'visited the office again'))
    await builder.act('chronology.import', { caseId, agencyId: 'a1', path: file })
    const { packId: later } = await builder.act('pack.build', {
      caseId,
      recipient: 'a2',
      ...openQuestions,
      formats: ['json'],
    })
    const said = JSON.stringify((await builder.act('pack.show', { packId: later })).document)
    expect(said).not.toContain('visited the office')
    expect(said).toContain('marked them as sensitive: 1.')
  })

  it('says before a pack is built what it would withhold, by which marks, and what of the same event it would not', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const asked = { caseId, profile: 'partner-agency' as const }
    // 228 entries, one of them from a hidden row (the sample's README and answer key).
    const none = {
      'other-agency': 0,
      'outside-period': 0,
      'hidden-row': 1,
      sensitive: 0,
      'not-to-be-told': 0,
      'not-about-them': 0,
    }
    const nothing = { open: 227, withheld: none, marks: [], linked: 0, paragraphs: 0, blocked: false }
    expect(await act('pack.withheld', asked)).toEqual(nothing)
    const { pairs } = await act('chronology.proposals', { caseId })
    const [first, second] = [pairs[0]?.a.recordId ?? '', pairs[0]?.b.recordId ?? '']
    await act('chronology.decide-links', {
      ...{ caseId, pairs: [{ a: first, b: second, version: 0 }], decision: 'confirmed' },
    })
    await act('analysis.save', {
      caseId,
      records: [{ recordId: first, version: 0 }],
      change: { flags: ['health', 'safe-address'] },
    })
    expect(await act('pack.withheld', asked)).toEqual({
      ...nothing,
      ...{ open: 226, withheld: { ...none, sensitive: 1 }, linked: 1 },
      marks: [
        { mark: 'health', entries: 1 },
        { mark: 'safe-address', entries: 1 },
      ],
    })
    await act('analysis.save', {
      caseId,
      records: [{ recordId: second, version: 0 }],
      change: { flags: ['health'] },
    })
    expect(await act('pack.withheld', asked)).toMatchObject({
      ...{ open: 225, withheld: { sensitive: 2 }, linked: 0 },
    })
    const { packId } = await act('pack.build', {
      caseId,
      recipient: 'a2',
      ...openQuestions,
      formats: ['json'],
    })
    expect(JSON.stringify((await act('pack.show', { packId })).document)).toContain(
      '225 entries in date order.',
    )
  })

  it('asks again for the public what was kept for the agencies', async () => {
    const workspace = await aSmallCase()
    await answered(workspace, { decision: 'keep' })
    const order = { caseId: workspace.caseId, recipient: 'a2', formats: ['json' as const], basis }
    const agencies = await workspace.act('pack.build', { ...order, profile: 'partner-agency' })
    expect(agencies.state).toBe('ready')
    const published = await workspace.act('pack.build', { ...order, profile: 'publication' })
    expect(published.state).toBe('needs-review')
    expect(published.candidates.filter(({ decision }) => decision === null).map(({ text }) => text)).toEqual([
      unknownName,
    ])
  })

  it('keeps for everybody what was replaced', async () => {
    const workspace = await aSmallCase()
    await answered(workspace, { decision: 'replace', replacement: 'a neighbour' })
    const published = await workspace.act('pack.build', {
      ...{ caseId: workspace.caseId, recipient: 'a2', profile: 'publication', formats: ['json'], basis },
    })
    expect(published.state).toBe('ready')
  })

  it('takes no replacement that itself holds anything of the key', async () => {
    const workspace = await aSmallCase()
    for (const replacement of ['Mrs Quillfeather', 'somebody on 01632 960123'])
      await expect(answered(workspace, { decision: 'replace', replacement })).rejects.toThrow(/^invalid: /)
  })

  it('is released by neither builder nor decider, nor into the vault’s own folder', async () => {
    const workspace = await aSmallCase()
    await addUser(workspace, 'Chris Chair', 'chair')
    const packId = await answered(workspace, { decision: 'replace', replacement: 'a neighbour' })
    const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
    await approvePack(chair, packId)
    for (const out of [workspace.dir, path.join(workspace.dir, 'pack')])
      await expect(chair.act('pack.release', { packId, out })).rejects.toThrow(
        /^invalid: .*vault’s own folder/,
      )
    const builder = await reopenedAs(chair, 'Robin Vale', 'gravel thimble orbit lantern')
    await expect(builder.act('pack.release', { packId, out: aFolder() })).rejects.toThrow(/^not-permitted: /)
  })
})
