import type { Note } from '../dates/note.ts'
import type { ParsedChronology } from './entry.ts'
import { ambiguousDates } from './order-dates.ts'
import type { EntryDraft, FileContext } from './read-entry.ts'
import type { ReadTable } from './read-table.ts'
import { ownColumns } from './row-cells.ts'
import type { SourceTable } from './source-table.ts'
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

/** What a person must look at in a table that was read. */
export const attendTable = (read: ReadTable, context: FileContext): readonly Attention[] => {
  const open = new Map(
    ambiguousDates(read.entries).flatMap((date) => (date.open ? [[date.draft, date.other]] : [])),
  )
  return [
    ...read.layout.unknown.map((column): Attention => ({
      where: columnPlace(context.format, read.table, column.index),
      field: column.field,
      value: column.heading,
      why: `The heading is not one we know. Its text is kept as ${column.field}; choose a field if that is wrong.`,
    })),
    ...read.entries.flatMap((draft) => attendEntry(draft, open.get(draft))),
    ...read.rows.flatMap(({ row, read: kind }): Attention[] => {
      if (kind.kind === 'fragment')
        return [
          { where: row.where, field: 'event', value: kind.text, why: `${kind.why} It is not an entry.` },
        ]
      if (kind.kind === 'no-contact')
        return [
          {
            where: row.where,
            field: 'date',
            value: kind.text,
            why: 'It declares no contact and has no date of its own, so it is not an entry.',
          },
        ]
      return []
    }),
  ]
}

const attendEntry = (
  { entry, notes, eventFrom }: EntryDraft,
  other: string | undefined,
): readonly Attention[] => {
  const at = (field: string, value: string, why: string): Attention => ({
    where: entry.where,
    field,
    value,
    why,
  })
  return [
    ...notes
      .filter((note) => worthAsking.has(note.kind))
      .map((note) =>
        note.kind === 'time'
          ? at('time', entry.fields.time ?? entry.date.original, note.text)
          : at('date', entry.date.original, note.text),
      ),
    ...(other === undefined
      ? []
      : [
          at(
            'date',
            entry.date.original,
            `Day and month could be the other way round (${other}), and the order of the file does not settle it.`,
          ),
        ]),
    ...(eventFrom === undefined
      ? []
      : [at('event', entry.fields.event ?? '', `The event is blank; the ${eventFrom} stands in for it.`)]),
  ]
}

/** A table that was not read, yet has several rows that begin with a date, may be a chronology whose headings we missed. */
export const attendUnread = (table: SourceTable, context: FileContext): readonly Attention[] => {
  const dated = table.rows.filter((row) =>
    ownColumns(row).some(
      (index) =>
        row.cells[index]?.kind === 'date' ||
        /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(row.cells[index]?.text ?? ''),
    ),
  ).length
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
