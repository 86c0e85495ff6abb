import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../workspace/contract.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { smallCase, smallRoster } from './small-case.ts'

/** Scenario 6 of requirements section 7: a police visit of 14 March that the ambulance service dates to 15 March. */
const police = [
  [
    '14/03/2023',
    'Welfare visit. Officers forced entry, Mrs Quillfeather found on the hall floor, long lie of nine hours. Ambulance called.',
  ],
  ['20/03/2023', 'Neighbour complained of loud music.'],
] as const
const ambulance = [
  [
    '15/03/2023',
    'Called by police who had forced entry. Mrs Quillfeather on hall floor, long lie of four hours. Conveyed to hospital.',
  ],
  ['02/04/2023', 'Fell in garden, not conveyed.'],
] as const
const council = [
  [
    '15/03/2023',
    'Police notified us of forced entry on 14 March: Mrs Quillfeather found on hall floor and taken to hospital by ambulance.',
  ],
] as const

const agencies = [
  { id: 'a1', name: 'Larkmere Council', sector: 'Local authority', status: 'received' },
  { id: 'a2', name: 'Police', sector: 'Police', status: 'received' },
  { id: 'a3', name: 'Larkmere Ambulance Service', sector: 'NHS', status: 'received' },
]

type Rows = readonly (readonly [date: string, event: string])[]

const importRows = async ({ act }: Pick<Workspace, 'act'>, caseId: string, agencyId: string, rows: Rows) => {
  const file = path.join(aFolder(), `${agencyId}.csv`)
  writeFileSync(file, ['Date,Event', ...rows.map(([date, event]) => `${date},"${event}"`)].join('\r\n'))
  return act('chronology.import', { caseId, agencyId, path: file })
}

const aLinkedCase = async () => {
  const workspace = await aWorkspace()
  const added = await workspace.act('case.add', { case: { ...smallCase, agencies }, roster: smallRoster })
  const { caseId } = added
  await importRows(workspace, caseId, 'a2', police)
  await importRows(workspace, caseId, 'a3', ambulance)
  await importRows(workspace, caseId, 'a1', council)
  const entry = async (agency: string, starts: string, from: Workspace = workspace) => {
    const { entries } = await from.act('chronology.list', { caseId })
    const found = entries.find((one) => one.agencyId === agency && one.event.startsWith(starts))
    if (!found) throw new Error(`no entry of ${agency} starts so`)
    return found
  }
  return { ...workspace, caseId, entry }
}

type Linked = Awaited<ReturnType<typeof aLinkedCase>>

const decide = async (
  { act, caseId }: Pick<Linked, 'act' | 'caseId'>,
  a: string,
  b: string,
  decision: 'confirmed' | 'rejected' | 'undecided',
  reason = '',
) => {
  const { version } = await act('chronology.pair', { caseId, a, b })
  return act('chronology.decide-links', { caseId, pairs: [{ a, b, version }], decision, reason })
}

const settle = (
  { act, caseId }: Pick<Linked, 'act' | 'caseId'>,
  conflict: Output<'chronology.conflicts'>['conflicts'][number],
  rest: {
    outcome: 'preferred' | 'neither' | 'both' | 'open' | 'withdrawn'
    preferred?: string
    reason?: string
  },
) =>
  act('chronology.settle-conflict', {
    caseId,
    aspect: conflict.aspect,
    subject: conflict.subject,
    accounts: conflict.accounts.map(({ entryId }) => entryId),
    version: conflict.version,
    ...rest,
  })

describe('same event, two accounts', () => {
  it('links a police visit of 14 March and an ambulance call of 15 March, shows both and lists the conflict', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call] = [await entry('a2', 'Welfare'), await entry('a3', 'Called')]
    const { pairs } = await act('chronology.proposals', { caseId })
    const proposed = pairs.find((pair) => pair.a.entryId === visit.id && pair.b.entryId === call.id)
    expect(proposed).toMatchObject({ state: 'proposed', version: 0, decided: null })
    expect(proposed?.reason).toMatch(/^The dates are one day apart/)
    expect(proposed?.differences.map(({ aspect }) => aspect)).toEqual(['date', 'content'])
    expect((await act('chronology.conflicts', { caseId })).conflicts).toEqual([])
    const before = await act('chronology.conflicts', { caseId, proposed: true })
    expect(before.conflicts.every(({ confirmed, eventId }) => !confirmed && eventId === null)).toBe(true)

    await decide(made, visit.id, call.id, 'confirmed', 'One call-out')
    const { events } = await act('chronology.events', { caseId })
    expect(events.map(({ accounts }) => accounts.map(({ agencyId, date }) => [agencyId, date]))).toEqual([
      [
        ['a2', '14/03/2023'],
        ['a3', '15/03/2023'],
      ],
    ])
    expect(events[0]?.links).toMatchObject([
      { state: 'confirmed', decided: { by: 'Robin Vale', reason: 'One call-out' }, changedSince: [] },
    ])
    const open = await act('chronology.conflicts', { caseId })
    expect(open).toMatchObject({ open: 2, resolved: 0, total: 2 })
    expect(open.conflicts.map(({ aspect, accounts }) => [aspect, accounts.map(({ says }) => says)])).toEqual([
      ['date', ['14 March 2023', '15 March 2023']],
      ['content', ['nine hours', 'four hours']],
    ])
    const { entries } = await act('chronology.list', { caseId })
    expect(entries).toHaveLength(5)
    expect(entries.map(({ id, linked, conflicts }) => [id, linked, conflicts])).toEqual(
      entries.map(({ id }) => [id, ...(id === visit.id || id === call.id ? [1, 2] : [0, 0])]),
    )
    expect((await act('chronology.entry-links', { caseId, entryId: call.id })).event).toEqual(events[0])
  })

  it('proposes again what is undecided again, and never what was decided or is together already', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call, notice] = [
      (await entry('a2', 'Welfare')).id,
      (await entry('a3', 'Called')).id,
      (await entry('a1', 'Police notified')).id,
    ]
    const open = async () =>
      (await act('chronology.proposals', { caseId })).pairs.map(({ a, b }) =>
        [a.entryId, b.entryId].toSorted().join(),
      )
    const pair = (a: string, b: string): string => [a, b].toSorted().join()
    const all = new Set([pair(visit, call), pair(visit, notice), pair(call, notice)])
    expect(new Set(await open())).toEqual(all)
    await decide(made, visit, call, 'rejected', 'Two call-outs')
    expect(new Set(await open())).toEqual(new Set([pair(visit, notice), pair(call, notice)]))
    expect((await act('chronology.rejected-links', { caseId })).pairs).toMatchObject([
      {
        state: 'rejected',
        version: 1,
        decided: { reason: 'Two call-outs', suggestion: expect.any(String) as unknown },
      },
    ])
    await decide(made, visit, call, 'undecided')
    expect(new Set(await open())).toEqual(all)
    await decide(made, visit, notice, 'confirmed')
    expect(await decide(made, call, notice, 'confirmed')).toMatchObject({ together: 3 })
    expect(await open()).toEqual([])
    const links = await act('chronology.links', { caseId })
    expect(links.map(({ state, entryIds }) => [state, pair(...entryIds)]).toSorted()).toEqual(
      [
        ['confirmed', pair(visit, notice)],
        ['confirmed', pair(call, notice)],
      ].toSorted(),
    )
    expect(await act('chronology.link-counts', { caseId })).toMatchObject({
      proposals: 0,
      events: 1,
      rejected: 0,
    })
  })

  it('refuses what contradicts another decision, two entries of one agency, and a link that nothing explains', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call, notice] = [
      (await entry('a2', 'Welfare')).id,
      (await entry('a3', 'Called')).id,
      (await entry('a1', 'Police notified')).id,
    ]
    await act('chronology.proposals', { caseId })
    await decide(made, visit, call, 'rejected')
    await decide(made, visit, notice, 'confirmed')
    await expect(decide(made, call, notice, 'confirmed')).rejects.toThrow(
      'refused: That would put into one event',
    )
    await decide(made, visit, call, 'confirmed')
    await decide(made, call, notice, 'confirmed')
    await expect(decide(made, visit, call, 'rejected')).rejects.toThrow(
      'refused: These two are one event by way of',
    )
    const music = (await entry('a2', 'Neighbour')).id
    await expect(decide(made, visit, music, 'confirmed', 'x')).rejects.toThrow(
      'invalid: Both entries are by Police. Only accounts by different agencies',
    )
    const fall = (await entry('a3', 'Fell')).id
    await expect(decide(made, fall, music, 'confirmed')).rejects.toThrow(
      'invalid: These two entries were not proposed',
    )
    await expect(decide(made, fall, fall, 'confirmed', 'x')).rejects.toThrow(
      'invalid: Choose two different entries.',
    )
    await decide(made, fall, music, 'confirmed', 'Both tell of the garden')
    expect((await act('chronology.events', { caseId })).events).toHaveLength(2)
  })

  it('answers a conflict where somebody decided meanwhile, and keeps all of a batch or none', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call, notice] = [
      (await entry('a2', 'Welfare')).id,
      (await entry('a3', 'Called')).id,
      (await entry('a1', 'Police notified')).id,
    ]
    await act('chronology.proposals', { caseId })
    await decide(made, visit, call, 'confirmed')
    const both = (version: number) =>
      act('chronology.decide-links', {
        caseId,
        pairs: [
          { a: call, b: notice, version: 0 },
          { a: visit, b: call, version },
        ],
        decision: 'undecided',
        reason: '',
      })
    await expect(both(0)).rejects.toThrow('conflict: Somebody has decided')
    expect((await act('chronology.pair', { caseId, a: call, b: notice })).version).toBe(0)
    expect((await both(1)).decided.map(({ version, before }) => [version, before])).toEqual([
      [1, 'undecided'],
      [2, 'confirmed'],
    ])
  })

  it('outlives a new version of the file, and says which account has changed since', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call] = [(await entry('a2', 'Welfare')).id, (await entry('a3', 'Called')).id]
    await decide(made, visit, call, 'confirmed', 'One call-out')
    const [date, hours] = (await act('chronology.conflicts', { caseId })).conflicts
    if (!date || !hours) throw new Error('two conflicts were expected')
    await settle(made, date, { outcome: 'preferred', preferred: visit, reason: 'Control room log' })
    await settle(made, hours, { outcome: 'neither', reason: 'Nobody was there' })
    await act('chronology.note-conflict', {
      caseId,
      aspect: 'action',
      positions: [
        { entryId: visit, says: 'Ambulance called by the officers' },
        { entryId: call, says: 'Called by the control room' },
      ],
    })
    const music = (await entry('a2', 'Neighbour')).id
    await decide(made, music, call, 'rejected', 'Another week')
    expect(await act('chronology.conflicts', { caseId })).toMatchObject({ open: 1, resolved: 2 })
    const changed = police.map(([day, event]) => [day, event.replace('nine hours', 'eleven hours')] as const)
    expect(await importRows(made, caseId, 'a2', changed)).toMatchObject({ changed: 1, unchanged: 1 })

    const now = (await entry('a2', 'Welfare')).id
    expect(now).not.toBe(visit)
    const { events } = await act('chronology.events', { caseId })
    expect(events[0]?.accounts.map(({ entryId }) => entryId)).toEqual([now, call])
    expect(events[0]?.links[0]?.changedSince).toEqual([events[0]?.accounts[0]?.recordId])
    const { conflicts } = await act('chronology.conflicts', { caseId, state: 'all' })
    expect(conflicts.map(({ aspect, state, earlier }) => [aspect, state, earlier?.outcome ?? null])).toEqual([
      ['date', 'resolved', null],
      ['content', 'open', 'neither'],
      ['action', 'open', null],
    ])
    expect(conflicts[0]?.resolution).toMatchObject({ outcome: 'preferred', reason: 'Control room log' })
    expect(conflicts[2]?.accounts.map(({ says }) => says)).toEqual([
      'Ambulance called by the officers',
      'Called by the control room',
    ])
    expect((await act('chronology.rejected-links', { caseId })).pairs[0]?.decided?.reason).toBe(
      'Another week',
    )
    await expect(
      act('chronology.decide-links', {
        caseId,
        pairs: [{ a: visit, b: call, version: 1 }],
        decision: 'undecided',
      }),
    ).rejects.toThrow('conflict: A newer version')
    await decide(made, now, call, 'confirmed')
    expect((await act('chronology.events', { caseId })).events[0]?.links[0]?.changedSince).toEqual([])

    await importRows(made, caseId, 'a2', [['20/03/2023', police[1][1]]])
    const left = (await act('chronology.events', { caseId })).events[0]?.accounts
    expect(left?.map(({ agencyId, removed }) => [agencyId, removed])).toEqual([
      ['a2', true],
      ['a3', false],
    ])
  })

  it('offers a weak pair on its entry alone, where a person may still link it', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    await importRows(made, caseId, 'a1', [...council, ['20/03/2023', 'Neighbour rang about music.']])
    const [complaint, call] = [(await entry('a2', 'Neighbour')).id, (await entry('a1', 'Neighbour')).id]
    const isPair = ({
      a,
      b,
    }: {
      readonly a: { entryId: string }
      readonly b: { entryId: string }
    }): boolean => [a.entryId, b.entryId].toSorted().join() === [complaint, call].toSorted().join()
    expect((await act('chronology.proposals', { caseId })).pairs.some(isPair)).toBe(false)
    const links = await act('chronology.entry-links', { caseId, entryId: call })
    expect(links.proposals).toEqual([])
    expect(links.perhaps.filter(isPair)).toHaveLength(1)
    expect(links.perhaps[0]?.reason).toMatch(/^The dates overlap/)
    await decide(made, complaint, call, 'confirmed')
    const after = await act('chronology.entry-links', { caseId, entryId: call })
    expect(after.event?.accounts).toHaveLength(2)
    expect(after.perhaps).toEqual([])
  })

  it('settles a difference with a reason, opens it again, and opens it where another account joins', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call, notice] = [
      (await entry('a2', 'Welfare')).id,
      (await entry('a3', 'Called')).id,
      (await entry('a1', 'Police notified')).id,
    ]
    await act('chronology.proposals', { caseId })
    await decide(made, visit, call, 'confirmed')
    const date = async (): Promise<Output<'chronology.conflicts'>['conflicts'][number]> => {
      const { conflicts } = await act('chronology.conflicts', { caseId, state: 'all' })
      const found = conflicts.find(({ aspect }) => aspect === 'date')
      if (!found) throw new Error('a conflict about the date was expected')
      return found
    }
    const first = await date()
    await expect(settle(made, first, { outcome: 'preferred', preferred: visit })).rejects.toThrow(
      'invalid: Say why',
    )
    await expect(settle(made, first, { outcome: 'preferred', reason: 'x' })).rejects.toThrow(
      'invalid: Choose the account',
    )
    await expect(settle(made, first, { outcome: 'withdrawn' })).rejects.toThrow(
      'invalid: Only a difference that a person',
    )
    await settle(made, first, { outcome: 'preferred', preferred: visit, reason: 'Control room log' })
    await expect(settle(made, first, { outcome: 'neither', reason: 'x' })).rejects.toThrow('conflict: ')
    const settled = await date()
    expect(settled).toMatchObject({
      state: 'resolved',
      resolution: { outcome: 'preferred', by: 'Robin Vale', reason: 'Control room log' },
    })
    expect(settled.accounts).toHaveLength(2)
    expect(settled.resolution?.preferred).toBe(settled.accounts[0]?.recordId)
    await settle(made, settled, { outcome: 'open' })
    expect(await date()).toMatchObject({ state: 'open', resolution: null })
    await settle(made, await date(), { outcome: 'both', reason: 'It went on past midnight' })
    await decide(made, visit, notice, 'confirmed')
    const joined = await date()
    expect(joined).toMatchObject({
      state: 'open',
      earlier: { outcome: 'both', reason: 'It went on past midnight' },
    })
    expect(joined.accounts).toHaveLength(3)
  })

  it('lists what a person wrote down beside what was found, until it is withdrawn', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry } = made
    const [visit, call] = [(await entry('a2', 'Welfare')).id, (await entry('a3', 'Called')).id]
    const positions = [
      { entryId: visit, says: 'Ambulance called by the officers' },
      { entryId: call, says: 'Called by the control room' },
    ]
    await expect(act('chronology.note-conflict', { caseId, aspect: 'action', positions })).rejects.toThrow(
      'conflict: These accounts are not',
    )
    await decide(made, visit, call, 'confirmed', 'One call-out')
    await act('chronology.note-conflict', { caseId, aspect: 'action', positions })
    const noted = async () =>
      (await act('chronology.conflicts', { caseId })).conflicts.find((one) => one.noted)
    const found = await noted()
    expect(found).toMatchObject({ aspect: 'action', state: 'open', confirmed: true })
    expect(found?.accounts.map(({ says }) => says)).toEqual(positions.map(({ says }) => says))
    expect((await entry('a2', 'Welfare')).conflicts).toBe(3)
    if (!found) throw new Error('the noted difference was expected')
    const { version } = await settle(made, found, { outcome: 'withdrawn' })
    expect(await noted()).toBeUndefined()
    expect((await entry('a2', 'Welfare')).conflicts).toBe(2)
    await expect(settle(made, found, { outcome: 'open' })).rejects.toThrow('conflict: ')
    await settle(made, { ...found, version }, { outcome: 'open' })
    expect(await noted()).toMatchObject({ state: 'open', accounts: found.accounts })
  })

  it('is for those who analyse; a panel member reads it by pseudonyms', async () => {
    const made = await aLinkedCase()
    const { caseId, entry } = made
    const [visit, call] = [(await entry('a2', 'Welfare')).id, (await entry('a3', 'Called')).id]
    await decide(made, visit, call, 'confirmed', 'Mrs Quillfeather was there in both')
    const [conflict] = (await made.act('chronology.conflicts', { caseId })).conflicts
    if (!conflict) throw new Error('a conflict was expected')
    await settle(made, conflict, { outcome: 'neither', reason: 'Marjorie Quillfeather said so' })
    const userId = await addUser(made, 'Pat Member', 'panel-member')
    await made.act('case.team-add', { caseId, userId })
    const panel = await reopenedAs(made, 'Pat Member', passphraseOf('panel-member'))
    const everything = JSON.stringify([
      await panel.act('chronology.events', { caseId }),
      await panel.act('chronology.conflicts', { caseId, state: 'all', proposed: true }),
      await panel.act('chronology.proposals', { caseId }),
      await panel.act('chronology.links', { caseId }),
      await panel.act('chronology.entry-links', { caseId, entryId: visit }),
      await panel.act('chronology.pair', { caseId, a: visit, b: call }),
    ])
    expect(everything).toContain('Adult B was there in both')
    expect(everything).not.toMatch(/Quillfeather/)
    await expect(decide({ ...panel, caseId }, visit, call, 'undecided')).rejects.toThrow('not-permitted')
  })

  it('knows no entry of another case', async () => {
    const made = await aLinkedCase()
    const { act, caseId, entry, host } = made
    const other = await act('case.add', {
      case: { ...smallCase, ref: 'LRK-SAR-2026-C', agencies },
      roster: smallRoster,
    })
    await importRows(made, other.caseId, 'a3', [['14/03/2023', 'Conveyed to hospital.']])
    const [foreign] = (await act('chronology.list', { caseId: other.caseId })).entries
    const visit = (await entry('a2', 'Welfare')).id
    const b = foreign?.id ?? ''
    const refused = async (
      name:
        'chronology.pair' | 'chronology.decide-links' | 'chronology.note-conflict' | 'chronology.entry-links',
      input: object,
    ) => {
      const result = await dispatch(host, name, { caseId, ...input } as never)
      return result.ok ? 'done' : result.error.code
    }
    expect(await refused('chronology.pair', { a: visit, b })).toBe('not-found')
    expect(await refused('chronology.entry-links', { entryId: b })).toBe('not-found')
    expect(
      await refused('chronology.decide-links', {
        pairs: [{ a: visit, b, version: 0 }],
        decision: 'confirmed',
        reason: 'x',
      }),
    ).toBe('not-found')
    expect(
      await refused('chronology.note-conflict', {
        aspect: 'date',
        positions: [
          { entryId: visit, says: 'x' },
          { entryId: b, says: 'y' },
        ],
      }),
    ).toBe('not-found')
  })
})
