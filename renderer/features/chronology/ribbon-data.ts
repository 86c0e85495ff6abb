import type { EntryRow } from '../../../workspace/views.ts'

/** Entries of one agency counted by month; an entry of a longer span is shared over the months it can mean. */
export type RibbonLane = {
  readonly agencyId: string
  readonly agency: string
  readonly months: Readonly<Record<string, number>>
}

const monthsFrom = (first: string, last: string): readonly string[] => {
  const months: string[] = []
  let year = Number(first.slice(0, 4))
  let month = Number(first.slice(5, 7))
  const end = last.slice(0, 7)
  while (months.length < 600) {
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (key > end) break
    months.push(key)
    month = (month % 12) + 1
    if (month === 1) year += 1
  }
  return months
}

const shifted = (iso: string, months: number): string => {
  const [year = 0, month = 0] = iso.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}
const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)

/** How many entries lie before a month, each counted by its share. */
export const countBefore = (lanes: readonly RibbonLane[], month: string): number =>
  Math.round(
    lanes
      .flatMap((lane) => Object.entries(lane.months))
      .reduce((sum, [key, count]) => (key < month ? sum + count : sum), 0),
  )

export const bucketsOf = (rows: readonly EntryRow[]): readonly RibbonLane[] => {
  const lanes = new Map<string, { agencyId: string; agency: string; months: Record<string, number> }>()
  for (const row of rows) {
    const { earliest, latest } = row.date
    const first = earliest ?? latest
    const last = latest ?? earliest
    if (first === null || last === null) continue
    const lane = lanes.get(row.agencyId) ?? { agencyId: row.agencyId, agency: row.agency, months: {} }
    const months = monthsFrom(first, last)
    for (const month of months) lane.months[month] = (lane.months[month] ?? 0) + 1 / months.length
    lanes.set(row.agencyId, lane)
  }
  return [...lanes.values()]
}

/** Months drawn: the period under review and half a year either side where it is known, else all that any lane holds. */
export const monthsOf = (
  lanes: readonly RibbonLane[],
  period: { readonly start: string | null; readonly end: string | null },
): readonly string[] => {
  const all = lanes.flatMap((lane) => Object.keys(lane.months)).sort()
  const first = all[0]
  const last = all.at(-1)
  if (!first || !last) return []
  const from = period.start === null ? first : later(first, shifted(period.start, -6))
  const to = period.end === null ? last : earlier(last, shifted(period.end, 6))
  return from <= to ? monthsFrom(from, to) : monthsFrom(first, last)
}
