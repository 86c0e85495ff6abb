import type { DensityView } from '../../../workspace/views.ts'
import { counted, dayInWords } from '../../ui/words.ts'

type Counts = DensityView['months']

const monthsFrom = (first: string, last: string): readonly string[] => {
  const months: string[] = []
  for (
    let month = first.slice(0, 7);
    month <= last.slice(0, 7) && months.length < 600;
    month = shifted(month, 1)
  )
    months.push(month)
  return months
}

const shifted = (iso: string, months: number): string => {
  const [year = 0, month = 0] = iso.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}
const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)

export const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}

/** How many entries lie before a month, each counted by its share. */
export const countBefore = (counts: Counts, first: string): number =>
  Math.round(counts.reduce((sum, { month, entries }) => (month < first ? sum + entries : sum), 0))

/** Months drawn: the period under review and half a year either side where it is known, else all that any agency holds. */
export const monthsOf = (
  counts: Counts,
  period: { readonly start: string | null; readonly end: string | null },
): readonly string[] => {
  const all = counts.map(({ month }) => month).sort()
  const first = all[0]
  const last = all.at(-1)
  if (!first || !last) return []
  const from = period.start === null ? first : later(first, shifted(period.start, -6))
  const to = period.end === null ? last : earlier(last, shifted(period.end, 6))
  return from <= to ? monthsFrom(from, to) : monthsFrom(first, last)
}

/** Where a day lies among the months drawn, 0 to their number; before and after them, at their ends. */
export const placeOf = (day: string, months: readonly string[]): number => {
  const at = months.indexOf(day.slice(0, 7))
  if (at === -1) return day < (months[0] ?? '') ? 0 : months.length
  const length = Number(lastDay(day.slice(0, 7)).slice(8))
  return at + (Number(day.slice(8)) - 1) / length
}

type AgencyGap = DensityView['gaps'][number]

const declaredWords = ({ declared, undeclaredDays }: AgencyGap): string => {
  if (declared === 'none') return ''
  if (declared === 'whole') return ', stated as no contact'
  return `, stated as no contact but for ${counted(undeclaredDays, 'day')}`
}

/** "4 Nov 2021 to 28 Feb 2022, 117 days". */
export const gapInWords = (gap: AgencyGap): string =>
  `${dayInWords(gap.from, true)} to ${dayInWords(gap.to, true)}, ${counted(gap.days, 'day')}${declaredWords(gap)}`
