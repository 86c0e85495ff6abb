import { Temporal } from 'temporal-polyfill'

/** A stretch of whole days, both ends included, each `YYYY-MM-DD`. */
export type Span = { readonly from: string; readonly to: string }

/** The calendar day as `YYYY-MM-DD`, or null where the calendar has no such day (30 February, month 13). */
export const isoDay = (year: number, month: number, day: number): string | null => {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  if (day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const addDays = (iso: string, days: number): string =>
  Temporal.PlainDate.from(iso).add({ days }).toString()

/** Days since 1 March of the year 0, of a valid `YYYY-MM-DD`; years begin in March so that the leap day comes last. */
const dayNumber = (iso: string): number => {
  const month = (Number(iso.slice(5, 7)) + 9) % 12
  const year = Number(iso.slice(0, 4)) - (month > 9 ? 1 : 0)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * month + 2) / 5) + Number(iso.slice(8, 10)) - 1
}

/** Whole days from the first day to the second, both `YYYY-MM-DD`; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** ISO weekday: Monday is 1, Sunday is 7. */
export const weekdayOf = (iso: string): number => Temporal.PlainDate.from(iso).dayOfWeek

const day = (year: number, month: number, dayOfMonth: number): string =>
  Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }).toString()

/** Whole months from the first to the last; a last month above 12 runs into the next year. */
export const monthsSpan = (year: number, first: number, last: number): Span => {
  const endYear = year + Math.floor((last - 1) / 12)
  const endMonth = ((last - 1) % 12) + 1
  return { from: day(year, first, 1), to: day(endYear, endMonth, daysInMonth(endYear, endMonth)) }
}

/**
 * Easter Sunday of a Gregorian year.
 * Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8).
 */
export const easterSunday = (year: number): string => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return day(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/**
 * The day an Excel serial stands for. 1900 system: serial 1 is 1 January 1900 and the day 60 that never was is counted;
 * 1904 system: serial 0 is 1 January 1904. Source: ECMA-376 part 1, 18.17.4.1.
 */
export const serialToIso = (serial: number, system: 1900 | 1904): string =>
  system === 1904
    ? addDays('1904-01-01', Math.floor(serial))
    : addDays(serial < 60 ? '1899-12-31' : '1899-12-30', Math.floor(serial))

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export const monthName = (month: number): string => monthNames[month - 1] ?? `month ${month}`
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? `day ${weekday}`

/** A day as a British reader writes it: `4 March 2021`. */
export const writeDay = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${monthName(Number(iso.slice(5, 7)))} ${Number(iso.slice(0, 4))}`
