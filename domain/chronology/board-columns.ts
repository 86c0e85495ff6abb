import { columnsIn, type CaseWording, type ColumnId } from './case-wording.ts'

/** A column of the chronology as it is written out: under the case's own heading, `weight` its share of the width. */
export type BoardColumn = { readonly id: ColumnId; readonly heading: string; readonly weight: number }

/** Columns that stand together in one on paper, where a page has no room for each. */
export type PaperColumn = {
  readonly heading: string
  readonly columns: readonly BoardColumn[]
  /** Which of several need their heading before their text to be understood. */
  readonly labelled: 'all' | 'all-but-first' | 'none'
}

const weights: Readonly<Record<ColumnId, number>> = {
  no: 3,
  date: 10,
  endDate: 8,
  time: 5,
  endTime: 5,
  agency: 14,
  source: 12,
  author: 12,
  people: 12,
  contactType: 10,
  event: 44,
  action: 24,
  outcome: 18,
  agencyComment: 22,
  adultSeen: 9,
  spokenAlone: 8,
  voiceHeard: 10,
  capacity: 9,
  comment: 24,
  judgement: 10,
  significance: 16,
  kloes: 10,
  policyExpected: 16,
  evidence: 12,
  flags: 12,
  place: 10,
}

/** What always has something to say. */
export const alwaysWritten: ReadonlySet<ColumnId> = new Set<ColumnId>(['no', 'date', 'agency', 'event'])

/** The Board's columns of a case, in the case's order and under its headings. Requirements section 2, "Column set". */
export const boardColumns = (wording: CaseWording): readonly BoardColumn[] =>
  columnsIn(wording, 'export').map(({ id, heading }) => ({ id, heading, weight: weights[id] }))

type Group = {
  readonly heading: string
  readonly ids: readonly ColumnId[]
  readonly labelled?: PaperColumn['labelled']
}

const groups: readonly Group[] = [
  { heading: 'No.', ids: ['no'] },
  { heading: 'Date and time', ids: ['date', 'time'], labelled: 'none' },
  { heading: 'Agency', ids: ['agency'] },
  { heading: 'Source', ids: ['source', 'author', 'contactType', 'people', 'place'] },
  { heading: 'Event', ids: ['event'] },
  { heading: 'Action and outcome', ids: ['action', 'outcome'] },
  { heading: 'Comment of the agency', ids: ['agencyComment'] },
  { heading: 'Seen and heard', ids: ['adultSeen', 'spokenAlone', 'voiceHeard', 'capacity'], labelled: 'all' },
  {
    heading: 'Analysis of the review',
    ids: ['judgement', 'significance', 'kloes', 'comment', 'policyExpected', 'evidence', 'flags'],
    labelled: 'all',
  },
]

/**
 * The columns as they stand on a page of A4 across: each group where its first column stands, under that column's own
 * heading where it is the only one.
 */
export const paperColumns = (columns: readonly BoardColumn[]): readonly PaperColumn[] => {
  const standing = new Map<Group, BoardColumn[]>()
  for (const column of columns) {
    const group = groups.find(({ ids }) => ids.includes(column.id))
    if (group) standing.set(group, [...(standing.get(group) ?? []), column])
  }
  return [...standing].map(([{ heading, labelled = 'all-but-first' }, own]) => ({
    heading: own.length === 1 ? (own[0]?.heading ?? heading) : heading,
    columns: own,
    labelled: own.length === 1 ? 'none' : labelled,
  }))
}
