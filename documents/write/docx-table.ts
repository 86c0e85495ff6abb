import type { PackTable } from '../../domain/packs/pack-document.ts'
import { columnWidths } from './column-widths.ts'
import type { OnRows } from './write-document.ts'

const rule = 'C3CBD3'
const headFill = 'E4EAF0'
/** Rows written between two reports of progress. */
const batch = 250

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

// A line break inside a text is a break inside its paragraph.
const run = (text: string, properties = ''): string =>
  text === ''
    ? ''
    : `<w:r>${properties}${text
        .split('\n')
        .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
        .join('<w:br/>')}</w:r>`

const cell = (text: string, width: number, style: string, fill: string | null, properties?: string): string =>
  `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${
    fill === null ? '' : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`
  }</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text, properties)}</w:p></w:tc>`

const onColour = '<w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>'

const borders = (): string => {
  const line = (side: string): string => `<w:${side} w:val="single" w:color="${rule}" w:sz="4"/>`
  const none = (side: string): string => `<w:${side} w:val="none" w:color="auto" w:sz="0"/>`
  return `<w:tblBorders>${line('top')}${none('left')}${line('bottom')}${none('right')}${line('insideH')}${none('insideV')}</w:tblBorders>`
}

const margins =
  '<w:tblCellMar><w:top w:type="dxa" w:w="50"/><w:left w:type="dxa" w:w="100"/><w:bottom w:type="dxa" w:w="50"/><w:right w:type="dxa" w:w="100"/></w:tblCellMar>'

/**
 * A table as WordprocessingML, `width` twentieths of a point wide, whose heading row repeats on every page and is not
 * split; other rows run on where a text is longer than a page. ECMA-376 part 1, 17.4.
 */
export const tableXml = async (table: PackTable, width: number, onRows?: OnRows): Promise<string> => {
  // Arial at 9 points: an average letter is about half as wide as high, capitals and bold more.
  const wordWidth = (word: string, heading: boolean): number => [...word].length * (heading ? 116 : 104)
  const widths = columnWidths(table, width, 200, wordWidth).map(Math.floor)
  const { badges } = table
  const parts = [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${widths.reduce((sum, one) => sum + one, 0)}"/>${borders()}`,
    `<w:tblLayout w:type="fixed"/>${margins}</w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...table.columns.map(({ heading }, at) => cell(heading, widths[at] ?? 0, 'TableHeading', headFill)),
    '</w:tr>',
  ]
  for (const [index, row] of table.rows.entries()) {
    if (index > 0 && index % batch === 0) await onRows?.(index, table.rows.length)
    const colour = badges?.colours[index] ?? null
    const cells = row.map((text, at) =>
      at === badges?.column && colour !== null
        ? cell(text, widths[at] ?? 0, 'TableText', colour, onColour)
        : cell(text, widths[at] ?? 0, 'TableText', null),
    )
    parts.push(`<w:tr>${cells.join('')}</w:tr>`)
  }
  parts.push('</w:tbl>')
  return parts.join('')
}
