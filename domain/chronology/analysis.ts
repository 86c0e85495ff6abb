import { z } from 'zod'

/**
 * What the review says of an entry, kept apart from what its agency wrote. One schema, for the form, the door and the
 * vault. Requirements section 2, "Column set"; SCIE quality markers 9, 10 and 12: fact, opinion and hindsight kept apart.
 */
export const judgements = ['good-practice', 'missed-opportunity', 'expected-practice', 'unclear'] as const
export type Judgement = (typeof judgements)[number]

/** What an account says of something that should have happened; null is not looked at yet. */
export const observations = ['yes', 'no', 'not-recorded', 'not-applicable'] as const
export type Observation = (typeof observations)[number]

export const observedThings = ['adultSeen', 'spokenAlone', 'voiceHeard', 'capacity'] as const
export type ObservedThing = (typeof observedThings)[number]

/**
 * Why an entry needs care with whom it is shared. The special categories are those of UK GDPR Article 9, with gender
 * identity as the Board's notice treats it; criminal offences are Article 10, allegations included.
 */
export const sensitivityFlags = [
  'health',
  'ethnicity',
  'religion',
  'politics',
  'sexual-orientation',
  'gender-identity',
  'genetic-biometric',
  'criminal-offence',
  'third-party',
  'safe-address',
  'other',
] as const
export type SensitivityFlag = (typeof sensitivityFlags)[number]

export const writtenParts = ['significance', 'comment', 'policyExpected', 'evidence', 'flagNote'] as const
export type WrittenPart = (typeof writtenParts)[number]

const observation = z.enum(observations).nullable()
const rising = (ns: readonly number[]): readonly number[] => [...new Set(ns)].sort((a, b) => a - b)
const inOrder = (flags: readonly SensitivityFlag[]): readonly SensitivityFlag[] =>
  sensitivityFlags.filter((flag) => flags.includes(flag))
const lines = z.array(z.number().int().min(1)).max(200)
const flags = z.array(z.enum(sensitivityFlags)).max(100)
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most.toLocaleString('en-GB')} characters`)

const parts = z.object({
  judgement: z.enum(judgements).nullable(),
  significance: text(4_000),
  /** Numbers of the case's key lines of enquiry. */
  kloes: lines.transform(rising),
  adultSeen: observation,
  spokenAlone: observation,
  voiceHeard: observation,
  capacity: observation,
  /** The reviewer's professional comment. */
  comment: text(20_000),
  policyExpected: text(4_000),
  /** Where the evidence is: a document, a page. */
  evidence: text(4_000),
  flags: flags.transform(inOrder),
  /** In a word or two, what `other` stands for. */
  flagNote: text(200),
})

export const analysisSchema = parts.refine(
  ({ flags, flagNote }) => !flags.includes('other') || flagNote !== '',
  { path: ['flagNote'], message: 'Say in a word what makes it sensitive' },
)
export type Analysis = z.output<typeof analysisSchema>

/** A change of one entry or of many: only what is given changes; lines and flags are set, or some put in and taken out. */
export const analysisChangeSchema = parts.partial().extend({
  addKloes: lines.optional(),
  removeKloes: lines.optional(),
  addFlags: flags.optional(),
  removeFlags: flags.optional(),
})
export type AnalysisChange = z.output<typeof analysisChangeSchema>

export const emptyAnalysis: Analysis = {
  judgement: null,
  significance: '',
  kloes: [],
  adultSeen: null,
  spokenAlone: null,
  voiceHeard: null,
  capacity: null,
  comment: '',
  policyExpected: '',
  evidence: '',
  flags: [],
  flagNote: '',
}

export const analysisParts = Object.keys(emptyAnalysis) as (keyof Analysis)[]

/** What an analysis is after a change. Not checked as a whole: parse it with `analysisSchema`. */
export const changeAnalysis = (before: Analysis, change: AnalysisChange): Analysis => {
  const { addKloes = [], removeKloes = [], addFlags = [], removeFlags = [], ...given } = change
  const set = { ...before, ...withoutUndefined(given) }
  const flags = inOrder([...set.flags, ...addFlags].filter((flag) => !removeFlags.includes(flag)))
  return {
    ...set,
    kloes: rising([...set.kloes, ...addKloes].filter((n) => !removeKloes.includes(n))),
    flags,
    flagNote: flags.includes('other') ? set.flagNote : '',
  }
}

const withoutUndefined = <T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }

const isSame = (a: Analysis[keyof Analysis], b: Analysis[keyof Analysis]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Which parts differ, in the order of the form. */
export const changedParts = (before: Analysis, after: Analysis): readonly (keyof Analysis)[] =>
  analysisParts.filter((part) => !isSame(before[part], after[part]))

/** Whether anything has been said of an entry. A sensitivity flag alone says how to handle it, not what to think of it. */
export const isAnalysed = (analysis: Analysis): boolean =>
  changedParts(emptyAnalysis, analysis).some((part) => part !== 'flags' && part !== 'flagNote')

export const judgementTitles: Readonly<Record<Judgement, string>> = {
  'good-practice': 'Good practice',
  'missed-opportunity': 'Missed opportunity',
  'expected-practice': 'Expected practice',
  unclear: 'Unclear',
}

export const observationTitles: Readonly<Record<Observation, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-recorded': 'Not recorded',
  'not-applicable': 'Not applicable',
}

export const flagTitles: Readonly<Record<SensitivityFlag, string>> = {
  health: 'Health',
  ethnicity: 'Racial or ethnic origin',
  religion: 'Religion or belief',
  politics: 'Politics or trade union',
  'sexual-orientation': 'Sex life or sexual orientation',
  'gender-identity': 'Gender identity',
  'genetic-biometric': 'Genetic or biometric',
  'criminal-offence': 'Criminal offence or allegation',
  'third-party': 'About a third party',
  'safe-address': 'Address not to be disclosed',
  other: 'Other',
}

export const partTitles: Readonly<Record<keyof Analysis, string>> = {
  judgement: 'Judgement',
  significance: 'Significance',
  kloes: 'Key lines of enquiry',
  adultSeen: 'Adult seen',
  spokenAlone: 'Spoken to alone',
  voiceHeard: 'Voice or wishes recorded',
  capacity: 'Capacity considered',
  comment: 'Professional comment',
  policyExpected: 'Policy expected',
  evidence: 'Evidence reference',
  flags: 'Sensitivity',
  flagNote: 'What makes it sensitive',
}
