/** A column of a template. */
export type TemplateColumn = {
  readonly heading: string
  /** Answers to choose from in Excel; other words may be written. None with a comma, and short enough for one list. */
  readonly choices?: readonly string[]
  /** Share of the width of the page. */
  readonly weight: number
  /** What the example rows say, in the order of `exampleRows`. */
  readonly examples: readonly [string, string, string]
}

/** First and last day the agency is asked about, as `YYYY-MM-DD`. */
export type TemplatePeriod = { readonly from: string; readonly to: string }

/**
 * The columns a Board asks an agency to fill in, in its words; each is a heading an import knows without being told.
 * Source: requirements of a chronology, column set.
 */
export const templateColumns: readonly TemplateColumn[] = [
  {
    heading: 'Date',
    weight: 9,
    examples: ['Example: 14/03/2022', 'Example: about March 2021', 'Example: 01/06/2021 to 30/09/2021'],
  },
  { heading: 'Time', weight: 5, examples: ['14:30', '', ''] },
  {
    heading: 'Source of information',
    weight: 10,
    examples: ['Case notes', 'Letter in paper file', 'Search of all records'],
  },
  {
    heading: 'Author or role',
    weight: 9,
    examples: ['Duty social worker', 'Ward sister', 'Records manager'],
  },
  {
    heading: 'Contact type',
    weight: 9,
    choices: [
      ...['Face to face', 'Telephone', 'Letter or email', 'No access', 'Did not attend or was not brought'],
      ...['Information received', 'Meeting', 'Decision', 'No contact in this period', 'Other'],
    ],
    examples: ['Face to face', 'Information received', 'No contact in this period'],
  },
  {
    heading: 'Event as recorded',
    weight: 22,
    examples: [
      'Home visit with district nurse. Adult said she “did not want carers in the morning”. Kitchen had no food.',
      'Letter from ward: discharged home with no package of care.',
      'No contact with this agency in this period.',
    ],
  },
  {
    heading: 'Action or outcome',
    weight: 14,
    examples: ['Referred to occupational therapist the same day.', 'Filed. No action recorded.', ''],
  },
  {
    heading: 'Adult seen?',
    weight: 7,
    choices: ['Yes', 'Yes and alone', 'No', 'Not recorded'],
    examples: ['Yes and alone', 'No', 'No'],
  },
  {
    heading: 'Wishes recorded?',
    weight: 8,
    choices: ['Yes', 'No', 'Not recorded'],
    examples: ['Yes', 'Not recorded', ''],
  },
  {
    heading: 'Professional comment',
    weight: 14,
    examples: ['Capacity to refuse care was not considered.', 'Exact day not known; letter is undated.', ''],
  },
  { heading: 'KLOE', weight: 6, examples: ['2', '', ''] },
]

export const exampleRows = [0, 1, 2] as const

export type TemplateSection = { readonly heading: string; readonly items: readonly string[] }

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'].concat(
  ['October', 'November', 'December'],
)

/** `2021-06-01` as `1 June 2021`; anything else as it is. */
export const writtenDay = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return year && name && day ? `${Number(day)} ${name} ${year}` : iso
}

/** How to fill the template in, for people who have never seen one. */
export const templateInstructions = (period: TemplatePeriod): readonly TemplateSection[] => [
  {
    heading: 'What is asked of you',
    items: [
      `List every contact, event and decision your agency has on record from ${writtenDay(period.from)} to ${writtenDay(period.to)}. One event to a row, in any order.`,
      'Copy what the record says into “Event as recorded”. Put your own view in “Professional comment” only, so that fact and comment stay apart.',
      'Say where each entry comes from in “Source of information”: the system, file or record it was read in.',
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
      'Where something lasted, give both ends in one cell: 01/06/2021 to 30/09/2021. “Early hours”, “morning” and “w/c 7 March 2022” may be written as they stand.',
    ],
  },
  {
    heading: 'When there was no contact',
    items: [
      'State each period without contact in a row of its own: both dates in “Date”, and “No contact with this agency in this period.” in “Event as recorded”. A period left out will be asked about.',
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
      '“Adult seen?” asks whether the adult was seen in person, and alone. “Wishes recorded?” asks whether what the adult wanted is on record.',
      '“KLOE” is for the numbers of the key lines of enquiry in your letter from the Board. Leave it empty if you have none.',
    ],
  },
]

/** Abbreviations most chronologies use, as a beginning of the agency's own list. */
export const commonAbbreviations: readonly (readonly [string, string])[] = [
  ['A&E', 'Accident and emergency department'],
  ['ASC', 'Adult social care'],
  ['DNA', 'Did not attend'],
  ['DoLS', 'Deprivation of Liberty Safeguards'],
  ['GP', 'General practitioner'],
  ['KLOE', 'Key line of enquiry'],
  ['MCA', 'Mental Capacity Act 2005'],
  ['NFA', 'No further action'],
]
