import type { CodeList } from './code-list.ts'

/** Gender as the collection coded it in 2023 (SAC table SG1b). Sex and gender identity are recorded apart and mapped to it. */
export const genders = {
  name: 'SAC gender (SG1b)',
  version: 'SAC code of June 2023',
  date: '2023-06',
  labels: ['Male', 'Female', 'Not Known'],
} as const satisfies CodeList

export type Gender = (typeof genders.labels)[number]

/**
 * The SAC gender of a recorded gender. Anything the collection has no code for (another identity, refused, not asked,
 * nothing recorded) counts as `Not Known`: it is never guessed from recorded sex.
 */
export const sacGender = (recorded: string | null | undefined): Gender =>
  recorded === 'Male' || recorded === 'Female' ? recorded : 'Not Known'
