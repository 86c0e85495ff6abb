import type { CaseAdult, CaseFile } from './case-file.ts'

/** A value the UK GDPR calls special category (Article 9), kept in a table of its own. `unclassified`: nobody has sorted it yet. */
export type SpecialCategoryValue = {
  /** The adult's code, or null where it is about the review as a whole. */
  readonly adult: string | null
  readonly kind:
    'ethnicity' | 'religion' | 'sexual-orientation' | 'health' | 'gender-identity' | 'unclassified'
  readonly field: string
  readonly value: string
}

/** A value about criminal offences or proceedings, allegations included (UK GDPR Article 10), in a table of its own. */
export type CriminalOffenceValue = {
  readonly adult: string | null
  readonly field: string
  readonly value: string
}

export type AdultFacts = {
  readonly code: string
  readonly rosterId: string | null
  readonly dateOfBirth: string | null
  readonly dateOfDeath: string | null
  readonly ageAtDeath: number | null
  readonly sex: string | null
  /** Recorded gender is the same as recorded sex; where false, gender is among the special-category values or not recorded. */
  readonly genderSameAsSex: boolean
  readonly livingSituation: string | null
  readonly livesAlone: boolean | null
  readonly outcome: 'died' | 'survived' | null
  readonly publishedName: string | null
  readonly publishedNameChosenBy: string | null
}

export type AgencyFacts = {
  readonly id: string
  readonly name: string
  readonly sector: string | null
  readonly chronology: string | null
  readonly secondVersion: string | null
  readonly imr: string | null
  readonly status: string | null
}

export type CaseFacts = {
  readonly review: {
    readonly ref: string
    readonly board: string | null
    readonly workingTitle: string
    readonly dates: CaseFile['dates']
    readonly section44: CaseFile['s44']
    readonly recommendedBy: string | null
    readonly decidedBy: string | null
    readonly abuseTypes: CaseFile['abuse_types']
    readonly primaryAbuseType: CaseFile['abuse_types'][number] | null
    readonly location: string | null
    readonly sourcesOfRisk: CaseFile['source_of_risk']
    readonly methodology: string | null
    readonly referralSource: string | null
    readonly keyLinesOfEnquiry: CaseFile['kloes']
    readonly parallelProcesses: CaseFile['parallel_processes']
    readonly family: CaseFile['family']
    readonly abbreviations: CaseFile['abbreviations']
  }
  readonly agencies: readonly AgencyFacts[]
  readonly adults: readonly AdultFacts[]
  readonly specialCategory: readonly SpecialCategoryValue[]
  readonly criminalOffence: readonly CriminalOffenceValue[]
}

const ordinaryAdultFields = [
  'code',
  'roster',
  'age_at_death',
  'date_of_birth',
  'date_of_death',
  'sex',
  'living_situation',
  'lives_alone',
  'outcome',
  'published_name',
  'published_name_chosen_by',
]

const kindByAdultField = new Map<string, SpecialCategoryValue['kind']>([
  ['ethnicity', 'ethnicity'],
  ['ethnicity_detail', 'ethnicity'],
  ['religion', 'religion'],
  ['sexual_orientation', 'sexual-orientation'],
  ['health', 'health'],
  ['disability', 'health'],
  ['primary_support_reason', 'health'],
  ['capacity', 'health'],
  ['gender', 'gender-identity'],
  ['gender_identity', 'gender-identity'],
])

const caseFields = new Set([
  ...['format', 'ref', 'board', 'working_title', 'adults', 'dates', 's44', 'recommended_by', 'decided_by'],
  ...['abuse_types', 'primary_abuse_type', 'location', 'source_of_risk', 'methodology', 'referral_source'],
  ...['kloes', 'agencies', 'parallel_processes', 'family', 'abbreviations'],
])

const asText = (value: unknown): readonly string[] => {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(asText)
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}

const isCriminalField = (field: string): boolean =>
  /crim|offence|convict|caution|probation|mappa/i.test(field)
const isCriminalProcess = (type: string): boolean => /crim|mappa|prosecut|police investigation/i.test(type)

const sensitiveFieldsOf = (adult: CaseAdult): readonly (readonly [string, unknown])[] =>
  Object.entries(adult).filter(([field]) => {
    if (field === 'gender') return !adult.sex || adult.gender !== adult.sex
    return !ordinaryAdultFields.includes(field)
  })

const adultFacts = (adult: CaseAdult): AdultFacts => ({
  code: adult.code,
  rosterId: adult.roster ?? null,
  dateOfBirth: adult.date_of_birth ?? null,
  dateOfDeath: adult.date_of_death ?? null,
  ageAtDeath: adult.age_at_death ?? null,
  sex: adult.sex ?? null,
  genderSameAsSex: Boolean(adult.sex) && adult.gender === adult.sex,
  livingSituation: adult.living_situation ?? null,
  livesAlone: adult.lives_alone ?? null,
  outcome: adult.outcome ?? null,
  publishedName: adult.published_name ?? null,
  publishedNameChosenBy: adult.published_name_chosen_by ?? null,
})

/**
 * Splits a case into ordinary facts, agencies, adults, special-category values and criminal-offence values, each for a
 * table of its own. Support reason and capacity count as health. Gender is special category only where it differs from
 * recorded sex. A field this version does not know is kept with the special-category values as `unclassified`, so that
 * it stays hidden until somebody sorts it. Free text (section 44 reasons, key lines of enquiry) stays with the review.
 */
export const splitCaseFacts = (file: CaseFile): CaseFacts => {
  const sensitive: readonly CriminalOffenceValue[] = file.adults.flatMap((adult) =>
    sensitiveFieldsOf(adult).flatMap(([field, raw]) =>
      asText(raw).map((value) => ({ adult: adult.code, field, value })),
    ),
  )
  const unknownCaseFields = Object.entries(file)
    .filter(([field]) => !caseFields.has(field))
    .flatMap(([field, raw]) => asText(raw).map((value) => ({ adult: null, field, value })))
  const criminalProcesses = file.parallel_processes.filter((process) => isCriminalProcess(process.type))
  const everything = [...sensitive, ...unknownCaseFields]
  return {
    review: {
      ref: file.ref,
      board: file.board ?? null,
      workingTitle: file.working_title,
      dates: file.dates,
      section44: file.s44,
      recommendedBy: file.recommended_by ?? null,
      decidedBy: file.decided_by ?? null,
      abuseTypes: file.abuse_types,
      primaryAbuseType: file.primary_abuse_type ?? null,
      location: file.location ?? null,
      sourcesOfRisk: file.source_of_risk,
      methodology: file.methodology ?? null,
      referralSource: file.referral_source ?? null,
      keyLinesOfEnquiry: file.kloes,
      parallelProcesses: file.parallel_processes.filter((process) => !isCriminalProcess(process.type)),
      family: file.family,
      abbreviations: file.abbreviations,
    },
    agencies: file.agencies.map((agency) => ({
      id: agency.id,
      name: agency.name,
      sector: agency.sector ?? null,
      chronology: agency.chronology ?? null,
      secondVersion: agency.second_version ?? null,
      imr: agency.imr ?? null,
      status: agency.status ?? null,
    })),
    adults: file.adults.map(adultFacts),
    specialCategory: everything
      .filter(({ field }) => !isCriminalField(field))
      .map(({ adult, field, value }) => ({
        adult,
        kind: kindByAdultField.get(field) ?? 'unclassified',
        field,
        value,
      })),
    criminalOffence: [
      ...everything.filter(({ field }) => isCriminalField(field)),
      ...criminalProcesses.map((process) => ({
        adult: null,
        field: 'parallel_process',
        value: [process.type, process.reference, process.status, process.effect].filter(Boolean).join('; '),
      })),
    ],
  }
}
