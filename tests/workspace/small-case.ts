import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Workspace } from './builders.ts'

/** A small invented review, of three entries and one name that is in nobody's key. */
export const smallCase = {
  format: '1',
  ref: 'LRK-SAR-2026-B',
  board: 'Larkmere Safeguarding Adults Board',
  working_title: 'Adult B',
  adults: [
    {
      code: 'Adult B',
      roster: 'p01',
      age_at_death: null,
      date_of_birth: '1938-06-02',
      date_of_death: null,
      sex: 'Female',
      gender: 'Female',
      ethnicity: 'Asian / Asian British',
      ethnicity_detail: 'Bangladeshi',
      religion: 'Zoroastrian',
      sexual_orientation: 'Bisexual',
      disability: true,
      primary_support_reason: 'Support with Memory and Cognition',
      health: ['narcolepsy'],
      outcome: 'survived',
    },
  ],
  dates: {
    referral: '2026-04-02',
    decision: '2026-05-01',
    initiated: '2026-05-04',
    concluded: null as string | null,
    review_period_start: '2023-01-01',
    review_period_end: '2023-12-31',
  },
  s44: {
    adult_in_area: { answer: 'yes' },
    needs_for_care_and_support: { answer: 'yes' },
    concern_about_working_together: { answer: 'yes' },
    died: { answer: 'no' },
    death_abuse_or_neglect_known_or_suspected: { answer: 'not applicable' },
    alive_serious_abuse_or_neglect: { answer: 'yes', reason: 'Serious neglect.' },
  },
  abuse_types: ['Self-Neglect'],
  kloes: [{ n: 1, text: 'How was Mrs Quillfeather heard?' }],
  agencies: [
    { id: 'a1', name: 'Larkmere Council', sector: 'Local authority', status: 'received' },
    { id: 'a2', name: 'Police', sector: 'Police', status: 'received' },
  ],
  parallel_processes: [],
}

export const smallRoster = {
  version: '1',
  entries: [
    {
      id: 'p01',
      kind: 'person',
      name: 'Marjorie Quillfeather',
      pseudonym: 'Adult B',
      aliases: ['Mrs Quillfeather'],
      identifiers: [{ type: 'NHS number', value: '999 000 0018' }],
      date_of_birth: '1938-06-02',
    },
    {
      id: 'p02',
      kind: 'person',
      name: 'Tobias Quillfeather',
      pseudonym: 'Son 1',
      aliases: ['Toby Quillfeather'],
    },
    { id: 'o01', kind: 'organisation', name: 'Larkmere Council', pseudonym: 'Council', replace_in: 'public' },
  ],
}

/** The name that is in no key; redaction must ask about it. */
export const unknownName = 'Mrs Ostrander'

export const smallChronology = [
  'Date,Time,Event,Action taken,Comments',
  '03/04/2023,10:15,Mrs Quillfeather seen at home. Rang 01632 960123.,Referral made,Good practice',
  'May 2023,,"Mrs Ostrander, a neighbour, called.",None taken,',
  '12/06/2023,,Toby Quillfeather visited the office.,Advice given,Late',
  '',
].join('\r\n')

export type SmallFiles = {
  readonly folder: string
  readonly case: string
  readonly roster: string
  readonly chronology: string
}

export const writeSmallFiles = (folder: string): SmallFiles => {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  }
  return {
    folder,
    case: write('case.json', JSON.stringify(smallCase)),
    roster: write('roster.json', JSON.stringify(smallRoster)),
    chronology: write('council.csv', smallChronology),
  }
}

export const basis = {
  purpose: 'To share the account with an agency of the review.',
  lawfulBasis: 'UK GDPR Article 6(1)(e)',
  power: 'Care Act 2014 sections 44 and 45',
  necessity: 'The agency checks its own facts.',
}

/** The small case in an open vault, its one chronology imported. */
export const addSmallCase = async (
  { act }: Workspace,
  files: SmallFiles,
  overrides: Partial<typeof smallCase> = {},
): Promise<string> => {
  const { caseId } = await act('case.add', { case: { ...smallCase, ...overrides }, roster: smallRoster })
  await act('chronology.import', { caseId, agencyId: 'a1', path: files.chronology })
  return caseId
}
