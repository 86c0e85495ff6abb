import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { boxOf, identity, matrixOf, times, type Box, type Matrix, type Point } from './pdf-geometry.ts'
import { fills, linesOf, type DrawnLine } from './pdf-lines.ts'

/** A run of glyphs as drawn, and why a reader cannot see it. */
export type DrawnRun = {
  readonly text: string
  /** Left end of the base line, and size, in points of the page. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly unseen: 'off-page-text' | 'hidden-text' | undefined
  /** The words of the run with both ends of their base lines, in points of the page. */
  readonly words: readonly DrawnWord[]
}
export type DrawnWord = { readonly text: string; readonly from: Point; readonly to: Point }
type State = {
  ctm: Matrix
  fill: string
  alpha: number
  mode: number
  size: number
  leading: number
  scale: number
  charSpacing: number
  wordSpacing: number
}
type Placed = Omit<DrawnRun, 'unseen'> & {
  readonly box: Box
  readonly white: boolean
  readonly invisible: boolean
  readonly at: number
}
type Painted = { readonly box: Box; readonly white: boolean; readonly at: number }

const isWhite = (colour: string): boolean => /^#f[4-9a-f]f[4-9a-f]f[4-9a-f]$/iu.test(colour)

const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject])
/** Pictures of one colour, through which what lies under them is seen. */
const stencils = new Set<number>([OPS.paintImageMaskXObject, OPS.paintSolidColorImageMask])

/**
 * Follows the drawing operations of a page far enough to tell where each run of text stands and whether it can be seen:
 * render mode 3 or 7, white on nothing, fully transparent, outside `view` ([x0, y0, x1, y1]), or under a box or picture
 * painted after it. A best effort: patterns, masks and clipping are not followed.
 */
export const drawnRuns = (
  operations: readonly number[],
  args: readonly unknown[],
  view: readonly number[],
): {
  readonly runs: readonly DrawnRun[]
  readonly pictures: number
  /** The part of the page that its largest picture covers, 0 to 1; those of one colour count too. */
  readonly largestPicture: number
  readonly lines: readonly DrawnLine[]
} => {
  let state: State = {
    ctm: identity,
    fill: '#000000',
    alpha: 1,
    mode: 0,
    size: 1,
    leading: 0,
    scale: 1,
    charSpacing: 0,
    wordSpacing: 0,
  }
  const lines: DrawnLine[] = []
  const saved: State[] = []
  let text: Matrix = identity
  let lineStart: Matrix = identity
  const placed: Placed[] = []
  const painted: Painted[] = []
  const covered: Box[] = []
  let pictureCount = 0
  const moveLine = (x: number, y: number): void => {
    lineStart = times(lineStart, [1, 0, 0, 1, x, y])
    text = lineStart
  }
  const show = (glyphs: unknown, at: number): void => {
    const { string, width, words } = readGlyphs(glyphs, state)
    const whole = times(state.ctm, text)
    const along = (distance: number): Point => [
      whole[0] * distance * state.scale + whole[4],
      whole[1] * distance * state.scale + whole[5],
    ]
    placed.push({
      text: string,
      words: words.map((word) => ({ text: word.text, from: along(word.start), to: along(word.end) })),
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
      case OPS.setCharSpacing:
        state.charSpacing = Number(given[0])
        break
      case OPS.setWordSpacing:
        state.wordSpacing = Number(given[0])
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
        lines.push(...linesOf(given, state.ctm))
        if (!bounds || !fills.has(Number(given[0])) || state.alpha < 0.9) break
        const box = boxOf(state.ctm, bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0)
        painted.push({ box, white: isWhite(state.fill), at })
        break
      }
      default: {
        const box = boxOf(state.ctm, 0, 0, 1, 1)
        if (stencils.has(operation)) covered.push(box)
        if (!pictures.has(operation)) break
        pictureCount++
        covered.push(box)
        painted.push({ box, white: false, at })
      }
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
      words: run.words,
    })),
    pictures: pictureCount,
    largestPicture: Math.max(0, ...covered.map((box) => shareOf(page, box))),
    lines,
  }
}

const shareOf = (page: Box, box: Box): number => {
  const wide = Math.min(page.right, box.right) - Math.max(page.left, box.left)
  const high = Math.min(page.top, box.top) - Math.max(page.bottom, box.bottom)
  const whole = (page.right - page.left) * (page.top - page.bottom)
  return wide <= 0 || high <= 0 || whole <= 0 ? 0 : (wide * high) / whole
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

type Glyph = { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean }

// Glyph widths are in thousandths of the font size; numbers between glyphs move back by as much.
const readGlyphs = (
  glyphs: unknown,
  { size, charSpacing, wordSpacing }: State,
): {
  readonly string: string
  readonly width: number
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number }[]
} => {
  let string = ''
  let width = 0
  const words: { text: string; start: number; end: number }[] = []
  let word: { text: string; start: number; end: number } | undefined
  for (const glyph of glyphs as readonly (number | Glyph | null)[]) {
    if (typeof glyph === 'number') {
      width -= (glyph * size) / 1000
      if (glyph >= -200) continue
      string += ' '
      word = undefined
    } else if (glyph) {
      const letter = glyph.unicode ?? ''
      const end = width + ((glyph.width ?? 0) * size) / 1000
      string += letter
      if (letter.trim() === '') word = undefined
      else {
        if (!word) words.push((word = { text: '', start: width, end }))
        word.text += letter
        word.end = end
      }
      width = end + charSpacing + (glyph.isSpace ? wordSpacing : 0)
    }
  }
  return { string, width, words }
}
