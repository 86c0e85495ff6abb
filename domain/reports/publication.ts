import { z } from 'zod'
import { addMonths, isCalendarDate } from '../case/plain-date.ts'
import { daysBetween } from '../dates/calendar.ts'

/** How a Board may decide about publishing (requirements section 1, "Publication"). */
export const publicationDecisions = ['undecided', 'full', 'summary', 'learning-brief', 'withheld'] as const
export type PublicationDecision = (typeof publicationDecisions)[number]
export const publicationDecisionTitles: Readonly<Record<PublicationDecision, string>> = {
  undecided: 'Not decided yet',
  full: 'Publish in full',
  summary: 'Publish a summary',
  'learning-brief': 'Publish a learning brief',
  withheld: 'Withhold, with a reason',
}

/** Months a report stays published where the Board sets no other date: Blackpool's practice (requirements section 1). */
export const usualMonths = 12
export const usualWithdrawal = (publishedOn: string): string => addMonths(publishedOn, usualMonths)

const day = z
  .string()
  .refine((text) => text === '' || isCalendarDate(text), 'Enter a day, such as 24 November 2027')
const words = (most: number) => z.string().trim().max(most)

/** Dates are `YYYY-MM-DD`, or empty where there is none yet. */
const fields = z.object({
  decision: z.enum(publicationDecisions),
  decidedOn: day,
  decidedBy: words(300),
  /** The version of the report that was decided on. */
  decidedVersion: z.int().min(1).nullable(),
  /** Why it is withheld, or why so much is published. */
  reason: words(4_000),
  /** Nothing leaves before this day. */
  embargoUntil: day,
  familyToldOn: day,
  familyToldBy: words(300),
  familyWishes: words(4_000),
  publishedOn: day,
  publishedWhere: words(1_000),
  withdrawOn: day,
  librarySentOn: day,
  takenDownOn: day,
  takenDownNote: words(2_000),
})

export type Publication = z.output<typeof fields>

export const noPublication: Publication = {
  decision: 'undecided',
  decidedOn: '',
  decidedBy: '',
  decidedVersion: null,
  reason: '',
  embargoUntil: '',
  familyToldOn: '',
  familyToldBy: '',
  familyWishes: '',
  publishedOn: '',
  publishedWhere: '',
  withdrawOn: '',
  librarySentOn: '',
  takenDownOn: '',
  takenDownNote: '',
}

type Rule = readonly [field: keyof Publication, isBroken: (one: Publication) => boolean, message: string]

const rules: readonly Rule[] = [
  [
    'decidedOn',
    ({ decision, decidedOn }) => decision !== 'undecided' && decidedOn === '',
    'Enter the day of the decision',
  ],
  [
    'decidedBy',
    ({ decision, decidedBy }) => decision !== 'undecided' && decidedBy === '',
    'Enter who decided, such as the Board',
  ],
  [
    'decidedVersion',
    ({ decision, decidedVersion }) => decision !== 'undecided' && decidedVersion === null,
    'Say which version of the report was decided on',
  ],
  [
    'reason',
    ({ decision, reason }) => decision === 'withheld' && reason === '',
    'Say why the report is withheld',
  ],
  [
    'familyToldBy',
    ({ familyToldOn, familyToldBy }) => familyToldOn !== '' && familyToldBy === '',
    'Enter who told the family',
  ],
  [
    'publishedOn',
    ({ decision, publishedOn }) =>
      publishedOn !== '' && (decision === 'undecided' || decision === 'withheld'),
    'Record first that the Board decided to publish it',
  ],
  [
    'publishedOn',
    ({ publishedOn, embargoUntil }) =>
      publishedOn !== '' && embargoUntil !== '' && publishedOn < embargoUntil,
    'This is before the end of the embargo',
  ],
  [
    'publishedWhere',
    ({ publishedOn, publishedWhere }) => publishedOn !== '' && publishedWhere === '',
    'Enter where it is published',
  ],
  [
    'withdrawOn',
    ({ publishedOn, withdrawOn }) => publishedOn !== '' && withdrawOn === '',
    'Enter the day it is to be withdrawn',
  ],
  [
    'withdrawOn',
    ({ publishedOn, withdrawOn }) => publishedOn !== '' && withdrawOn !== '' && withdrawOn <= publishedOn,
    'This is not after the day it was published',
  ],
  [
    'librarySentOn',
    ({ librarySentOn, publishedOn }) => librarySentOn !== '' && publishedOn === '',
    'Only a published report goes to the library',
  ],
  [
    'takenDownOn',
    ({ takenDownOn, publishedOn }) => takenDownOn !== '' && (publishedOn === '' || takenDownOn < publishedOn),
    'This is before it was published',
  ],
]

/** What a Board decided and did about one report. What has happened comes after what it depends on. */
export const publicationSchema = fields.superRefine((one, ctx) => {
  for (const [field, isBroken, message] of rules)
    if (isBroken(one)) ctx.addIssue({ code: 'custom', path: [field], message })
})

/**
 * Why a report may not leave for the public on a day (`YYYY-MM-DD`), in sentences; an empty list where it may.
 * `version` is the one that would leave.
 */
export const reasonsToHold = (
  { decision, decidedVersion, embargoUntil, familyToldOn, withdrawOn, takenDownOn }: Publication,
  { version, today }: { readonly version: number; readonly today: string },
): readonly string[] => {
  if (decision === 'undecided') return ['The Board has not decided whether this report is published.']
  if (decision === 'withheld') return ['The Board decided to withhold this report.']
  return [
    ...(decidedVersion === version ? [] : ['The report has been changed since the Board decided on it.']),
    ...(embargoUntil !== '' && today < embargoUntil ? [`It is under embargo until ${embargoUntil}.`] : []),
    ...(familyToldOn === '' ? ['Nobody has recorded that the family was told.'] : []),
    ...(familyToldOn > today ? [`The family is to be told on ${familyToldOn}.`] : []),
    ...(withdrawOn === '' ? ['It has no day on which it is to be withdrawn.'] : []),
    ...(withdrawOn !== '' && withdrawOn <= today ? ['Its day of withdrawal has come.'] : []),
    ...(takenDownOn === '' ? [] : ['It has been taken down.']),
  ]
}

export type PublicationStage =
  'undecided' | 'withheld' | 'decided' | 'published' | 'withdraw-soon' | 'withdraw-now' | 'taken-down'

/** Days before its withdrawal on which a report begins to ask for attention. */
const soon = 30

/** Where a report stands on a day (`YYYY-MM-DD`). On its day of withdrawal it is due. */
export const stageOn = (
  { decision, publishedOn, withdrawOn, takenDownOn }: Publication,
  today: string,
): PublicationStage => {
  if (decision === 'undecided' || decision === 'withheld') return decision
  if (takenDownOn !== '') return 'taken-down'
  if (publishedOn === '') return 'decided'
  if (withdrawOn <= today) return 'withdraw-now'
  return daysBetween(today, withdrawOn) <= soon ? 'withdraw-soon' : 'published'
}
