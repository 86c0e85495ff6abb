import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rosterSchema } from '../../domain/people/roster.ts'
import { insertAdult, listAdults } from '../../db/adults.ts'
import { getAgency, insertAgencies, listAgencies, setAgencyStatus } from '../../db/agencies.ts'
import { addToTeam, getCase, insertCase, isOnTeam, listCases, listTeam, updateCase } from '../../db/cases.ts'
import { deleteDraft, listDrafts, saveDraft } from '../../db/drafts.ts'
import {
  listPeopleKeyEntries,
  peopleKeyVersion,
  readPeopleKey,
  savePeopleKey,
  savePeopleKeyEntry,
} from '../../db/people-key.ts'
import {
  insertCriminalOffence,
  listCriminalOffences,
  listSensitiveHeld,
  readSpecialCategory,
  saveSpecialCategory,
} from '../../db/sensitive.ts'
import { getUser, insertUser, listUsers } from '../../db/users.ts'
import { aCaseWithSources, aVault } from './builders.ts'

const sampleRoster = rosterSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../scripts/sample-case/roster.json'), 'utf8')),
)

const withCase = async () => {
  const { vault } = await aVault()
  const { caseId } = aCaseWithSources(vault)
  return { vault, db: vault.db, caseId, at: vault.env.now() }
}

describe('a case', () => {
  it('keeps its facts, and one reference is one case', async () => {
    const { db, caseId, at } = await withCase()
    const record = getCase(db, caseId)
    expect(record).toMatchObject({ title: 'Adult A', version: 1, reviewPeriodStart: '2021-04-01' })
    const again = { ...record, id: 'other', createdAt: at }
    expect(() => {
      insertCase(db, again)
    }).toThrow(`already has a case with the reference ${record.ref}`)
    expect(() => getCase(db, 'none')).toThrow('no such case')
  })

  it('is changed only at the version its editor read', async () => {
    const { db, caseId } = await withCase()
    const record = getCase(db, caseId)
    const data = { kloes: [{ n: 1, text: 'How?' }], dates: { concluded: null } }
    expect(updateCase(db, { ...record, stage: 'report', data })).toBe(2)
    expect(getCase(db, caseId)).toEqual({ ...record, stage: 'report', data, version: 2 })
    expect(() => updateCase(db, { ...record, stage: 'closed' })).toThrow('Somebody changed this case')
    expect(() => updateCase(db, { ...record, id: 'none' })).toThrow('no such case')
  })

  it('has a team, and a list for each member', async () => {
    const { vault, db, caseId, at } = await withCase()
    insertUser(db, { id: 'kim', name: 'Kim Ash', role: 'review-author', createdAt: at })
    expect(isOnTeam(db, caseId, 'kim')).toBe(false)
    expect(listCases(db, 'kim')).toEqual([])
    const member = { caseId, userId: 'kim', addedBy: vault.user.id, addedAt: at }
    addToTeam(db, member)
    addToTeam(db, member)
    expect(isOnTeam(db, caseId, 'kim')).toBe(true)
    expect(listTeam(db, caseId).map(({ name }) => name)).toEqual(['Kim Ash'])
    expect(listCases(db, 'kim').map(({ id }) => id)).toEqual([caseId])
    expect(listCases(db)).toHaveLength(1)
    expect(() => {
      addToTeam(db, { ...member, userId: 'nobody' })
    }).toThrow('no such user')
    expect(() => {
      addToTeam(db, { ...member, caseId: 'none' })
    }).toThrow('no such case')
  })

  it('keeps agencies in their order and says where each stands', async () => {
    const { db, caseId } = await withCase()
    insertAgencies(db, [{ caseId, agencyId: 'a0', name: 'Surgery', sector: null, status: null }])
    expect(listAgencies(db, caseId).map(({ agencyId }) => agencyId)).toEqual(['a1', 'a2', 'a0'])
    setAgencyStatus(db, caseId, 'a0', 'requested')
    expect(getAgency(db, caseId, 'a0')).toMatchObject({ name: 'Surgery', sector: null, status: 'requested' })
    expect(() => getAgency(db, caseId, 'a9')).toThrow('no agency a9')
  })

  it('keeps adults under code names', async () => {
    const { db, caseId } = await withCase()
    const adult = {
      id: 'd1',
      caseId,
      code: 'Adult A',
      rosterId: 'p01',
      data: { outcome: 'died', lives_alone: true },
    }
    insertAdult(db, adult)
    expect(listAdults(db, caseId)).toEqual([adult])
    expect(() => {
      insertAdult(db, { ...adult, id: 'd2' })
    }).toThrow('UNIQUE')
  })
})

describe('the most sensitive data', () => {
  it('stands in tables of its own: what is held can be told without telling it', async () => {
    const { db, caseId } = await withCase()
    insertAdult(db, { id: 'd1', caseId, code: 'Adult A', rosterId: null, data: {} })
    const religion = { id: 's1', caseId, adultId: 'd1', category: 'religion' as const, value: 'Christian' }
    saveSpecialCategory(db, religion)
    saveSpecialCategory(db, { ...religion, id: 's2', value: ['Quaker', null] })
    insertCriminalOffence(db, { id: 'o1', caseId, subject: 'd1', value: { offence: 'x', year: 1999 } })
    expect(listSensitiveHeld(db, caseId)).toEqual([
      { subject: 'd1', category: 'criminal-offence' },
      { subject: 'd1', category: 'religion' },
    ])
    expect(readSpecialCategory(db, caseId, 'd1', 'religion')).toEqual({ id: 's1', value: ['Quaker', null] })
    expect(readSpecialCategory(db, caseId, 'd1', 'health')).toBeNull()
    expect(listCriminalOffences(db, caseId, 'd1')).toEqual([
      { id: 'o1', value: { offence: 'x', year: 1999 } },
    ])
  })
})

describe('the people key', () => {
  it('comes back whole: the sample case’s, with every field it carries', async () => {
    const { db, caseId } = await withCase()
    expect(readPeopleKey(db, caseId)).toEqual({ entries: [], shared_names: [], keep: [] })
    savePeopleKey(db, caseId, sampleRoster)
    expect(readPeopleKey(db, caseId)).toEqual(sampleRoster)
    expect(peopleKeyVersion(db, caseId)).toBe(1)
  })

  it('saved again changes only what changed, and drops what is gone', async () => {
    const { db, caseId } = await withCase()
    savePeopleKey(db, caseId, sampleRoster)
    const [first, ...rest] = sampleRoster.entries
    const changed = { ...first!, pseudonym: 'Adult B' }
    savePeopleKey(db, caseId, { ...sampleRoster, entries: [...rest.slice(1), changed], keep: ['the Rose'] })
    const entries = listPeopleKeyEntries(db, caseId)
    expect(entries.at(-1)).toEqual({ entry: changed, version: 2 })
    expect(entries).toHaveLength(sampleRoster.entries.length - 1)
    expect(entries.filter(({ version }) => version === 2)).toHaveLength(1)
    expect(readPeopleKey(db, caseId).keep).toEqual(['the Rose'])
  })

  it('refuses two entries of one id', async () => {
    const { db, caseId } = await withCase()
    const twice = [sampleRoster.entries[0]!, sampleRoster.entries[0]!]
    expect(() => {
      savePeopleKey(db, caseId, { ...sampleRoster, entries: twice })
    }).toThrow('same id')
  })

  it('takes an entry of its own at the version its editor read', async () => {
    const { db, caseId } = await withCase()
    const entry = sampleRoster.entries[0]!
    expect(savePeopleKeyEntry(db, caseId, { entry, version: 0 })).toEqual({ entry, version: 1 })
    expect(() => savePeopleKeyEntry(db, caseId, { entry, version: 0 })).toThrow('Somebody changed')
    const before = peopleKeyVersion(db, caseId)
    const renamed = { ...entry, pseudonym: 'Adult Z' }
    expect(savePeopleKeyEntry(db, caseId, { entry: renamed, version: 1 }).version).toBe(2)
    expect(() => savePeopleKeyEntry(db, caseId, { entry, version: 1 })).toThrow('Somebody changed')
    expect(peopleKeyVersion(db, caseId)).toBe(before + 1)
    expect(readPeopleKey(db, caseId).entries).toEqual([renamed])
  })
})

describe('drafts and users', () => {
  it('a draft is its writer’s alone', async () => {
    const { vault, db, at } = await withCase()
    insertUser(db, { id: 'kim', name: 'Kim Ash', role: 'chair', createdAt: at })
    saveDraft(db, 'kim', { key: 'finding 1', text: 'First', updatedAt: at })
    saveDraft(db, 'kim', { key: 'finding 1', text: 'Second', updatedAt: at })
    expect(listDrafts(db, 'kim')).toEqual([{ key: 'finding 1', text: 'Second', updatedAt: at }])
    expect(listDrafts(db, vault.user.id)).toEqual([])
    deleteDraft(db, vault.user.id, 'finding 1')
    expect(listDrafts(db, 'kim')).toHaveLength(1)
    deleteDraft(db, 'kim', 'finding 1')
    expect(listDrafts(db, 'kim')).toEqual([])
  })

  it('users are listed by name', async () => {
    const { db, at } = await withCase()
    insertUser(db, { id: 'kim', name: 'Kim Ash', role: 'chair', createdAt: at })
    expect(listUsers(db).map(({ name }) => name)).toEqual(['Kim Ash', 'Robin Vale'])
    expect(getUser(db, 'kim')).toEqual({ id: 'kim', name: 'Kim Ash', role: 'chair', createdAt: at })
    expect(getUser(db, 'none')).toBeNull()
  })
})
