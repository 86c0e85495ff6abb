import { z } from 'zod'
import { judgements, judgementTitles, type Judgement } from './analysis.ts'

/** Where a column of the chronology can stand: in the list on screen, in what is written out, in what an agency fills in. */
export const columnPlaces = ['grid', 'export', 'template'] as const
export type ColumnPlace = (typeof columnPlaces)[number]

type Rule = {
  readonly heading: string
  /** Whose words stand in it: the agency's, or the review's own. */
  readonly of: 'agency' | 'review'
  readonly can: readonly ColumnPlace[]
  /** Where it stands until a case says otherwise. */
  readonly usually: readonly ColumnPlace[]
  /** Where it always stands: without it an entry says nothing. */
  readonly always?: readonly ColumnPlace[]
}

const everywhere = columnPlaces
const shownAndPrinted = ['grid', 'export'] as const
const ofReview = { of: 'review', can: shownAndPrinted, usually: ['export'] } as const

/** Every column there is, in its usual order. Requirements section 2, "Column set". */
export const columnRules = {
  no: { heading: 'No.', of: 'review', can: ['export'], usually: ['export'] },
  date: { heading: 'Date', of: 'agency', can: everywhere, usually: everywhere, always: everywhere },
  endDate: { heading: 'End date', of: 'agency', can: ['template'], usually: ['template'] },
  time: { heading: 'Time', of: 'agency', can: ['export', 'template'], usually: ['export', 'template'] },
  endTime: { heading: 'End time', of: 'agency', can: ['template'], usually: ['template'] },
  agency: {
    heading: 'Agency',
    of: 'agency',
    can: shownAndPrinted,
    usually: shownAndPrinted,
    always: shownAndPrinted,
  },
  source: {
    heading: 'Source of information',
    of: 'agency',
    can: everywhere,
    usually: ['export', 'template'],
  },
  author: { heading: 'Author or role', of: 'agency', can: everywhere, usually: ['export', 'template'] },
  people: { heading: 'People involved', of: 'review', can: ['export'], usually: ['export'] },
  contactType: { heading: 'Contact', of: 'agency', can: everywhere, usually: ['export', 'template'] },
  event: {
    heading: 'Event as recorded',
    of: 'agency',
    can: everywhere,
    usually: everywhere,
    always: everywhere,
  },
  action: { heading: 'Action or response', of: 'agency', can: everywhere, usually: everywhere },
  outcome: { heading: 'Outcome', of: 'agency', can: everywhere, usually: ['export', 'template'] },
  agencyComment: {
    heading: 'Agency’s own comment',
    of: 'agency',
    can: everywhere,
    usually: ['export', 'template'],
  },
  adultSeen: { heading: 'Adult seen', of: 'review', can: everywhere, usually: ['export', 'template'] },
  spokenAlone: { heading: 'Spoken to alone', ...ofReview },
  voiceHeard: {
    heading: 'Voice or wishes recorded',
    of: 'review',
    can: everywhere,
    usually: ['export', 'template'],
  },
  capacity: { heading: 'Capacity considered', ...ofReview },
  comment: { heading: 'Professional comment', ...ofReview },
  judgement: { heading: 'Judgement', of: 'review', can: shownAndPrinted, usually: shownAndPrinted },
  significance: { heading: 'Significance', ...ofReview },
  kloes: { heading: 'Lines of enquiry', of: 'review', can: everywhere, usually: shownAndPrinted },
  policyExpected: { heading: 'Policy expected', ...ofReview },
  evidence: { heading: 'Evidence reference', ...ofReview },
  flags: { heading: 'Sensitivity', ...ofReview },
  place: { heading: 'Place in the file', of: 'agency', can: shownAndPrinted, usually: ['grid'] },
} as const satisfies Readonly<Record<string, Rule>>

export type ColumnId = keyof typeof columnRules
export const columnIds = Object.keys(columnRules) as readonly ColumnId[]
const ruleOf = (id: ColumnId): Rule => columnRules[id]

export type CaseColumn = {
  readonly id: ColumnId
  readonly heading: string
  readonly places: readonly ColumnPlace[]
}

/** The words a case uses: its columns in order, what its judgements are called, and a short label for each line of enquiry. */
export type CaseWording = {
  readonly columns: readonly CaseColumn[]
  readonly judgements: Readonly<Record<Judgement, string>>
  readonly kloes: Readonly<Record<string, string>>
}

const heading = z.string().trim().min(1, 'Enter a heading').max(80, 'Use at most 80 characters')
const label = z.string().trim().min(1, 'Enter what it is called').max(60, 'Use at most 60 characters')

const unique = (texts: readonly string[]): number =>
  texts.findIndex((text, at) => texts.findIndex((one) => one.toLowerCase() === text.toLowerCase()) !== at)

/** What a case may say: every column once, no two headings or labels alike, each column only where it can stand. */
export const caseWordingSchema = z
  .object({
    columns: z
      .array(
        z.object({
          id: z.enum(Object.keys(columnRules) as [ColumnId, ...ColumnId[]]),
          heading,
          places: z.array(z.enum(columnPlaces)),
        }),
      )
      .max(100),
    judgements: z.record(z.enum(judgements), label),
    kloes: z.record(z.string().regex(/^\d{1,6}$/), label),
  })
  .superRefine(({ columns, judgements: called, kloes }, context) => {
    const say = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message })
    const twice = unique(columns.map((column) => column.id))
    if (twice >= 0) say(['columns', twice, 'id'], 'This column stands twice')
    const alike = unique(columns.map((column) => column.heading))
    if (alike >= 0) say(['columns', alike, 'heading'], 'Another column has this heading')
    const names = judgements.map((one) => called[one])
    const same = judgements[unique(names)]
    if (same !== undefined) say(['judgements', same], 'Another judgement is called this')
    const lines = Object.keys(kloes)
    const line = lines[unique(lines.map((n) => kloes[n] ?? ''))]
    if (line !== undefined) say(['kloes', line], 'Another line of enquiry has this label')
  })

const placesOf = (id: ColumnId, wanted: readonly ColumnPlace[]): readonly ColumnPlace[] => {
  const { can, always = [] } = ruleOf(id)
  return columnPlaces.filter(
    (place) => can.includes(place) && (wanted.includes(place) || always.includes(place)),
  )
}

/**
 * A case's wording in full: what it says, and for all it does not say the usual. A column that came later than what was
 * stored stands last; a line of enquiry without a label is called by its number.
 * @param kloes the lines of the case's terms of reference
 */
export const wordingOf = (
  stored: Partial<CaseWording>,
  kloes: readonly { readonly n: number }[],
): CaseWording => {
  const given = stored.columns ?? []
  const missing = columnIds.filter((id) => !given.some((column) => column.id === id))
  return {
    columns: [
      ...given,
      ...missing.map((id) => ({ id, heading: ruleOf(id).heading, places: ruleOf(id).usually })),
    ].map((column) => ({ ...column, places: placesOf(column.id, column.places) })),
    judgements: { ...judgementTitles, ...stored.judgements },
    kloes: Object.fromEntries(kloes.map(({ n }) => [n, stored.kloes?.[n] ?? `KLOE ${n}`])),
  }
}

/** The columns of one place, in order. */
export const columnsIn = (wording: CaseWording, place: ColumnPlace): readonly CaseColumn[] =>
  wording.columns.filter(({ places }) => places.includes(place))
