import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { EntryRow } from '../../workspace/views.ts'
import { aFolder } from '../db/builders.ts'
import { aWorkspace, sample, type Workspace } from './builders.ts'
import { addSmallCase, smallCase, smallRoster, writeSmallFiles } from './small-case.ts'

const key = z
  .object({
    files: z.array(z.object({ file: z.string(), agency: z.string(), entries: z.number() })),
    rows: z.array(
      z.object({
        ...{ file: z.string(), where: z.string(), date_as_written: z.string(), text_starts: z.string() },
        ...{ earliest: z.string().nullable(), latest: z.string().nullable(), precision: z.string() },
      }),
    ),
    reimport: z.object({
      added: z.array(z.object({ ref: z.string() })),
      changed: z.array(
        z.object({
          ...{ ref: z.string(), columns: z.array(z.string()) },
          ...{ before: z.record(z.string(), z.string()), after: z.record(z.string(), z.string()) },
        }),
      ),
      removed: z.array(z.object({ ref: z.string() })),
      unchanged: z.number(),
    }),
  })
  .parse(JSON.parse(readFileSync(sample('expected.json'), 'utf8')))

const json = (name: string): unknown => JSON.parse(readFileSync(sample(name), 'utf8'))
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

const aSampleCase = async (): Promise<Workspace & { readonly caseId: string }> => {
  const workspace = await aWorkspace()
  const { caseId } = await workspace.act('case.add', { case: json('case.json'), roster: json('roster.json') })
  return { ...workspace, caseId }
}

const everyEntry = async ({ act }: Workspace, caseId: string): Promise<readonly EntryRow[]> =>
  (await act('chronology.list', { caseId, limit: 5_000 })).entries

const v1 = 'housing-provider-chronology-v1.xlsx'
const v2 = 'housing-provider-chronology-v2.xlsx'

describe('the five agencies’ files', () => {
  it('accounts for every row, and knows of every entry where it came from', async () => {
    const { act, caseId, ...workspace } = await aSampleCase()
    const first = key.files.filter(({ file }) => file !== v2)
    for (const { file, agency, entries } of first) {
      const { rows, added } = await act('chronology.import', { caseId, agencyId: agency, path: sample(file) })
      expect([file, rows.entries, added]).toEqual([file, entries, entries])
      expect(rows.read).toBe(rows.entries + rows.headings + rows.blank + rows.declared)
    }
    const entries = await everyEntry({ act, ...workspace }, caseId)
    expect(entries).toHaveLength(first.reduce((sum, { entries: count }) => sum + count, 0))
    const byPlace = new Map(entries.map((entry) => [`${entry.source.file} ${entry.source.where}`, entry]))
    for (const row of key.rows.filter(({ file }) => file !== v2)) {
      const entry = byPlace.get(`${row.file} ${row.where}`)
      expect([row.where, entry?.date.original, entry?.date.precision]).toEqual([
        ...[row.where, row.date_as_written, row.precision],
      ])
      expect(entry?.event.startsWith(row.text_starts)).toBe(true)
    }
    for (const { file, agency } of first) {
      const one = entries.find(({ source }) => source.file === file)
      const shown = await act('chronology.entry', { entryId: one?.id ?? '' })
      expect(shown).toMatchObject({ agencyId: agency, sourceSha256: hashOf(sample(file)), version: 1 })
      expect(shown.cells.some(({ text }) => text.includes(shown.date.original))).toBe(true)
    }
    const ordered = entries.map(({ date }) => date.earliest ?? date.latest ?? '9999')
    expect(ordered).toEqual(ordered.toSorted())
  })

  it('shows exactly what a second version changes, keeps the removed, and is quiet about a third time', async () => {
    const { act, caseId, host, ...workspace } = await aSampleCase()
    const again = (file: string) => act('chronology.import', { caseId, agencyId: 'a5', path: sample(file) })
    const { added, changed, removed, unchanged } = key.reimport
    await again(v1)
    const report = await again(v2)
    expect(report).toMatchObject({
      ...{ added: added.length, changed: changed.length, removed: removed.length, unchanged },
    })
    const references = (kind: string): unknown[] =>
      report.differences.filter((one) => one.kind === kind).map(({ reference }) => reference)
    expect(references('added')).toEqual(added.map(({ ref }) => ref))
    expect(references('removed')).toEqual(removed.map(({ ref }) => ref))
    for (const { ref, columns, before, after } of changed)
      expect(report.differences.find(({ reference }) => reference === ref)?.fields).toEqual(
        columns.map((field) => ({ field, before: before[field], after: after[field] })),
      )
    const stored = (): Record<string, unknown>[] =>
      host.session?.vault.db
        .prepare<[], Record<string, unknown>>(
          'SELECT id, status, version, source_id, row, cells, fields FROM entries ORDER BY id',
        )
        .all() ?? []
    const after = stored()
    expect(after.filter(({ status }) => status === 'removed')).toHaveLength(changed.length + removed.length)
    expect(await again(v2)).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: report.rows.entries,
    })
    expect(stored()).toEqual(after)
    expect(await again(v1)).toMatchObject({
      ...{ added: removed.length, changed: changed.length, removed: added.length, unchanged },
    })
    const entries = await everyEntry({ act, host, ...workspace }, caseId)
    expect(entries).toHaveLength(30)
    expect(new Set(entries.map(({ source }) => source.file))).toEqual(new Set([v1]))
    const sources = await act('chronology.sources', { caseId })
    expect(sources.map(({ supersededBy }) => supersededBy === null)).toEqual([false, false, true])
  })
})

const columns = [
  { index: 0, heading: 'Date', field: 'date' },
  { index: 1, heading: 'Time', field: 'time' },
  { index: 2, heading: 'Event', field: 'event' },
  { index: 3, heading: 'Action taken', field: 'action' },
  { index: 4, heading: 'Comments', field: 'comment' },
]

describe('a mapping of a person’s own', () => {
  it('reads the same file otherwise, entry by entry, and doubles nothing', async () => {
    const workspace = await aWorkspace()
    const files = writeSmallFiles(aFolder())
    const caseId = await addSmallCase(workspace, files)
    const [before] = await everyEntry(workspace, caseId)
    expect([before?.action, before?.analysis]).toEqual(['Referral made', 'Good practice'])
    const mapping = await readMapping(workspace, caseId, files.chronology)
    const otherwise = new Map<string, string>([
      ['action', 'comment'],
      ['comment', 'action'],
    ])
    const swapped = mapping.columns.map((column) => ({
      ...column,
      field: otherwise.get(column.field) ?? column.field,
    }))
    const report = await workspace.act('chronology.import', {
      ...{ caseId, agencyId: 'a1', path: files.chronology, mapping: { ...mapping, columns: swapped } },
    })
    expect(report).toMatchObject({ added: 0, changed: 3, removed: 0, unchanged: 0 })
    const entries = await everyEntry(workspace, caseId)
    expect(entries).toHaveLength(3)
    expect([entries[0]?.action, entries[0]?.analysis]).toEqual(['Good practice', 'Referral made'])
    const back = await workspace.act('chronology.import', {
      ...{ caseId, agencyId: 'a1', path: files.chronology, mapping },
    })
    expect(back).toMatchObject({ added: 0, changed: 3, removed: 0 })
    expect((await everyEntry(workspace, caseId))[0]?.action).toBe('Referral made')
  })

  it('refuses a field or a column that does not exist, and keeps nothing', async () => {
    const workspace = await aWorkspace()
    const files = writeSmallFiles(aFolder())
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const into = { caseId, agencyId: 'a1', path: files.chronology }
    const wrong = [
      columns.map((column) => ({ ...column, field: 'surname' })),
      columns.map((column) => ({ ...column, index: column.index + 40 })),
    ]
    for (const each of wrong)
      await expect(
        workspace.act('chronology.import', {
          ...into,
          mapping: { table: 'file', headingRows: [0], columns: each },
        }),
      ).rejects.toThrow(/^invalid: /)
    expect(await everyEntry(workspace, caseId)).toEqual([])
    expect(await workspace.act('chronology.sources', { caseId })).toEqual([])
  })
})

const readMapping = async ({ act }: Workspace, caseId: string, file: string) =>
  (await act('chronology.import', { caseId, agencyId: 'a1', path: file, dryRun: true })).mapping

describe('a dry run', () => {
  it('tells what would change and keeps nothing of it', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const files = writeSmallFiles(aFolder())
    const report = await workspace.act('chronology.import', {
      ...{ caseId, agencyId: 'a1', path: files.chronology, dryRun: true },
    })
    expect(report).toMatchObject({ source: null, added: 3 })
    expect(await everyEntry(workspace, caseId)).toEqual([])
    expect(await workspace.act('chronology.sources', { caseId })).toEqual([])
  })
})

describe('a row that only moved', () => {
  it('stands under its new number, with its new text', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const rows = ['03/04/2023,Seen at home', '04/05/2023,Seen again', '05/06/2023,Not seen']
    const numbered = (of: readonly string[]): string =>
      ['No,Date,Event', ...of.map((row, at) => `${at + 1},${row}`), ''].join('\r\n')
    const file = path.join(aFolder(), 'council.csv')
    const importing = async (text: string) => {
      writeFileSync(file, text)
      return workspace.act('chronology.import', { caseId, agencyId: 'a1', path: file })
    }
    await importing(numbered(rows))
    const report = await importing(numbered(['01/01/2023,Referred', ...rows]))
    expect(report).toMatchObject({ added: 1, changed: 0, removed: 0, unchanged: 3 })
    const entries = await everyEntry(workspace, caseId)
    for (const [at, { id }] of entries.entries()) {
      const { cells, fields } = await workspace.act('chronology.entry', { entryId: id })
      expect([cells[0]?.text, fields.reference ?? String(at + 1)]).toEqual([String(at + 1), String(at + 1)])
    }
    expect(await importing(numbered(['01/01/2023,Referred', ...rows]))).toMatchObject({
      ...{ added: 0, changed: 0, removed: 0, unchanged: 4 },
    })
  })
})

describe('the audit of the main job', () => {
  it('has a row for each action: who, what, which record, which version, and no text of the case', async () => {
    const workspace = await aWorkspace()
    const files = writeSmallFiles(aFolder())
    const caseId = await addSmallCase(workspace, files)
    await workspace.act('case.show', { caseId })
    await workspace.act('case.show', { caseId })
    const [entry] = await everyEntry(workspace, caseId)
    await workspace.act('chronology.entry', { entryId: entry?.id ?? '' })
    const [source] = await workspace.act('chronology.sources', { caseId })
    const { rows } = await workspace.act('audit.list', {})
    const of = (action: string) => rows.filter((row) => row.action === action)
    expect(of('case.add')).toMatchObject([{ user: 'Robin Vale', caseId, record: caseId, version: 1 }])
    expect(of('chronology.import')).toMatchObject([
      {
        ...{ user: 'Robin Vale', caseId, record: source?.id, version: 1 },
        detail: { agencyId: 'a1', sha256: hashOf(files.chronology), added: 3, changed: 0, removed: 0 },
      },
    ])
    expect(of('case.show')).toHaveLength(1)
    expect(of('chronology.entry')).toMatchObject([{ record: entry?.id, version: 1 }])
    expect(JSON.stringify(rows)).not.toMatch(/Quillfeather|Ostrander|council\.csv/)
  })
})
