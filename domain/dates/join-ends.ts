import type { Endpoint } from './endpoint.ts'
import type { ImpreciseDate } from './imprecise-date.ts'
import type { Note } from './note.ts'
import type { YearText } from './point.ts'
import { isResolved, resolvePoint } from './resolve-point.ts'
import type { Resolved, Unresolved } from './resolve-point.ts'

export type ReadOptions = { readonly defaultYear?: string; readonly serialSystem?: 1900 | 1904 }
export type Reading = Omit<ImpreciseDate, 'original' | 'warnings'> & { readonly notes: readonly Note[] }

export const failed = (kind: Note['kind'], text: string): Unresolved => ({
  why: { kind, text },
  final: false,
})
export const notUnderstood = failed('not-understood', 'The date was not understood.')

const defaultYearOf = (options: ReadOptions): YearText | undefined =>
  options.defaultYear !== undefined && /^[12]\d{3}$/.test(options.defaultYear)
    ? { value: Number(options.defaultYear), digits: 4 }
    : undefined

/** Resolves the points from the last to the first, each lending its month and year to the one before it. */
export const resolveEnds = (
  ends: readonly Endpoint[],
  options: ReadOptions,
): readonly Resolved[] | Unresolved => {
  const points = ends.map((end) => end.point)
  const years = points.map((point) => ('year' in point ? point.year : undefined))
  const fallback = defaultYearOf(options)
  const anyYear = years.findLast((year) => year !== undefined)
  const days = points.filter((point) => point.kind === 'day')
  if (points.some((point) => point.kind === 'day' && point.month === undefined)) {
    if (days.length !== points.length) return notUnderstood
    const last = days.at(-1)
    if (last?.month === undefined) return failed('no-date', 'Only a number is given, without a month.')
  }
  if (days.some((day) => day.figures && !day.year) && points.some(isMonthInFigures)) return notUnderstood
  const resolved: Resolved[] = []
  let year: YearText | undefined
  let month: number | undefined
  for (let index = points.length - 1; index >= 0; index--) {
    const point = points[index]
    if (!point) continue
    const context = year ?? anyYear ?? fallback
    const result = resolvePoint(point, {
      ...(context ? { year: context } : {}),
      ...(month === undefined ? {} : { month }),
      serialSystem: options.serialSystem ?? 1900,
    })
    if (!isResolved(result)) return result
    const lacksYear = 'year' in point ? point.year === undefined : !hasOwnYear(point.kind)
    const notes: Note[] = [...result.notes]
    if (lacksYear && !anyYear && context)
      notes.push({ kind: 'default-year', text: `No year is given; ${context.value} was taken.` })
    resolved.unshift(
      lacksYear
        ? { ...result, notes: notes.filter((note) => anyYear === undefined || !isYearNote(note)) }
        : { ...result, notes },
    )
    year = years[index] ?? year
    if (point.kind === 'day') month = point.month ?? month
  }
  return resolved
}

/** "04-06/03/21" holds no June: a day without its year and a month in figures are one date cut in the wrong place. */
const isMonthInFigures = (point: Endpoint['point']): boolean =>
  point.kind === 'month' && point.figures === true

const isYearNote = (note: Note): boolean => note.kind === 'two-digit-year' || note.kind === 'far-year'
const hasOwnYear = (kind: Endpoint['point']['kind']): boolean =>
  kind === 'decade' || kind === 'years' || kind === 'serial'

const clockOf = (end: Endpoint | undefined, resolved: Resolved | undefined) => ({
  time: end?.clock?.time ?? resolved?.time,
  timeEnd: end?.clock?.timeEnd,
})

/** One point stays as it is; several become the span from the first to the last. */
export const joinEnds = (ends: readonly Endpoint[], resolved: readonly Resolved[]): Reading | Unresolved => {
  const first = resolved[0]
  const last = resolved.at(-1)
  if (!first || !last) return notUnderstood
  const notes = uniqueNotes([
    ...resolved.flatMap((r) => r.notes),
    ...ends.flatMap((e) => [...e.notes, ...(e.clock?.notes ?? [])]),
  ])
  const start = clockOf(ends[0], first)
  const stop = clockOf(ends.at(-1), last)
  if (resolved.length === 1)
    return {
      earliest: first.span.from,
      latest: first.span.to,
      precision: first.precision,
      ...(start.time === undefined ? {} : { time: start.time }),
      ...(start.timeEnd === undefined ? {} : { timeEnd: start.timeEnd }),
      notes,
    }
  if (lacksMonth(ends[0]) && first.span.from > last.span.to)
    return failed('not-understood', 'The first day has no month and comes after the last.')
  const acrossNewYear = lacksYear(ends[0]) && first.span.from > last.span.to
  const from = acrossNewYear ? shiftYear(first.span.from, -1) : first.span.from
  const spans = resolved.slice(1).map((r) => r.span)
  if (from > last.span.to && lacksYear(ends.at(-1)))
    return failed('not-understood', 'The second date of the range has no year and comes before the first.')
  const earliest = [from, ...spans.map((span) => span.from)].reduce((a, b) => (b < a ? b : a))
  const latest = [...(acrossNewYear ? [] : [first.span.to]), ...spans.map((span) => span.to)].reduce(
    (a, b) => (b > a ? b : a),
  )
  const extra: Note[] = []
  if (acrossNewYear)
    extra.push({
      kind: 'reading',
      text: `The first date has no year; ${from.slice(0, 4)} was taken, the year before the second.`,
    })
  else if (first.span.from > last.span.from)
    extra.push({ kind: 'order', text: 'The range ends before it begins; the whole span was taken.' })
  if (resolved.length > 2)
    extra.push({
      kind: 'reading',
      text: 'Several days are listed; the span from the first to the last was taken.',
    })
  return {
    earliest,
    latest,
    precision: 'range',
    ...(start.time === undefined ? {} : { time: start.time }),
    ...(stop.time === undefined || start.time === undefined ? {} : { timeEnd: stop.time }),
    notes: [...notes, ...extra],
  }
}

const lacksYear = (end: Endpoint | undefined): boolean =>
  end !== undefined && !hasOwnYear(end.point.kind) && (!('year' in end.point) || end.point.year === undefined)

const lacksMonth = (end: Endpoint | undefined): boolean =>
  end?.point.kind === 'day' && end.point.month === undefined

const shiftYear = (iso: string, years: number): string => {
  const moved = `${String(Number(iso.slice(0, 4)) + years).padStart(4, '0')}${iso.slice(4)}`
  return moved.endsWith('-02-29') ? `${moved.slice(0, 4)}-02-28` : moved
}

const uniqueNotes = (notes: readonly Note[]): Note[] =>
  notes.filter((note, index) => notes.findIndex((other) => other.text === note.text) === index)
