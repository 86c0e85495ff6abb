import { spawn } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aFolder, passphrase } from '../db/builders.ts'
import { inlineCell, ole, xlsx } from '../documents/read/office-files.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import type { Failure } from '../../domain/result.ts'
import { aWorkspace, reopenedAs, sample, type Workspace } from './builders.ts'
import { addSmallCase, smallCase, smallRoster, writeSmallFiles } from './small-case.ts'

type Case = Workspace & { readonly caseId: string }

/** A case with something in it already, which must be as it was after every failure. */
const aCase = async (): Promise<Case> => {
  const workspace = await aWorkspace()
  return { ...workspace, caseId: await addSmallCase(workspace, writeSmallFiles(aFolder())) }
}

const everythingIn = ({ host }: Workspace): unknown => {
  const db = host.session?.vault.db
  const tables = db
    ?.prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
  return tables?.map(({ name }) => [name, db?.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()])
}

const file = (name: string, bytes: Uint8Array | string): string => {
  const at = path.join(aFolder(), name)
  writeFileSync(at, bytes)
  return at
}

const failureOf = async (
  { host, caseId }: Case,
  at: string,
  as: 'import' | 'contribution',
): Promise<Failure> => {
  const input = { caseId, agencyId: 'a1', path: at }
  const result =
    as === 'import'
      ? await dispatch(host, 'chronology.import', input)
      : await dispatch(host, 'contribution.add', input)
  if (result.ok) throw new Error(`${path.basename(at)} was taken, and should have been refused`)
  return result.error
}

const cutShort = () => readFileSync(sample('police-chronology.xlsx')).subarray(0, 4_000)
const sheet = (rows: string) => xlsx({ sheets: [{ name: 'Log', rows }] })

/** What is bad, and the words that say so; each names the file, and the place where there is one. */
const bad: readonly (readonly [string, () => string, RegExp])[] = [
  ['a damaged workbook', () => file('cut.xlsx', cutShort()), /damaged|cut short/],
  ['a picture renamed', () => file('scan.docx', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), /picture/],
  ['a web page renamed', () => file('page.xlsx', '<html><body><table></table></body></html>'), /web page/],
  ['a password-protected file', () => file('locked.xlsx', ole('EncryptedPackage')), /password/],
  [
    'a zip bomb',
    () => file('bomb.xlsx', zipSync({ 'a.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 })),
    /unpacks to far more/,
  ],
  [
    'a 300 MB file',
    () => {
      const at = file('huge.csv', 'Date,Event\r\n')
      const open = openSync(at, 'r+')
      ftruncateSync(open, 300 * 1024 * 1024)
      closeSync(open)
      return at
    },
    /300 MB.*100 MB/,
  ],
  [
    'a csv in no known encoding',
    () => file('noise.csv', Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 167 + 13) % 256))),
    /./,
  ],
  ['an empty file', () => file('empty.csv', ''), /empty/],
  ['an empty sheet', () => file('nothing.xlsx', sheet('')), /“Log”.*empty/],
  [
    'a sheet with no date column',
    () =>
      file(
        'undated.xlsx',
        sheet(
          `<row r="1">${inlineCell('A1', 'Event')}${inlineCell('B1', 'Action')}</row><row r="2">${inlineCell('A2', 'Seen')}${inlineCell('B2', 'None')}</row>`,
        ),
      ),
    /“Log”.*no (date column|heading for a date)/,
  ],
  ['a folder', () => aFolder(), /not a file/],
  ['a file that is not there', () => path.join(aFolder(), 'gone.csv'), /cannot be opened/],
]

describe('a bad file', () => {
  it.each(bad)('%s is refused in one plain sentence, and nothing is kept', async (_, make, words) => {
    const workspace = await aCase()
    const before = everythingIn(workspace)
    const at = make()
    const failure = await failureOf(workspace, at, 'import')
    expect(failure).toMatchObject({ code: 'invalid', fields: [] })
    expect(failure.message).toMatch(words)
    expect(failure.message).toContain(path.basename(at))
    expect(failure.message).not.toContain(path.dirname(at))
    expect(failure.message).toMatch(/^[^\n]+[.?]$/)
    expect(everythingIn(workspace)).toEqual(before)
    expect(workspace.env.surprises).toEqual([])
    expect((await workspace.act('chronology.list', { caseId: workspace.caseId })).total).toBe(3)
  })

  it('is refused as a contribution in the same way', async () => {
    const workspace = await aCase()
    const before = everythingIn(workspace)
    for (const make of [
      () => file('cut.docx', readFileSync(sample('imr-housing-provider.docx')).subarray(0, 3_000)),
      () => file('locked.docx', ole('EncryptedPackage')),
      () => file('blank.csv', ' \r\n'),
    ]) {
      const at = make()
      const failure = await failureOf(workspace, at, 'contribution')
      expect([failure.code, failure.message.startsWith(path.basename(at))]).toEqual(['invalid', true])
    }
    expect(everythingIn(workspace)).toEqual(before)
    expect(workspace.env.surprises).toEqual([])
  })

  it('with a row of 40 columns too many is read, and those columns are kept and announced', async () => {
    const workspace = await aCase()
    const beyond = Array.from({ length: 40 }, (_, n) => `stray ${n + 1}`)
    const at = file(
      'wide.csv',
      `Date,Event\r\n01/02/2023,A visit,${beyond.join(',')}\r\n02/02/2023,A call\r\n`,
    )
    const report = await workspace.act('chronology.import', {
      ...{ caseId: workspace.caseId, agencyId: 'a2', path: at },
    })
    expect(report.rows).toMatchObject({ read: 3, entries: 2 })
    expect(report.announced.map(({ detail }) => detail).join('\n')).toMatch(
      /40 cells .*beyond the last heading/,
    )
    const { entries } = await workspace.act('chronology.list', { caseId: workspace.caseId, agencies: ['a2'] })
    const { cells } = await workspace.act('chronology.entry', { entryId: entries[0]?.id ?? '' })
    expect(cells.map(({ text }) => text)).toEqual(['01/02/2023', 'A visit', ...beyond])
  })
})

describe('a disk that is full', () => {
  it('is said, and nothing of the import is kept; with room again it goes on', async () => {
    const workspace = await aCase()
    const before = everythingIn(workspace)
    const db = workspace.host.session?.vault.db
    const pages = Number(db?.pragma('page_count', { simple: true }))
    db?.pragma(`max_page_count = ${pages + 5}`)
    const failure = await failureOf(workspace, file('big.csv', manyRows(3_000)), 'import')
    expect(failure).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^The disk is full/) as unknown,
    })
    expect(everythingIn(workspace)).toEqual(before)
    db?.pragma('max_page_count = 1000000')
    const again = await reopenedAs(workspace, 'Robin Vale', passphrase)
    expect((await again.act('chronology.list', { caseId: workspace.caseId })).total).toBe(3)
    expect(await again.act('vault.verify', {})).toMatchObject({ ok: true })
  })
})

const manyRows = (count: number): string => {
  const rows = Array.from(
    { length: count },
    (_, n) =>
      `${String((n % 28) + 1).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/20${String(10 + (n % 13))},Contact ${n}: seen at home with nothing of note to add,Advice given ${n}`,
  )
  return ['Date,Event,Action', ...rows, ''].join('\r\n')
}

const imported = (dir: string, caseId: string, at: string): Promise<{ readonly said: string }> =>
  new Promise((resolve, reject) => {
    const script = path.join(import.meta.dirname, 'import-until-killed.ts')
    const child = spawn(process.execPath, [script, dir, passphrase, caseId, at])
    const log = path.join(dir, 'vault.db-wal')
    const before = size(log)
    let said = ''
    let watching: NodeJS.Timeout | undefined
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      // Killed once part of what it writes has reached the disk.
      if (text.includes('keeping'))
        watching = setInterval(() => size(log) > before + 1_000_000 && child.kill('SIGKILL'), 2)
    })
    child.on('error', reject)
    child.on('close', () => {
      clearInterval(watching)
      resolve({ said })
    })
  })

const size = (at: string): number => statSync(at, { throwIfNoEntry: false })?.size ?? 0

describe('a process killed in the middle of an import of 20,000 rows', () => {
  it('leaves a vault that opens, with nothing half-imported', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('case.add', { case: smallCase, roster: smallRoster })
    await workspace.act('vault.lock', {})
    const { said } = await imported(workspace.dir, caseId, file('large.csv', manyRows(20_000)))
    expect(said).toBe('keeping\n')
    const again = await reopenedAs(workspace, 'Robin Vale', passphrase)
    expect((await again.act('chronology.list', { caseId })).total).toBe(0)
    expect(await again.act('chronology.sources', { caseId })).toEqual([])
    expect(await again.act('vault.verify', {})).toMatchObject({ ok: true, problems: [] })
    const { rows } = await again.act('audit.list', {})
    expect(rows.some(({ action }) => action === 'chronology.import')).toBe(false)
    expect(await again.act('audit.verify', {})).toMatchObject({ ok: true })
  })
})
