import { execFile } from 'node:child_process'
import { copyFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import type { Db } from '../../db/database.ts'
import { listEntries } from '../../db/entry-list.ts'
import { openEncrypted, setRules, vaultFile } from '../../db/vault/connection.ts'
import type { Input } from '../../workspace/contract.ts'
import { createHost, type Host } from '../../workspace/host.ts'
import { nodeEnvironment } from '../../workspace/node-environment.ts'
import { act } from '../demo/act.ts'
import { benchUser, type ImportedFile } from './import-all.ts'
import { leastOfBoth, type Figures } from './measure.ts'
import { writeWorkbook } from './workbooks.ts'

const files = 20
const rowsPerFile = 5_000
/** Files after which memory has taken what it needs once. */
const settledAfter = 8

/** A vault with one case of 100,000 entries, imported from 20 Excel files of five agencies; what that took. */
export const makeBigCase = async (folder: string, figures: Figures): Promise<string> => {
  const dir = path.join(folder, 'big-case')
  const workbooks = Array.from({ length: files }, (_, n) => path.join(folder, `agency-${n}.xlsx`))
  for (const [n, file] of workbooks.entries()) await writeWorkbook(file, rowsPerFile, n + 1)
  const program = path.join(import.meta.dirname, 'import-all.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, dir, ...workbooks])
  const imported = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportedFile)
  const most = (some: readonly ImportedFile[]): number => Math.max(...some.map(({ megabytes }) => megabytes))
  const total = imported.reduce((sum, { ms }) => sum + ms, 0)
  figures.set('import of 100000 rows from 20 files s', total / 1_000)
  figures.set('import memory after 20 files MB', most(imported))
  figures.set('import memory 20 files/8 files', most(imported) / most(imported.slice(0, settledAfter)))
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

const rounds = 15

/** What a reader waits for in a case of 100,000 entries, inside the workspace's process, and against plain SQLite. */
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
  const searches = {
    'page of 200': { offset: 60_000 },
    'phrase search': { search: '"home visit seen"' },
    'ranked search of 3 terms': { search: 'kettle visit carer', order: 'relevance' },
    'filter to first page': { agencies: ['a2'], from: '2020-01-01', to: '2020-12-31' },
  } satisfies Readonly<Record<string, Partial<Input<'chronology.list'>>>>
  const { db } = (host as Host & { readonly session: NonNullable<Host['session']> }).session.vault
  for (const [name, asked] of Object.entries(searches)) {
    const [whole] = await leastOfBoth(
      rounds,
      () => act(host, 'chronology.list', { caseId, limit: 200, ...asked }),
      () => undefined,
    )
    const look = (in_: Db) => () => void listEntries(in_, { caseId, ...asked }, { limit: 200, ...asked })
    const [encrypted, without] = await leastOfBoth(rounds, look(db), look(plain))
    figures.set(`100000 entries: ${name} ms`, whole)
    figures.set(`100000 entries: ${name} encrypted/plain`, encrypted / without)
  }
  plain.close()
  await act(host, 'vault.lock', {})
}
