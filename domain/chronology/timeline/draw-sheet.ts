import { drawAxis } from './draw-axis.ts'
import { drawLanes } from './draw-lanes.ts'
import { drawLegend, onlySeen } from './draw-legend.ts'
import { fitting, type Pen } from './pen.ts'
import { axisHeight, laneHeightOf, measures, rowsIn, type Picture } from './picture.ts'
import type { Rows } from './item.ts'

/** A sheet of paper lying on its side, in pixels of 1/96 inch. */
export const papers = { a4: { width: 1123, height: 794 }, a3: { width: 1587, height: 1123 } } as const
export type Paper = keyof typeof papers

/** The lines around a timeline on paper. */
export type SheetWords = {
  readonly title: string
  readonly subtitle: string
  readonly marking: string
  readonly footer: string
}

const edge = 38
const head = 66
const gutter = 176
const foot = 84

/** Where a timeline lies on a sheet: its width in pixels of time, and the height of a lane; null where its lanes cannot be read so small. */
export const sheetPlan = (
  paper: Paper,
  lanes: number,
  hasUndated: boolean,
): { readonly width: number; readonly laneHeight: number; readonly rows: Rows } | null => {
  const { width, height } = papers[paper]
  const room = height - 2 * edge - head - axisHeight(1) - foot
  const laneHeight = Math.min(170, Math.floor(room / Math.max(1, lanes)))
  if (laneHeight < laneHeightOf({ points: 2, spans: 1 }, 1)) return null
  return {
    width: width - 2 * edge - gutter - (hasUndated ? measures.tray : 0),
    laneHeight,
    rows: rowsIn(laneHeight, 1),
  }
}

/** The same pen with everything moved to the right and down. */
const movedBy = (pen: Pen, dx: number, dy: number): Pen => ({
  fill: (box, ...rest) => pen.fill({ ...box, x: box.x + dx, y: box.y + dy }, ...rest),
  frame: (box, ...rest) => pen.frame({ ...box, x: box.x + dx, y: box.y + dy }, ...rest),
  line: ([x0, y0], [x1, y1], stroke) => pen.line([x0 + dx, y0 + dy], [x1 + dx, y1 + dy], stroke),
  curve: ([x0, y0], [x1, y1], stroke) => pen.curve([x0 + dx, y0 + dy], [x1 + dx, y1 + dy], stroke),
  polygon: (points, paint) =>
    pen.polygon(
      points.map(([x, y]) => [x + dx, y + dy]),
      paint,
    ),
  dot: ([x, y], ...rest) => pen.dot([x + dx, y + dy], ...rest),
  ring: ([x, y], ...rest) => pen.ring([x + dx, y + dy], ...rest),
  fade: (box, ...rest) => pen.fade({ ...box, x: box.x + dx, y: box.y + dy }, ...rest),
  hatch: (box, stroke, apart, from) =>
    pen.hatch({ ...box, x: box.x + dx, y: box.y + dy }, stroke, apart, from + dx),
  write: (words, [x, y], lettering) => pen.write(words, [x + dx, y + dy], lettering),
  measure: pen.measure,
  inside: (box, draw) => pen.inside({ ...box, x: box.x + dx, y: box.y + dy }, draw),
})

/** A timeline as a page to print: title, axis, lanes with their agencies, what the signs mean, and how it is to be treated. */
export const drawSheet = (pen: Pen, picture: Picture, paper: Paper, words: SheetWords): void => {
  const { width, height } = papers[paper]
  const wide = width - 2 * edge
  pen.write(fitting(pen, words.title, wide, { size: 21, strong: true }), [edge, edge + 20], {
    size: 21,
    strong: true,
    colour: 'ink',
  })
  pen.write(fitting(pen, words.subtitle, wide, { size: 13 }), [edge, edge + 42], {
    size: 13,
    colour: 'ink-2',
  })
  const top = edge + head
  drawAxis(movedBy(pen, edge + gutter, top), picture)
  const lanesTop = top + axisHeight(1)
  drawLanes(movedBy(pen, edge + gutter, lanesTop), picture)
  picture.lanes.forEach((_, lane) => drawLaneHead(pen, picture, lane, lanesTop))
  const bottom = lanesTop + picture.lanes.length * picture.laneHeight
  pen.line([edge, lanesTop], [edge + gutter, lanesTop], { colour: 'line-2', width: 1 })
  pen.line([edge + gutter, lanesTop], [edge + gutter, bottom], { colour: 'line-strong', width: 1 })
  drawLegend(movedBy(pen, edge, bottom + 8), onlySeen(picture), wide)
  const base = height - edge
  pen.line([edge, base - 15], [width - edge, base - 15], { colour: 'line-2', width: 1 })
  pen.write(fitting(pen, words.marking, wide * 0.66, { size: 11, strong: true }), [edge, base], {
    size: 11,
    strong: true,
    colour: 'ink-2',
  })
  pen.write(words.footer, [width - edge, base], { size: 11, colour: 'ink-2', align: 'right' })
}

/** Letter and name of an agency. */
const drawLaneHead = (pen: Pen, picture: Picture, lane: number, lanesTop: number): void => {
  const one = picture.lanes[lane]
  if (!one) return
  const y = lanesTop + lane * picture.laneHeight
  const lettering = { size: 13, strong: true }
  pen.fill({ x: edge, y: y + 9, width: 21, height: 21 }, { colour: `agency-${one.colour}` }, 3)
  pen.write(one.letter, [edge + 10.5, y + 24], { ...lettering, colour: 'on-agency', align: 'centre' })
  const room = gutter - 38
  linesOf(pen, one.name, room, lettering).forEach((words, n) =>
    pen.write(words, [edge + 29, y + 24 + n * 16], { ...lettering, colour: 'ink' }),
  )
  const last = y + picture.laneHeight - 1
  pen.line([edge, last], [edge + gutter, last], { colour: 'line-2', width: 1 })
}

/** A name in lines of whole words, three at most. */
const linesOf = (
  pen: Pen,
  name: string,
  room: number,
  lettering: { readonly size: number; readonly strong: boolean },
): readonly string[] => {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    const fits = lines.length > 0 && pen.measure(longer, lettering) <= room
    if (fits || lines.length === 3) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines.map((line) => fitting(pen, line, room, lettering))
}
