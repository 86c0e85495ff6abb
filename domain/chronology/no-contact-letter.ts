import { addDays, daysBetween, writeDay, type Span } from '../dates/calendar.ts'
import type { PackDocument } from '../packs/pack-document.ts'
import { ExpectedError } from '../result.ts'
import type { DatedContact, Gap } from './find-gaps.ts'

/**
 * The parts of one agency's gaps that none of its statements of no contact covers, in order; days are `YYYY-MM-DD`, both
 * ends included. An open statement ("before", "after") covers its named end only, as in `findGaps`.
 */
export const undeclaredStretches = (
  entries: readonly DatedContact[],
  gaps: readonly Pick<Gap, 'from' | 'to'>[],
): readonly Span[] => {
  const statements = entries
    .flatMap(({ date, declaredNoContact }): Span[] => {
      const from = date.earliest ?? date.latest
      const to = date.latest ?? date.earliest
      return !declaredNoContact || from === null || to === null ? [] : [{ from, to }]
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return gaps.flatMap((gap) => {
    const open: Span[] = []
    let from = gap.from
    for (const statement of statements) {
      if (statement.to < from || statement.from > gap.to) continue
      if (statement.from > from) open.push({ from, to: addDays(statement.from, -1) })
      from = addDays(statement.to, 1)
    }
    return from > gap.to ? open : [...open, { from, to: gap.to }]
  })
}

/** What the letter needs to know. Days are `YYYY-MM-DD`. No name of a person has a place in it. */
export type NoContactQuery = {
  readonly agency: string
  readonly caseReference: string
  /** The working code of the adult, such as "Adult A"; never a name. */
  readonly codeName: string
  /** Who asks, as the reader knows them, such as "Wenbury Safeguarding Adults Board". */
  readonly board: string
  readonly reviewPeriod: Span
  readonly stretches: readonly Span[]
  readonly writtenOn: string
  readonly replyBy: string
  /** Fixed instant (ISO) for the formats that demand one. */
  readonly timestamp: string
}

/**
 * The query to an agency about stretches of the review period that its chronology leaves open: declare no contact, or
 * send the entries. Neutral: an open stretch may be nothing more than an agency that was not involved. Throws an
 * `ExpectedError` where there is nothing to ask, or where the answer would be due before the letter or has no days.
 * Source: requirements section 2, agencies state their periods of no contact.
 */
export const noContactLetter = (query: NoContactQuery): PackDocument => {
  const { agency, caseReference, codeName, board, reviewPeriod, stretches, writtenOn, replyBy } = query
  check(query)
  const one = stretches.length === 1
  return {
    title: 'Query about a chronology',
    subtitle: `Case reference ${caseReference}. ${codeName}. ${writeDay(writtenOn)}`,
    marking: 'Official – sensitive. Pseudonymised, and still personal data.',
    language: 'en-GB',
    timestamp: query.timestamp,
    blocks: [
      { type: 'paragraph', text: `To: ${agency}` },
      { type: 'paragraph', text: `From: ${board}` },
      {
        type: 'paragraph',
        text:
          `Thank you for your chronology for the review about ${codeName}. The review covers ` +
          `${writeDay(reviewPeriod.from)} to ${writeDay(reviewPeriod.to)}.`,
      },
      {
        type: 'paragraph',
        text: one
          ? 'Your chronology has no entry in the period below, and no statement that there was no contact in it.'
          : 'Your chronology has no entry in the periods below, and no statement that there was no contact in them.',
      },
      {
        type: 'table',
        caption: one ? 'Period without an entry' : 'Periods without an entry',
        columns: [
          { heading: 'From', weight: 3 },
          { heading: 'To', weight: 3 },
          { heading: 'Length', weight: 2 },
          { heading: 'Your answer', weight: 4 },
        ],
        rows: stretches.map(({ from, to }) => [writeDay(from), writeDay(to), sayLength(from, to), '']),
      },
      {
        type: 'paragraph',
        text: one ? 'Please do one of the following.' : 'Please do one of the following for each period.',
      },
      {
        type: 'list',
        items: [
          'If your records show no contact, please say so, and say which records you searched.',
          'If there was contact, please send the entries in the same form as your chronology.',
          'If you cannot tell, because records are missing or held elsewhere, please say what is missing and who may hold it.',
        ],
      },
      {
        type: 'paragraph',
        text:
          'Contact includes letters, calls, missed appointments and information received from others, ' +
          `as well as meetings with ${codeName}.`,
      },
      { type: 'paragraph', text: `Please answer by ${writeDay(replyBy)}.` },
      {
        type: 'paragraph',
        text:
          'This query is asked of every agency whose chronology leaves part of the review period open. ' +
          'It does not mean that anything was done or left undone.',
      },
      {
        type: 'paragraph',
        text: `Please give the case reference ${caseReference} in your answer, and no name or date of birth in the subject of an email.`,
      },
    ],
  }
}

const sayLength = (from: string, to: string): string => {
  const days = daysBetween(from, to) + 1
  return days === 1 ? '1 day' : `${days} days`
}

const check = ({ stretches, writtenOn, replyBy }: NoContactQuery): void => {
  if (stretches.length === 0)
    throw new ExpectedError('invalid', 'There is no undeclared period to ask about.', [
      { path: 'stretches', message: 'must not be empty' },
    ])
  if (stretches.some(({ from, to }) => to < from))
    throw new ExpectedError('invalid', 'A period ends before it begins.', [
      { path: 'stretches', message: 'must each end on or after the day they begin' },
    ])
  if (replyBy <= writtenOn)
    throw new ExpectedError('invalid', 'The day to answer by must be later than the day of the letter.', [
      { path: 'replyBy', message: `must be after ${writtenOn}` },
    ])
}
