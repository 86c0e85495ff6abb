import type { SensitivityFlag } from '../chronology/analysis.ts'
import type { EntryField } from '../chronology/entry.ts'
import type { Audience } from '../redaction/redaction.ts'

export const profileIds = ['partner-agency', 'publication'] as const
export type ProfileId = (typeof profileIds)[number]

/** What a kind of recipient may receive: an allow-list. A field nobody named here is withheld. */
export type Profile = {
  readonly id: ProfileId
  readonly title: string
  readonly audience: Audience
  readonly kinds: readonly ('chronology' | 'contribution')[]
  readonly fields: readonly EntryField[]
  readonly dates: 'as-recorded' | 'month'
  /** Special-category and criminal-offence tables are out unless a profile states them with a basis. None does yet. */
  readonly sensitive: readonly never[]
  /** Entries the review has marked as sensitive are out, unless every mark on them is one of these. None is yet. */
  readonly flags: readonly SensitivityFlag[]
  /** Printed on every page. A pack with a key held anywhere is pseudonymised, never "anonymised". */
  readonly marking: string
}

export const profiles: Readonly<Record<ProfileId, Profile>> = {
  'partner-agency': {
    id: 'partner-agency',
    title: 'Partner agency',
    audience: 'agencies',
    kinds: ['chronology', 'contribution'],
    fields: [
      'date',
      'time',
      'source',
      'author',
      'contactType',
      'event',
      'action',
      'outcome',
      'adultSeen',
      'wishes',
    ],
    dates: 'as-recorded',
    sensitive: [],
    flags: [],
    marking: 'Official – sensitive. Pseudonymised, and still personal data: do not copy or pass on.',
  },
  publication: {
    id: 'publication',
    title: 'Publication',
    audience: 'public',
    kinds: ['chronology'],
    fields: ['date', 'event', 'action', 'outcome'],
    dates: 'month',
    sensitive: [],
    flags: [],
    marking: 'Pseudonymised draft for publication. Not to be published until approved.',
  },
}
