import PDFDocument from 'pdfkit'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import { isLandscape } from './check-text.ts'
import { useFonts, type FontName, type PdfFonts } from './pdf-fonts.ts'
import { breakLines } from './break-lines.ts'
import { writeMetadata } from './pdf-metadata.ts'

// Points. Ink and fill keep a contrast of more than 7 to 1 (WCAG 2.2, 1.4.6).
export const margin = { side: 42, top: 58, bottom: 50 } as const
export const ink = { text: '#1a2229', quiet: '#4a5763', rule: '#c3cbd3', headFill: '#e4eaf0' } as const

export type TextStyle = { readonly font: FontName; readonly size: number; readonly lineHeight: number }

/** The page being written: where the next line goes, and the document's structure tree. */
export type PdfPage = {
  readonly pdf: PDFKit.PDFDocument
  readonly fonts: PdfFonts
  readonly root: PDFKit.PDFStructureElement
  readonly width: number
  readonly bottom: number
  y: number
}

export const openPdf = (document: PackDocument): PdfPage => {
  const options = {
    size: 'A4',
    layout: isLandscape(document) ? 'landscape' : 'portrait',
    // Room is kept by this module; pdfkit must never break a page by itself.
    margins: { top: 0, bottom: 0, left: margin.side, right: margin.side },
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as string, // missing from the published types
    tagged: true,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: document.title,
      CreationDate: new Date(document.timestamp),
      ModDate: new Date(document.timestamp),
    },
  }
  const pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions)
  writeMetadata(pdf, document)
  pdf.addPage()
  const fonts = useFonts(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return {
    pdf,
    fonts,
    root,
    width: pdf.page.width - 2 * margin.side,
    bottom: pdf.page.height - margin.bottom,
    y: margin.top,
  }
}

export const newPage = (page: PdfPage): void => {
  page.pdf.addPage()
  page.y = margin.top
}

export const asArtifact = (page: PdfPage, type: 'Pagination' | 'Layout', draw: () => void): void => {
  page.pdf.markContent('Artifact', { type })
  draw()
  page.pdf.endMarkedContent()
}

export const drawLine = (
  page: PdfPage,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  colour: string,
): void => {
  if (text === '') return
  page.pdf.font(style.font).fontSize(style.size).fillColor(colour).text(text, x, y, { lineBreak: false })
}

export const linesOf = (page: PdfPage, text: string, width: number, style: TextStyle): readonly string[] =>
  breakLines(text, width, (part) => page.fonts.width(part, style.font, style.size))

/**
 * How many of the lines from `next` on go on this page, at most `room`, so that no broken word is parted by the page's end;
 * 0 where every place to end the page would part one.
 */
export const wholeWords = (cells: readonly (readonly string[])[], next: number, room: number): number => {
  for (let taken = room; taken > 0; taken--) {
    const parted = cells.some((lines) => {
      const last = lines[next + taken - 1]
      return next + taken < lines.length && last !== undefined && /\S$/u.test(last)
    })
    if (!parted) return taken
  }
  return 0
}

/** Writes running text under one structure element, over as many pages as it needs. */
export const flowText = (
  page: PdfPage,
  element: PDFKit.PDFStructureElement,
  tag: string,
  text: string,
  style: TextStyle,
  options: { readonly colour?: string; readonly indent?: number } = {},
): void => {
  const indent = options.indent ?? 0
  const lines = linesOf(page, text, page.width - indent, style)
  let next = 0
  while (next < lines.length) {
    const room = Math.floor((page.bottom - page.y) / style.lineHeight)
    if (room < 1) {
      newPage(page)
      continue
    }
    const whole = wholeWords([lines], next, room)
    if (whole === 0 && page.y > margin.top) {
      newPage(page)
      continue
    }
    const part = lines.slice(next, next + (whole || room))
    element.add(page.pdf.markStructureContent(tag))
    for (const line of part) {
      drawLine(page, line, margin.side + indent, page.y, style, options.colour ?? ink.text)
      page.y += style.lineHeight
    }
    page.pdf.endMarkedContent()
    next += part.length
  }
}

/** Puts the marking above, and the title and "Page x of y" below, every page; then gives the file's bytes. */
export const closePdf = async (page: PdfPage, document: PackDocument): Promise<Uint8Array> => {
  const { pdf } = page
  page.root.end()
  const style = { font: 'regular', size: 8, lineHeight: 10 } as const satisfies TextStyle
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index)
    asArtifact(page, 'Pagination', () => {
      const marking = linesOf(page, document.marking.replaceAll('\n', ' '), page.width, style)
      let y = margin.top - 14 - marking.length * style.lineHeight
      for (const line of marking) {
        drawLine(page, line, margin.side, y, { ...style, font: 'bold' }, ink.quiet)
        y += style.lineHeight
      }
      pdf.lineWidth(0.5).strokeColor(ink.rule)
      pdf
        .moveTo(margin.side, y + 2)
        .lineTo(margin.side + page.width, y + 2)
        .stroke()
      const number = `Page ${index + 1} of ${count}`
      const wide = page.fonts.width(number, style.font, style.size)
      const foot = pdf.page.height - margin.bottom + 16
      drawLine(page, number, margin.side + page.width - wide, foot, style, ink.quiet)
      const title = linesOf(page, document.title.replaceAll('\n', ' '), page.width - wide - 20, style)
      drawLine(
        page,
        `${(title[0] ?? '').trimEnd()}${title.length > 1 ? ' …' : ''}`,
        margin.side,
        foot,
        style,
        ink.quiet,
      )
    })
  }
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => {
      resolve()
    })
    pdf.on('error', reject)
  })
  pdf.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}
