import { clockMatchesAt } from './clock.ts'
import type { ImpreciseDate } from './imprecise-date.ts'
import { longestDateText, normaliseDateText } from './normalise-text.ts'

/** A clock time as written: `time` and `timeEnd` are `HH:MM`. */
export type ParsedTime = {
  readonly time: string
  readonly timeEnd?: string
  readonly warnings: readonly string[]
}

const partOfDay =
  /^(?:in the |during the |at |over )?(?:early |late |mid-?)?(?:hours|morning|afternoon|evening|night|overnight|nighttime|lunch ?time|tea ?time|dinner ?time|breakfast|bed ?time|daytime|all day|am|pm|a\.m\.?|p\.m\.?|am\/pm|dawn|dusk|early hours|various(?: times)?)(?: hours)?$/

/** True for words that name a part of the day and no clock time: "evening", "early hours", "am". */
export const isPartOfDay = (text: string): boolean => partOfDay.test(normaliseDateText(text))

/**
 * Reads the text of a time column (`10pm`, `0410 hrs`, `11.30 – 12.15`, `12 noon`), or null where it holds no clock
 * time. The whole text must be a time; a part of the day ("evening") is not one.
 */
export const parseTime = (text: string): ParsedTime | null => {
  const normal = normaliseDateText(text)
  if (normal === '' || normal.length > longestDateText) return null
  for (const match of clockMatchesAt(normal, 0, true)) {
    if (match.end !== normal.length) continue
    return {
      time: match.time,
      ...(match.timeEnd === undefined ? {} : { timeEnd: match.timeEnd }),
      warnings: match.notes.map((note) => note.text),
    }
  }
  return null
}

/** True where a date cell holds only the empty midnight that spreadsheets and databases write behind a day. */
const isEmptyMidnight = (date: ImpreciseDate): boolean =>
  date.time === '00:00' && date.timeEnd === undefined && !/midnight|24[:.]?00/i.test(date.original)

/** The sentence about a time in the date cell that differs from the time column's, or null where they agree. */
export const differingTimes = (date: ImpreciseDate, time: ParsedTime): string | null =>
  date.time === undefined || date.time === time.time || isEmptyMidnight(date)
    ? null
    : `The date cell says ${date.time} and the time column ${time.time}; the date cell was used.`

/** The date with the time of its own column. A time inside the date cell that differs is kept, with a warning. */
export const combine = (date: ImpreciseDate, time: ParsedTime | null): ImpreciseDate => {
  if (time === null) return date
  const warnings = [...date.warnings, ...time.warnings]
  const differing = differingTimes(date, time)
  if (differing !== null) return { ...date, warnings: [...warnings, differing] }
  return {
    ...date,
    time: time.time,
    ...(time.timeEnd === undefined ? {} : { timeEnd: time.timeEnd }),
    warnings,
  }
}
