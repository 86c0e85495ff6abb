import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  caseOfContribution,
  getContribution,
  insertContribution,
  listContributions,
  readContributionBytes,
} from '../../db/contributions.ts'
import { insertDecision, listDecisionHistory, listDecisions, type Decision } from '../../db/decisions.ts'
import { completeDisclosure, listDisclosures, prepareDisclosure } from '../../db/disclosures.ts'
import {
  importHistoryCases,
  insertStatsRelease,
  listHistoryCases,
  listHistoryYears,
  listStatsReleases,
} from '../../db/history.ts'
import { settleChoices } from '../../domain/packs/choices.ts'
import { profiles } from '../../domain/packs/profile.ts'
import {
  caseOfPack,
  getPack,
  insertPack,
  listPackFiles,
  listPacks,
  movePack,
  readPackFiles,
  rebuildPack,
} from '../../db/packs.ts'
import { currentSource, getSource, insertSource, listSources, readSourceBytes } from '../../db/sources.ts'
import { insertUser } from '../../db/users.ts'
import { aCaseWithSources, aVault } from './builders.ts'

const sample = (file: string) => readFileSync(join(import.meta.dirname, '../../scripts/sample-case', file))
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const withCase = async () => {
  const { vault } = await aVault()
  const { caseId, sourceIds } = aCaseWithSources(vault)
  const at = vault.env.now()
  insertUser(vault.db, { id: 'kim', name: 'Kim Ash', role: 'chair', createdAt: at })
  return { db: vault.db, caseId, sourceIds, at, robin: vault.user.id }
}

describe('source files', () => {
  it('are kept byte for byte, and a later file takes an earlier one’s place', async () => {
    const { db, caseId, sourceIds, at, robin } = await withCase()
    const bytes = sample('housing-provider-chronology-v2.xlsx')
    const first = getSource(db, sourceIds.a1)
    expect(currentSource(db, caseId, 'a1')?.id).toBe(first.id)
    const { supersededBy: _later, ...copied } = first
    const second = {
      ...copied,
      id: 's2',
      fileName: 'housing-provider-chronology-v2.xlsx',
      sha256: sha256(bytes),
      format: 'xlsx' as const,
      importedBy: robin,
      importedAt: at,
      supersedes: first.id,
      rows: { read: 32, entries: 31, headings: 1, blank: 0, declared: 0 },
      announced: [{ kind: 'text-dates' as const, where: 'Sheet1', detail: 'Dates are text.' }],
      mapping: {
        table: 'Sheet1',
        headingRows: [1],
        columns: [{ index: 0, heading: 'Date', field: 'date' as const }],
      },
      needsAttention: [{ where: 'Sheet1!7', field: 'date', value: '31/02/23', why: 'There is no such day.' }],
    }
    insertSource(db, { ...second, bytes })
    expect(getSource(db, 's2')).toEqual({ ...second, supersededBy: null })
    expect(getSource(db, first.id).supersededBy).toBe('s2')
    expect(currentSource(db, caseId, 'a1')?.id).toBe('s2')
    expect(listSources(db, caseId).map(({ id }) => id)).toEqual([sourceIds.a1, sourceIds.a2, 's2'])
    expect(sha256(readSourceBytes(db, 's2'))).toBe(second.sha256)
    expect(currentSource(db, caseId, 'a9')).toBeNull()
    for (const look of [getSource, readSourceBytes])
      expect(() => look(db, 'none')).toThrow('no such source file')
  })

  it('belong to an agency of the case', async () => {
    const { db, sourceIds } = await withCase()
    const { supersededBy: _later, ...first } = getSource(db, sourceIds.a1)
    expect(() => {
      insertSource(db, { ...first, id: 's9', agencyId: 'a9', bytes: Buffer.from('x') })
    }).toThrow('FOREIGN KEY')
  })
})

describe('contributions', () => {
  it('keep the file and the text read of it', async () => {
    const { db, caseId, at, robin } = await withCase()
    const bytes = sample('imr-housing-provider.docx')
    const contribution = {
      id: 'k1',
      caseId,
      agencyId: 'a2',
      fileName: 'imr-housing-provider.docx',
      sha256: sha256(bytes),
      format: 'docx',
      addedBy: robin,
      addedAt: at,
      announced: [{ kind: 'comment' as const, where: 'paragraph 3', detail: 'A comment.' }],
      properties: { creator: 'Somebody' },
      blocks: [{ style: 'heading' as const, level: 1, text: 'Report' }],
    }
    insertContribution(db, { ...contribution, bytes })
    expect(listContributions(db, caseId)).toEqual([contribution])
    expect(getContribution(db, 'k1')).toEqual(contribution)
    expect(readContributionBytes(db, 'k1').equals(bytes)).toBe(true)
    expect(caseOfContribution(db, 'k1')).toBe(caseId)
    for (const look of [getContribution, readContributionBytes, caseOfContribution])
      expect(() => look(db, 'none')).toThrow('no such contribution')
  })
})

describe('decisions', () => {
  it('count as the latest about each text; the earlier stay on record', async () => {
    const { db, caseId, at } = await withCase()
    const decision = (id: string, overrides: Partial<Decision>): Decision => ({
      id,
      caseId,
      text: 'Rose',
      decision: 'keep',
      place: null,
      origin: 'question',
      reason: 'A street',
      audience: 'agencies',
      decidedBy: 'kim',
      decidedAt: at,
      ...overrides,
    })
    const all = [
      decision('1', {}),
      decision('2', { text: 'May', decision: 'replace', replacement: '[month]' }),
      decision('3', { decision: 'replace', entity: 'p04' }),
    ]
    for (const one of all) insertDecision(db, one)
    expect(listDecisions(db, caseId)).toEqual([all[1], all[2]])
    expect(listDecisionHistory(db, caseId)).toEqual(all)
  })
})

const aSecret = Buffer.alloc(32, 5)

const aPack = (caseId: string, builtBy: string, at: string) => ({
  id: 'k1',
  caseId,
  recipient: 'a2',
  profile: 'partner-agency' as const,
  choices: settleChoices(profiles['partner-agency']),
  report: null,
  state: 'ready' as const,
  builtBy,
  builtAt: at,
  caseFingerprint: 'f1',
  basis: { purpose: 'p', lawfulBasis: 'l', power: 's45', necessity: 'n' },
  formats: ['docx', 'csv'] as const,
  undecided: 0,
  replacements: 12,
  note: null,
  manifest: { files: 2 },
  document: {
    title: 't',
    subtitle: 's',
    marking: 'm',
    language: 'en-GB',
    timestamp: at,
    blocks: [
      { type: 'heading' as const, level: 1 as const, text: 'h' },
      { type: 'list' as const, items: ['i'] },
      { type: 'table' as const, caption: 'c', columns: [{ heading: 'Date', weight: 2 }], rows: [['2023']] },
    ],
  },
  review: { candidates: [] },
})
const aPackFile = { name: 'pack.csv', format: 'csv', sha256: 'ab', bytes: Buffer.from('Date\r\n') }

describe('packs', () => {
  it('are kept with what their recipient will read, and with their files', async () => {
    const { db, caseId, at, robin } = await withCase()
    const pack = aPack(caseId, robin, at)
    insertPack(db, pack, aSecret, [aPackFile])
    const none = { approvedBy: null, approvedAt: null, releasedBy: null, releasedAt: null }
    expect(getPack(db, 'k1')).toEqual({ ...pack, ...none, version: 1 })
    expect(listPacks(db, caseId).map(({ id }) => id)).toEqual(['k1'])
    expect(listPacks(db)).toHaveLength(1)
    expect(listPacks(db, 'none')).toEqual([])
    expect(readPackFiles(db, 'k1')).toEqual([aPackFile])
    expect(listPackFiles(db, 'k1')).toEqual([{ name: 'pack.csv', format: 'csv', sha256: 'ab', size: 6 }])
    expect(caseOfPack(db, 'k1')).toBe(caseId)
    for (const look of [getPack, caseOfPack]) expect(() => look(db, 'none')).toThrow('no such pack')
  })

  it('are approved by a second person, released after that, and in no other order', async () => {
    const { db, caseId, at, robin } = await withCase()
    insertPack(db, aPack(caseId, robin, at), aSecret, [])
    const move = (
      from: 'ready' | 'approved' | 'prepared',
      to: 'approved' | 'prepared' | 'released',
      version: number,
      by: string,
    ) => movePack(db, { id: 'k1', version, from, to, by, at })
    expect(() => move('ready', 'approved', 1, robin)).toThrow('somebody other than the person who built it')
    expect(() => db.exec(`UPDATE packs SET approved_by = built_by`)).toThrow('CHECK')
    expect(() => move('approved', 'prepared', 1, 'kim')).toThrow('Somebody changed this pack')
    expect(move('ready', 'approved', 1, 'kim')).toBe(2)
    expect(() => move('approved', 'prepared', 1, 'kim')).toThrow('Somebody changed this pack')
    expect(move('approved', 'prepared', 2, 'kim')).toBe(3)
    expect(move('prepared', 'released', 3, 'kim')).toBe(4)
    expect(getPack(db, 'k1')).toMatchObject({
      state: 'released',
      approvedBy: 'kim',
      releasedBy: 'kim',
      releasedAt: at,
    })
  })

  it('built anew lose their approval and their old files; one that has left is never built anew', async () => {
    const { db, caseId, at, robin } = await withCase()
    insertPack(db, aPack(caseId, robin, at), aSecret, [aPackFile])
    movePack(db, { id: 'k1', version: 1, from: 'ready', to: 'approved', by: 'kim', at })
    const anew = { ...aPack(caseId, 'kim', at), version: 2, note: 'Built anew.', caseFingerprint: 'f2' }
    expect(rebuildPack(db, anew, [{ ...aPackFile, name: 'other.csv' }])).toBe(3)
    expect(getPack(db, 'k1')).toMatchObject({
      state: 'ready',
      approvedBy: null,
      builtBy: 'kim',
      caseFingerprint: 'f2',
    })
    expect(listPackFiles(db, 'k1').map(({ name }) => name)).toEqual(['other.csv'])
    movePack(db, { id: 'k1', version: 3, from: 'ready', to: 'approved', by: robin, at })
    movePack(db, { id: 'k1', version: 4, from: 'approved', to: 'prepared', by: robin, at })
    expect(() => rebuildPack(db, { ...anew, version: 5 }, [])).toThrow('Somebody changed this pack')
  })

  it('that are voided lose their approval and say why', async () => {
    const { db, caseId, at, robin } = await withCase()
    insertPack(db, aPack(caseId, robin, at), aSecret, [])
    movePack(db, { id: 'k1', version: 1, from: 'ready', to: 'approved', by: 'kim', at })
    movePack(db, {
      id: 'k1',
      version: 2,
      from: 'approved',
      to: 'void',
      by: robin,
      at,
      note: 'The case changed.',
    })
    expect(getPack(db, 'k1')).toMatchObject({ state: 'void', approvedBy: null, note: 'The case changed.' })
  })
})

describe('the disclosure log', () => {
  it('records before the files are written, completes once, and never forgets', async () => {
    const { db, caseId, at, robin } = await withCase()
    insertPack(db, aPack(caseId, robin, at), aSecret, [])
    const disclosure = {
      id: 'o1',
      caseId,
      kind: 'pack' as const,
      packId: 'k1',
      recipient: 'a2',
      sentTo: { name: 'Police', address: '', email: '', contactRole: '', insteadOf: [] },
      choices: {},
      basis: { purpose: 'p', lawfulBasis: 'l', power: 's45', necessity: 'n' },
      profile: 'partner-agency',
      records: [{ id: 'e1', version: 2 }],
      approver: 'kim',
      releasedBy: robin,
      method: 'file',
      at,
      files: [{ name: 'pack.csv', format: 'csv', sha256: 'ab', bytes: 6 }],
    }
    prepareDisclosure(db, disclosure)
    expect(listDisclosures(db, { state: 'prepared' })).toEqual([
      { ...disclosure, state: 'prepared', withdrawn: null },
    ])
    completeDisclosure(db, 'o1')
    expect(listDisclosures(db, { state: 'prepared' })).toEqual([])
    expect(listDisclosures(db, { caseId })).toEqual([{ ...disclosure, state: 'done', withdrawn: null }])
    expect(() => {
      completeDisclosure(db, 'o1')
    }).toThrow('not waiting')
    expect(() => db.exec('DELETE FROM disclosures')).toThrow('never deleted')
  })
})

describe('history', () => {
  const closed = (ref: string, year: string) => ({
    ref,
    year,
    data: { decision: 'mandatory', abuse_types: ['Self-Neglect'] },
    adults: [
      { data: { age: 97, outcome: 'died' }, special: { ethnicity: { group: 'White' }, religion: 'None' } },
      { data: { age: 45 }, special: {} },
    ],
  })

  it('is added, changed, or left as it is; special-category data is read only where asked for', async () => {
    const { db, at } = await withCase()
    const by = { userId: 'kim', at }
    const first = [closed('C/2', '2021-22'), closed('C/1', '2020-21')]
    expect(importHistoryCases(db, first, by)).toEqual({ added: 2, changed: 0, unchanged: 0 })
    const changed = { ...closed('C/1', '2020-21'), data: { decision: 'discretionary' } }
    expect(importHistoryCases(db, [first[0]!, changed, closed('C/3', '2020-21')], by)).toEqual({
      added: 1,
      changed: 1,
      unchanged: 1,
    })
    expect(listHistoryCases(db, { special: true })).toEqual([first[0], changed, closed('C/3', '2020-21')])
    expect(listHistoryCases(db, { year: '2021-22' })).toEqual([
      { ...first[0], adults: first[0]!.adults.map(({ data }) => ({ data, special: {} })) },
    ])
    expect(listHistoryYears(db)).toEqual(['2020-21', '2021-22'])
    expect(db.prepare('SELECT count(*) FROM history_special_category').pluck().get()).toBe(6)
  })

  it('keeps what was published', async () => {
    const { db, at } = await withCase()
    const release = {
      id: 'r1',
      year: '2024-25',
      rule: 'sac',
      tables: [{ id: 'sg5a', cells: [{ at: ['Total'], shown: '[c]' }] }],
      files: [{ name: 't.csv', format: 'csv', sha256: 'ab', bytes: 1 }],
      releasedBy: 'kim',
      at,
    }
    insertStatsRelease(db, release)
    expect(listStatsReleases(db)).toEqual([release])
    expect(listStatsReleases(db, '2020-21')).toEqual([])
  })
})
