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

/** Every month from the first to the last that any lane holds. */
export const monthsOf = (lanes: readonly RibbonLane[]): readonly string[] => {
  const all = lanes.flatMap((lane) => Object.keys(lane.months)).sort()
  const first = all[0]
  const last = all.at(-1)
  return first && last ? monthsFrom(first, last) : []
}
