import { sensitivityFlags, type SensitivityFlag } from '../chronology/analysis.ts'
import type { EntryField } from '../chronology/entry.ts'
import type { Audience } from '../redaction/redaction.ts'

export const profileIds = [
  'partner-agency',
  'panel',
  'family',
  'coroner',
  'publication',
  'research',
  'dsar',
] as const
export type ProfileId = (typeof profileIds)[number]

export const packKinds = ['chronology', 'contribution'] as const
export type PackKind = (typeof packKinds)[number]

/** `exact`: as the agency wrote it; `relative`: months before or after Day 0; `shifted`: all by the same number of weeks. */
export const dateWays = ['exact', 'month', 'relative', 'shifted'] as const
export type DateWay = (typeof dateWays)[number]

/** `band`: the age bands of the Safeguarding Adults Collection (table SG1a). */
export const ageWays = ['exact', 'band'] as const
export type AgeWay = (typeof ageWays)[number]

/** `role`: what somebody is, the same for all who are that; `code`: one pseudonym each; `name`: as the key has it. */
export const nameWays = ['role', 'code', 'name'] as const
export type NameWay = (typeof nameWays)[number]

/** What a kind of recipient may receive: an allow-list. What nobody named here is withheld. */
export type Profile = {
  readonly id: ProfileId
  readonly title: string
  /** Whom what is decided about a candidate is decided for, and whom a finished file is checked for. */
  readonly audience: Audience
  readonly redacted: boolean
  readonly kinds: readonly PackKind[]
  readonly fields: readonly EntryField[]
  /** What a builder may choose from; the first is chosen unless another is. */
  readonly dates: readonly DateWay[]
  readonly ages: readonly AgeWay[]
  readonly places: readonly NameWay[]
  readonly professionals: readonly NameWay[]
  /** Marks whose entries go in without more being said. */
  readonly flags: readonly SensitivityFlag[]
  /** Marks whose entries a builder may let in by stating a basis, which the manifest and the log keep. */
  readonly mayOpen: readonly SensitivityFlag[]
  /** `pack`: pseudonyms drawn anew for each pack, so that two packs cannot be joined by them. */
  readonly pseudonyms: 'case' | 'pack'
  /** `drawn`: entries of one shown date stand in an order drawn for this pack, so that order joins no two packs. */
  readonly order: 'recorded' | 'drawn'
  /** Somebody of the people key receives it: `reads` it as family does, or it is `about` them. */
  readonly person: 'none' | 'reads' | 'about'
  /** The first words of what is printed on every page. */
  readonly marking: string
}

const withheldEverywhere: readonly SensitivityFlag[] = ['third-party', 'safe-address', 'other']

/** The marks of UK GDPR Articles 9 and 10. */
export const lawfulOnlyWithBasis: readonly SensitivityFlag[] = sensitivityFlags.filter(
  (flag) => !withheldEverywhere.includes(flag),
)

const account: readonly EntryField[] = [
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
]

export const profiles: Readonly<Record<ProfileId, Profile>> = {
  'partner-agency': {
    id: 'partner-agency',
    title: 'Partner agency',
    audience: 'agencies',
    redacted: true,
    kinds: ['chronology', 'contribution'],
    fields: account,
    dates: ['exact', 'month', 'relative'],
    ages: ['exact', 'band'],
    places: ['code', 'role'],
    professionals: ['code', 'role', 'name'],
    flags: [],
    mayOpen: lawfulOnlyWithBasis,
    pseudonyms: 'case',
    order: 'recorded',
    person: 'none',
    marking: 'Official – sensitive.',
  },
  panel: {
    id: 'panel',
    title: 'Review panel',
    audience: 'agencies',
    redacted: true,
    kinds: ['chronology', 'contribution'],
    fields: [...account, 'comment'],
    dates: ['exact', 'month', 'relative'],
    ages: ['exact', 'band'],
    places: ['code', 'role'],
    professionals: ['code', 'role'],
    flags: [],
    mayOpen: lawfulOnlyWithBasis,
    pseudonyms: 'case',
    order: 'recorded',
    person: 'none',
    marking: 'Official – sensitive. For the review panel.',
  },
  family: {
    id: 'family',
    title: 'Family',
    audience: 'agencies',
    redacted: true,
    kinds: ['chronology'],
    fields: ['date', 'contactType', 'event', 'action', 'outcome', 'adultSeen', 'wishes'],
    dates: ['exact', 'month', 'relative'],
    ages: ['exact', 'band'],
    places: ['code', 'role'],
    professionals: ['role', 'code'],
    flags: [],
    mayOpen: ['health'],
    pseudonyms: 'case',
    order: 'recorded',
    person: 'reads',
    marking: 'Confidential, for the family only.',
  },
  coroner: {
    id: 'coroner',
    title: 'Coroner or court',
    audience: 'agencies',
    redacted: false,
    kinds: ['chronology', 'contribution'],
    fields: ['reference', ...account, 'comment', 'risk'],
    dates: ['exact'],
    ages: ['exact'],
    places: ['name'],
    professionals: ['name'],
    flags: sensitivityFlags,
    mayOpen: [],
    pseudonyms: 'case',
    order: 'recorded',
    person: 'none',
    marking: 'Coroner, not public.',
  },
  publication: {
    id: 'publication',
    title: 'Publication',
    audience: 'public',
    redacted: true,
    kinds: ['chronology'],
    fields: ['date', 'event', 'action', 'outcome'],
    dates: ['month', 'relative'],
    ages: ['band'],
    places: ['code', 'role'],
    professionals: ['code', 'role'],
    flags: [],
    mayOpen: [],
    pseudonyms: 'pack',
    order: 'drawn',
    person: 'none',
    marking: 'Draft for publication. Not to be published until approved.',
  },
  research: {
    id: 'research',
    title: 'Research',
    audience: 'public',
    redacted: true,
    kinds: ['chronology'],
    fields: ['date', 'contactType', 'event', 'action', 'outcome', 'adultSeen'],
    dates: ['relative', 'month', 'shifted'],
    ages: ['band'],
    places: ['role', 'code'],
    professionals: ['role', 'code'],
    flags: [],
    mayOpen: ['health', 'ethnicity', 'religion'],
    pseudonyms: 'pack',
    order: 'drawn',
    person: 'none',
    marking: 'For research under agreement. Not to be passed on.',
  },
  dsar: {
    id: 'dsar',
    title: 'Data subject’s copy (DSAR)',
    audience: 'agencies',
    redacted: true,
    kinds: ['chronology', 'contribution'],
    fields: [...account, 'comment'],
    dates: ['exact'],
    ages: ['exact'],
    places: ['code', 'role'],
    professionals: ['name', 'code', 'role'],
    flags: [],
    mayOpen: lawfulOnlyWithBasis,
    pseudonyms: 'case',
    order: 'recorded',
    person: 'about',
    marking: 'Personal, for the person it is about.',
  },
}
