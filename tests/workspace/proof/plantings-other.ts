import { strToU8, zipSync } from 'fflate'
import { deflateSync } from 'node:zlib'
import { inPackage, inPdf, inPdfBytes, inText, type Planting } from './plant.ts'
import { cleanFile } from './planted-case.ts'

const name = 'Perpetua Quillgarth'
const before =
  (closing: string, xml: string) =>
  (part: string): string =>
    part.replace(closing, `${xml}${closing}`)

const planting = (
  [title, file]: readonly [string, string],
  where: RegExp,
  make: Planting['make'],
  entity: string | null = 'p1',
): Planting => ({ name: `${file.slice(file.lastIndexOf('.') + 1)}: ${title}`, file, where, make, entity })

const xlsx = (title: string, where: RegExp, changes: Parameters<typeof inPackage>[1]): Planting =>
  planting([title, 'pack.xlsx'], where, () => inPackage('xlsx', changes))

const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const inSheet = (xml: string) => ({ 'xl/worksheets/sheet2.xml': before('</sheetData>', xml) })
const sheetNamespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

const workbooks: readonly Planting[] = [
  xlsx('cell', /Entries!B9/, inSheet(`<row r="9">${cell('B9', name)}</row>`)),
  xlsx('hidden row', /Entries!B9/, inSheet(`<row r="9" hidden="1">${cell('B9', name)}</row>`)),
  xlsx('number in a cell', /Entries!B9/, inSheet('<row r="9"><c r="B9"><v>9434765919</v></c></row>')),
  xlsx(
    'formula',
    /Entries!B9/,
    inSheet(`<row r="9"><c r="B9" t="str"><f>"${name}"&amp;""</f><v>x</v></c></row>`),
  ),
  xlsx('string of no cell', /^xl\/sharedStrings\.xml string \d+, in no cell$/, {
    'xl/sharedStrings.xml': before('</sst>', `<si><t>${name}</t></si>`),
  }),
  xlsx('name of a sheet', /^sheet name$/, {
    'xl/workbook.xml': (part) => part.replace('name="Contents"', `name="${name}"`),
  }),
  xlsx('sheet nobody lists', /sheet9\.xml/, {
    'xl/worksheets/sheet9.xml': `<worksheet ${sheetNamespace}><sheetData><row r="1">${cell('A1', name)}</row></sheetData></worksheet>`,
  }),
  xlsx('defined name', /name|workbook/i, {
    'xl/workbook.xml': before('</definedNames>', '<definedName name="Perpetua_Quillgarth">1</definedName>'),
  }),
  xlsx('header of a sheet', /header/i, {
    'xl/worksheets/sheet2.xml': (part) => part.replace(/<oddHeader>[^<]*/, `<oddHeader>&amp;L${name}`),
  }),
  xlsx('comment', /comment/i, {
    'xl/comments1.xml': `<comments ${sheetNamespace}><authors><author>A</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${name}</t></text></comment></commentList></comments>`,
  }),
  xlsx('prompt of a list', /prompt|validation/i, {
    'xl/worksheets/sheet2.xml': before(
      '<pageMargins',
      `<dataValidations count="1"><dataValidation type="list" prompt="${name}" sqref="A1"><formula1>"a"</formula1></dataValidation></dataValidations>`,
    ),
  }),
  xlsx('cache of a pivot table', /pivot/i, {
    'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords ${sheetNamespace}><r><s v="${name}"/></r></pivotCacheRecords>`,
  }),
  xlsx('property', /^property title$/, {
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${name}</dc:title></cp:coreProperties>`,
  }),
]

const pdf = (title: string, where: RegExp, make: Planting['make']): Planting =>
  planting([title, 'pack.pdf'], where, make)

const octal = (text: string): string =>
  [...text].map((letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')

const orphan =
  (content: string): (() => Promise<Uint8Array>) =>
  () =>
    inPdfBytes((source) => source.replace('\nxref\n', () => `\n990 0 obj\n${content}\nendobj\nxref\n`))

const packed = deflateSync(Buffer.from(`BT (Seen: ${name}) Tj ET`)).toString('latin1')

const pdfs: readonly Planting[] = [
  pdf('text', /^page 1/, () => inPdf((page) => void page.text(`Seen: ${name}`))),
  pdf('text over two lines', /^page 1/, () =>
    inPdf((page) => void page.text(`Seen Mrs ${name} at home`, 72, 200, { width: 95 })),
  ),
  pdf('white text', /^page 1/, () => inPdf((page) => void page.fillColor('#fff').text(name))),
  pdf('text off the page', /^page 1/, () =>
    inPdf((page) => void page.text(name, 2000, 90, { lineBreak: false })),
  ),
  pdf('text under a box', /^page 1/, () =>
    inPdf((page) => void page.text(name, 100, 300).rect(90, 290, 300, 40).fill('#000')),
  ),
  pdf('invisible text', /^page 1/, () => inPdf((page) => void page.addContent('3 Tr').text(name))),
  pdf('note', /^page 1.*(?:note|annotation|contents)/i, () =>
    inPdf((_, extra) => {
      extra.note(10, 10, 20, 20, name)
    }),
  ),
  pdf('link', /^page 1/, () =>
    inPdf((page) => void page.link(10, 10, 50, 20, 'https://example.org/Perpetua%20Quillgarth')),
  ),
  pdf('form field', /form field/, () =>
    inPdf(
      (page) => void page.font('Helvetica').initForm().formText('client', 10, 10, 100, 20, { value: name }),
    ),
  ),
  pdf('bookmark', /^outline$/, () => inPdf((page) => void page.outline.addItem(name))),
  pdf('script', /script/, () =>
    inPdf((_, extra) => {
      extra.addNamedJavaScript('go', `app.alert("${name}")`)
    }),
  ),
  pdf('attachment', /a\.txt/, () =>
    inPdf((_, extra) => {
      extra.file(Buffer.from(`Seen: ${name}`), { name: 'a.txt' })
    }),
  ),
  pdf('name of an attachment', /attachment name/, () =>
    inPdf((_, extra) => {
      extra.file(Buffer.from('x'), { name: `${name}.txt` })
    }),
  ),
  pdf('property', /^property Author$/, () => inPdf(() => undefined, { info: { Author: name } })),
  pdf('XMP', /^property XMP/, () =>
    inPdf(() => undefined, { pdfVersion: '1.7', tagged: true, displayTitle: true, info: { Subject: name } }),
  ),
  pdf('alternative text', /alternative text/, () =>
    inPdf(
      (page) => {
        const figure = page.struct('Figure', { alt: `${name} at home` })
        page.addStructure(figure)
        figure.add(page.markStructureContent('Figure'))
        page.text('x')
        page.endMarkedContent()
        figure.end()
      },
      { pdfVersion: '1.7', tagged: true },
    ),
  ),
  pdf('after the end', /after the end/, () => inPdfBytes((source) => `${source}Seen: ${name}`)),
  pdf('object nothing points at', /string in the PDF/, orphan(`<< /Note (${name}) >>`)),
  pdf('octal escapes', /string in the PDF|raw bytes/, orphan(`<< /Note (${octal(name)}) >>`)),
  pdf(
    'string in hex',
    /string in the PDF|raw bytes/,
    orphan(`<< /Note <${Buffer.from(name).toString('hex')}> >>`),
  ),
  pdf(
    'wide string in hex',
    /string in the PDF|raw bytes/,
    orphan(`<< /Note <FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex')}> >>`),
  ),
  pdf('comment', /raw bytes/, () =>
    inPdfBytes((source) => source.replace('\nxref\n', `\n% ${name}\nxref\n`)),
  ),
  pdf(
    'packed stream nothing points at',
    /stream/,
    orphan(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`),
  ),
  pdf(
    'packed stream called a picture',
    /stream/,
    orphan(
      `<< /Subtype /Image /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
    ),
  ),
  pdf('earlier revision', /earlier revision/, async () => {
    const first = Buffer.from(await inPdf((page) => void page.text(name))).toString('latin1')
    const root = /\/Root (\d+ 0 R)/.exec(first)?.[1] ?? ''
    const [size, previous] = [
      /\/Size (\d+)/.exec(first)?.[1] ?? '',
      /startxref\n(\d+)/.exec(first)?.[1] ?? '',
    ]
    const table = first.length
    return new Uint8Array(
      Buffer.from(
        `${first}xref\n0 0\ntrailer\n<<\n/Size ${size}\n/Root ${root}\n/Prev ${previous}\n>>\nstartxref\n${table}\n%%EOF\n`,
        'latin1',
      ),
    )
  }),
]

const percent = (text: string): string =>
  [...text].map((letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`).join('')

const texts: readonly Planting[] = [
  planting(['cell', 'pack.csv'], /^record|^heading/, () =>
    inText('csv', (text) => `${text}"E3","Saw ${name}"\r\n`),
  ),
  planting(['first line', 'pack.csv'], /^heading 1$/, () => inText('csv', (text) => `"${name}"\r\n${text}`)),
  planting(
    ['UTF-16', 'pack.csv'],
    /^record|^heading/,
    async () =>
      new Uint8Array(
        Buffer.from(`\ufeff${Buffer.from(await cleanFile('csv')).toString('utf8')}"${name}"`, 'utf16le'),
      ),
  ),
  planting(['percent-encoded', 'pack.csv'], /raw bytes/, () =>
    inText('csv', (text) => `${text}"q=${percent(name)}"\r\n`),
  ),
  planting(['value', 'pack.json'], /^blocks\[1\]\.text$/, () =>
    inText('json', (text) => text.replace('Two entries', `Two of ${name}`)),
  ),
  planting(['key', 'pack.json'], /^key /, () =>
    inText('json', (text) => text.replace('"title"', `"${name}":1,"title"`)),
  ),
  planting(['escaped', 'pack.json'], /^blocks\[1\]\.text$/, () =>
    inText('json', (text) => text.replace('Two entries', '\\u0050erpetua came')),
  ),
  planting(['repeated key', 'pack.json'], /repeated key/, () =>
    inText('json', (text) => text.replace('"title"', `"title":"${name}","title"`)),
  ),
  planting(['number', 'pack.json'], /nhs$/, () =>
    inText('json', (text) => text.replace('"title"', '"nhs":9434765919,"title"')),
  ),
  planting(['member name', 'all.zip'], /file name in the zip/, () =>
    Promise.resolve(zipSync({ 'Perpetua Quillgarth.txt': strToU8('Seen.') })),
  ),
  planting(['a pack in a zip', 'all.zip'], /^property pack\.docx > creator$/, async () =>
    zipSync({
      'pack.docx': await inPackage('docx', {
        'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator></cp:coreProperties>`,
      }),
    }),
  ),
]

export const otherPlantings: readonly Planting[] = [...workbooks, ...pdfs, ...texts]
