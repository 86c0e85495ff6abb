import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../workspace/contract.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, type Workspace } from './builders.ts'
import { smallCase, smallRoster } from './small-case.ts'

const council = [
  'Date,Event,Type of contact',
  '03/04/2023,First: Mrs Quillfeather seen at home,Home visit',
  'May 2023,Second: Toby Quillfeather rang about his mother,Telephone',
  '12/06/2023,Third: home visit was refused,HOME VISIT',
  ',Fourth: note without a day,Letter',
  'Before 2023,Fifth: earlier history,',
]
const police = [
  'Date,Event,Type of contact',
  '03/04/2023,Sixth: welfare check with Toby,Telephone call to Toby',
]

type Asked = Omit<Input<'chronology.list'>, 'caseId'>

/** The small case with two agencies' files; entries are known by their first word. */
const aCaseToRead = async () => {
  const workspace = await aWorkspace()
  const folder = aFolder()
  const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
  const load = async (agencyId: string, name: string, lines: readonly string[]): Promise<void> => {
    const file = path.join(folder, name)
    writeFileSync(file, lines.join('\n'))
    await workspace.act('chronology.import', { caseId, agencyId, path: file })
  }
  await load('a1', 'council.csv', council)
  await load('a2', 'police.csv', police)
  return { workspace, caseId, load }
}

const listed = async ({ act }: Workspace, caseId: string, asked: Asked = {}) => {
  const list = await act('chronology.list', { caseId, ...asked })
  return { ...list, words: list.entries.map(({ event }) => event.split(':')[0]?.toLowerCase()) }
}

describe('a list of entries', () => {
  it('is narrowed by what an entry is, and filters combine', async () => {
    const { workspace, caseId, load } = await aCaseToRead()
    const words = async (asked: Asked) => (await listed(workspace, caseId, asked)).words
    expect(await words({})).toEqual(['fifth', 'first', 'sixth', 'second', 'third', 'fourth'])
    expect(await words({ certainty: ['exact'] })).toEqual(['first', 'sixth', 'third'])
    expect(await words({ certainty: ['uncertain'] })).toEqual(['fifth', 'second'])
    expect(await words({ certainty: ['none'] })).toEqual(['fourth'])
    expect(await words({ certainty: ['none', 'uncertain'] })).toEqual(['fifth', 'second', 'fourth'])
    expect(await words({ contactTypes: ['home visit'] })).toEqual(['first', 'third'])
    expect(await words({ contactTypes: ['Home visit'], certainty: ['exact'], search: 'refused' })).toEqual([
      'third',
    ])
    expect(await words({ contactTypes: ['no such kind'] })).toEqual([])
    expect(await words({ declared: true })).toEqual([])
    expect(await words({ hiddenRow: false, agencies: ['a2'] })).toEqual(['sixth'])
    const { contactTypes, sources } = await workspace.act('chronology.choices', { caseId })
    expect(contactTypes).toEqual([
      { text: 'Home visit', entries: 2 },
      { text: 'Letter', entries: 1 },
      { text: 'Telephone', entries: 1 },
      { text: 'Telephone call to Toby', entries: 1 },
    ])
    const police = sources.find(({ agencyId }) => agencyId === 'a2')?.id ?? ''
    expect(await words({ sources: [police] })).toEqual(['sixth'])
    await load('a1', 'council-2.csv', council.slice(0, -1))
    expect(await words({})).toEqual(['first', 'sixth', 'second', 'third', 'fourth'])
    expect(await words({ status: 'removed' })).toEqual(['fifth'])
  })

  it('is narrowed by what people made of it: links, conflicts, comments, mentions and marks', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const { act } = workspace
    const words = async (asked: Asked) => (await listed(workspace, caseId, asked)).words
    const { entries } = await act('chronology.list', { caseId })
    const known = (word: string) => {
      const found = entries.find(({ event }) => event.startsWith(word))
      if (!found) throw new Error(`no entry ${word}`)
      return found
    }
    for (const is of [true, false])
      for (const what of ['linked', 'inConflict', 'commented', 'mentionsMe', 'sensitive'] as const)
        expect([what, is, (await words({ [what]: is })).length]).toEqual([what, is, is ? 0 : 6])
    const [a, b] = [known('Third').id, known('Sixth').id]
    const decide = async (decision: 'confirmed' | 'undecided') => {
      const { version } = await act('chronology.pair', { caseId, a, b })
      const pairs = [{ a, b, version }]
      await act('chronology.decide-links', { caseId, pairs, decision, reason: 'Both tell of it' })
    }
    await decide('confirmed')
    expect(await words({ linked: true })).toEqual(['sixth', 'third'])
    expect(await words({ linked: false, agencies: ['a1'] })).toEqual(['fifth', 'first', 'second', 'fourth'])
    // 3 April in one account, 12 June in the other: nobody has settled which.
    expect(await words({ inConflict: true })).toEqual(['sixth', 'third'])
    expect(await words({ inConflict: true, agencies: ['a2'], certainty: ['exact'] })).toEqual(['sixth'])
    expect(await words({ inConflict: false })).toEqual(['fifth', 'first', 'second', 'fourth'])
    const { conflicts } = await act('chronology.conflicts', { caseId })
    for (const { aspect, subject, accounts, version } of conflicts)
      await act('chronology.settle-conflict', {
        ...{ caseId, aspect, subject, version, outcome: 'both', reason: 'Two visits' },
        accounts: accounts.map(({ entryId }) => entryId),
      })
    expect(await words({ inConflict: true })).toEqual([])
    expect(await words({ linked: true })).toEqual(['sixth', 'third'])
    await decide('undecided')
    expect(await words({ linked: true })).toEqual([])

    const userId = await addUser(workspace, 'Ada Author', 'review-author')
    await act('case.team-add', { caseId, userId })
    const subject = { recordId: known('First').recordId }
    await act('comment.open-thread', { caseId, subject, text: `Was this seen, @[${userId}]?` })
    const { commentId } = await act('comment.open-thread', {
      ...{ caseId, subject: { recordId: known('Second').recordId }, text: 'Said too soon' },
    })
    expect(await words({ commented: true })).toEqual(['first', 'second'])
    await act('comment.withdraw', { caseId, commentId, version: 1 })
    expect(await words({ commented: true })).toEqual(['first'])
    expect(await words({ mentionsMe: true })).toEqual([])
    await act('analysis.save', {
      caseId,
      records: [{ recordId: known('Fourth').recordId, version: 0 }],
      change: { flags: ['health'] },
    })
    expect(await words({ sensitive: true })).toEqual(['fourth'])
    expect(await words({ sensitive: false, commented: true })).toEqual(['first'])
    const author = await reopenedAs(workspace, 'Ada Author', passphraseOf('review-author'))
    const forAuthor = async (asked: Asked) => (await listed(author, caseId, asked)).words
    expect(await forAuthor({ mentionsMe: true })).toEqual(['first'])
    expect(await forAuthor({ mentionsMe: false, search: 'quillfeather' })).toEqual(['second'])
  })

  it('in groups stands one group after another, what belongs to none last', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const byAgency = await listed(workspace, caseId, { group: 'agency' })
    expect(byAgency.groups).toEqual([
      { key: 'a1', from: 0, count: 5 },
      { key: 'a2', from: 5, count: 1 },
    ])
    expect(byAgency.words).toEqual(['fifth', 'first', 'second', 'third', 'fourth', 'sixth'])
    const byMonth = await listed(workspace, caseId, { group: 'month', agencies: ['a1'] })
    expect(byMonth.groups.map(({ key, count }) => [key, count])).toEqual([
      ['2022-12', 1],
      ['2023-04', 1],
      ['2023-05', 1],
      ['2023-06', 1],
      ['', 1],
    ])
    expect(byMonth.words).toEqual(['fifth', 'first', 'second', 'third', 'fourth'])
    const inGroup = await workspace.act('chronology.record-ids', { caseId, group: 'agency', offset: 5 })
    expect(inGroup.recordIds).toEqual([byAgency.entries[5]?.recordId])
  })

  it('has the same order until something is written, any part of it, and another afterwards', async () => {
    const { workspace, caseId, load } = await aCaseToRead()
    const whole = await listed(workspace, caseId)
    const parts = await Promise.all(
      [0, 2, 4].map((offset) => listed(workspace, caseId, { offset, limit: 2 })),
    )
    expect(parts.flatMap(({ words }) => words)).toEqual(whole.words)
    expect(new Set(parts.map(({ order }) => order))).toEqual(new Set([whole.order]))
    await workspace.act('draft.save', { key: 'k', text: 'typed' })
    expect((await listed(workspace, caseId)).order).toBe(whole.order)
    await load('a2', 'police-2.csv', [...police, '01/01/2024,Seventh: letter,Letter'])
    const after = await listed(workspace, caseId)
    expect(after.order).not.toBe(whole.order)
    expect(after.words).toEqual(['fifth', 'first', 'sixth', 'second', 'third', 'seventh', 'fourth'])
  })

  it('stands by relevance where asked: the shorter text with both words before the longer', async () => {
    const { workspace, caseId, load } = await aCaseToRead()
    const long = `Eighth: home ${'and so on '.repeat(60)} visit`
    await load('a2', 'police-2.csv', [...police, `01/01/2020,${long},`])
    const asked = { search: 'home visit' } as const
    expect((await listed(workspace, caseId, asked)).words).toEqual(['eighth', 'first', 'third'])
    const ranked = await listed(workspace, caseId, { ...asked, order: 'relevance' })
    expect(ranked.words.toSorted()).toEqual(['eighth', 'first', 'third'])
    expect(ranked.words.at(-1)).toBe('eighth')
    const again = ['09/09/2023,Ninth: home visit,', '08/08/2023,Ninth: home visit,']
    await load('a2', 'police-3.csv', [...police, ...again])
    const { entries } = await listed(workspace, caseId, { ...asked, order: 'relevance' })
    const equal = entries.filter(({ event }) => event.startsWith('Ninth'))
    expect(equal.map(({ date }) => date.original)).toEqual(['08/08/2023', '09/09/2023'])
  })
})

describe('while names are hidden', () => {
  it('a pseudonym is found where it is read, by words in any form; a name by those who may read it', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const found = async (search: string, pseudonyms: boolean) =>
      (await listed(workspace, caseId, { search, pseudonyms })).words
    expect(await found('"Son 1"', true)).toEqual(['sixth', 'second'])
    expect(await found('son', true)).toEqual(['sixth', 'second'])
    expect(await found('Adult B', true)).toEqual(['first'])
    expect(await found('"welfare check with Son"', true)).toEqual(['sixth'])
    expect(await found('Toby', true)).toEqual(['sixth', 'second'])
    expect(await found('Son 1', false)).toEqual([])
    expect(await found('Toby', false)).toEqual(['sixth', 'second'])
  })

  it('neither a search nor a kind of contact tells who may not read the key whom a pseudonym stands for', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const userId = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId })
    const panel = await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member'))
    const found = async (asked: Asked) => (await listed(panel, caseId, asked)).words
    for (const name of ['Toby', 'Tob', 'Quillfeather', '"Mrs Quillfeather"', '"with Toby"', 'toby*'])
      expect([name, await found({ search: name })]).toEqual([name, []])
    expect(await found({ search: '"with Son 1"' })).toEqual(['sixth'])
    expect(await found({ search: 'son 1 rang' })).toEqual(['second'])
    const { contactTypes } = await panel.act('chronology.choices', { caseId })
    expect(contactTypes.map(({ text }) => text)).toContain('Telephone call to Son 1')
    expect(JSON.stringify(contactTypes)).not.toContain('Toby')
    expect(await found({ contactTypes: ['Telephone call to Son 1'] })).toEqual(['sixth'])
    expect(await found({ contactTypes: ['Telephone call to Toby'] })).toEqual([])
  })

  it('a view shared with the team gives no name away, and is changed by its owner alone', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const settings = { filter: { search: 'Toby' }, group: 'agency', columns: [], lines: 'whole' } as const
    const kept = { ...settings, columns: [] }
    const { viewId } = await workspace.act('view.add', {
      ...{ caseId, name: 'What Toby saw', shared: true, settings: kept },
    })
    await workspace.act('view.add', { caseId, name: 'Mine alone', settings: kept })
    const mine = await workspace.act('view.list', { caseId })
    expect(mine.map(({ name, own }) => [name, own])).toEqual([
      ['Mine alone', true],
      ['What Toby saw', true],
    ])
    expect(mine[1]?.settings).toMatchObject({ filter: { search: 'Toby' }, group: 'agency', lines: 'whole' })
    await expect(workspace.act('view.change', { caseId, viewId, version: 7, name: 'Late' })).rejects.toThrow(
      /^conflict/,
    )
    const userId = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId })
    const panel = await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member'))
    const [shared, ...others] = await panel.act('view.list', { caseId })
    expect(others).toEqual([])
    expect(shared).toMatchObject({
      name: 'What Son 1 saw',
      own: false,
      settings: { filter: { search: 'Son 1' } },
    })
    expect(await listed(panel, caseId, shared?.settings.filter)).toMatchObject({ words: ['sixth', 'second'] })
    const change = { caseId, viewId, version: 1 }
    await expect(panel.act('view.change', { ...change, name: 'Theirs' })).rejects.toThrow(/^not-found/)
    await expect(panel.act('view.remove', change)).rejects.toThrow(/^not-found/)
    await panel.act('view.set-first', { caseId, viewId })
    expect((await panel.act('view.list', { caseId }))[0]?.first).toBe(true)
  })

  it('a view changed while names are hidden keeps the name searched for, and what else was not changed', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const { act } = workspace
    const filter = { search: 'Toby', contactTypes: ['Telephone call to Toby', 'Letter'] }
    const settings = { filter, columns: [], lines: 'three' as const }
    const { viewId } = await act('view.add', { caseId, name: 'What Toby saw', settings })
    const kept = async (pseudonyms: boolean, id = viewId) => {
      const view = (await act('view.list', { caseId, pseudonyms })).find((one) => one.id === id)
      if (!view) throw new Error('no such view')
      return view
    }
    const read = await kept(true)
    expect(read.settings.filter).toMatchObject({
      search: 'Son 1',
      contactTypes: ['Telephone call to Son 1', 'Letter'],
    })
    const names = { caseId, pseudonyms: true, name: 'Another' }
    const made = await act('view.add', { ...names, settings: read.settings, from: viewId })
    expect((await kept(false, made.viewId)).settings.filter).toMatchObject(filter)
    const other = ['Telephone call to Son 1']
    const chosen = await act('view.add', {
      ...names,
      settings: { ...settings, filter: { contactTypes: other } },
    })
    expect((await kept(false, chosen.viewId)).settings.filter.contactTypes).toEqual([
      'Telephone call to Toby',
    ])

    const change = async (settings: typeof read.settings) => {
      const { version, name } = await kept(true)
      await act('view.change', { ...{ caseId, viewId, version, name, settings }, pseudonyms: true })
    }
    await change({ ...read.settings, group: 'agency' })
    expect(await kept(false)).toMatchObject({ name: 'What Toby saw', settings: { group: 'agency', filter } })
    await change({
      ...read.settings,
      filter: { ...read.settings.filter, search: 'rang', contactTypes: other },
    })
    const { settings: changed } = await kept(false)
    expect(changed.filter).toMatchObject({ search: 'rang', contactTypes: ['Telephone call to Toby'] })

    await expect(act('view.add', { ...names, settings, from: 'no-such-view' })).rejects.toThrow(/^not-found/)
  })

  it('a view that was taken away comes back as it was', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const settings = { filter: {}, columns: [{ id: 'event', width: 300 }], lines: 'one' as const }
    const { viewId, version } = await workspace.act('view.add', { caseId, name: 'Falls', settings })
    const before = await workspace.act('view.list', { caseId })
    const gone = await workspace.act('view.remove', { caseId, viewId, version })
    expect(await workspace.act('view.list', { caseId })).toEqual([])
    await workspace.act('view.remove', { caseId, viewId, version: gone.version, removed: false })
    expect(await workspace.act('view.list', { caseId })).toEqual([{ ...before[0], version: 3 }])
  })

  it('nothing stored changes, however often names are shown and hidden', async () => {
    const { workspace, caseId } = await aCaseToRead()
    const { entries } = await listed(workspace, caseId)
    const readAll = async (pseudonyms: boolean): Promise<void> => {
      for (const asked of [{}, { search: 'Toby' }, { search: 'son' }, { group: 'agency' as const }])
        await listed(workspace, caseId, { ...asked, pseudonyms })
      await workspace.act('chronology.choices', { caseId, pseudonyms })
      for (const { id } of entries) await workspace.act('chronology.entry', { entryId: id, pseudonyms })
    }
    const stored = (): unknown => {
      const db = workspace.host.session?.vault.db
      const tables = db
        ?.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'audit%'`)
        .pluck()
        .all()
      return tables?.map((table) => [table, db?.prepare(`SELECT * FROM "${String(table)}"`).all()])
    }
    const before = stored()
    expect(JSON.stringify(before)).toContain('Toby Quillfeather rang')
    for (const pseudonyms of [true, false, true]) await readAll(pseudonyms)
    expect(stored()).toEqual(before)
  })
})
