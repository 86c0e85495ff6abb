import { writeDay } from '../dates/calendar.ts'
import type { Layout } from './find-heading.ts'
import { watchOrder, type AmbiguousDate } from './order-dates.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import type { ReadTable, RowRead } from './read-table.ts'
import { ownColumns } from './row-cells.ts'
import type { Announcement, SourceRow, SourceTable } from './source-table.ts'
import {
  columnPlace,
  countOf,
  isRecords,
  isSheets,
  nameTable,
  notePlaces,
  rowsPlace,
  startSentence,
} from './table-places.ts'

const quote = (text: string): string => `“${text.replace(/\s+/g, ' ').trim()}”`

/** What a table's rows must be announced for, found while they are gone through once, in order. */
export type TableNotice = {
  /** `n` is the entry's number in the file, where the row is one. */
  readonly see: (row: RowRead, n: number) => void
  /** An ambiguous date, once it is known whether the order of the file settles it. */
  readonly seeAmbiguous: (found: AmbiguousDate<EntryDraft>) => void
  readonly say: () => readonly Announcement[]
}

/** Everything about the rows of one table that the person importing it must know. */
export const noticeTable = ({ table, layout }: ReadTable, context: FileContext): TableNotice => {
  const layouts = [layout]
  const rows: Announcement[] = []
  const declared: Announcement[] = []
  const extra = noticeExtraColumns(table, layout, context)
  const textDates = noticeTextDates(table, layout, context)
  const ambiguous = noticeAmbiguous(table, layout, context)
  const early = notePlaces()
  const isEarly = watchOrder()
  return {
    see: (one, n) => {
      const { row, read, begins } = one
      if (begins) layouts.push(begins)
      rows.push(...announceRow(one))
      if (read.kind !== 'entry') return
      const { entry } = read.draft
      if (entry.declaredNoContact)
        declared.push({
          kind: 'declared-no-contact',
          where: entry.where,
          detail: `Entry ${n} declares no contact for ${entry.date.original || 'an unknown time'}. It is not counted as contact.`,
        })
      extra.see(row)
      textDates.see(read.draft)
      if (isEarly(read.draft)) early.note(entry.where)
    },
    seeAmbiguous: ambiguous.see,
    say: () => [
      ...layouts.flatMap((each) => announceHeadings(table, each, context)),
      ...rows,
      ...declared,
      ...extra.say(),
      ...textDates.say(),
      ...ambiguous.say(),
      ...announceOrder(table, early, context),
    ],
  }
}

const announceRow = ({ row, read }: RowRead): readonly Announcement[] => {
  switch (read.kind) {
    case 'section':
      return [
        {
          kind: 'section-row',
          where: row.where,
          detail: `The row is a heading for the entries below it and not an entry: ${quote(read.text)}.`,
        },
      ]
    case 'total':
      return [
        {
          kind: 'not-an-entry',
          where: row.where,
          detail: `The row is a total and not an entry: ${quote(read.text)}${formulaOf(row)}.`,
        },
      ]
    case 'example':
      return [
        {
          kind: 'not-an-entry',
          where: row.where,
          detail: `The row is an example of how to fill the template in, and not an entry: ${quote(read.text)}.`,
        },
      ]
    case 'note':
      return [
        {
          kind: 'not-an-entry',
          where: row.where,
          detail: `The row is a note after the entries and not an entry: ${quote(read.text)}.`,
        },
      ]
    case 'fragment':
      return [
        {
          kind: 'not-an-entry',
          where: row.where,
          detail: `${read.why} It was not taken as an entry: ${quote(read.text)}.`,
        },
      ]
    case 'no-contact':
      return [
        {
          kind: 'declared-no-contact',
          where: row.where,
          detail: `The row declares no contact and has no date of its own, so it is not an entry: ${quote(read.text)}.`,
        },
      ]
    default:
      return []
  }
}

const formulaOf = (row: SourceRow): string => {
  const formula = row.cells.find((cell) => cell.formula !== undefined)?.formula
  return formula === undefined ? '' : `, with the formula ${formula}`
}

const announceHeadings = (
  table: SourceTable,
  { headingRows }: Layout,
  context: FileContext,
): readonly Announcement[] => {
  const [first, last] = [headingRows[0], headingRows.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  return [
    {
      kind: 'two-row-heading',
      where: rowsPlace(context.format, table, first, last),
      detail: `The headings take ${countOf(headingRows.length, 'row')}; the lower one names the columns.`,
    },
  ]
}

const noticeExtraColumns = (table: SourceTable, layout: Layout, context: FileContext) => {
  const lastHeading = Math.max(-1, ...layout.columns.map((column) => column.index))
  const wide = notePlaces()
  let onlyWhere = ''
  let cells = 0
  return {
    see: (row: SourceRow): void => {
      const count = ownColumns(row).filter((index) => index > lastHeading).length
      if (count === 0) return
      cells += count
      onlyWhere = row.where
      wide.note(`${row.where} (${count})`)
    },
    say: (): readonly Announcement[] =>
      wide.count() === 0
        ? []
        : [
            {
              kind: 'extra-columns',
              where: wide.count() === 1 ? onlyWhere : table.name,
              detail: `${startSentence(countOf(cells, 'cell'))} with text beyond the last heading in ${nameTable(context.format, table)}. The text is kept with the row as imported and is not part of the entry: ${wide.list()}.`,
            },
          ],
  }
}

const dateColumnOf = (layout: Layout): number =>
  layout.columns.find((column) => column.field === 'date')?.index ?? 0

/** Days held as text where a sheet could hold dates, and two-digit years anywhere. */
const noticeTextDates = (table: SourceTable, layout: Layout, context: FileContext) => {
  let [texts, short] = [0, 0]
  return {
    see: ({ entry, notes }: EntryDraft): void => {
      if (entry.stored !== 'text' || entry.date.precision !== 'exact') return
      texts += 1
      if (notes.some((note) => note.kind === 'two-digit-year')) short += 1
    },
    say: (): readonly Announcement[] => {
      if (short === 0 && (!isSheets(context.format) || texts === 0)) return []
      const index = dateColumnOf(layout)
      const years = short > 0 ? ` ${countOf(short, 'has', 'have')} a two-digit year, read as 20yy.` : ''
      return [
        {
          kind: 'text-dates',
          where: columnPlace(context.format, table, index),
          detail: `Column ${table.columns[index]?.label ?? index + 1} holds ${countOf(texts, 'date')} as text, read day first.${years}`,
        },
      ]
    },
  }
}

const noticeAmbiguous = (table: SourceTable, layout: Layout, context: FileContext) => {
  const open: Announcement[] = []
  const settled = notePlaces()
  const nameOf = ({ entry }: EntryDraft): string =>
    [entry.fields.reference?.split('\n')[0], entry.date.original].filter(Boolean).join(' ')
  return {
    see: ({ draft, other, open: isOpen }: AmbiguousDate<EntryDraft>): void => {
      if (!isOpen) return settled.note(`${draft.entry.where} ${nameOf(draft)}`)
      open.push({
        kind: 'ambiguous-date',
        where: draft.entry.where,
        detail: `${nameOf(draft)} was read day first, as ${writeDay(draft.entry.date.earliest ?? '')}. Month first, it would be ${other}, which also fits between the dates around it.`,
      })
    },
    say: (): readonly Announcement[] => [
      ...open,
      ...(settled.count() === 0
        ? []
        : [
            {
              kind: 'ambiguous-date' as const,
              where: columnPlace(context.format, table, dateColumnOf(layout)),
              detail: `${startSentence(countOf(settled.count(), open.length > 0 ? 'more date' : 'date'))} could be read month first. The order of the file speaks for day first: ${settled.list()}.`,
            },
          ]),
    ],
  }
}

const announceOrder = (
  table: SourceTable,
  early: ReturnType<typeof notePlaces>,
  context: FileContext,
): readonly Announcement[] => {
  const count = early.count()
  if (count === 0) return []
  return [
    {
      kind: 'not-in-date-order',
      where: isRecords(context.format) ? 'file' : table.name,
      detail: `${startSentence(countOf(count, 'entry', 'entries'))} of ${nameTable(context.format, table)} come${count === 1 ? 's' : ''} after a later one: ${early.list()}.`,
    },
  ]
}

/** A table that was not read as a chronology, and why. */
export const announceUnread = (table: SourceTable, context: FileContext, filled: number): Announcement => ({
  kind: 'sheet-without-entries',
  where: table.name,
  detail: `${startSentence(nameTable(context.format, table))} ${table.visible ? 'has no column of dates, so none of its rows were' : 'is hidden, and none of its rows were'} taken as entries. It has ${countOf(filled, 'row')} with text.`,
})

/** A table that a person chose to leave out. */
export const announceLeftOut = (table: SourceTable, context: FileContext, filled: number): Announcement => ({
  kind: 'sheet-without-entries',
  where: table.name,
  detail: `${startSentence(nameTable(context.format, table))} was left out by choice, so none of its rows were taken as entries. It has ${countOf(filled, 'row')} with text.`,
})
