import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../workspace/contract.ts'
import { createHost } from '../../workspace/host.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import { aFolder, passphrase } from '../db/builders.ts'
import { readAnswerKey } from '../domain/chronology/answer-key.ts'
import { aWorkspace, addUser, passphraseOf, reopenedAs, sample, type Workspace } from './builders.ts'
import { smallCase, smallRoster } from './small-case.ts'

const key = readAnswerKey()
const v1 = 'housing-provider-chronology-v1.xlsx'
const v2 = 'housing-provider-chronology-v2.xlsx'

type Case = Workspace & { readonly caseId: string }

/** The small case, in a vault whose clock goes on. */
const aCase = async (): Promise<Case> => {
  const workspace = await aWorkspace()
  let minute = 0
  const env = {
    ...workspace.env,
    now: () => new Date(Date.UTC(2026, 10, 24, 9, minute++)).toISOString(),
  }
  await workspace.act('vault.lock', {})
  const host = createHost(env)
  const act: Workspace['act'] = async (name, input) => {
    const result = await dispatch(host, name, input)
    if (result.ok) return result.value
    throw new Error(`${result.error.code}: ${result.error.message}`)
  }
  await act('vault.open', { dir: workspace.dir, user: 'Robin Vale', passphrase })
  const { caseId } = await act('case.add', { case: smallCase, roster: smallRoster })
  return { ...workspace, env, host, act, caseId }
}

const file = (name: string, text: string): string => {
  const at = path.join(aFolder(), name)
  writeFileSync(at, text)
  return at
}

const odd = (visit: string) =>
  ['When it was,Who,Words,Further words', `03/04/2023,Nurse,${visit},Bandage changed`, ''].join('\r\n')

const column = (index: number, field: string) => ({ index, heading: '', field })
const swapped: Input<'chronology.import'>['mapping'] = {
  table: 'file',
  headingRows: [0],
  columns: [column(0, 'date'), column(1, 'author'), column(2, 'comment'), column(3, 'event')],
}

describe('a file before it is imported', () => {
  it('is shown as it is, with hidden rows and columns, merges and headings found', async () => {
    const { act, caseId } = await aCase()
    const path = sample('adult-social-care-chronology.xlsx')
    const look = await act('chronology.look', { caseId, agencyId: 'a1', path })
    const expected = key.files.find(({ file }) => file === 'adult-social-care-chronology.xlsx')
    expect(look.tables.map(({ name, guess }) => [name, guess.use])).toEqual([
      ['Chronology', true],
      ['Abbreviations', false],
    ])
    const [sheet] = look.tables
    expect(sheet?.guess.headingRows).toEqual(expected?.heading_rows)
    expect(sheet?.columns.map(({ label, hidden }) => (hidden ? label : '')).join('')).toBe('K')
    expect(sheet?.rows[0]?.cells[0]?.text).not.toBe('')
    expect(sheet?.rows.find(({ row }) => row === 11)?.cells[0]).toMatchObject({ merged: 'above' })
    expect(sheet?.rows.filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([58])
    expect(look.kept).toBeNull()
  })

  it('is shown row by row as it will stand, and every row is one of four', async () => {
    const { act, caseId } = await aCase()
    for (const { file, agency } of key.files.slice(0, 5)) {
      const ask = (show?: Input<'chronology.preview'>['show']) =>
        act('chronology.preview', {
          ...{ caseId, agencyId: 'a1', path: sample(file), limit: 500 },
          ...(show ? { show } : {}),
        })
      const all = await ask()
      const { counts } = all
      expect([agency, counts.entries + counts.headings + counts.blank + counts.declared]).toEqual([
        agency,
        counts.all,
      ])
      for (const group of ['entries', 'headings', 'blank', 'declared'] as const)
        expect((await ask(group)).rows).toEqual(all.rows.filter((row) => row.group === group))
      const entries = all.rows.flatMap((row) => (row.entry ? [{ where: row.where, ...row.entry }] : []))
      expect(
        entries.map(({ n, where, date }) => [n, where, date.original, date.earliest, date.latest]),
      ).toEqual(
        key.rows
          .filter((row) => row.file === file)
          .map((row) => [row.n, row.where, row.date_as_written, row.earliest, row.latest]),
      )
      const attended = await ask('attention')
      expect(attended.total).toBe(counts.attention)
      expect(attended.rows.every(({ attention }) => attention.length > 0)).toBe(true)
    }
  })

  it('is shown in pseudonyms to whoever asks for them', async () => {
    const { act, caseId } = await aCase()
    const at = file('Marjorie Quillfeather.csv', 'Date,Event\r\n03/04/2023,Mrs Quillfeather seen\r\n')
    const input = { caseId, agencyId: 'a1', path: at, pseudonyms: true }
    const look = await act('chronology.look', input)
    const preview = await act('chronology.preview', input)
    expect(JSON.stringify([look, preview])).not.toMatch(/Quillfeather|Marjorie/)
    expect(preview.rows[1]?.entry?.fields.event).toBe('Adult B seen')
  })
})

describe('a mapping that a person made', () => {
  const imported = async ({ act, caseId }: Case) => {
    const path = file('first.csv', odd('Leg sore'))
    await act('chronology.import', { caseId, agencyId: 'a1', path, mapping: swapped })
  }

  it('is used for the agency’s next file of these headings, in another case too, and says whose it is', async () => {
    const one = await aCase()
    await imported(one)
    const { caseId } = await one.act('case.add', {
      case: {
        ...smallCase,
        ref: 'LRK-SAR-2026-C',
        agencies: [{ id: 'x9', name: 'larkmere  COUNCIL' }],
      },
      roster: smallRoster,
    })
    const next = { caseId, agencyId: 'x9', path: file('next.csv', odd('Leg well')) }
    const look = await one.act('chronology.look', next)
    expect(look.kept).toMatchObject({ savedBy: 'Robin Vale', savedAt: expect.stringMatching(/^2026-11-24/) })
    expect(look.kept?.tables[0]?.columns).toEqual(
      swapped?.columns.map(({ index, field }) => ({ index, field })),
    )
    await one.act('chronology.import', next)
    const { entries } = await one.act('chronology.list', { caseId })
    expect(entries.map(({ event, analysis }) => [event, analysis])).toEqual([['Bandage changed', 'Leg well']])
    expect((await one.act('chronology.look', next)).kept?.savedAt).toBe(look.kept?.savedAt)
  })

  it('is not used for other headings, another agency, or after a dry run', async () => {
    const one = await aCase()
    const path = file('first.csv', odd('Leg sore'))
    const { act, caseId } = one
    const look = (agencyId: string, at: string) => act('chronology.look', { caseId, agencyId, path: at })
    await act('chronology.import', { caseId, agencyId: 'a1', path, mapping: swapped, dryRun: true })
    expect((await look('a1', path)).kept).toBeNull()
    await imported(one)
    expect((await look('a1', path)).kept).not.toBeNull()
    expect((await look('a2', path)).kept).toBeNull()
    expect((await look('a1', file('other.csv', odd('x').replace('Who', 'Whom')))).kept).toBeNull()
  })

  it('can be forgotten, and the forgetting taken back', async () => {
    const one = await aCase()
    await imported(one)
    const { act, caseId } = one
    const given = { caseId, agencyId: 'a1', path: file('next.csv', odd('Leg well')) }
    const { kept } = await act('chronology.look', given)
    const mapping = { caseId, agencyId: 'a1', mappingId: kept?.id ?? '' }
    await expect(act('chronology.forget-mapping', { ...mapping, agencyId: 'a2' })).rejects.toThrow(
      'not-found',
    )
    await act('chronology.forget-mapping', mapping)
    expect((await act('chronology.look', given)).kept).toBeNull()
    await expect(act('chronology.forget-mapping', mapping)).rejects.toThrow('conflict')
    await act('chronology.restore-mapping', mapping)
    expect((await act('chronology.look', given)).kept).toEqual(kept)
  })

  it('gives way to a later one for the same headings', async () => {
    const one = await aCase()
    await imported(one)
    const { act, caseId } = one
    const given = { caseId, agencyId: 'a1', path: file('next.csv', odd('Leg well')) }
    const columns = [column(0, 'date'), column(1, 'author'), column(2, 'event'), column(3, 'action')]
    await act('chronology.import', { ...given, mapping: { ...swapped, columns } })
    expect((await act('chronology.look', given)).kept?.tables[0]?.columns.map(({ field }) => field)).toEqual([
      ...['date', 'author', 'event', 'action'],
    ])
  })
})

describe('a file that a later version replaced', () => {
  const twice = async () => {
    const one = await aCase()
    for (const name of [v1, v2])
      await one.act('chronology.import', { caseId: one.caseId, agencyId: 'a1', path: sample(name) })
    return one
  }

  it('can be read as it was imported', async () => {
    const { act, caseId } = await twice()
    const [old, current] = await act('chronology.sources', { caseId })
    const { reimport } = key
    const cellsOf = async (sourceId: string | undefined) =>
      (await act('chronology.source', { caseId, sourceId: sourceId ?? '' })).rows.map(({ cells }) =>
        cells.map(({ text }) => text),
      )
    const [before, after] = [await cellsOf(old?.id), await cellsOf(current?.id)]
    for (const { ref, columns, before: was, after: is } of reimport.changed)
      for (const name of columns) {
        const at = before[0]?.indexOf(name) ?? -1
        expect(before.find((cells) => cells.includes(ref))?.[at]).toBe(was[name])
        expect(after.find((cells) => cells.includes(ref))?.[at]).toBe(is[name])
      }
    for (const { ref } of reimport.removed) {
      expect(before.flat()).toContain(ref)
      expect(after.flat()).not.toContain(ref)
    }
    await expect(act('chronology.source', { caseId, sourceId: 'none' })).rejects.toThrow('not-found')
  })

  it('leaves its entries their record, their history and, where they went, a place among the removed', async () => {
    const { act, caseId } = await twice()
    const { reimport } = key
    const { entries } = await act('chronology.list', { caseId })
    const rows = await Promise.all(entries.map(({ id }) => act('chronology.entry', { entryId: id })))
    const [changed] = reimport.changed
    const row = rows.find(({ fields }) => fields.reference === changed?.ref)
    const history = await act('chronology.history', { caseId, entryId: row?.id ?? '' })
    expect(history.recordId).toBe(row?.recordId)
    expect(history.recordId).toBe(history.versions.at(-1)?.entryId)
    expect(history.versions.map(({ n, state, files }) => [n, state, files.map(({ file }) => file)])).toEqual([
      [2, 'current', [v2]],
      [1, 'replaced', [v1]],
    ])
    expect(history.versions[0]?.changes).toEqual(
      changed?.columns.map((heading) => ({
        heading,
        before: changed.before[heading],
        after: changed.after[heading],
      })),
    )
    const still = rows.find(({ fields }) => fields.reference === 'H001')
    const { versions } = await act('chronology.history', { caseId, entryId: still?.id ?? '' })
    expect(versions.map(({ n, files }) => [n, files.map(({ file }) => file)])).toEqual([[1, [v1, v2]]])
    const removed = await act('chronology.list', { caseId, status: 'removed' })
    const gone = await Promise.all(removed.entries.map(({ id }) => act('chronology.entry', { entryId: id })))
    expect(gone.map(({ fields }) => fields.reference)).toEqual(reimport.removed.map(({ ref }) => ref))
    const last = await act('chronology.history', { caseId, entryId: gone[0]?.id ?? '' })
    expect(last.versions).toMatchObject([{ state: 'removed', endedBy: { file: v2, by: 'Robin Vale' } }])
  })

  it('is shown in pseudonyms to a panel member, who cannot import', async () => {
    const { act, caseId, ...rest } = await twice()
    const userId = await addUser({ act, ...rest }, 'Pat Member', 'panel-member')
    await act('case.team-add', { caseId, userId })
    const path = file('Toby Quillfeather.csv', 'Date,Event\r\n03/04/2023,Toby Quillfeather rang\r\n')
    await act('chronology.import', { caseId, agencyId: 'a2', path })
    const panel = await reopenedAs({ act, ...rest }, 'Pat Member', passphraseOf('panel-member'))
    const source = (await panel.act('chronology.sources', { caseId })).at(-1)
    const shown = await panel.act('chronology.source', { caseId, sourceId: source?.id ?? '' })
    expect(shown.rows[1]?.cells[1]?.text).toBe('Son 1 rang')
    expect(JSON.stringify(shown)).not.toMatch(/Quillfeather/)
    const { entries } = await panel.act('chronology.list', { caseId, agencies: ['a2'] })
    const history = await panel.act('chronology.history', { caseId, entryId: entries[0]?.id ?? '' })
    expect(JSON.stringify(history)).not.toMatch(/Quillfeather/)
  })

  it('is not shown through another case', async () => {
    const { act, caseId } = await twice()
    const other = await act('case.add', {
      case: { ...smallCase, ref: 'LRK-SAR-2026-D' },
      roster: smallRoster,
    })
    const [source] = await act('chronology.sources', { caseId })
    const { entries } = await act('chronology.list', { caseId, limit: 1 })
    const [sourceId, entryId] = [source?.id ?? '', entries[0]?.id ?? '']
    await expect(act('chronology.source', { caseId: other.caseId, sourceId })).rejects.toThrow('not-found')
    await expect(act('chronology.history', { caseId: other.caseId, entryId })).rejects.toThrow('not-found')
  })
})

const log = (rows: readonly (readonly [reference: string, date: string, event: string])[]): string =>
  ['Ref,Date,Event', ...rows.map((cells) => cells.join(',')), ''].join('\r\n')

describe('an entry that a version leaves out and a later one holds again', () => {
  const call = ['C-2', '04/04/2023', 'Neighbour rang about shouting'] as const
  const others = [
    ['C-1', '03/04/2023', 'Visit: no reply'],
    ['C-3', '05/04/2023', 'Letter sent'],
    ['C-4', '06/04/2023', 'Home visit with the police'],
  ] as const

  const gone = async () => {
    const one = await aCase()
    const { act, caseId } = one
    const give = (name: string, rows: Parameters<typeof log>[0], agencyId = 'a1') =>
      act('chronology.import', { caseId, agencyId, path: file(name, log(rows)) })
    const find = async (words: string, status: 'current' | 'removed' = 'current') => {
      const { entries } = await act('chronology.list', { caseId, status })
      return entries.filter(({ event }) => event.includes(words))
    }
    await give('v1.csv', [call, ...others])
    await give('police.csv', [['P-1', '04/04/2023', 'Called about shouting']], 'a2')
    const [entry] = await find('Neighbour')
    const [police] = await find('Called about')
    if (!entry || !police) throw new Error('the rows are there')
    const { recordId } = entry
    await act('comment.open-thread', { caseId, subject: { recordId }, text: 'Who was the neighbour?' })
    const change = { judgement: 'missed-opportunity' as const }
    await act('analysis.save', { caseId, records: [{ recordId, version: 0 }], change })
    const pairs = [{ a: entry.id, b: police.id, version: 0 }]
    await act('chronology.decide-links', { caseId, pairs, decision: 'confirmed', reason: 'One call.' })
    expect(await give('v2.csv', others)).toMatchObject({ added: 0, removed: 1, returned: 0 })
    expect(await find('eighbour', 'removed')).toMatchObject([{ id: entry.id, recordId }])
    return { ...one, give, find, entry, police }
  }

  it('is the same record: its comments, judgement and links return, and its history says that it was away', async () => {
    const { act, caseId, give, find, entry, police } = await gone()
    const { recordId } = entry
    const reworded = ['C-2', '04/04/2023', 'Neighbour rang about shouting and banging'] as const
    const report = await give('v3.csv', [reworded, ...others])
    expect(report).toMatchObject({ added: 1, changed: 0, removed: 0, unchanged: 3, returned: 1 })
    expect(report.differences).toMatchObject([
      {
        ...{ kind: 'added', returned: true, reference: 'C-2' },
        fields: [{ field: 'Event', before: call[2], after: reworded[2] }],
      },
    ])
    const again = await find('Neighbour')
    expect(again).toMatchObject([{ recordId }])
    expect(again[0]?.id).not.toBe(entry.id)
    expect(await find('Neighbour', 'removed')).toEqual([])
    const { threads } = await act('comment.list', { caseId, subject: { recordId } })
    expect(threads[0]?.subject).toMatchObject({ kind: 'entry', recordId })
    const judged = await act('chronology.list', { caseId, judgements: ['missed-opportunity'] })
    expect(judged.entries.map(({ id }) => id)).toEqual([again[0]?.id])
    const { event } = await act('chronology.entry-links', { caseId, entryId: police.id })
    expect(event?.accounts.map(({ entryId }) => entryId).toSorted()).toEqual(
      [again[0]?.id, police.id].toSorted(),
    )
    const { versions } = await act('chronology.history', { caseId, entryId: again[0]?.id ?? '' })
    expect(
      versions.map(({ state, returned, files, endedBy }) => [
        ...[state, returned, files.map((one) => one.file), endedBy?.file ?? null],
      ]),
    ).toEqual([
      ['current', true, ['v3.csv'], null],
      ['removed', false, ['v1.csv'], 'v2.csv'],
    ])
  })

  it('is told apart from a new one: another day, other words, a row count', async () => {
    const { give, find, entry } = await gone()
    const report = await give('v3.csv', [['C-9', '04/04/2023', 'Rent arrears letter'], ...others])
    expect(report).toMatchObject({ added: 1, returned: 0 })
    const [other] = await find('Rent')
    expect(other?.recordId).not.toBe(entry.recordId)
    expect(await find('Neighbour', 'removed')).toMatchObject([{ id: entry.id }])
    // As a number says nothing across versions that lie apart, its words and day do.
    const numbered = await give('v4.csv', [['7', call[1], call[2]], ...others])
    expect(numbered).toMatchObject({ added: 1, removed: 1, returned: 1 })
    expect(await find('Neighbour')).toMatchObject([{ recordId: entry.recordId }])
  })

  it('may come and go more than once', async () => {
    const { give, find, entry } = await gone()
    for (const round of [3, 5]) {
      expect(await give(`v${round}.csv`, [call, ...others])).toMatchObject({ added: 1, returned: 1 })
      expect(await find('Neighbour')).toMatchObject([{ recordId: entry.recordId }])
      expect(await give(`v${round + 1}.csv`, others)).toMatchObject({ removed: 1 })
      expect(await find('Neighbour', 'removed')).toMatchObject([{ recordId: entry.recordId }])
    }
  })
})
