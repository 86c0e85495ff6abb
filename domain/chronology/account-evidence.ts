import { addDays, daysBetween } from '../dates/calendar.ts'
import { daysNamedIn, type DayPart } from './days-named.ts'
import { conceptsOf, isFollowUp, isOutgoing, withoutAskers, withoutPlans } from './event-concepts.ts'
import type { Account } from './propose-same-events.ts'
import { commonWords, stemOf, wordsOf } from './text-similarity.ts'

/** A stretch of days, both ends included, each counted from 1 January 2000: a number is cheap to compare. */
export type Days = { readonly from: number; readonly to: number }
export const dayOf = (iso: string): number => daysBetween('2000-01-01', iso)
export const isoOf = (day: number): string => addDays('2000-01-01', day)
export const meets = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to
export const daysApart = (a: Days, b: Days): number => Math.max(0, b.from - a.to, a.from - b.to)

/** Days that a text names, and the part of the day where it says one. */
export type NamedDay = Days & { readonly part?: DayPart }

/** What one account offers as evidence of which event it tells. */
export type Evidence = {
  readonly account: Account
  readonly own: Days
  /** Days that the text itself names, within reach of its own date. */
  readonly named: readonly NamedDay[]
  /** When what is told happened: the earlier days that a report names, else its own. */
  readonly happened: readonly Days[]
  /** The stretch in which another account of the same event may be dated. */
  readonly reach: Days
  /** Stems of the telling words, each with a word it stands for; stems of the author are kept apart. */
  readonly words: ReadonlyMap<string, string>
  readonly authors: ReadonlySet<string>
  /** Neighbouring telling words of one sentence, by their stems. */
  readonly phrases: ReadonlyMap<string, string>
  readonly concepts: ReadonlySet<number>
  /** Callings the writer belongs to, and those the text speaks of, by place in `callings`. */
  readonly writerCallings: ReadonlySet<number>
  readonly toldCallings: ReadonlySet<number>
  /** Callings with which the writer says to have spoken or exchanged letters; empty where that is not how it opens. */
  readonly partyCallings: ReadonlySet<number>
  readonly people: ReadonlySet<string>
  /** Minutes after midnight of the own date where that is one day. */
  readonly minute: number | null
  readonly manner: Manner
  /** The writer went or rang because of something that had happened. */
  readonly followUp: boolean
  readonly outgoing: boolean
}

/** Whether the writer was there (`visit` where it was a call at a place), or passes on what somebody else told. */
export type Manner = 'visit' | 'there' | 'report' | 'unknown'

/** Days that each date is widened by on both sides: agencies log an event on the day they hear of it. */
const widening = 1
/** A date that spans more days than this says too little to pair by. */
const longestSpan = 31
/** A day that lies further back than this is history, not the event the entry is about. */
const longestReport = 14

export const evidenceOf = (account: Account): Evidence | null => {
  const { earliest, latest, time } = account.date
  if (account.declaredNoContact || earliest === null || latest === null) return null
  const own = { from: dayOf(earliest), to: dayOf(latest) }
  if (own.to - own.from >= longestSpan) return null
  const written = earliest === latest ? earliest : null
  const named = daysNamedIn(account.text, written)
    .map(({ from, to, ...part }): NamedDay => ({ from: dayOf(from), to: dayOf(to), ...part }))
    .filter(({ from, to }) => own.from - from <= longestReport && to - own.to <= longestReport)
  const authors = tellingWords(account.author ?? '')
  const happened = withoutPlans(
    account.text,
    (clause) => /\d/.test(clause) && daysNamedIn(clause, written).some(({ from }) => from > latest),
  )
  const told = sentencesOf(withoutAskers(happened))
  const manner = mannerOf(account)
  const earlier = named.filter(({ from }) => from < own.from)
  return {
    account,
    own,
    named,
    happened: manner === 'report' && earlier.length > 0 ? earlier : [own],
    reach: {
      from: Math.min(own.from, ...named.map(({ from }) => from)) - widening,
      to: Math.max(own.to, ...named.map(({ to }) => to)) + widening,
    },
    words: new Map(told.flat()),
    authors: new Set(authors.flatMap(([stem, word]) => (offices.has(word) ? [] : [stem]))),
    phrases: phrasesOf(told),
    concepts: conceptsOf(happened),
    followUp: isFollowUp(account.text),
    outgoing: isOutgoing(account.text),
    writerCallings: callingsOf([account.author ?? '', account.agencyName ?? account.agency].join(' / ')),
    toldCallings: callingsOf(withoutAskers(account.text)),
    partyCallings: callingsOf(partyIn(account.text)),
    people: new Set(account.people ?? []),
    minute: written === null || time === undefined ? null : minuteOf(time),
    manner,
  }
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

type Word = readonly [stem: string, word: string]

const tellingWords = (text: string): readonly Word[] =>
  wordsOf(text).flatMap((word): Word[] =>
    (word.length > 2 || /^\d+$/.test(word)) && !commonWords.has(word) ? [[stemOf(word), word]] : [],
  )

/** Dates and times in figures are evidence of their own, not words. */
const figuresOfTime =
  /\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b\d{1,2}[:.]\d{2}(?: ?[ap]m)?\b|\b\d{1,2} ?[ap]m\b/gi

const sentencesOf = (text: string): readonly (readonly Word[])[] =>
  text
    .replace(figuresOfTime, ' ')
    .split(/[.;:!?]['’”")]?\s|\n/)
    .map(tellingWords)

const phrasesOf = (sentences: readonly (readonly Word[])[]): ReadonlyMap<string, string> => {
  const phrases = new Map<string, string>()
  for (const words of sentences)
    for (const [at, [stem, word]] of words.entries()) {
      const next = words[at + 1]
      if (next) phrases.set(`${stem} ${next[0]}`, `${word} ${next[1]}`)
    }
  return phrases
}

/** Words of an author's column that say what the person does; a name is what is left. */
const offices: ReadonlySet<string> = new Set(
  (
    'social worker manager team officer contact centre duty nurse district community practice doctor reception care carer ' +
    'coordinator ward unit staff sister sgt pcso call handler desk office housing hospital police surgery record ' +
    'department emergency repairs income discharge safeguarding lead chair service hours out crew control room clinic ' +
    'clinical therapy pharmacy pharmacist technician resource panel brokerage dietitian occupational therapist asset tenancy inspector sergeant constable consultant registrar not recorded unknown and'
  ).split(' '),
)

/** Who an account may speak of by calling alone. */
const callings: readonly RegExp[] = [
  /\b(?:police|officers?|PC|PCSO|DC|DS|Sgt|sergeant|constable)\b/,
  /\b(?:[Ss]ocial (?:worker|services|care)|ASC|[Cc]ouncil)\b/,
  /\b(?:Dr|doctor|Doctor|GP|[Ss]urgery|[Pp]ractice)\b/,
  /\b[Nn]urses?\b|\bDN\b|\bSister\b/,
  /\b(?:[Hh]ospital|[Ww]ard|ED|A&E|[Tt]rust|[Ee]mergency department)\b/,
  /\b(?:[Hh]ousing|[Ll]andlord|[Rr]epairs)\b/,
  /\b(?:[Aa]mbulance|[Pp]aramedics?|[Cc]rew)\b/,
  /\b(?:[Cc]arers?|[Pp]rovider|[Hh]ome ?care|[Cc]are agency)\b/,
  /\b[Ff]ire (?:service|crew|brigade|officers?)\b/,
]
const callingsOf = (text: string): ReadonlySet<number> =>
  new Set(callings.flatMap((says, index) => (says.test(text) ? [index] : [])))

const contactWith =
  /^\W*(?:(?:rang|telephoned|phoned|emailed|e-mailed|wrote to|spoke (?:to|with)) ([^.;:]{2,60}?)(?= (?:about|re|regarding|asking|to)\b|[.,;:]|$)|(?:(?:tele)?phone )?call from ([^.;:]{2,60}?)(?=[.,;:)]|$)|((?:[\p{L}'-]+ ){1,4})(?:rang|telephoned|phoned|emailed|e-mailed|writes|wrote)\b)/iu
/** With whom a contact was, where a text opens by saying so: "Rang council, spoke with …", "Call from ward", "Dr Y rang". */
const partyIn = (text: string): string => {
  const [, to, from, who] = contactWith.exec(text) ?? []
  return to ?? from ?? who ?? ''
}

const reportContact =
  /\b(?:information|letter|notification|e-?mail in|task|admin\w*|record|result|referral|voicemail|note)\b/i
const reportText =
  /\b(?:notified|notification|informed|told (?:by|us|that)|report(?:s|ed)? (?:that|by|from)|reports|report:|(?:ed|discharge|ambulance|clinic) (?:letter|summary)|rang to say|(?:copy|email|call|message|concern|referral|report) (?:of|from)|rang:|states|alleges|tells us)/i
const visitContact = /\b(?:visit|face to face|no access|repair)\b/i
const visitText = /\b(?:(?:home |welfare |joint |quality )?visit(?:ed)?|called (?:to|at|on)|welfare check)\b/i
const thereContact = /\b(?:ward|clinic|meeting|telephone|incident|outpatient)\b/i

/** Only the opening says how the writer knows; later sentences say whom the writer told. */
const opening = 70

const mannerOf = ({ contactType = '', text }: Account): Manner => {
  if (
    reportContact.test(contactType) ||
    (reportText.test(text.slice(0, opening)) && !visitContact.test(contactType))
  )
    return 'report'
  if (visitContact.test(contactType) || (contactType === '' && visitText.test(text))) return 'visit'
  return thereContact.test(contactType) ? 'there' : 'unknown'
}
