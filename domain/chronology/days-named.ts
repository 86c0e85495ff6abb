import { addDays, daysBetween, isoDay, type Span } from '../dates/calendar.ts'
import { parseDate } from '../dates/parse-date.ts'

const figures = /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/g
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const inWords = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months})\b(?:,? (\d{4})\b)?`,
  'gi',
)
const monthOf = (word: string): number =>
  months.split('|').findIndex((month) => month.toLowerCase() === word.toLowerCase()) + 1

/** The part of a day that a text puts something in. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'
/** A day or days that a text names. */
export type NamedDays = Span & { readonly part?: DayPart }

/** Words for a day beside the day of writing: how many days earlier it began and ended, and in which part of the day. */
const relative: readonly {
  readonly says: RegExp
  readonly from: number
  readonly to: number
  readonly part?: DayPart
}[] = [
  {
    says: /\byesterday\b(?! (?:morning|afternoon|evening|night))|\b(?:previous|preceding) day\b|\bday before\b/i,
    from: 1,
    to: 1,
  },
  { says: /\byesterday morning\b|\bmorning before\b/i, from: 1, to: 1, part: 'morning' },
  { says: /\byesterday afternoon\b|\bafternoon before\b/i, from: 1, to: 1, part: 'afternoon' },
  {
    says: /\byesterday evening\b|\b(?:last|previous) evening\b|\bevening before\b/i,
    from: 1,
    to: 1,
    part: 'evening',
  },
  {
    says: /\byesterday night\b|\b(?:last|previous) night\b|\bnight before\b/i,
    from: 1,
    to: 0,
    part: 'night',
  },
  {
    says: /\bovernight\b|\bduring the night\b|\bsmall hours\b|\bearly hours\b/i,
    from: 1,
    to: 0,
    part: 'night',
  },
  { says: /\b(?:this|early (?:this )?) ?morning\b/i, from: 0, to: 0, part: 'morning' },
  { says: /\bthis afternoon\b/i, from: 0, to: 0, part: 'afternoon' },
  { says: /\b(?:this evening|tonight)\b/i, from: 0, to: 0, part: 'evening' },
]

/** Minutes after midnight that each part of a day can mean, generously: people are loose about where one ends. */
const minutesOf: Readonly<Record<DayPart, (minute: number) => boolean>> = {
  morning: (minute) => minute >= 240 && minute <= 780,
  afternoon: (minute) => minute >= 660 && minute <= 1140,
  evening: (minute) => minute >= 930,
  night: (minute) => minute >= 1020 || minute <= 540,
}

/** Whether something at a minute after midnight can be in the part of the day that was named. */
export const isInPart = (part: DayPart | undefined, minute: number | null): boolean =>
  part === undefined || minute === null || minutesOf[part](minute)

/**
 * The days a text names, as spans: days in figures, days in words (the year nearest to the day of writing where none is
 * given), and words such as "yesterday evening" or "overnight", which count from `written` where that is a single day.
 */
export const daysNamedIn = (text: string, written: string | null): readonly NamedDays[] => {
  const days = [...(text.match(figures) ?? []).map(inFigures), ...wordDays(text, written)].filter(
    (day) => day !== null,
  )
  const spans = [...new Set(days)].map((day): NamedDays => ({ from: day, to: day }))
  if (written === null) return spans
  const near = relative.flatMap(({ says, from, to, part }): NamedDays[] =>
    says.test(text)
      ? [
          {
            from: addDays(written, -from),
            to: addDays(written, -to),
            ...(part === undefined ? {} : { part }),
          },
        ]
      : [],
  )
  return [...spans, ...near]
}

const inFigures = (found: string): string | null => {
  const date = parseDate(found)
  return date.precision === 'exact' ? date.earliest : null
}

const wordDays = (text: string, written: string | null): readonly (string | null)[] =>
  [...text.matchAll(inWords)].map(([, day = '', month = '', year]) => {
    if (year !== undefined) return isoDay(Number(year), monthOf(month), Number(day))
    if (written === null) return null
    const own = Number(written.slice(0, 4))
    return [own - 1, own, own + 1]
      .flatMap((each) => isoDay(each, monthOf(month), Number(day)) ?? [])
      .reduce<string | null>(
        (best, each) => (best === null || distance(each, written) < distance(best, written) ? each : best),
        null,
      )
  })

const distance = (a: string, b: string): number => Math.abs(daysBetween(a, b))
