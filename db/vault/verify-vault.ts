import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedError } from '../../domain/result.ts'
import { verifyAudit } from '../audit.ts'
import type { Db } from '../database.ts'
import { vaultFile } from './connection.ts'
import { closeVault } from './close-vault.ts'
import { derivationOf, readKeySlots } from './key-slots.ts'
import { checkKeySlots, openVault, type OpenVaultArgs } from './open-vault.ts'
import { checkPages, type PageCheck } from './page-check.ts'
import { unlockDataKey } from './unlock.ts'
import type { Vault } from './vault.ts'

export type VaultCheck = {
  readonly ok: boolean
  /** Pages of vault.db, each decrypted and checked. */
  readonly pages: number
  readonly auditEntries: number
  readonly problems: readonly string[]
}

/**
 * Checks everything a vault holds: every page's authentication code, the structure of the database, its references, the search
 * index, the key slots, and the whole audit with its head. Finds, never mends. Not inside a transaction.
 */
export const verifyVault = (vault: Vault): VaultCheck => {
  const { db } = vault
  if (db.inTransaction) throw new Error('a vault is not verified inside a transaction')
  const problems = [...vault.openingProblems]
  const folded = check(problems, 'the log', () => db.pragma('wal_checkpoint(TRUNCATE)'))
  const pages = checkPages(vault.state.file, vault.keys.data)
  if (folded !== null) problems.push(...pageProblems(pages))
  check(problems, 'the structure', () => {
    problems.push(...structureProblems(db))
  })
  if (!vault.readOnly)
    check(problems, 'the search index', () => {
      db.exec(`INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)`)
    })
  check(problems, 'the key slots', () => {
    problems.push(...checkKeySlots(db, readKeySlots(vault.dir, derivationOf(vault.env)), vault.keys))
  })
  const audit = check(problems, 'the audit', () => verifyAudit(vault, { full: true }))
  problems.push(...(audit?.problems ?? []))
  const found = [...new Set(problems)]
  return { ok: found.length === 0, pages: pages.pages, auditEntries: audit?.entries ?? 0, problems: found }
}

/**
 * Verifies a vault that may be too damaged to open: unlocks it, checks its pages, and whatever else can still be read.
 * Throws as `openVault` does where it cannot be unlocked at all, or is open elsewhere.
 */
export const verifyVaultAt = async (args: Omit<OpenVaultArgs, 'forInspection'>): Promise<VaultCheck> => {
  try {
    const vault = await openVault({ ...args, forInspection: true })
    try {
      return verifyVault(vault)
    } finally {
      closeVault(vault)
    }
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.failure.code !== 'refused') throw error
    const { pages, problems } = await pagesOnly(args)
    return { ok: false, pages, auditEntries: 0, problems: [error.message, ...problems] }
  }
}

const pagesOnly = async (
  args: Omit<OpenVaultArgs, 'forInspection'>,
): Promise<{ readonly pages: number; readonly problems: readonly string[] }> => {
  const { dataKey } = await unlockDataKey(
    args.dir,
    readKeySlots(args.dir, derivationOf(args.env)),
    args,
    args.env,
  )
  const file = openSync(join(args.dir, vaultFile), 'r')
  try {
    const pages = checkPages(file, dataKey)
    return { pages: pages.pages, problems: pageProblems(pages) }
  } finally {
    closeSync(file)
    dataKey.fill(0)
  }
}

const pageProblems = ({ damaged, cutShort }: PageCheck): readonly string[] => {
  const named = damaged.slice(0, 20).join(', ')
  const more = damaged.length > 20 ? ` and ${damaged.length - 20} more` : ''
  return [
    ...(cutShort ? [`${vaultFile} is cut short.`] : []),
    ...(damaged.length > 0 ? [`${vaultFile}: damaged or altered pages: ${named}${more}.`] : []),
  ]
}

const structureProblems = (db: Db): readonly string[] => {
  const found = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()
  const structure = found.filter((row) => row.integrity_check !== 'ok').length
  const references = db.prepare('PRAGMA foreign_key_check').all().length
  return [
    ...(structure > 0 ? [`${vaultFile}: the database's structure has ${structure} faults.`] : []),
    ...(references > 0 ? [`${vaultFile}: ${references} records refer to something that is not there.`] : []),
  ]
}

/** Runs one check; an engine that cannot read a page is a finding, not a failure of the whole verification. */
const check = <T>(problems: string[], what: string, run: () => T): T | null => {
  try {
    return run()
  } catch (error) {
    if (error instanceof ExpectedError) problems.push(error.message)
    else problems.push(`${vaultFile}: ${what} could not be read to the end.`)
    return null
  }
}
