import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import type { FindingKind } from '../../../domain/packs/pack-document.ts'
import { anXlsx, cell, everythingIn, hiddenIn, kindsIn, link, spreadsheetPart } from './build-files.ts'

const rows = (...inner: readonly string[]): string => `<sheetData>${inner.join('')}</sheetData>`
const row = (number: number, cells: string, attributes = ''): string =>
  `<row r="${number}" ${attributes}>${cells}</row>`
const oneSheet = (xml: string, parts = {}, workbook = '', links?: readonly string[]): Uint8Array =>
  anXlsx([{ name: 'Sheet1', xml, ...(links ? { links } : {}) }], parts, workbook)

const styles = spreadsheetPart(
  'styleSheet',
  '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>' +
    '<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><color rgb="FF1F3864"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills>' +
    '<cellXfs><xf/><xf fontId="1" fillId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf fontId="2" fillId="1"/><xf fontId="1" fillId="1"/></cellXfs>',
)

type Trap = {
  readonly name: string
  readonly file: Uint8Array
  readonly text: string
  readonly finding?: { readonly kind: FindingKind; readonly where: string }
}

const traps: readonly Trap[] = [
  {
    name: 'letters in the colour of their fill',
    file: oneSheet(rows(row(1, cell('A1', 'blue words', 's="4"'))), { 'xl/styles.xml': styles }),
    text: 'blue words',
    finding: { kind: 'hidden-text', where: 'Sheet1!A1' },
  },
  {
    name: 'a hidden row',
    file: oneSheet(rows(row(3, cell('B3', 'row words'), 'hidden="1"'))),
    text: 'row words',
    finding: { kind: 'hidden-row', where: 'Sheet1!3' },
  },
  {
    name: 'a row of no height',
    file: oneSheet(rows(row(3, cell('B3', 'flat words'), 'ht="0"'))),
    text: 'flat words',
    finding: { kind: 'hidden-row', where: 'Sheet1!3' },
  },
  {
    name: 'a hidden column',
    file: oneSheet(
      `<cols><col min="27" max="27" hidden="1"/></cols>${rows(row(1, cell('AA1', 'column words')))}`,
    ),
    text: 'column words',
    finding: { kind: 'hidden-column', where: 'Sheet1!AA' },
  },
  {
    name: 'hidden columns together',
    file: oneSheet(
      `<cols><col min="2" max="4" width="0"/></cols>${rows(row(1, cell('C1', 'narrow words')))}`,
    ),
    text: 'narrow words',
    finding: { kind: 'hidden-column', where: 'Sheet1!B:D' },
  },
  {
    name: 'a very hidden sheet',
    file: anXlsx([
      { name: 'Sheet1', xml: rows() },
      { name: 'Key', state: 'veryHidden', xml: rows(row(1, cell('A1', 'sheet words'))) },
    ]),
    text: 'sheet words',
    finding: { kind: 'hidden-sheet', where: 'Key' },
  },
  {
    name: 'a sheet the workbook does not name',
    file: oneSheet(rows(), {
      'xl/worksheets/sheet9.xml': spreadsheetPart('worksheet', rows(row(1, cell('A1', 'orphan words')))),
    }),
    text: 'orphan words',
    finding: { kind: 'hidden-sheet', where: 'xl/worksheets/sheet9.xml' },
  },
  {
    name: 'white text',
    file: oneSheet(rows(row(1, cell('A1', 'white words', 's="1"'))), { 'xl/styles.xml': styles }),
    text: 'white words',
    finding: { kind: 'hidden-text', where: 'Sheet1!A1' },
  },
  {
    name: 'a format that shows nothing',
    file: oneSheet(rows(row(1, cell('A1', 'format words', 's="2"'))), { 'xl/styles.xml': styles }),
    text: 'format words',
    finding: { kind: 'hidden-text', where: 'Sheet1!A1' },
  },
  {
    name: 'text under a merge',
    file: oneSheet(
      `${rows(row(1, cell('A1', 'top') + cell('B1', 'covered words')))}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
    ),
    text: 'covered words',
    finding: { kind: 'hidden-text', where: 'Sheet1!B1' },
  },
  {
    name: 'a string in no cell',
    file: oneSheet(rows(), {
      'xl/sharedStrings.xml': spreadsheetPart('sst', '<si><r><t>left </t></r><r><t>over</t></r></si>'),
    }),
    text: 'left over',
    finding: { kind: 'hidden-text', where: 'xl/sharedStrings.xml string 1, in no cell' },
  },
  {
    name: 'a cell comment',
    file: oneSheet(
      rows(),
      {
        'xl/comments1.xml': spreadsheetPart(
          'comments',
          '<authors><author>Cleo</author></authors><commentList><comment ref="F5"><text><r><t>a re</t></r><r><t>mark</t></r></text></comment></commentList>',
        ),
      },
      '',
      [link('rId1', 'comments', '../comments1.xml')],
    ),
    text: 'a remark',
    finding: { kind: 'comment', where: 'Sheet1!F5 comment' },
  },
  {
    name: 'a threaded comment',
    file: oneSheet(
      rows(),
      {
        'xl/threadedComments/threadedComment1.xml':
          '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2"><text>thread words</text></threadedComment></ThreadedComments>',
      },
      '',
      [link('rId1', 'threadedComment', '../threadedComments/threadedComment1.xml')],
    ),
    text: 'thread words',
    finding: { kind: 'comment', where: 'Sheet1!A2 comment' },
  },
  {
    name: 'a formula',
    file: oneSheet(rows(row(1, '<c r="A1" t="str"><f>"Mar"&amp;"ion"</f><v>Marion</v></c>'))),
    text: '"Mar"&"ion"',
  },
  {
    name: 'a defined name',
    file: oneSheet(
      rows(),
      {},
      '<definedNames><definedName name="Marion_home" hidden="1">"12 Test Street"</definedName></definedNames>',
    ),
    text: '12 Test Street',
  },
  {
    name: 'a validation list',
    file: oneSheet(
      `${rows()}<dataValidations><dataValidation type="list" sqref="A1" promptTitle="Who" prompt="Marion or Test"><formula1>"Marion,Test"</formula1></dataValidation></dataValidations>`,
    ),
    text: 'Marion or Test',
  },
  {
    name: 'a link',
    file: oneSheet(
      `${rows()}<hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="Marion"/></hyperlinks>`,
      {},
      '',
      [link('rId1', 'hyperlink', 'https://example.com/marion%20test', 'TargetMode="External"')],
    ),
    text: 'https://example.com/marion test',
    finding: { kind: 'external-link', where: 'xl/worksheets/sheet1.xml' },
  },
  {
    name: 'a pivot cache',
    file: oneSheet(rows(), {
      'xl/pivotCache/pivotCacheDefinition1.xml': spreadsheetPart(
        'pivotCacheDefinition',
        '<cacheFields><cacheField name="Client"><sharedItems><s v="Marion"/></sharedItems></cacheField></cacheFields>',
      ),
    }),
    text: 'Marion',
    finding: { kind: 'pivot-cache', where: 'xl/pivotCache/pivotCacheDefinition1.xml' },
  },
  {
    name: 'values of another workbook',
    file: oneSheet(rows(), {
      'xl/externalLinks/externalLink1.xml': spreadsheetPart(
        'externalLink',
        '<externalBook><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>Marion far away</v></cell></row></sheetData></sheetDataSet></externalBook>',
      ),
    }),
    text: 'Marion far away',
    finding: { kind: 'external-link', where: 'xl/externalLinks/externalLink1.xml' },
  },
  {
    name: 'an old drawing that is no XML',
    file: oneSheet(rows(), { 'xl/drawings/vmlDrawing1.vml': '<xml><div>Marion<br>here</div></xml>' }),
    text: 'Marion',
    finding: { kind: 'unreadable-part', where: 'xl/drawings/vmlDrawing1.vml' },
  },
]

describe('a workbook with', () => {
  it.each(traps)('$name', async ({ file, text, finding }) => {
    const inspection = await inspectFile(file, 'file.xlsx')
    expect(hiddenIn(inspection)).toContain(text)
    if (finding) expect(inspection.findings).toContainEqual(finding)
    else expect(kindsIn(inspection)).toEqual([])
  })

  it('a date, told as stored and as a person reads it', async () => {
    // ECMA-376: serial 45000 is 15 March 2023 in the 1900 system.
    const file = oneSheet(rows(row(1, '<c r="A1" s="3"><v>45000</v></c>')), { 'xl/styles.xml': styles })
    const everything = everythingIn(await inspectFile(file, 'file.xlsx'))
    for (const form of ['45000', '2023-03-15', '15/03/2023']) expect(everything).toContain(form)
  })

  it('white letters on a dark fill, which are not hidden', async () => {
    const file = oneSheet(rows(row(1, cell('A1', 'Heading', 's="5"'))), { 'xl/styles.xml': styles })
    expect((await inspectFile(file, 'file.xlsx')).findings).toEqual([])
  })

  it('visible cells, told with their place and as not hidden', async () => {
    const inspection = await inspectFile(oneSheet(rows(row(4, cell('B4', 'seen _x0041_')))), 'file.xlsx')
    expect(inspection.texts).toContainEqual({ where: 'Sheet1!B4', text: 'seen A', hidden: false })
    expect(inspection.findings).toEqual([])
  })
})
