import { writeDay, type Span } from '../dates/calendar.ts'
import { daysIn } from '../dates/split-spans.ts'
import type { PackBlock, PackDocument } from '../packs/pack-document.ts'
import { ExpectedError } from '../result.ts'

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
  /** False where the agency has sent no chronology at all. */
  readonly hasChronology: boolean
  readonly writtenOn: string
  readonly replyBy: string
  /** Fixed instant (ISO) for the formats that demand one. */
  readonly timestamp: string
}

/**
 * The words of a letter above and below its table of periods, as a person edits them: paragraphs parted by an empty line,
 * and a list where every line of a paragraph begins with "- ".
 */
export type LetterWords = { readonly before: string; readonly after: string }

/**
 * The words a query to an agency begins with: declare no contact, or send the entries. Neutral: an open stretch may be
 * nothing more than an agency that was not involved. Source: requirements section 2, agencies state their periods of no
 * contact.
 */
export const noContactWords = (query: NoContactQuery): LetterWords => {
  const { agency, caseReference, codeName, board, reviewPeriod, stretches, replyBy, hasChronology } = query
  const one = stretches.length === 1
  const [period, it] = one ? ['period', 'it'] : ['periods', 'them']
  return {
    before: [
      `To: ${agency}`,
      `From: ${board}`,
      `${
        hasChronology
          ? `Thank you for your chronology for the review about ${codeName}.`
          : `We have had no chronology from you for the review about ${codeName}.`
      } The review covers ${writeDay(reviewPeriod.from)} to ${writeDay(reviewPeriod.to)}.`,
      hasChronology
        ? `Your chronology has no entry in the ${period} below, and no statement that there was no contact in ${it}.`
        : `We hold no entry from you in the ${period} below, and no statement that there was no contact in ${it}.`,
    ].join('\n\n'),
    after: [
      one ? 'Please do one of the following.' : 'Please do one of the following for each period.',
      [
        '- If your records show no contact, please say so, and say which records you searched.',
        hasChronology
          ? '- If there was contact, please send the entries in the same form as your chronology.'
          : '- If there was contact, please send the entries as a chronology.',
        '- If you cannot tell, because records are missing or held elsewhere, please say what is missing and who may hold it.',
      ].join('\n'),
      'Contact includes letters, calls, missed appointments and information received from others, ' +
        `as well as meetings with ${codeName}.`,
      `Please answer by ${writeDay(replyBy)}.`,
      'This query is asked of every agency whose chronology leaves part of the review period open. ' +
        'It does not mean that anything was done or left undone.',
      `Please give the case reference ${caseReference} in your answer, and no name or date of birth in the subject of an email.`,
    ].join('\n\n'),
  }
}

/**
 * The query as a document, with the words as edited or those it begins with. The periods, the title and the marking are
 * not for editing. Throws an `ExpectedError` where there is nothing to ask, or where the answer would be due before the
 * letter or has no days.
 */
export const noContactLetter = (query: NoContactQuery, words = noContactWords(query)): PackDocument => {
  const { caseReference, codeName, stretches, writtenOn } = query
  check(query)
  return {
    title: 'Query about a chronology',
    subtitle: `Case reference ${caseReference}. ${codeName}. ${writeDay(writtenOn)}`,
    marking: 'Official – sensitive. Pseudonymised, and still personal data.',
    language: 'en-GB',
    timestamp: query.timestamp,
    blocks: [
      ...blocksOf(words.before),
      {
        type: 'table',
        caption: stretches.length === 1 ? 'Period without an entry' : 'Periods without an entry',
        columns: [
          { heading: 'From', weight: 3 },
          { heading: 'To', weight: 3 },
          { heading: 'Length', weight: 2 },
          { heading: 'Your answer', weight: 4 },
        ],
        rows: stretches.map((span) => [writeDay(span.from), writeDay(span.to), sayLength(span), '']),
      },
      ...blocksOf(words.after),
    ],
  }
}

const blocksOf = (text: string): readonly PackBlock[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph): PackBlock => {
      const lines = paragraph.split('\n').map((line) => line.trim())
      return lines.every((line) => line.startsWith('- '))
        ? { type: 'list', items: lines.map((line) => line.slice(2)) }
        : { type: 'paragraph', text: paragraph }
    })

const sayLength = (span: Span): string => {
  const days = daysIn(span)
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
      { path: 'replyBy', message: 'Choose a later day' },
    ])
}
