import { describe, expect, it } from 'vitest'
import { noPublication, type Publication } from '../../domain/reports/publication.ts'
import type { Workspace } from './builders.ts'
import { aDiscussedCase, asUser, recordsOf, type Discussed } from './discussed-case.ts'

/** The small case with one finding that rests on two of its entries, one of them judged good practice. */
const aCaseWithFindings = async (): Promise<Discussed> => {
  const room = await aDiscussedCase()
  const { act, caseId } = room
  const [first = '', , third = ''] = await recordsOf(room)
  await act('finding.add', {
    ...{ caseId, title: 'Mrs Quillfeather was not asked', recordIds: [first, third] },
    statement: 'Nobody asked Marjorie Quillfeather what she wanted.',
  })
  await act('finding.add', { caseId, title: 'Was it known?', kind: 'question', recordIds: [first] })
  const { version } = await act('analysis.show', { caseId, recordId: first })
  const records = [{ recordId: first, version }]
  await act('analysis.save', { caseId, records, change: { judgement: 'good-practice' } })
  return room
}

const aReport = async ({ act, caseId }: Discussed) => {
  const { reportId } = await act('report.add', { caseId, kind: 'overview' })
  return reportId
}

const show = ({ act, caseId }: Discussed, reportId: string, pseudonyms = false) =>
  act('report.show', { caseId, reportId, pseudonyms })

const decided: Publication = {
  ...noPublication,
  ...{ decision: 'full', decidedOn: '2026-11-02', decidedBy: 'The Board', decidedVersion: 1 },
  ...{ familyToldOn: '2026-11-10', familyToldBy: 'The author', withdrawOn: '2027-11-24' },
}

const everyName = /Quillfeather|Marjorie|Toby|Tobias|01632/

describe('a public report', () => {
  it('begins with what the case holds, by month and without a name of the key', async () => {
    const room = await aCaseWithFindings()
    const reportId = await aReport(room)
    const { state, title, number, version, stage } = await show(room, reportId)
    expect({ title, number, version, stage }).toEqual({
      ...{ title: 'Safeguarding adult review: Adult B', number: 1, version: 1, stage: 'undecided' },
    })
    expect(JSON.stringify(state)).not.toMatch(everyName)
    const text = Object.fromEntries(state.sections.map((section) => [section.topic, section.text]))
    expect(text['why']).toContain('received a referral for a safeguarding adult review in April 2026.')
    expect(text['criteria']).toContain('decided in May 2026 that the criteria of section 44')
    expect(text['terms']).toContain('from January 2023 to December 2023. 2 agencies took part.')
    expect(text['terms']).toContain('- How was Adult B heard?')
    expect(text['account']).toBe(
      '## April 2023\n- Adult B seen at home. Rang [telephone number].\n\n## June 2023\n- Son 1 visited the office.',
    )
    expect(text['findings']).toBe(
      '## Finding 1: Adult B was not asked\n\nNobody asked Adult B what she wanted.\n\n' +
        'This rests on 2 entries in the records of 1 agency between April 2023 and June 2023.',
    )
    expect(text['good-practice']).toBe('- April 2023: Adult B seen at home. Rang [telephone number].')
  })

  it('leaves out of what it begins with entries marked as sensitive', async () => {
    const room = await aCaseWithFindings()
    const { act, caseId } = room
    const [first = ''] = await recordsOf(room)
    const { version } = await act('analysis.show', { caseId, recordId: first })
    await act('analysis.save', {
      ...{ caseId, records: [{ recordId: first, version }], change: { addFlags: ['health'] } },
    })
    const { sections } = await act('report.suggest', { caseId, kind: 'overview' })
    expect(JSON.stringify(sections)).not.toContain('seen at home')
  })

  it('keeps every version, is changed only from the version that was read, and can be put back', async () => {
    const room = await aCaseWithFindings()
    const { act, caseId } = room
    const reportId = await aReport(room)
    const { state } = await show(room, reportId)
    const turned = { ...state, sections: state.sections.toReversed(), contact: 'Mrs Quillfeather’s Board' }
    const saved = await act('report.save', { caseId, reportId, version: 1, state: turned })
    expect(saved.version).toBe(2)
    await expect(act('report.save', { caseId, reportId, version: 1, state })).rejects.toThrow(/^conflict: /)
    expect(await act('report.save', { caseId, reportId, version: 2, state: turned })).toEqual(saved)
    await act('report.restore', { caseId, reportId, version: 2, to: 1 })
    expect((await show(room, reportId)).state).toEqual(state)
    expect((await act('report.history', { caseId, reportId })).map((one) => one.changed)).toEqual([
      ['contact', 'order'],
      ['contact', 'order'],
      ['title', 'contact', 'adults', 'sections', 'recommendations'],
    ])
  })

  it('gives an adult the name agreed, refuses that of somebody else, and asks with whom it is agreed', async () => {
    const room = await aCaseWithFindings()
    const { act, caseId } = room
    const reportId = await aReport(room)
    const { state } = await show(room, reportId)
    const named = (name: string, agreedWith = 'Son 1', code = 'Adult B') =>
      act('report.save', {
        ...{ caseId, reportId, version: 1, state: { ...state, adults: [{ code, name, agreedWith }] } },
      })
    await expect(named('Toby')).rejects.toThrow(/somebody else in the people key/)
    await expect(named('Marjorie Quillfeather')).rejects.toThrow(/surname/)
    await expect(named('Rose', '')).rejects.toThrow(/Say with whom this name is agreed/)
    await expect(named('Rose', 'Son 1', 'Adult X')).rejects.toThrow(/^invalid: /)
    await named('Rose')
    const { document } = await act('report.preview', { caseId, reportId })
    const read = JSON.stringify(document)
    expect(document.title).toBe('Safeguarding adult review: Rose')
    expect(read).toContain('Nobody asked Rose what she wanted.')
    expect(read).not.toMatch(/Adult B/)
    expect(read).toContain('Larkmere Safeguarding Adults Board')
    expect(read).not.toMatch(everyName)
  })

  it('stands with pseudonyms before those who may not read the key, who change nothing in it', async () => {
    const room = await aCaseWithFindings()
    const { act, caseId } = room
    const reportId = await aReport(room)
    const { state } = await show(room, reportId)
    await act('report.save', {
      ...{ caseId, reportId, version: 1, state: { ...state, title: 'About Marjorie Quillfeather' } },
    })
    const panel = await asUser(room, 'Pat Member')
    const seen = await show(panel, reportId)
    expect(seen.title).toBe('About Adult B')
    expect(seen.projected).toBe(true)
    await expect(panel.act('report.save', { caseId, reportId, version: 2, state })).rejects.toThrow(
      /^not-permitted: /,
    )
    const outside = await asUser(panel, 'Otto Side')
    await expect(show(outside, reportId)).rejects.toThrow(/^not-permitted: /)
    expect(await outside.act('report.due', {})).toEqual([])
  })
})

const onDay = (room: Discussed, day: string): Workspace['act'] => {
  const { env } = room.host
  Object.assign(room.host, { env: { ...env, now: () => `${day}T09:00:00.000Z` } })
  return room.act
}

describe('its publication', () => {
  it('is what the Board decided, of a version there is, and is due until it is taken down', async () => {
    const room = await aCaseWithFindings()
    const { caseId } = room
    const reportId = await aReport(room)
    const act = onDay(room, '2026-11-24')
    const save = (version: number, publication: Publication) =>
      act('report.publication-save', { caseId, reportId, version, publication })
    expect((await show(room, reportId)).holds).toEqual([
      'The Board has not decided whether this report is published.',
    ])
    await expect(save(0, { ...decided, decidedVersion: 2 })).rejects.toThrow(/no such version/)
    await save(0, decided)
    await expect(save(0, decided)).rejects.toThrow(/^conflict: /)
    expect((await show(room, reportId)).holds).toEqual([])
    await save(1, { ...decided, publishedOn: '2026-11-24', publishedWhere: 'The web page' })
    expect(await act('report.due', {})).toEqual([])
    onDay(room, '2027-11-24')
    expect(await act('report.due', {})).toMatchObject([{ id: reportId, stage: 'withdraw-now' }])
    const { publication } = await show(room, reportId)
    await save(2, { ...publication, takenDownOn: '2027-11-24' })
    expect(await act('report.due', {})).toEqual([])
  })

  it('is recorded by the chair or the business manager, not by the author', async () => {
    const room = await aCaseWithFindings()
    const { caseId } = room
    const reportId = await aReport(room)
    const author = await asUser(room, 'Ada Author')
    await expect(
      author.act('report.publication-save', { caseId, reportId, version: 0, publication: decided }),
    ).rejects.toThrow(/^not-permitted: /)
  })
})
