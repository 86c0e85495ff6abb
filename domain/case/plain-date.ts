import { daysInMonth, isoDay } from '../dates/calendar.ts'

/** Calendar arithmetic on `YYYY-MM-DD` strings in the proleptic Gregorian calendar; no clock and no time zone. */

const parts = (date: string): readonly [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]

/** Whether the text is a `YYYY-MM-DD` date that exists. */
export const isCalendarDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(...parts(text)) !== null

/** The corresponding date `months` later; where that month has no such day, its last day (31 August + 6 is 28 or 29 February). */
export const addMonths = (date: string, months: number): string => {
  const [year, month, day] = parts(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  const later = isoDay(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
  if (later === null) throw new RangeError('The calendar ends with the year 9999.')
  return later
}

/** Age in completed years on a date; a 29 February birthday is reached on 1 March in other years. */
export const ageOn = (dateOfBirth: string, on: string): number => {
  const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return on.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}
