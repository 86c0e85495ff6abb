import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/node'
import { breakLines } from './break-lines.ts'
import { excelText, withPlainWords } from './excel-text.ts'
import { repackOffice } from './pack-zip.ts'
import { exampleRows, type TemplateColumn, type TemplateSection } from './template-text.ts'

export type TemplateContent = {
  readonly title: string
  readonly subtitle: string
  readonly marking: string
  readonly columns: readonly TemplateColumn[]
  readonly sections: readonly TemplateSection[]
  readonly abbreviations: readonly (readonly [string, string])[]
}

const ink = '#1A2229'
const quiet = '#4A5763'
const headFill = '#E4EAF0'
const exampleFill = '#F5F0E1'
const line = {
  borderStyle: 'thin',
  borderColor: '#C3CBD3',
} as const
const chronologyName = 'Chronology'
const emptyRows = 300
/** Lists of answers are offered down to here, so that pasted rows have them too. */
const lastListRow = 5000
const headingRow = 3

const text = (value: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject => ({
  type: String,
  value: excelText(value),
  textColor: ink,
  alignVertical: 'top',
  wrap: true,
  ...style,
})

// `@` is Excel's text format: what is typed stays what was typed, and no program makes another date of it.
const empty: CellObject = { type: String, value: '', format: '@', wrap: true, alignVertical: 'top', ...line }

const heightOf = (values: readonly string[], widths: readonly number[], size: number): number => {
  const lines = values.map(
    (value, at) => breakLines(value, (widths[at] ?? 10) - 1.5, (part) => (part.length * size) / 10).length,
  )
  return Math.max(18, Math.ceil(Math.max(1, ...lines) * size * 1.32 + 5))
}

const widthsOf = (columns: readonly TemplateColumn[]): number[] => {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  return columns.map(({ weight, heading }) => {
    const longestWord = Math.max(...heading.split(' ').map((word) => word.length))
    return Math.max(Math.round((weight / total) * 190 * 10) / 10, longestWord * 1.15 + 2)
  })
}

const instructions = ({ title, subtitle, marking, sections }: TemplateContent): Sheet<never> => {
  const width = 96
  const row = (value: string, style: Omit<CellObject, 'value' | 'type'>, size: number): CellObject[] => [
    text(value, { ...style, fontSize: size, height: heightOf([value], [width], size) }),
  ]
  const rows = [
    row(marking, { fontWeight: 'bold', textColor: quiet }, 9),
    row(title, { fontWeight: 'bold' }, 18),
    row(subtitle, { textColor: quiet }, 11),
    ...sections.flatMap(({ heading, items }) => [
      [text('', { height: 8 })],
      row(heading, { fontWeight: 'bold' }, 13),
      ...items.map((item) => row(`• ${item}`, {}, 10)),
    ]),
  ]
  return { sheet: 'How to fill this in', data: rows, columns: [{ width }], showGridLines: false }
}

const chronology = ({ title, marking, columns }: TemplateContent): Sheet<never> => {
  const widths = widthsOf(columns)
  const headings = columns.map(({ heading }) => heading)
  const examples = exampleRows.map((at) => {
    const values = columns.map(({ examples: said }) => said[at])
    const height = heightOf(values, widths, 10)
    return values.map((value) =>
      text(value, {
        format: '@',
        fontStyle: 'italic',
        textColor: quiet,
        backgroundColor: exampleFill,
        height,
        ...line,
      }),
    )
  })
  return {
    sheet: chronologyName,
    data: [
      [text(title, { fontWeight: 'bold', fontSize: 14, wrap: false, height: 22 })],
      [text(marking, { textColor: quiet, fontSize: 9, wrap: false })],
      headings.map((heading) =>
        text(heading, {
          fontWeight: 'bold',
          backgroundColor: headFill,
          height: heightOf(headings, widths, 10.5),
          ...line,
        }),
      ),
      ...examples,
      ...Array.from({ length: emptyRows }, () => columns.map(() => empty)),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: headingRow,
    orientation: 'landscape',
    showGridLines: false,
  }
}

const abbreviationSheet = ({ abbreviations }: TemplateContent): Sheet<never> => ({
  sheet: 'Abbreviations',
  data: [
    ['Abbreviation', 'Meaning'].map((heading) =>
      text(heading, { fontWeight: 'bold', backgroundColor: headFill, ...line }),
    ),
    ...abbreviations.map((pair) => pair.map((value) => text(value, line))),
    ...Array.from({ length: 40 }, () => [empty, empty]),
  ],
  columns: [{ width: 22 }, { width: 70 }],
  stickyRowsCount: 1,
  showGridLines: false,
})

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

const escapeXml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Answers are offered and not forced: a record may hold words nobody foresaw. ECMA-376 part 1, 18.3.1.32. */
const listsOf = (columns: readonly TemplateColumn[]): string => {
  const lists = columns.flatMap(({ choices = [] }, index) => {
    if (choices.length === 0) return []
    const column = letterOf(index)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${column}${headingRow + 1}:${column}${lastListRow}"><formula1>&quot;${escapeXml(choices.join(','))}&quot;</formula1></dataValidation>`
  })
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

const printed = (orientation: 'portrait' | 'landscape'): string =>
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  `<pageSetup paperSize="9" fitToHeight="0" orientation="${orientation}"/>` +
  '<headerFooter><oddFooter>&amp;R&amp;8Page &amp;P of &amp;N</oddFooter></headerFooter>'

/** Printed one page wide; lists of answers stand before the margins of the page. ECMA-376 part 1, 18.3.1.99. */
const withPrint = (xml: string, orientation: 'portrait' | 'landscape', lists = ''): string =>
  xml
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/gu, '')
    .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</worksheet>', () => `${lists}${printed(orientation)}</worksheet>`)

const withPrintTitles = (xml: string): string =>
  xml.replace(
    '</sheets>',
    `</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">${chronologyName}!$${headingRow}:$${headingRow}</definedName></definedNames>`,
  )

/** Writes the template as a workbook that opens on its instructions; the headings stay in sight and print on every page. */
export const writeTemplateXlsx = async (content: TemplateContent): Promise<Uint8Array> => {
  const sheets = [instructions(content), chronology(content), abbreviationSheet(content)]
  const bytes = await writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0] as never, {
    fontFamily: 'Arial',
    fontSize: 10,
  }).toBuffer()
  return repackOffice(
    bytes,
    (name) => name.startsWith('docProps/'),
    (name, xml) => {
      if (name === 'xl/sharedStrings.xml') return withPlainWords(xml)
      if (name === 'xl/workbook.xml') return withPrintTitles(xml)
      if (name === 'xl/worksheets/sheet2.xml') return withPrint(xml, 'landscape', listsOf(content.columns))
      return name.startsWith('xl/worksheets/sheet') ? withPrint(xml, 'portrait') : xml
    },
  )
}
