import type { z } from 'zod'
import { listMappings, saveMapping, type KeptMapping } from '../../db/column-mappings.ts'
import type { Db } from '../../db/database.ts'
import { applyTemplate, saysAllOf, templateOf } from '../../domain/chronology/column-template.ts'
import {
  entryFields,
  type ColumnMapping,
  type EntryField,
  type TableMapping,
} from '../../domain/chronology/entry.ts'
import type { TableGuess } from '../../domain/chronology/parse-chronology.ts'
import type { SourceDocument } from '../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { columnMappingSchema } from '../contract/chronology.ts'
import type { TableChoice } from '../contract/import.ts'

type Given = z.output<typeof columnMappingSchema>

const isField = (text: string): text is EntryField => (entryFields as readonly string[]).includes(text)

const readTableMapping = (given: Omit<Given, 'others'>): TableMapping => ({
  table: given.table,
  headingRows: given.headingRows,
  columns: given.columns.map((column, at) => {
    const { field } = column
    if (!isField(field))
      throw new ExpectedError(
        'invalid',
        `The mapping puts column ${column.heading || at + 1} into a field that does not exist.`,
        [{ path: `mapping.columns.${at}.field`, message: `must be one of ${entryFields.join(', ')}` }],
      )
    return { ...column, field }
  }),
})

/** A mapping as it was sent, its fields checked by name. Throws `invalid`. */
export const readMapping = (given: Given): ColumnMapping => ({
  ...readTableMapping(given),
  ...(given.others === undefined
    ? {}
    : { others: given.others.map((one) => ({ ...readTableMapping(one), use: one.use })) }),
})

/** The mapping in use for an agency that fits a file, with what it makes of the file; null where none does. */
export const keptMappingFor = (
  db: Db,
  agencyName: string,
  document: SourceDocument,
): { readonly kept: KeptMapping; readonly mapping: ColumnMapping } | null => {
  for (const kept of listMappings(db, agencyName)) {
    const mapping = applyTemplate(document, kept.template)
    if (mapping) return { kept, mapping }
  }
  return null
}

/** Keeps how a person mapped a file, for the agency's next of the same headings. One that is kept already stays as it is. */
export const keepMapping = (
  db: Db,
  document: SourceDocument,
  mapping: ColumnMapping,
  by: {
    readonly id: string
    readonly agencyName: string
    readonly savedBy: string
    readonly savedAt: string
  },
): void => {
  const template = templateOf(document, mapping)
  const isKept = listMappings(db, by.agencyName).some((kept) => saysAllOf(kept.template, template))
  if (!isKept) saveMapping(db, { ...by, template })
}

const choiceOf = ({ table, headingRows, columns }: TableMapping, use: boolean): TableChoice => ({
  table,
  use,
  headingRows,
  columns: columns.map(({ index, field, part }) => ({
    index,
    field,
    ...(part === undefined ? {} : { part }),
  })),
})

export const guessedChoice = (guess: TableGuess): TableChoice => choiceOf(guess, guess.use)

/** A mapping as one choice a table. */
export const choicesOf = (mapping: ColumnMapping): readonly TableChoice[] => [
  choiceOf(mapping, true),
  ...(mapping.others ?? []).map((one) => choiceOf(one, one.use)),
]
