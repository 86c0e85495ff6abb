import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { aFolder, passphrase } from '../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, writeSmallFiles } from './small-case.ts'

type Case = Workspace & { readonly caseId: string }

const newFolder = (): string => path.join(aFolder(), 'out')

/** A small case whose packs have gone to two agencies, let go by a chair; open again as its author. */
const withReleases = async (recipients: readonly string[]): Promise<Case> => {
  const first = await aWorkspace()
  const caseId = await addSmallCase(first, writeSmallFiles(aFolder()))
  await addUser(first, 'Chris Chair', 'chair')
  const packIds: string[] = []
  for (const recipient of recipients) {
    const pack = await first.act('pack.build', {
      ...{ caseId, recipient, profile: 'partner-agency', formats: ['csv'], basis },
    })
    const open = pack.candidates.filter(({ decision }) => decision === null)
    if (open.length > 0)
      await first.act('pack.review', {
        packId: pack.packId,
        decisions: open.map(({ id }) => ({ candidate: id, decision: 'replace', replacement: 'a neighbour' })),
      })
    packIds.push(pack.packId)
  }
  const chair = await reopenedAs(first, 'Chris Chair', passphraseOf('chair'))
  for (const packId of packIds) {
    await approvePack(chair, packId)
    await chair.act('pack.release', { packId, out: newFolder() })
  }
  return { ...(await reopenedAs(chair, 'Robin Vale', passphrase)), caseId }
}

const textOf = async (folder: string, name: string): Promise<string> => {
  const { texts } = await inspectFile(readFileSync(path.join(folder, name)), name)
  return texts.map(({ text }) => text).join('\n')
}

describe('rectification', () => {
  it('raises one notice for each recipient of a pack that held the entry, to whoever stands there now', async () => {
    const { act, caseId } = await withReleases(['a1', 'a2'])
    const names = (await act('recipient.list', {})).unlinked.map(({ agencyId, name }) => [agencyId, name])
    const add = async (name: string, address: string): Promise<string> =>
      (await act('recipient.add', { kind: 'agency', name, address })).recipientId
    const [first, second] = [
      await add('First body', '1 First Street'),
      await add('Second body', '2 Second Street'),
    ]
    const successor = await add('Merged body', '3 Third Street')
    await act('recipient.link-agency', { caseId, agencyId: 'a1', recipientId: first })
    await act('recipient.link-agency', { caseId, agencyId: 'a2', recipientId: second })
    await act('recipient.save', {
      ...{ recipientId: second, version: 1, name: 'Second body', address: '2 Second Street' },
      successor: { id: successor, on: '2026-01-01' },
    })
    expect(names).toHaveLength(2)

    const { entries } = await act('chronology.list', { caseId })
    const entryId = entries[0]?.id ?? ''
    const added = await act('rectification.add', {
      ...{ entryId, kind: 'correction', field: 'event', stands: 'The visit was at noon.' },
      ...{ reason: 'The log says so', evidence: 'Incident log', askedBy: 'The person’s sister' },
    })
    expect(added.notices).toBe(2)
    const notices = await act('notice.list', { caseId })
    expect(notices.map(({ state, cause, due }) => ({ state, cause, due }))).toEqual([
      { state: 'to-do', cause: 'rectified', due: '2026-12-22' },
      { state: 'to-do', cause: 'rectified', due: '2026-12-22' },
    ])
    expect(notices.map(({ address }) => address).sort()).toEqual(['1 First Street', '3 Third Street'])
    const merged = notices.find(({ sendTo }) => sendTo === 'Merged body')
    expect(merged).toBeDefined()

    const letter = await act('notice.letter', { noticeId: merged?.id ?? '' })
    expect(letter.found).toEqual([])
    const out = newFolder()
    const sent = await act('notice.send', { noticeId: merged?.id ?? '', version: 1, out })
    expect(sent.files.map(({ name }) => name)).toEqual([
      `notice-${merged?.n}.docx`,
      `notice-${merged?.n}.pdf`,
    ])
    for (const { name } of sent.files) {
      const text = await textOf(out, name)
      expect(text).toContain('Merged body')
      expect(text).toContain('3 Third Street')
      expect(text).toContain('The visit was at noon.')
      expect(text).toContain('Article 19')
      expect(text).toMatch(/Entry E\d/)
    }
    await act('notice.settle', { noticeId: merged?.id ?? '', version: sent.version, state: 'acknowledged' })
    const other = notices.find(({ id }) => id !== merged?.id)
    const settle = (why: string) =>
      act('notice.settle', { noticeId: other?.id ?? '', version: 1, state: 'disproportionate', why })
    await expect(settle(' ')).rejects.toThrow('invalid')
    await settle('The body holds no copy any more.')
    expect((await act('notice.list', { caseId })).map(({ state }) => state).sort()).toEqual([
      'acknowledged',
      'disproportionate',
    ])
    // Letters are disclosures themselves.
    const log = await act('disclosure.list', { caseId })
    expect(log.map(({ kind }) => kind)).toEqual(['letter', 'pack', 'pack'])
    expect(log[0]).toMatchObject({ sentTo: 'Merged body', state: 'done' })
    const recipients = await act('rectification.recipients', { entryId })
    expect(recipients).toHaveLength(2)
  })

  it('leaves the entry as imported, stands beside it, and is in every pack built afterwards', async () => {
    const { act, caseId } = await withReleases([])
    const { entries } = await act('chronology.list', { caseId })
    const entryId = entries[0]?.id ?? ''
    const before = await act('chronology.entry', { entryId })
    await act('rectification.add', {
      ...{ entryId, kind: 'statement', field: 'event', stands: 'I was asleep and nobody knocked.' },
      ...{ reason: 'The opinion is disputed', evidence: 'Her letter', askedBy: 'The person' },
    })
    const [shown] = await act('rectification.list', { entryId })
    expect(shown).toMatchObject({ stands: 'I was asleep and nobody knocked.', notices: 0 })
    expect((await act('chronology.entry', { entryId })).fields).toEqual(before.fields)
    const { packId } = await act('pack.build', {
      ...{ caseId, recipient: 'a1', profile: 'partner-agency', formats: ['csv'], basis },
    })
    const { document } = await act('pack.show', { packId })
    expect(JSON.stringify(document)).toContain(
      'Statement of the person concerned: I was asleep and nobody knocked.',
    )
  })
})

describe('the disclosure log', () => {
  it('takes a receipt, calls a pack back with a notice, and lets a corrected one take its place', async () => {
    const { act, caseId } = await withReleases(['a1', 'a1'])
    const [later, earlier] = await act('disclosure.list', { caseId })
    const id = earlier?.id ?? ''
    await act('disclosure.receipt', {
      ...{ disclosureId: id, receivedOn: '2026-11-24', how: 'secure email', confirmedBy: 'Records lead' },
    })
    await expect(
      act('disclosure.receipt', {
        ...{ disclosureId: id, receivedOn: '2026-11-23', how: 'x', confirmedBy: 'x' },
      }),
    ).rejects.toThrow('invalid')
    await expect(
      act('disclosure.withdraw', { disclosureId: later?.id ?? '', why: 'x', replacedBy: id }),
    ).rejects.toThrow('invalid')
    const full = await act('disclosure.show', { disclosureId: id })
    expect(full.recordList.map(({ kind }) => kind)).toContain('entry')
    expect(full.receipts).toHaveLength(1)
    const withdrawn = await act('disclosure.withdraw', { disclosureId: id, why: 'A row was missing.' })
    expect(withdrawn.notices).toBe(1)
    await expect(act('disclosure.withdraw', { disclosureId: id, why: 'Again' })).rejects.toThrow('conflict')
    const [notice] = await act('notice.list', { caseId })
    expect(notice).toMatchObject({ cause: 'withdrawn', due: '2026-12-01' })
    const { document } = await act('notice.letter', { noticeId: notice?.id ?? '' })
    expect(JSON.stringify(document)).toContain('Why: A row was missing.')
  })

  it('records what was told by hand, refuses a name in it, and leaves as files that name nobody', async () => {
    const { act, caseId } = await withReleases(['a1'])
    const record = (what: string) =>
      act('disclosure.record', {
        ...{ caseId, recipient: 'a2', on: '2026-11-20', means: 'telephone', what, basis },
      })
    await record('That the panel meets on 3 December.')
    const out = newFolder()
    const made = await act('disclosure.export', { formats: ['xlsx', 'csv', 'pdf', 'docx'], out })
    expect(made).toMatchObject({ disclosures: 2 })
    for (const { name } of made.files) expect(await textOf(out, name)).toContain('By telephone')
    const log = await act('disclosure.list', { caseId })
    expect(log.map(({ kind }) => kind)).toEqual(['log', 'pack', 'by-hand'])
  })
})
