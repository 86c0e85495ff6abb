import { z } from 'zod'
import { entryFields, type ColumnMapping, type ParsedChronology } from '../domain/chronology/entry.ts'
import type { Announcement } from '../domain/chronology/source-table.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** A chronology file as imported. Its bytes are kept, encrypted like everything, and read only on request. */
export type Source = {
  readonly id: string
  readonly caseId: string
  readonly agencyId: string
  readonly fileName: string
  readonly sha256: string
  readonly format: 'xlsx' | 'ods' | 'docx' | 'pdf' | 'csv' | 'tsv'
  readonly importedBy: string
  readonly importedAt: string
  /** The agency's earlier file this one took the place of. */
  readonly supersedes: string | null
  /** The later file that took this one's place. */
  readonly supersededBy: string | null
  readonly rows: ParsedChronology['rows']
  readonly announced: readonly Announcement[]
  readonly mapping: ColumnMapping
  readonly needsAttention: ParsedChronology['needsAttention']
}

type StoredSource = {
  readonly id: string
  readonly case_id: string
  readonly agency_id: string
  readonly file_name: string
  readonly sha256: string
  readonly format: string
  readonly imported_by: string
  readonly imported_at: string
  readonly supersedes: string | null
  readonly superseded_by: string | null
  readonly rows: string
  readonly announced: string
  readonly mapping: string
  readonly needs_attention: string
}

const formatSchema = z.enum(['xlsx', 'ods', 'docx', 'pdf', 'csv', 'tsv'])
const rowsSchema = z.object({
  read: z.int(),
  entries: z.int(),
  headings: z.int(),
  blank: z.int(),
  declared: z.int(),
})
export const announcedSchema = z.array(
  z.object({
    kind: z.custom<Announcement['kind']>((kind) => typeof kind === 'string'),
    where: z.string(),
    detail: z.string(),
  }),
)
const mappingSchema = z.object({
  table: z.string(),
  headingRows: z.array(z.int()),
  columns: z.array(z.object({ index: z.int(), heading: z.string(), field: z.enum(entryFields) })),
})
const needsAttentionSchema = z.array(
  z.object({ where: z.string(), field: z.string(), value: z.string(), why: z.string() }),
)

const columns = `id, case_id, agency_id, file_name, sha256, format, imported_by, imported_at, supersedes,
  (SELECT later.id FROM sources AS later WHERE later.supersedes = sources.id) AS superseded_by,
  rows, announced, mapping, needs_attention`

const toSource = (row: StoredSource): Source => ({
  id: row.id,
  caseId: row.case_id,
  agencyId: row.agency_id,
  fileName: row.file_name,
  sha256: row.sha256,
  format: formatSchema.parse(row.format),
  importedBy: row.imported_by,
  importedAt: row.imported_at,
  supersedes: row.supersedes,
  supersededBy: row.superseded_by,
  rows: readJson(rowsSchema, row.rows, 'sources.rows'),
  announced: readJson(announcedSchema, row.announced, 'sources.announced'),
  mapping: readJson(mappingSchema, row.mapping, 'sources.mapping'),
  needsAttention: readJson(needsAttentionSchema, row.needs_attention, 'sources.needs_attention'),
})

/** Keeps a file and what was read of it. `sha256` is the lower-case hex hash of `bytes`. */
export const insertSource = (
  db: Db,
  source: Omit<Source, 'supersededBy'> & { readonly bytes: Uint8Array },
): void => {
  db.prepare(
    `INSERT INTO sources (id, case_id, agency_id, file_name, sha256, format, imported_by, imported_at, supersedes, rows,
       announced, mapping, needs_attention, bytes)
     VALUES (@id, @caseId, @agencyId, @fileName, @sha256, @format, @importedBy, @importedAt, @supersedes, @rows,
       @announced, @mapping, @needsAttention, @bytes)`,
  ).run({
    ...source,
    rows: JSON.stringify(source.rows),
    announced: JSON.stringify(source.announced),
    mapping: JSON.stringify(source.mapping),
    needsAttention: JSON.stringify(source.needsAttention),
    bytes: Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength),
  })
}

/** Every file of a case, superseded ones too, in the order of import. */
export const listSources = (db: Db, caseId: string): readonly Source[] =>
  db
    .prepare<[string], StoredSource>(
      `SELECT ${columns} FROM sources WHERE case_id = ? ORDER BY imported_at, sources.rowid`,
    )
    .all(caseId)
    .map(toSource)

/** Throws `not-found`. */
export const getSource = (db: Db, id: string): Source => {
  const row = db.prepare<[string], StoredSource>(`SELECT ${columns} FROM sources WHERE id = ?`).get(id)
  if (!row) throw new ExpectedError('not-found', 'There is no such source file in this vault.')
  return toSource(row)
}

/** The agency's file that counts now, or null before its first. */
export const currentSource = (db: Db, caseId: string, agencyId: string): Source | null => {
  const row = db
    .prepare<[string, string], StoredSource>(
      `SELECT ${columns} FROM sources WHERE case_id = ? AND agency_id = ?
         AND NOT EXISTS (SELECT 1 FROM sources AS later WHERE later.supersedes = sources.id)
       ORDER BY imported_at DESC, sources.rowid DESC LIMIT 1`,
    )
    .get(caseId, agencyId)
  return row ? toSource(row) : null
}

/** The file as it was imported, byte for byte. Throws `not-found`. */
export const readSourceBytes = (db: Db, id: string): Buffer => {
  const bytes = db.prepare('SELECT bytes FROM sources WHERE id = ?').pluck().get(id)
  if (!Buffer.isBuffer(bytes))
    throw new ExpectedError('not-found', 'There is no such source file in this vault.')
  return bytes
}
