import type { CodeList } from './code-list.ts'

/** Type of risk as the Safeguarding Adults Collection codes it (table SG2a). Several may hold; one is primary. */
export const abuseTypes = {
  name: 'SAC type of risk (SG2a)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: [
    'Physical Abuse',
    'Sexual Abuse',
    'Psychological Abuse',
    'Financial or Material Abuse',
    'Discriminatory Abuse',
    'Organisational Abuse',
    'Neglect and Acts of Omission',
    'Domestic Abuse',
    'Sexual Exploitation',
    'Modern Slavery',
    'Self-Neglect',
  ],
} as const satisfies CodeList

export type AbuseType = (typeof abuseTypes.labels)[number]

/** The ten types of the statutory guidance, paragraph 14.17, which has no sexual exploitation and says domestic violence. */
export const guidanceAbuseTypes = {
  name: 'Care and support statutory guidance types of abuse (14.17)',
  version: 'statutory guidance chapter 14',
  date: '2023',
  labels: [
    'Physical Abuse',
    'Domestic violence',
    'Sexual Abuse',
    'Psychological Abuse',
    'Financial or Material Abuse',
    'Modern Slavery',
    'Discriminatory Abuse',
    'Organisational Abuse',
    'Neglect and Acts of Omission',
    'Self-Neglect',
  ],
} as const satisfies CodeList

export type GuidanceAbuseType = (typeof guidanceAbuseTypes.labels)[number]

/** The guidance type that one SAC type of risk rolls up to. */
export const guidanceAbuseType = (type: AbuseType): GuidanceAbuseType => {
  switch (type) {
    case 'Sexual Exploitation':
      return 'Sexual Abuse'
    case 'Domestic Abuse':
      return 'Domestic violence'
    default:
      return type
  }
}

/** Rolls the eleven SAC types up to the ten of the guidance, each once, in the order given. */
export const rollUpToTen = (types: readonly AbuseType[]): readonly GuidanceAbuseType[] => [
  ...new Set(types.map(guidanceAbuseType)),
]
