import { drawShape } from './draw-item.ts'
import { drawSign, linkKindsDrawn } from './draw-links.ts'
import { dayMinutes, minuteOf } from './moments.ts'
import type { Box, Pen } from './pen.ts'
import type { Picture } from './picture.ts'
import { stretchOf } from './view.ts'

type Sign = { readonly words: string; readonly draw: (pen: Pen, box: Box, unit: number) => void }

const sign = 26

const middle = ({ x, y, width, height }: Box): readonly [number, number] => [x + width / 2, y + height / 2]

const shapeSign = (words: string, shape: Parameters<typeof drawShape>[1], narrow = false): Sign => ({
  words,
  draw: (pen, box, unit) =>
    drawShape(pen, shape, narrow ? { ...box, x: box.x + 8 * unit, width: 10 * unit } : box, 'ink-3', unit),
})

/** What the signs of a timeline mean, of those that stand on it. */
const signsOf = ({ links, silences, entries, layout }: Picture): readonly Sign[] => [
  shapeSign('day and time', 'moment', true),
  shapeSign('day', 'day', true),
  shapeSign('some time within', 'span'),
  shapeSign('about', 'about'),
  shapeSign('before', 'before'),
  shapeSign('after', 'after'),
  ...(layout.highest > 1
    ? [
        {
          words: 'so many entries',
          draw: (pen: Pen, { x, y, height }: Box, unit: number) => {
            pen.fill(
              { x: x + 8 * unit, y: y + 2 * unit, width: 12 * unit, height: height - 2 * unit },
              { colour: 'ink-3' },
              1.5 * unit,
            )
          },
        },
      ]
    : []),
  ...(entries.declared.length > 0 ? [shapeSign('no contact stated', 'none')] : []),
  ...(silences.length > 0
    ? [
        {
          words: 'no contact recorded',
          draw: (pen: Pen, box: Box, unit: number) => {
            pen.hatch(box, { colour: 'line-strong', width: 1, opacity: 0.6 }, 7 * unit, box.x)
            pen.frame(box, { colour: 'line-strong', width: 1, opacity: 0.6 })
          },
        },
      ]
    : []),
  ...(['conflict', 'confirmed', 'suggested'] as const)
    .filter((kind) => links.some((link) => link.kind === kind))
    .map((kind): Sign => ({
      words: { conflict: 'accounts in conflict', confirmed: 'one event', suggested: 'perhaps one event' }[
        kind
      ],
      draw: (pen, box, unit) => drawSign(pen, middle(box), kind, 0.85 * unit),
    })),
]

/** What the legend of a timeline says, sign by sign. */
export const legendWords = (picture: Picture): readonly string[] => signsOf(picture).map(({ words }) => words)

/** The same picture without the links and silences that are not seen in it: on paper nothing comes into sight later. */
export const onlySeen = (picture: Picture): Picture => {
  const kinds = linkKindsDrawn(picture)
  const { from, to } = stretchOf(picture.view, picture.width)
  return {
    ...picture,
    links: picture.links.filter(({ kind }) => kinds.has(kind)),
    silences: picture.silences.filter(
      (gap) => minuteOf(gap.from) < to && minuteOf(gap.to) + dayMinutes > from,
    ),
  }
}

/** Explains the signs of a timeline in lines as long as there is room; gives the height they take. */
export const drawLegend = (pen: Pen, picture: Picture, width: number, top = 0): number => {
  const { unit } = picture
  const lettering = { size: 11.5 * unit }
  const line = 22 * unit
  let [x, y] = [0, top]
  for (const { words, draw } of signsOf(picture)) {
    const wide = sign * unit + 7 * unit + pen.measure(words, lettering) + 18 * unit
    if (x > 0 && x + wide > width) [x, y] = [0, y + line]
    draw(pen, { x, y: y + 4 * unit, width: sign * unit, height: 14 * unit }, unit)
    pen.write(words, [x + (sign + 7) * unit, y + 15 * unit], { ...lettering, colour: 'ink-2' })
    x += wide
  }
  return y + line - top
}
