import { describe, expect, it } from 'vitest'
import type { CommentView, ThreadView } from '../../workspace/contract/comments.ts'
import { aDiscussedCase, asUser, importAgain, recordsOf, type Discussed } from './discussed-case.ts'

const threadsOf = async ({ act, caseId }: Discussed, recordId: string, pseudonyms = false) =>
  (await act('comment.list', { caseId, subject: { recordId }, pseudonyms })).threads

const said = ({ parts }: Pick<CommentView, 'parts'>): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : `@${part.name}`)).join('')

const begin = async (room: Discussed, text: string) => {
  const [recordId = ''] = await recordsOf(room)
  const made = await room.act('comment.open-thread', { caseId: room.caseId, subject: { recordId }, text })
  return { recordId, ...made }
}

const only = <T>(all: readonly T[]): T => {
  const [first] = all
  if (all.length !== 1 || first === undefined) throw new Error(`one was expected, not ${all.length}`)
  return first
}

describe('comments', () => {
  it('stand in threads on a record: opened, answered, resolved, opened again', async () => {
    const manager = await aDiscussedCase()
    const { caseId } = manager
    const { recordId, threadId } = await begin(manager, 'Was the door open?')
    const panel = await asUser(manager, 'Pat Member')
    await panel.act('comment.reply', { caseId, threadId, text: 'The log does not say.' })
    const thread = only(await threadsOf(panel, recordId))
    expect(thread.subject).toMatchObject({ kind: 'entry', recordId, date: '03/04/2023' })
    expect(thread.comments.map((one) => [one.author.name, one.own, said(one)])).toEqual([
      ['Robin Vale', false, 'Was the door open?'],
      ['Pat Member', true, 'The log does not say.'],
    ])
    await panel.act('comment.resolve', { caseId, threadId, version: thread.version })
    const resolved = only(await threadsOf(panel, recordId))
    expect(resolved.resolved).toMatchObject({ by: 'Pat Member' })
    await expect(
      panel.act('comment.resolve', { caseId, threadId, version: thread.version, resolved: false }),
    ).rejects.toThrow(/^conflict: /)
    await panel.act('comment.resolve', { caseId, threadId, version: resolved.version, resolved: false })
    expect(only(await threadsOf(panel, recordId)).resolved).toBeNull()
    const [, second = ''] = await recordsOf(panel)
    expect(await threadsOf(panel, second)).toEqual([])
  })

  it('are reworded by their author alone, and every wording is kept', async () => {
    const manager = await aDiscussedCase()
    const { caseId } = manager
    const { recordId, commentId } = await begin(manager, 'First wording')
    await manager.act('comment.edit', { caseId, commentId, version: 1, text: 'Second wording' })
    const shown = only(only(await threadsOf(manager, recordId)).comments)
    expect([said(shown), shown.version, shown.editedAt === null]).toEqual(['Second wording', 2, false])
    const wordings = await manager.act('comment.history', { caseId, commentId })
    expect(wordings.map(said)).toEqual(['First wording', 'Second wording'])
    await expect(
      manager.act('comment.edit', { caseId, commentId, version: 1, text: 'From an old page' }),
    ).rejects.toThrow(/^conflict: /)
    const panel = await asUser(manager, 'Pat Member')
    for (const attempt of [
      panel.act('comment.edit', { caseId, commentId, version: 2, text: 'Not mine' }),
      panel.act('comment.withdraw', { caseId, commentId, version: 2 }),
    ])
      await expect(attempt).rejects.toThrow(/^not-permitted: Only the person who wrote/)
    expect(said(only(only(await threadsOf(panel, recordId)).comments))).toBe('Second wording')
  })

  it('are withdrawn by their author: the text is gone from sight, that it was there stays, and it can come back', async () => {
    const manager = await aDiscussedCase()
    const { caseId } = manager
    const { recordId, threadId, commentId } = await begin(manager, 'Said too soon')
    await manager.act('comment.reply', { caseId, threadId, text: 'I agree.' })
    await manager.act('comment.withdraw', { caseId, commentId, version: 1 })
    const comments = only(await threadsOf(manager, recordId)).comments
    expect(comments.map((one) => [one.withdrawnAt === null, said(one)])).toEqual([
      [false, ''],
      [true, 'I agree.'],
    ])
    expect(JSON.stringify(await manager.act('comment.list', { caseId }))).not.toContain('Said too soon')
    await expect(manager.act('comment.history', { caseId, commentId })).rejects.toThrow(/^refused: /)
    await expect(
      manager.act('comment.edit', { caseId, commentId, version: 2, text: 'Again' }),
    ).rejects.toThrow(/^refused: /)
    await manager.act('comment.withdraw', { caseId, commentId, version: 2, withdrawn: false })
    expect(said(only(await threadsOf(manager, recordId)).comments[0]!)).toBe('Said too soon')
  })

  it('survive a new version of the file, and say where the account changed after them', async () => {
    const room = await aDiscussedCase()
    const { caseId } = room
    const records = await recordsOf(room)
    for (const recordId of records)
      await room.act('comment.open-thread', { caseId, subject: { recordId }, text: 'Written before' })
    await importAgain(room, (file) =>
      file
        .replace('Referral made', 'Referral made to the mental health team')
        .replace(/12\/06\/2023.*\r\n/, ''),
    )
    expect((await recordsOf(room)).length).toBe(2)
    const [first = '', second = '', third = ''] = records
    const since = async (recordId: string) => only(only(await threadsOf(room, recordId)).comments).since
    expect(await since(first)).toMatchObject({ kind: 'changed', fields: ['action'] })
    expect(await since(second)).toBeNull()
    expect(await since(third)).toEqual({ kind: 'removed' })
    const { threadId } = await room.act('comment.open-thread', {
      ...{ caseId, subject: { recordId: first }, text: 'Written after' },
    })
    const after = (await threadsOf(room, first)).find(({ id }) => id === threadId)
    expect(only(after?.comments ?? []).since).toBeNull()
    const entries = (await room.act('chronology.list', { caseId })).entries
    const changed = entries.find(({ recordId }) => recordId === first)
    expect(changed?.id).not.toBe(first)
    expect((await room.act('chronology.entry', { entryId: changed?.id ?? '' })).comments).toBe(2)
  })

  it('are read in pseudonyms by those who may not read the key, whoever typed the name', async () => {
    const manager = await aDiscussedCase()
    const { recordId } = await begin(
      manager,
      'Mrs Quillfeather said so; her son Tobias Quillfeather did not.',
    )
    const shown = only(only(await threadsOf(manager, recordId)).comments)
    expect([said(shown), shown.projected]).toEqual([
      'Mrs Quillfeather said so; her son Tobias Quillfeather did not.',
      false,
    ])
    const hidden = only(only(await threadsOf(manager, recordId, true)).comments)
    expect([said(hidden), hidden.projected]).toEqual(['Adult B said so; her son Son 1 did not.', true])
    const panel = await asUser(manager, 'Pat Member')
    await panel.act('comment.open-thread', {
      ...{ caseId: panel.caseId, subject: { recordId }, text: 'I know Mrs Quillfeather' },
    })
    const read = await panel.act('comment.list', { caseId: panel.caseId })
    expect(JSON.stringify(read)).not.toContain('Quillfeather')
    expect(read.threads.flatMap(({ comments }) => comments.map(said))).toEqual([
      'Adult B said so; her son Son 1 did not.',
      'I know Adult B',
    ])
  })

  it('leave no text and no name in the audit', async () => {
    const manager = await aDiscussedCase()
    const { caseId } = manager
    const { commentId, threadId } = await begin(manager, `Secretly, @[${manager.ids.panel}]`)
    await manager.act('comment.edit', { caseId, commentId, version: 1, text: 'Secretly, otherwise' })
    await manager.act('comment.resolve', { caseId, threadId, version: 1 })
    const { rows } = await manager.act('audit.list', {})
    expect(rows.filter(({ action }) => action.startsWith('comment.'))).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain('Secretly')
  })

  it('take no empty text, and nothing of another case', async () => {
    const room = await aDiscussedCase()
    const { caseId, act } = room
    const { threadId, commentId, recordId } = await begin(room, 'Here')
    await expect(act('comment.reply', { caseId, threadId, text: '  \n ' })).rejects.toThrow(
      /^invalid: .*Write something first/,
    )
    for (const subject of [{}, { recordId, findingId: 'f' }])
      await expect(act('comment.open-thread', { caseId, subject, text: 't' })).rejects.toThrow(/^invalid: /)
    const { caseId: other } = await act('sample.load', {})
    for (const attempt of [
      act('comment.open-thread', { caseId: other, subject: { recordId }, text: 't' }),
      act('comment.list', { caseId: other, subject: { recordId } }),
      act('comment.reply', { caseId: other, threadId, text: 't' }),
      act('comment.edit', { caseId: other, commentId, version: 1, text: 't' }),
      act('comment.withdraw', { caseId: other, commentId, version: 1 }),
      act('comment.resolve', { caseId: other, threadId, version: 1 }),
      act('comment.history', { caseId: other, commentId }),
      act('mention.mark', { caseId: other, commentId }),
    ])
      await expect(attempt).rejects.toThrow(/^not-found: /)
    expect((await act('comment.list', { caseId: other })).threads).toEqual([])
  })
})

describe('mentions', () => {
  const mention = (id: string): string => `@[${id}]`
  const unread = async ({ act }: Discussed): Promise<number> => (await act('mention.count', {})).unread

  it('reach those named, in every case of theirs, until they are read', async () => {
    const manager = await aDiscussedCase()
    const { caseId, ids } = manager
    const { threadId, commentId } = await begin(manager, `${mention(ids.panel)}, did Mrs Quillfeather call?`)
    expect(await unread(manager)).toBe(0)
    const panel = await asUser(manager, 'Pat Member')
    expect(await unread(panel)).toBe(1)
    const told = only(await panel.act('mention.list', {}))
    expect(told).toMatchObject({ caseId, caseTitle: 'Adult B', author: 'Robin Vale', readAt: null, threadId })
    expect(told.subject).toMatchObject({ kind: 'entry', date: '03/04/2023' })
    expect(said(told)).toBe('@Pat Member, did Adult B call?')
    await panel.act('mention.mark', { caseId, commentId })
    expect(await unread(panel)).toBe(0)
    expect(only(await panel.act('mention.list', {})).readAt).not.toBeNull()
    await panel.act('mention.mark', { caseId, commentId, read: false })
    expect(await unread(panel)).toBe(1)
    await panel.act('comment.reply', { caseId, threadId, text: `No, ${mention(ids.manager)}.` })
    expect(await unread(panel)).toBe(0)
    expect(await unread(await asUser(panel, 'Robin Vale'))).toBe(1)
  })

  it('are gone where the comment is withdrawn or names somebody else now', async () => {
    const manager = await aDiscussedCase()
    const { caseId, ids } = manager
    const { commentId } = await begin(manager, `${mention(ids.panel)} and ${mention(ids.author)}`)
    await manager.act('comment.edit', { caseId, commentId, version: 1, text: `Only ${mention(ids.author)}` })
    const panel = await asUser(manager, 'Pat Member')
    expect([await unread(panel), await panel.act('mention.list', {})]).toEqual([0, []])
    const author = await asUser(panel, 'Ada Author')
    expect(await unread(author)).toBe(1)
    const again = await asUser(author, 'Robin Vale')
    await again.act('comment.withdraw', { caseId, commentId, version: 2 })
    expect(await unread(await asUser(again, 'Ada Author'))).toBe(0)
  })

  it('are of people who may comment on the case: its team and those of every case', async () => {
    const manager = await aDiscussedCase()
    const { caseId, ids, act } = manager
    const { people } = await act('comment.list', { caseId })
    expect(people.map(({ name }) => name)).toEqual(['Ada Author', 'Pat Member'])
    const { commentId } = await begin(manager, 'Nobody yet')
    for (const attempt of [
      begin(manager, `Hello ${mention(ids.outsider)}`),
      act('comment.edit', { caseId, commentId, version: 1, text: mention(ids.outsider) }),
    ])
      await expect(attempt).rejects.toThrow(/^invalid: Only people who may comment on this case/)
    const outsider = await asUser(manager, 'Otto Side')
    expect(await unread(outsider)).toBe(0)
    const panel = await asUser(outsider, 'Pat Member')
    expect((await panel.act('comment.list', { caseId })).people.map(({ name }) => name)).toEqual([
      'Ada Author',
      'Robin Vale',
    ])
  })

  it('show the name a person goes by now', async () => {
    const manager = await aDiscussedCase()
    const { recordId } = await begin(manager, `Ask ${mention(manager.ids.author)} about it`)
    const threads = async (): Promise<readonly ThreadView[]> => threadsOf(manager, recordId)
    expect(said(only(only(await threads()).comments))).toBe('Ask @Ada Author about it')
    const { vault } = manager.host.session ?? {}
    vault?.db.prepare('UPDATE users SET name = ? WHERE id = ?').run('Ada Newname', manager.ids.author)
    expect(said(only(only(await threads()).comments))).toBe('Ask @Ada Newname about it')
  })
})
