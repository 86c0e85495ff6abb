import type {
  SourceCell,
  SourceDocument,
  SourceRow,
  SourceTable,
} from '../../../domain/chronology/source-table.ts'

const cellOf = (value: string | SourceCell): SourceCell =>
  typeof value === 'string' ? { text: value, kind: value === '' ? 'empty' : 'text' } : value

type RowValues = readonly (string | SourceCell)[]

/** A cell under a merge that begins elsewhere and reads `text`. */
export const merged = (text: string): SourceCell => ({ text, kind: 'text', merged: true })

/** A row whose only text spans all columns. */
export const spanning = (text: string, columns: number): RowValues => [
  text,
  ...Array.from({ length: columns - 1 }, () => merged(text)),
]

export const aRow = (
  sheet: string,
  row: number,
  values: RowValues,
  more: Partial<SourceRow> = {},
): SourceRow => ({
  where: `${sheet}!${row}`,
  row,
  hidden: false,
  cells: values.map(cellOf),
  ...more,
})

export const aTable = (rows: readonly RowValues[], more: Partial<SourceTable> = {}): SourceTable => {
  const name = more.name ?? 'Sheet1'
  const width = Math.max(0, ...rows.map((row) => row.length))
  return {
    name,
    visible: true,
    columns: Array.from({ length: width }, (_, index) => ({
      label: String.fromCharCode(65 + (index % 26)),
      hidden: false,
    })),
    rows: rows.map((values, index) => aRow(name, index + 1, values)),
    ...more,
  }
}

export const aDocument = (
  tables: readonly SourceTable[],
  format: SourceDocument['format'] = 'xlsx',
): SourceDocument => ({ format, tables, paragraphs: [], announced: [], properties: {} })
