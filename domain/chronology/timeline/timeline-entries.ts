import type { Precision } from '../../dates/imprecise-date.ts'
import { dayMinutes, minuteOf, type Minute } from './moments.ts'

/**
 * How an entry stands on a timeline. `moment`: a day and a time. `hours`: a day, from one time to another. `day`: a day without a
 * time. `span`: somewhere from one day to another. `about`: so too, and the ends are not sure either. `before`, `after`: one
 * end is open. `none`: no date understood.
 */
export const shapes = ['moment', 'hours', 'day', 'span', 'about', 'before', 'after', 'none'] as const
export type Shape = (typeof shapes)[number]

/** What of an entry a timeline needs. */
export type TimelineRow = {
  readonly id: string
  /** Which lane, counting from 0. */
  readonly lane: number
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: Precision
  readonly time: string | null
  readonly timeEnd: string | null
  readonly declaredNoContact: boolean
}

/**
 * The entries of a timeline as lists of equal length, in chronological order: small enough to hand over in one piece.
 * `from` is the first minute an entry can mean and `to` the end of the last; null where that side is open.
 */
export type TimelineEntries = {
  readonly ids: readonly string[]
  readonly lanes: readonly number[]
  readonly from: readonly (Minute | null)[]
  readonly to: readonly (Minute | null)[]
  /** Places in `shapes`. */
  readonly shapes: readonly number[]
  /** Which entries, counting from 0, state that there was no contact. */
  readonly declared: readonly number[]
}

type Place = { readonly shape: Shape; readonly from: Minute | null; readonly to: Minute | null }

/** Where a date stands, and as what. Requirements section 2: an uncertain date is a span, never an invented day. */
export const placeOf = ({
  earliest,
  latest,
  precision,
  time,
  timeEnd,
}: Pick<TimelineRow, 'earliest' | 'latest' | 'precision' | 'time' | 'timeEnd'>): Place => {
  if (earliest === null && latest === null) return { shape: 'none', from: null, to: null }
  if (earliest === null) return { shape: 'before', from: null, to: minuteOf(latest ?? '') + dayMinutes }
  if (latest === null) return { shape: 'after', from: minuteOf(earliest), to: null }
  const isOneDay = earliest === latest
  const unsure = precision === 'approximate'
  if (!isOneDay || time === null) {
    const shape = unsure ? 'about' : isOneDay && precision === 'exact' ? 'day' : 'span'
    return { shape, from: minuteOf(earliest), to: minuteOf(latest) + dayMinutes }
  }
  const from = minuteOf(earliest, time)
  if (timeEnd === null || timeEnd === time) return { shape: unsure ? 'about' : 'moment', from, to: from }
  const end = minuteOf(earliest, timeEnd)
  // "22:00 to 02:00" ends on the next day.
  return { shape: unsure ? 'about' : 'hours', from, to: end < from ? end + dayMinutes : end }
}

/** Lists the entries of a timeline; `rows` come in chronological order. */
export const timelineEntriesOf = (rows: Iterable<TimelineRow>): TimelineEntries => {
  const ids: string[] = []
  const lanes: number[] = []
  const from: (Minute | null)[] = []
  const to: (Minute | null)[] = []
  const codes: number[] = []
  const declared: number[] = []
  for (const row of rows) {
    const place = placeOf(row)
    if (row.declaredNoContact) declared.push(ids.length)
    ids.push(row.id)
    lanes.push(row.lane)
    from.push(place.from)
    to.push(place.to)
    codes.push(shapes.indexOf(place.shape))
  }
  return { ids, lanes, from, to, shapes: codes, declared }
}

export const shapeOf = (entries: TimelineEntries, entry: number): Shape =>
  shapes[entries.shapes[entry] ?? -1] ?? 'none'

/** The first and the last minute anything on the timeline can mean; null where nothing is dated. */
export const extentOf = (entries: TimelineEntries): { readonly from: Minute; readonly to: Minute } | null => {
  let [from, to] = [Infinity, -Infinity]
  for (let entry = 0; entry < entries.ids.length; entry += 1) {
    const begins = entries.from[entry] ?? entries.to[entry] ?? null
    const ends = entries.to[entry] ?? begins
    if (begins === null || ends === null) continue
    if (begins < from) from = begins
    if (ends > to) to = ends
  }
  return from <= to ? { from, to } : null
}
