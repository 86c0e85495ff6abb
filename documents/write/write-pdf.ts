import { assertNever } from '../../domain/result.ts'
import type { PackBlock, PackDocument } from '../../domain/packs/pack-document.ts'
import { checkGlyphs } from './pdf-fonts.ts'
import {
  closePdf,
  flowText,
  ink,
  linesOf,
  newPage,
  openPdf,
  type PdfPage,
  type TextStyle,
} from './pdf-page.ts'
import { leastTableHeight, writePdfTable } from './pdf-table.ts'

const body = { font: 'regular', size: 10, lineHeight: 14 } as const satisfies TextStyle
const titleStyle = { font: 'bold', size: 20, lineHeight: 26 } as const satisfies TextStyle
const subtitleStyle = { font: 'regular', size: 11, lineHeight: 15 } as const satisfies TextStyle
const headings = {
  1: { font: 'bold', size: 15, lineHeight: 20 },
  2: { font: 'bold', size: 12.5, lineHeight: 17 },
  3: { font: 'bold', size: 10.5, lineHeight: 15 },
} as const satisfies Record<1 | 2 | 3, TextStyle>

/**
 * Writes a document as a tagged A4 PDF (PDF/UA-1 structure: language, title shown, headings, lists, tables with column
 * headings, page furniture as artifacts), fonts embedded, without creator, producer or any time but the document's own.
 * Errors: `invalid` for a character the embedded fonts cannot draw.
 */
export const writePdf = async (document: PackDocument): Promise<Uint8Array> => {
  const page = openPdf(document)
  checkGlyphs(document, page.fonts)
  writeText(page, 'H1', document.title, titleStyle)
  if (document.subtitle !== '') writeText(page, 'P', document.subtitle, subtitleStyle, ink.quiet)
  page.y += 10
  // PDF/UA-1 clause 7.4.2: heading levels are not skipped.
  let level = 1
  for (const [at, block] of document.blocks.entries()) {
    if (block.type === 'heading') {
      level = Math.min(block.level + 1, level + 1)
      // A heading is not left alone at the foot of a page. One that follows another has room already.
      const isFirst = document.blocks[at - 1]?.type !== 'heading'
      if (isFirst && page.y + roomUnder(page, document.blocks, at) > page.bottom) newPage(page)
    }
    writeBlock(page, block, level)
  }
  return closePdf(page, document)
}

/** The height of headings from `at` on and of the least that must stand under the last of them. */
const roomUnder = (page: PdfPage, blocks: readonly PackBlock[], at: number): number => {
  let room = 0
  for (const block of blocks.slice(at)) {
    if (block.type === 'table') return room + leastTableHeight(page, block)
    if (block.type !== 'heading') return room + 4 * body.lineHeight
    const style = headings[block.level]
    room += 8 + linesOf(page, block.text, page.width, style).length * style.lineHeight + 3
  }
  return room
}

const writeBlock = (page: PdfPage, block: PackBlock, level: number): void => {
  switch (block.type) {
    case 'heading': {
      const style = headings[block.level]
      page.y += 8
      writeText(page, `H${level}`, block.text, style)
      page.y += 3
      return
    }
    case 'paragraph':
      writeText(page, 'P', block.text, body)
      page.y += 6
      return
    case 'list':
      writeList(page, block.items)
      return
    case 'table':
      page.y += 4
      writePdfTable(page, block)
      return
    default:
      assertNever(block)
  }
}

const writeText = (
  page: PdfPage,
  tag: string,
  text: string,
  style: TextStyle,
  colour: string = ink.text,
): void => {
  const element = page.pdf.struct(tag)
  page.root.add(element)
  flowText(page, element, tag, text, style, { colour })
  element.end()
}

const writeList = (page: PdfPage, items: readonly string[]): void => {
  const { pdf } = page
  const list = pdf.struct('L')
  page.root.add(list)
  for (const text of items) {
    if (page.y + body.lineHeight > page.bottom) newPage(page)
    const item = pdf.struct('LI')
    list.add(item)
    const label = pdf.struct('Lbl')
    item.add(label)
    const { y } = page
    flowText(page, label, 'Lbl', '•', body, { indent: 4 })
    label.end()
    page.y = y
    const content = pdf.struct('LBody')
    item.add(content)
    flowText(page, content, 'LBody', text, body, { indent: 16 })
    content.end()
    item.end()
    page.y += 2
  }
  list.end()
  page.y += 6
}
