import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { choicesForRecipient } from '../../domain/packs/choice-words.ts'
import { settleChoices } from '../../domain/packs/choices.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs } from './builders.ts'
import { addSmallCase, basis, writeSmallFiles } from './small-case.ts'

const law = 'UK GDPR Article 9(2)(g); Data Protection Act 2018 Schedule 1 paragraph 18'

describe('what a builder chose within a profile', () => {
  it('stands in the manifest and in the disclosure log when the pack leaves, each mark let in with its basis', async () => {
    const workspace = await aWorkspace()
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
    await addUser(workspace, 'Chris Chair', 'chair')
    const { packId, candidates } = await workspace.act('pack.build', {
      ...{ caseId, recipient: 'a2', profile: 'panel', formats: ['csv'], basis },
      choices: { agencies: ['a1'], dates: 'month', sensitive: [{ flag: 'health', basis: law }] },
    })
    const decisions = candidates.map(({ id }) => ({ candidate: id, decision: 'keep' as const }))
    await workspace.act('pack.review', { packId, decisions })
    const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
    const { act } = chair
    const { items } = await act('pack.sample', { packId })
    await act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
    await act('pack.approve', { packId })
    const out = path.join(aFolder(), 'out')
    const { disclosureId } = await act('pack.release', { packId, out })
    expect(JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      profile: 'panel',
      choices: { agencies: 1, dates: 'month', sensitive: [{ flag: 'health', basis: law }] },
    })
    const { choices } = await act('disclosure.show', { disclosureId })
    expect(choices).toEqual(
      expect.arrayContaining([
        { what: 'Accounts of', chosen: 'Larkmere Council' },
        { what: 'Dates', chosen: 'By month' },
        { what: 'Basis for entries marked health', chosen: law },
      ]),
    )
    const log = path.join(aFolder(), 'log')
    const author = await reopenedAs(chair, 'Robin Vale', 'gravel thimble orbit lantern')
    await author.act('disclosure.export', { formats: ['csv'], necessity: 'For the file.', out: log })
    expect(readFileSync(path.join(log, 'disclosure-log.csv'), 'utf8')).toContain(law)
  })

  it('tells a recipient no Day 0, no person, no agency by name, and no period where dates are moved', () => {
    const secret = {
      dayZero: '2023-06-12',
      person: 'p02',
      agencies: ['a1'],
      from: '2023-02-03',
      to: '2023-11-05',
    }
    for (const dates of ['relative', 'shifted', 'month'] as const) {
      const words = JSON.stringify(
        choicesForRecipient(settleChoices(profiles.research, { ...secret, dates })),
      )
      for (const told of Object.values(secret).flat()) expect(words).not.toContain(told)
    }
    expect(choicesForRecipient(settleChoices(profiles.panel, { ...secret, dates: 'exact' }))).toMatchObject({
      from: '2023-02-03',
      to: '2023-11-05',
    })
  })
})
