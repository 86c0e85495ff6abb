import type { Note } from '../dates/note.ts'
import type { ParsedChronology } from './entry.ts'
import type { AmbiguousDate } from './order-dates.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import type { ReadTable, RowRead } from './read-table.ts'
import { ownColumns } from './row-cells.ts'
import { countRowsWhere, type SourceRow, type SourceTable } from './source-table.ts'
import { columnPlace, countOf, nameTable, startSentence } from './table-places.ts'

type Attention = ParsedChronology['needsAttention'][number]

/** Doubts that a person must settle; a two-digit year or a said convention is only announced. */
const worthAsking: ReadonlySet<Note['kind']> = new Set([
  'default-year',
  'heading',
  'impossible',
  'not-understood',
  'no-date',
  'remainder',
  'serial',
  'far-year',
  'weekday',
  'order',
  'time',
])

/** What a person must look at in a table that was read, found while its rows are gone through once, in order. */
export const attendTable = ({ table, layout }: ReadTable, context: FileContext) => {
  const ofEntries: (Attention | undefined)[] = []
  const ofRows: Attention[] = []
  /** Where in the list an ambiguous date is to stand, should the file not settle it. */
  const places = new WeakMap<EntryDraft, number>()
  return {
    see: ({ row, read }: RowRead): void => {
      if (read.kind === 'entry') {
        ofEntries.push(...attendNotes(read.draft))
        if (read.draft.notes.some(({ kind }) => kind === 'ambiguous'))
          places.set(read.draft, ofEntries.push(undefined) - 1)
        ofEntries.push(...attendEvent(read.draft))
      } else ofRows.push(...attendRow(row, read))
    },
    seeAmbiguous: ({ draft, other, open }: AmbiguousDate<EntryDraft>): void => {
      const place = places.get(draft)
      places.delete(draft)
      if (open && place !== undefined) ofEntries[place] = attendAmbiguous(draft, other)
    },
    say: (): readonly Attention[] => [
      ...layout.unknown.map((column): Attention => ({
        where: columnPlace(context.format, table, column.index),
        field: column.field,
        value: column.heading,
        why: `The heading is not one we know. Its text is kept as ${column.field}; choose a field if that is wrong.`,
      })),
      ...ofEntries.filter((one) => one !== undefined),
      ...ofRows,
    ],
  }
}

const attendRow = (row: SourceRow, read: RowRead['read']): readonly Attention[] => {
  if (read.kind === 'fragment')
    return [{ where: row.where, field: 'event', value: read.text, why: `${read.why} It is not an entry.` }]
  if (read.kind === 'no-contact')
    return [
      {
        where: row.where,
        field: 'date',
        value: read.text,
        why: 'It declares no contact and has no date of its own, so it is not an entry.',
      },
    ]
  return []
}

const attendNotes = ({ entry, notes }: EntryDraft): readonly Attention[] =>
  notes
    .filter((note) => worthAsking.has(note.kind))
    .map(({ kind, text }) => ({
      where: entry.where,
      ...(kind === 'time'
        ? { field: 'time', value: entry.fields.time ?? entry.date.original }
        : { field: 'date', value: entry.date.original }),
      why: text,
    }))

const attendAmbiguous = ({ entry }: EntryDraft, other: string): Attention => ({
  where: entry.where,
  field: 'date',
  value: entry.date.original,
  why: `Day and month could be the other way round (${other}), and the order of the file does not settle it.`,
})

const attendEvent = ({ entry, eventFrom }: EntryDraft): readonly Attention[] =>
  eventFrom === undefined
    ? []
    : [
        {
          where: entry.where,
          field: 'event',
          value: entry.fields.event ?? '',
          why: `The event is blank; the ${eventFrom} stands in for it.`,
        },
      ]

/** A table that was not read, yet has several rows that begin with a date, may be a chronology whose headings we missed. */
export const attendUnread = (table: SourceTable, context: FileContext): readonly Attention[] => {
  const dated = countRowsWhere(table, (row) =>
    ownColumns(row).some(
      (index) =>
        row.cells[index]?.kind === 'date' ||
        /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(row.cells[index]?.text ?? ''),
    ),
  )
  if (dated < 2) return []
  return [
    {
      where: table.name,
      field: 'date',
      value: countOf(dated, 'row'),
      why: `${startSentence(nameTable(context.format, table))} has ${countOf(dated, 'row')} with a date and was not imported. If it is part of the chronology, choose its columns.`,
    },
  ]
}
