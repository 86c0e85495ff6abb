import { z } from 'zod'

/** What a Board publishes of a review (requirements section 1, "Publication": full, summary or learning brief). */
export const reportKinds = ['overview', 'learning-brief', 'one-page-summary'] as const
export type ReportKind = (typeof reportKinds)[number]
export const reportKindTitles: Readonly<Record<ReportKind, string>> = {
  overview: 'Overview report',
  'learning-brief': 'Learning brief',
  'one-page-summary': 'One-page summary',
}

/** What a section is about; `own` is one its author added. Each other stands at most once in a report. */
export const sectionTopics = [
  'why',
  'criteria',
  'terms',
  'adult',
  'account',
  'findings',
  'good-practice',
  'recommendations',
  'next',
  'own',
] as const
export type SectionTopic = (typeof sectionTopics)[number]

export const sectionTitles: Readonly<Record<Exclude<SectionTopic, 'own'>, string>> = {
  why: 'Why this review was carried out',
  criteria: 'Criteria and methodology',
  terms: 'Terms of reference and key lines of enquiry',
  adult: 'About the adult',
  account: 'What happened',
  findings: 'Findings',
  'good-practice': 'Good practice',
  recommendations: 'Recommendations',
  next: 'What happens next',
}

/** What each kind of report begins with, in order. */
export const sectionsOfKind: Readonly<Record<ReportKind, readonly Exclude<SectionTopic, 'own'>[]>> = {
  overview: [
    'why',
    'criteria',
    'terms',
    'adult',
    'account',
    'findings',
    'good-practice',
    'recommendations',
    'next',
  ],
  'learning-brief': ['why', 'adult', 'findings', 'good-practice', 'recommendations', 'next'],
  'one-page-summary': ['why', 'findings', 'recommendations', 'next'],
}

const long = z.string().trim().max(100_000)

export const recommendationSchema = z.object({
  text: z.string().trim().min(1, 'Enter the recommendation').max(4_000),
  owner: z.string().trim().max(500),
  measure: z.string().trim().max(2_000),
})

export const sectionSchema = z.object({
  id: z.string().min(1).max(100),
  topic: z.enum(sectionTopics),
  heading: z.string().trim().min(1, 'Give the section a heading').max(300),
  text: long,
  /** A section left out keeps its text and is not in what leaves. */
  included: z.boolean(),
})

/** An adult of the review, by the code of the case, and the name the report gives them. */
export const namedAdultSchema = z.object({
  code: z.string().min(1).max(100),
  /** Empty where none is agreed: the report then gives the pseudonym of its pack. */
  name: z.string().trim().max(100),
  agreedWith: z.string().trim().max(300),
})

export const reportStateSchema = z
  .object({
    title: z.string().trim().min(1, 'Give the report a title').max(300),
    /** Who to ask about the report, as it is printed at its end. */
    contact: z.string().trim().max(500),
    adults: z.array(namedAdultSchema).max(50),
    sections: z.array(sectionSchema).max(60),
    recommendations: z.array(recommendationSchema).max(200),
  })
  .superRefine(({ adults, sections }, ctx) => {
    for (const [at, { name, agreedWith }] of adults.entries())
      if (name !== '' && agreedWith === '')
        ctx.addIssue({
          code: 'custom',
          path: ['adults', at, 'agreedWith'],
          message: 'Say with whom this name is agreed',
        })
    const ids = sections.map(({ id }) => id)
    if (new Set(ids).size !== ids.length)
      ctx.addIssue({ code: 'custom', path: ['sections'], message: 'Two sections have the same id' })
  })

/** What a report says at one version. Its words are its author's: names are possible in all of them. */
export type ReportState = z.output<typeof reportStateSchema>
export type ReportSection = ReportState['sections'][number]
export type Recommendation = ReportState['recommendations'][number]

export type ReportPart = 'title' | 'contact' | 'adults' | 'sections' | 'order' | 'recommendations'

const json = (value: unknown): string => JSON.stringify(value)

/** The parts that differ between two versions; `order` alone where the same sections stand in another order. */
export const changedParts = (before: ReportState, after: ReportState): readonly ReportPart[] => {
  const parts = (['title', 'contact', 'adults', 'recommendations'] as const).filter(
    (part) => json(before[part]) !== json(after[part]),
  )
  const byId = ({ sections }: ReportState) => sections.toSorted((a, b) => a.id.localeCompare(b.id))
  if (json(byId(before)) !== json(byId(after))) return [...parts, 'sections']
  return json(before.sections) === json(after.sections) ? parts : [...parts, 'order']
}

/** Every text of a report an author wrote, put through a reading; codes, ids and what is left out stay as they are. */
export const readReport = (state: ReportState, read: (text: string) => string): ReportState => ({
  title: read(state.title),
  contact: read(state.contact),
  adults: state.adults.map((adult) => ({ ...adult, agreedWith: read(adult.agreedWith) })),
  sections: state.sections.map((section) => ({
    ...section,
    heading: read(section.heading),
    text: read(section.text),
  })),
  recommendations: state.recommendations.map(({ text, owner, measure }) => ({
    text: read(text),
    owner: read(owner),
    measure: read(measure),
  })),
})

export const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** The words of a section as it will be read, its heading and, where they are its matter, the recommendations included. */
export const wordsOfSection = (
  section: Pick<ReportSection, 'topic' | 'heading' | 'text'>,
  recommendations: readonly Recommendation[],
): number =>
  wordsIn(section.heading) +
  wordsIn(section.text) +
  (section.topic === 'recommendations'
    ? recommendations.reduce(
        (sum, { text, owner, measure }) => sum + wordsIn(text) + wordsIn(owner) + wordsIn(measure),
        0,
      )
    : 0)

/** The words of all sections that are not left out. */
export const wordsOfReport = ({ sections, recommendations }: ReportState): number =>
  sections
    .filter(({ included }) => included)
    .reduce((sum, section) => sum + wordsOfSection(section, recommendations), 0)
