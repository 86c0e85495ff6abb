import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyAnalysis, type AnalysisChange } from '../../domain/chronology/analysis.ts'
import type { Input } from '../../workspace/contract.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, sample, type Workspace } from './builders.ts'
import { addSmallCase, smallCase, smallRoster, writeSmallFiles } from './small-case.ts'

const aCase = async (workspace: Workspace) => {
  const files = writeSmallFiles(aFolder())
  const caseId = await addSmallCase(workspace, files)
  const { entries } = await workspace.act('chronology.list', { caseId })
  return { caseId, files, records: entries.map(({ recordId }) => recordId) }
}

type List = Omit<Input<'chronology.list'>, 'caseId'>
const events = async ({ act }: Workspace, caseId: string, filter: List = {}) =>
  (await act('chronology.list', { caseId, ...filter })).entries.map(({ event }) => event.split(' ').at(-1))

const save = (
  { act }: Workspace,
  caseId: string,
  recordId: string,
  version: number,
  change: AnalysisChange,
) => act('analysis.save', { caseId, records: [{ recordId, version }], change: change as never })

describe('the analysis of an entry', () => {
  it('is kept apart from the record, with who and when and every earlier value', async () => {
    const workspace = await aWorkspace()
    const { caseId, records } = await aCase(workspace)
    const [recordId = ''] = records
    const nothing = await workspace.act('analysis.show', { caseId, recordId })
    expect(nothing).toMatchObject({ version: 0, analysis: emptyAnalysis, changedBy: null, history: [] })
    expect((await workspace.act('chronology.list', { caseId })).entries[0]?.marks).toBeNull()

    await save(workspace, caseId, recordId, 0, { judgement: 'good-practice', kloes: [1], comment: 'Prompt.' })
    await save(workspace, caseId, recordId, 1, { judgement: 'missed-opportunity', adultSeen: 'no' })
    const shown = await workspace.act('analysis.show', { caseId, recordId })
    expect(shown).toMatchObject({
      version: 2,
      analysis: {
        ...emptyAnalysis,
        judgement: 'missed-opportunity',
        kloes: [1],
        adultSeen: 'no',
        comment: 'Prompt.',
      },
      changedBy: 'Robin Vale',
      changedAt: workspace.env.now(),
      accountChanged: null,
    })
    expect(shown.history.map(({ version, changedBy, parts }) => [version, changedBy, parts])).toEqual([
      [
        2,
        'Robin Vale',
        [
          { part: 'judgement', before: 'good-practice', after: 'missed-opportunity' },
          { part: 'adultSeen', before: null, after: 'no' },
        ],
      ],
      [
        1,
        'Robin Vale',
        [
          { part: 'judgement', before: null, after: 'good-practice' },
          { part: 'kloes', before: [], after: [1] },
          { part: 'comment', before: '', after: 'Prompt.' },
        ],
      ],
    ])
    const [row] = (await workspace.act('chronology.list', { caseId })).entries
    expect(row?.marks).toMatchObject({ judgement: 'missed-opportunity', kloes: [1], analysed: true })
    // What the agency wrote is what it was: its own comment stays its own.
    expect(row?.analysis).toBe('Good practice')
    const entry = await workspace.act('chronology.entry', { entryId: row?.id ?? '' })
    expect(entry.fields.comment).toBe('Good practice')
    const { rows } = await workspace.act('audit.list', {})
    const [audited] = rows.filter(({ action }) => action === 'analysis.save')
    expect(audited).toMatchObject({ record: recordId, version: 2, detail: { parts: 'judgement adultSeen' } })
    expect(JSON.stringify(rows)).not.toContain('Prompt.')
  })

  it('is not written over what somebody else has changed since, and nothing is written where nothing changes', async () => {
    const workspace = await aWorkspace()
    const { caseId, records } = await aCase(workspace)
    const [recordId = ''] = records
    await save(workspace, caseId, recordId, 0, { judgement: 'unclear' })
    await expect(save(workspace, caseId, recordId, 0, { judgement: null })).rejects.toThrow('conflict')
    await expect(save(workspace, caseId, recordId, 7, { judgement: null })).rejects.toThrow('conflict')
    expect((await save(workspace, caseId, recordId, 1, { judgement: 'unclear' })).changed).toBe(0)
    expect((await workspace.act('analysis.show', { caseId, recordId })).version).toBe(1)
  })

  it('is refused where it is not valid, of another case, or of a line of enquiry the case does not have', async () => {
    const workspace = await aWorkspace()
    const { caseId, records, files } = await aCase(workspace)
    const [recordId = ''] = records
    const other = await addSmallCase(workspace, files, { ref: 'LRK-SAR-2026-C' })
    await expect(save(workspace, other, recordId, 0, { judgement: 'unclear' })).rejects.toThrow('not-found')
    await expect(workspace.act('analysis.show', { caseId: other, recordId })).rejects.toThrow('not-found')
    await expect(
      workspace.act('analysis.preview', { caseId: other, recordIds: [recordId], change: {} }),
    ).rejects.toThrow('not-found')
    await expect(save(workspace, caseId, recordId, 0, { kloes: [9] })).rejects.toThrow(
      'invalid: The case has no key line of enquiry 9.',
    )
    await expect(save(workspace, caseId, recordId, 0, { flags: ['other'] })).rejects.toThrow(
      'invalid: Say in a word what makes it sensitive',
    )
    const { changeId } = await save(workspace, caseId, recordId, 0, { judgement: 'unclear' })
    await expect(workspace.act('analysis.undo', { caseId: other, changeId })).rejects.toThrow('not-found')
    expect((await workspace.act('analysis.show', { caseId, recordId })).version).toBe(1)
  })

  it('keeps a name in it from those who may not read the key, who cannot write over what they do not see', async () => {
    const workspace = await aWorkspace()
    const { caseId, records } = await aCase(workspace)
    const [recordId = '', second = ''] = records
    const comment = 'Toby Quillfeather was not asked.'
    await save(workspace, caseId, recordId, 0, { comment, significance: 'High' })
    await addUser(workspace, 'Sam Chair', 'chair')
    const chair = await reopenedAs(workspace, 'Sam Chair', passphraseOf('chair'))
    const shown = await chair.act('analysis.show', { caseId, recordId })
    expect(shown.analysis.comment).toBe('Son 1 was not asked.')
    expect(shown.namesHiddenIn).toEqual(['comment'])
    expect(shown.history[0]?.parts).toContainEqual({
      part: 'comment',
      before: '',
      after: 'Son 1 was not asked.',
    })
    await expect(save(chair, caseId, recordId, 1, { comment: 'Son 1 was not asked twice.' })).rejects.toThrow(
      'refused',
    )
    await save(chair, caseId, recordId, 1, { judgement: 'missed-opportunity', significance: 'Very high' })
    await save(chair, caseId, second, 0, { comment: 'Mine.' })
    const manager = await reopenedAs(chair, 'Robin Vale', 'gravel thimble orbit lantern')
    const now = await manager.act('analysis.show', { caseId, recordId })
    expect(now.analysis).toMatchObject({
      comment,
      judgement: 'missed-opportunity',
      significance: 'Very high',
    })
    expect(now.history.map(({ changedBy }) => changedBy)).toEqual(['Sam Chair', 'Robin Vale'])
    // The same holds of somebody who has hidden the names themselves.
    const hidden = { caseId, records: [{ recordId, version: 2 }], pseudonyms: true }
    await expect(manager.act('analysis.save', { ...hidden, change: { comment: 'Other' } })).rejects.toThrow(
      'refused',
    )
  })
})

describe('what an agency’s own columns say', () => {
  it('is offered and never copied', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('sample.load', {})
    const { entries } = await workspace.act('chronology.list', { caseId, agencies: ['a1'] })
    const seenAlone = await Promise.all(
      entries.slice(0, 69).map(({ id }) => workspace.act('chronology.entry', { entryId: id })),
    )
    const entry = seenAlone.find(({ fields }) => fields.adultSeen === 'Yes - alone')
    const recordId = entry?.recordId ?? ''
    const { suggestions, analysis } = await workspace.act('analysis.show', { caseId, recordId })
    expect(analysis).toEqual(emptyAnalysis)
    expect(suggestions).toContainEqual({
      part: 'spokenAlone',
      value: 'yes',
      field: 'adultSeen',
      said: 'Yes - alone',
    })
    expect(entries.every(({ marks }) => marks === null)).toBe(true)
  })
})

describe('a new version of the file', () => {
  it('keeps every judgement, and says where the account changed after it was judged until that is confirmed', async () => {
    const workspace = await aWorkspace()
    const { act } = workspace
    const { caseId } = await act('sample.load', {})
    const before = (await act('chronology.list', { caseId, agencies: ['a5'] })).entries
    const records = before.map(({ recordId }) => ({ recordId, version: 0 }))
    await act('analysis.save', { caseId, records, change: { judgement: 'unclear', kloes: [2] } })
    await act('chronology.import', {
      caseId,
      agencyId: 'a5',
      path: sample('housing-provider-chronology-v2.xlsx'),
    })
    // expected.json, reimport: 2 added, 1 changed, 1 removed of 30.
    const after = (await act('chronology.list', { caseId, agencies: ['a5'] })).entries
    expect(after.filter(({ marks }) => marks?.judgement === 'unclear')).toHaveLength(29)
    const stale = await act('chronology.list', { caseId, accountChanged: true })
    expect(stale.entries.map(({ marks }) => marks?.accountChanged)).toEqual([true])
    const recordId = stale.entries[0]?.recordId ?? ''
    const shown = await act('analysis.show', { caseId, recordId })
    expect(shown.accountChanged?.length).toBeGreaterThan(0)
    for (const { before, after } of shown.accountChanged ?? []) expect(before).not.toBe(after)

    // Another edit does not confirm it, nor does one of many.
    await save(workspace, caseId, recordId, 1, { significance: 'Low' })
    const preview = await act('analysis.preview', {
      caseId,
      recordIds: [recordId],
      change: { addKloes: [3] },
    })
    expect(preview.accountChanged).toBe(1)
    expect((await act('chronology.list', { caseId, accountChanged: true })).total).toBe(1)
    await act('analysis.save', { caseId, records: [{ recordId, version: 2 }], change: {}, confirm: true })
    const confirmed = await act('analysis.show', { caseId, recordId })
    expect(confirmed).toMatchObject({ accountChanged: null, version: 3 })
    expect(confirmed.history.map((one) => [one.confirmed, one.parts.length])).toEqual([
      [true, 0],
      [false, 1],
      [false, 2],
    ])
    expect((await act('chronology.list', { caseId, accountChanged: true })).total).toBe(0)

    // What the agency took out keeps its judgement, to be read and not changed.
    const gone = before.find((entry) => !after.some((one) => one.recordId === entry.recordId))
    const removed = await act('analysis.show', { caseId, recordId: gone?.recordId ?? '' })
    expect(removed).toMatchObject({ withdrawn: true, analysis: { judgement: 'unclear' } })
    await expect(save(workspace, caseId, gone?.recordId ?? '', 1, { judgement: null })).rejects.toThrow(
      'not-found',
    )
  })
})

describe('a change of many', () => {
  it('is looked over first, changes only what it gives, and is undone as one', async () => {
    const workspace = await aWorkspace()
    const { act } = workspace
    const { caseId, records } = await aCase(workspace)
    const [first = '', second = '', third = ''] = records
    await save(workspace, caseId, first, 0, {
      judgement: 'good-practice',
      comment: 'Kept.',
      flags: ['health'],
    })
    await save(workspace, caseId, second, 0, { judgement: 'missed-opportunity', kloes: [1] })
    const change = {
      judgement: 'missed-opportunity' as const,
      addKloes: [1],
      removeFlags: ['health' as const],
    }
    const preview = await act('analysis.preview', { caseId, recordIds: records, change })
    expect(preview).toEqual({
      records: [
        { recordId: first, version: 1 },
        { recordId: second, version: 1 },
        { recordId: third, version: 0 },
      ],
      total: 3,
      unchanged: 1,
      replaced: [
        { part: 'judgement', records: 1, values: [{ value: 'good-practice', records: 1 }] },
        { part: 'flags', records: 1, values: [] },
      ],
      accountChanged: 0,
    })
    expect((await act('chronology.list', { caseId, judgements: ['missed-opportunity'] })).total).toBe(1)
    const saved = await act('analysis.save', { caseId, records: preview.records, change })
    expect(saved.changed).toBe(2)
    const marks = async () =>
      (await act('chronology.list', { caseId })).entries.map(
        (row) => row.marks && [row.marks.judgement, row.marks.kloes, row.marks.comment, row.marks.flags],
      )
    const changed = [
      ['missed-opportunity', [1], 'Kept.', []],
      ['missed-opportunity', [1], '', []],
      ['missed-opportunity', [1], '', []],
    ]
    expect(await marks()).toEqual(changed)
    const undone = await act('analysis.undo', { caseId, changeId: saved.changeId })
    expect(undone).toMatchObject({ changed: 2, left: 0 })
    expect(await marks()).toEqual([
      ['good-practice', [], 'Kept.', ['health']],
      ['missed-opportunity', [1], '', []],
      [null, [], '', []],
    ])
    expect((await act('chronology.list', { caseId, analysed: false })).total).toBe(1)
    // Undoing the undoing is a change like another.
    await act('analysis.undo', { caseId, changeId: undone.changeId })
    expect(await marks()).toEqual(changed)
  })

  it('is written whole or not at all, and undone only where nobody has changed it since', async () => {
    const workspace = await aWorkspace()
    const { act } = workspace
    const { caseId, records } = await aCase(workspace)
    const [first = '', second = ''] = records
    await save(workspace, caseId, second, 0, { judgement: 'unclear' })
    const stale = records.map((recordId) => ({ recordId, version: 0 }))
    await expect(
      act('analysis.save', { caseId, records: stale, change: { judgement: 'good-practice' } }),
    ).rejects.toThrow('conflict')
    expect((await act('chronology.list', { caseId, judgements: ['good-practice'] })).total).toBe(0)
    const { records: read } = await act('analysis.preview', { caseId, recordIds: records, change: {} })
    const { changeId } = await act('analysis.save', { caseId, records: read, change: { adultSeen: 'no' } })
    await save(workspace, caseId, first, 1, { adultSeen: 'yes' })
    expect(await act('analysis.undo', { caseId, changeId })).toMatchObject({ changed: 2, left: 1 })
    const rows = (await act('chronology.list', { caseId })).entries
    expect(rows.map(({ marks }) => marks?.adultSeen)).toEqual(['yes', null, null])
    await expect(act('analysis.undo', { caseId, changeId })).rejects.toThrow('conflict')
  })
})

describe('filters on what the review says', () => {
  it('combine with one another, with the agency, the dates and a search', async () => {
    const workspace = await aWorkspace()
    const { act } = workspace
    const kloes = [1, 2, 3].map((n) => ({ n, text: `Line ${n}` }))
    const { caseId } = await act('case.add', { case: { ...smallCase, kloes }, roster: smallRoster })
    const file = path.join(aFolder(), 'entries.csv')
    const rows = Array.from({ length: 8 }, (_, n) => `0${n + 1}/01/2023,Visit about the roof ${n + 1}`)
    writeFileSync(file, ['Date,Event', ...rows].join('\n'))
    await act('chronology.import', { caseId, agencyId: 'a1', path: file })
    await act('chronology.import', { caseId, agencyId: 'a2', path: writeSmallFiles(aFolder()).chronology })
    const own = (await act('chronology.list', { caseId, agencies: ['a1'] })).entries
    const changes: readonly AnalysisChange[] = [
      { judgement: 'missed-opportunity', kloes: [3], adultSeen: 'no' },
      { judgement: 'missed-opportunity', kloes: [1, 3], adultSeen: 'no', spokenAlone: 'not-applicable' },
      { judgement: 'missed-opportunity', kloes: [3], adultSeen: 'yes', spokenAlone: 'no' },
      { judgement: 'missed-opportunity', kloes: [1], adultSeen: 'no', voiceHeard: 'yes' },
      { judgement: 'good-practice', kloes: [3], adultSeen: 'no', capacity: 'not-recorded' },
      { kloes: [2] },
      { flags: ['criminal-offence', 'third-party'] },
    ]
    for (const [n, change] of changes.entries())
      await save(workspace, caseId, own[n]?.recordId ?? '', 0, change)
    const found = (filter: List) => events(workspace, caseId, { agencies: ['a1'], ...filter })
    // Scenario 9: missed opportunity + KLOE 3 + adult not seen.
    const scenario = { judgements: ['missed-opportunity' as const], kloes: [3], adultSeen: ['no' as const] }
    expect(await found(scenario)).toEqual(['1', '2'])
    expect(await found({ ...scenario, search: 'roof' })).toEqual(['1', '2'])
    expect(await found({ ...scenario, search: 'garden' })).toEqual([])
    expect(await found({ ...scenario, from: '2023-01-02' })).toEqual(['2'])
    expect(await events(workspace, caseId, { ...scenario, agencies: ['a2'] })).toEqual([])
    expect(await found({ judgements: ['good-practice', 'none'] })).toEqual(['5', '6', '7', '8'])
    expect(await found({ kloes: [1, 2] })).toEqual(['2', '4', '6'])
    expect(await found({ spokenAlone: ['no', 'not-applicable'] })).toEqual(['2', '3'])
    expect(await found({ voiceHeard: ['yes'] })).toEqual(['4'])
    expect(await found({ capacity: ['not-recorded'] })).toEqual(['5'])
    expect(await found({ capacity: ['none'], flags: ['criminal-offence'] })).toEqual(['7'])
    expect(await found({ flags: ['third-party', 'health'] })).toEqual(['7'])
    expect(await found({ analysed: true })).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(await found({ analysed: false })).toEqual(['7', '8'])
    const { recordIds } = await act('chronology.record-ids', { caseId, ...scenario })
    expect(recordIds).toEqual([own[0]?.recordId, own[1]?.recordId])
    await expect(act('chronology.list', { caseId, judgements: ['poor' as never] })).rejects.toThrow('invalid')
  })
})
