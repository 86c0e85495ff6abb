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

/** Words for a day beside the day of writing: how many days earlier it began and ended. */
const relative: readonly { readonly says: RegExp; readonly from: number; readonly to: number }[] = [
  { says: /\byesterday\b|\b(?:previous|preceding) day\b|\bday before\b/i, from: 1, to: 1 },
  { says: /\b(?:last|previous) (?:night|evening)\b|\bnight before\b|\bevening before\b/i, from: 1, to: 1 },
  { says: /\bovernight\b|\bduring the night\b|\bsmall hours\b|\bearly hours\b/i, from: 1, to: 0 },
]

/**
 * The days a text names, as spans: days in figures, days in words (the year nearest to the day of writing where none is
 * given), and words such as "yesterday" or "overnight", which count from `written` where that is a single day.
 */
export const daysNamedIn = (text: string, written: string | null): readonly Span[] => {
  const days = [...(text.match(figures) ?? []).map(inFigures), ...wordDays(text, written)].filter(
    (day) => day !== null,
  )
  const spans = [...new Set(days)].map((day): Span => ({ from: day, to: day }))
  if (written === null) return spans
  const near = relative.flatMap(({ says, from, to }): Span[] =>
    says.test(text) ? [{ from: addDays(written, -from), to: addDays(written, -to) }] : [],
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
