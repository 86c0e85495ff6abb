import { assertNever } from '../result.ts'
import type { PackChoices } from './choices.ts'
import type { Profile } from './profile.ts'

/** What section 5 of the requirements allows a pack to be called. */
export type PackStatus = 'identifying' | 'pseudonymised' | 'anonymised'

/**
 * What a pack may be called. Anonymised only where identification is sufficiently remote for everybody likely to get it:
 * a public profile with codes of its own, no day, no exact age, nobody and nowhere by name, no special-category or
 * criminal-offence data, and a person has answered every question of the intruder checklist. Whatever else is redacted is
 * pseudonymised, and still personal data. Source: requirements section 5, "Vocabulary"; ICO anonymisation guidance, 2025.
 */
export const packStatus = (profile: Profile, choices: PackChoices, isChecklistDone: boolean): PackStatus => {
  if (!profile.redacted || profile.person === 'about') return 'identifying'
  const isRemote =
    profile.audience === 'public' &&
    profile.pseudonyms === 'pack' &&
    (choices.dates === 'month' || choices.dates === 'relative') &&
    choices.ages === 'band' &&
    choices.places !== 'name' &&
    choices.professionals !== 'name' &&
    choices.sensitive.length === 0
  return isRemote && isChecklistDone ? 'anonymised' : 'pseudonymised'
}

export const statusWords = (status: PackStatus): string => {
  switch (status) {
    case 'identifying':
      return 'Names people: personal data.'
    case 'pseudonymised':
      return 'Pseudonymised, and still personal data: do not copy or pass on.'
    case 'anonymised':
      return 'Anonymised.'
    default:
      return assertNever(status)
  }
}

/** What is printed on every page of a pack. */
export const markingOf = (profile: Profile, choices: PackChoices, isChecklistDone: boolean): string =>
  profile.redacted
    ? `${profile.marking} ${statusWords(packStatus(profile, choices, isChecklistDone))}`
    : `${profile.marking} Unredacted: personal data.`
