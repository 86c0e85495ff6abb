import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import type { Box, Paint, Pen, Point, Stroke } from '../../../domain/chronology/timeline/pen.ts'
import { curvePoints, dashed, hatching, sidesOf } from './lines.ts'
import type { Letters, OutlineStep } from './outlines.ts'
import { rgbOf } from './print-palette.ts'
import { blankRaster, fillBox, fillOutlines, type Raster } from './raster.ts'
import type { PictureSize, PictureWords } from './svg-picture.ts'

/** Dots an inch: what office printers print. */
const dotsAnInch = 300
const scale = dotsAnInch / 96

/** A picture as a PNG file at 300 dots an inch: the same calls as the SVG, the same bytes for the same calls. */
export const pngPicture = async (
  { width, height }: PictureSize,
  words: PictureWords,
  letters: Letters,
  draw: (pen: Pen) => void,
): Promise<Uint8Array> => {
  const raster = blankRaster(Math.round(width * scale), Math.round(height * scale))
  draw(rasterPen(raster, letters))
  return encode(raster, words)
}

const scaled = ([x, y]: Point): Point => [x * scale, y * scale]
const scaledBox = ({ x, y, width, height }: Box): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
})

const rasterPen = (raster: Raster, letters: Letters): Pen => {
  let clip: Box = { x: 0, y: 0, width: raster.width, height: raster.height }
  const outlines = (all: readonly (readonly Point[])[], { colour, opacity = 1 }: Paint): void =>
    fillOutlines(raster, all, clip, rgbOf(colour), opacity)
  const box = (one: Box, { colour, opacity = 1 }: Paint): void =>
    fillBox(raster, scaledBox(one), clip, rgbOf(colour), opacity)
  const stroke = (from: Point, to: Point, line: Stroke): void => {
    const half = line.width / 2
    for (const [[x0, y0], [x1, y1]] of dashed(from, to, line.dash)) {
      if (x0 === x1 || y0 === y1) {
        const [left, top] = [Math.min(x0, x1), Math.min(y0, y1)]
        const across = x0 === x1 ? half : 0
        const along = y0 === y1 ? half : 0
        box(
          {
            x: left - across,
            y: top - along,
            width: Math.abs(x1 - x0) + 2 * across,
            height: Math.abs(y1 - y0) + 2 * along,
          },
          line,
        )
        continue
      }
      const length = Math.hypot(x1 - x0, y1 - y0)
      const [dx, dy] = [(-(y1 - y0) / length) * half, ((x1 - x0) / length) * half]
      const corners: readonly Point[] = [
        [x0 + dx, y0 + dy],
        [x1 + dx, y1 + dy],
        [x1 - dx, y1 - dy],
        [x0 - dx, y0 - dy],
      ]
      outlines([corners.map(scaled)], line)
    }
  }
  const circle = ([x, y]: Point, radius: number): readonly Point[] =>
    Array.from({ length: 48 }, (_, n): Point => {
      const angle = (n / 48) * 2 * Math.PI
      return scaled([x + radius * Math.cos(angle), y + radius * Math.sin(angle)])
    })
  return {
    fill: (one, paint, radius = 0) => {
      if (radius <= 0) return box(one, paint)
      outlines([roundedBox(one, Math.min(radius, one.width / 2, one.height / 2))], paint)
    },
    frame: (one, line) => {
      for (const [from, to] of sidesOf(one)) stroke(from, to, line)
    },
    line: stroke,
    curve: (from, to, { dash, ...line }) => {
      let along = 0
      for (const [begin, end] of shortSteps(curvePoints(from, to))) {
        if (!dash || isStroke(dash, along)) stroke(begin, end, line)
        along += Math.hypot(end[0] - begin[0], end[1] - begin[1])
      }
    },
    polygon: (points, paint) => outlines([points.map(scaled)], paint),
    dot: (centre, radius, paint) => outlines([circle(centre, radius)], paint),
    ring: (centre, radius, line) =>
      outlines(
        [circle(centre, radius + line.width / 2), circle(centre, radius - line.width / 2).toReversed()],
        line,
      ),
    fade: (one, colour, left, right) =>
      fillBox(raster, scaledBox(one), clip, rgbOf(colour), (share) => left + (right - left) * share),
    hatch: (one, line, apart, from) => {
      for (const [begin, end] of hatching(one, apart, from)) stroke(begin, end, line)
    },
    write: (words, [x, y], { size, strong = false, align = 'left', colour }) => {
      const wide = letters.width(words, size, strong)
      const left = align === 'left' ? x : align === 'centre' ? x - wide / 2 : x - wide
      const em = size / letters.unitsPerEm
      const place = (px: number, py: number): Point => scaled([left + px * em, y - py * em])
      outlines(flattened(letters.outline(words, strong), place), { colour })
    },
    measure: (words, { size, strong = false }) => letters.width(words, size, strong),
    inside: (one, inner) => {
      const before = clip
      clip = common(before, scaledBox(one))
      inner()
      clip = before
    },
  }
}

/** A line of many points in steps shorter than any dash. */
const shortSteps = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).flatMap((end, n) => {
    const begin = points[n] ?? end
    const count = Math.max(1, Math.ceil(Math.hypot(end[0] - begin[0], end[1] - begin[1])))
    const at = (share: number): Point => [
      begin[0] + (end[0] - begin[0]) * share,
      begin[1] + (end[1] - begin[1]) * share,
    ]
    return Array.from({ length: count }, (_, step): readonly [Point, Point] => [
      at(step / count),
      at((step + 1) / count),
    ])
  })

const isStroke = (dash: readonly number[], distance: number): boolean => {
  const whole = dash.reduce((sum, step) => sum + step, 0)
  let rest = whole > 0 ? distance % whole : 0
  for (const [n, step] of dash.entries()) {
    if (rest < step) return n % 2 === 0
    rest -= step
  }
  return true
}

const common = (a: Box, b: Box): Box => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  }
}

const roundedBox = ({ x, y, width, height }: Box, radius: number): readonly Point[] => {
  const corner = (cx: number, cy: number, from: number): readonly Point[] =>
    Array.from({ length: 7 }, (_, n): Point => {
      const angle = from + (n / 6) * (Math.PI / 2)
      return scaled([cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)])
    })
  return [
    ...corner(x + width - radius, y + radius, -Math.PI / 2),
    ...corner(x + width - radius, y + height - radius, 0),
    ...corner(x + radius, y + height - radius, Math.PI / 2),
    ...corner(x + radius, y + radius, Math.PI),
  ]
}

const flattened = (
  steps: readonly OutlineStep[],
  place: (x: number, y: number) => Point,
): readonly (readonly Point[])[] => {
  const outlines: Point[][] = []
  let last: readonly [number, number] = [0, 0]
  for (const { type, points } of steps) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = points
    if (type === 'Z') continue
    if (type === 'M') outlines.push([place(a, b)])
    else if (type === 'L') outlines.at(-1)?.push(place(a, b))
    else
      for (let n = 1; n <= 8; n += 1) {
        const [t, u] = [n / 8, 1 - n / 8]
        outlines
          .at(-1)
          ?.push(
            type === 'Q'
              ? place(
                  u * u * last[0] + 2 * u * t * a + t * t * c,
                  u * u * last[1] + 2 * u * t * b + t * t * d,
                )
              : place(
                  u ** 3 * last[0] + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
                  u ** 3 * last[1] + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
                ),
          )
      }
    last = [points.at(-2) ?? 0, points.at(-1) ?? 0]
  }
  return outlines
}

/** The chunks of a PNG file. Source: W3C PNG (Third Edition), 2025, clauses 5 and 11. */
const encode = async ({ width, height, pixels }: Raster, words: PictureWords): Promise<Uint8Array> => {
  const row = width * 3
  const filtered = new Uint8Array((row + 1) * height)
  for (let y = 0; y < height; y += 1) {
    // Filter 2, "up": most rows are like the one above them.
    const to = y * (row + 1)
    filtered[to] = 2
    for (let x = 0; x < row; x += 1)
      filtered[to + 1 + x] = (pixels[y * row + x] ?? 0) - (y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const density = Buffer.alloc(9)
  density.writeUInt32BE(Math.round(dotsAnInch / 0.0254), 0)
  density.writeUInt32BE(Math.round(dotsAnInch / 0.0254), 4)
  density[8] = 1
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('pHYs', density),
      chunk('iTXt', Buffer.from(`Title\0\0\0en-GB\0\0${words.title}`, 'utf8')),
      chunk('iTXt', Buffer.from(`Description\0\0\0en-GB\0\0${words.description}`, 'utf8')),
      chunk('IDAT', await promisify(deflate)(filtered)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
