import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../db/decisions.ts'
import type { ReviewDecision } from '../../workspace/contract/pack-review.ts'
import { decisionsAtGate } from '../../workspace/packs/decisions-for.ts'
import { findLeaks } from '../../domain/redaction/find-leaks.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { parseRoster } from '../../domain/people/roster.ts'
import { aFolder } from '../db/builders.ts'
import { aWorkspace, type Workspace } from './builders.ts'
import { addSmallCase, basis, unknownName, writeSmallFiles } from './small-case.ts'

const police = [
  'Date,Event',
  '04/05/2023,Mrs Ostrander rang again from the Harrowgate lunch club.',
  '05/05/2023,Call to the out of hours line 01632 960999.',
].join('\r\n')

type Reviewed = Workspace & {
  readonly caseId: string
  readonly packId: string
  readonly decide: (...decisions: readonly ReviewDecision[]) => ReturnType<Workspace['act']>
  readonly passage: (words: string) => Promise<{ readonly id: string; readonly original: string }>
}

/** A pack of the small case with a second file, in which the unknown name stands in two entries. */
const aPack = async (): Promise<Reviewed> => {
  const workspace = await aWorkspace()
  const { act } = workspace
  const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
  const file = path.join(aFolder(), 'police.csv')
  writeFileSync(file, police)
  await act('chronology.import', { caseId, agencyId: 'a2', path: file })
  const { packId } = await act('pack.build', {
    ...{ caseId, recipient: 'a2', profile: 'partner-agency', formats: ['csv', 'json', 'docx'], basis },
  })
  return {
    ...{ ...workspace, caseId, packId },
    decide: (...decisions) => act('pack.review', { packId, decisions: [...decisions] }),
    passage: async (words) => {
      const passages = await act('pack.passages', { packId })
      const found = passages.find(({ original }) => original.includes(words))
      if (!found) throw new Error('no such passage')
      return found
    },
  }
}

const shown = async ({ act, packId }: Reviewed): Promise<string> =>
  JSON.stringify((await act('pack.show', { packId })).document)

const at = (passage: { readonly id: string; readonly original: string }, words: string) => {
  const start = passage.original.indexOf(words)
  return { passage: passage.id, start, end: start + words.length }
}

/** Everything asked is answered, but for one text. */
const othersKept = async ({ act, packId }: Reviewed, but: string): Promise<readonly ReviewDecision[]> =>
  (await act('pack.show', { packId })).candidates
    .filter(({ text, decision }) => text !== but && decision === null)
    .map(({ id }) => ({ candidate: id, decision: 'keep', reason: '' }))

describe('a decision', () => {
  it('is for one place or for the whole case: the same words stay in one entry and go in another', async () => {
    const pack = await aPack()
    const first = await pack.passage('a neighbour, called')
    const second = await pack.passage('rang again')
    const others = await othersKept(pack, unknownName)
    const half = await pack.act('pack.review', {
      packId: pack.packId,
      decisions: [
        ...others,
        { candidate: unknownName, decision: 'keep', place: first.id, reason: 'A public name.' },
      ],
    })
    expect(half.state).toBe('needs-review')
    expect(half.candidates.filter(({ decision }) => decision === null)).toMatchObject([
      { text: unknownName, places: [{ passage: second.id }] },
    ])
    const report = await pack.act('pack.review', {
      packId: pack.packId,
      decisions: [{ candidate: unknownName, decision: 'replace', place: second.id, replacement: 'Somebody' }],
    })
    expect(report).toMatchObject({ state: 'ready', leaks: [] })
    const text = await shown(pack)
    expect(text).toContain('Mrs Ostrander, a neighbour, called.')
    expect(text).toContain('Somebody rang again')
    expect(text.match(/Ostrander/g)).toHaveLength(1)
  })

  it('gives way, in its own place, to a decision for that place', async () => {
    const pack = await aPack()
    const second = await pack.passage('rang again')
    await pack.decide(
      ...(await othersKept(pack, unknownName)),
      { candidate: unknownName, decision: 'replace', replacement: 'a neighbour', reason: '' },
      { candidate: unknownName, decision: 'replace', replacement: 'a caller', place: second.id, reason: '' },
    )
    const text = await shown(pack)
    expect(text).toContain('a neighbour, a neighbour, called.')
    expect(text).toContain('a caller rang again')
  })

  it('is shown with who and why, can be taken back, and is asked again', async () => {
    const pack = await aPack()
    await pack.decide(...(await othersKept(pack, unknownName)), {
      ...{ candidate: unknownName, decision: 'keep', reason: 'She asked to be named.' },
    })
    const { candidates, state } = await pack.act('pack.show', { packId: pack.packId })
    expect(state).toBe('ready')
    const one = candidates.find(({ text }) => text === unknownName)
    expect(one?.decision).toMatchObject({
      ...{ decision: 'keep', origin: 'question', reason: 'She asked to be named.', by: 'Robin Vale' },
    })
    await pack.decide({ candidate: unknownName, decision: 'withdraw', reason: '' })
    const after = await pack.act('pack.show', { packId: pack.packId })
    expect(after.state).toBe('needs-review')
    expect(after.candidates.find(({ text }) => text === unknownName)?.decision).toBeNull()
    await expect(pack.decide({ candidate: unknownName, decision: 'withdraw', reason: '' })).rejects.toThrow(
      /^invalid: There is no decision here/,
    )
  })
})

describe('a replacement', () => {
  it('made by a pattern is undone with a reason, here only, and the gate lets just that stand', async () => {
    const pack = await aPack()
    const line = await pack.passage('out of hours line')
    const number = at(line, '01632 960999')
    await expect(
      pack.decide({ ...number, decision: 'keep', reason: ' ', everywhere: false }),
    ).rejects.toThrow(/^invalid: .*Say why/)
    await pack.decide(
      ...(await othersKept(pack, unknownName)),
      { candidate: unknownName, decision: 'replace', replacement: 'a neighbour', reason: '' },
      { ...number, decision: 'keep', reason: 'A published helpline.', everywhere: false },
    )
    const view = await pack.act('pack.show', { packId: pack.packId })
    expect(view).toMatchObject({ state: 'ready', leaks: [] })
    const text = JSON.stringify(view.document)
    expect(text).toContain('the out of hours line 01632 960999.')
    expect(text).not.toContain('01632 960123')
    const [undone] = view.candidates.filter(({ decision }) => decision?.origin === 'restored')
    expect(undone).toMatchObject({ place: line.id, decision: { reason: 'A published helpline.' } })
    await pack.decide({ candidate: undone?.id ?? '', decision: 'withdraw', reason: '' })
    expect(await shown(pack)).not.toContain('960999')
  })

  it('of what is in the key is never undone here', async () => {
    const pack = await aPack()
    const seen = await pack.passage('Mrs Quillfeather seen at home')
    await expect(
      pack.decide({
        ...{ ...at(seen, 'Mrs Quillfeather'), decision: 'keep', reason: 'No reason is enough.' },
        everywhere: true,
      }),
    ).rejects.toThrow(/^invalid: This is in the people key/)
    await expect(
      pack.decide({ ...at(seen, 'seen at'), decision: 'keep', reason: 'Nothing here', everywhere: false }),
    ).rejects.toThrow(/^invalid: Nothing is replaced/)
  })
})

describe('words the detector passed over', () => {
  it('are marked, for a place or the case, and become words or somebody', async () => {
    const pack = await aPack()
    const line = await pack.passage('rang again')
    const visit = await pack.passage('visited the office')
    const decisions: ReviewDecision[] = [
      ...(await othersKept(pack, unknownName)),
      { candidate: unknownName, decision: 'replace', replacement: 'a neighbour', reason: '' },
      {
        ...at(line, 'lunch club'),
        decision: 'replace',
        replacement: 'a service',
        everywhere: true,
        reason: '',
      },
      { ...at(visit, 'the office'), decision: 'replace', entity: 'o01', everywhere: false, reason: '' },
    ]
    await pack.decide(...decisions)
    const text = await shown(pack)
    expect(text).not.toContain('lunch club')
    expect(text).toContain('visited Council.')
    const { candidates } = await pack.act('pack.show', { packId: pack.packId })
    expect(
      candidates.filter(({ decision }) => decision?.origin === 'marked').map(({ text: words }) => words),
    ).toEqual(['lunch club', 'the office'])
  })

  it('are words of this pack', async () => {
    const pack = await aPack()
    const line = await pack.passage('rang again')
    const put = { decision: 'replace', replacement: 'x', everywhere: false, reason: '' } as const
    await expect(pack.decide({ passage: 'entry:none', start: 0, end: 4, ...put })).rejects.toThrow(
      /^invalid: /,
    )
    await expect(pack.decide({ passage: line.id, start: 0, end: 9_999, ...put })).rejects.toThrow(
      /^invalid: /,
    )
    await expect(pack.decide({ passage: line.id, start: 4, end: 4, ...put })).rejects.toThrow(/^invalid: /)
  })
})

describe('a pack whose case has changed', () => {
  it('says so, and is built again with what was decided', async () => {
    const pack = await aPack()
    await pack.decide(...(await othersKept(pack, '')))
    const { packId, caseId, act } = pack
    const person = { id: 'p09', kind: 'person', name: 'Edith Ostrander', pseudonym: 'Neighbour 1' } as const
    await act('people-key.save', { caseId, version: 0, entry: { ...person, aliases: [unknownName] } })
    expect((await act('pack.show', { packId })).isStale).toBe(true)
    await act('pack.review', { packId, decisions: [] })
    const after = await act('pack.show', { packId })
    expect(after.isStale).toBe(false)
    expect(JSON.stringify(after.document)).toContain('Neighbour 1 rang again')
  })
})

describe('what the gate may pass', () => {
  const roster = parseRoster(
    {
      version: '1',
      entries: [
        { id: 'p1', kind: 'person', name: 'William Harrow', pseudonym: 'Son 1', aliases: ['Will Harrow'] },
      ],
    },
    'The key',
  )
  const prepared = prepareRoster(roster)
  const passage = (id: string, redacted: string) => ({
    ...{ id, where: id, original: redacted, redacted, spans: [], candidates: [] },
  })
  const kept: Decision = {
    ...{ id: 'd', caseId: 'c', text: 'Will Harrow', place: 'e1', reason: '', decidedBy: 'u', decidedAt: '' },
    decision: 'keep',
    origin: 'question',
    audience: 'agencies',
  }
  const leaksIn = (text: string): number => {
    const decisions = decisionsAtGate([kept], [passage('e1', 'The ship Will Harrow sailed at noon.')])
    return findLeaks([{ file: 'f', where: 'w', text }], prepared, { audience: 'agencies', decisions }).length
  }

  it('is what a person kept in one place, with its neighbours, broken over lines or not', () => {
    expect(leaksIn('The ship Will Harrow sailed at noon.')).toBe(0)
    expect(leaksIn('The ship Will\nHarrow sailed at noon.')).toBe(0)
    expect(leaksIn('The ship\nWill Harrow\nsailed at noon.')).toBe(0)
  })

  it('is not the same words anywhere else', () => {
    expect(leaksIn('Will Harrow was seen.')).toBeGreaterThan(0)
    expect(leaksIn('He told Will Harrow sailed away.')).toBeGreaterThan(0)
  })
})
