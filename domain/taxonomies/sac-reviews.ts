import type { CodeList } from './code-list.ts'

/** Safeguarding Adult Reviews, counted as reviews (SAC table SG5a). */
export const reviewsByDeath = {
  name: 'SAC reviews (SG5a)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: ['Where one or more individuals died', 'Where no individuals died'],
} as const satisfies CodeList

/** The individuals those reviews are about, counted as people (SAC table SG5b). */
export const peopleByOutcome = {
  name: 'SAC individuals in reviews (SG5b)',
  version: 'SAC 2025-26',
  date: '2026-01-29',
  labels: ['Who suffered serious harm and died', 'Who suffered serious harm and survived'],
} as const satisfies CodeList
