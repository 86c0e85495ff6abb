import { daysBetween, monthName, weekdayName } from '../../dates/calendar.ts'

/**
 * Whole minutes since 1 January 1970, 00:00, by the clock on the wall where the event was: chronologies name no time zone, and
 * a day of a timeline is always 1,440 of them.
 */
export type Minute = number

export const hourMinutes = 60
export const dayMinutes = 24 * hourMinutes

export type Moment = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** Monday is 1, Sunday is 7. */
  readonly weekday: number
}

/** The minute a day begins (`YYYY-MM-DD`), or its time of day (`HH:MM`). */
export const minuteOf = (iso: string, time?: string): Minute => {
  const day = daysBetween('1970-01-01', iso) * dayMinutes
  return time === undefined ? day : day + Number(time.slice(0, 2)) * hourMinutes + Number(time.slice(3, 5))
}

/** The minute a day begins; months and days may run over into the next year or month (`month` 13 is January). */
export const minuteAt = (year: number, month: number, day = 1, hour = 0): Minute => {
  const fullYear = year + Math.floor((month - 1) / 12)
  const fullMonth = ((((month - 1) % 12) + 12) % 12) + 1
  return (daysFromCivil(fullYear, fullMonth) + day - 1) * dayMinutes + hour * hourMinutes
}

/** Days from 1 January 1970 to the first of a month. Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
const daysFromCivil = (year: number, month: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

/** What calendar and clock say at a minute. The inverse of the algorithm above, from the same source. */
export const momentOf = (at: Minute): Moment => {
  const days = Math.floor(at / dayMinutes)
  const rest = at - days * dayMinutes
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(rest / hourMinutes),
    minute: Math.floor(rest % hourMinutes),
    weekday: ((((days + 3) % 7) + 7) % 7) + 1,
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The day a minute falls on, `YYYY-MM-DD`. */
export const isoDayOf = (at: Minute): string => {
  const { year, month, day } = momentOf(at)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** "14:05". */
export const clockOf = (at: Minute): string => {
  const { hour, minute } = momentOf(at)
  return `${two(hour)}:${two(minute)}`
}

export const shortMonth = (month: number): string => monthName(month).slice(0, 3)
export const shortWeekday = (weekday: number): string => weekdayName(weekday).slice(0, 3)

/** "5 March 2019". */
export const dayWords = (at: Minute): string => {
  const { year, month, day } = momentOf(at)
  return `${day} ${monthName(month)} ${year}`
}
