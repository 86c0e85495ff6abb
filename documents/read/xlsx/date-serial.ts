export type DateSystem = 1900 | 1904

/** A serial taken apart. `day` is absent where the serial holds no day (below 1 in the 1900 system). */
export type SerialMoment = {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** 0 is Sunday. */
  readonly weekday?: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const dayMs = 86_400_000
const lastSerial = { 1900: 2_958_465, 1904: 2_957_003 } as const

/** Days from 1 January 1970 for a whole serial; undefined for 0 and for 60, the day Excel's 1900 system invents. */
const unixDay = (serial: number, system: DateSystem): number | undefined => {
  if (system === 1904) return serial - 24_107
  if (serial === 0 || serial === 60) return undefined
  return serial - (serial < 60 ? 25_568 : 25_569)
}

/**
 * Takes a date serial apart, rounded to the second, so that 14:29:59.999 is 14:30 and 14:29:45 stays 14:29 as shown.
 * Undefined where the serial is no date (negative, or after the year 9999).
 * In the 1900 system serial 60 is 29 February 1900, a day that never was: its day is given but is not a date.
 * Source: ISO/IEC 29500-1 section 18.17.4.1.
 */
export const momentOf = (serial: number, system: DateSystem): SerialMoment | undefined => {
  const seconds = Math.round(serial * 86_400)
  const whole = Math.floor(seconds / 86_400)
  if (!Number.isFinite(serial) || serial < 0 || whole > lastSerial[system]) return undefined
  const inDay = seconds - whole * 86_400
  const time = { hour: Math.floor(inDay / 3600), minute: Math.floor(inDay / 60) % 60, second: inDay % 60 }
  const days = unixDay(whole, system)
  if (days === undefined) return time
  const date = new Date(days * dayMs)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    ...time,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `HH:MM` of a serial shown as a date, date and time, or time; undefined where none. */
export const isoOf = (
  serial: number,
  system: DateSystem,
  shows: { readonly date: boolean; readonly time: boolean },
): string | undefined => {
  const moment = momentOf(serial, system)
  if (moment === undefined) return undefined
  const time = `${two(moment.hour)}:${two(moment.minute)}`
  if (!shows.date) return time
  if (moment.year === undefined) return shows.time && serial < 1 ? time : undefined
  const date = `${String(moment.year).padStart(4, '0')}-${two(moment.month!)}-${two(moment.day!)}`
  return shows.time ? `${date}T${time}` : date
}
