import { hasLabel, nonAnswers, type CodeList } from './code-list.ts'

/** Ethnic groups of the collection (SAC table SG1c). */
export const ethnicGroups = {
  name: 'SAC ethnicity (SG1c)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: [
    'White',
    'Mixed / Multiple',
    'Asian / Asian British',
    'Black / African / Caribbean / Black British',
    'Other Ethnic Group',
    'Refused',
    'Undeclared / Not Known',
  ],
} as const satisfies CodeList

export type EthnicGroup = (typeof ethnicGroups.labels)[number]

const detailsByGroup = {
  White: [
    'English, Welsh, Scottish, Northern Irish or British',
    'Irish',
    'Gypsy or Irish Traveller',
    'Roma',
    'Any other White',
  ],
  'Mixed / Multiple': [
    'White and Black Caribbean',
    'White and Black African',
    'White and Asian',
    'Any other Mixed',
  ],
  'Asian / Asian British': ['Indian', 'Pakistani', 'Bangladeshi', 'Chinese', 'Any other Asian'],
  'Black / African / Caribbean / Black British': ['African', 'Caribbean', 'Any other Black'],
  'Other Ethnic Group': ['Arab', 'Any other'],
} as const satisfies Partial<Record<EthnicGroup, readonly string[]>>

type GroupWithDetails = keyof typeof detailsByGroup
export type EthnicDetail = (typeof detailsByGroup)[GroupWithDetails][number]

/** The 19 groups of the 2021 census (the 2011 census had 18; Roma is new). */
export const ethnicDetails: CodeList<EthnicDetail> = {
  name: 'ONS ethnic group',
  version: 'Census 2021',
  date: '2021-03-21',
  labels: Object.values(detailsByGroup).flat(),
}

const groupByDetail = new Map<string, GroupWithDetails>(
  (Object.keys(detailsByGroup) as GroupWithDetails[]).flatMap((group) =>
    detailsByGroup[group].map((detail) => [detail, group] as const),
  ),
)

/** The SAC ethnic group that one of the 19 census groups belongs to, or null for any other text. */
export const ethnicGroupOf = (detail: string): EthnicGroup | null => groupByDetail.get(detail) ?? null

/** Every value a record may hold for ethnicity: the collection's groups and the three kinds of no answer. */
export const recordedEthnicities: readonly string[] = [
  ...new Set<string>([...ethnicGroups.labels, ...nonAnswers.labels]),
]

/**
 * The SAC ethnic group of what was recorded: a group stands, one of the 19 rolls up, `Not asked`, `Not known` and
 * nothing recorded are `Undeclared / Not Known`; `Refused` stays itself.
 */
export const sacEthnicGroup = (recorded: string | null | undefined, detail?: string | null): EthnicGroup => {
  if (hasLabel(ethnicGroups, recorded)) return recorded
  return ethnicGroupOf(recorded ?? '') ?? ethnicGroupOf(detail ?? '') ?? 'Undeclared / Not Known'
}
