import { addDays, daysBetween, monthName, writeDay } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import { assertNever } from '../result.ts'

/** How a pack writes dates, with what that needs: Day 0, or by how many days everything is moved. */
export type DateWriting =
  | { readonly way: 'exact' | 'month' }
  | {
      readonly way: 'relative'
      readonly dayZero: string
      /** Days within a month of Day 0, else weeks. */ readonly byDay: boolean
    }
  | { readonly way: 'shifted'; readonly days: number }

/** The date as a pack lets it be read. A day that is not exact is never written as one. Source: requirements, section 5. */
export const shownDate = (date: ImpreciseDate, writing: DateWriting): string => {
  switch (writing.way) {
    case 'exact':
      return date.time && !date.original.includes(date.time)
        ? `${date.original}, ${date.time}`
        : date.original
    case 'month':
      return between(date, monthOf)
    case 'relative':
      return between(date, (day) => relativeTo(day, writing.dayZero, writing.byDay))
    case 'shifted':
      return shifted(date, writing.days)
    default:
      return assertNever(writing)
  }
}

export const monthOf = (iso: string): string => `${monthName(Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`

const between = ({ earliest, latest }: ImpreciseDate, write: (day: string) => string): string => {
  if (earliest && latest) {
    const [from, to] = [write(earliest), write(latest)]
    return from === to ? from : `${from} to ${to}`
  }
  if (latest) return `Before ${write(latest)}`
  return earliest ? `After ${write(earliest)}` : 'Undated'
}

/** “Day 0 −14 months”: whole months from Day 0, and below one month days or whole weeks. All are `YYYY-MM-DD`. */
export const relativeTo = (day: string, dayZero: string, byDay: boolean): string => {
  const days = daysBetween(dayZero, day)
  const sign = days < 0 ? '−' : '+'
  const months = wholeMonths(days < 0 ? day : dayZero, days < 0 ? dayZero : day)
  if (months > 0) return `Day 0 ${sign}${counted(months, 'month')}`
  if (days === 0 || byDay) return days === 0 ? 'Day 0' : `Day 0 ${sign}${counted(Math.abs(days), 'day')}`
  const weeks = Math.floor(Math.abs(days) / 7)
  return weeks === 0 ? 'Within a week of Day 0' : `Day 0 ${sign}${counted(weeks, 'week')}`
}

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const wholeMonths = (from: string, to: string): number => {
  const [fromYear, fromMonth, fromDay] = [from.slice(0, 4), from.slice(5, 7), from.slice(8)].map(Number)
  const [toYear, toMonth, toDay] = [to.slice(0, 4), to.slice(5, 7), to.slice(8)].map(Number)
  const months = ((toYear ?? 0) - (fromYear ?? 0)) * 12 + (toMonth ?? 0) - (fromMonth ?? 0)
  return (toDay ?? 0) < (fromDay ?? 0) ? months - 1 : months
}

/** As long as a month and its neighbours, in days: a longer stretch is written by the year of its middle. */
const aboutAMonth = 62

/**
 * Only a whole day is written as one. A stretch is written by its middle: its ends, moved, would show by how much, since a
 * month or a year begins on its first day.
 */
const shifted = ({ earliest, latest, precision }: ImpreciseDate, days: number): string => {
  if (!earliest || !latest) {
    const end = earliest ?? latest
    if (!end) return 'Undated'
    return `${earliest ? 'After' : 'Before'} about ${addDays(end, days).slice(0, 4)}`
  }
  if (earliest === latest && precision === 'exact') return writeDay(addDays(earliest, days))
  const length = daysBetween(earliest, latest)
  const middle = addDays(earliest, Math.floor(length / 2) + days)
  return `About ${length <= aboutAMonth ? monthOf(middle) : middle.slice(0, 4)}`
}
