import type { Item } from './item.ts'
import { fitting, type Pen } from './pen.ts'
import { boxOf, type Picture } from './picture.ts'

/** Words beside what is drawn in a lane, as far as the row is free to the right, or inside a bar wide enough. */
export const drawLabels = (pen: Pen, picture: Picture, items: readonly Item[]): void => {
  const { unit, width } = picture
  const lettering = { size: 12 * unit }
  const ends = rowEnds(picture, items)
  for (const item of items) {
    if (item.shape === 'heap' || item.entries.length !== 1) continue
    const words = picture.label(item.entries[0] ?? -1)
    if (words === null || words === '') continue
    const box = boxOf(picture, item)
    const base = box.y + box.height / 2 + 4.2 * unit
    const seenLeft = Math.max(0, box.x)
    const seenRight = Math.min(width, box.x + box.width)
    const within = seenRight - seenLeft > 90 * unit
    const solid = item.shape === 'day' || item.shape === 'hours'
    const left = within ? seenLeft + 6 * unit : box.x + box.width + 5 * unit
    const room = within ? seenRight - left - 4 * unit : (ends.get(item) ?? width) - left - 6 * unit
    if (room < 34 * unit) continue
    const said = fitting(pen, words, room, lettering)
    if (said !== '')
      pen.write(said, [left, base], { ...lettering, colour: within && solid ? 'on-agency' : 'ink' })
  }
}

/** Where the next thing in the same row begins, for each item; heaps stand in every row of theirs. */
const rowEnds = (picture: Picture, items: readonly Item[]): ReadonlyMap<Item, number> => {
  const ends = new Map<Item, number>()
  const last = new Map<string, number>()
  for (const item of items.toReversed()) {
    const { x } = boxOf(picture, item)
    const row = `${item.zone} ${item.row}`
    const heapAhead = last.get(`${item.zone} heap`) ?? Infinity
    ends.set(item, Math.min(last.get(row) ?? Infinity, heapAhead, picture.width))
    if (item.shape === 'heap' && item.zone === 'points') last.set('points heap', x)
    else last.set(row, x)
  }
  return ends
}
