import { strToU8 } from 'fflate'
import { readAgencyFile } from './read-whole.ts'
import { parseChronology, type WholeChronology } from '../../domain/chronology/parse-whole.ts'
import * as od from './ods-files.ts'
import { docx, inlineCell, paragraph, row, run, table, cell, xlsx } from './office-files.ts'

export const formats = ['xlsx', 'ods', 'docx', 'csv', 'tsv'] as const
export type Format = (typeof formats)[number]
type Rows = readonly (readonly string[])[]

const letter = (index: number): string => String.fromCharCode(65 + index)
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** One table of texts as a file of each format. */
export const chronologyFile = (format: Format, rows: Rows): Uint8Array => {
  switch (format) {
    case 'xlsx':
      return xlsx({
        sheets: [
          {
            rows: rows
              .map(
                (cells, at) =>
                  `<row r="${at + 1}">${cells.map((text, index) => (text === '' ? '' : inlineCell(`${letter(index)}${at + 1}`, text))).join('')}</row>`,
              )
              .join(''),
          },
        ],
      })
    case 'ods':
      return od.ods({
        body: od.sheet('Sheet1', rows.map((cells) => od.row(cells.map((text) => od.words(text)))).join('')),
      })
    case 'docx':
      return docx({
        body: table(
          rows.map((cells) =>
            row(
              cells.map((text) =>
                cell(
                  text
                    .split('\n')
                    .map((line) => paragraph(run(line)))
                    .join(''),
                ),
              ),
            ),
          ),
        ),
      })
    case 'csv':
      return strToU8(rows.map((cells) => cells.map(quoted).join(',')).join('\r\n'))
    case 'tsv':
      return strToU8(rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n'))
  }
}

export const readAs = async (bytes: Uint8Array, name: string): Promise<WholeChronology> =>
  parseChronology(await readAgencyFile(bytes, name))

export const readRows = (format: Format, rows: Rows): Promise<WholeChronology> =>
  readAs(chronologyFile(format, rows), `agency.${format}`)
