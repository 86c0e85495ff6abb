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

/** A case of its own for the alias sweep: one person under many names, a service that bears one of them, a stranger twice. */
export const margaretCase = {
  title: 'Adult M',
  roster: {
    version: '1',
    entries: [
      {
        id: 'p01',
        kind: 'person',
        name: 'Margaret O’Neill',
        pseudonym: 'Adult A',
        aliases: ['Maggie', 'Mrs O’Neill'],
      },
    ],
  },
  events: [
    'Margaret was seen at the front door and said that she was well.',
    'Maggie asked for tea and did not want to talk.',
    'Mrs O’Neill declined a visit.',
    'ONeill, not at home. A card was left.',
    'M.O. was asleep when the carer came.',
    'Margaret’s daughter rang the office on 01632 960111.',
    'She went to Maggie’s Centre in the afternoon.',
    'Mrs Threlkeld, who lives below, heard shouting.',
    'Mrs Threlkeld rang again and asked for a call back.',
    'The milkman at number nine found the door open.',
  ],
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
