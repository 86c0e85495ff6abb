import { writeDay } from '../dates/calendar.ts'
import { ambiguousDates, outOfOrder } from './order-dates.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import type { ReadTable } from './read-table.ts'
import { ownColumns } from './row-cells.ts'
import type { Announcement, SourceRow, SourceTable } from './source-table.ts'
import {
  columnPlace,
  countOf,
  isRecords,
  isSheets,
  listPlaces,
  nameTable,
  rowsPlace,
  startSentence,
} from './table-places.ts'

type Numbered = { readonly draft: EntryDraft; readonly n: number }

const quote = (text: string): string => `“${text.replace(/\s+/g, ' ').trim()}”`

/** Everything about the rows of one table that the person importing it must know. */
export const announceTable = (
  read: ReadTable,
  context: FileContext,
  entries: readonly Numbered[],
): Announcement[] => [
  ...announceHeadings(read, context),
  ...read.rows.flatMap(({ row, read: kind }): Announcement[] => {
    switch (kind.kind) {
      case 'section':
        return [
          {
            kind: 'section-row',
            where: row.where,
            detail: `The row is a heading for the entries below it and not an entry: ${quote(kind.text)}.`,
          },
        ]
      case 'total':
        return [
          {
            kind: 'not-an-entry',
            where: row.where,
            detail: `The row is a total and not an entry: ${quote(kind.text)}${formulaOf(row)}.`,
          },
        ]
      case 'example':
        return [
          {
            kind: 'not-an-entry',
            where: row.where,
            detail: `The row is an example of how to fill the template in, and not an entry: ${quote(kind.text)}.`,
          },
        ]
      case 'note':
        return [
          {
            kind: 'not-an-entry',
            where: row.where,
            detail: `The row is a note after the entries and not an entry: ${quote(kind.text)}.`,
          },
        ]
      case 'fragment':
        return [
          {
            kind: 'not-an-entry',
            where: row.where,
            detail: `${kind.why} It was not taken as an entry: ${quote(kind.text)}.`,
          },
        ]
      case 'no-contact':
        return [
          {
            kind: 'declared-no-contact',
            where: row.where,
            detail: `The row declares no contact and has no date of its own, so it is not an entry: ${quote(kind.text)}.`,
          },
        ]
      default:
        return []
    }
  }),
  ...entries
    .filter(({ draft }) => draft.entry.declaredNoContact)
    .map(({ draft, n }): Announcement => ({
      kind: 'declared-no-contact',
      where: draft.entry.where,
      detail: `Entry ${n} declares no contact for ${draft.entry.date.original || 'an unknown time'}. It is not counted as contact.`,
    })),
  ...announceExtraColumns(read, context),
  ...announceTextDates(read, context),
  ...announceAmbiguous(read, context),
  ...announceOrder(read, context),
]

const formulaOf = (row: SourceRow): string => {
  const formula = row.cells.find((cell) => cell.formula !== undefined)?.formula
  return formula === undefined ? '' : `, with the formula ${formula}`
}

const announceHeadings = ({ table, layout, laterLayouts }: ReadTable, context: FileContext): Announcement[] =>
  [layout, ...laterLayouts].flatMap((each): Announcement[] => {
    const [first, last] = [each.headingRows[0], each.headingRows.at(-1)]
    if (first === undefined || last === undefined || first === last) return []
    return [
      {
        kind: 'two-row-heading',
        where: rowsPlace(context.format, table, first, last),
        detail: `The headings take ${countOf(each.headingRows.length, 'row')}; the lower one names the columns.`,
      },
    ]
  })

const announceExtraColumns = ({ table, layout, rows }: ReadTable, context: FileContext): Announcement[] => {
  const lastHeading = Math.max(-1, ...layout.columns.map((column) => column.index))
  const wide = rows.flatMap(({ row, read }) => {
    const extra = read.kind === 'entry' ? ownColumns(row).filter((index) => index > lastHeading) : []
    return extra.length > 0 ? [{ row, count: extra.length }] : []
  })
  if (wide.length === 0) return []
  const cells = wide.reduce((sum, { count }) => sum + count, 0)
  const list = listPlaces(wide.map(({ row, count }) => `${row.where} (${count})`))
  const [first] = wide
  return [
    {
      kind: 'extra-columns',
      where: wide.length === 1 && first ? first.row.where : table.name,
      detail: `${startSentence(countOf(cells, 'cell'))} with text beyond the last heading in ${nameTable(context.format, table)}. The text is kept with the row as imported and is not part of the entry: ${list}.`,
    },
  ]
}

const dateColumnOf = (read: ReadTable): number =>
  read.layout.columns.find((column) => column.field === 'date')?.index ?? 0

/** Days held as text where a sheet could hold dates, and two-digit years anywhere. */
const announceTextDates = (read: ReadTable, context: FileContext): Announcement[] => {
  const texts = read.entries.filter(
    ({ entry }) => entry.stored === 'text' && entry.date.precision === 'exact',
  )
  const short = texts.filter(({ notes }) => notes.some((note) => note.kind === 'two-digit-year'))
  if (short.length === 0 && (!isSheets(context.format) || texts.length === 0)) return []
  const index = dateColumnOf(read)
  const years =
    short.length > 0 ? ` ${countOf(short.length, 'has', 'have')} a two-digit year, read as 20yy.` : ''
  return [
    {
      kind: 'text-dates',
      where: columnPlace(context.format, read.table, index),
      detail: `Column ${read.table.columns[index]?.label ?? index + 1} holds ${countOf(texts.length, 'date')} as text, read day first.${years}`,
    },
  ]
}

const announceAmbiguous = (read: ReadTable, context: FileContext): Announcement[] => {
  const found = ambiguousDates(read.entries)
  const nameOf = ({ entry }: EntryDraft): string =>
    [entry.fields.reference?.split('\n')[0], entry.date.original].filter(Boolean).join(' ')
  const open = found.filter((date) => date.open)
  const settled = found.filter((date) => !date.open)
  const places = settled.map(({ draft }) => `${draft.entry.where} ${nameOf(draft)}`)
  return [
    ...open.map(({ draft, other }): Announcement => ({
      kind: 'ambiguous-date',
      where: draft.entry.where,
      detail: `${nameOf(draft)} was read day first, as ${writeDay(draft.entry.date.earliest ?? '')}. Month first, it would be ${other}, which also fits between the dates around it.`,
    })),
    ...(settled.length === 0
      ? []
      : [
          {
            kind: 'ambiguous-date' as const,
            where: columnPlace(context.format, read.table, dateColumnOf(read)),
            detail: `${startSentence(countOf(settled.length, open.length > 0 ? 'more date' : 'date'))} could be read month first. The order of the file speaks for day first: ${listPlaces(places)}.`,
          },
        ]),
  ]
}

const announceOrder = ({ table, entries }: ReadTable, context: FileContext): Announcement[] => {
  const early = outOfOrder(entries)
  if (early.length === 0) return []
  return [
    {
      kind: 'not-in-date-order',
      where: isRecords(context.format) ? 'file' : table.name,
      detail: `${startSentence(countOf(early.length, 'entry', 'entries'))} of ${nameTable(context.format, table)} come${early.length === 1 ? 's' : ''} after a later one: ${listPlaces(early.map(({ entry }) => entry.where))}.`,
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
