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

type Layout = {
  readonly columns: readonly Column[]
  readonly heading: readonly (readonly string[])[]
  readonly headHeight: number
}

const layOut = (page: PdfPage, table: PackTable): Layout => {
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
  return { columns, heading, headHeight: heightOf(heading, headStyle) }
}

/** The height of a caption, a heading row and as much of the first row as must stand under them. */
const roomFor = (page: PdfPage, table: PackTable, { columns, headHeight }: Layout): number => {
  const first = columns.map((column, index) =>
    linesOf(page, table.rows[0]?.[index] ?? '', column.width - 2 * padding.x, cellStyle),
  )
  const height = heightOf(first, cellStyle)
  const least = isShort(page, height) ? height : 2 * padding.y + 4 * cellStyle.lineHeight
  return captionStyle.lineHeight + 4 + headHeight + least
}

/** The height a table must have on the page that something said above it stands on. */
export const leastTableHeight = (page: PdfPage, table: PackTable): number =>
  4 + roomFor(page, table, layOut(page, table))

/** A short row goes to the next page in one piece; a long one begins where it is and is continued. */
const isShort = (page: PdfPage, height: number): boolean => height < (page.bottom - margin.top) * 0.3

/**
 * Lays a table out row by row: the heading row again on each page, rows that do not fit continued on the next page line
 * by line, every cell tagged. (pdfkit's own table drops the lines of a cell that is taller than a page.)
 */
export const writePdfTable = (page: PdfPage, table: PackTable): void => {
  const { pdf } = page
  const layout = layOut(page, table)
  const { columns, heading, headHeight } = layout
  if (page.y + roomFor(page, table, layout) > page.bottom && page.y > margin.top) newPage(page)

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
  const fits = page.y + height <= page.bottom
  if (!fits && (isShort(page, height) || page.y + 2 * padding.y + 3 * cellStyle.lineHeight > page.bottom))
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
