import PDFDocument from 'pdfkit'
import { openFont, type Font } from '../pdf-fonts.ts'

/** One step of an outline: `M` and `L` one point, `Q` two, `C` three, `Z` none. */
export type OutlineStep = { readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z'; readonly points: readonly number[] }

export type Letters = {
  /** Width in pixels. */
  readonly width: (words: string, size: number, strong: boolean) => number
  /** The outline of words from their left end on the baseline, in font units, y upward. */
  readonly outline: (words: string, strong: boolean) => readonly OutlineStep[]
  readonly unitsPerEm: number
}

const types: Readonly<Record<string, OutlineStep['type']>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

/** Letters as outlines, so that a picture looks the same wherever it is opened, whatever fonts are there. */
export const openLetters = (): Letters => {
  const pdf = new PDFDocument({ autoFirstPage: false })
  const fonts: Readonly<Record<'regular' | 'bold', Font>> = {
    regular: openFont(pdf, 'regular').font,
    bold: openFont(pdf, 'bold').font,
  }
  const fontOf = (strong: boolean): Font => fonts[strong ? 'bold' : 'regular']
  const widths = new Map<string, number>()
  return {
    unitsPerEm: fonts.regular.unitsPerEm,
    width: (words, size, strong) => {
      const key = `${strong} ${words}`
      const font = fontOf(strong)
      const known = widths.get(key) ?? font.layout(words).advanceWidth / font.unitsPerEm
      widths.set(key, known)
      return known * size
    },
    outline: (words, strong) => {
      const { glyphs, positions } = fontOf(strong).layout(words)
      const steps: OutlineStep[] = []
      let x = 0
      glyphs.forEach(({ path }, n) => {
        const at = positions[n] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
        for (const { command, args } of path.commands)
          steps.push({
            type: types[command] ?? 'Z',
            points: args.map((value, index) =>
              Math.round(value + (index % 2 === 0 ? x + at.xOffset : at.yOffset)),
            ),
          })
        x += at.xAdvance
      })
      return steps
    },
  }
}
