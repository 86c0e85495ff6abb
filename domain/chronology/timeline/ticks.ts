import { monthName, weekdayName } from '../../dates/calendar.ts'
import {
  clockOf,
  dayMinutes,
  hourMinutes,
  minuteAt,
  momentOf,
  shortMonth,
  shortWeekday,
  type Minute,
} from './moments.ts'

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** A division of the axis: so many of a unit, and the least distance in pixels at which its label still stands free. */
type Step = { readonly unit: Unit; readonly count: number; readonly least: number }

const steps: readonly Step[] = [
  { unit: 'minute', count: 15, least: 46 },
  { unit: 'hour', count: 1, least: 46 },
  { unit: 'hour', count: 3, least: 46 },
  { unit: 'hour', count: 6, least: 46 },
  { unit: 'day', count: 1, least: 26 },
  { unit: 'week', count: 1, least: 52 },
  { unit: 'month', count: 1, least: 38 },
  { unit: 'month', count: 3, least: 55 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count): Step => ({ unit: 'year', count, least: 46 })),
]

const minutesIn: Readonly<Record<Unit, number>> = {
  minute: 1,
  hour: hourMinutes,
  day: dayMinutes,
  week: 7 * dayMinutes,
  month: 28 * dayMinutes,
  year: 365 * dayMinutes,
}

/** A label of the axis, from longest to shortest wording; it belongs to the time from `from` up to `to`. */
export type Tick = { readonly from: Minute; readonly to: Minute; readonly labels: readonly string[] }

export type Axis = {
  /** What one of the finer divisions is, in the words people use: "3 months", "day". */
  readonly unit: Unit
  readonly count: number
  readonly fine: readonly Tick[]
  /** The longer divisions the finer ones stand in; none where the finer are years. */
  readonly coarse: readonly Tick[]
  /** Where divisions without a label begin, as fine as a hand could still tell apart. */
  readonly marks: readonly Minute[]
}

/** Pixels between two divisions that carry no label. */
const leastMark = 9

/**
 * The divisions of a stretch of time, in words people use: years, quarters, months, weeks from their Monday, days, hours and
 * quarters of an hour. `perPixel` is minutes a pixel; `size` how much larger than usual the text is.
 */
export const axisOf = (from: Minute, to: Minute, perPixel: number, size = 1): Axis => {
  const [fallback] = steps.slice(-1) as [Step]
  const finest = (least: (step: Step) => number): Step =>
    steps.find((one) => (minutesIn[one.unit] * one.count) / perPixel >= least(one)) ?? fallback
  const step = finest(({ least }) => least * size)
  const mark = finest(() => leastMark)
  const coarse = coarser(step.unit)
  return {
    unit: step.unit,
    count: step.count,
    fine: divide(from, to, step.unit, step.count, fineLabels),
    coarse: coarse === null ? [] : divide(from, to, coarse, 1, coarseLabels),
    marks: divide(from, to, mark.unit, mark.count, () => []).map((tick) => tick.from),
  }
}

const coarser = (unit: Unit): Unit | null => {
  switch (unit) {
    case 'minute':
    case 'hour':
      return 'day'
    case 'day':
    case 'week':
      return 'month'
    case 'month':
      return 'year'
    case 'year':
      return null
  }
}

/** Where the division that holds a minute begins. */
const floorTo = (at: Minute, unit: Unit, count: number): Minute => {
  const { year, month, weekday } = momentOf(at)
  switch (unit) {
    case 'minute':
    case 'hour':
    case 'day': {
      const size = minutesIn[unit] * count
      return Math.floor(at / size) * size
    }
    case 'week':
      return (Math.floor(at / dayMinutes) - (weekday - 1)) * dayMinutes
    case 'month':
      return minuteAt(year, Math.floor((month - 1) / count) * count + 1)
    case 'year':
      return minuteAt(Math.floor(year / count) * count, 1)
  }
}

const next = (at: Minute, unit: Unit, count: number): Minute => {
  const { year, month } = momentOf(at)
  if (unit === 'month') return minuteAt(year, month + count)
  if (unit === 'year') return minuteAt(year + count, 1)
  return at + minutesIn[unit] * count
}

type Label = (from: Minute, to: Minute, unit: Unit, count: number) => readonly string[]

const divide = (from: Minute, to: Minute, unit: Unit, count: number, labels: Label): readonly Tick[] => {
  const ticks: Tick[] = []
  for (let at = floorTo(from, unit, count); at < to;) {
    const end = next(at, unit, count)
    ticks.push({ from: at, to: end, labels: labels(at, end, unit, count) })
    at = end
  }
  return ticks
}

const fineLabels: Label = (at, _, unit, count) => {
  const { year, month, day, weekday } = momentOf(at)
  switch (unit) {
    case 'minute':
    case 'hour':
      return [clockOf(at)]
    case 'day':
      return [`${weekdayName(weekday)} ${day}`, `${shortWeekday(weekday)} ${day}`, String(day)]
    case 'week':
      return [`week of ${day} ${shortMonth(month)}`, `${day} ${shortMonth(month)}`]
    case 'month':
      return count === 1
        ? [monthName(month), shortMonth(month)]
        : [
            `${monthName(month)} to ${monthName(month + count - 1)}`,
            `${shortMonth(month)} to ${shortMonth(month + count - 1)}`,
            `${shortMonth(month)}–${shortMonth(month + count - 1)}`,
          ]
    case 'year':
      return [String(year)]
  }
}

const coarseLabels: Label = (at, _, unit) => {
  const { year, month, day, weekday } = momentOf(at)
  if (unit === 'day')
    return [
      `${weekdayName(weekday)} ${day} ${monthName(month)} ${year}`,
      `${shortWeekday(weekday)} ${day} ${shortMonth(month)} ${year}`,
      `${day} ${shortMonth(month)}`,
    ]
  if (unit === 'month')
    return [`${monthName(month)} ${year}`, `${shortMonth(month)} ${year}`, shortMonth(month)]
  return [String(year)]
}
