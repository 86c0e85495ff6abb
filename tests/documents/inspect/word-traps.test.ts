import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import type { FindingKind } from '../../../domain/packs/pack-document.ts'
import { aDocx, anXlsx, cell, everythingIn, hiddenIn, kindsIn, link, wordPart } from './build-files.ts'

const p = (inner: string, properties = ''): string => `<w:p>${properties}${inner}</w:p>`
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const xml = (name: string, body: string): string => `<?xml version="1.0"?><${name}>${body}</${name}>`

type Trap = {
  readonly name: string
  readonly file: Uint8Array
  readonly text: string
  readonly kind?: FindingKind
  readonly seen?: true
}

const traps: readonly Trap[] = [
  {
    name: 'a name split over runs',
    file: aDocx(p(run('Mar') + run('ion ', '<w:b/>') + run('Te') + run('st'))),
    text: 'Marion Test',
    seen: true,
  },
  {
    name: 'a deletion',
    file: aDocx(p(`<w:del w:author="A B"><w:r><w:delText>gone words</w:delText></w:r></w:del>`)),
    text: 'gone words',
    kind: 'tracked-change',
  },
  {
    name: 'the author of a change',
    file: aDocx(p(`<w:ins w:author="Ada Author">${run('new')}</w:ins>`)),
    text: 'Ada Author',
    kind: 'tracked-change',
  },
  {
    name: 'a name put together by a deletion',
    file: aDocx(p(`${run('Mar')}<w:del><w:r><w:delText>ion Te</w:delText></w:r></w:del>${run('st')}`)),
    text: 'Marion Test',
    kind: 'tracked-change',
  },
  {
    name: 'a moved text',
    file: aDocx(p(`<w:moveFrom>${run('moved words')}</w:moveFrom>`)),
    text: 'moved words',
    kind: 'tracked-change',
  },
  {
    name: 'a deleted row',
    file: aDocx(
      `<w:tbl><w:tr><w:trPr><w:del w:author="Row Deleter"/></w:trPr><w:tc>${p(run('old row'))}</w:tc></w:tr></w:tbl>`,
    ),
    text: 'old row',
    kind: 'tracked-change',
  },
  {
    name: 'vanished text',
    file: aDocx(p(run('vanished words', '<w:vanish/>'))),
    text: 'vanished words',
    kind: 'hidden-text',
  },
  {
    name: 'white text',
    file: aDocx(p(run('white words', '<w:color w:val="FFFFFF"/>'))),
    text: 'white words',
    kind: 'hidden-text',
  },
  {
    name: 'tiny text',
    file: aDocx(p(run('tiny words', '<w:sz w:val="2"/>'))),
    text: 'tiny words',
    kind: 'hidden-text',
  },
  {
    name: 'letters in the colour of their shading',
    file: aDocx(p(run('black words', '<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1f3864"/>'))),
    text: 'black words',
    kind: 'hidden-text',
  },
  {
    name: 'text hidden by its style',
    file: aDocx(p(run('styled words', '<w:rStyle w:val="Kept"/>')), {
      'word/styles.xml': wordPart(
        'styles',
        '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Kept"><w:basedOn w:val="Base"/></w:style>',
      ),
    }),
    text: 'styled words',
    kind: 'hidden-text',
  },
  {
    name: 'a comment',
    file: aDocx(p(run('text')), {
      'word/comments.xml': wordPart(
        'comments',
        `<w:comment w:id="4" w:author="Cleo Commenter" w:initials="CC">${p(run('a remark'))}</w:comment>`,
      ),
    }),
    text: 'a remark',
    kind: 'comment',
  },
  {
    name: 'a footnote',
    file: aDocx(p(run('text')), {
      'word/footnotes.xml': wordPart(
        'footnotes',
        `<w:footnote w:id="1">${p(run('note below'))}</w:footnote>`,
      ),
    }),
    text: 'note below',
    seen: true,
  },
  {
    name: 'a text box',
    file: aDocx(
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(run('boxed words'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    ),
    text: 'boxed words',
    seen: true,
  },
  {
    name: 'alternative text',
    file: aDocx(
      p(
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Marion at home"/></wp:inline></w:drawing></w:r>',
      ),
    ),
    text: 'Marion at home',
  },
  {
    name: 'a bookmark',
    file: aDocx(p('<w:bookmarkStart w:id="1" w:name="Marion_address"/>' + run('x'))),
    text: 'Marion_address',
  },
  {
    name: 'a field code',
    file: aDocx(
      p(
        '<w:r><w:instrText>HYPERLINK "https://example.com/mar</w:instrText></w:r><w:r><w:instrText>ion"</w:instrText></w:r>',
      ),
    ),
    text: 'https://example.com/marion',
    kind: 'external-link',
  },
  {
    name: 'a link',
    file: aDocx(p(run('x')), {}, [
      link('rId1', 'hyperlink', 'mailto:marion@example.com', 'TargetMode="External"'),
    ]),
    text: 'mailto:marion@example.com',
    kind: 'external-link',
  },
  {
    name: 'a content control',
    file: aDocx(
      '<w:sdt><w:sdtPr><w:alias w:val="Marion"/><w:comboBox><w:listItem w:displayText="Test Street" w:value="1"/></w:comboBox></w:sdtPr></w:sdt>',
    ),
    text: 'Test Street',
    kind: 'form-field',
  },
  {
    name: 'a document variable',
    file: aDocx(p(run('x')), {
      'word/settings.xml': wordPart(
        'settings',
        '<w:docVars><w:docVar w:name="client" w:val="Marion"/></w:docVars>',
      ),
    }),
    text: 'Marion',
  },
  {
    name: 'custom XML',
    file: aDocx(p(run('x')), { 'customXml/item1.xml': xml('client', '<name code="X1">Marion Test</name>') }),
    text: 'Marion Test',
    kind: 'custom-xml',
  },
  { name: 'an XML comment', file: aDocx(`${p(run('x'))}<!-- Marion Test -->`), text: 'Marion Test' },
  {
    name: 'an embedded workbook',
    file: aDocx(p(run('x')), {
      'word/embeddings/Sheet.xlsx': anXlsx([
        { name: 'Inner', xml: `<sheetData><row r="1">${cell('A1', 'Inner words')}</row></sheetData>` },
      ]),
    }),
    text: 'Inner words',
    kind: 'embedded',
    seen: true,
  },
  {
    name: 'an embedded object',
    file: aDocx(p(run('x')), {
      'word/embeddings/oleObject1.bin': new Uint8Array(
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0, 1]), Buffer.from('Object words', 'utf16le')]),
      ),
    }),
    text: 'Object words',
    kind: 'embedded',
  },
  {
    name: 'a macro',
    file: aDocx(p(run('x')), {
      'word/vbaProject.bin': new Uint8Array(Buffer.from('\u0000\u0001Sub MarionMacro()')),
    }),
    text: 'MarionMacro',
    kind: 'macro',
  },
  {
    name: 'a thumbnail',
    file: aDocx(p(run('x')), { 'docProps/thumbnail.jpeg': new Uint8Array([0xff, 0xd8, 0xff, 0xd9]) }),
    text: 'thumbnail',
    kind: 'thumbnail',
  },
  {
    name: 'a picture with a comment in it',
    file: aDocx(p(run('x')), {
      'word/media/image1.jpg': new Uint8Array([
        0xff,
        0xd8,
        0xff,
        0xfe,
        0,
        14,
        ...Buffer.from('Marion house'),
        0xff,
        0xd9,
      ]),
    }),
    text: 'Marion house',
    kind: 'embedded',
  },
  {
    name: 'a name given to a part',
    file: aDocx(p(run('x')), { 'word/Marion Test.xml': xml('a', '') }),
    text: 'Marion Test.xml',
  },
  {
    name: 'a glossary',
    file: aDocx(p(run('x')), {
      'word/glossary/document.xml': wordPart('glossaryDocument', p(run('stored phrase'))),
    }),
    text: 'stored phrase',
    seen: true,
  },
  {
    name: 'chart data',
    file: aDocx(p(run('x')), {
      'word/charts/chart1.xml':
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:pt><c:v>Marion</c:v></c:pt></c:chartSpace>',
    }),
    text: 'Marion',
  },
]

describe('a Word file with', () => {
  it.each(traps)('$name', async ({ file, text, kind, seen }) => {
    const inspection = await inspectFile(file, 'file.docx')
    expect(seen ? everythingIn(inspection) : hiddenIn(inspection)).toContain(text)
    if (kind) expect(kindsIn(inspection)).toContain(kind)
    else expect(kindsIn(inspection)).toEqual([])
  })

  it('white text on a dark cell, which is not hidden', async () => {
    const body = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${p(run('Heading', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`
    expect((await inspectFile(aDocx(body), 'file.docx')).findings).toEqual([])
  })

  it('properties of all three kinds', async () => {
    const file = aDocx(p(run('x')), {
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ada Author</dc:creator></cp:coreProperties>',
      'docProps/app.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Test Homes</Company></Properties>',
      'docProps/custom.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="Client"><v>Marion</v></property></Properties>',
    })
    expect((await inspectFile(file, 'file.docx')).properties).toEqual({
      creator: 'Ada Author',
      Company: 'Test Homes',
      Client: 'Marion',
    })
  })
})
