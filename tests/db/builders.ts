import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NewEntry } from '../../db/entries.ts'
import { createVault } from '../../db/vault/create-vault.ts'
import { closeVault } from '../../db/vault/close-vault.ts'
import type { VaultEnvironment } from '../../db/vault/environment.ts'
import { deriveArgon2id, type KeyDerivation } from '../../db/vault/key-derivation.ts'
import type { Vault } from '../../db/vault/vault.ts'
import { inTransaction } from '../../db/transaction.ts'
import { insertCase } from '../../db/cases.ts'
import { insertAgencies } from '../../db/agencies.ts'
import { insertSource } from '../../db/sources.ts'

/** Argon2id at a cost no real vault accepts: a vault made with it opens only with it. */
export const cheapDerivation: KeyDerivation = {
  calibrate: () => Promise.resolve({ algorithm: 'argon2id', memoryKiB: 64, iterations: 1, parallelism: 1 }),
  accepts: () => true,
  derive: deriveArgon2id,
}

export const passphrase = 'gravel thimble orbit lantern'
export const otherPassphrase = 'walrus copper inkwell meadow'

/** Time that stands still, waits that are noted and not waited, real randomness, and the cheap derivation. */
export const anEnvironment = (
  overrides: Partial<VaultEnvironment> = {},
): VaultEnvironment & { readonly waits: number[] } => {
  const waits: number[] = []
  return {
    now: () => '2026-11-24T09:00:00.000Z',
    newId: randomUUID,
    randomBytes: (count) => randomBytes(count),
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    derivation: cheapDerivation,
    waits,
    ...overrides,
  }
}

/** A folder that is gone when the test is over. */
export const aFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'sar-db-'))
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true })
  })
  return dir
}

/** A new vault, open, of one business manager named Robin Vale. */
export const aVault = async (
  overrides: Partial<Parameters<typeof createVault>[0]> = {},
): Promise<{ vault: Vault; recoveryKey: string; dir: string; env: VaultEnvironment }> => {
  const dir = join(aFolder(), 'vault')
  const env = overrides.env ?? anEnvironment()
  const made = await createVault({
    dir,
    name: 'Calderwick reviews',
    user: 'Robin Vale',
    role: 'business-manager',
    passphrase,
    env,
    ...overrides,
  })
  onTestFinished(() => {
    closeVault(made.vault)
  })
  return { ...made, dir: overrides.dir ?? dir, env }
}

/** A case with two agencies and a source file each; returns their ids. */
export const aCaseWithSources = (vault: Vault) => {
  const caseId = randomUUID()
  const at = vault.env.now()
  const sourceOf = (agencyId: string) => ({
    id: `source-${agencyId}-${caseId}`,
    caseId,
    agencyId,
    fileName: `${agencyId}.csv`,
    sha256: 'ab'.repeat(32),
    format: 'csv' as const,
    importedBy: vault.user.id,
    importedAt: at,
    supersedes: null,
    rows: { read: 0, entries: 0, headings: 0, blank: 0, declared: 0 },
    announced: [],
    mapping: { table: 'file', headingRows: [0], columns: [] },
    needsAttention: [],
    bytes: Buffer.from('Date,Event\r\n'),
  })
  inTransaction(vault, () => {
    insertCase(vault.db, {
      id: caseId,
      ref: `SAR-${caseId.slice(0, 8)}`,
      title: 'Adult A',
      board: 'Calderwick Safeguarding Adults Board',
      stage: 'review',
      reviewPeriodStart: '2021-04-01',
      reviewPeriodEnd: '2023-11-09',
      data: {},
      createdAt: at,
    })
    insertAgencies(vault.db, [
      { caseId, agencyId: 'a1', name: 'Council', sector: 'Local authority', status: 'received' },
      { caseId, agencyId: 'a2', name: 'Police', sector: 'Police', status: 'received' },
    ])
    insertSource(vault.db, sourceOf('a1'))
    insertSource(vault.db, sourceOf('a2'))
  })
  return { caseId, sourceIds: { a1: `source-a1-${caseId}`, a2: `source-a2-${caseId}` } }
}

export const anEntry = (
  of: { readonly caseId: string; readonly sourceId: string },
  overrides: Partial<NewEntry> = {},
): NewEntry => ({
  id: randomUUID(),
  agencyId: 'a1',
  n: 1,
  sheet: 'Sheet1',
  row: 2,
  where: 'Sheet1!2',
  date: {
    original: '3 April 2023',
    earliest: '2023-04-03',
    latest: '2023-04-03',
    precision: 'exact',
    warnings: [],
  },
  stored: 'text',
  sortKey: '2023-04-03 0 000001',
  hiddenRow: false,
  declaredNoContact: false,
  fields: { event: 'Home visit. No reply at the door.' },
  rowHash: 'cd'.repeat(32),
  createdAt: '2026-11-24T09:00:00.000Z',
  cells: [{ heading: 'Event', text: 'Home visit. No reply at the door.', hidden: false }],
  aside: [],
  ...of,
  ...overrides,
})
