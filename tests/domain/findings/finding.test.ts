import { describe, expect, it } from 'vitest'
import { movedTo, withEntries, withNote, withoutEntries } from '../../../domain/findings/evidence.ts'
import {
  analysisDomains,
  analysisDomainTitles,
  changedParts,
  inOrder,
  reworded,
  unanswered,
  type FindingState,
} from '../../../domain/findings/finding.ts'

const aFinding = (overrides: Partial<FindingState> = {}): FindingState => ({
  title: 'Repairs were not read as a sign of self-neglect',
  statement: '',
  kind: 'finding',
  domain: null,
  status: 'draft',
  kloes: [],
  evidence: [],
  ...overrides,
})

describe('a finding', () => {
  it('is placed in one of the five domains, in the words of requirements section 3', () => {
    expect(analysisDomains.map((domain) => analysisDomainTitles[domain].toLowerCase())).toEqual([
      'direct work with the person',
      'interagency/team around the person',
      'organisational',
      'sab governance',
      'national legal/policy/financial context',
    ])
  })

  it('tells which parts a new version changed', () => {
    const before = aFinding({ kloes: [1] })
    expect(changedParts(before, before)).toEqual([])
    expect(
      changedParts(before, { ...before, status: 'agreed', evidence: [{ recordId: 'r1', note: '' }] }),
    ).toEqual(['status', 'evidence'])
    expect(changedParts(before, { ...before, kloes: [1, 2], title: 'Other' })).toEqual(['title', 'kloes'])
  })

  it('is a draft again where it says something else than the panel agreed', () => {
    const agreed = aFinding({ status: 'agreed' })
    expect(reworded(agreed, { statement: 'Other words' }).status).toBe('draft')
    expect(reworded(agreed, { kloes: [2] }).status).toBe('draft')
    expect(reworded(agreed, { title: agreed.title }).status).toBe('agreed')
    expect(reworded(agreed, { evidence: [{ recordId: 'r', note: '' }] }).status).toBe('agreed')
    expect(reworded(agreed, { statement: 'Other words', status: 'agreed' }).status).toBe('agreed')
    expect(reworded(agreed, { status: 'withdrawn' }).status).toBe('withdrawn')
  })

  it('answers its key lines of enquiry unless it is withdrawn or only asks', () => {
    const lines = [1, 2, 3, 4].map((n) => ({ n, text: `Line ${n}` }))
    const findings = [
      aFinding({ kloes: [1] }),
      aFinding({ kloes: [2], kind: 'question' }),
      aFinding({ kloes: [3], status: 'withdrawn' }),
      aFinding({ kloes: [4], kind: 'emerging-theme' }),
    ]
    expect(unanswered(lines, findings).map(({ n }) => n)).toEqual([2, 3])
    expect(inOrder([3, 1, 3, 2])).toEqual([1, 2, 3])
  })
})

describe('its evidence', () => {
  const evidence = ['a', 'b', 'c'].map((recordId) => ({ recordId, note: `why ${recordId}` }))
  const ids = (of: typeof evidence | ReturnType<typeof movedTo>) =>
    of.map(({ recordId }) => recordId).join('')

  it('takes more entries at the end, each once, and keeps those it has with their notes', () => {
    const more = withEntries(evidence, ['d', 'b', 'd', 'e'], 'seen together')
    expect(ids(more)).toBe('abcde')
    expect(more[1]).toEqual({ recordId: 'b', note: 'why b' })
    expect(more[3]).toEqual({ recordId: 'd', note: 'seen together' })
  })

  it('stands in the order somebody gives it', () => {
    expect(ids(movedTo(evidence, 'c', 0))).toBe('cab')
    expect(ids(movedTo(evidence, 'a', 1))).toBe('bac')
    expect(ids(movedTo(evidence, 'a', 99))).toBe('bca')
    expect(movedTo(evidence, 'x', 0)).toEqual(evidence)
  })

  it('lets entries go and takes another note', () => {
    expect(ids(withoutEntries(evidence, ['a', 'c', 'x']))).toBe('b')
    expect(withNote(evidence, 'b', 'another')[1]).toEqual({ recordId: 'b', note: 'another' })
  })
})
