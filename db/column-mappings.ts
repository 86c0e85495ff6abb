import { z } from 'zod'
import { signatureOf, type ColumnTemplate } from '../domain/chronology/column-template.ts'
import { dateParts, entryFields } from '../domain/chronology/entry.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** A mapping kept for an agency's template. */
export type KeptMapping = {
  readonly id: string
  readonly agencyName: string
  readonly template: ColumnTemplate
  readonly savedBy: string
  readonly savedAt: string
  /** When it was forgotten or replaced; null while it is used. */
  readonly endedAt: string | null
}

type Stored = {
  readonly id: string
  readonly agency_name: string
  readonly template: string
  readonly saved_by: string
  readonly saved_at: string
  readonly ended_at: string | null
}

const templateSchema = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      use: z.boolean(),
      headings: z.array(z.object({ below: z.int(), texts: z.array(z.string()) })),
      columns: z.array(
        z.object({ index: z.int(), field: z.enum(entryFields), part: z.enum(dateParts).exactOptional() }),
      ),
    }),
  ),
})

const toKept = (row: Stored): KeptMapping => ({
  id: row.id,
  agencyName: row.agency_name,
  template: readJson(templateSchema, row.template, 'column_mappings.template'),
  savedBy: row.saved_by,
  savedAt: row.saved_at,
  endedAt: row.ended_at,
})

const columns = 'id, agency_name, template, saved_by, saved_at, ended_at'

/** One agency is the same in two cases where its name is, whatever its capitals and spaces. */
const keyOf = (agencyName: string): string =>
  agencyName.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

export const isMappingOf = (mapping: KeptMapping, agencyName: string): boolean =>
  keyOf(mapping.agencyName) === keyOf(agencyName)

/** The mappings in use for an agency, the latest first. */
export const listMappings = (db: Db, agencyName: string): readonly KeptMapping[] =>
  db
    .prepare<[string], Stored>(
      `SELECT ${columns} FROM column_mappings WHERE agency_key = ? AND ended_at IS NULL
       ORDER BY saved_at DESC, rowid DESC`,
    )
    .all(keyOf(agencyName))
    .map(toKept)

/** Throws `not-found`. */
export const getMapping = (db: Db, id: string): KeptMapping => {
  const row = db.prepare<[string], Stored>(`SELECT ${columns} FROM column_mappings WHERE id = ?`).get(id)
  if (!row) throw new ExpectedError('not-found', 'There is no such mapping in this vault.')
  return toKept(row)
}

/** Keeps a mapping in the place of the one kept for the same headings of the agency. */
export const saveMapping = (
  db: Db,
  given: {
    readonly id: string
    readonly agencyName: string
    readonly template: ColumnTemplate
    readonly savedBy: string
    readonly savedAt: string
  },
): void => {
  const signature = signatureOf(given.template)
  db.prepare(
    `UPDATE column_mappings SET ended_by = ?, ended_at = ?
     WHERE agency_key = ? AND signature = ? AND ended_at IS NULL`,
  ).run(given.savedBy, given.savedAt, keyOf(given.agencyName), signature)
  db.prepare(
    `INSERT INTO column_mappings (id, agency_key, agency_name, signature, template, saved_by, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    given.id,
    keyOf(given.agencyName),
    given.agencyName,
    signature,
    JSON.stringify(given.template),
    given.savedBy,
    given.savedAt,
  )
}

/** Stops using a mapping. Throws `conflict` where it is not in use any more. */
export const endMapping = (db: Db, id: string, endedBy: string, endedAt: string): void => {
  const { changes } = db
    .prepare('UPDATE column_mappings SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL')
    .run(endedBy, endedAt, id)
  if (changes !== 1) throw new ExpectedError('conflict', 'That mapping is not in use any more.')
}

/** Uses a forgotten mapping again. Throws `conflict` where another has taken its place since. */
export const resumeMapping = (db: Db, id: string): void => {
  const { changes } = db
    .prepare(
      `UPDATE column_mappings SET ended_by = NULL, ended_at = NULL
       WHERE id = @id AND ended_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM column_mappings AS other
         WHERE other.agency_key = column_mappings.agency_key AND other.signature = column_mappings.signature
           AND other.ended_at IS NULL)`,
    )
    .run({ id })
  if (changes !== 1)
    throw new ExpectedError('conflict', 'Another mapping has taken its place, or it is in use already.')
}
