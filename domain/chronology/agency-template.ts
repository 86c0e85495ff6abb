import { writeDay, type Span } from '../dates/calendar.ts'
import { columnsIn, type CaseWording, type ColumnId } from './case-wording.ts'
import type { DatePart, EntryField } from './entry.ts'

/** A column an agency fills in, under the case's heading, and what an import takes it for. */
export type AgencyTemplateColumn = {
  readonly heading: string
  /** Share of the width of the page. */
  readonly weight: number
  /** Answers to choose from; other words may be written. */
  readonly choices?: readonly string[]
  /** What the three example rows say: an event, one of an uncertain date, and a period without contact. */
  readonly examples: readonly [string, string, string]
  readonly field: EntryField
  readonly part?: DatePart
}

export type AgencyTemplate = {
  readonly columns: readonly AgencyTemplateColumn[]
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[]
}

type Detail = Omit<AgencyTemplateColumn, 'heading'>

const seen = ['Yes', 'Yes and alone', 'No', 'Not recorded']
const heard = ['Yes', 'No', 'Not recorded']
const contacts = [
  ...['Face to face', 'Telephone', 'Letter or email', 'No access', 'Did not attend or was not brought'],
  ...['Information received', 'Meeting', 'Decision', 'No contact in this period', 'Other'],
]

const examplesOf = (...examples: [string, string, string]): [string, string, string] => examples

/** Columns of the review's own that no agency fills in have none. */
const detailsOf = (id: ColumnId, twoDates: boolean): Detail | null => {
  switch (id) {
    case 'date':
      return {
        ...{ field: 'date', weight: 9 },
        examples: examplesOf(
          'Example: 14/03/2022',
          'Example: about March 2021',
          twoDates ? 'Example: 01/06/2021' : 'Example: 01/06/2021 to 30/09/2021',
        ),
      }
    case 'endDate':
      return { field: 'date', part: 'end', weight: 8, examples: examplesOf('', '', '30/09/2021') }
    case 'time':
      return { field: 'time', weight: 5, examples: examplesOf('14:30', '', '') }
    case 'endTime':
      return { field: 'time', weight: 5, examples: examplesOf('15:15', '', '') }
    case 'source':
      return {
        ...{ field: 'source', weight: 10 },
        examples: examplesOf('Case notes', 'Letter in paper file', 'Search of all records'),
      }
    case 'author':
      return {
        ...{ field: 'author', weight: 9 },
        examples: examplesOf('Duty social worker', 'Ward sister', 'Records manager'),
      }
    case 'contactType':
      return {
        ...{ field: 'contactType', weight: 9, choices: contacts },
        examples: examplesOf('Face to face', 'Information received', 'No contact in this period'),
      }
    case 'event':
      return {
        ...{ field: 'event', weight: 22 },
        examples: examplesOf(
          'Home visit with district nurse. Adult said she “did not want carers in the morning”. Kitchen had no food.',
          'Letter from ward: discharged home with no package of care.',
          'No contact with this agency in this period.',
        ),
      }
    case 'action':
      return {
        ...{ field: 'action', weight: 12 },
        examples: examplesOf(
          'Referred to occupational therapist the same day.',
          'Filed. No action recorded.',
          '',
        ),
      }
    case 'outcome':
      return {
        field: 'outcome',
        weight: 10,
        examples: examplesOf('Assessed on 28/03/2022.', 'None recorded.', ''),
      }
    case 'agencyComment':
      return {
        ...{ field: 'comment', weight: 12 },
        examples: examplesOf(
          'Capacity to refuse care was not considered.',
          'Exact day not known; letter is undated.',
          '',
        ),
      }
    case 'adultSeen':
      return {
        field: 'adultSeen',
        weight: 7,
        choices: seen,
        examples: examplesOf('Yes and alone', 'No', 'No'),
      }
    case 'voiceHeard':
      return { field: 'wishes', weight: 8, choices: heard, examples: examplesOf('Yes', 'Not recorded', '') }
    case 'kloes':
      return { field: 'kloes', weight: 6, examples: examplesOf('2', '', '') }
    default:
      return null
  }
}

/**
 * What one agency is asked to fill in: the case's own columns for a template in the case's order and under its headings, and
 * how to fill them in for people who have never seen one. `own` are the Board's words for this review, a paragraph each.
 * Source: requirements section 2, column set, imprecise dates and periods of no contact.
 */
export const agencyTemplate = (
  wording: CaseWording,
  period: Span,
  own: readonly string[] = [],
): AgencyTemplate => {
  const standing = columnsIn(wording, 'template')
  const headings = new Map(standing.map(({ id, heading }) => [id, heading]))
  const columns = standing.flatMap(({ id, heading }) => {
    const details = detailsOf(id, headings.has('endDate'))
    return details === null ? [] : [{ heading, ...details }]
  })
  return {
    columns,
    sections: [
      ...(own.length === 0 ? [] : [{ heading: 'For this review', items: own }]),
      ...instructions(headings, period),
    ],
  }
}

const instructions = (headings: ReadonlyMap<ColumnId, string>, period: Span): AgencyTemplate['sections'] => {
  /** A sentence about a column, where there is that column. */
  const about = (id: ColumnId, say: (heading: string) => string): readonly string[] => {
    const heading = headings.get(id)
    return heading === undefined ? [] : [say(`“${heading}”`)]
  }
  const [date, event] = [headings.get('date') ?? 'Date', headings.get('event') ?? 'Event as recorded']
  const end = headings.get('endDate')
  return [
    {
      heading: 'What is asked of you',
      items: [
        `List every contact, event and decision your agency has on record from ${writeDay(period.from)} to ${writeDay(period.to)}. One event to a row, in any order.`,
        `Copy what the record says into “${event}”.`,
        ...about(
          'agencyComment',
          (heading) => `Put your own view in ${heading} only, so that fact and comment stay apart.`,
        ),
        ...about(
          'source',
          (heading) =>
            `Say where each entry comes from in ${heading}: the system, file or record it was read in.`,
        ),
        'Add as many rows as you need below the examples. Keep the headings as they are, and do not hide rows or columns or merge cells.',
        'Rows that begin “Example:” show how it is done. They are left out when your chronology is read; you may delete them.',
      ],
    },
    {
      heading: 'Dates and times',
      items: [
        'Write the day first: 14/03/2022 or 14 March 2022. Write times on the 24-hour clock: 14:30.',
        'Where you do not know the day, do not invent one. Write what is known: March 2021, spring 2021, 2021, about March 2021, before June 2020, after 3 May 2021.',
        'Where you are unsure of a date, put a question mark before it: ?22 May 2016.',
        end === undefined
          ? 'Where something lasted, give both ends in one cell: 01/06/2021 to 30/09/2021. “Early hours”, “morning” and “w/c 7 March 2022” may be written as they stand.'
          : `Where something lasted, give its first day in “${date}” and its last in “${end}”. “Early hours”, “morning” and “w/c 7 March 2022” may be written as they stand.`,
      ],
    },
    {
      heading: 'When there was no contact',
      items: [
        `State each period without contact in a row of its own: ${end === undefined ? `both dates in “${date}”` : `its first day in “${date}”, its last in “${end}”`}, and “No contact with this agency in this period.” in “${event}”. A period left out will be asked about.`,
        'If your agency holds no record at all, return one row for the whole period that says so.',
        'A visit where nobody answered, or an appointment missed, is an event. Record it as one.',
      ],
    },
    {
      heading: 'Names and private details',
      items: [
        'Use roles, not names, for staff and family wherever a role will do: duty social worker, GP, daughter. Do not add names, addresses, telephone numbers or dates of birth that the review does not need.',
        'Leave out what concerns other people only. Tell the Board if an address or a person must not be disclosed to anyone.',
        'Name the file by the codes above and not by the adult. Return it by the secure route the Board gave you, never by ordinary email.',
      ],
    },
    {
      heading: 'Words and answers',
      items: [
        'Write abbreviations out, or explain each in the list of abbreviations.',
        ...about(
          'adultSeen',
          (heading) => `${heading} asks whether the adult was seen in person, and alone.`,
        ),
        ...about('voiceHeard', (heading) => `${heading} asks whether what the adult wanted is on record.`),
        ...about(
          'kloes',
          (heading) =>
            `${heading} is for the numbers of the key lines of enquiry in your letter from the Board. Leave it empty if you have none.`,
        ),
      ],
    },
  ]
}
