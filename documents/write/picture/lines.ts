import type { Box, Point } from '../../../domain/chronology/timeline/pen.ts'

/** A straight line cut into the strokes of a dash pattern, which begins with a stroke. */
export const dashed = (
  from: Point,
  to: Point,
  dash: readonly number[] | undefined,
): readonly (readonly [Point, Point])[] => {
  if (!dash || dash.length === 0) return [[from, to]]
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const at = (distance: number): Point => {
    const share = length === 0 ? 0 : Math.min(1, distance / length)
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  }
  const strokes: (readonly [Point, Point])[] = []
  for (let distance = 0, n = 0; distance < length; n += 1) {
    const step = Math.max(0.1, dash[n % dash.length] ?? 1)
    if (n % 2 === 0) strokes.push([at(distance), at(Math.min(length, distance + step))])
    distance += step
  }
  return strokes
}

/** The slanting lines of a hatched box, each cut to it. */
export const hatching = (
  { x, y, width, height }: Box,
  apart: number,
  from: number,
): readonly (readonly [Point, Point])[] => {
  const lines: (readonly [Point, Point])[] = []
  const right = x + width
  for (let at = from + Math.floor((x - from) / apart) * apart; at < right + height; at += apart) {
    // From (at, y) down to the left at 45 degrees.
    const begin = Math.max(0, at - right)
    const end = Math.min(height, at - x)
    if (begin < end)
      lines.push([
        [at - begin, y + begin],
        [at - end, y + end],
      ])
  }
  return lines
}

/** A curve that leaves and arrives straight up or down, as short straight lines. */
export const curvePoints = ([x0, y0]: Point, [x1, y1]: Point): readonly Point[] => {
  const middle = (y0 + y1) / 2
  return Array.from({ length: 25 }, (_, n): Point => {
    const t = n / 24
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3]
    return [(a + b) * x0 + (c + d) * x1, a * y0 + (b + c) * middle + d * y1]
  })
}

/** The four sides of a box. */
export const sidesOf = ({ x, y, width, height }: Box): readonly (readonly [Point, Point])[] => {
  const corners: readonly [Point, Point, Point, Point] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
  return [
    [corners[0], corners[1]],
    [corners[1], corners[2]],
    [corners[2], corners[3]],
    [corners[3], corners[0]],
  ]
}
