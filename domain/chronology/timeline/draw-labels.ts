import type { Item } from './item.ts'
import { fitting, type Box, type Pen } from './pen.ts'
import { boxOf, type Picture } from './picture.ts'

/** Fewer letters than this tell nothing. */
const leastRoom = 84

/** Words beside what is drawn in a lane, as far as the row is free to the right, or inside a bar wide enough. */
export const drawLabels = (
  pen: Pen,
  picture: Picture,
  items: readonly Item[],
  plates: readonly Box[],
): void => {
  const { unit, width } = picture
  const lettering = { size: 12 * unit }
  const boxes = items.map((item) => boxOf(picture, item))
  const taken = [...boxes, ...plates].toSorted((a, b) => a.x - b.x)
  items.forEach((item, n) => {
    const box = boxes[n]
    if (!box || item.shape === 'heap' || item.entries.length !== 1) return
    // Words beside something that is out of sight would seem to belong to something else.
    if (box.x + box.width <= 0 || box.x >= width) return
    const words = picture.label(item.entries[0] ?? -1)
    if (words === null || words === '') return
    const seenLeft = Math.max(0, box.x)
    const seenRight = Math.min(width, box.x + box.width)
    const within = seenRight - seenLeft > leastRoom * unit
    const left = within ? seenLeft + 6 * unit : box.x + box.width + 8 * unit
    const room = within ? seenRight - left - 4 * unit : nextIn(taken, box, width) - left - 7 * unit
    if (left < 0 || (room < leastRoom * unit && pen.measure(words, lettering) > room)) return
    const said = fitting(pen, words, room, lettering)
    const isSolid = item.shape === 'day' || item.shape === 'hours'
    if (said !== '')
      pen.write(said, [left, box.y + box.height / 2 + 4.2 * unit], {
        ...lettering,
        colour: within && isSolid ? 'on-agency' : 'ink',
      })
  })
}

/** Where the next thing that stands at the height of a box begins. */
const nextIn = (taken: readonly Box[], box: Box, width: number): number => {
  const right = box.x + box.width
  const next = taken.find(
    (one) => one.x >= right - 1 && one.y < box.y + box.height && one.y + one.height > box.y,
  )
  return Math.min(width, next?.x ?? width)
}
