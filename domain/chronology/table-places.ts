import type { SourceDocument, SourceTable } from './source-table.ts'

type Format = SourceDocument['format']

/** A workbook of sheets with lettered columns. */
export const isSheets = (format: Format): boolean => format === 'xlsx' || format === 'ods'

/** One table of records without a name of its own. */
export const isRecords = (format: Format): boolean => format === 'csv' || format === 'tsv'

/** The words for two rows of a table: `Chronology!3:4`, `table 1 rows 1:2`, `records 0:1`. */
export const rowsPlace = (format: Format, table: SourceTable, first: number, last: number): string => {
  if (isSheets(format)) return `${table.name}!${first}:${last}`
  return isRecords(format) ? `records ${first}:${last}` : `${table.name} rows ${first}:${last}`
}

/** The words for a column: `Sheet1!B`, `table 1 column 2`, `column 2`. */
export const columnPlace = (format: Format, table: SourceTable, index: number): string => {
  if (isSheets(format)) return `${table.name}!${table.columns[index]?.label ?? index + 1}`
  return isRecords(format) ? `column ${index + 1}` : `${table.name} column ${index + 1}`
}

/** A table as a sentence names it. */
export const nameTable = (format: Format, table: SourceTable): string => {
  if (isSheets(format)) return `the sheet “${table.name}”`
  return isRecords(format) ? 'the file' : table.name
}

/** "1 row", "3 rows". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const mostListed = 20

/** Places that are noted one after another: how many there are, and the first of them by name. */
export const notePlaces = () => {
  const first: string[] = []
  let count = 0
  return {
    note: (place: string): void => {
      count += 1
      if (first.length < mostListed) first.push(place)
    },
    count: (): number => count,
    first: (): string => first[0] ?? '',
    /** The first places by name and how many more there are. */
    list: (): string =>
      count > mostListed ? `${first.join(', ')} and ${count - mostListed} more` : first.join(', '),
  }
}

/** The first places by name and how many more there are. */
export const listPlaces = (places: readonly string[]): string => {
  const noted = notePlaces()
  for (const place of places) noted.note(place)
  return noted.list()
}

export const startSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
