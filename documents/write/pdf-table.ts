import type { PackTable } from '../../domain/packs/pack-document.ts'
import { columnWidths } from './column-widths.ts'
import {
  asArtifact,
  drawLine,
  flowText,
  ink,
  linesOf,
  wholeWords,
  margin,
  newPage,
  type PdfPage,
  type TextStyle,
} from './pdf-page.ts'

const cellStyle = { font: 'regular', size: 9, lineHeight: 11.6 } as const satisfies TextStyle
const headStyle = { font: 'bold', size: 9, lineHeight: 11.6 } as const satisfies TextStyle
const captionStyle = { font: 'bold', size: 10, lineHeight: 14 } as const satisfies TextStyle
const padding = { x: 5, y: 4 } as const

// The published types do not know `scope`.
const columnScope = { scope: 'Column' } as { title?: string }

type Column = { readonly x: number; readonly width: number }

/**
 * Lays a table out row by row: the heading row again on each page, rows that do not fit continued on the next page line
 * by line, every cell tagged. (pdfkit's own table drops the lines of a cell that is taller than a page.)
 */
export const writePdfTable = (page: PdfPage, table: PackTable): void => {
  const { pdf } = page
  const widths = columnWidths(table, page.width, 2 * padding.x, (word, heading) => {
    const style = heading ? headStyle : cellStyle
    return page.fonts.width(word, style.font, style.size) + 0.01
  })
  let x: number = margin.side
  const columns = widths.map((width): Column => {
    const column = { x, width }
    x += width
    return column
  })
  const heading = columns.map((column, index) =>
    linesOf(page, table.columns[index]?.heading ?? '', column.width - 2 * padding.x, headStyle),
  )
  const headHeight = heightOf(heading, headStyle)
  if (page.y + captionStyle.lineHeight + headHeight + 4 * cellStyle.lineHeight > page.bottom) newPage(page)

  const element = pdf.struct('Table')
  page.root.add(element)
  if (table.caption !== '') {
    const caption = pdf.struct('Caption')
    element.add(caption)
    flowText(page, caption, 'Caption', table.caption, captionStyle)
    caption.end()
    page.y += 4
  }
  const headRow = pdf.struct('TR')
  element.add(headRow)
  drawHeadFill(page, headHeight)
  for (const [index, lines] of heading.entries()) {
    const cell = pdf.struct('TH', columnScope)
    headRow.add(cell)
    cell.add(pdf.markStructureContent('TH'))
    drawCell(page, lines, columns[index], headStyle)
    pdf.endMarkedContent()
    cell.end()
  }
  headRow.end()
  page.y += headHeight

  const repeatHeading = (): void => {
    newPage(page)
    drawHeadFill(page, headHeight)
    asArtifact(page, 'Pagination', () => {
      for (const [index, lines] of heading.entries()) drawCell(page, lines, columns[index], headStyle)
    })
    page.y += headHeight
  }
  for (const row of table.rows) writeRow(page, element, row, columns, repeatHeading)
  element.end()
  page.y += 12
}

const heightOf = (cells: readonly (readonly string[])[], style: TextStyle): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * style.lineHeight + 2 * padding.y

const drawCell = (
  page: PdfPage,
  lines: readonly string[],
  column: Column | undefined,
  style: TextStyle,
): void => {
  if (!column) return
  for (const [index, line] of lines.entries()) {
    drawLine(page, line, column.x + padding.x, page.y + padding.y + index * style.lineHeight, style, ink.text)
  }
}

const drawHeadFill = (page: PdfPage, height: number): void => {
  asArtifact(page, 'Layout', () => {
    page.pdf.rect(margin.side, page.y, page.width, height).fill(ink.headFill)
  })
}

const writeRow = (
  page: PdfPage,
  table: PDFKit.PDFStructureElement,
  row: readonly string[],
  columns: readonly Column[],
  repeatHeading: () => void,
): void => {
  const { pdf } = page
  const cells = columns.map((column, index) =>
    linesOf(page, row[index] ?? '', column.width - 2 * padding.x, cellStyle),
  )
  const height = heightOf(cells, cellStyle)
  const pageRoom = page.bottom - margin.top
  const fits = page.y + height <= page.bottom
  // A short row goes to the next page in one piece; a long one begins here and is continued.
  if (!fits && (height < pageRoom * 0.3 || page.y + 2 * padding.y + 3 * cellStyle.lineHeight > page.bottom))
    repeatHeading()

  const element = pdf.struct('TR')
  table.add(element)
  const elements = columns.map(() => {
    const cell = pdf.struct('TD')
    element.add(cell)
    return cell
  })
  const lineCount = Math.max(1, ...cells.map((lines) => lines.length))
  let next = 0
  let fresh = false
  const goOn = (): void => {
    repeatHeading()
    fresh = true
  }
  while (next < lineCount) {
    const room = Math.max(1, Math.floor((page.bottom - page.y - 2 * padding.y) / cellStyle.lineHeight))
    const whole = wholeWords(cells, next, room)
    if (whole === 0 && !fresh) {
      goOn()
      continue
    }
    const taken = whole || room
    const part = cells.map((lines) => lines.slice(next, next + taken))
    for (const [index, lines] of part.entries()) {
      if (lines.every((line) => line === '')) continue
      elements[index]?.add(pdf.markStructureContent('TD'))
      drawCell(page, lines, columns[index], cellStyle)
      pdf.endMarkedContent()
    }
    page.y += heightOf(part, cellStyle)
    next += taken
    drawRule(page)
    fresh = false
    if (next < lineCount) goOn()
  }
  for (const cell of elements) cell.end()
  element.end()
}

const drawRule = (page: PdfPage): void => {
  asArtifact(page, 'Layout', () => {
    page.pdf.lineWidth(0.5).strokeColor(ink.rule)
    page.pdf
      .moveTo(margin.side, page.y)
      .lineTo(margin.side + page.width, page.y)
      .stroke()
  })
}
