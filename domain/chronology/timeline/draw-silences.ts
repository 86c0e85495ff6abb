import type { Item } from './item.ts'
import { dayMinutes, minuteOf } from './moments.ts'
import type { Box, Pen } from './pen.ts'
import { boxOf, measures, rowTop, xOf, type Picture } from './picture.ts'
import type { Silence } from './seen.ts'

/** Left and right of what is seen of a silence; null where nothing is. */
const seenOf = (picture: Picture, gap: Silence): { readonly from: number; readonly to: number } | null => {
  const from = Math.max(-1, xOf(picture, minuteOf(gap.from)))
  const to = Math.min(picture.width + 1, xOf(picture, minuteOf(gap.to) + dayMinutes))
  return from < to ? { from, to } : null
}

/** Silences of an agency's record, hatched; one that its agency has declared is hatched wider. */
export const drawSilences = (pen: Pen, picture: Picture): void => {
  const { unit, laneHeight } = picture
  for (const gap of picture.silences) {
    const seen = seenOf(picture, gap)
    if (seen === null) continue
    const box = {
      x: seen.from,
      y: gap.lane * laneHeight + 3 * unit,
      width: seen.to - seen.from,
      height: laneHeight - 7 * unit,
    }
    const apart = (gap.state === 'declared' ? 16 : 8) * unit
    pen.hatch(
      box,
      { colour: 'line-strong', width: 1, opacity: 0.38 },
      apart,
      xOf(picture, minuteOf(gap.from)),
    )
    pen.frame(box, { colour: 'line-strong', width: 1, opacity: 0.5 })
  }
}

/** "No contact recorded for 94 days, queried": how long a silence is, and what is known of it. */
export const silenceWords = ({ days, declared, state }: Silence): string => {
  const known = {
    declared: ', declared',
    queried: ', queried',
    open: declared === 'part' ? ', declared in part' : '',
  }
  return `No contact recorded for ${days} days${known[state]}`
}

/** Says in each silence of a lane how long it is, in a row that is free there; gives where, so that no other words go over it. */
export const drawPlates = (
  pen: Pen,
  picture: Picture,
  lane: number,
  items: readonly Item[],
): readonly Box[] => {
  const { unit, rows } = picture
  const lettering = { size: 11.5 * unit }
  const taken = items.map((item) => boxOf(picture, item))
  const tops = [
    ...Array.from({ length: rows.spans }, (_, row) => rowTop(picture, lane, 'spans', row)).toReversed(),
    ...Array.from({ length: rows.points }, (_, row) => rowTop(picture, lane, 'points', row)).toReversed(),
  ]
  return picture.silences
    .filter((gap) => gap.lane === lane)
    .flatMap((gap) => {
      const seen = seenOf(picture, gap)
      if (seen === null) return []
      const words = [silenceWords(gap), `${gap.days} days`].find(
        (one) => pen.measure(one, lettering) + 20 * unit <= seen.to - seen.from,
      )
      if (words === undefined) return []
      const width = pen.measure(words, lettering) + 12 * unit
      const x = (seen.from + seen.to) / 2 - width / 2
      const plates = tops.map((y) => ({ x, y, width, height: measures.pitch * unit }))
      const free = plates.find((plate) => !taken.some((box) => meets(box, plate)))
      if (free === undefined) return []
      pen.fill({ ...free, y: free.y + unit, height: free.height - 2 * unit }, { colour: 'sheet' }, 3 * unit)
      pen.write(words, [x + width / 2, free.y + 12 * unit], {
        ...lettering,
        colour: 'ink-2',
        align: 'centre',
      })
      return [free]
    })
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + 6 && b.x < a.x + a.width + 6 && a.y < b.y + b.height && b.y < a.y + a.height
