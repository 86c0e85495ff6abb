import type { Box, Point } from '../../../domain/chronology/timeline/pen.ts'
import type { Rgb } from './print-palette.ts'

/** Pixels of three bytes each, row by row from the top left. */
export type Raster = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

export const blankRaster = (width: number, height: number): Raster => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 3).fill(255),
})

const blend = ({ pixels }: Raster, at: number, [red, green, blue]: Rgb, share: number): void => {
  const mix = (place: number, value: number): void => {
    const before = pixels[place] ?? 0
    pixels[place] = Math.round(before + (value - before) * share)
  }
  mix(at, red)
  mix(at + 1, green)
  mix(at + 2, blue)
}

const overlap = (from: number, to: number, cell: number): number =>
  Math.max(0, Math.min(to, cell + 1) - Math.max(from, cell))

/** Fills an upright box; `opacity` may change with how far to the right a pixel lies. All lengths are pixels of the raster. */
export const fillBox = (
  raster: Raster,
  box: Box,
  clip: Box,
  colour: Rgb,
  opacity: number | ((share: number) => number),
): void => {
  const left = Math.max(box.x, clip.x, 0)
  const top = Math.max(box.y, clip.y, 0)
  const right = Math.min(box.x + box.width, clip.x + clip.width, raster.width)
  const bottom = Math.min(box.y + box.height, clip.y + clip.height, raster.height)
  for (let y = Math.floor(top); y < bottom; y += 1) {
    const high = overlap(top, bottom, y)
    for (let x = Math.floor(left); x < right; x += 1) {
      const strength = typeof opacity === 'number' ? opacity : opacity((x + 0.5 - box.x) / box.width)
      blend(raster, (y * raster.width + x) * 3, colour, high * overlap(left, right, x) * strength)
    }
  }
}

/**
 * Fills outlines (closed, each a list of points) with exact coverage of every pixel. Holes run the other way round.
 * Source: the signed-area accumulation of font-rs (R. Levien, 2016) and stb_truetype 2.
 */
export const fillOutlines = (
  raster: Raster,
  outlines: readonly (readonly Point[])[],
  clip: Box,
  colour: Rgb,
  opacity: number,
): void => {
  const xs = outlines.flatMap((points) => points.map(([x]) => x))
  const ys = outlines.flatMap((points) => points.map(([, y]) => y))
  if (xs.length === 0) return
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
  const left = Math.floor(least(xs))
  const top = Math.floor(Math.max(least(ys), clip.y, 0))
  const width = Math.ceil(most(xs)) - left + 2
  const height = Math.ceil(Math.min(most(ys), clip.y + clip.height, raster.height)) - top
  if (height <= 0 || width > 4 * raster.width) return
  const area = new Float32Array(width * height)
  for (const points of outlines)
    points.forEach((point, n) => {
      const next = points[(n + 1) % points.length] ?? point
      addEdge(area, width, height, [point[0] - left, point[1] - top], [next[0] - left, next[1] - top])
    })
  const firstX = Math.max(0, Math.ceil(clip.x))
  const lastX = Math.min(raster.width, Math.floor(clip.x + clip.width))
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      sum += area[y * width + x] ?? 0
      const share = Math.min(1, Math.abs(sum)) * opacity
      const column = left + x
      if (share > 0.003 && column >= firstX && column < lastX)
        blend(raster, ((top + y) * raster.width + column) * 3, colour, share)
    }
  }
}

const addEdge = (area: Float32Array, width: number, height: number, a: Point, b: Point): void => {
  if (a[1] === b[1]) return
  const direction = a[1] < b[1] ? 1 : -1
  const [upper, lower] = a[1] < b[1] ? [a, b] : [b, a]
  const slope = (lower[0] - upper[0]) / (lower[1] - upper[1])
  let x = upper[0] + (upper[1] < 0 ? -upper[1] * slope : 0)
  const put = (row: number, column: number, value: number): void => {
    const place = row * width + Math.min(Math.max(column, 0), width - 1)
    area[place] = (area[place] ?? 0) + value
  }
  for (let row = Math.max(0, Math.floor(upper[1])); row < Math.min(height, Math.ceil(lower[1])); row += 1) {
    const high = Math.min(row + 1, lower[1]) - Math.max(row, upper[1])
    const end = x + slope * high
    const [from, to] = x < end ? [x, end] : [end, x]
    const weight = direction * high
    const first = Math.floor(from)
    const last = Math.ceil(to)
    if (last <= first + 1) {
      const middle = (x + end) / 2 - first
      put(row, first, weight * (1 - middle))
      put(row, first + 1, weight * middle)
    } else {
      // The edge crosses several pixels of the row: each takes what lies left of it.
      const step = 1 / (to - from)
      const begun = 1 - (from - first)
      const share = 0.5 * step * begun * begun
      const rest = to - last + 1
      const ending = 0.5 * step * rest * rest
      put(row, first, weight * share)
      if (last === first + 2) put(row, first + 1, weight * (1 - share - ending))
      else {
        const second = step * (1.5 - (from - first))
        put(row, first + 1, weight * (second - share))
        for (let column = first + 2; column < last - 1; column += 1) put(row, column, weight * step)
        put(row, last - 1, weight * (1 - (second + (last - first - 3) * step) - ending))
      }
      put(row, last, weight * ending)
    }
    x = end
  }
}
