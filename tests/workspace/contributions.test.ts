import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listTranscriptions } from '../../db/transcriptions.ts'
import { aFolder } from '../db/builders.ts'
import { dot, pdf } from '../documents/read/pdf-files.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from './builders.ts'
import { addSmallCase, basis, writeSmallFiles } from './small-case.ts'

const scanned = async () => {
  const workspace = await aWorkspace()
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  const file = path.join(aFolder(), 'scan.pdf')
  writeFileSync(
    file,
    await pdf((page) => {
      page.image(dot, 0, 0, { width: 595, height: 842 })
      page.addPage().image(dot, 0, 0, { width: 595, height: 842 })
    }),
  )
  const added = await workspace.act('contribution.add', { caseId, agencyId: 'a1', path: file })
  const build = () =>
    workspace.act('pack.build', {
      ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['json'], basis },
    })
  return { ...workspace, caseId, added, build }
}

describe('a scan without text', () => {
  it('is kept, refused for packs with its pages and the reason, and taken once they are written out', async () => {
    const { act, added, build, host } = await scanned()
    expect(added).toMatchObject({ words: 0, unreadPages: [1, 2] })
    await expect(build()).rejects.toThrow(
      /^refused: Contribution 1: Larkmere Council: nothing can be read on pages 1 and 2, which are pictures\./,
    )
    const write = (page: number, text: string) =>
      act('contribution.write-out', { contributionId: added.id, page, text })
    await write(1, 'Mrs Quillfeather was seen.\nShe was well.')
    await expect(build()).rejects.toThrow('nothing can be read on page 2, which is a picture')
    await write(2, 'A photograph of a kitchen.')
    const { packId } = await build()
    const text = JSON.stringify((await act('pack.passages', { packId })).map(({ redacted }) => redacted))
    expect(text).toContain('Adult B was seen.')
    expect(text).toContain('A photograph of a kitchen.')
    expect(text).not.toContain('Quillfeather')
    expect(host.session && listTranscriptions(host.session.vault.db, added.id)).toMatchObject([
      { page: 1, version: 1 },
      { page: 2, version: 1 },
    ])
  })

  it('shows who wrote a page out and when, and a later wording voids a pack built with the one before', async () => {
    const workspace = await scanned()
    const { act, added, build } = workspace
    const write = (page: number, text: string) =>
      act('contribution.write-out', { contributionId: added.id, page, text })
    await write(1, 'The first page.')
    await write(2, 'The second page.')
    const open = await build()
    const decisions = open.candidates.map(({ id }) => ({ candidate: id, decision: 'keep' as const }))
    const { packId, state } = await act('pack.review', { packId: open.packId, decisions })
    expect(state).toBe('ready')
    expect((await act('pack.show', { packId })).isStale).toBe(false)
    await write(2, 'The second page, corrected.')
    expect((await act('pack.show', { packId })).isStale).toBe(true)
    const { blocks } = await act('contribution.show', { contributionId: added.id })
    expect(blocks[1]).toEqual({
      style: 'page',
      page: 2,
      written: {
        text: 'The second page, corrected.',
        by: 'Robin Vale',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      },
    })
    await addUser(workspace, 'Chris Chair', 'chair')
    const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
    await expect(chair.act('pack.approve', { packId })).rejects.toThrow('The case has changed since')
  })

  it('has no other page to write out, and none without a word', async () => {
    const { act, added } = await scanned()
    const write = (page: number, text: string) =>
      act('contribution.write-out', { contributionId: added.id, page, text })
    await expect(write(3, 'No such page.')).rejects.toThrow('Only a page of which nothing could be read')
    await expect(write(1, '  ')).rejects.toThrow(/invalid/)
  })
})
