import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../documents/read/read-source.ts'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { holds } from '../../scripts/demo/check-text.ts'
import { readExpected } from '../../scripts/demo/expected.ts'
import type { Input } from '../../workspace/contract.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import { aFolder } from '../db/builders.ts'
import {
  addUser,
  aWorkspace,
  passphraseOf,
  reopenedAs,
  sampleCaseFolder,
  type Workspace,
} from './builders.ts'
import { addSmallCase, smallCase, smallRoster, writeSmallFiles } from './small-case.ts'

const exported = async (
  { act }: Pick<Workspace, 'act'>,
  caseId: string,
  change: Partial<Input<'chronology.export'>> = {},
) => {
  const out = path.join(aFolder(), 'out')
  const report = await act('chronology.export', { caseId, formats: ['docx', 'xlsx'], out, ...change })
  return { out, report }
}

/** What one table of a written workbook holds, without its heading row. */
const sheetOf = (out: string, name: string) => {
  const file = 'working-chronology.xlsx'
  const table = readSource(new Uint8Array(readFileSync(path.join(out, file))), file).tables.find(
    (one) => one.name === name,
  )
  const [heading, ...rows] = table?.rows ?? []
  const headings = heading?.cells.map(({ text }) => text) ?? []
  return rows.map((row) => Object.fromEntries(row.cells.map(({ text }, at) => [headings[at] ?? '', text])))
}

const wordsOf = async (out: string, name: string): Promise<string> => {
  const { texts, properties } = await inspectFile(readFileSync(path.join(out, name)), name)
  return [name, ...texts.map(({ text }) => text), ...Object.values(properties)].join('\n')
}

describe('the working chronology, written out', () => {
  it('holds every entry in order under the Board’s columns, with what each date can mean', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { out, report } = await exported({ act }, caseId, { names: true })
    expect(report).toMatchObject({ entries: 228, names: true })
    expect(readdirSync(out).sort()).toEqual(['working-chronology.docx', 'working-chronology.xlsx'])
    const rows = sheetOf(out, 'Chronology')
    const { entries } = await act('chronology.list', { caseId, limit: 300 })
    expect(rows.map((row) => row['No.'])).toEqual(entries.map((_, n) => String(n + 1)))
    expect(rows.map((row) => row['Date'])).toEqual(entries.map(({ date }) => date.original))
    expect(rows.map((row) => [row['Earliest day'], row['Latest day']])).toEqual(
      entries.map(({ date }) => [date.earliest ?? '', date.latest ?? '']),
    )
    const withoutMark = rows.map((row) =>
      row['Event as recorded']?.replace(/^\[From a row hidden[^\]]*\] /, ''),
    )
    expect(withoutMark).toEqual(entries.map(({ event }) => event.replaceAll('\r\n', '\n')))
    expect(rows.filter((row) => row['Event as recorded']?.startsWith('[From a row hidden'))).toHaveLength(1)
    expect(rows.find((row) => row['Letter'] === 'P')?.['Agency']).toBe('Calderwick Constabulary')
    expect(sheetOf(out, 'Agencies').map((row) => [row['Letter'], row['Entries here']])).toEqual([
      // Entries by file, scripts/sample-case/README.md; the care provider has sent no chronology.
      ...[
        ['L', '69'],
        ['P', '35'],
        ['T', '44'],
        ['G', '50'],
        ['H', '30'],
        ['C', '0'],
      ],
    ])
  })

  it('says on its first page whose and when, the whole or what was filtered for, and that it is sensitive', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { out } = await exported({ act }, caseId, {
      ...{ agencies: ['a2', 'a4'], from: '2022-01-01', search: 'Dorothy', certainty: ['exact'] },
      names: true,
    })
    for (const name of readdirSync(out)) {
      const words = await wordsOf(out, name)
      for (const said of [
        'Adult A: working chronology',
        'Case reference CAL-SAR-2024-A. Review period 1 April 2021 to 9 November 2023. Made 24 November 2026.',
        'that hold Dorothy; from Calderwick Constabulary or Millrace Surgery; from 1 January 2022 on; dated to one day.',
        'Official – sensitive. Holds names and personal data: for the review team only.',
        'of 228:',
      ])
        expect([name, words.includes(said) || said]).toEqual([name, true])
    }
    const whole = await exported({ act }, caseId, { formats: ['docx'] })
    expect(await wordsOf(whole.out, 'working-chronology.docx')).toContain(
      '228 entries in date order: the whole chronology.',
    )
  })

  it('in pseudonyms holds nothing of the key, agencies that have a code included', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { out, report } = await exported({ act }, caseId)
    expect(report.names).toBe(false)
    const { must_not_occur: all, must_stay: stay } = readExpected(sampleCaseFolder)
    // Names that are in nobody's key are among them: what nobody has decided on does not leave.
    const forbidden = all.filter(({ packs }) => packs === 'every')
    expect(forbidden.length).toBeGreaterThan(100)
    for (const name of readdirSync(out)) {
      const words = await wordsOf(out, name)
      expect(forbidden.filter((one) => holds(words, one)).map(({ string }) => string)).toEqual([])
      expect(words).toContain('[name not yet decided]')
      expect(words).toContain('What may be a name and nobody has decided on is left out, and marked so.')
      expect(words).toContain('Pseudonymised, and still personal data')
      for (const { text } of stay) expect(words).toContain(text)
    }
  })

  it('in pseudonyms takes no running number for somebody’s collar number', async () => {
    const { act } = await aWorkspace()
    const collar = { type: 'collar number', value: '1203' }
    const officer = {
      id: 'p09',
      kind: 'person',
      name: 'Imogen Farthing',
      pseudonym: 'Police Officer 1',
      identifiers: [collar],
    }
    const roster = { ...smallRoster, entries: [...smallRoster.entries, officer] }
    const { caseId } = await act('case.add', { case: smallCase, roster })
    const file = path.join(aFolder(), 'many.csv')
    const rows = Array.from({ length: 1_210 }, (_, n) => `0${(n % 9) + 1}/04/2023,Visit by PC 1203`)
    writeFileSync(file, ['Date,Event', ...rows].join('\n'))
    await act('chronology.import', { caseId, agencyId: 'a1', path: file })
    const { out } = await exported({ act }, caseId, { formats: ['xlsx'] })
    const written = sheetOf(out, 'Chronology')
    expect(written.at(1_202)?.['No.']).toBe('1,203')
    expect(await wordsOf(out, 'working-chronology.xlsx')).not.toContain('1203')
  })

  it('keeps fact and analysis in columns of their own, under the case’s headings and words', async () => {
    const workspace = await aWorkspace()
    const { act } = workspace
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
    const { version, wording } = await act('wording.show', { caseId })
    await act('wording.save', {
      caseId,
      version,
      wording: {
        ...wording,
        columns: wording.columns
          .map(({ places, ...column }) => ({ ...column, places: [...places] }))
          .map((column) =>
            column.id === 'comment'
              ? { ...column, heading: 'What we think' }
              : column.id === 'outcome'
                ? { ...column, places: [] }
                : column,
          ),
        judgements: { ...wording.judgements, 'missed-opportunity': 'Chance not taken' },
      },
    })
    const [first] = (await act('chronology.list', { caseId, limit: 1 })).entries
    await act('analysis.save', {
      caseId,
      records: [{ recordId: first?.recordId ?? '', version: 0 }],
      change: {
        judgement: 'missed-opportunity',
        comment: 'Nobody rang back.',
        adultSeen: 'yes',
        addKloes: [1],
      },
    })
    const { out } = await exported(workspace, caseId, { names: true })
    const [row, second] = sheetOf(out, 'Chronology')
    expect(row).toMatchObject({
      'Event as recorded': 'Mrs Quillfeather seen at home. Rang 01632 960123.',
      'Agency’s own comment': 'Good practice',
      'What we think': 'Nobody rang back.',
      Judgement: 'Chance not taken',
      'Adult seen': 'Yes',
      'People involved': 'Marjorie Quillfeather',
      'Lines of enquiry': 'KLOE 1',
    })
    expect(Object.keys(row ?? {})).not.toContain('Outcome')
    expect(second?.['Judgement'] ?? '').toBe('')
    // Nobody has said anything of these, so they are left out and said to be.
    expect(Object.keys(row ?? {})).not.toContain('Capacity considered')
    expect(await wordsOf(out, 'working-chronology.docx')).toMatch(
      /Left out, because no entry.*Capacity considered/,
    )
  })

  it('writes texts longer than a cell of Excel, and characters no office file holds as boxes', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const long = Array.from({ length: 9_000 }, (_, n) => `word${n}`).join(' ')
    expect(long.length).toBeGreaterThan(70_000)
    const file = path.join(aFolder(), 'long.csv')
    writeFileSync(file, `Date,Event\n03/04/2023,"${long}"\n04/04/2023,Bell\u0007 rang\n05/04/2023,=1+1\n`)
    await workspace.act('chronology.import', { caseId, agencyId: 'a1', path: file })
    const { out } = await exported(workspace, caseId, { names: true })
    const events = sheetOf(out, 'Chronology').map((row) => row['Event as recorded'] ?? '')
    expect(events.slice(0, -2).join(' ')).toBe(long)
    expect(events.slice(-2)).toEqual(['Bell□ rang', '=1+1'])
  })
})

describe('what leaves is reviewed, refused where it must be, and logged', () => {
  it('is counted before it leaves', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const review = await act('chronology.export-review', {
      caseId,
      agencies: ['a2'],
      hiddenRow: false,
      names: true,
    })
    expect(review).toMatchObject({
      entries: 35,
      total: 228,
      filter: ['from Calderwick Constabulary', 'from rows not hidden in their file'],
      agencies: [{ agencyId: 'a2', agency: 'Calderwick Constabulary', entries: 35 }],
      hiddenRows: 0,
      names: true,
    })
    expect(review.columns).toContain('Source of information')
    expect((await act('chronology.export-review', { caseId })).hiddenRows).toBe(1)
  })

  it('is on record before and after it is written: what, how many, in which form, never where or who', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { out } = await exported({ act }, caseId, { search: 'Dorothy', names: true, formats: ['xlsx'] })
    const { rows } = await act('audit.list', {})
    const logged = rows.filter(({ action }) => action === 'chronology.export').map(({ detail }) => detail)
    const entries = sheetOf(out, 'Chronology').length
    const what = { entries, filtered: true, names: true, formats: 'xlsx', to: 'a folder outside the vault' }
    expect(logged).toEqual([
      { ...what, state: 'written' },
      { ...what, state: 'prepared' },
    ])
    expect(JSON.stringify(logged)).not.toMatch(/Dorothy|sar-db-/)
  })

  it('never goes into the vault’s own folder, over another file, or where nothing matches', async () => {
    const workspace = await aWorkspace()
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
    for (const out of [workspace.dir, path.join(workspace.dir, 'export')])
      await expect(exported(workspace, caseId, { out })).rejects.toThrow(/^invalid: .*vault’s own folder/)
    const { out } = await exported(workspace, caseId, { names: true })
    await expect(exported(workspace, caseId, { out, names: true })).rejects.toThrow(
      /^invalid: .*already holds/,
    )
    await expect(exported(workspace, caseId, { search: 'zzzz' })).rejects.toThrow(
      /^invalid: No entry matches/,
    )
  })

  it('is stopped when asked to, with nothing written and nothing on record', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    const file = path.join(aFolder(), 'many.csv')
    const rows = Array.from({ length: 600 }, (_, n) => `0${(n % 9) + 1}/04/2023,Visit number ${n}`)
    writeFileSync(file, ['Date,Event', ...rows].join('\n'))
    await workspace.act('chronology.import', { caseId, agencyId: 'a1', path: file })
    const stop = new AbortController()
    const heard: string[] = []
    const out = path.join(aFolder(), 'out')
    const result = await dispatch(
      workspace.host,
      'chronology.export',
      { caseId, formats: ['docx'], out },
      {
        signal: stop.signal,
        progress: ({ what, done, total }) => {
          heard.push(`${what}: ${done} of ${total}`)
          if (what === 'Writing the Word file' && done > 0) stop.abort()
        },
      },
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(heard).toContain('Reading the entries: 600 of 600')
    expect(heard.at(-1)).toBe('Writing the Word file: 250 of 600')
    expect(existsSync(out)).toBe(false)
    const { rows: audit } = await workspace.act('audit.list', {})
    expect(audit.filter(({ action }) => action === 'chronology.export')).toEqual([])
  })

  it('is for the business manager and the author of the review, and nobody else', async () => {
    const workspace = await aWorkspace()
    const caseId = await addSmallCase(workspace, writeSmallFiles(aFolder()))
    const author = await addUser(workspace, 'Alex Author', 'review-author')
    await addUser(workspace, 'Chris Chair', 'chair')
    await workspace.act('case.team-add', { caseId, userId: author })
    const chair = await reopenedAs(workspace, 'Chris Chair', passphraseOf('chair'))
    await expect(exported(chair, caseId)).rejects.toThrow(/^not-permitted: /)
    const alex = await reopenedAs(chair, 'Alex Author', passphraseOf('review-author'))
    expect((await exported(alex, caseId, { names: true })).report).toMatchObject({ entries: 3, names: true })
  })
})
