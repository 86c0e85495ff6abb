import { execFile } from 'node:child_process'
import { copyFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import type { Db } from '../../db/database.ts'
import { openEncrypted, setRules, vaultFile } from '../../db/vault/connection.ts'
import type { Input } from '../../workspace/contract.ts'
import { createHost, type Host, type Session } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { act } from '../demo/act.ts'
import { benchUser, type ImportedFile } from './import-all.ts'
import { leastOfBoth, type Figures } from './measure.ts'
import { writeWorkbook } from './workbooks.ts'

const files = 20
const rowsPerFile = 5_000
/** Files after which memory has taken what it needs once. */
const settledAfter = 8

/** Imports files into a new vault in a process of its own, and tells what each took. */
const importApart = async (dir: string, paths: readonly string[]): Promise<readonly ImportedFile[]> => {
  const program = path.join(import.meta.dirname, 'import-all.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, dir, ...paths])
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportedFile)
}

const most = (imported: readonly ImportedFile[], what: keyof ImportedFile): number =>
  Math.max(...imported.map((one) => one[what]))
const sum = (imported: readonly ImportedFile[], what: keyof ImportedFile): number =>
  imported.reduce((total, one) => total + one[what], 0)

/** A vault with one case of 100,000 entries, imported from 20 Excel files of five agencies; what that took. */
export const makeBigCase = async (folder: string, figures: Figures): Promise<string> => {
  const dir = path.join(folder, 'big-case')
  const workbooks = Array.from({ length: files }, (_, n) => path.join(folder, `agency-${n}.xlsx`))
  for (const [n, file] of workbooks.entries()) await writeWorkbook(file, rowsPerFile, n + 1)
  const imported = await importApart(dir, workbooks)
  const settled = imported.slice(0, settledAfter)
  figures.set('import of 100000 rows from 20 files s', sum(imported, 'ms') / 1_000)
  figures.set('import of 100000 rows from 20 files processor s', sum(imported, 'processorMs') / 1_000)
  figures.set('import memory held after 20 files MB', most(imported, 'held'))
  figures.set('import memory held 20 files/8 files', most(imported, 'held') / most(settled, 'held'))
  figures.set('import most memory in 20 files MB', most(imported, 'most'))
  figures.set('import most memory 20 files/8 files', most(imported, 'most') / most(settled, 'most'))
  return dir
}

/** The same database without encryption, for comparison only. */
const plainCopy = (dir: string, key: Buffer, file: string): Db => {
  copyFileSync(path.join(dir, vaultFile), file)
  const decrypting = openEncrypted(file, key, 0)
  decrypting.pragma('journal_mode = DELETE')
  decrypting.pragma(`rekey = ''`)
  decrypting.close()
  const db = new Database(file)
  setRules(db, statSync(file).size)
  return db
}

/** Short work needs more rounds until one of them is left alone by the machine. */
const roundsOf = { nothing: 80, search: 20, all: 20 } as const

/** A host whose open vault is another database, and which has worked nothing out yet. */
const withDatabase = (host: Host, session: Session, db: Db): Host => ({
  ...host,
  session: { ...session, vault: { ...session.vault, db }, orders: new Map(), readings: new Map() },
})

/** What was worked out of a list is forgotten: of every list after a change, of a search when another is made. */
const forget = ({ session }: Host, of: 'all' | 'search'): void => {
  for (const key of session?.orders.keys() ?? [])
    if (of === 'all' || !key.startsWith('all ')) session?.orders.delete(key)
}

type Asked = Partial<Input<'chronology.list'>>

/** What a reader waits for in a case of 100,000 entries: the whole action, and against the same over plain SQLite. */
export const measureBigCase = async (folder: string, dir: string, figures: Figures): Promise<void> => {
  const host = createHost(nodeEnvironment())
  const opening = { dir, ...benchUser }
  await act(host, 'vault.open', opening)
  const key = Buffer.from(host.session?.vault.keys.data ?? '')
  await act(host, 'vault.lock', {})
  const plain = plainCopy(dir, key, path.join(folder, 'plain-copy.db'))
  key.fill(0)
  await act(host, 'vault.open', opening)
  const [one] = await act(host, 'case.list', {})
  const caseId = one?.id ?? ''
  const { session } = host
  if (!session) throw new Error('The vault did not open.')
  const other = withDatabase(host, session, plain)
  const list = (in_: Host, asked: Asked) => act(in_, 'chronology.list', { caseId, limit: 200, ...asked })
  const measured: readonly (readonly [name: string, asked: Asked, anew: keyof typeof roundsOf])[] = [
    ['page of 200', { offset: 60_000 }, 'nothing'],
    ['phrase search', { search: '"home visit"' }, 'search'],
    ['phrase search after a change', { search: '"home visit"' }, 'all'],
    ['ranked search of 3 terms', { search: 'fire alarm fitted', order: 'relevance' }, 'search'],
    ['filter to first page', { agencies: ['a2'], from: '2020-01-01', to: '2020-12-31' }, 'all'],
    ['filter by kind of contact to first page', { contactTypes: ['Meeting'] }, 'all'],
  ]
  for (const [name, asked, anew] of measured) {
    const { total } = await list(host, asked)
    if (total === 0) throw new Error(`The bench finds nothing by its ${name}.`)
    const look = (in_: Host) => async () => {
      if (anew !== 'nothing') forget(in_, anew)
      if (anew === 'search') await list(in_, {})
      const begun = performance.now()
      await list(in_, asked)
      return performance.now() - begun
    }
    const [encrypted, without] = await leastOfBoth(roundsOf[anew], look(host), look(other))
    figures.set(`100000 entries: ${name} ms`, encrypted)
    figures.set(`100000 entries: ${name} encrypted/plain`, encrypted / without)
  }
  plain.close()
  await act(host, 'vault.lock', {})
}
