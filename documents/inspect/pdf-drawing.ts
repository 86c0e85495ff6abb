import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of glyphs as drawn, and why a reader cannot see it. */
export type DrawnRun = {
  readonly text: string
  /** Left end of the base line, and size, in points of the page. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly unseen: 'off-page-text' | 'hidden-text' | undefined
}
type Matrix = readonly [number, number, number, number, number, number]
type Box = { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number }
type State = {
  ctm: Matrix
  fill: string
  alpha: number
  mode: number
  size: number
  leading: number
  scale: number
}
type Placed = Omit<DrawnRun, 'unseen'> & {
  readonly box: Box
  readonly white: boolean
  readonly invisible: boolean
  readonly at: number
}
type Painted = { readonly box: Box; readonly white: boolean; readonly at: number }

const identity: Matrix = [1, 0, 0, 1, 0, 0]

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

const matrixOf = (value: unknown): Matrix => {
  const list = Array.from(Object.values(value as ArrayLike<number>))
  return [list[0] ?? 1, list[1] ?? 0, list[2] ?? 0, list[3] ?? 1, list[4] ?? 0, list[5] ?? 0]
}

const boxOf = (matrix: Matrix, left: number, bottom: number, right: number, top: number): Box => {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ])
  const xs = corners.map(([x = 0]) => x)
  const ys = corners.map(([, y = 0]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}

const isWhite = (colour: string): boolean => /^#f[4-9a-f]f[4-9a-f]f[4-9a-f]$/iu.test(colour)

const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject])

/**
 * Follows the drawing operations of a page far enough to tell where each run of text stands and whether it can be seen:
 * render mode 3 or 7, white on nothing, fully transparent, outside `view` ([x0, y0, x1, y1]), or under a box or picture
 * painted after it. A best effort: patterns, masks and clipping are not followed.
 */
export const drawnRuns = (
  operations: readonly number[],
  args: readonly unknown[],
  view: readonly number[],
): { readonly runs: readonly DrawnRun[]; readonly pictures: number } => {
  let state: State = { ctm: identity, fill: '#000000', alpha: 1, mode: 0, size: 1, leading: 0, scale: 1 }
  const saved: State[] = []
  let text: Matrix = identity
  let lineStart: Matrix = identity
  const placed: Placed[] = []
  const painted: Painted[] = []
  let pictureCount = 0
  const moveLine = (x: number, y: number): void => {
    lineStart = times(lineStart, [1, 0, 0, 1, x, y])
    text = lineStart
  }
  const show = (glyphs: unknown, at: number): void => {
    const { string, width } = readGlyphs(glyphs, state.size)
    const whole = times(state.ctm, text)
    placed.push({
      text: string,
      x: whole[4],
      y: whole[5],
      size: state.size * Math.hypot(whole[2], whole[3]),
      box: boxOf(whole, 0, -0.2 * state.size, width * state.scale, 0.8 * state.size),
      white: isWhite(state.fill),
      invisible: state.mode === 3 || state.mode === 7 || state.alpha === 0,
      at,
    })
    text = times(text, [1, 0, 0, 1, width * state.scale, 0])
  }
  for (const [at, operation] of operations.entries()) {
    const given = (args[at] ?? []) as readonly unknown[]
    switch (operation) {
      case OPS.save:
        saved.push({ ...state })
        break
      case OPS.restore:
        state = saved.pop() ?? state
        break
      case OPS.transform:
        state.ctm = times(state.ctm, matrixOf(given))
        break
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state })
        if (given[0]) state.ctm = times(state.ctm, matrixOf(given[0]))
        break
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case OPS.beginAnnotation:
        saved.push({ ...state })
        state = { ...state, ctm: identity }
        if (given[2]) state.ctm = times(state.ctm, matrixOf(given[2]))
        if (given[3]) state.ctm = times(state.ctm, matrixOf(given[3]))
        break
      case OPS.endAnnotation:
        state = saved.pop() ?? state
        break
      case OPS.beginText:
        text = identity
        lineStart = identity
        break
      case OPS.setTextMatrix:
        lineStart = matrixOf(given.length === 1 ? given[0] : given)
        text = lineStart
        break
      case OPS.moveText:
        moveLine(Number(given[0]), Number(given[1]))
        break
      case OPS.setLeadingMoveText:
        state.leading = -Number(given[1])
        moveLine(Number(given[0]), Number(given[1]))
        break
      case OPS.setLeading:
        state.leading = Number(given[0])
        break
      case OPS.nextLine:
        moveLine(0, -state.leading)
        break
      case OPS.setFont:
        state.size = Number(given[1])
        break
      case OPS.setHScale:
        state.scale = Number(given[0]) / 100
        break
      case OPS.setTextRenderingMode:
        state.mode = Number(given[0])
        break
      case OPS.setFillRGBColor:
        state.fill = String(given[0])
        break
      case OPS.setGState:
        for (const [key, value] of (given[0] ?? []) as readonly (readonly [string, unknown])[]) {
          if (key === 'ca') state.alpha = Number(value)
        }
        break
      case OPS.showText:
        show(given[0], at)
        break
      case OPS.nextLineShowText:
        moveLine(0, -state.leading)
        show(given[0], at)
        break
      case OPS.constructPath: {
        const bounds = given[2] as ArrayLike<number> | null
        if (!bounds || !fills.has(Number(given[0])) || state.alpha < 0.9) break
        const box = boxOf(state.ctm, bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0)
        painted.push({ box, white: isWhite(state.fill), at })
        break
      }
      default:
        if (!pictures.has(operation)) break
        pictureCount++
        painted.push({ box: boxOf(state.ctm, 0, 0, 1, 1), white: false, at })
    }
  }
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view
  const page: Box = {
    left: Math.min(x0, x1),
    right: Math.max(x0, x1),
    bottom: Math.min(y0, y1),
    top: Math.max(y0, y1),
  }
  return {
    runs: placed.map((run) => ({
      text: run.text,
      x: run.x,
      y: run.y,
      size: run.size,
      unseen: whyUnseen(run, painted, page),
    })),
    pictures: pictureCount,
  }
}

const whyUnseen = (run: Placed, painted: readonly Painted[], page: Box): DrawnRun['unseen'] => {
  const { box } = run
  if (box.right < page.left || box.left > page.right || box.top < page.bottom || box.bottom > page.top)
    return 'off-page-text'
  if (run.invisible || box.top - box.bottom < 1.5) return 'hidden-text'
  const under = painted.filter((other) => other.at < run.at && contains(other.box, box)).at(-1)
  if (run.white && (under === undefined || under.white)) return 'hidden-text'
  return painted.some((other) => other.at > run.at && contains(other.box, box)) ? 'hidden-text' : undefined
}

// The middle of the run is what counts: a box drawn by hand rarely covers the edges exactly.
const contains = (outer: Box, inner: Box): boolean => {
  const height = (inner.top - inner.bottom) * 0.3
  const width = (inner.right - inner.left) * 0.1
  return (
    outer.left <= inner.left + width &&
    outer.right >= inner.right - width &&
    outer.bottom <= inner.bottom + height &&
    outer.top >= inner.top - height
  )
}

// Glyph widths are in thousandths of the font size; numbers between glyphs move back by as much.
const readGlyphs = (glyphs: unknown, size: number): { readonly string: string; readonly width: number } => {
  let string = ''
  let width = 0
  for (const glyph of glyphs as readonly (
    number | { readonly unicode?: string; readonly width?: number } | null
  )[]) {
    if (typeof glyph === 'number') {
      width -= (glyph * size) / 1000
      if (glyph < -200) string += ' '
    } else if (glyph) {
      string += glyph.unicode ?? ''
      width += ((glyph.width ?? 0) * size) / 1000
    }
  }
  return { string, width }
}
