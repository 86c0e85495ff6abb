import type { ImpreciseDate, Precision } from './imprecise-date.ts'

const ranks: Readonly<Record<Precision, number>> = {
  before: 0,
  exact: 1,
  approximate: 2,
  month: 3,
  season: 4,
  year: 5,
  range: 6,
  after: 7,
  unknown: 8,
}

const largestSequence = 999_999_999
const noDate = '~~~~-~~-~~'
const noTime = '--:--'

/**
 * The text by which entries sort, the same in SQL (binary collation) as here: start, precision, time, sequence.
 * The start is the earliest day; an open "before" starts at its last day and stands first among equals; an unknown date
 * stands last. Without a time comes before with a time. `sequence` is a whole number from 0 to 999,999,999 that keeps
 * equal dates in the order of their file. Requirements section 2: sort by earliest, then precision, then sequence.
 */
export const sortKey = (date: ImpreciseDate, sequence: number): string => {
  const place = Math.min(Math.max(Math.trunc(sequence) || 0, 0), largestSequence)
  return [
    date.earliest ?? date.latest ?? noDate,
    ranks[date.precision],
    date.time ?? noTime,
    String(place).padStart(9, '0'),
  ].join('|')
}

/** Chronological order, total and stable: negative, zero or positive as `sort` wants it. */
export const compareDates = (
  a: { readonly date: ImpreciseDate; readonly sequence: number },
  b: { readonly date: ImpreciseDate; readonly sequence: number },
): number => {
  const left = sortKey(a.date, a.sequence)
  const right = sortKey(b.date, b.sequence)
  return left < right ? -1 : left > right ? 1 : 0
}
