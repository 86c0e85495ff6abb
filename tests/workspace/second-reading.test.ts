import { describe, expect, it } from 'vitest'
import { aFolder, passphrase } from '../db/builders.ts'
import { addUser, approvePack, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { addSmallCase, basis, unknownName, writeSmallFiles } from './small-case.ts'

const why = 'zebra-crossing reason'
const put = 'a zebra-crossing neighbour'
const number = '01632 960123'

type Asked = Workspace & { readonly packId: string; readonly caseId: string }

/** A pack whose first reader replaced the unknown name and gave a telephone number back; then a second is asked for. */
const aPack = async (): Promise<Asked> => {
  const workspace = await aWorkspace()
  const { act } = workspace
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  await addUser(workspace, 'Sam Second', 'business-manager')
  await addUser(workspace, 'Chris Chair', 'chair')
  const { packId, candidates } = await act('pack.build', {
    ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv'], basis },
  })
  expect(candidates.map(({ text }) => text)).toEqual([unknownName])
  const passages = await act('pack.passages', { packId })
  const line = passages.find(({ original }) => original.includes(number))
  const start = line?.original.indexOf(number) ?? 0
  const report = await act('pack.review', {
    packId,
    decisions: [
      { candidate: unknownName, decision: 'replace', replacement: put, reason: why },
      {
        ...{ passage: line?.id ?? '', start, end: start + number.length },
        ...{ decision: 'keep', reason: why, everywhere: false },
      },
    ],
  })
  expect(report.state).toBe('ready')
  expect(await act('pack.second-reading', { packId })).toEqual({ state: 'not-asked' })
  expect(await act('pack.ask-second-reading', { packId })).toEqual({
    ...{ state: 'waits', for: 'second-reader', unread: 2, total: 2 },
  })
  return { ...workspace, packId, caseId }
}

const asSecond = (pack: Workspace) => reopenedAs(pack, 'Sam Second', passphraseOf('business-manager'))

const stateOf = async ({ act }: Workspace, packId: string): Promise<string> =>
  (await act('pack.show', { packId })).state

const questionsOf = async ({ act }: Workspace, packId: string) => {
  const view = await act('pack.second-reading', { packId })
  if (view.state !== 'reads') throw new Error(`not to be read: ${view.state}`)
  return view.questions
}

const comparedIn = async ({ act }: Workspace, packId: string) => {
  const view = await act('pack.second-reading', { packId })
  if (view.state !== 'compared') throw new Error(`not compared: ${view.state}`)
  return view
}

/** The second reader keeps the name that the first replaced, and hides the number that the first kept. */
const readDifferently = async (second: Workspace, packId: string): Promise<void> => {
  for (const { id, text } of await questionsOf(second, packId))
    await second.act('pack.read-second', {
      ...{ packId, question: id, reason: 'Read alone' },
      ...(text === unknownName
        ? { decision: 'keep' as const }
        : { decision: 'replace' as const, replacement: 'a number' }),
    })
}

describe('a second reader', () => {
  it('is asked the same questions and told nothing of what the first decided, by no action', async () => {
    const pack = await aPack()
    const { packId } = pack
    expect(await stateOf(pack, packId)).toBe('needs-review')
    const second = await asSecond(pack)
    const questions = await questionsOf(second, packId)
    expect(questions.map(({ text, mine }) => [text, mine])).toEqual([
      [unknownName, null],
      [number, null],
    ])
    const shown = await second.act('pack.show', { packId })
    expect(shown.secondReading).toEqual({ isAsked: true, left: 2, isBlind: true })
    expect(shown.candidates).toEqual([])
    const told = JSON.stringify([questions, shown])
    expect(told).toContain(`${unknownName}`)
    expect(told).not.toContain('zebra-crossing')
    const refused = /^refused: .*without what was decided/
    await expect(second.act('pack.passages', { packId })).rejects.toThrow(refused)
    await expect(second.act('pack.searches', { packId })).rejects.toThrow(refused)
    await expect(second.act('pack.review', { packId, decisions: [] })).rejects.toThrow(refused)
    await expect(second.act('pack.approve', { packId })).rejects.toThrow(/^refused: The second reading/)
  })

  it('is never the first, and answers once', async () => {
    const pack = await aPack()
    const { packId } = pack
    const second = await asSecond(pack)
    const [one] = await questionsOf(second, packId)
    const answer = { packId, question: one?.id ?? '', decision: 'keep' as const }
    await second.act('pack.read-second', answer)
    await expect(second.act('pack.read-second', answer)).rejects.toThrow(/^refused: .*The answer stands/)
    await expect(second.act('pack.read-second', { ...answer, question: 'none' })).rejects.toThrow(
      /^invalid: /,
    )
    const robin = await reopenedAs(second, 'Robin Vale', passphrase)
    await expect(robin.act('pack.read-second', answer)).rejects.toThrow(/^refused: .*neither built/)
    const waiting = await robin.act('pack.second-reading', { packId })
    expect(waiting).toEqual({ state: 'waits', for: 'second-reader', unread: 1, total: 2 })
  })

  it('who agrees in everything makes the pack ready, and does not approve it', async () => {
    const pack = await aPack()
    const { packId } = pack
    const second = await asSecond(pack)
    for (const { id, text } of await questionsOf(second, packId))
      await second.act('pack.read-second', {
        ...{ packId, question: id },
        ...(text === unknownName
          ? { decision: 'replace' as const, replacement: 'somebody' }
          : { decision: 'keep' as const }),
      })
    expect(await comparedIn(second, packId)).toMatchObject({ total: 2, agreed: 2, differences: [] })
    expect(await stateOf(second, packId)).toBe('ready')
    await expect(second.act('pack.approve', { packId })).rejects.toThrow(/^not-permitted: /)
    const chair = await reopenedAs(second, 'Chris Chair', passphraseOf('chair'))
    expect(await approvePack(chair, packId)).toMatchObject({ state: 'approved' })
  })
})

describe('two readings that differ', () => {
  it('are compared, and each difference is settled by a named person with a reason, which sets the decision', async () => {
    const pack = await aPack()
    const { packId } = pack
    const second = await asSecond(pack)
    await readDifferently(second, packId)
    const view = await comparedIn(second, packId)
    expect(view).toMatchObject({ total: 2, agreed: 0, unsettled: 2 })
    const [name, phone] = view.differences
    expect(name).toMatchObject({
      first: [{ decision: 'replace', replacement: put, reason: why, by: 'Robin Vale' }],
      second: { decision: 'keep', reason: 'Read alone', by: 'Sam Second' },
      settlement: null,
    })
    expect(await stateOf(second, packId)).toBe('needs-review')
    const robin = await reopenedAs(second, 'Robin Vale', passphrase)
    const settle = { packId, question: name?.id ?? '', chosen: 'first' as const }
    await expect(robin.act('pack.settle-reading', { ...settle, reason: ' ' })).rejects.toThrow(/^invalid: /)
    await robin.act('pack.settle-reading', { ...settle, reason: 'She is a private person.' })
    await expect(robin.act('pack.settle-reading', { ...settle, reason: 'Again' })).rejects.toThrow(
      /^refused: There is no difference/,
    )
    expect(await stateOf(robin, packId)).toBe('needs-review')
    await robin.act('pack.settle-reading', {
      ...{ packId, question: phone?.id ?? '', chosen: 'second', reason: 'It is her own number.' },
    })
    const settled = await comparedIn(robin, packId)
    expect([settled.agreed, settled.unsettled]).toEqual([0, 0])
    expect(settled.differences.map(({ settlement }) => settlement)).toMatchObject([
      { chosen: 'first', reason: 'She is a private person.', by: 'Robin Vale' },
      { chosen: 'second', reason: 'It is her own number.', by: 'Robin Vale' },
    ])
    const shown = await robin.act('pack.show', { packId })
    expect(shown).toMatchObject({ state: 'ready', isStale: false })
    const text = JSON.stringify(shown.document)
    expect(text).toContain(put)
    expect(text).toContain('a number')
    expect(text).not.toContain(number)
  })

  it('are open again when the first reader decides anew after the settlement', async () => {
    const pack = await aPack()
    const { packId } = pack
    const second = await asSecond(pack)
    await readDifferently(second, packId)
    const robin = await reopenedAs(second, 'Robin Vale', passphrase)
    for (const { id } of (await comparedIn(robin, packId)).differences)
      await robin.act('pack.settle-reading', {
        ...{ packId, question: id, chosen: 'second', reason: 'As Sam says.' },
      })
    expect(await stateOf(robin, packId)).toBe('ready')
    await robin.act('pack.review', {
      packId,
      decisions: [{ candidate: unknownName, decision: 'replace', replacement: 'somebody' }],
    })
    expect(await stateOf(robin, packId)).toBe('needs-review')
    expect((await comparedIn(robin, packId)).unsettled).toBe(1)
  })
})
