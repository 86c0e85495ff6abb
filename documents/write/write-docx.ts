import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { assertNever } from '../../domain/result.ts'
import type { PackBlock, PackDocument } from '../../domain/packs/pack-document.ts'
import { isLandscape } from './check-text.ts'
import { tableXml } from './docx-table.ts'
import { repackOffice } from './pack-zip.ts'
import type { OnRows } from './write-document.ts'

// Twentieths of a point. A4 is 11906 by 16838.
const sideMargin = 850
const colours = { text: '1A2229', quiet: '4A5763', rule: 'C3CBD3' } as const
const font = 'Arial'

/**
 * Writes a document as Word: heading styles, lists, tables whose heading row repeats, marking above and page numbers below.
 * The file has no document properties, no authors, no revision marks and no times. `onRows` hears of a long table's progress.
 */
export const writeDocx = async (document: PackDocument, onRows?: OnRows): Promise<Uint8Array> => {
  const landscape = isLandscape(document)
  const width = (landscape ? 16838 : 11906) - 2 * sideMargin
  const file = new Document({
    styles: styles(document.language),
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 260 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11906,
              height: 16838,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: 1250,
              bottom: 1050,
              left: sideMargin,
              right: sideMargin,
              header: 560,
              footer: 480,
            },
          },
        },
        headers: { default: header(document) },
        footers: { default: footer(document, width) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(document.title) }),
          new Paragraph({ style: 'Subtitle', children: runs(document.subtitle) }),
          ...document.blocks.flatMap(blockOf),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(file)
  const tables: string[] = []
  for (const [index, block] of document.blocks.entries())
    if (block.type === 'table') tables[index] = await tableXml(block, width, onRows)
  return repackOffice(
    bytes,
    (name) => name.startsWith('docProps/') || name === 'word/comments.xml',
    (name, xml) => (name === 'word/document.xml' ? withTables(xml, tables) : xml),
  )
}

/**
 * A table of thousands of rows costs too much as objects, so it is written as XML by itself and put where an empty
 * paragraph of a style of its own keeps its place; no text can make such a paragraph.
 */
const placeOf = (index: number): string => `TableHere${index}`

const withTables = (xml: string, tables: readonly string[]): string =>
  xml.replace(
    /<w:p><w:pPr><w:pStyle w:val="TableHere(\d+)"\/><\/w:pPr><\/w:p>/gu,
    (_, index: string) => tables[Number(index)] ?? '',
  )

// A line break inside a text is a break inside its paragraph.
const runs = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }))

const header = (document: PackDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: colours.rule } },
        children: [
          new TextRun({
            text: document.marking.replaceAll('\n', ' '),
            bold: true,
            size: 16,
            color: colours.quiet,
          }),
        ],
      }),
    ],
  })

const footer = (document: PackDocument, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({
            size: 16,
            color: colours.quiet,
            children: [
              document.title.replaceAll('\n', ' '),
              '\tPage ',
              PageNumber.CURRENT,
              ' of ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  })

const blockOf = (block: PackBlock, index: number): Paragraph[] => {
  switch (block.type) {
    case 'heading': {
      const levels = {
        1: HeadingLevel.HEADING_1,
        2: HeadingLevel.HEADING_2,
        3: HeadingLevel.HEADING_3,
      } as const
      return [new Paragraph({ heading: levels[block.level], children: runs(block.text) })]
    }
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: runs(block.text) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: 'items', level: 0 },
            spacing: { after: 60 },
            children: runs(item),
          }),
      )
    case 'table':
      return [
        ...(block.caption === ''
          ? []
          : [new Paragraph({ style: 'Caption', keepNext: true, children: runs(block.caption) })]),
        new Paragraph({ style: placeOf(index) }),
        new Paragraph({ spacing: { after: 160 }, children: [] }),
      ]
    default:
      return assertNever(block)
  }
}

const styles = (language: string): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> => ({
  default: {
    document: { run: { font, size: 20, color: colours.text, language: { value: language } } },
    title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { size: 30, bold: true },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    heading2: {
      run: { size: 25, bold: true },
      paragraph: { spacing: { before: 260, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { size: 21, bold: true },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 22, color: colours.quiet },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 20, bold: true },
      paragraph: { spacing: { before: 160, after: 80 } },
    },
    { id: 'TableText', name: 'Table text', basedOn: 'Normal', run: { size: 18 } },
    { id: 'TableHeading', name: 'Table heading', basedOn: 'TableText', run: { bold: true } },
    { id: 'TableTextSmall', name: 'Table text small', basedOn: 'TableText', run: { size: 16 } },
    { id: 'TableHeadingSmall', name: 'Table heading small', basedOn: 'TableTextSmall', run: { bold: true } },
  ],
})
