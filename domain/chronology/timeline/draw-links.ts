import type { Item } from './item.ts'
import type { Pen, Point, Stroke } from './pen.ts'
import { boxOf, type Picture } from './picture.ts'
import type { Link, LinkKind } from './seen.ts'

/** More lines than this cannot be followed by eye: suggestions then show only for the entry that is open. */
const mostSuggestions = 24

type Joined = {
  readonly from: Item
  readonly to: Item
  readonly kind: LinkKind
  readonly count: number
  /** Whether it leads to the entry that is open. */
  readonly isOpen: boolean
}

const rank: Readonly<Record<LinkKind, number>> = { suggested: 0, confirmed: 1, conflict: 2 }

/** Lines from lane to lane between accounts of one event, each with its sign: not equal, equal, or a question. */
export const drawLinks = (pen: Pen, picture: Picture): void => {
  for (const one of joinsDrawn(picture).toSorted((a, b) => rank[a.kind] - rank[b.kind]))
    drawJoin(pen, picture, one)
}

/** What links stand on a timeline as it is drawn. */
export const linkKindsDrawn = (picture: Picture): ReadonlySet<LinkKind> =>
  new Set(joinsDrawn(picture).map(({ kind }) => kind))

const joinsDrawn = (picture: Picture): readonly Joined[] => {
  const joined = joinedOf(picture).filter(({ from, to }) => inSight(picture, from) || inSight(picture, to))
  const suggestions = joined.filter(({ kind }) => kind === 'suggested').length
  return suggestions > mostSuggestions
    ? joined.filter(({ kind, isOpen }) => kind !== 'suggested' || isOpen)
    : joined
}

/** One line between two things drawn, however many pairs of their entries it stands for. */
const joinedOf = ({ links, layout, open }: Picture): readonly Joined[] => {
  const found = new Map<string, Joined>()
  const numbers = new Map<Item, number>()
  const number = (item: Item): number => {
    const known = numbers.get(item) ?? numbers.size
    numbers.set(item, known)
    return known
  }
  const add = ({ a, b, kind }: Link): void => {
    const [first, second] = [layout.itemOf[a], layout.itemOf[b]]
    if (!first || !second || first === second) return
    const [from, to] = first.lane <= second.lane ? [first, second] : [second, first]
    // A suggestion about one of a heap says nothing yet; zooming in parts the heap.
    const isPlain = first.entries.length === 1 && second.entries.length === 1
    if (kind === 'suggested' && !isPlain) return
    const isOpen = open !== null && (a === open || b === open)
    const key = `${number(from)} ${number(to)} ${kind} ${isOpen}`
    found.set(key, { from, to, kind, isOpen, count: (found.get(key)?.count ?? 0) + 1 })
  }
  links.forEach(add)
  return [...found.values()]
}

const inSight = ({ view, width }: Picture, { from, to }: Item): boolean =>
  to >= view.from && from <= view.from + width * view.perPixel

const strokes: Readonly<Record<LinkKind, Stroke>> = {
  conflict: { colour: 'danger', width: 1.75 },
  confirmed: { colour: 'ink-2', width: 1.5 },
  suggested: { colour: 'ink-3', width: 1.25, dash: [3, 3] },
}

const drawJoin = (pen: Pen, picture: Picture, { from, to, kind, count }: Joined): void => {
  const { unit } = picture
  const [upper, lower] = [boxOf(picture, from), boxOf(picture, to)]
  const isSameLane = from.lane === to.lane
  const start: Point = [middleOf(upper, picture.width), upper.y + upper.height - unit]
  const end: Point = [
    middleOf(lower, picture.width),
    isSameLane ? lower.y + lower.height - unit : lower.y + unit,
  ]
  const stroke = { ...strokes[kind], width: strokes[kind].width * unit }
  pen.curve(start, end, stroke)
  const at = signPlace(start, end, picture.laneHeight)
  drawSign(pen, at, kind, unit)
  if (count > 1)
    pen.write(`× ${count}`, [at[0] + 11 * unit, at[1] + 4 * unit], {
      size: 11 * unit,
      strong: true,
      colour: stroke.colour,
    })
}

/** Where the sign of a line stands: on the line between two lanes nearest to its middle, where no words are. */
const signPlace = (start: Point, end: Point, laneHeight: number): Point => {
  const middle = (start[1] + end[1]) / 2
  const wanted = Math.round(middle / laneHeight) * laneHeight
  if (wanted <= start[1] || wanted >= end[1]) return [(start[0] + end[0]) / 2, middle]
  let [low, high] = [0, 1]
  for (let round = 0; round < 20; round += 1) {
    const half = (low + high) / 2
    if (cubic(start[1], middle, middle, end[1], half) < wanted) low = half
    else high = half
  }
  return [cubic(start[0], start[0], end[0], end[0], low), wanted]
}

const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d

/** Of a bar longer than the window, the middle of what is seen. */
const middleOf = ({ x, width }: { readonly x: number; readonly width: number }, most: number): number => {
  const [left, right] = [Math.max(0, x), Math.min(most, x + width)]
  return left < right ? (left + right) / 2 : x + width / 2
}

/** The sign of a link, the same beside words and on the timeline: ≠, = or ? in a circle or a lozenge. */
export const drawSign = (pen: Pen, [x, y]: Point, kind: LinkKind, unit: number): void => {
  const colour = strokes[kind].colour
  const size = 8 * unit
  const line = { colour, width: 1.5 * unit }
  if (kind === 'conflict') {
    const lozenge: readonly Point[] = [
      [x, y - size - 1],
      [x + size + 1, y],
      [x, y + size + 1],
      [x - size - 1, y],
    ]
    pen.polygon(lozenge, { colour })
    const sheet = { colour: 'sheet', width: 1.5 * unit } as const
    pen.line([x - 3.5 * unit, y - 1.75 * unit], [x + 3.5 * unit, y - 1.75 * unit], sheet)
    pen.line([x - 3.5 * unit, y + 1.75 * unit], [x + 3.5 * unit, y + 1.75 * unit], sheet)
    pen.line([x - 2 * unit, y + 4 * unit], [x + 2 * unit, y - 4 * unit], sheet)
    return
  }
  pen.dot([x, y], size, { colour: 'sheet' })
  pen.ring([x, y], size, kind === 'suggested' ? { ...line, width: 1.25 * unit, dash: [3, 2] } : line)
  if (kind === 'confirmed') {
    pen.line([x - 3.5 * unit, y - 1.75 * unit], [x + 3.5 * unit, y - 1.75 * unit], line)
    pen.line([x - 3.5 * unit, y + 1.75 * unit], [x + 3.5 * unit, y + 1.75 * unit], line)
  } else pen.write('?', [x, y + 4 * unit], { size: 11.5 * unit, strong: true, colour, align: 'centre' })
}
