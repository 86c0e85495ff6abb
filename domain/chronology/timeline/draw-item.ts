import type { Item } from './item.ts'
import type { Box, Colour, Pen } from './pen.ts'
import { boxOf, trayWidth, type Picture } from './picture.ts'

/** One entry or heap in its lane. What is certain is solid; what is not is pale, and open where its end is. */
export const drawItem = (pen: Pen, picture: Picture, item: Item): void => {
  const box = boxOf(picture, item)
  const colour: Colour = `agency-${picture.lanes[item.lane]?.colour ?? 8}`
  const declared = item.entries.length === 1 && picture.declared.has(item.entries[0] ?? -1)
  if (item.shape === 'heap') {
    if (item.zone === 'points') drawHeap(pen, picture, item, box, colour)
    else drawStack(pen, picture, item, box, colour)
  } else drawShape(pen, declared ? 'none' : item.shape, box, colour, picture.unit)
  if (picture.open !== null && item.entries.includes(picture.open))
    pen.frame(grown(box, 2), { colour: 'accent', width: 2 }, 4)
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by + 1,
  width: width + 2 * by,
  height: height + 2 * by - 2,
})

/** The sign of one entry, by how surely its date is known; `none` is a statement that there was no contact. */
export const drawShape = (pen: Pen, shape: Item['shape'], box: Box, colour: Colour, unit: number): void => {
  const middle = box.y + box.height / 2
  // What is wide may hold words.
  const high = (box.width > 90 * unit ? 14 : 10) * unit
  const bar = { x: box.x, y: middle - high / 2, width: box.width, height: high }
  const cap = (x: number): void =>
    pen.line([x, middle - high / 2 - 1.5 * unit], [x, middle + high / 2 + 1.5 * unit], {
      colour,
      width: 2 * unit,
    })
  switch (shape) {
    case 'moment':
      return pen.dot([box.x + box.width / 2, middle], 5 * unit, { colour })
    case 'hours':
    case 'day':
      return pen.fill(bar, { colour, opacity: box.width > 40 * unit ? 0.85 : 1 }, 2 * unit)
    case 'span':
      pen.fill(bar, { colour, opacity: 0.24 })
      cap(box.x + 1)
      return cap(box.x + box.width - 1)
    case 'about': {
      const soft = Math.min(22 * unit, box.width / 2)
      pen.fade({ ...bar, width: soft }, colour, 0.03, 0.42)
      pen.fill(
        { ...bar, x: box.x + soft, width: Math.max(0, box.width - 2 * soft) },
        { colour, opacity: 0.42 },
      )
      return pen.fade({ ...bar, x: box.x + box.width - soft, width: soft }, colour, 0.42, 0.03)
    }
    case 'before':
      pen.fade(bar, colour, 0, 0.6)
      cap(box.x + box.width - 1)
      return arrow(pen, [box.x + 4 * unit, middle], -1, unit, colour)
    case 'after':
      pen.fade(bar, colour, 0.6, 0)
      cap(box.x + 1)
      return arrow(pen, [box.x + box.width - 4 * unit, middle], 1, unit, colour)
    case 'none':
      pen.fill(bar, { colour: 'sheet' })
      return pen.frame(bar, { colour, width: 1.25 * unit, dash: [4 * unit, 3 * unit] })
    case 'heap':
      return
  }
}

const arrow = (
  pen: Pen,
  [x, y]: readonly [number, number],
  way: 1 | -1,
  unit: number,
  colour: Colour,
): void => {
  const stroke = { colour, width: 1.5 * unit }
  pen.line([x - way * 4 * unit, y - 4 * unit], [x, y], stroke)
  pen.line([x - way * 4 * unit, y + 4 * unit], [x, y], stroke)
}

/** Many entries that cannot be told apart at this zoom: a column as high as they are many, with their number. */
const drawHeap = (pen: Pen, { unit, layout, width }: Picture, item: Item, box: Box, colour: Colour): void => {
  const lettering = { size: 11.5 * unit, strong: true }
  const count = item.entries.length
  const room = box.height - 13 * unit
  const height = Math.max(3 * unit, (room * count) / layout.highest)
  const base = box.y + box.height
  pen.fill(
    { x: box.x + 1.5, y: base - height, width: box.width - 3, height },
    { colour, opacity: 0.86 },
    1.5 * unit,
  )
  const words = count < 1_000 ? String(count) : `${(count / 1_000).toFixed(1)}k`
  // Where an edge cuts the column, its number stands over what is seen of it.
  const [left, right] = [Math.max(0, box.x), Math.min(width, box.x + box.width)]
  if (right - left < pen.measure(words, lettering)) return
  pen.write(words, [(left + right) / 2, base - height - 3 * unit], {
    ...lettering,
    colour: 'ink',
    align: 'centre',
  })
}

/** Many uncertain entries over one stretch: bars behind one another, with their number. */
const drawStack = (pen: Pen, { unit, width }: Picture, item: Item, box: Box, colour: Colour): void => {
  const middle = box.y + box.height / 2
  const bar = { x: box.x, y: middle - 5 * unit, width: box.width, height: 10 * unit }
  pen.fill({ ...bar, x: bar.x + 3 * unit, y: bar.y - 2.5 * unit }, { colour, opacity: 0.2 })
  pen.fill(bar, { colour: 'sheet' })
  pen.fill(bar, { colour, opacity: 0.3 })
  pen.frame(bar, { colour, width: 1 })
  const words = `${item.entries.length} entries`
  const left = Math.max(0, box.x)
  const right = Math.min(width, box.x + box.width)
  const lettering = { size: 11 * unit, strong: true }
  const said = [words, String(item.entries.length)].find(
    (one) => pen.measure(one, lettering) + 8 * unit <= right - left,
  )
  if (said !== undefined)
    pen.write(said, [left + 5 * unit, middle + 4 * unit], { ...lettering, colour: 'ink' })
}

/** Beside each lane, the entries of which no date was understood. */
export const drawUndated = (pen: Pen, picture: Picture): void => {
  const { layout, lanes, laneHeight, unit, width } = picture
  layout.lanes.forEach(({ undated }, lane) => {
    if (undated.length === 0) return
    const colour: Colour = `agency-${lanes[lane]?.colour ?? 8}`
    const box = undatedBox(picture, lane)
    pen.frame(box, { colour, width: 1.25, dash: [3, 3] }, 3 * unit)
    pen.write(String(undated.length), [box.x + box.width / 2, box.y + 14.5 * unit], {
      size: 12.5 * unit,
      strong: true,
      colour: 'ink',
      align: 'centre',
    })
  })
  const tray = trayWidth(picture)
  if (tray === 0) return
  for (let lane = 1; lane <= lanes.length; lane += 1) {
    const y = Math.round(lane * laneHeight) - 0.5
    pen.line([width, y], [width + tray, y], { colour: 'line-2', width: 1 })
  }
  pen.line([width + 0.5, 0], [width + 0.5, lanes.length * laneHeight], { colour: 'line-strong', width: 1 })
}

export const undatedBox = ({ width, laneHeight, unit }: Picture, lane: number): Box => ({
  x: width + 18 * unit,
  y: lane * laneHeight + laneHeight / 2 - 10 * unit,
  width: 40 * unit,
  height: 20 * unit,
})
