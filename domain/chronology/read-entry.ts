import { monthNames } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'
import type { Note } from '../dates/note.ts'
import { combine, differingTimes, isPartOfDay, parseTime } from '../dates/parse-time.ts'
import { readDate } from '../dates/read-date.ts'
import type { EntryField, MappedColumn, ParsedEntry } from './entry.ts'
import type { Layout } from './find-heading.ts'
import { isEndHeading } from './heading-fields.ts'
import { declaresNoContact } from './no-contact.ts'
import { textAt } from './row-cells.ts'
import type { SourceCell, SourceDocument, SourceRow, SourceTable } from './source-table.ts'

/** What reading any row of a file needs to know about the file. */
export type FileContext = {
  readonly format: SourceDocument['format']
  readonly system: 1900 | 1904
  readonly defaultYear?: string
}

/** An entry before it has its number, with why its date or time needs a second look. */
export type EntryDraft = {
  readonly entry: Omit<ParsedEntry, 'n'>
  readonly notes: readonly Note[]
  /** The column whose text stands in for an empty event, where it does. */
  readonly eventFrom?: string
}

export type RowDate = {
  readonly date: ImpreciseDate
  readonly notes: readonly Note[]
  readonly stored: string
}

const isEnd = ({ part, heading }: MappedColumn): boolean =>
  part === 'end' || (part === undefined && isEndHeading(heading))

/**
 * Reads the date cells of a row: a serial as stored, text by the date grammar, an empty cell under a merge as its text, a
 * date spread over columns as one text.
 */
export const readRowDate = (row: SourceRow, layout: Layout, context: FileContext): RowDate => {
  const columns = layout.columns.filter(({ field }) => field === 'date')
  const ends = columns.filter(isEnd)
  const parts = columns.filter((column) => !isEnd(column) && column.part !== undefined)
  const whole = columns.filter((column) => !isEnd(column) && column.part === undefined)
  const isFilled = ({ index }: MappedColumn): boolean => textAt(row, index) !== ''
  const first = (whole.length + parts.length > 0 ? whole : ends).find(isFilled)
  const cell = first && row.cells[first.index]
  const last = ends.find((column) => column !== first && isFilled(column))
  const until = last && row.cells[last.index]
  if (cell) {
    const stored = storedAs(cell, context)
    if (!until || until.text === cell.text) return { ...readCell(cell, context), stored }
    return { ...readDate(`${asWritten(cell)} to ${asWritten(until)}`, optionsOf(context)), stored }
  }
  const joined = joinParts(row, parts)
  if (joined === null) return { ...readDate('', optionsOf(context)), stored: 'blank' }
  const { date, notes } = readDate(
    until ? `${joined.text} to ${asWritten(until)}` : joined.text,
    optionsOf(context),
  )
  const original = until ? `${joined.original} to ${until.text}` : joined.original
  return { date: { ...date, original }, notes, stored: `text, over ${joined.columns} columns` }
}

/** Day, month and year of a date that stands in several columns, as one text to read and as they were written. */
const joinParts = (
  row: SourceRow,
  parts: readonly MappedColumn[],
): { readonly text: string; readonly original: string; readonly columns: number } | null => {
  const texts = (['day', 'month', 'year'] as const).flatMap((part) => {
    const column = parts.find((each) => each.part === part)
    const text = column ? textAt(row, column.index).trim() : ''
    return text === '' ? [] : [{ part, text }]
  })
  if (texts.length === 0) return null
  const read = texts.map(({ part, text }) => {
    const named = part === 'month' && /^\d{1,2}$/.test(text) ? monthNames[Number(text) - 1] : undefined
    return named ?? text
  })
  return {
    text: read.join(' '),
    original: texts.map(({ text }) => text).join(' '),
    columns: texts.length,
  }
}

const optionsOf = (context: FileContext) => ({
  serialSystem: context.system,
  ...(context.defaultYear === undefined ? {} : { defaultYear: context.defaultYear }),
})

const isoPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/

/** A stored serial as a reader of this country would write it, so that two cells can be joined as a range. */
const asWritten = (cell: SourceCell): string => isoPattern.exec(cell.iso ?? '')?.[1] ?? cell.text

const readCell = (
  cell: SourceCell,
  context: FileContext,
): { date: ImpreciseDate; notes: readonly Note[] } => {
  const iso = isoPattern.exec(cell.iso ?? '')
  if (!iso?.[1]) return readDate(cell.text, optionsOf(context))
  const day = readDate(iso[1])
  return {
    date: {
      ...day.date,
      original: cell.text,
      ...(iso[2] === undefined ? {} : { time: iso[2] }),
    },
    notes: day.notes,
  }
}

const storedAs = (cell: SourceCell, context: FileContext): string => {
  if (cell.merged)
    return ['docx', 'pdf'].includes(context.format) ? 'blank, vertically merged' : 'blank, inside merged cell'
  return cell.stored ?? 'text'
}

const readRowTime = (row: SourceRow, layout: Layout, date: RowDate): RowDate => {
  const columns = layout.columns.filter((column) => column.field === 'time')
  const texts = columns.flatMap((column) => {
    const text = textAt(row, column.index)
    const iso = /(?:^|T)(\d{2}:\d{2})/.exec(row.cells[column.index]?.iso ?? '')?.[1]
    return text === '' ? [] : [iso ?? text]
  })
  if (texts.length === 0) return date
  const written = texts.slice(0, 2).join(' - ')
  const time = parseTime(written) ?? parseTime(texts[0] ?? '')
  if (time) {
    const differing = differingTimes(date.date, time)
    const notes =
      differing === null ? date.notes : [...date.notes, { kind: 'time' as const, text: differing }]
    return { ...date, date: combine(date.date, time), notes }
  }
  if (/^(?:n\/?[ak]|not known|unknown|not recorded|nil|none|-+|\?+)$/i.test(written.trim())) return date
  const sentence = `The time “${written}” is not a clock time; it is kept as written.`
  const note: Note = { kind: 'time', text: sentence }
  return {
    ...date,
    date: { ...date.date, warnings: [...date.date.warnings, sentence] },
    notes: isPartOfDay(written) ? date.notes : [...date.notes, note],
  }
}

type Fields = ParsedEntry['fields']

export const readFields = (row: SourceRow, layout: Layout): Fields => {
  const fields: Partial<Record<Exclude<EntryField, 'ignore'>, string>> = {}
  for (const { index, field } of layout.columns) {
    const text = textAt(row, index)
    if (field === 'ignore' || text === '') continue
    const before = fields[field]
    fields[field] = before === undefined ? text : `${before}\n${text}`
  }
  return fields
}

const standIns = ['action', 'outcome', 'contactType', 'comment', 'wishes'] as const

/** Reads a row as an entry, or null where it says nothing that an entry could hold. */
export const readEntry = (
  row: SourceRow,
  table: SourceTable,
  layout: Layout,
  rowDate: RowDate,
): EntryDraft | null => {
  const fields = readFields(row, layout)
  const standIn =
    fields.event === undefined ? standIns.find((field) => fields[field] !== undefined) : undefined
  const event = fields.event ?? (standIn && fields[standIn])
  if (event === undefined) return null
  const { date, notes, stored } = readRowTime(row, layout, rowDate)
  return {
    entry: {
      where: row.where,
      sheet: table.name,
      row: row.row,
      date,
      stored,
      declaredNoContact: declaresNoContact(
        date,
        event,
        [fields.action, fields.outcome].filter(Boolean).join('\n'),
      ),
      hiddenRow: row.hidden,
      fields: { ...fields, event },
      cells: readCells(row, table, layout),
      aside: row.aside ?? [],
    },
    notes,
    ...(standIn === undefined ? {} : { eventFrom: standIn }),
  }
}

const readCells = (row: SourceRow, table: SourceTable, layout: Layout): ParsedEntry['cells'] => {
  const headings = new Map(layout.columns.map((column) => [column.index, column.heading]))
  const lastHeading = Math.max(-1, ...headings.keys())
  const lastText = row.cells.findLastIndex((cell) => cell.text !== '')
  return Array.from({ length: Math.max(lastHeading, lastText) + 1 }, (_, index) => ({
    heading: headings.get(index) ?? '',
    text: row.cells[index]?.text ?? '',
    hidden: table.columns[index]?.hidden === true,
  }))
}
