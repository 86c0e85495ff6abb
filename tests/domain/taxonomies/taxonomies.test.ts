import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  abuseTypes,
  guidanceAbuseTypes,
  rollUpToTen,
  type AbuseType,
} from '../../../domain/taxonomies/abuse-types.ts'
import { ageBand } from '../../../domain/taxonomies/age-bands.ts'
import { locations, primarySupportReasons } from '../../../domain/taxonomies/circumstances.ts'
import { nonAnswers } from '../../../domain/taxonomies/code-list.ts'
import { ethnicDetails, ethnicGroupOf, ethnicGroups } from '../../../domain/taxonomies/ethnicity.ts'
import { religions } from '../../../domain/taxonomies/religion.ts'

describe('lists of requirements section 3', () => {
  it('have the number of labels stated there, none twice', () => {
    const sizes = [
      [abuseTypes, 11],
      [guidanceAbuseTypes, 10],
      [locations, 9],
      [primarySupportReasons, 8],
      [ethnicGroups, 7],
      [ethnicDetails, 19],
      [religions, 9],
      [nonAnswers, 3],
    ] as const
    for (const [list, size] of sizes) {
      expect(new Set<string>(list.labels).size, list.name).toBe(size)
      expect(list.labels.length, list.name).toBe(size)
    }
  })

  it('carry the labels of the answer key, in its order', () => {
    const expected = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../scripts/sample-case/expected.json'), 'utf8'),
    ) as {
      history_totals: Record<string, Record<string, Record<string, number>>>
      case_expectations: { age_band: string; abuse_types_rolled_up_to_ten: string[] }
    }
    const year = expected.history_totals['2020-21']
    expect(Object.keys(year?.['reviews_by_abuse_type'] ?? {})).toEqual(abuseTypes.labels)
    expect(Object.keys(year?.['adults_by_ethnicity'] ?? {})).toEqual(ethnicGroups.labels)
    expect(ageBand(82)).toBe(expected.case_expectations.age_band)
    const types: readonly AbuseType[] = [
      'Self-Neglect',
      'Neglect and Acts of Omission',
      'Financial or Material Abuse',
    ]
    expect(rollUpToTen(types)).toEqual(expected.case_expectations.abuse_types_rolled_up_to_ten)
  })
})

describe('mappings', () => {
  it('rolls eleven types up to ten', () => {
    expect(rollUpToTen(['Sexual Exploitation', 'Sexual Abuse', 'Domestic Abuse'])).toEqual([
      'Sexual Abuse',
      'Domestic violence',
    ])
    expect([...rollUpToTen(abuseTypes.labels)].sort()).toEqual([...guidanceAbuseTypes.labels].sort())
  })

  it('gives every census group one group of the collection', () => {
    const counts = new Map<string | null, number>()
    for (const detail of ethnicDetails.labels) {
      const group = ethnicGroupOf(detail)
      counts.set(group, (counts.get(group) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      White: 5,
      'Mixed / Multiple': 4,
      'Asian / Asian British': 5,
      'Black / African / Caribbean / Black British': 3,
      'Other Ethnic Group': 2,
    })
  })

  it.each([
    [18, '18-64'],
    [64, '18-64'],
    [65, '65-74'],
    [74, '65-74'],
    [75, '75-84'],
    [84, '75-84'],
    [85, '85-94'],
    [94, '85-94'],
    [95, '95+'],
    [110, '95+'],
    [null, 'Not Known'],
  ])('puts age %s in %s', (age, band) => {
    expect(ageBand(age)).toBe(band)
  })

  it.each([17, 131, 40.5, Number.NaN])('refuses the age %s', (age) => {
    expect(() => ageBand(age)).toThrow(/18 to 130/)
  })
})
