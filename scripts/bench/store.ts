import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { insertAgencies } from '../../db/agencies.ts'
import { appendAudit } from '../../db/audit.ts'
import { insertCase } from '../../db/cases.ts'
import { insertEntries, type NewEntry } from '../../db/entries.ts'
import { listEntries } from '../../db/entry-list.ts'
import { migrate } from '../../db/migrations/migrate.ts'
import { insertSource } from '../../db/sources.ts'
import { inTransaction } from '../../db/transaction.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import { setRules } from '../../db/vault/connection.ts'
import { createVault } from '../../db/vault/create-vault.ts'
import type { Vault } from '../../db/vault/vault.ts'
import { sortKey } from '../../domain/dates/compare-dates.ts'
import { leastOfBoth, seeded, type Figures } from './measure.ts'
import { passageMaker } from './passages.ts'

const entries = 100_000
const cases = 50
const meanLength = 560
const batch = 5_000
const cacheBytes = 512 * 1024 * 1024

const env = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
  randomBytes: (count: number) => randomBytes(count),
  sleep: (milliseconds: number) => sleep(milliseconds),
}

const encryptedVault = async (dir: string): Promise<Vault> => {
  const passphrase = randomBytes(24).toString('base64')
  const made = await createVault({
    dir,
    name: 'Bench',
    user: 'Bench',
    role: 'business-manager',
    passphrase,
    env,
  })
  setRules(made.vault.db, cacheBytes)
  return made.vault
}

/** The same schema, rules and code over a database without encryption: for comparison only. */
const plainVault = (dir: string, like: Vault): Vault => {
  mkdirSync(dir)
  const file = path.join(dir, 'plain.db')
  const db = new Database(file)
  setRules(db, cacheBytes)
  migrate(db, env.now())
  db.prepare('INSERT INTO users (id, name, role, created_at) VALUES (?, ?, ?, ?)').run(
    like.user.id,
    like.user.name,
    like.user.role,
    env.now(),
  )
  const none = { seq: 0, hash: '' }
  const state = { closed: false, head: none, headWritten: none, onRollback: [], releaseLock: () => undefined }
  return { ...like, db, dir, keys: copyKeys(like), state: { ...state, file: openSync(file, 'r') } }
}

const copyKeys = ({ keys }: Vault): Vault['keys'] => ({
  data: Buffer.from(keys.data),
  audit: Buffer.from(keys.audit),
  keySlots: Buffer.from(keys.keySlots),
})

const prepareCases = ({ db, user }: Vault): void => {
  for (let n = 0; n < cases; n += 1) {
    const caseId = `case-${n}`
    insertCase(db, {
      id: caseId,
      ref: `BENCH-${n}`,
      title: 'Adult A',
      board: 'Bench',
      stage: 'In progress',
      reviewPeriodStart: null,
      reviewPeriodEnd: null,
      data: {},
      createdAt: env.now(),
    })
    insertAgencies(db, [{ caseId, agencyId: 'a1', name: 'Council', sector: null, status: null }])
    insertSource(db, {
      id: `source-${n}`,
      caseId,
      agencyId: 'a1',
      fileName: 'bench.csv',
      sha256: '0'.repeat(64),
      format: 'csv',
      importedBy: user.id,
      importedAt: env.now(),
      supersedes: null,
      rows: { read: 0, entries: 0, headings: 0, blank: 0, declared: 0 },
      announced: [],
      mapping: { table: 'file', headingRows: [0], columns: [] },
      needsAttention: [],
      bytes: new Uint8Array(),
    })
  }
}

/** Makes the same entries in the same order for both stores. */
const entryMaker = (): ((n: number) => NewEntry) => {
  const random = seeded(7)
  const passage = passageMaker(11)
  return (n) => {
    const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(random() * 1_800))).toISOString().slice(0, 10)
    const date = { original: day, earliest: day, latest: day, precision: 'exact', warnings: [] } as const
    const event = passage(meanLength * (0.5 + random()))
    const c = n % cases
    return {
      id: `entry-${n}`,
      caseId: `case-${c}`,
      agencyId: 'a1',
      sourceId: `source-${c}`,
      n,
      sheet: 'file',
      row: n,
      where: `record ${n}`,
      date,
      stored: 'text',
      sortKey: sortKey(date, n),
      hiddenRow: false,
      declaredNoContact: false,
      fields: { event, action: passage(60) },
      cells: [{ heading: 'Event', text: event, hidden: false }],
      aside: [],
      rowHash: '0'.repeat(64),
      createdAt: '2026-01-01T00:00:00.000Z',
    }
  }
}

const fill = (vault: Vault): void => {
  const make = entryMaker()
  inTransaction(vault, () => prepareCases(vault))
  for (let from = 0; from < entries; from += batch)
    inTransaction(vault, () =>
      insertEntries(
        vault.db,
        Array.from({ length: batch }, (_, n) => make(from + n)),
      ),
    )
}

const page = ({ db }: Vault): void => void listEntries(db, { caseId: 'case-7' }, { offset: 400, limit: 200 })
const phrase = ({ db }: Vault): void =>
  void listEntries(db, { caseId: 'case-7', search: '"home visit"' }, { limit: 50 })

/** One entry as the product keeps it: its row, its search text, its audit row, and the head outside the database. */
const commitOne = (vault: Vault, make: (n: number) => NewEntry, n: number): void =>
  inTransaction(vault, () => {
    insertEntries(vault.db, [make(entries + n)])
    appendAudit(vault, {
      userId: vault.user.id,
      userName: vault.user.name,
      action: 'bench',
      record: `entry-${n}`,
    })
  })

/** Encrypted against plain SQLite at 100,000 entries, in one run: a page of 200, a phrase search, one commit. */
export const measureStore = async (folder: string, figures: Figures): Promise<void> => {
  const encrypted = await encryptedVault(path.join(folder, 'encrypted'))
  const plain = plainVault(path.join(folder, 'plain'), encrypted)
  fill(encrypted)
  fill(plain)
  const record = (name: string, [a, b]: readonly [number, number]): void => {
    figures.set(`${name} encrypted ms`, a)
    figures.set(`${name} plain ms`, b)
    figures.set(`${name} encrypted/plain`, a / b)
  }
  record(
    'page of 200',
    await leastOfBoth(
      60,
      () => page(encrypted),
      () => page(plain),
    ),
  )
  record(
    'phrase search',
    await leastOfBoth(
      30,
      () => phrase(encrypted),
      () => phrase(plain),
    ),
  )
  const [forEncrypted, forPlain] = [entryMaker(), entryMaker()]
  let [a, b] = [0, 0]
  record(
    'commit of one entry',
    await leastOfBoth(
      200,
      () => commitOne(encrypted, forEncrypted, (a += 1)),
      () => commitOne(plain, forPlain, (b += 1)),
    ),
  )
  plain.db.close()
  closeVault(encrypted)
}
