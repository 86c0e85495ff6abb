import { strToU8, zipSync } from 'fflate'

/** Small office files written by hand, so that what a reader is given is known to the byte. */

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const namespaces = {
  x: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: office,
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
} as const

export type Link = {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external?: boolean
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

export const relationships = (links: readonly Link[]): string =>
  `<Relationships xmlns="${namespaces.rel}">${links
    .map(({ id, type, target, external }) => {
      const uri = type.includes(':') ? type : `${office}/${type}`
      return `<Relationship Id="${id}" Type="${uri}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`
    })
    .join('')}</Relationships>`

export const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

export type SheetParts = {
  readonly name?: string
  readonly state?: string
  /** The inside of `sheetData`. */
  readonly rows: string
  readonly before?: string
  readonly after?: string
  readonly links?: readonly Link[]
}

export type WorkbookParts = {
  readonly sheets: readonly SheetParts[]
  readonly date1904?: string
  readonly strings?: string
  readonly numFmts?: readonly (readonly [number, string])[]
  /** Number format ids of cell styles 0, 1, 2, … */
  readonly styles?: readonly number[]
  readonly workbookLinks?: readonly Link[]
  readonly workbookInside?: string
  readonly rootLinks?: readonly Link[]
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** An .xlsx whose part names are not the usual ones, so that a reader that guesses them fails. */
export const xlsx = (book: WorkbookParts): Uint8Array => {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([
      { id: 'm', type: 'officeDocument', target: 'book/main.xml' },
      ...(book.rootLinks ?? []),
    ]),
    'book/main.xml':
      `<workbook xmlns="${namespaces.x}" xmlns:r="${namespaces.r}"><workbookPr${book.date1904 === undefined ? '' : ` date1904="${book.date1904}"`}/><sheets>` +
      book.sheets
        .map(
          ({ name = 'Sheet1', state }, at) =>
            `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
        )
        .join('') +
      `</sheets>${book.workbookInside ?? ''}</workbook>`,
    'book/_rels/main.xml.rels': relationships([
      ...book.sheets.map((_, at) => ({ id: `s${at}`, type: 'worksheet', target: `leaf${at}.xml` })),
      { id: 'st', type: 'styles', target: '/look.xml' },
      { id: 'ss', type: 'sharedStrings', target: '../words.xml' },
      ...(book.workbookLinks ?? []),
    ]),
    'look.xml': `<styleSheet xmlns="${namespaces.x}"><numFmts>${(book.numFmts ?? [])
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs>${(book.styles ?? [0]).map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'words.xml': `<sst xmlns="${namespaces.x}">${book.strings ?? ''}</sst>`,
    ...book.parts,
  }
  book.sheets.forEach((sheet, at) => {
    parts[`book/leaf${at}.xml`] =
      `<worksheet xmlns="${namespaces.x}" xmlns:r="${namespaces.r}">${sheet.before ?? ''}<sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`
    if (sheet.links) parts[`book/_rels/leaf${at}.xml.rels`] = relationships(sheet.links)
  })
  return zip(parts)
}

/** One inline text cell. */
export const inlineCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

export type DocumentParts = {
  readonly body: string
  readonly styles?: string
  readonly links?: readonly Link[]
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** A .docx whose part names are not the usual ones. */
export const docx = ({ body, styles = '', links = [], parts = {} }: DocumentParts): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([{ id: 'm', type: 'officeDocument', target: '/text/main.xml' }]),
    'text/main.xml': `<w:document xmlns:w="${namespaces.w}" xmlns:r="${namespaces.r}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
    'text/_rels/main.xml.rels': relationships([{ id: 'st', type: 'styles', target: 'look.xml' }, ...links]),
    'text/look.xml': `<w:styles xmlns:w="${namespaces.w}">${styles}</w:styles>`,
    ...parts,
  })

export const wPart = (root: string, inside: string): string =>
  `<w:${root} xmlns:w="${namespaces.w}">${inside}</w:${root}>`

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`

export const cell = (inside: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`

export const textCell = (text: string, properties = ''): string => cell(paragraph(run(text)), properties)

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`

export const table = (rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

export const tracked = (kind: 'ins' | 'moveTo', author: string, inside: string): string =>
  `<w:${kind} w:id="1" w:author="${author}">${inside}</w:${kind}>`

export const deleted = (author: string, text: string, kind: 'del' | 'moveFrom' = 'del'): string =>
  `<w:${kind} w:id="2" w:author="${author}"><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:${kind}>`

/** An OLE container with one named stream in its directory, as MS-CFB lays it out. */
export const ole = (streamName: string): Uint8Array => {
  const file = Buffer.alloc(512 * 3)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  const name = Buffer.from(`${streamName}\0`, 'utf16le')
  name.copy(file, 1024 + 128)
  file.writeUInt16LE(name.length, 1024 + 128 + 64)
  return file
}
