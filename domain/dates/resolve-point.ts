import {
  addDays,
  daysInMonth,
  easterSunday,
  isoDay,
  monthName,
  monthsSpan,
  serialToIso,
  weekdayName,
  weekdayOf,
  writeDay,
} from './calendar.ts'
import type { Span } from './calendar.ts'
import { assertNever } from '../result.ts'
import type { Precision } from './imprecise-date.ts'
import type { Note } from './note.ts'
import type { Festival, Part, Point, YearText } from './point.ts'

export type Resolved = {
  readonly span: Span
  readonly precision: Precision
  readonly notes: readonly Note[]
  readonly time?: string
}
/** A point that names no day. `final` where no other reading of the same text may be tried. */
export type Unresolved = { readonly why: Note; readonly final: boolean }
export type Context = {
  readonly month?: number
  readonly year?: YearText
  readonly serialSystem: 1900 | 1904
}

export const isResolved = (value: Resolved | Unresolved): value is Resolved => 'span' in value

const unresolved = (kind: Note['kind'], text: string, final = false): Unresolved => ({
  why: { kind, text },
  final,
})
const noYear = unresolved('no-date', 'No year is given, and no year was set for the file.')

/** The span of days a point means, with the month and year it lacks taken from the context. */
export const resolvePoint = (point: Point, context: Context): Resolved | Unresolved => {
  if ('partTo' in point && point.partTo) {
    const { partTo, ...first } = point
    const from = resolvePoint(first, context)
    const to = resolvePoint({ ...first, part: partTo }, context)
    return isResolved(from) && isResolved(to)
      ? { ...from, span: { from: from.span.from, to: to.span.to } }
      : from
  }
  if (point.kind === 'serial') return resolveSerial(point.serial, context.serialSystem)
  if (point.kind === 'decade') {
    const span = { from: `${point.from}-01-01`, to: `${point.from + 9}-12-31` }
    return point.part ? made(decadePart(point.from, point.part), 'approximate', []) : made(span, 'range', [])
  }
  if (point.kind === 'years') return resolveYears(point.from, point.to, point.financial)
  const year = point.year ?? context.year
  if (!year) return noYear
  const notes = yearNotes(year)
  if (point.kind === 'day') return resolveDay(point, year, context, notes)
  if (point.kind === 'festival') return resolveFestival(point.festival, year.value, notes)
  if (point.kind === 'month' || point.kind === 'week-of-month') {
    if (point.month < 1 || point.month > 12)
      return unresolved('impossible', `There is no month ${point.month}.`)
    if (point.kind === 'week-of-month')
      return made(weekOfMonth(year.value, point.month, point.week), 'approximate', notes)
    return point.part
      ? made(partOfMonth(year.value, point.month, point.part), 'approximate', notes)
      : made(monthsSpan(year.value, point.month, point.month), 'month', notes)
  }
  if (point.kind === 'season') {
    const first = 3 + 3 * point.season
    if (!point.part) return made(monthsSpan(year.value, first, first + 2), 'season', notes)
    const at = first + partIndex(point.part)
    return made(
      at > 12 ? monthsSpan(year.value + 1, at - 12, at - 12) : monthsSpan(year.value, at, at),
      'approximate',
      notes,
    )
  }
  if (point.kind === 'quarter')
    return made(monthsSpan(year.value, 3 * point.quarter - 2, 3 * point.quarter), 'range', [
      ...notes,
      { kind: 'reading', text: 'The quarter was read as a quarter of the calendar year.' },
    ])
  if (point.kind === 'half-year')
    return made(monthsSpan(year.value, 6 * point.half - 5, 6 * point.half), 'range', notes)
  if (point.kind === 'year') {
    if (!point.part) return made(monthsSpan(year.value, 1, 12), 'year', notes)
    const first = 1 + 4 * partIndex(point.part)
    return made(monthsSpan(year.value, first, first + 3), 'approximate', notes)
  }
  return assertNever(point)
}

const made = (span: Span, precision: Precision, notes: readonly Note[]): Resolved => ({
  span,
  precision,
  notes,
})

const partIndex = (part: Part): number => (part === 'early' ? 0 : part === 'mid' ? 1 : 2)

/** Early is the 1st to the 10th, mid the 11th to the 20th, late the 21st to the end. */
const partOfMonth = (year: number, month: number, part: Part): Span => {
  const { from, to } = monthsSpan(year, month, month)
  if (part === 'early') return { from, to: addDays(from, 9) }
  return part === 'mid' ? { from: addDays(from, 10), to: addDays(from, 19) } : { from: addDays(from, 20), to }
}

const decadePart = (from: number, part: Part): Span => {
  const [first, last] = part === 'early' ? [0, 3] : part === 'mid' ? [4, 6] : [7, 9]
  return { from: `${from + first}-01-01`, to: `${from + last}-12-31` }
}

const weekOfMonth = (year: number, month: number, week: number): Span => {
  const { from, to } = monthsSpan(year, month, month)
  return week === 5
    ? { from: addDays(to, -6), to }
    : { from: addDays(from, 7 * week - 7), to: addDays(from, 7 * week - 1) }
}

const resolveYears = (from: number, to: number, financial: boolean): Resolved =>
  financial
    ? made({ from: `${from}-04-01`, to: `${to}-03-31` }, 'range', [
        { kind: 'reading', text: 'The financial year was read as 1 April to 31 March.' },
      ])
    : made({ from: `${from}-01-01`, to: `${to}-12-31` }, 'range', [
        {
          kind: 'reading',
          text: `Read as the whole of ${from} to ${to}; it may mean a financial or academic year.`,
        },
      ])

const yearNotes = (year: YearText): Note[] => {
  const notes: Note[] = []
  if (year.digits === 2)
    notes.push({ kind: 'two-digit-year', text: `The year has two digits and was read as ${year.value}.` })
  if (year.value < 1900 || year.value > 2100)
    notes.push({ kind: 'far-year', text: `The year ${year.value} is far away; check that it is meant.` })
  else if (year.digits === 2 && year.value >= 2060)
    notes.push({ kind: 'far-year', text: `The year may mean ${year.value - 100}; check which is meant.` })
  return notes
}

const resolveDay = (
  point: Extract<Point, { kind: 'day' }>,
  year: YearText,
  context: Context,
  notes: readonly Note[],
): Resolved | Unresolved => {
  const month = point.month ?? context.month
  if (month === undefined) return unresolved('no-date', 'Only a number is given, without a month.')
  const iso = isoDay(year.value, month, point.day)
  const complete = point.month !== undefined && point.year !== undefined
  if (iso === null) return unresolved('impossible', whyImpossible(point.day, month, year.value), complete)
  const all = [...notes]
  if (point.figures && point.day <= 12 && month <= 12 && point.day !== month)
    all.push({
      kind: 'ambiguous',
      text: `Day and month could be the other way round; read day first, as ${writeDay(iso)}.`,
    })
  if (point.weekday !== undefined && point.weekday !== weekdayOf(iso))
    all.push({
      kind: 'weekday',
      text: `${writeDay(iso)} is a ${weekdayName(weekdayOf(iso))}, not a ${weekdayName(point.weekday)}.`,
    })
  return made({ from: iso, to: iso }, 'exact', all)
}

const whyImpossible = (day: number, month: number, year: number): string => {
  if (month < 1 || month > 12) {
    const swapped = isoDay(year, day, month)
    const hint = swapped === null ? '' : ` If the month was written first, it is ${writeDay(swapped)}.`
    return `There is no month ${month}; dates are read day first.${hint}`
  }
  if (day < 1 || day > 31) return `There is no day ${day} in any month.`
  return `There is no ${day} ${monthName(month)}${day > 28 && month === 2 ? ` in ${year}` : ''}; ${monthName(month)} ${
    month === 2 ? `${year} ` : ''
  }has ${daysInMonth(year, month)} days.`
}

/** Feasts that last some days (Easter) are their bank-holiday days; named days are exact. */
const resolveFestival = (festival: Festival, year: number, notes: readonly Note[]): Resolved => {
  const one = (iso: string, precision: Precision): Resolved => made({ from: iso, to: iso }, precision, notes)
  switch (festival) {
    case 'christmas':
      return one(`${year}-12-25`, 'approximate')
    case 'christmas-day':
      return one(`${year}-12-25`, 'exact')
    case 'christmas-eve':
      return one(`${year}-12-24`, 'exact')
    case 'boxing-day':
      return one(`${year}-12-26`, 'exact')
    case 'new-year':
      return one(`${year}-01-01`, 'approximate')
    case 'new-years-day':
      return one(`${year}-01-01`, 'exact')
    case 'new-years-eve':
      return one(`${year}-12-31`, 'exact')
    case 'easter':
      return made(
        { from: addDays(easterSunday(year), -2), to: addDays(easterSunday(year), 1) },
        'approximate',
        notes,
      )
    case 'easter-sunday':
      return one(easterSunday(year), 'exact')
    case 'easter-monday':
      return one(addDays(easterSunday(year), 1), 'exact')
    case 'good-friday':
      return one(addDays(easterSunday(year), -2), 'exact')
    default:
      return assertNever(festival)
  }
}

/** A serial pins one day, so it is exact; that the system could be the other one is a doubt about reading, and a warning. */
const resolveSerial = (serial: number, system: 1900 | 1904): Resolved | Unresolved => {
  if (serial < 10_000 || serial > 73_050) return unresolved('not-understood', 'The number is not a date.')
  const iso = serialToIso(serial, system)
  const minutes = Math.round((serial - Math.floor(serial)) * 24 * 60)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return {
    ...made({ from: iso, to: iso }, 'exact', [
      {
        kind: 'serial',
        text: `The number was read as a spreadsheet date (${system} system), ${writeDay(iso)}; check it against the file.`,
      },
    ]),
    ...(minutes > 0 && minutes < 1440 ? { time } : {}),
  }
}
