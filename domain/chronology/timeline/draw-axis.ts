import { minuteOf } from './moments.ts'
import { fitting, type Pen } from './pen.ts'
import { axisHeight, measures, trayWidth, xOf, type Picture } from './picture.ts'
import { axisOf, type Tick } from './ticks.ts'
import { stretchOf } from './view.ts'

/** The divisions of time above the lanes: the longer in the upper row, the finer below, then the key dates of the case. */
export const drawAxis = (pen: Pen, picture: Picture): void => {
  const { unit, width, view } = picture
  const { from, to } = stretchOf(view, width)
  const axis = axisOf(from, to, view.perPixel, unit)
  const tier = measures.axisTier * unit
  pen.inside({ x: 0, y: 0, width, height: 2 * tier }, () => {
    for (const at of axis.marks) {
      const x = crisp(xOf(picture, at))
      pen.line([x, 2 * tier - 4 * unit], [x, 2 * tier], { colour: 'line-strong', width: 1, opacity: 0.6 })
    }
    for (const tick of axis.fine) {
      const x = crisp(xOf(picture, tick.from))
      pen.line([x, 2 * tier - 10 * unit], [x, 2 * tier], { colour: 'line-strong', width: 1 })
    }
    for (const tick of axis.coarse) {
      const x = crisp(xOf(picture, tick.from))
      // Weeks run on from month to month.
      const end = axis.unit === 'week' ? tier : 2 * tier
      pen.line([x, 3 * unit], [x, end], { colour: 'line-strong', width: 1 })
    }
    writeTicks(pen, picture, axis.fine, 1.62 * tier, axis.coarse.length === 0)
    writeTicks(pen, picture, axis.coarse, 0.72 * tier, true)
  })
  pen.line([0, crisp(2 * tier)], [width, crisp(2 * tier)], { colour: 'line-strong', width: 1 })
  drawKeyDates(pen, picture, 2 * tier)
  const tray = trayWidth(picture)
  if (tray === 0) return
  pen.line([width + 0.5, 3 * unit], [width + 0.5, axisHeight(unit)], { colour: 'line-strong', width: 1 })
  pen.write('No date', [width + tray / 2, 1.62 * tier], {
    size: 12.5 * unit,
    colour: 'ink-2',
    align: 'centre',
  })
}

/** Half a pixel off, so that a line one pixel wide fills one row of them. */
export const crisp = (at: number): number => Math.round(at) + 0.5

/** Writes a row of divisions, all in the longest wording that fits each; what is cut by an edge stays in sight or gives way. */
const writeTicks = (pen: Pen, picture: Picture, ticks: readonly Tick[], y: number, strong: boolean): void => {
  const { unit, width } = picture
  const lettering = { size: 12.5 * unit, strong }
  const placed = ticks.map((tick) => {
    const [begins, ends] = [xOf(picture, tick.from), xOf(picture, tick.to)]
    const left = Math.max(0, begins) + 6 * unit
    const room = Math.min(ends, width) - left - 3 * unit
    const fits = tick.labels.findIndex((label) => pen.measure(label, lettering) <= room)
    return { tick, left, room, fits, isWhole: begins >= 0 && ends <= width }
  })
  const wording = Math.max(0, ...placed.map(({ isWhole, fits }) => (isWhole ? fits : 0)))
  for (const { tick, left, room, fits } of placed) {
    const words = tick.labels[fits === -1 ? tick.labels.length : Math.max(fits, wording)]
    if (words === undefined || pen.measure(words, lettering) > room) continue
    pen.write(words, [left, y], { ...lettering, colour: strong ? 'ink' : 'ink-2' })
  }
}

/** Key dates and the bounds of the period, each with its words as far as there is room before the next. */
export const drawKeyDates = (pen: Pen, picture: Picture, top: number): void => {
  const { unit, width } = picture
  const lettering = { size: 11.5 * unit }
  const all = daysMarked(picture)
    .map((one) => ({ ...one, x: xOf(picture, one.at) }))
    .filter(({ x }) => x > -1 && x < width)
  all.forEach(({ x, what, isBound }, n) => {
    const next = all[n + 1]?.x ?? width
    const y = top + 8 * unit
    const colour = isBound ? 'accent' : 'ink-2'
    pen.polygon(
      [
        [x - 4 * unit, y],
        [x + 4 * unit, y],
        [x, y + 7 * unit],
      ],
      { colour },
    )
    const words = fitting(pen, what, next - x - 14 * unit, lettering)
    if (words !== '') pen.write(words, [x + 8 * unit, top + 15.5 * unit], { ...lettering, colour })
  })
}

/** Days marked across all lanes, in order. */
export const daysMarked = ({
  period,
  keyDates,
}: Pick<Picture, 'period' | 'keyDates'>): readonly {
  readonly what: string
  readonly at: number
  readonly isBound: boolean
}[] =>
  [
    ...(period === null
      ? []
      : [
          { what: 'Period under review begins', at: period.from, isBound: true },
          { what: 'Period under review ends', at: period.to, isBound: true },
        ]),
    ...keyDates.map(({ what, date }) => ({ what, at: minuteOf(date), isBound: false })),
  ].sort((a, b) => a.at - b.at)
