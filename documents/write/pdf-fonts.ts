import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import { ExpectedError } from '../../domain/result.ts'
import { characterName, textsOf } from './check-text.ts'

export type FontName = 'regular' | 'bold'

const files: Readonly<Record<FontName, string>> = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
}

// DejaVu: whole fonts, not subsets, so that Polish, Welsh or Greek names keep every letter.
const loaded = new Map<FontName, Buffer>()

const fontFile = (name: FontName): Buffer => {
  const known = loaded.get(name)
  if (known) return known
  const bytes = readFileSync(createRequire(import.meta.url).resolve(files[name]))
  loaded.set(name, bytes)
  return bytes
}

/** A font file as pdfkit holds it open, beyond its published types. Lengths are in font units, `unitsPerEm` to the letter height. */
export type Font = {
  readonly unitsPerEm: number
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
  readonly layout: (text: string) => {
    readonly advanceWidth: number
    readonly glyphs: readonly {
      readonly path: {
        readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[]
      }
    }[]
    readonly positions: readonly {
      readonly xAdvance: number
      readonly xOffset: number
      readonly yOffset: number
    }[]
  }
}

export type OpenFont = { readonly font: Font }

export type PdfFonts = {
  /** Width in points of one word or line. */
  readonly width: (text: string, font: FontName, size: number) => number
  readonly has: (codePoint: number) => boolean
}

/** Registers both fonts with a PDF and gives their measures. */
export const useFonts = (pdf: PDFKit.PDFDocument): PdfFonts => {
  const open: Record<FontName, OpenFont> = { regular: openFont(pdf, 'regular'), bold: openFont(pdf, 'bold') }
  // Widths are kept at size 1000 and scaled.
  const widths: Record<FontName, Map<string, number>> = { regular: new Map(), bold: new Map() }
  return {
    width: (text, font, size) => {
      let width = widths[font].get(text)
      if (width === undefined) {
        width = pdf.font(font).fontSize(1000).widthOfString(text)
        widths[font].set(text, width)
      }
      return (width * size) / 1000
    },
    has: (codePoint) =>
      open.regular.font.hasGlyphForCodePoint(codePoint) && open.bold.font.hasGlyphForCodePoint(codePoint),
  }
}

export const openFont = (pdf: PDFKit.PDFDocument, name: FontName): OpenFont => {
  pdf.registerFont(name, fontFile(name))
  pdf.font(name)
  return (pdf as unknown as { readonly _font: OpenFont })._font
}

// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/**
 * Refuses a document with a character the PDF's fonts cannot draw, rather than print a gap in a name.
 * Errors: `invalid`, naming the character number and its place.
 */
export const checkGlyphs = (document: PackDocument, fonts: PdfFonts): void => {
  const checked = new Set<string>(['\n', '\t'])
  for (const { place, text } of textsOf(document)) {
    for (const character of text) {
      if (checked.has(character)) continue
      const codePoint = character.codePointAt(0) ?? 0
      if (rightToLeft.test(character)) {
        throw new ExpectedError(
          'invalid',
          `The document cannot be written as PDF: ${place} holds right-to-left writing, which would print back to front. ` +
            'The other formats can hold it.',
        )
      }
      if (!fonts.has(codePoint)) {
        throw new ExpectedError(
          'invalid',
          `The document cannot be written as PDF: its font has no sign for character ${characterName(codePoint)} ` +
            `in ${place}. The other formats can hold it.`,
        )
      }
      checked.add(character)
    }
  }
}
