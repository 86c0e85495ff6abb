import { escapeXml, zip } from './office-files.ts'

/** OpenDocument spreadsheets written by hand, with prefixes that are not the usual ones for some namespaces. */

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const namespaces =
  `xmlns:o="${oasis}:office:1.0" xmlns:t="${oasis}:table:1.0" xmlns:text="${oasis}:text:1.0" xmlns:s="${oasis}:style:1.0" ` +
  `xmlns:draw="${oasis}:drawing:1.0" xmlns:meta="${oasis}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'

export type OdsParts = {
  /** The inside of `office:spreadsheet`. */
  readonly body: string
  readonly styles?: string
  readonly meta?: string
  readonly pages?: string
  readonly manifest?: string
  readonly parts?: Readonly<Record<string, string>>
}

export const ods = ({
  body,
  styles = '',
  meta = '',
  pages = '',
  manifest = '',
  parts = {},
}: OdsParts): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': `<m:manifest xmlns:m="${oasis}:manifest:1.0">${manifest}</m:manifest>`,
    'content.xml': `<o:document-content ${namespaces}><o:automatic-styles>${styles}</o:automatic-styles><o:body><o:spreadsheet>${body}</o:spreadsheet></o:body></o:document-content>`,
    'styles.xml': `<o:document-styles ${namespaces}><o:master-styles>${pages}</o:master-styles></o:document-styles>`,
    'meta.xml': `<o:document-meta ${namespaces}><o:meta>${meta}</o:meta></o:document-meta>`,
    ...parts,
  })

export const sheet = (name: string, inside: string, attributes = ''): string =>
  `<t:table t:name="${escapeXml(name)}" ${attributes}>${inside}</t:table>`

export const row = (cells: readonly string[], attributes = ''): string =>
  `<t:table-row ${attributes}>${cells.join('')}</t:table-row>`

/** A cell of lines of text. */
export const words = (text: string, attributes = '', inside = ''): string =>
  text === ''
    ? `<t:table-cell ${attributes}/>`
    : `<t:table-cell o:value-type="string" ${attributes}>${inside}${text
        .split('\n')
        .map((line) => `<text:p>${escapeXml(line).replaceAll('  ', ' <text:s/>')}</text:p>`)
        .join('')}</t:table-cell>`

export const valued = (attributes: string, shown: string): string =>
  `<t:table-cell ${attributes}><text:p>${escapeXml(shown)}</text:p></t:table-cell>`

export const covered = (inside = ''): string => `<t:covered-table-cell>${inside}</t:covered-table-cell>`
