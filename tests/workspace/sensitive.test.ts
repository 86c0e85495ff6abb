import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../db/builders.ts'
import { inlineCell, xlsx } from '../documents/read/office-files.ts'
import { dispatchUnknown } from '../../workspace/dispatch.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, unknownName, writeSmallFiles } from './small-case.ts'

/** Every special-category value the small case holds, by its category. */
const held = {
  ethnicity: 'Bangladeshi',
  religion: 'Zoroastrian',
  'sexual-orientation': 'Bisexual',
  health: 'narcolepsy',
} as const

const aCase = async (): Promise<Workspace & { readonly caseId: string }> => {
  const workspace = await aWorkspace()
  return { ...workspace, caseId: await addSmallCase(workspace, writeSmallFiles(aFolder())) }
}

describe('special-category data', () => {
  it('is nowhere until it is revealed', async () => {
    const { act, caseId } = await aCase()
    const pack = await act('pack.build', {
      ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['json'], basis },
    })
    const everything = JSON.stringify([
      await act('case.show', { caseId }),
      await act('case.list', {}),
      await act('chronology.list', { caseId }),
      await act('pack.show', { packId: pack.packId }),
      await act('pack.passages', { packId: pack.packId }),
      await act('statistics.show', {}),
      await act('audit.list', {}),
    ])
    for (const value of Object.values(held)) expect(everything).not.toContain(value)
    const shown = await act('case.show', { caseId })
    expect(shown.adults[0]?.sensitive).toEqual(expect.arrayContaining(Object.keys(held)))
  })

  it('is revealed with a reason, and each reveal is a row of the audit with it', async () => {
    const { act, host, caseId } = await aCase()
    const adultId = (await act('case.show', { caseId })).adults[0]?.id ?? ''
    for (const [category, value] of Object.entries(held)) {
      const input = { caseId, adultId, category, reason: `Needed for the equality annex: ${category}` }
      const first = await dispatchUnknown(host, 'sensitive.reveal', input)
      expect(JSON.stringify(first)).toContain(value)
    }
    await act('sensitive.reveal', { caseId, adultId, category: 'religion', reason: 'Looked at once more' })
    const { rows } = await act('audit.list', { record: adultId })
    expect(rows.filter(({ action }) => action === 'sensitive.reveal').map(({ detail }) => detail)).toEqual([
      { category: 'religion', reason: 'Looked at once more' },
      ...Object.keys(held)
        .toReversed()
        .map((category) => ({ category, reason: `Needed for the equality annex: ${category}` })),
    ])
    for (const value of Object.values(held)) expect(JSON.stringify(rows)).not.toContain(value)
  })

  it('is not revealed without a reason, for another case’s adult, or where nothing is held', async () => {
    const { act, caseId, ...rest } = await aCase()
    const adultId = (await act('case.show', { caseId })).adults[0]?.id ?? ''
    const other = await addSmallCase({ act, ...rest }, writeSmallFiles(aFolder()), { ref: 'OTHER-1' })
    const reveal = (input: object) =>
      dispatchUnknown(rest.host, 'sensitive.reveal', {
        ...{ caseId, adultId, category: 'religion', reason: 'A good reason', ...input },
      })
    expect(await reveal({ reason: '  ' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(await reveal({ caseId: other })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await reveal({ category: 'criminal-offence' })).toMatchObject({ error: { code: 'not-found' } })
  })

  it('stays closed, with everything of a case, in a vault that is open for inspection only', async () => {
    const { act, caseId, host, dir } = await aCase()
    const adultId = (await act('case.show', { caseId })).adults[0]?.id ?? ''
    await act('vault.lock', {})
    await act('vault.open', { dir, passphrase: 'gravel thimble orbit lantern', forInspection: true })
    const tried = [
      ['sensitive.reveal', { caseId, adultId, category: 'religion', reason: 'A good reason' }],
      ['case.show', { caseId }],
      ['chronology.list', { caseId }],
      ['people-key.list', { caseId }],
    ] as const
    for (const [name, input] of tried)
      expect([name, await dispatchUnknown(host, name, input)]).toMatchObject([
        name,
        { error: { code: 'refused' } },
      ])
    expect(await act('vault.verify', {})).toMatchObject({ ok: true })
  })
})

describe('pseudonyms on screen', () => {
  it('are a way of reading: nothing stored changes', async () => {
    const { act, caseId, host } = await aCase()
    const stored = () => host.session?.vault.db.prepare('SELECT * FROM entries ORDER BY id').all()
    const before = stored()
    const named = await act('chronology.list', { caseId })
    const read = await act('chronology.list', { caseId, pseudonyms: true })
    expect(named.entries[0]?.event).toBe('Mrs Quillfeather seen at home. Rang 01632 960123.')
    expect(read.entries[0]?.event).toBe('Adult B seen at home. Rang [telephone number].')
    expect(stored()).toEqual(before)
    expect(await act('chronology.list', { caseId })).toEqual(named)
  })

  it('are all a panel member reads, whatever is asked for, file and sheet names included', async () => {
    const { caseId, ...workspace } = await aCase()
    const row = (at: number, ...texts: string[]): string =>
      `<row r="${at}">${texts.map((text, n) => inlineCell(`${'ABC'.charAt(n)}${at}`, text)).join('')}</row>`
    const named = path.join(aFolder(), 'Toby Quillfeather calls.xlsx')
    writeFileSync(
      named,
      xlsx({
        sheets: [
          {
            name: 'Toby Quillfeather',
            rows:
              row(1, 'Date', 'Event', 'Told by Toby Quillfeather') +
              row(2, '05/06/2023', 'Mr Quillfeather rang about Marjorie Quillfeather.', 'yes') +
              row(3, 'sometime', 'Tobias Quillfeather rang.', 'no').replace('<row', '<row hidden="1"'),
          },
        ],
      }),
    )
    await workspace.act('chronology.import', { caseId, agencyId: 'a2', path: named })
    const userId = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId })
    const panel = await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member'))
    const { entries } = await panel.act('chronology.list', { caseId, pseudonyms: false })
    expect(entries).toHaveLength(5)
    const everything = JSON.stringify([
      entries,
      await Promise.all(entries.map(({ id }) => panel.act('chronology.entry', { entryId: id }))),
      await panel.act('chronology.sources', { caseId }),
      await panel.act('chronology.links', { caseId }),
      await panel.act('case.show', { caseId }),
      await panel.act('case.list', {}),
    ])
    expect(everything).toContain('[name not yet decided] rang about Adult B.')
    expect(everything).not.toMatch(/Quillfeather|01632 960123/)
    expect(everything).toContain(unknownName)
  })

  it('cannot be turned back into names by searching', async () => {
    const { caseId, ...workspace } = await aCase()
    expect((await workspace.act('chronology.list', { caseId, search: 'Toby Quillfeather' })).total).toBe(1)
    const userId = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId })
    const panel = await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member'))
    const found = await panel.act('chronology.list', { caseId, search: 'Toby Quillfeather' })
    expect(found).toMatchObject({ total: 0, found: 0, groups: [], entries: [] })
    for (const part of ['Quill', '"Quillfeather visited"', 'Marjorie'])
      expect((await panel.act('chronology.list', { caseId, search: part })).total).toBe(0)
    for (const hidden of ['Toby offi', 'Quillfeather offi'])
      expect((await panel.act('chronology.list', { caseId, search: hidden })).total).toBe(0)
    for (const shown of ['Son offi', 'visited the offi'])
      expect((await panel.act('chronology.list', { caseId, search: shown })).total).toBe(1)
  })
})
