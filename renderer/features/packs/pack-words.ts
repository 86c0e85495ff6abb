import type { SensitivityFlag } from '../../../domain/chronology/analysis.ts'
import { markingOf } from '../../../domain/packs/pack-words.ts'
import { settleChoices } from '../../../domain/packs/choices.ts'
import { type ProfileId, profiles } from '../../../domain/packs/profile.ts'
import { listed } from '../../ui/words.ts'

const fieldWords: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  source: 'source of information',
  author: 'author',
  contactType: 'kind of contact',
  event: 'event',
  action: 'action',
  outcome: 'outcome',
  adultSeen: 'whether the adult was seen',
  wishes: 'recorded wishes',
  comment: 'agency’s comment',
}

const forWhom: Readonly<Record<ProfileId, string>> = {
  'partner-agency': 'For an agency taking part in the review.',
  panel: 'For the people who read and weigh the accounts.',
  family: 'For a member of the family or a friend.',
  coroner: 'For a coroner or a court, unredacted.',
  publication: 'For everybody. Organisations are replaced too, and codes are drawn for this pack alone.',
  research:
    'For research under agreement. Codes are drawn for this pack alone, and so is the order within a date.',
  dsar: 'For the person the data are about. Their own data stand in clear; every other replacement names its exemption.',
}

/** What a profile lets through, in a sentence or two. */
export const describedProfile = (id: ProfileId): string => {
  const { fields, kinds } = profiles[id]
  const shown = listed(fields.map((field) => fieldWords[field] ?? field))
  const reports = kinds.includes('contribution') ? ', and the agencies’ reports' : ''
  return `${forWhom[id]} Lets through the ${shown} of each entry${reports}.`
}

export const markingWords = (id: ProfileId, choices: Parameters<typeof settleChoices>[1]): string =>
  markingOf(profiles[id], settleChoices(profiles[id], choices), false)

/** The usual ground on which a mark is let in, for its builder to check. */
export const usualBasis = (flag: SensitivityFlag, profile: ProfileId): string => {
  if (flag === 'criminal-offence')
    return 'UK GDPR Article 10; Data Protection Act 2018 section 10(5) and Schedule 1 paragraphs 6 and 18'
  return profile === 'research'
    ? 'UK GDPR Article 9(2)(j); Data Protection Act 2018 Schedule 1 paragraph 4'
    : 'UK GDPR Article 9(2)(g); Data Protection Act 2018 Schedule 1 paragraph 18'
}
