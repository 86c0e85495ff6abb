import { daysBetween } from '../dates/calendar.ts'
import { readDate } from '../dates/read-date.ts'

const nothing =
  '(?:no|nil|zero) (?:further |known |recorded |other |direct |documented |face[- ]to[- ]face )?(?:contacts?|involvement|entries|records?|activity|attendances?)'
const bodies =
  'agency|services?|trust|team|practice|surgery|force|police|constabulary|organisation|council|authority|department|hospital|association|landlord|provider|charity|board|company|clinic|college|probation|housing|gp'
const speech =
  'said|says|told|tells|reported|reports|stated|states|advised|advises|confirmed|felt|that|mother|father|brother|sister|son|daughter|neighbour'

/** The agency as the one who speaks: "We", "The Trust", "Our home care service". Nobody else's lack of contact is a declaration. */
const subject = `(?:we|they|(?:(?!(?:${speech})\\b)[\\w&'\u2019-]+ ){0,4}(?:${bodies}))`
const beginning = new RegExp(
  `^(?:there (?:was|were|is|has been|have been) |${subject} (?:(?:has|have|had) (?:had )?|made |holds? |held ))?${nothing}(?![\\w-])`,
  'i',
)

const adult =
  "(?:(?:this|the|our|any) )?(?:tenant|resident|client|patient|adult|person|individual|subject|service user|customer|occupant)|adult [a-z]{1,2}|(?:mr|mrs|ms|miss|dr)\\.? [\\w'\u2019-]+|him|her|them|[a-z]{1,2}"
const joining = new RegExp(
  `^(?: (?:(?:was|were|has been|have been) )?(?:at all|whatsoever|recorded|held|known|made|noted|documented|had|identified|took place))?(?: (?:with|from|by|for|to|of) (?:${adult}|(?:this|the|our) (?:${bodies})))?[ ,:;(-]*$`,
  'i',
)
const leading =
  /^(?:(?:between|from|during|in|over|for|throughout|within|the|whole|period|dates?|of|months?|year)\s+|[:(-]\s*)*/i
const contactAfter =
  /\b(?:visit(?:ed|s)?|seen|saw|spoke|met|attended|called|phoned|telephoned|arrived|answered|admitted)\b/i

/**
 * True where a text declares that the agency had no contact over a period it names itself: "No contact Apr-Jun", "The
 * Trust had no contact between July 2022 and May 2023". A day is no such period ("no contact made today"), and neither
 * is somebody else's lack of contact, nor a text that goes on to tell of a contact.
 */
export const declaresForNamedPeriod = (text: string): boolean => {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const { sentence, after } = cutSentence(plain)
  return !contactAfter.test(after) && (endsWithPeriod(sentence) || beginsWithPeriod(sentence))
}

const mostWords = 14
const wordsOf = (text: string) => [...text.matchAll(/\S+/g)].slice(0, mostWords)

/** "No contact with the tenant from April to June 2022". */
const endsWithPeriod = (sentence: string): boolean => {
  const began = beginning.exec(sentence)
  if (!began) return false
  const rest = sentence.slice(began[0].length)
  return wordsOf(rest).some(({ index }) => joining.test(rest.slice(0, index)) && isPeriod(rest.slice(index)))
}

/** "From April to June 2022 the Trust had no contact with the tenant". */
const beginsWithPeriod = (sentence: string): boolean =>
  wordsOf(sentence).some(({ index }) => {
    const rest = sentence.slice(index)
    const began = index > 0 ? beginning.exec(rest) : null
    return began !== null && joining.test(rest.slice(began[0].length)) && isPeriod(sentence.slice(0, index))
  })

/** The first sentence, and what follows it. */
const cutSentence = (text: string): { sentence: string; after: string } => {
  const end = /[.;](?= |$)/.exec(text)
  if (!end) return { sentence: text, after: '' }
  return { sentence: text.slice(0, end.index), after: text.slice(end.index + 1) }
}

/** Any year does for texts that name none: only how long the period is matters. */
const isPeriod = (words: string): boolean => {
  const text = words.replace(leading, '').replace(/[).,:;\s]+$/, '')
  const { date, notes } = readDate(text, { defaultYear: '2001' })
  if (date.precision === 'unknown' || notes.some((note) => note.kind === 'remainder')) return false
  if (date.earliest === null || date.latest === null) return false
  return daysBetween(date.earliest, date.latest) >= 1
}
