import type { CodeList } from './code-list.ts'

/** Where the risk was (SAC table SG2b). */
export const locations = {
  name: 'SAC location of risk (SG2b)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: [
    'Own Home',
    'In the Community',
    'Community Service',
    'Care Home - Nursing',
    'Care Home - Residential',
    'Hospital - Acute',
    'Hospital - Mental Health',
    'Hospital - Community',
    'Other',
  ],
} as const satisfies CodeList

export type Location = (typeof locations.labels)[number]

/** Who the risk came from, as the collection groups it. */
export const sourcesOfRisk = {
  name: 'SAC source of risk',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: ['Service Provider', 'Other - Known to individual', 'Other - Unknown to individual'],
} as const satisfies CodeList

export type SourceOfRisk = (typeof sourcesOfRisk.labels)[number]

/** Why the adult had care and support, or none (SAC table SG1d). */
export const primarySupportReasons = {
  name: 'SAC primary support reason (SG1d)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: [
    'Physical Support',
    'Sensory Support',
    'Support with Memory and Cognition',
    'Learning Disability Support',
    'Mental Health Support',
    'Social Support',
    'No Support Reason',
    'Not Known',
  ],
} as const satisfies CodeList

export type PrimarySupportReason = (typeof primarySupportReasons.labels)[number]

/** Mental capacity at the time of the risk (SAC table SG3a). */
export const capacityAnswers = {
  name: 'SAC mental capacity (SG3a)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: ['Yes, they lacked capacity', 'No, they did not lack capacity', "Don't know", 'Not recorded'],
} as const satisfies CodeList

export type CapacityAnswer = (typeof capacityAnswers.labels)[number]
