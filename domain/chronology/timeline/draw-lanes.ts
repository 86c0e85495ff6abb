import { dayMinutes, momentOf } from './moments.ts'
import type { Pen } from './pen.ts'
import { crisp, daysMarked } from './draw-axis.ts'
import { drawItem, drawUndated } from './draw-item.ts'
import { drawLabels } from './draw-labels.ts'
import { drawLinks } from './draw-links.ts'
import { drawPlates, drawSilences } from './draw-silences.ts'
import { itemsSeen, xOf, type Picture } from './picture.ts'
import { axisOf } from './ticks.ts'
import { stretchOf } from './view.ts'

/** All lanes with what is in them, from the top of the first; the tray of entries without a date stands right of them. */
export const drawLanes = (pen: Pen, picture: Picture): void => {
  const { lanes, laneHeight, width } = picture
  const box = { x: 0, y: 0, width, height: lanes.length * laneHeight }
  const seen = lanes.map((_, lane) => itemsSeen(picture, lane))
  pen.inside(box, () => {
    drawGround(pen, picture)
    drawSilences(pen, picture)
    for (const items of seen) for (const item of items) drawItem(pen, picture, item)
    seen.forEach((items, lane) => drawLabels(pen, picture, items, drawPlates(pen, picture, lane, items)))
    drawLinks(pen, picture)
  })
  drawUndated(pen, picture)
}

/** Weekends, what lies outside the period under review, the lines of the axis and between the lanes. */
const drawGround = (pen: Pen, picture: Picture): void => {
  const { view, width, unit, lanes, laneHeight, period } = picture
  const { from, to } = stretchOf(view, width)
  const height = lanes.length * laneHeight
  const shade = (left: number, right: number, opacity: number): void => {
    const x = Math.max(0, xOf(picture, left))
    const end = Math.min(width, xOf(picture, right))
    if (end > x) pen.fill({ x, y: 0, width: end - x, height }, { colour: 'sunken', opacity })
  }
  if (period !== null) {
    shade(from, period.from, 0.75)
    shade(period.to, to, 0.75)
  }
  if (dayMinutes / view.perPixel >= 12) {
    const first = Math.floor(from / dayMinutes)
    for (let day = first; day * dayMinutes < to; day += 1)
      if (momentOf(day * dayMinutes).weekday > 5) shade(day * dayMinutes, (day + 1) * dayMinutes, 0.6)
  }
  const axis = axisOf(from, to, view.perPixel, unit)
  for (const { from: at } of axis.fine)
    pen.line([crisp(xOf(picture, at)), 0], [crisp(xOf(picture, at)), height], { colour: 'line', width: 1 })
  for (const { from: at } of axis.coarse)
    pen.line([crisp(xOf(picture, at)), 0], [crisp(xOf(picture, at)), height], { colour: 'line-2', width: 1 })
  for (const { at, isBound } of daysMarked(picture)) {
    const x = crisp(xOf(picture, at))
    if (x < 0 || x > width) continue
    const stroke = isBound
      ? ({ colour: 'accent', width: 1.5 } as const)
      : ({ colour: 'ink-3', width: 1, dash: [2, 3] } as const)
    pen.line([x, 0], [x, height], stroke)
  }
  for (let lane = 1; lane <= lanes.length; lane += 1)
    pen.line([0, crisp(lane * laneHeight) - 1], [width, crisp(lane * laneHeight) - 1], {
      colour: 'line-2',
      width: 1,
    })
}
