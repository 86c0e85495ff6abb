import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { publicId } from '../../domain/recipients/recipient.ts'
import { noPublication, type Publication } from '../../domain/reports/publication.ts'
import type { ReportKind, ReportState } from '../../domain/reports/report.ts'
import { publicationBasis } from '../../workspace/contract/reports.ts'
import { aFolder } from '../db/builders.ts'
import { aDiscussedCase, asUser, recordsOf, type Discussed } from './discussed-case.ts'
import { unknownName } from './small-case.ts'

type Drafted = Discussed & { readonly reportId: string }

const written: Partial<ReportState> = {
  title: 'Safeguarding adult review: Adult B',
  adults: [{ code: 'Adult B', name: 'Rose', agreedWith: 'Son 1' }],
  recommendations: [
    { text: 'Ask Marjorie Quillfeather, and Son 1.', owner: 'Larkmere Council', measure: 'By June 2027' },
  ],
}

/** A report by the case's author, its words full of names, open as that author. */
const aDraft = async (kind: ReportKind = 'overview', more: Partial<ReportState> = {}): Promise<Drafted> => {
  const room = await asUser(await aDiscussedCase(), 'Ada Author')
  const { act, caseId } = room
  const [first = ''] = await recordsOf(room)
  await act('finding.add', { caseId, title: 'Nobody asked her', recordIds: [first] })
  const { reportId } = await act('report.add', { caseId, kind })
  const { state } = await act('report.show', { caseId, reportId })
  const sections = state.sections.map((section) =>
    section.topic === 'why'
      ? {
          ...section,
          text: 'Mrs Quillfeather and Toby Quillfeather.\n\n- 999 000 0018\n- 01632 960123\n- Adult B’s home',
        }
      : section,
  )
  await act('report.save', {
    ...{ caseId, reportId, version: 1, state: { ...state, sections, ...written, ...more } },
  })
  return { ...room, reportId }
}

const build = ({ act, caseId, reportId }: Drafted) =>
  act('pack.build', {
    ...{ caseId, recipient: publicId, profile: 'publication', formats: ['docx', 'pdf'] },
    ...{ basis: publicationBasis, report: reportId },
  })

const decided: Publication = {
  ...noPublication,
  ...{ decision: 'full', decidedOn: '2020-01-02', decidedBy: 'The Board', decidedVersion: 2 },
  ...{ familyToldOn: '2020-01-03', familyToldBy: 'The author', withdrawOn: '2999-11-24' },
}

const published = async (room: Drafted, publication: Publication, version = 0): Promise<void> => {
  const { caseId, reportId } = room
  await room.act('report.publication-save', { caseId, reportId, version, publication })
}

const approve = async ({ act }: Drafted, packId: string): Promise<void> => {
  const { items } = await act('pack.sample', { packId })
  await act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
  await act('pack.approve', { packId })
}

/** Everything a recipient can find in a file. */
const allOf = async (file: string): Promise<string> => {
  const { texts, properties } = await inspectFile(readFileSync(file), path.basename(file))
  return [...texts.map(({ text }) => text), ...Object.values(properties)].join('\n')
}

const everyName = /quillfeather|marjorie|tob(?:y|ias)|01632|999 ?000 ?0018|larkmere council/i

describe('a public report', () => {
  it('leaves as a pack: redacted, approved by a second person, under its agreed name and no working code', async () => {
    const draft = await aDraft()
    const manager = { ...draft, ...(await asUser(draft, 'Robin Vale')) }
    await published(manager, decided)
    const author = { ...draft, ...(await asUser(manager, 'Ada Author')) }
    const report = await build(author)
    expect(report).toMatchObject({ state: 'ready', leaks: [], candidates: [] })
    await expect(author.act('pack.approve', { packId: report.packId })).rejects.toThrow(/^not-permitted: /)
    const second = { ...draft, ...(await asUser(author, 'Robin Vale')) }
    await approve(second, report.packId)
    const out = path.join(aFolder(), 'out')
    await second.act('pack.release', { packId: report.packId, out })
    for (const name of ['pack.docx', 'pack.pdf']) {
      const text = await allOf(path.join(out, name))
      expect(text).not.toMatch(everyName)
      expect(text).not.toMatch(/Adult B|Son 1|[Dd]raft/)
      expect(text).toContain('Safeguarding adult review: Rose')
      expect(text).toContain('Larkmere Safeguarding Adults Board')
      expect(text).toMatch(/withdrawn\s+from\s+publication\s+on\s+24\s+November\s+2999/)
    }
    const [disclosure] = await second.act('disclosure.list', { caseId: draft.caseId })
    // The review, the report, and the one entry it rests on.
    expect(disclosure).toMatchObject({ recipient: 'The public', records: 3 })
  })

  it('asks about a name it does not know, as any pack does', async () => {
    const draft = await aDraft('overview', { contact: `${unknownName}, at the office` })
    const { state, candidates } = await build(draft)
    expect(state).toBe('needs-review')
    expect(candidates.map(({ text }) => text)).toEqual([unknownName])
    expect(candidates[0]?.places[0]?.where).toBe('Contact')
  })

  it('is held back until the Board has decided on this version, the family was told and the embargo is over', async () => {
    const draft = await aDraft()
    const { packId } = await build(draft)
    const manager = { ...draft, ...(await asUser(draft, 'Robin Vale')) }
    const release = () => manager.act('pack.release', { packId, out: path.join(aFolder(), 'out') })
    await approve(manager, packId)
    await expect(release()).rejects.toThrow('refused: The Board has not decided')
    await published(manager, { ...decided, withdrawOn: '' })
    await expect(release()).rejects.toThrow('It has no day on which it is to be withdrawn.')
    await published(manager, { ...decided, withdrawOn: '', embargoUntil: '2999-01-01' }, 1)
    await expect(release()).rejects.toThrow('It is under embargo until 2999-01-01.')
    // The day of withdrawal is printed: setting it voids what was approved without it.
    await published(manager, decided, 2)
    await expect(release()).rejects.toThrow('The case has changed since this pack was built.')
  })

  it('voids an approval when a word of it changes', async () => {
    const draft = await aDraft()
    const { packId } = await build(draft)
    const manager = { ...draft, ...(await asUser(draft, 'Robin Vale')) }
    await approve(manager, packId)
    await published(manager, decided)
    const author = { ...draft, ...(await asUser(manager, 'Ada Author')) }
    const { caseId, reportId } = draft
    const { state } = await author.act('report.show', { caseId, reportId })
    await author.act('report.save', {
      ...{ caseId, reportId, version: 2, state: { ...state, contact: 'The Board' } },
    })
    const again = { ...draft, ...(await asUser(author, 'Robin Vale')) }
    await expect(again.act('pack.release', { packId, out: path.join(aFolder(), 'out') })).rejects.toThrow(
      /^refused: The case has changed/,
    )
    expect((await again.act('pack.list', {})).map(({ state: now }) => now)).toEqual(['void'])
  })

  it('of one page is held to one page', async () => {
    const draft = await aDraft('one-page-summary', {
      sections: [{ id: 'own-1', topic: 'own', heading: 'Long', text: 'Words. '.repeat(900), included: true }],
    })
    const { caseId, reportId, act } = draft
    expect((await act('report.preview', { caseId, reportId })).pages).toBe(2)
    const { packId, state } = await build(draft)
    expect(state).toBe('needs-review')
    expect((await act('pack.show', { packId })).note).toMatch(/The one-page summary takes 2 pages/)
  })

  it('leaves by no other profile', async () => {
    const { act, caseId, reportId } = await aDraft()
    await expect(
      act('pack.build', {
        ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['docx'] },
        ...{ basis: publicationBasis, report: reportId },
      }),
    ).rejects.toThrow(/^invalid: /)
  })
})
