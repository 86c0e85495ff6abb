import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node'
import { assertNever } from '../../domain/result.ts'
import type { PackDocument, PackTable } from '../../domain/packs/pack-document.ts'
import { columnWidths } from './column-widths.ts'
import { repackOffice } from './pack-zip.ts'
import { breakLines } from './break-lines.ts'
import { excelText, withPlainWords } from './excel-text.ts'
import { sheetNames } from './sheet-names.ts'

const fontFamily = 'Arial'
const textColor = '#1A2229'
const quiet = '#4A5763'
const rule = { bottomBorderStyle: 'thin', bottomBorderColor: '#C3CBD3' } as const

/** Excel keeps at most 32,767 characters in a cell; a longer text is continued in the row below. */
const cellLimit = 32_000

/**
 * Writes a document as Excel: a "Contents" sheet with title, headings and paragraphs, and one sheet for each table with a
 * frozen heading row. Every cell is text, so what begins with "=" stays what was written. No document properties, no times.
 */
export const writeXlsx = async (document: PackDocument): Promise<Uint8Array> => {
  const tables = document.blocks.filter((block) => block.type === 'table')
  const names = sheetNames(
    tables.map((table) => table.caption),
    ['Contents'],
  )
  const sheets: Sheet<never>[] = [contents(document, names)]
  for (const [index, table] of tables.entries()) sheets.push(sheetOf(table, names[index] ?? ''))
  const bytes = await writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0] as never, {
    fontFamily,
    fontSize: 10,
  }).toBuffer()
  return repackOffice(
    bytes,
    (name) => name.startsWith('docProps/'),
    (name, xml) => {
      if (name === 'xl/sharedStrings.xml') return withPlainWords(xml)
      if (name === 'xl/workbook.xml') return withPrintTitles(xml, names)
      const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1]
      if (sheet === undefined) return xml
      const columns = tables[Number(sheet) - 2]?.columns.length ?? 1
      return withPrintSetup(xml, document, columns > a4Columns ? a3 : a4)
    },
  )
}

// `ST_PaperSize` of ECMA-376 part 1, 18.3.1.63; more columns than this cannot be read on one page of A4.
const [a3, a4] = [8, 9]
const a4Columns = 12

// The heading row of every table is printed on every page of it. ECMA-376 part 1, 18.2.5.
const withPrintTitles = (xml: string, names: readonly string[]): string =>
  names.length === 0
    ? xml
    : xml.replace(
        '</sheets>',
        () =>
          `</sheets><definedNames>${names
            .map(
              (name, index) =>
                `<definedName name="_xlnm.Print_Titles" localSheetId="${index + 1}">${escapeXml(`'${name.replaceAll("'", "''")}'`)}!$1:$1</definedName>`,
            )
            .join('')}</definedNames>`,
      )

const escapeXml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

// Printed one page wide, with the marking above and page numbers below. `&` begins a code in a header and is doubled;
// Excel keeps at most 255 characters of it, and the marking stands in full on the "Contents" sheet.
const withPrintSetup = (xml: string, document: PackDocument, paperSize: number): string => {
  const marking = document.marking.replaceAll('\n', ' ').slice(0, 120).replaceAll('&', '&&')
  const escaped = escapeXml(marking)
  const landscape = xml.includes('orientation="landscape"') ? ' orientation="landscape"' : ''
  return xml
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/gu, '')
    .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(
      '</worksheet>',
      () =>
        '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
        `<pageSetup paperSize="${paperSize}" fitToHeight="0"${landscape}/>` +
        `<headerFooter><oddHeader>&amp;L&amp;8 ${escaped}</oddHeader>` +
        '<oddFooter>&amp;L&amp;8&amp;A&amp;R&amp;8Page &amp;P of &amp;N</oddFooter></headerFooter></worksheet>',
    )
}

const text = (value: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject => ({
  type: String,
  value: excelText(value),
  textColor,
  alignVertical: 'top',
  wrap: true,
  ...style,
})

const contents = (document: PackDocument, names: readonly string[]): Sheet<never> => {
  const rows: CellObject[][] = [
    [text(document.marking, { fontWeight: 'bold', textColor: quiet, fontSize: 9 })],
    [text(document.title, { fontWeight: 'bold', fontSize: 18 })],
    [text(document.subtitle, { textColor: quiet, fontSize: 11 })],
    [],
  ]
  let tableNumber = 0
  for (const block of document.blocks) {
    switch (block.type) {
      case 'heading':
        rows.push(
          [],
          [
            text(block.text, {
              fontWeight: 'bold',
              fontSize: block.level === 1 ? 14 : block.level === 2 ? 12 : 10,
            }),
          ],
        )
        break
      case 'paragraph':
        for (const part of inCells(block.text)) rows.push([text(part)])
        break
      case 'list':
        for (const item of block.items) for (const part of inCells(item)) rows.push([text(`• ${part}`)])
        break
      case 'table':
        rows.push([text(block.caption, { fontWeight: 'bold' })])
        rows.push([text(`On the sheet “${names[tableNumber++] ?? ''}”`, { textColor: quiet })])
        break
      default:
        assertNever(block)
    }
  }
  return {
    sheet: 'Contents',
    data: rows.map((row) => inHeight(row, [100])),
    columns: [{ width: 100 }],
    showGridLines: false,
  }
}

const sheetOf = (table: PackTable, name: string): Sheet<never> => {
  const total = Math.max(table.columns.length > 4 ? 150 : 110, table.columns.length * 14)
  const widths = columnWidths(table, total, 2, (word) => [...word].length * 1.05).map((width) =>
    Math.max(8, Math.round(width * 10) / 10),
  )
  const heading = table.columns.map((column) =>
    text(column.heading, { fontWeight: 'bold', backgroundColor: '#E4EAF0', ...rule }),
  )
  return {
    sheet: name,
    data: [heading, ...table.rows.flatMap((row, index) => rowsOf(row, table, index))].map((row) =>
      inHeight(row, widths),
    ),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    ...(table.columns.length > 4 ? { orientation: 'landscape' as const } : {}),
  }
}

// Row heights are written because not every program works them out for wrapped text; 409 points is the most Excel allows.
const inHeight = (row: readonly CellObject[], widths: readonly number[]): CellObject[] => {
  const heights = row.map((cell, column) => {
    const size = cell.fontSize ?? 10
    const lines = breakLines(
      String(cell.value),
      (widths[column] ?? 0) - 1,
      (part) => (part.length * size) / 10,
    )
    return Math.max(1, lines.length) * size * 1.28 + 3
  })
  const height = Math.min(409, Math.round(Math.max(15, ...heights) * 10) / 10)
  return row.map((cell) => ({ ...cell, height }))
}

const rowsOf = (row: readonly string[], { badges }: PackTable, at: number): CellObject[][] => {
  const parts = row.map(inCells)
  const height = Math.max(1, ...parts.map((cells) => cells.length))
  const colour = badges?.colours[at] ?? null
  const styleOf = (column: number): Omit<CellObject, 'value' | 'type'> =>
    column === badges?.column && colour !== null
      ? { ...rule, backgroundColor: `#${colour}`, textColor: '#FFFFFF', fontWeight: 'bold' }
      : rule
  return Array.from({ length: height }, (_, index) =>
    parts.map((cells, column) => text(cells[index] ?? '', styleOf(column))),
  )
}

// Cut at white space, else between characters.
const inCells = (value: string): readonly string[] => {
  const parts: string[] = []
  let rest = value
  while (rest.length > cellLimit) {
    const space = rest.slice(0, cellLimit).search(/\s\S*$/u)
    const end =
      space > 0 ? space : /[\ud800-\udbff]/u.test(rest.charAt(cellLimit - 1)) ? cellLimit - 1 : cellLimit
    parts.push(rest.slice(0, end))
    rest = space > 0 ? rest.slice(end + 1) : rest.slice(end)
  }
  return [...parts, rest]
}
