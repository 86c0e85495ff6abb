import type { ImpreciseDate } from '../domain/dates/imprecise-date.ts'
import { parseDate } from '../domain/dates/parse-date.ts'
import { dayInWords } from './ui/words.ts'

const monthYear = (iso: string): string => dayInWords(iso, true).replace(/^\d+ /, '')

const endsMonth = (iso: string): boolean => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return day === new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const spanOf = (earliest: string, latest: string): string => {
  const [year, month] = [earliest.slice(0, 4), earliest.slice(5, 7)]
  const sameYear = latest.startsWith(year)
  const wholeMonths = earliest.endsWith('-01') && endsMonth(latest)
  if (earliest === latest) return dayInWords(earliest, true)
  if (wholeMonths && sameYear) {
    if (month === '01' && latest.slice(5, 7) === '12') return year
    if (month === latest.slice(5, 7)) return monthYear(earliest)
    return `${monthYear(earliest).slice(0, 3)} to ${monthYear(latest)}`
  }
  if (wholeMonths) return `${monthYear(earliest)} to ${monthYear(latest)}`
  const first = dayInWords(earliest, true)
  if (earliest.slice(0, 7) === latest.slice(0, 7))
    return `${Number(earliest.slice(8))} to ${dayInWords(latest, true)}`
  return `${sameYear ? first.replace(/ \d{4}$/, '') : first} to ${dayInWords(latest, true)}`
}

export const isUncertain = (date: ImpreciseDate): boolean => date.precision !== 'exact'

/** A day that is clear but that somebody may want to check: two-digit years, day and month that could be swapped. */
export const isQueried = (date: ImpreciseDate): boolean => !isUncertain(date) && date.warnings.length > 0

/** What a written date can mean, in words: "3 Apr 2023, 14:30", "within Mar 2023", "on or before 30 Apr 2022". */
export const meaningOf = (date: ImpreciseDate): string => {
  const { earliest, latest, precision, time, timeEnd } = date
  const clock = time === undefined ? '' : `, ${time}${timeEnd === undefined ? '' : ` to ${timeEnd}`}`
  if (earliest === null && latest === null) return 'no date understood'
  if (earliest === null) return `on or before ${dayInWords(latest ?? '', true)}`
  if (latest === null) return `on or after ${dayInWords(earliest, true)}`
  const span = spanOf(earliest, latest)
  if (precision === 'exact') return `${span}${clock}`
  if (precision === 'range') return `${span}${clock}`
  return earliest === latest ? `about ${span}${clock}` : `within ${span}${clock}`
}

/** A day as people write it, `YYYY-MM-DD`; empty where it was not understood. */
export const dayFrom = (text: string, side: 'earliest' | 'latest'): string => parseDate(text)[side] ?? ''
