import { describe, expect, it } from 'vitest'
import { basis, unknownName } from './small-case.ts'
import { aDiscussedCase, asUser, importAgain, recordsOf, type Discussed } from './discussed-case.ts'

const aFinding = async (room: Discussed, recordIds: readonly string[] = []) => {
  const { findingId } = await room.act('finding.add', {
    ...{ caseId: room.caseId, title: 'Calls were not joined up', recordIds: [...recordIds] },
  })
  return findingId
}

const show = ({ act, caseId }: Discussed, findingId: string, pseudonyms = false) =>
  act('finding.show', { caseId, findingId, pseudonyms })

const evidence = async (room: Discussed, findingId: string) =>
  (await show(room, findingId)).evidence.map(({ entry, note }) => [entry.date.original, note])

describe('findings', () => {
  it('show their entries, and an entry shows its findings', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const [first = '', second = '', third = ''] = await recordsOf(room)
    const one = await aFinding(room, [first, third])
    const { findingId: two, number } = await act('finding.add', {
      caseId,
      title: 'Was she heard?',
      kind: 'question',
      domain: 'direct-work',
      kloes: [1],
    })
    expect(number).toBe(2)
    const added = await act('finding.add-entries', {
      ...{ caseId, findingId: two, version: 1, recordIds: [third, second, third], note: 'Nobody asked her' },
    })
    expect(added).toMatchObject({ version: 2, added: 2 })
    expect(await evidence(room, one)).toEqual([
      ['03/04/2023', ''],
      ['12/06/2023', ''],
    ])
    expect((await show(room, two)).evidence.map(({ entry }) => [entry.event, entry.agency])).toEqual([
      ['Toby Quillfeather visited the office.', 'Larkmere Council'],
      ['Mrs Ostrander, a neighbour, called.', 'Larkmere Council'],
    ])
    const ofThird = await act('finding.of-entry', { caseId, recordId: third })
    expect(ofThird.map(({ number: n, title, note }) => [n, title, note])).toEqual([
      [1, 'Calls were not joined up', ''],
      [2, 'Was she heard?', 'Nobody asked her'],
    ])
    expect(await act('finding.of-entry', { caseId, recordId: second })).toHaveLength(1)
    expect((await act('chronology.entry', { entryId: third })).findings).toBe(2)
  })

  it('keep their evidence, its order and its notes over a new version of the file', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const [first = '', second = '', third = ''] = await recordsOf(room)
    const findingId = await aFinding(room, [first, second, third])
    await act('finding.note-entry', { caseId, findingId, version: 1, recordId: first, note: 'First sign' })
    await act('finding.move-entry', { caseId, findingId, version: 2, recordId: third, place: 0 })
    await importAgain(room, (file) =>
      file.replace('Referral made', 'Referral sent').replace(/12\/06\/2023.*\r\n/, ''),
    )
    const shown = (await show(room, findingId)).evidence
    expect(shown.map(({ recordId, note, removed }) => [recordId, note, removed])).toEqual([
      [third, '', true],
      [first, 'First sign', false],
      [second, '', false],
    ])
    expect(shown[1]?.entry.action).toBe('Referral sent')
    expect(shown[1]?.entry.id).not.toBe(first)
  })

  it('are changed only from the version that was read, and every version is kept and can be put back', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const [first = ''] = await recordsOf(room)
    const findingId = await aFinding(room, [first])
    const at = (version: number) => ({ caseId, findingId, version })
    await act('finding.save', { ...at(1), statement: 'Nobody joined the calls up.', domain: 'interagency' })
    await expect(act('finding.save', { ...at(1), title: 'From an old page' })).rejects.toThrow(/^conflict: /)
    await act('finding.save', { ...at(2), status: 'agreed', kloes: [1] })
    await act('finding.remove-entries', { ...at(3), recordIds: [first] })
    expect(await show(room, findingId)).toMatchObject({ version: 4, status: 'agreed', entries: 0 })
    const reworded = await act('finding.save', { ...at(4), statement: 'Other words.' })
    expect(await show(room, findingId)).toMatchObject({ version: reworded.version, status: 'draft' })
    const history = await act('finding.history', { caseId, findingId })
    expect(history.map(({ version, changed }) => [version, changed])).toEqual([
      [5, ['statement', 'status']],
      [4, ['evidence']],
      [3, ['kloes', 'status']],
      [2, ['statement', 'domain']],
      [1, ['title', 'statement', 'kind', 'domain', 'kloes', 'status', 'evidence']],
    ])
    await act('finding.restore', { ...at(5), to: 3 })
    expect(await show(room, findingId)).toMatchObject({
      ...{ version: 6, status: 'agreed', entries: 1, statement: 'Nobody joined the calls up.' },
    })
    await expect(act('finding.restore', { ...at(6), to: 99 })).rejects.toThrow(/^not-found: /)
    const same = await act('finding.save', { ...at(6), status: 'agreed' })
    expect(same.version).toBe(6)
  })

  it('leave a gap where no finding answers a key line of enquiry', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const gaps = async () => (await act('finding.list', { caseId })).gaps.kloes
    expect(await gaps()).toEqual([{ n: 1, text: 'How was Mrs Quillfeather heard?' }])
    const findingId = await aFinding(room)
    await act('finding.save', { caseId, findingId, version: 1, kloes: [1] })
    expect(await gaps()).toEqual([])
    await act('finding.save', { caseId, findingId, version: 2, status: 'withdrawn' })
    expect(await gaps()).toHaveLength(1)
    expect((await act('finding.list', { caseId })).findings).toMatchObject([{ status: 'withdrawn' }])
    await expect(act('finding.save', { caseId, findingId, version: 3, kloes: [7] })).rejects.toThrow(
      /^invalid: This case has no key line of enquiry/,
    )
  })

  it('leave a gap where an entry judged a missed opportunity is in none of them', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const [first = '', second = ''] = await recordsOf(room)
    await act('analysis.save', {
      caseId,
      records: [second, first].map((recordId) => ({ recordId, version: 0 })),
      change: { judgement: 'missed-opportunity' },
    })
    const missed = async () => {
      const { total, entries } = (await act('finding.list', { caseId })).gaps.missed
      return [total, entries.map(({ recordId }) => recordId)]
    }
    expect(await missed()).toEqual([2, [first, second]])
    const findingId = await aFinding(room, [first])
    expect(await missed()).toEqual([1, [second]])
    expect((await show(room, findingId)).evidence[0]?.entry.marks?.judgement).toBe('missed-opportunity')
    await act('finding.save', { caseId, findingId, version: 1, status: 'withdrawn' })
    expect(await missed()).toEqual([2, [first, second]])
  })

  it('are read by the panel in pseudonyms, and made by the reviewer', async () => {
    const manager = await aDiscussedCase()
    const { caseId } = manager
    const [first = ''] = await recordsOf(manager)
    const { findingId } = await manager.act('finding.add', {
      ...{ caseId, title: 'Mrs Quillfeather was not asked', statement: 'Toby Quillfeather spoke for her.' },
      ...{ recordIds: [first], note: 'Mrs Quillfeather stood there' },
    })
    const panel = await asUser(manager, 'Pat Member')
    const shown = await show(panel, findingId)
    expect(shown).toMatchObject({
      ...{ title: 'Adult B was not asked', statement: 'Son 1 spoke for her.', projected: true },
      evidence: [{ note: 'Adult B stood there' }],
    })
    for (const answer of [
      await panel.act('finding.list', { caseId }),
      await panel.act('finding.history', { caseId, findingId }),
      await panel.act('finding.of-entry', { caseId, recordId: first }),
    ])
      expect(JSON.stringify(answer)).not.toContain('Quillfeather')
    await expect(panel.act('finding.save', { caseId, findingId, version: 1, title: 'x' })).rejects.toThrow(
      /^not-permitted: /,
    )
    await panel.act('comment.open-thread', { caseId, subject: { findingId }, text: 'Which visit was it?' })
    expect((await show(panel, findingId)).comments).toBe(1)
  })

  it('take nothing of another case', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const [first = ''] = await recordsOf(room)
    const findingId = await aFinding(room, [first])
    const { caseId: other } = await act('sample.load', {})
    const otherRecord = (await act('chronology.list', { caseId: other, limit: 1 })).entries[0]?.recordId ?? ''
    const of = { caseId: other, findingId, version: 1 }
    for (const attempt of [
      act('finding.show', of),
      act('finding.history', of),
      act('finding.save', { ...of, title: 'x' }),
      act('finding.add-entries', { ...of, recordIds: [otherRecord] }),
      act('finding.remove-entries', { ...of, recordIds: [first] }),
      act('finding.note-entry', { ...of, recordId: first, note: '' }),
      act('finding.move-entry', { ...of, recordId: first, place: 0 }),
      act('finding.restore', { ...of, to: 1 }),
      act('finding.of-entry', { caseId: other, recordId: first }),
      act('finding.add', { caseId: other, title: 'x', recordIds: [first] }),
      act('finding.add-entries', { ...of, caseId, recordIds: [otherRecord] }),
      act('finding.note-entry', { ...of, caseId, recordId: otherRecord, note: '' }),
    ])
      await expect(attempt).rejects.toThrow(/^not-found: /)
    expect(await evidence(room, findingId)).toHaveLength(1)
  })
})

describe('a pack', () => {
  it('is the same, byte for byte, whatever was said and found', async () => {
    const room = await aDiscussedCase()
    const { act, caseId } = room
    const order = { caseId, recipient: 'a2', profile: 'partner-agency', basis } as const
    const build = async () => {
      const { packId } = await act('pack.build', {
        ...order,
        formats: ['docx', 'xlsx', 'csv', 'json', 'pdf'],
      })
      const decision = { candidate: unknownName, decision: 'replace', replacement: 'a neighbour' } as const
      await act('pack.review', { packId, decisions: [decision] }).catch(() => undefined)
      const { document, files } = await act('pack.show', { packId })
      return { document, files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })) }
    }
    await build()
    const before = await build()
    expect(before.files).toHaveLength(5)
    const [first = ''] = await recordsOf(room)
    const findingId = await aFinding(room, [first])
    await act('comment.open-thread', { caseId, subject: { recordId: first }, text: 'Never to leave' })
    await act('comment.open-thread', { caseId, subject: { findingId }, text: 'Nor this' })
    expect(await build()).toEqual(before)
  })
})
