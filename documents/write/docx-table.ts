import type { PackTable } from '../../domain/packs/pack-document.ts'
import { columnWidths } from './column-widths.ts'
import type { OnRows } from './write-document.ts'

const rule = 'C3CBD3'
const headFill = 'E4EAF0'
/** A row with a text from this length on may run over from one page to the next; others stand on one. */
const longText = 1_200
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

const cell = (content: string, width: number, style: string, fill: string | null = null): string =>
  `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${
    fill === null ? '' : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`
  }</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p></w:tc>`

/** A letter on a small field of colour; the spaces beside it belong to the field. */
const badge = (text: string, colour: string): string =>
  run(
    text === '' ? '' : `\u00a0${text}\u00a0`,
    `<w:rPr><w:b/><w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="${colour}"/></w:rPr>`,
  )

/** `isForm`: to be filled in, so that its empty cells are seen. */
const borders = (isForm: boolean): string => {
  const line = (side: string): string => `<w:${side} w:val="single" w:color="${rule}" w:sz="4"/>`
  const none = (side: string): string => `<w:${side} w:val="none" w:color="auto" w:sz="0"/>`
  return `<w:tblBorders>${line('top')}${none('left')}${line('bottom')}${none('right')}${line('insideH')}${(isForm ? line : none)('insideV')}</w:tblBorders>`
}

type Look = { readonly style: '' | 'Small'; readonly side: number; readonly letter: number }

/** Nine points; eight and closer together where so many columns share a page that none would have room for a sentence. */
const looks: Readonly<Record<'usual' | 'crowded', Look>> = {
  usual: { style: '', side: 100, letter: 1 },
  crowded: { style: 'Small', side: 50, letter: 8 / 9 },
}
const crowdedFrom = 11

const margins = (side: number): string =>
  `<w:tblCellMar><w:top w:type="dxa" w:w="50"/><w:left w:type="dxa" w:w="${side}"/><w:bottom w:type="dxa" w:w="50"/><w:right w:type="dxa" w:w="${side}"/></w:tblCellMar>`

/**
 * A table as WordprocessingML, `width` twentieths of a point wide, whose heading row repeats on every page and is not
 * split; only rows of long texts run over from page to page. ECMA-376 part 1, 17.4.
 */
export const tableXml = async (table: PackTable, width: number, onRows?: OnRows): Promise<string> => {
  // Arial at 9 points: an average letter is about half as wide as high, capitals and bold more.
  const { style, side, letter } = looks[table.columns.length < crowdedFrom ? 'usual' : 'crowded']
  const wordWidth = (word: string, heading: boolean): number =>
    [...word].length * (heading ? 116 : 104) * letter
  const widths = columnWidths(table, width, 2 * side, wordWidth).map(Math.floor)
  const { badges } = table
  const parts = [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${widths.reduce((sum, one) => sum + one, 0)}"/>${borders(table.isForm ?? false)}`,
    `<w:tblLayout w:type="fixed"/>${margins(side)}</w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...table.columns.map(({ heading }, at) =>
      cell(run(heading), widths[at] ?? 0, `TableHeading${style}`, headFill),
    ),
    '</w:tr>',
  ]
  for (const [index, row] of table.rows.entries()) {
    if (index > 0 && index % batch === 0) await onRows?.(index, table.rows.length)
    const colour = badges?.colours[index] ?? null
    const cells = row.map((text, at) =>
      cell(
        at === badges?.column && colour !== null ? badge(text, colour) : run(text),
        widths[at] ?? 0,
        `TableText${style}`,
      ),
    )
    const whole = row.every((text) => text.length < longText) ? '<w:trPr><w:cantSplit/></w:trPr>' : ''
    parts.push(`<w:tr>${whole}${cells.join('')}</w:tr>`)
  }
  parts.push('</w:tbl>')
  return parts.join('')
}
