import type { EntryField } from './entry.ts'

/** What a field of an entry is called where it is read. */
export const fieldTitles: Readonly<Record<EntryField, string>> = {
  reference: 'Reference',
  date: 'Date',
  time: 'Time',
  source: 'Source of information',
  author: 'Author or role',
  contactType: 'Kind of contact',
  event: 'Event',
  action: 'Action',
  outcome: 'Outcome',
  adultSeen: 'Adult seen',
  wishes: 'Wishes recorded',
  comment: 'Professional comment',
  kloes: 'Lines of enquiry',
  risk: 'Risk or sensitivity',
  internal: 'Internal note',
  ignore: 'Not used',
}

/** The title of a field by its name; a name nobody knows stands as it is. */
export const fieldTitle = (field: string): string =>
  Object.hasOwn(fieldTitles, field) ? fieldTitles[field as EntryField] : field
