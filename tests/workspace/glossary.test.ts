import { describe, expect, it } from 'vitest'
import type { GlossaryTerm } from '../../domain/chronology/glossary.ts'
import { columnIds, type CaseWording } from '../../domain/chronology/case-wording.ts'
import { aFolder } from '../db/builders.ts'
import { addUser, aWorkspace, passphraseOf, reopenedAs, sample } from './builders.ts'
import { addSmallCase, writeSmallFiles } from './small-case.ts'

const term = (change: Partial<GlossaryTerm> = {}) => ({
  id: null,
  version: 0,
  abbreviation: 'CMHT',
  meaning: 'community mental health team',
  agencyId: null,
  state: 'explained' as const,
  ...change,
})

describe('the glossary of a case', () => {
  it('begins with what the case’s own file explains, and offers what agencies’ files do, names left out', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { terms, offered } = await act('glossary.list', { caseId })
    // case.json explains nine abbreviations.
    expect(terms.map(({ abbreviation }) => abbreviation)).toEqual([
      'ASC',
      'DASH',
      'DN',
      'DNA',
      'ED',
      'ICB',
      'MARAC',
      'MASH',
      'VA',
    ])
    expect(terms[0]).toMatchObject({ id: null, version: 0, state: 'explained', agencyId: null })
    const words = offered.map(({ abbreviation }) => abbreviation)
    expect(words).toContain('NFA')
    expect(words).toContain('GCS')
    // The hospital explains ED as the case does: nothing to offer. DH are the adult's initials, PR and LS workers'.
    expect(words).not.toContain('ED')
    expect(words).not.toContain('DH')
    expect(words).not.toContain('PR / LS')
    expect(JSON.stringify(offered)).not.toMatch(/Dorothy|Hargreave/)
    // A new version of a file offers what it says, once.
    const housing = sample('housing-provider-chronology-v2.xlsx')
    await act('chronology.import', { caseId, agencyId: 'a5', path: housing })
    expect((await act('glossary.list', { caseId })).offered).toEqual(offered)
  })

  it('takes what is typed or offered, changes it, puts it aside and takes it out, and lets none of that be lost', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { offered, terms: before } = await act('glossary.list', { caseId })
    const nfa = offered.find(({ abbreviation }) => abbreviation === 'NFA')
    const { terms } = await act('glossary.save', { caseId, terms: [term(), term({ ...nfa })] })
    const [cmht, taken] = terms
    expect(taken).toMatchObject({ abbreviation: 'NFA', agencyId: 'a2', version: 1, changedBy: 'Robin Vale' })
    const now = await act('glossary.list', { caseId })
    expect(now.terms).toHaveLength(before.length + 2)
    expect(now.offered).toHaveLength(offered.length - 1)
    const change = { ...term({ meaning: 'mental health team' }), id: cmht?.id ?? '', version: 1 }
    await act('glossary.save', { caseId, terms: [change] })
    await expect(act('glossary.save', { caseId, terms: [change] })).rejects.toThrow('conflict')
    await act('glossary.save', { caseId, terms: [{ ...change, version: 2, state: 'removed' }] })
    const shown = async () =>
      (await act('glossary.list', { caseId })).terms.filter(({ abbreviation }) => abbreviation === 'CMHT')
    expect(await shown()).toEqual([])
    await act('glossary.save', { caseId, terms: [{ ...change, version: 3 }] })
    expect(await shown()).toMatchObject([{ meaning: 'mental health team', version: 4 }])
    // Changing what the case's file says puts a term of the glossary in its place.
    await act('glossary.save', { caseId, terms: [term({ abbreviation: 'DN', meaning: 'district nursing' })] })
    const dn = (await act('glossary.list', { caseId })).terms.filter(
      ({ abbreviation }) => abbreviation === 'DN',
    )
    expect(dn).toMatchObject([{ meaning: 'district nursing', version: 1 }])
  })

  it('refuses a double, a name of the key, another case’s term or agency, and keeps all of a change or none', async () => {
    const workspace = await aWorkspace()
    const { act } = workspace
    const files = writeSmallFiles(aFolder())
    const caseId = await addSmallCase(workspace, files)
    const other = await addSmallCase(workspace, files, { ref: 'LRK-SAR-2026-C' })
    const { terms } = await act('glossary.save', { caseId, terms: [term()] })
    const own = { ...term(), id: terms[0]?.id ?? '', version: 1 }
    const refused = (change: object, of = caseId) =>
      expect(
        act('glossary.save', {
          caseId: of,
          terms: [term({ abbreviation: 'NEW' }), { ...term(), ...change }],
        }),
      ).rejects
    await refused({ meaning: 'another' }).toThrow('invalid')
    await refused({ abbreviation: 'TQ', meaning: 'Toby Quillfeather' }).toThrow('name of the people key')
    await refused({ abbreviation: 'XYZ', agencyId: 'a9' }).toThrow('not-found')
    await refused({ ...own, meaning: 'x' }, other).toThrow('not-found')
    await refused({ version: 4 }).toThrow('invalid')
    await refused({ abbreviation: 'XYZ', meaning: ' ' }).toThrow('invalid')
    const { terms: kept } = await act('glossary.list', { caseId })
    expect(kept.map(({ abbreviation }) => abbreviation)).toEqual(['CMHT'])
    // One meaning for everybody and one of an agency's own stand side by side.
    await act('glossary.save', { caseId, terms: [term({ meaning: 'the team', agencyId: 'a1' })] })
    expect((await act('glossary.list', { caseId })).terms).toHaveLength(2)
  })

  it('lists abbreviations in the entries that nobody has explained, counted, for anybody who reads the chronology', async () => {
    const workspace = await aWorkspace()
    const { caseId } = await workspace.act('sample.load', {})
    const before = await workspace.act('glossary.unexplained', { caseId })
    const words = before.found.map(({ abbreviation }) => abbreviation)
    expect(words).toContain('GCS')
    for (const known of ['ED', 'MARAC', 'DH']) expect(words).not.toContain(known)
    const counts = before.found.map(({ count }) => count)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    await workspace.act('glossary.save', {
      caseId,
      terms: [
        term({ abbreviation: 'GCS', meaning: 'Glasgow coma scale' }),
        term({ abbreviation: 'LOG', meaning: '', state: 'not-one' }),
      ],
    })
    const after = await workspace.act('glossary.unexplained', { caseId })
    expect(after.total).toBe(before.total - 2)
    expect(after.found).toEqual(
      before.found.filter(({ abbreviation }) => !['GCS', 'LOG'].includes(abbreviation)),
    )
    const panel = await addUser(workspace, 'Pat Member', 'panel-member')
    await workspace.act('case.team-add', { caseId, userId: panel })
    const member = await reopenedAs(workspace, 'Pat Member', passphraseOf('panel-member'))
    expect(await member.act('glossary.unexplained', { caseId })).toEqual(after)
    expect(JSON.stringify(await member.act('glossary.list', { caseId }))).not.toMatch(/Dorothy|Hargreave/)
  })
})

describe('the columns and words of a case', () => {
  it('are the usual ones until the case has its own', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { version, wording } = await act('wording.show', { caseId })
    expect(version).toBe(0)
    expect(wording.columns.map(({ id }) => id)).toEqual(columnIds)
    expect(wording.judgements['missed-opportunity']).toBe('Missed opportunity')
    // case.json has five key lines of enquiry.
    expect(wording.kloes).toEqual({ 1: 'KLOE 1', 2: 'KLOE 2', 3: 'KLOE 3', 4: 'KLOE 4', 5: 'KLOE 5' })

    const [first, ...rest] = wording.columns
    const changed: CaseWording = {
      columns: [...rest, { id: first?.id ?? 'no', heading: 'Number', places: [] }],
      judgements: { ...wording.judgements, 'good-practice': 'Strength' },
      kloes: { 3: 'Home care' },
    }
    const saved = await act('wording.save', { caseId, version: 0, wording: changed as never })
    expect(saved.version).toBe(1)
    expect(saved.wording.columns.at(-1)).toEqual({ id: 'no', heading: 'Number', places: [] })
    expect(saved.wording.kloes).toMatchObject({ 2: 'KLOE 2', 3: 'Home care' })
    expect(await act('wording.show', { caseId })).toEqual(saved)
    await expect(act('wording.save', { caseId, version: 0, wording: changed as never })).rejects.toThrow(
      'conflict',
    )
  })

  it('always show the date, the agency and the event, and refuse a heading twice, a name, or a line the case has not', async () => {
    const { act } = await aWorkspace()
    const { caseId } = await act('sample.load', {})
    const { wording } = await act('wording.show', { caseId })
    const none = wording.columns.map((column) => ({ ...column, places: [] }))
    const { wording: least } = await act('wording.save', {
      caseId,
      version: 0,
      wording: { ...wording, columns: none },
    })
    const inGrid = least.columns.filter(({ places }) => places.includes('grid'))
    expect(inGrid.map(({ id }) => id)).toEqual(['date', 'agency', 'event'])
    const save = (change: object) =>
      expect(act('wording.save', { caseId, version: 1, wording: { ...wording, ...change } as never })).rejects
    const columns = wording.columns.map((column) =>
      column.id === 'action' ? { ...column, heading: 'outcome' } : column,
    )
    await save({ columns }).toThrow('Another column has this heading')
    await save({ judgements: { ...wording.judgements, unclear: 'Good practice' } }).toThrow('invalid')
    await save({ judgements: { ...wording.judgements, unclear: 'Dorothy Hargreave' } }).toThrow('name')
    await save({ kloes: { 9: 'Nine' } }).toThrow('no key line of enquiry 9')
    expect((await act('wording.show', { caseId })).version).toBe(1)
  })
})
