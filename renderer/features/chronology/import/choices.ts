import { dateParts, entryFields, type EntryField } from '../../../../domain/chronology/entry.ts'
import {
  dateHeadingRank,
  datePartsIn,
  isEndHeading,
  readHeading,
} from '../../../../domain/chronology/heading-fields.ts'
import type { Input } from '../../../../workspace/contract.ts'
import type { FileLook, TableChoice } from '../../../../workspace/contract/import.ts'
import { fieldTitles } from '../../../../domain/chronology/field-titles.ts'

export type Sheet = FileLook['tables'][number]
type Column = TableChoice['columns'][number]

/** What a column can be said to hold, as a select offers it: a field, or a part of the date ("date day"). */
export const columnValues = [
  'date',
  ...dateParts.map((part) => `date ${part}` as const),
  ...entryFields.filter((field) => field !== 'date' && field !== 'ignore'),
  'ignore',
] as const
export type ColumnValue = (typeof columnValues)[number]

const partTitles = {
  'date day': 'Day of the date',
  'date month': 'Month of the date',
  'date year': 'Year of the date',
  'date end': 'Last day, where it spans',
} as const

export const valueTitle = (value: ColumnValue): string => {
  if (value === 'ignore') return 'Kept as imported, not used'
  return value in partTitles ? partTitles[value as keyof typeof partTitles] : fieldTitles[value as EntryField]
}

export const valueOfColumn = (choice: TableChoice, index: number): ColumnValue => {
  const column = choice.columns.find((one) => one.index === index)
  if (!column) return 'ignore'
  return column.field === 'date' && column.part ? `date ${column.part}` : column.field
}

const asColumn = (index: number, value: ColumnValue): Column => {
  const part = dateParts.find((one) => value === `date ${one}`)
  const field = entryFields.find((one) => one === value) ?? 'date'
  return part ? { index, field: 'date', part } : { index, field }
}

export const withColumn = (choice: TableChoice, index: number, value: ColumnValue): TableChoice => ({
  ...choice,
  columns: [...choice.columns.filter((one) => one.index !== index), asColumn(index, value)].toSorted(
    (a, b) => a.index - b.index,
  ),
})

/** The text that heads each column, the lowest of several rows. */
export const headingsOf = (sheet: Sheet, headingRows: readonly number[]): readonly string[] => {
  const rows = sheet.rows.filter(({ row }) => headingRows.includes(row))
  return sheet.columns.map(
    (_, index) =>
      rows.map(({ cells }) => cells[index]?.text.trim() ?? '').findLast((text) => text !== '') ?? '',
  )
}

/** A table and those that take part with the very same headings: what a column holds in one, it holds in all. */
export const tablesAlike = (
  look: FileLook,
  choices: readonly TableChoice[],
  table: string,
): ReadonlySet<string> => {
  const said = (choice: TableChoice): string => {
    const sheet = look.tables.find(({ guess }) => guess.table === choice.table)
    return sheet ? headingsOf(sheet, choice.headingRows).join('\n').trim() : ''
  }
  const own = choices.find((choice) => choice.table === table)
  const headings = own ? said(own) : ''
  const others = choices.filter((choice) => choice.use && headings !== '' && said(choice) === headings)
  return new Set([table, ...others.map((choice) => choice.table)])
}

/** What headings that a person pointed at most likely mean, where nobody has said yet. */
const guessColumns = (headings: readonly string[]): readonly Column[] => {
  const split = datePartsIn(headings)
  const fieldAt = (index: number) => readHeading(headings[index] ?? '')?.field
  const date = headings
    .map((heading, index) => ({ index, rank: dateHeadingRank(heading) }))
    .filter(({ index }) => fieldAt(index) === 'date' && !isEndHeading(headings[index] ?? ''))
    .toSorted((a, b) => b.rank - a.rank || a.index - b.index)[0]
  return headings.flatMap((heading, index): Column[] => {
    if (heading === '') return []
    const part = split.get(index)
    if (part) return [{ index, field: 'date', part }]
    const field = fieldAt(index)
    if (field === 'date' && isEndHeading(heading)) return [{ index, field, part: 'end' }]
    if (field === 'date' && (split.size > 0 || index !== date?.index)) return [{ index, field: 'comment' }]
    return [{ index, field: field ?? 'comment' }]
  })
}

/** With a row taken for headings, or not any more. */
export const withHeadingRow = (choice: TableChoice, sheet: Sheet, row: number): TableChoice => {
  const headingRows = choice.headingRows.includes(row)
    ? choice.headingRows.filter((one) => one !== row)
    : [...choice.headingRows, row].toSorted((a, b) => a - b)
  const columns = choice.columns.length > 0 ? choice.columns : guessColumns(headingsOf(sheet, headingRows))
  return { ...choice, headingRows, columns }
}

/** What keeps a table from being read; null where nothing does. */
export const missingIn = ({ use, columns }: TableChoice): string | null => {
  if (!use) return null
  const date = columns.some(({ field }) => field === 'date')
  const event = columns.some(({ field }) => field === 'event')
  if (!date && !event) return 'Say which column holds the date and which the event.'
  if (!date) return 'Say which column holds the date.'
  return event ? null : 'Say which column holds the event.'
}

export const readyToRead = (choices: readonly TableChoice[]): boolean =>
  choices.some(({ use }) => use) && choices.every((choice) => missingIn(choice) === null)

type Mapping = NonNullable<Input<'chronology.import'>['mapping']>

/** The choices as an import takes them: every table decided. */
export const mappingOf = (choices: readonly TableChoice[]): Mapping | null => {
  const [main] = choices.filter(({ use }) => use)
  if (!main) return null
  const plain = ({ table, headingRows, columns }: TableChoice) => ({
    table,
    headingRows: [...headingRows],
    columns: columns.map((column) => ({ ...column })),
  })
  return {
    ...plain(main),
    others: choices.filter((one) => one !== main).map((one) => ({ ...plain(one), use: one.use })),
  }
}

/** The mapping kept for the agency where there is one, over what was guessed of the tables it does not know. */
export const firstChoices = ({ tables, kept }: FileLook): readonly TableChoice[] =>
  tables.map(({ guess }) => kept?.tables.find(({ table }) => table === guess.table) ?? guess)
