import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { boxOf, type Matrix, type Point } from './pdf-geometry.ts'

/** A drawn line, a filled shape so thin that it is one, or (`edge`) the upper or lower edge of a filled shape. */
export type DrawnLine = { readonly from: Point; readonly to: Point; readonly edge?: true }

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
export const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

const thinnest = 2.5

/**
 * The lines a path draws: straight ones only, and filled shapes no thicker than a ruled line. `given` is what pdf.js gives
 * with `constructPath`: how it is painted, its numbers (0 move, 1 line, 2 and 3 curves of six and four numbers, 4 close)
 * and its bounds.
 */
export const linesOf = (given: readonly unknown[], ctm: Matrix): readonly DrawnLine[] => {
  const at = (x: number, y: number): Point => [
    ctm[0] * x + ctm[2] * y + ctm[4],
    ctm[1] * x + ctm[3] * y + ctm[5],
  ]
  const paint = Number(given[0])
  const bounds = given[2] as ArrayLike<number> | null
  const edges: DrawnLine[] = []
  if (fills.has(paint) && bounds) {
    const { left, right, bottom, top } = boxOf(
      ctm,
      bounds[0] ?? 0,
      bounds[1] ?? 0,
      bounds[2] ?? 0,
      bounds[3] ?? 0,
    )
    const [x, y] = [(left + right) / 2, (bottom + top) / 2]
    if (top - bottom <= thinnest && right - left > thinnest) return [{ from: [left, y], to: [right, y] }]
    if (right - left <= thinnest && top - bottom > thinnest) return [{ from: [x, bottom], to: [x, top] }]
    for (const height of [top, bottom]) edges.push({ from: [left, height], to: [right, height], edge: true })
  }
  if (!strokes.has(paint)) return edges
  const path = (given[1] as readonly (ArrayLike<number> | null)[] | null)?.[0] ?? []
  const found: DrawnLine[] = [...edges]
  let start: Point = [0, 0]
  let current: Point = [0, 0]
  for (let index = 0; index < path.length; index++) {
    const operation = path[index]
    const count = operation === 2 ? 6 : operation === 3 ? 4 : operation === 4 ? 0 : 2
    const next = operation === 4 ? start : at(path[index + count - 1] ?? 0, path[index + count] ?? 0)
    if (operation === 0) start = next
    else if (operation === 1 || operation === 4) found.push({ from: current, to: next })
    current = next
    index += count
  }
  return found
}
