import { describe, expect, it } from 'vitest'
import {
  noPublication,
  publicationSchema,
  reasonsToHold,
  stageOn,
  usualWithdrawal,
  type Publication,
} from '../../../domain/reports/publication.ts'

const decided: Publication = {
  ...noPublication,
  ...{ decision: 'full', decidedOn: '2026-11-02', decidedBy: 'The Board', decidedVersion: 3 },
  ...{ familyToldOn: '2026-11-10', familyToldBy: 'The review author', withdrawOn: '2027-11-24' },
}
const published: Publication = {
  ...decided,
  ...{ publishedOn: '2026-11-24', publishedWhere: 'The Board’s web page' },
}

const at = (version: number, today: string) => ({ version, today })

describe('whether a report may leave', () => {
  it('is yes only when the Board decided on this very version, the family was told and no embargo stands', () => {
    expect(reasonsToHold(decided, at(3, '2026-11-24'))).toEqual([])
    const held: readonly (readonly [Partial<Publication>, number, string])[] = [
      [{ decision: 'undecided' }, 3, '2026-11-24'],
      [{ decision: 'withheld' }, 3, '2026-11-24'],
      [{}, 4, '2026-11-24'],
      [{ decidedVersion: null }, 3, '2026-11-24'],
      [{ embargoUntil: '2026-11-25' }, 3, '2026-11-24'],
      [{ familyToldOn: '' }, 3, '2026-11-24'],
      [{ familyToldOn: '2026-11-25' }, 3, '2026-11-24'],
      [{ withdrawOn: '' }, 3, '2026-11-24'],
      [{ withdrawOn: '2026-11-24' }, 3, '2026-11-24'],
      [{ takenDownOn: '2026-11-24' }, 3, '2026-11-24'],
    ]
    for (const [change, version, today] of held)
      expect(
        reasonsToHold({ ...decided, ...change }, at(version, today)),
        JSON.stringify(change),
      ).toHaveLength(1)
    expect(reasonsToHold({ ...decided, embargoUntil: '2026-11-24' }, at(3, '2026-11-24'))).toEqual([])
  })
})

describe('a publication', () => {
  it('is withdrawn after twelve months where the Board says nothing else; a leap day has its last day of February', () => {
    expect(usualWithdrawal('2026-11-24')).toBe('2027-11-24')
    expect(usualWithdrawal('2028-02-29')).toBe('2029-02-28')
  })

  it('asks for attention from thirty days before its withdrawal until it is taken down', () => {
    expect(stageOn(noPublication, '2026-11-24')).toBe('undecided')
    expect(stageOn(decided, '2026-11-24')).toBe('decided')
    expect(stageOn(published, '2027-10-24')).toBe('published')
    expect(stageOn(published, '2027-10-25')).toBe('withdraw-soon')
    expect(stageOn(published, '2027-11-23')).toBe('withdraw-soon')
    expect(stageOn(published, '2027-11-24')).toBe('withdraw-now')
    expect(stageOn(published, '2031-01-01')).toBe('withdraw-now')
    expect(stageOn({ ...published, takenDownOn: '2027-11-25' }, '2031-01-01')).toBe('taken-down')
  })

  it('says at which field a step is recorded before what it depends on', () => {
    const problems = (change: Partial<Publication>): readonly string[] => {
      const parsed = publicationSchema.safeParse({ ...published, ...change })
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
    }
    expect(problems({})).toEqual([])
    expect(problems({ decidedOn: '', decidedBy: '', decidedVersion: null })).toEqual([
      ...['decidedOn', 'decidedBy', 'decidedVersion'],
    ])
    expect(problems({ decision: 'withheld', publishedOn: '' })).toEqual(['reason'])
    expect(problems({ decision: 'withheld', reason: 'The family objects.' })).toEqual(['publishedOn'])
    expect(problems({ embargoUntil: '2026-11-25' })).toEqual(['publishedOn'])
    expect(problems({ publishedWhere: ' ' })).toEqual(['publishedWhere'])
    expect(problems({ withdrawOn: '2026-11-24' })).toEqual(['withdrawOn'])
    expect(problems({ withdrawOn: '' })).toEqual(['withdrawOn'])
    expect(problems({ publishedOn: '', librarySentOn: '2026-12-01' })).toEqual(['librarySentOn'])
    expect(problems({ takenDownOn: '2026-11-23' })).toEqual(['takenDownOn'])
    expect(problems({ familyToldBy: '' })).toEqual(['familyToldBy'])
    expect(problems({ decidedOn: '2026-02-30' })).toEqual(['decidedOn'])
  })
})
