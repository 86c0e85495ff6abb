import { strToU8, zipSync } from 'fflate'
import { inPackage, inZip, type Planting } from './plant.ts'
import { cleanFile } from './planted-case.ts'

const name = 'Perpetua Quillgarth'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inner: string): string => `<w:p>${inner}</w:p>`
const before =
  (closing: string, xml: string) =>
  (part: string): string =>
    part.replace(closing, `${xml}${closing}`)
const inBody = (xml: string) => ({ 'word/document.xml': before('<w:sectPr', xml) })

const docx = (
  title: string,
  where: RegExp,
  changes: Parameters<typeof inPackage>[1],
  entity: string | null = 'p1',
): Planting => ({
  ...{ name: `docx: ${title}`, file: 'pack.docx', where, entity },
  make: () => inPackage('docx', changes),
})

const words = (title: string, text: string, entity: string | null = 'p1'): Planting =>
  docx(title, /^word\/document\.xml paragraph \d+$/, inBody(p(run(text))), entity)

/** Spellings and encodings, each in the body of a Word file. */
const spellings: readonly Planting[] = [
  words('the name', `Seen: ${name}.`),
  words('an alias', 'Peppy Quillgarth rang.'),
  words('surname first', 'QUILLGARTH, Perpetua'),
  words('title and surname', 'Rang Mrs Quillgarth.'),
  words('possessive', 'Perpetua’s bag'),
  words('initial and surname', 'P. Quillgarth rang.'),
  words('no space', 'see perpetuaquillgarth'),
  words('inside a longer word', 'the Quillgarthian view'),
  words('one letter lost', 'Mrs Quillgath rang.'),
  words('letter-spaced', 'P e r p e t u a came.'),
  words('zero-width characters', 'Per\u200bpe\u2060tua came.'),
  words('soft hyphens', 'Quill\u00adgarth came.'),
  words('look-alike letters', 'Mrs Q\u0443\u0456llgarth, P\u0435rp\u0435tu\u0430'),
  words('full-width letters', '\uff30\uff45\uff52\uff50\uff45\uff54\uff55\uff41 came.'),
  words('accents', 'Pérpetuà came.'),
  words('right-to-left marks', 'Perp\u202eetua\u202c came.'),
  words('an NHS number in the key', 'NHS no 943-476-5919.'),
  words('an NHS number without spaces', 'id 9434765919 held'),
  words('an NHS number of nobody in the key', 'NHS no 999 000 0018.', null),
  words('a mistyped NHS number', 'NHS no 943 476 5918.', null),
  words('an NHS number, its figures apart', 'NHS no 9 4 3 4 7 6 5 9 1 9.'),
  words('an NHS number inside a longer one', 'id 22943476591933 held'),
  words('an NHS number with low lines', 'NHS no 943_476_5919.'),
  words('a birth date with low lines', 'born 14_March_1948'),
  words('an email address without its dot', 'wrote to PEPQUILL@EXAMPLE.ORG'),
  words('a postcode without its space', 'near WX47QT', 'l1'),
  words('spaces in the wrong places', 'Perp etua Quil lgarth rang.'),
  words('one letter lost, beside a pseudonym', 'Adult A saw Mrs Quillgath.'),
  words('a telephone number', 'Rang 01632 960123.', null),
  words('a birth date in words', 'born on the 14th of March 1948'),
  words('a birth date in figures', 'DoB 14.03.48'),
  words('an email address', 'wrote to PEP.QUILL@EXAMPLE.ORG'),
  words('an address shortened', 'at 17 Thornwick Ln', 'l1'),
  words('a postcode alone', 'near wx4 7qt', 'l1'),
]

const inUtf16 = (isSwapped: boolean): Uint8Array => {
  const text = Buffer.from(`Seen: ${name}. `.repeat(9), 'utf16le')
  return new Uint8Array(isSwapped ? text.swap16() : text)
}

/** Places of a Word file. */
const places: readonly Planting[] = [
  docx('header', /^word\/header1\.xml/, { 'word/header1.xml': before('</w:hdr>', p(run(name))) }),
  docx('footer', /^word\/footer1\.xml/, { 'word/footer1.xml': before('</w:ftr>', p(run(name))) }),
  docx('footnote', /^word\/footnotes\.xml/, {
    'word/footnotes.xml': before('</w:footnotes>', `<w:footnote w:id="7">${p(run(name))}</w:footnote>`),
  }),
  docx('endnote', /^word\/endnotes\.xml/, {
    'word/endnotes.xml': before('</w:endnotes>', `<w:endnote w:id="7">${p(run(name))}</w:endnote>`),
  }),
  docx('comment', /comment/, {
    'word/comments.xml': `<w:comments ${w}><w:comment w:id="1" w:author="A">${p(run(name))}</w:comment></w:comments>`,
  }),
  docx('author of a comment', /comment/, {
    'word/comments.xml': `<w:comments ${w}><w:comment w:id="1" w:author="${name}">${p(run('x'))}</w:comment></w:comments>`,
  }),
  docx(
    'split over runs',
    /^word\/document\.xml paragraph/,
    inBody(p(run('Perp') + run('etua Quill', '<w:b/>') + run('garth'))),
  ),
  docx('hidden run', /^word\/document\.xml/, inBody(p(run(name, '<w:vanish/>')))),
  docx('white run', /^word\/document\.xml/, inBody(p(run(name, '<w:color w:val="FFFFFF"/>')))),
  docx(
    'deleted run',
    /^word\/document\.xml/,
    inBody(p(`<w:del w:author="A"><w:r><w:delText>${name}</w:delText></w:r></w:del>`)),
  ),
  docx(
    'author of a change',
    /^word\/document\.xml paragraph \d+, author of a change$/,
    inBody(p(`<w:ins w:author="${name}">${run('x')}</w:ins>`)),
  ),
  docx(
    'bookmark',
    /bookmark/,
    inBody(p(`<w:bookmarkStart w:id="9" w:name="Perpetua_Quillgarth"/>${run('x')}`)),
  ),
  docx(
    'field code',
    /^word\/document\.xml/,
    inBody(p(`<w:r><w:instrText>INCLUDETEXT "C:\\${name}.docx"</w:instrText></w:r>`)),
  ),
  docx(
    'alternative text',
    /descr|alternative/,
    inBody(
      p(
        `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="Picture 1" descr="${name} at home"/></wp:inline></w:drawing></w:r>`,
      ),
    ),
  ),
  docx(
    'content control',
    /document\.xml/,
    inBody(
      `<w:sdt><w:sdtPr><w:alias w:val="${name}"/></w:sdtPr><w:sdtContent>${p(run('x'))}</w:sdtContent></w:sdt>`,
    ),
  ),
  docx('XML comment', /XML comment/, inBody(`<!-- ${name} -->`)),
  docx('character references', /^word\/document\.xml paragraph/, inBody(p(run('&#80;&#x65;rpetua came.')))),
  docx('document variable', /settings\.xml/, {
    'word/settings.xml': before(
      '</w:settings>',
      `<w:docVars><w:docVar w:name="client" w:val="${name}"/></w:docVars>`,
    ),
  }),
  docx('name of a style', /^word\/styles\.xml style name$/, {
    'word/styles.xml': before(
      '</w:styles>',
      `<w:style w:type="paragraph" w:styleId="z1"><w:name w:val="${name}"/></w:style>`,
    ),
  }),
  docx('core property', /^property creator$/, {
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator></cp:coreProperties>`,
  }),
  docx('app property', /^property Company$/, {
    'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${name}</Company></Properties>`,
  }),
  docx('custom property', /^property Client$/, {
    'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="Client"><v>${name}</v></property></Properties>`,
  }),
  docx('name of a custom property', /^name of the property/, {
    'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="${name}"><v>yes</v></property></Properties>`,
  }),
  docx('custom XML', /^customXml\/item1\.xml/, {
    'customXml/item1.xml': `<client><who>${name}</who></client>`,
  }),
  docx('custom XML in base64', /base64/, {
    'customXml/item1.xml': `<client><who>${Buffer.from(`client: ${name}, seen`).toString('base64')}</who></client>`,
  }),
  docx('name of a part', /name of a part/, { 'word/Perpetua Quillgarth.xml': '<a/>' }),
  docx('address of a link', /link/, {
    'word/_rels/document.xml.rels': before(
      '</Relationships>',
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/Perpetua%20Quillgarth" TargetMode="External"/>',
    ),
  }),
  docx('embedded object in UTF-16', /^word\/embeddings\/oleObject1\.bin$/, {
    'word/embeddings/oleObject1.bin': new Uint8Array(Buffer.from(`\u0001\u0002${name}`, 'utf16le')),
  }),
  docx('embedded object in UTF-16, the other order', /^word\/embeddings\/oleObject1\.bin$/, {
    'word/embeddings/oleObject1.bin': new Uint8Array(Buffer.from(`..${name}`, 'utf16le').swap16()),
  }),
  docx('comment of a picture', /image1\.jpg/, {
    'word/media/image1.jpg': new Uint8Array([
      ...[0xff, 0xd8, 0xff, 0xfe, 0, 2 + name.length],
      ...Buffer.from(name),
      0xff,
      0xd9,
    ]),
  }),
  docx('a zip in a zip', /inner\.zip/, {
    'word/embeddings/inner.zip': zipSync({ 'a.txt': strToU8(`Seen: ${name}`) }),
  }),
  ...[false, true].map((isSwapped) =>
    docx(`compressed UTF-16 nobody opens${isSwapped ? ', the other order' : ''}`, /raw bytes/, {
      'word/embeddings/data.bin': new Uint8Array(
        Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(zipSync({ 'a.txt': inUtf16(isSwapped) }))]),
      ),
    }),
  ),
  docx('compressed bytes nobody opens', /raw bytes/, {
    'word/embeddings/data.bin': new Uint8Array(
      Buffer.concat([
        Buffer.from([0, 1, 2]),
        Buffer.from(zipSync({ 'a.txt': strToU8(`Seen: ${name}. `.repeat(9)) })),
      ]),
    ),
  }),
]

const withBytes = async (change: (file: Buffer) => Buffer): Promise<Uint8Array> =>
  new Uint8Array(change(Buffer.from(await cleanFile('docx'))))

/** The container itself. */
const containers: readonly Planting[] = [
  {
    ...{ name: 'docx: file name', file: 'perpetua-quillgarth.docx', where: /^file name$/, entity: 'p1' },
    make: () => cleanFile('docx'),
  },
  {
    ...{ name: 'docx: comment of a member', file: 'pack.docx', where: /zip comment of/, entity: 'p1' },
    make: () => inZip('docx', 'word/styles.xml', { comment: name }),
  },
  {
    ...{ name: 'docx: extra field of a member', file: 'pack.docx', where: /extra field of/, entity: 'p1' },
    make: () => inZip('docx', 'word/styles.xml', { extra: { 0x7075: strToU8(name) } }),
  },
  {
    ...{ name: 'docx: comment of the zip', file: 'pack.docx', where: /^zip comment$/, entity: 'p1' },
    make: () =>
      withBytes((file) => {
        const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
        const after = Buffer.concat([file, Buffer.from(name)])
        after.writeUInt16LE(name.length, end + 20)
        return after
      }),
  },
]

export const wordPlantings: readonly Planting[] = [...spellings, ...places, ...containers]
