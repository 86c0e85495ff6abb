import { stickyMatch } from './clock.ts'
import {
  dayNumber,
  exp,
  gap,
  mark,
  month,
  notCut,
  notFive,
  readMonth,
  readYear,
  withYear,
  year,
} from './date-words.ts'
import type { PointMatch } from './point.ts'

const forms = {
  iso: exp(String.raw`([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)`),
  figures: exp(
    String.raw`(\d{1,2})${mark}(\d{1,2})${mark}(?:([12]\d{3})|(\d{2})(?!\d)${notFive})(?!\d)${notCut}`,
  ),
  dayMonthYear: exp(String.raw`${dayNumber}(?: day)?${gap}(?:of )?${month}(?:${gap}(?:in )?${year})?`),
  monthDayYear: exp(String.raw`${month} ?(?:the )?(\d{1,2})(st|nd|rd|th)?(?!\d)(?:,? ?([12]\d{3})(?!\d))?`),
  figuresDayMonth: exp(
    String.raw`(\d{1,2}) ?[-/.] ?(\d{1,2})(?!\d)(?! ?/ ?\d{1,2}(?:st|nd|rd|th)? ?[a-z])(?:\.(?= ?-))?`,
  ),
  dayAlone: exp(String.raw`${dayNumber}(?:\.(?= ?-))?`),
  compactYearFirst: exp(String.raw`((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)`),
  compactDayFirst: exp(String.raw`(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)`),
  serial: exp(String.raw`(\d{5}(?:\.\d+)?)(?!\d)`),
}

/** Days written out, in figures, compact or as a spreadsheet serial. */
export function* daysAt(text: string, at: number): Generator<PointMatch> {
  const take = (pattern: RegExp) => stickyMatch(pattern, text, at)
  const iso = take(forms.iso)
  if (iso?.[1])
    yield {
      end: at + iso[0].length,
      point: {
        kind: 'day',
        year: readYear(iso[1]),
        month: Number(iso[2]),
        day: Number(iso[3]),
        figures: false,
      },
    }
  for (const found of [take(forms.figures), take(forms.compactDayFirst)]) {
    const written = found?.[3] ?? found?.[4]
    if (found && written)
      yield {
        end: at + found[0].length,
        point: {
          kind: 'day',
          day: Number(found[1]),
          month: Number(found[2]),
          year: readYear(written),
          figures: true,
        },
      }
  }
  const compact = take(forms.compactYearFirst)
  if (compact?.[1])
    yield {
      end: at + compact[0].length,
      point: {
        kind: 'day',
        year: readYear(compact[1]),
        month: Number(compact[2]),
        day: Number(compact[3]),
        figures: false,
      },
    }
  const worded = take(forms.dayMonthYear)
  if (worded?.[2])
    yield {
      end: at + worded[0].length,
      point: {
        kind: 'day',
        day: Number(worded[1]),
        month: readMonth(worded[2]),
        ...withYear(worded[3]),
        figures: false,
      },
    }
  const monthFirst = take(forms.monthDayYear)
  if (monthFirst && (monthFirst[3] || monthFirst[4])) yield monthFirstDay(monthFirst, at)
  const noYear = take(forms.figuresDayMonth)
  if (noYear && Number(noYear[2]) <= 12)
    yield {
      end: at + noYear[0].length,
      point: { kind: 'day', day: Number(noYear[1]), month: Number(noYear[2]), figures: true },
    }
  const alone = take(forms.dayAlone)
  if (alone)
    yield { end: at + alone[0].length, point: { kind: 'day', day: Number(alone[1]), figures: false } }
  const serial = take(forms.serial)
  if (serial) yield { end: at + serial[0].length, point: { kind: 'serial', serial: Number(serial[1]) } }
}

const monthFirstDay = (found: RegExpExecArray, at: number): PointMatch => ({
  end: at + found[0].length,
  point: {
    kind: 'day',
    day: Number(found[2]),
    month: readMonth(found[1] ?? ''),
    ...withYear(found[4]),
    figures: false,
  },
})

/** "Dec 28": December 2028 is tried first, 28 December without a year last. */
export function* bareMonthDayAt(text: string, at: number): Generator<PointMatch> {
  const found = stickyMatch(forms.monthDayYear, text, at)
  if (found && !found[3] && !found[4]) yield monthFirstDay(found, at)
}
