import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import type { Input } from '../../workspace/contract.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, sample, type Workspace } from './builders.ts'
import { smallCase, smallRoster } from './small-case.ts'

/** Scenario 8 of the requirements: an agency silent January to June either declares no contact or is queried. */

const silent = { from: '2023-01-01', to: '2023-06-30' }
const header = 'Date,Event'
const second = [
  '01/07/2023,Letter filed',
  '20/08/2023,Letter filed',
  '01/10/2023,Letter filed',
  '10/12/2023,Visit',
]
const said = { saidBy: 'Records lead', saidOn: '2026-11-20', means: 'letter', note: '' } as const

const csv = (name: string, rows: readonly string[]): string => {
  const file = path.join(aFolder(), name)
  writeFileSync(file, [header, ...rows].join('\n'))
  return file
}

const aSilentAgency = async () => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
  await workspace.act('chronology.import', { caseId, agencyId: 'a1', path: csv('council.csv', second) })
  return { ...workspace, caseId }
}

const show = ({ act, caseId }: Pick<Workspace, 'act'> & { readonly caseId: string }) =>
  act('no-contact.show', { caseId })
const silencesOf = async (from: Awaited<ReturnType<typeof aSilentAgency>>, agencyId = 'a1') =>
  (await show(from)).agencies
    .find((agency) => agency.agencyId === agencyId)
    ?.silences.map(({ stretches, ...rest }) => ({
      ...{ from: rest.from, to: rest.to, state: rest.state },
      stretches: stretches.map(({ from, to, state }) => [from, to, state]),
    }))

const askedOf = async (
  { act, caseId }: Awaited<ReturnType<typeof aSilentAgency>>,
  change: Partial<Input<'no-contact.send'>> = {},
) => {
  const out = aFolder()
  const order = { caseId, agencyId: 'a1', stretches: [silent] }
  const { words, replyBy } = await act('no-contact.letter', order)
  return {
    out,
    sent: await act('no-contact.send', { ...order, words, replyBy, out, ...change }),
    words,
    replyBy,
  }
}

describe('an agency silent from January to June', () => {
  it('is open, then declared by hand, with who said so, when and how; and open again where that is withdrawn', async () => {
    const one = await aSilentAgency()
    expect(await silencesOf(one)).toEqual([
      { ...silent, state: 'open', stretches: [[silent.from, silent.to, 'open']] },
    ])
    const { statementId } = await one.act('no-contact.state', {
      caseId: one.caseId,
      agencyId: 'a1',
      ...silent,
      ...said,
    })
    expect(await silencesOf(one)).toEqual([
      { ...silent, state: 'declared', stretches: [[silent.from, silent.to, 'stated']] },
    ])
    const [statement] = (await show(one)).statements
    expect(statement).toMatchObject({
      ...silent,
      ...said,
      kind: 'no-contact',
      recordedBy: 'Robin Vale',
      withdrawn: null,
    })
    await one.act('no-contact.withdraw', { caseId: one.caseId, statementId })
    expect((await silencesOf(one))?.[0]?.state).toBe('open')
    expect((await show(one)).statements[0]?.withdrawn?.by).toBe('Robin Vale')
    await expect(one.act('no-contact.withdraw', { caseId: one.caseId, statementId })).rejects.toThrow(
      /^conflict: /,
    )
  })

  it('is queried by a letter, which is logged before it is written and names nobody', async () => {
    const one = await aSilentAgency()
    const { out, sent, replyBy } = await askedOf(one)
    expect(readdirSync(out).sort()).toEqual(['query-1.docx', 'query-1.pdf'])
    expect((await silencesOf(one))?.[0]).toMatchObject({
      state: 'queried',
      stretches: [[silent.from, silent.to, 'asked']],
    })
    const [query] = (await show(one)).queries
    expect(query).toMatchObject({
      ...silent,
      letter: 1,
      state: 'waiting',
      overdue: false,
      askedBy: 'Robin Vale',
      replyBy,
    })
    // Three weeks from the day the tests stand still on.
    expect(replyBy).toBe('2026-12-15')
    for (const name of readdirSync(out)) {
      const { texts, properties } = await inspectFile(readFileSync(path.join(out, name)), name)
      const whole = [...texts.map(({ text }) => text), ...Object.values(properties)]
        .join('\n')
        .replaceAll(/\s+/g, ' ')
      for (const words of [
        'Adult B',
        'LRK-SAR-2026-B',
        '1 January 2023',
        '30 June 2023',
        '181 days',
        '15 December 2026',
      ])
        expect(whole).toContain(words)
      expect(whole).not.toMatch(/Quillfeather|Marjorie/)
    }
    const { rows } = await one.act('audit.list', {})
    const logged = rows.filter(({ action }) => action === 'no-contact.send')
    expect(logged.map(({ detail }) => detail['state'])).toEqual(['sent', 'prepared'])
    expect(JSON.stringify(logged)).not.toContain(out)
    const [disclosure] = await one.act('disclosure.list', { caseId: one.caseId })
    expect(disclosure).toMatchObject({
      id: sent.disclosureId,
      state: 'done',
      recipient: 'Larkmere Council',
      records: 1,
    })
    expect(disclosure?.basis.power).toContain('section 45')
    const letter = await one.act('no-contact.sent', { caseId: one.caseId, letterId: sent.letterId })
    expect(letter).toMatchObject({ letter: 1, document: { title: 'Query about a chronology' } })
  })

  it('answers: records to follow, then no contact; a stale answer is a conflict', async () => {
    const one = await aSilentAgency()
    await askedOf(one)
    const answer = async (kind: 'no-contact' | 'records-to-follow', version: number) => {
      const [query] = (await show(one)).queries
      return one.act('no-contact.answer', {
        caseId: one.caseId,
        queryId: query?.id ?? '',
        version,
        kind,
        ...said,
      })
    }
    await answer('records-to-follow', 1)
    expect((await silencesOf(one))?.[0]).toMatchObject({
      state: 'queried',
      stretches: [[silent.from, silent.to, 'to-follow']],
    })
    await expect(answer('no-contact', 1)).rejects.toThrow(/^conflict: /)
    await answer('no-contact', 2)
    expect((await silencesOf(one))?.[0]?.state).toBe('declared')
    const [query] = (await show(one)).queries
    expect([query?.state, query?.statements.map(({ kind }) => kind)]).toEqual([
      'declared',
      ['records-to-follow', 'no-contact'],
    ])
  })

  it('closes by itself when a later file fills it, saying which, and asks on about what is left', async () => {
    const one = await aSilentAgency()
    await askedOf(one)
    const bring = (name: string, rows: readonly string[]) =>
      one.act('chronology.import', {
        caseId: one.caseId,
        agencyId: 'a1',
        path: csv(name, [...rows, ...second]),
      })
    await bring('second.csv', ['01/03/2023,Call to the duty desk'])
    const [partly] = (await show(one)).queries
    expect([partly?.state, partly?.stillAsked]).toEqual([
      'waiting',
      [{ from: '2023-03-02', to: '2023-06-30' }],
    ])
    expect(await silencesOf(one)).toEqual([
      {
        from: '2023-03-02',
        to: '2023-06-30',
        state: 'queried',
        stretches: [['2023-03-02', '2023-06-30', 'asked']],
      },
    ])
    await bring('third.csv', ['01/03/2023,Call to the duty desk', 'May 2023,Three visits'])
    const [filled] = (await show(one)).queries
    expect(filled).toMatchObject({ state: 'filled', stillAsked: [], overdue: false })
    expect(filled?.filledBy).toMatchObject({ entries: 2, file: 'third.csv', importedBy: 'Robin Vale' })
    expect(await silencesOf(one)).toEqual([])
  })

  it('counts from the length its case chose, which nothing but the case’s people change', async () => {
    const one = await aSilentAgency()
    const set = (days: number, version: number) =>
      one.act('no-contact.set-length', { caseId: one.caseId, days, version })
    expect((await show(one)).length).toEqual({ days: 90, version: 0 })
    await set(60, 0)
    // July to December of the file: 49, 41 and 69 days between letters, 21 after the visit.
    expect((await silencesOf(one))?.map(({ from, to }) => [from, to])).toEqual([
      [silent.from, silent.to],
      ['2023-10-02', '2023-12-09'],
    ])
    await expect(set(30, 0)).rejects.toThrow(/^conflict: /)
    expect((await one.act('chronology.density', { caseId: one.caseId })).gapDays).toBe(60)
    const looked = await one.act('no-contact.show', { caseId: one.caseId, atLeastDays: 182 })
    expect(looked.agencies[0]?.silences).toEqual([])
  })

  it('takes an agency with no file for one silence, and asks it in other words', async () => {
    const one = await aSilentAgency()
    const whole = { from: '2023-01-01', to: '2023-12-31' }
    expect(await silencesOf(one, 'a2')).toEqual([
      { ...whole, state: 'open', stretches: [[whole.from, whole.to, 'open']] },
    ])
    const { words } = await one.act('no-contact.letter', {
      caseId: one.caseId,
      agencyId: 'a2',
      stretches: [whole],
    })
    expect(words.before).toContain('We have had no chronology from you')
  })
})

describe('a query letter', () => {
  it('of the sample case’s agencies raises no question by itself', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { agencies } = await act('no-contact.show', { caseId })
    expect(agencies).toHaveLength(6)
    for (const { agencyId, silences } of agencies) {
      const stretches = silences.flatMap((silence) =>
        silence.stretches.filter(({ state }) => state === 'open'),
      )
      const order = { caseId, agencyId, stretches: stretches.map(({ from, to }) => ({ from, to })) }
      const letter = await act('no-contact.letter', order)
      expect([agencyId, letter.found]).toEqual([agencyId, []])
      const out = aFolder()
      await act('no-contact.send', { ...order, words: letter.words, replyBy: letter.replyBy, out })
      expect(readdirSync(out)).toHaveLength(2)
    }
    expect(
      (await act('no-contact.show', { caseId })).agencies.flatMap(({ silences }) =>
        silences.map(({ state }) => state),
      ),
    ).toEqual(Array(10).fill('queried'))
  })

  it('with a name of the key in it, or one nobody knows, is refused, and nothing is written or recorded', async () => {
    const one = await aSilentAgency()
    const { words } = await one.act('no-contact.letter', {
      caseId: one.caseId,
      agencyId: 'a1',
      stretches: [silent],
    })
    const out = aFolder()
    const withWords = (text: string) => ({ ...words, after: `${words.after}\n\n${text}` })
    for (const text of [
      'Mrs Quillfeather was at home.',
      'Ask Mrs Ostrander about it.',
      'Ring 01632 960123.',
    ]) {
      const draft = await one.act('no-contact.letter', {
        ...{ caseId: one.caseId, agencyId: 'a1', stretches: [silent], words: withWords(text) },
      })
      expect(draft.found.map(({ part }) => part)).toEqual(['after'])
      const refused = one.act('no-contact.send', {
        ...{ caseId: one.caseId, agencyId: 'a1', stretches: [silent], words: withWords(text), out },
        replyBy: '2026-12-15',
      })
      await expect(refused).rejects.toThrow(/^refused: The letter holds something that may identify somebody/)
      await expect(refused).rejects.not.toThrow(/Quillfeather|Ostrander|01632/)
    }
    const [known] = (
      await one.act('no-contact.letter', {
        ...{
          caseId: one.caseId,
          agencyId: 'a1',
          stretches: [silent],
          words: withWords('Mrs Quillfeather was at home.'),
        },
      })
    ).found
    expect(known).toMatchObject({ text: 'Mrs Quillfeather', replacement: 'Adult B' })
    expect(readdirSync(out)).toEqual([])
    expect((await show(one)).queries).toEqual([])
    expect(await one.act('disclosure.list', { caseId: one.caseId })).toEqual([])
  })

  it('goes with words that look like a name where a person says they name nobody, and never with a name of the key', async () => {
    const one = await aSilentAgency()
    const { words } = await one.act('no-contact.letter', {
      caseId: one.caseId,
      agencyId: 'a1',
      stretches: [silent],
    })
    const send = (text: string) => askedOf(one, { words: { ...words, after: text }, namesNobody: [text] })
    await expect(send('Mrs Quillfeather')).rejects.toThrow(/^refused: /)
    await send('Mrs Ostrander')
    expect((await show(one)).queries).toHaveLength(1)
  })

  it('asks only about days that are silent and unstated, in the case’s own agencies, and not into the vault', async () => {
    const one = await aSilentAgency()
    await expect(askedOf(one, { stretches: [{ from: '2023-06-01', to: '2023-07-31' }] })).rejects.toThrow(
      /^conflict: /,
    )
    await expect(askedOf(one, { agencyId: 'a9' })).rejects.toThrow(/^(conflict|not-found): /)
    await expect(askedOf(one, { replyBy: '2026-11-24' })).rejects.toThrow(/^invalid: .*later than the day/)
    await expect(askedOf(one, { out: one.dir })).rejects.toThrow(/^invalid: .*vault’s own folder/)
    await one.act('no-contact.state', { caseId: one.caseId, agencyId: 'a1', ...silent, ...said })
    await expect(askedOf(one)).rejects.toThrow(/^conflict: /)
  })

  it('cut short by a folder that cannot be written stays on record as begun, and the silence stays open', async () => {
    const one = await aSilentAgency()
    const file = path.join(aFolder(), 'a file, not a folder')
    writeFileSync(file, '')
    await expect(askedOf(one, { out: path.join(file, 'inside') })).rejects.toThrow(/^invalid: /)
    expect((await show(one)).queries.map(({ state }) => state)).toEqual(['unsent'])
    expect((await silencesOf(one))?.[0]?.state).toBe('open')
    expect((await one.act('disclosure.list', { caseId: one.caseId })).map(({ state }) => state)).toEqual([
      'prepared',
    ])
    const { sent } = await askedOf(one)
    expect(sent.letter).toBe(2)
  })
})

describe('what an agency said', () => {
  it('is refused of days to come, of days full of entries, and of another case’s query', async () => {
    const one = await aSilentAgency()
    const state = (change: Partial<Input<'no-contact.state'>>) =>
      one.act('no-contact.state', { caseId: one.caseId, agencyId: 'a1', ...silent, ...said, ...change })
    await expect(state({ saidOn: '2026-11-25' })).rejects.toThrow(/^invalid: .*still to come/)
    await expect(state({ from: '2023-07-01', to: '2023-07-01' })).rejects.toThrow(/^invalid: .*every day/)
    await expect(state({ from: '2023-06-30', to: '2023-01-01' })).rejects.toThrow(/^invalid: /)
    await askedOf(one)
    const [query] = (await show(one)).queries
    const { caseId: other } = await one.act('case.add', {
      case: { ...smallCase, ref: 'LRK-2' },
      roster: smallRoster,
    })
    const answer = { queryId: query?.id ?? '', version: 1, kind: 'no-contact', ...said } as const
    await expect(one.act('no-contact.answer', { caseId: other, ...answer })).rejects.toThrow(/^not-found: /)
    const { statementId } = await state({})
    await expect(one.act('no-contact.withdraw', { caseId: other, statementId })).rejects.toThrow(
      /^not-found: /,
    )
    await expect(
      one.act('no-contact.sent', { caseId: other, letterId: query?.letterId ?? '' }),
    ).rejects.toThrow(/^not-found: /)
  })

  it('is read in pseudonyms by a panel member', async () => {
    const one = await aSilentAgency()
    await one.act('no-contact.state', {
      ...{ caseId: one.caseId, agencyId: 'a1', ...silent, ...said },
      saidBy: 'Toby Quillfeather',
      note: 'Mrs Quillfeather moved away.',
    })
    const panel = await addUser(one, 'Pat Member', 'panel-member')
    await one.act('case.team-add', { caseId: one.caseId, userId: panel })
    const member = await reopenedAs(one, 'Pat Member', passphraseOf('panel-member'))
    const seen = JSON.stringify(await member.act('no-contact.show', { caseId: one.caseId }))
    expect(seen).not.toContain('Quillfeather')
    expect(seen).toContain('Son 1')
  })

  it('stands in the file of the sample’s police and hospital, with the place', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const key = JSON.parse(readFileSync(sample('expected.json'), 'utf8')) as {
      no_contact_declarations: { file: string; from?: string; earliest?: string }[]
    }
    const { agencies } = await act('no-contact.show', { caseId })
    const stated = agencies.flatMap(({ statedInFile }) => statedInFile)
    expect(stated).toHaveLength(key.no_contact_declarations.length)
    expect(stated.every(({ where, words }) => where !== '' && words !== '')).toBe(true)
  })
})
