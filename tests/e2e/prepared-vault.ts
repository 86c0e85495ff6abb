import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const samples = path.join(import.meta.dirname, '../../scripts/sample-case')
export const sample = (name: string): string => path.join(samples, name)

export const manager = { user: 'Ada Author', passphrase: 'copper lantern walks the quiet harbour' }
export const chair = { user: 'Ben Approver', passphrase: 'seven green kettles under the bridge' }
export const panelMember = { user: 'Pat Panel', passphrase: 'nine paper boats upon an inland sea' }

/** A case of its own with a long chronology, for a test that adds it to its copy. */
export const largeCase = {
  ...{ title: 'Adult of many visits', ref: 'CAL-SAR-LARGE' },
  ...{ entries: 5_000, word: 'lantern', everyNth: 50 },
} as const

export const chronologies: readonly (readonly [agencyId: string, file: string])[] = [
  ['a1', 'adult-social-care-chronology.xlsx'],
  ['a2', 'police-chronology.xlsx'],
  ['a3', 'hospital-trust-chronology.docx'],
  ['a4', 'gp-practice-chronology.csv'],
  ['a5', 'housing-provider-chronology-v1.xlsx'],
]

/** A copy of the prepared vault that a test may change. */
export const copyOfPreparedVault = (): string => {
  const prepared = process.env['SAR_E2E_VAULT']
  if (!prepared) throw new Error('The prepared vault is made by the global set-up.')
  const dir = path.join(mkdtempSync(path.join(tmpdir(), 'sar-vault-')), 'vault')
  cpSync(prepared, dir, { recursive: true })
  return dir
}
