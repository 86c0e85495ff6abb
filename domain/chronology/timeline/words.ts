import { monthName } from '../../dates/calendar.ts'
import type { Item } from './item.ts'
import { clockOf, dayMinutes, dayWords, momentOf, type Minute } from './moments.ts'
import type { Stretch } from './view.ts'

const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

const monthWords = (at: Minute): string => {
  const { year, month } = momentOf(at)
  return `${monthName(month)} ${year}`
}

/**
 * A stretch of time as people say it: "2016 to 2024", "March 2019 to June 2019", "4 March 2019 to 9 March 2019",
 * "5 March 2019, 09:00 to 17:00".
 */
export const stretchWords = ({ from, to }: Stretch): string => {
  const last = Math.max(from, to - 1)
  const days = (to - from) / dayMinutes
  const between = (words: (at: Minute) => string): string =>
    words(from) === words(last) ? words(from) : `${words(from)} to ${words(last)}`
  if (days > 6 * 366) return between((at) => String(momentOf(at).year))
  if (days > 92) return between(monthWords)
  if (days > 2) return between(dayWords)
  if (dayWords(from) === dayWords(last)) return `${dayWords(from)}, ${clockOf(from)} to ${clockOf(to)}`
  return `${dayWords(from)}, ${clockOf(from)} to ${dayWords(last)}, ${clockOf(to)}`
}

/** When something drawn was, in words: "5 March 2019, 14:30", "some time from 1 March 2019 to 31 March 2019". */
export const itemWords = ({ shape, from, to }: Pick<Item, 'shape' | 'from' | 'to'>): string => {
  const lastDay = dayWords(to > from ? to - 1 : to)
  const days = dayWords(from) === lastDay ? lastDay : `${dayWords(from)} to ${lastDay}`
  switch (shape) {
    case 'moment':
      return `${dayWords(from)}, ${clockOf(from)}`
    case 'hours':
      return `${dayWords(from)}, ${clockOf(from)} to ${clockOf(to)}`
    case 'day':
      return days
    case 'before':
      return `on or before ${lastDay}`
    case 'after':
      return `on or after ${dayWords(from)}`
    case 'about':
      return `about ${days}`
    case 'span':
      return `some time from ${days}`
    case 'heap':
      return days
    case 'none':
      return 'no date'
  }
}

export type Seen = {
  readonly entries: number
  readonly agencies: number
  readonly conflicts: number
  /** Days of each silence in sight. */
  readonly silences: readonly number[]
}

/** "42 entries from 3 agencies, March 2019 to June 2019, 2 conflicts, 1 silence of 94 days". */
export const summaryWords = ({ entries, agencies, conflicts, silences }: Seen, stretch: Stretch): string => {
  const longest = Math.max(0, ...silences)
  const days = counted(longest, 'day')
  return [
    `${counted(entries, 'entry', 'entries')} from ${counted(agencies, 'agency', 'agencies')}`,
    stretchWords(stretch),
    counted(conflicts, 'conflict'),
    silences.length === 0
      ? 'no silence'
      : silences.length === 1
        ? `1 silence of ${days}`
        : `${silences.length} silences, the longest of ${days}`,
  ].join(', ')
}
