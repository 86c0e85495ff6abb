import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawnRuns, type DrawnRun } from '../../inspect/pdf-drawing.ts'
import type { Point } from '../../inspect/pdf-geometry.ts'

/** A word on a page as it is looked at: points from the left and from the top. */
export type Word = {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The base line. */
  readonly y: number
  readonly size: number
}

/** A straight line across (`at` is its height) or down (`at` is its distance from the left). */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }

export type Page = {
  readonly number: number
  readonly words: readonly Word[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
  /** Upper and lower edges of shaded stretches. */
  readonly shades: readonly Rule[]
  /** Text drawn and not to be seen, by where it is. */
  readonly unseen: { readonly hidden: string; readonly offPage: string; readonly turned: string }
  readonly pictures: number
  readonly hasPicture: boolean
  /** True where what is drawn cannot be read: no word at all, or a picture of a page with no more than a stamp on it. */
  readonly isUnread: boolean
  /** True where the words are those a scanner laid, unseen, under the picture of the page. */
  readonly isRecognised: boolean
}

const leastRecognised = 5
/** Fewer words than these beside a picture over so much of the page are a stamp or page number on a scan. */
const stamp = { words: 25, picture: 0.4 } as const

/** Operations that put something on a page: pictures, also those of one colour that a scanner makes, and all else. */
const paintsPicture = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])
const paintsElse = new Set<number>([OPS.showText, OPS.nextLineShowText, OPS.constructPath, OPS.shadingFill])

/** Ligatures are taken apart; control characters and soft hyphens inside a word say nothing. */
const plain = (text: string): string =>
  text
    .replace(/[\ufb00-\ufb06]/g, (letters) => letters.normalize('NFKC'))
    .replace(/[\u0000-\u001f\u007f\u200b\ufeff]/g, '')

const joined = (runs: readonly DrawnRun[]): string =>
  runs
    .map((run) => run.text.trim())
    .join(' ')
    .trim()

/** Reads the words and ruled lines of a page, turned the way the page is shown. */
export const readPage = async (page: PDFPageProxy, number: number): Promise<Page> => {
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display' })
  const drawn = drawnRuns(fnArray, argsArray as readonly unknown[], page.view)
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 })
    .transform as readonly number[]
  const shown = ([x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]
  const words: Word[] = []
  const turned: DrawnRun[] = []
  const take = (run: DrawnRun): void => {
    for (const { text, from, to } of run.words) {
      const [left, y] = shown(from)
      const [right, end] = shown(to)
      if (Math.abs(end - y) > Math.max(1, (right - left) * 0.1)) {
        turned.push({ ...run, text })
        continue
      }
      const letters = plain(text)
      if (letters !== '' && right >= left) words.push({ text: letters, left, right, y, size: run.size })
    }
  }
  const visible = drawn.runs.filter((run) => run.unseen === undefined && run.text.trim() !== '')
  const hidden = drawn.runs.filter((run) => run.unseen === 'hidden-text' && run.text.trim() !== '')
  const isRecognised =
    drawn.pictures > 0 && visible.length * 10 < hidden.length && hidden.length >= leastRecognised
  for (const run of visible) take(run)
  if (isRecognised) for (const run of hidden) take(run)
  const across: Rule[] = []
  const down: Rule[] = []
  const shades: Rule[] = []
  for (const line of drawn.lines) {
    const [x0, y0] = shown(line.from)
    const [x1, y1] = shown(line.to)
    if (Math.abs(y1 - y0) <= 1)
      (line.edge ? shades : across).push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
    else if (Math.abs(x1 - x0) <= 1)
      down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
  return {
    number,
    words,
    across,
    down,
    shades,
    unseen: {
      hidden: isRecognised ? '' : joined(hidden),
      offPage: joined(drawn.runs.filter((run) => run.unseen === 'off-page-text')),
      turned: joined(turned),
    },
    pictures: drawn.pictures,
    hasPicture: fnArray.some((operation) => paintsPicture.has(operation)),
    isUnread:
      words.length === 0
        ? fnArray.some((operation) => paintsPicture.has(operation) || paintsElse.has(operation))
        : words.length < stamp.words && drawn.largestPicture >= stamp.picture,
    isRecognised,
  }
}
