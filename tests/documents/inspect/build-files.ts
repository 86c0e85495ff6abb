import { strToU8, zipSync } from 'fflate'
import PDFDocument from 'pdfkit'
import type { FindingKind, Inspection } from '../../../domain/packs/pack-document.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const x = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = Readonly<Record<string, string | Uint8Array>>

export const zip = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

const relationships = (links: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`

export const link = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}" ${mode}/>`

/** A Word file with the given body and, if wanted, further parts. */
export const aDocx = (body: string, parts: Parts = {}, links: readonly string[] = []): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([link('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `<w:document ${w} ${r} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`,
    ...(links.length > 0 ? { 'word/_rels/document.xml.rels': relationships(links) } : {}),
    ...parts,
  })

export const wordPart = (root: string, body: string): string => `<w:${root} ${w}>${body}</w:${root}>`

/** A workbook of sheets given as the XML inside `worksheet`, with an attribute string for each sheet. */
export const anXlsx = (
  sheets: readonly {
    readonly name: string
    readonly xml: string
    readonly state?: string
    readonly links?: readonly string[]
  }[],
  parts: Parts = {},
  workbook = '',
): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([link('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook ${x} ${r}><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      link('rId90', 'sharedStrings', 'sharedStrings.xml'),
      link('rId91', 'styles', 'styles.xml'),
    ]),
    ...Object.fromEntries(
      sheets.flatMap(({ xml, links }, index) => [
        [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${x} ${r}>${xml}</worksheet>`],
        ...(links ? [[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationships(links)]] : []),
      ]),
    ),
    ...parts,
  })

export const cell = (place: string, text: string, attributes = ''): string =>
  `<c r="${place}" t="inlineStr" ${attributes}><is><t>${text}</t></is></c>`

export const spreadsheetPart = (root: string, body: string): string => `<${root} ${x}>${body}</${root}>`

/** A PDF of one page, drawn by `draw`, with its streams left readable. */
export const aPdf = async (
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> => {
  const pdf = new PDFDocument({ size: 'A4', compress: false, ...options })
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => {
      resolve()
    })
  })
  draw(pdf)
  pdf.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}

/** All texts and property values of an inspection as one string. */
export const everythingIn = (inspection: Inspection): string =>
  [...inspection.texts.map(({ text }) => text), ...Object.values(inspection.properties)].join('\n')

export const kindsIn = (inspection: Inspection): readonly FindingKind[] =>
  [...new Set(inspection.findings.map(({ kind }) => kind))].sort()

/** The texts noted as hidden. */
export const hiddenIn = (inspection: Inspection): string =>
  inspection.texts
    .filter(({ hidden }) => hidden)
    .map(({ text }) => text)
    .join('\n')
