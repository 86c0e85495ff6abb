import { z } from 'zod'
import type { Announcement } from '../domain/chronology/source-table.ts'
import type { ReportBlock } from '../domain/packs/report-block.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import { announcedSchema } from './sources.ts'

/** An agency's report: the file as it came, and the text read of it. */
export type Contribution = {
  readonly id: string
  readonly caseId: string
  readonly agencyId: string
  readonly fileName: string
  readonly sha256: string
  readonly format: string
  readonly addedBy: string
  readonly addedAt: string
  readonly announced: readonly Announcement[]
  readonly properties: Readonly<Record<string, string>>
  readonly blocks: readonly ReportBlock[]
}

type StoredContribution = {
  readonly id: string
  readonly case_id: string
  readonly agency_id: string
  readonly file_name: string
  readonly sha256: string
  readonly format: string
  readonly added_by: string
  readonly added_at: string
  readonly announced: string
  readonly properties: string
  readonly text: string
}

const propertiesSchema = z.record(z.string(), z.string())
const blockSchema = z.union([
  z.object({ style: z.enum(['heading', 'list', 'paragraph', 'note']), level: z.int(), text: z.string() }),
  z.object({ style: z.literal('table'), rows: z.array(z.array(z.string())), headingRows: z.int() }),
  z.object({ style: z.literal('page'), page: z.int() }),
  // Before tables were kept as tables, each row of one was a text.
  z
    .object({ style: z.literal('table'), text: z.string() })
    .transform(({ text }) => ({ style: 'paragraph' as const, level: 0, text })),
])
const blocksSchema = z.array(blockSchema)
const columns =
  'id, case_id, agency_id, file_name, sha256, format, added_by, added_at, announced, properties, text'

const toContribution = (row: StoredContribution): Contribution => ({
  id: row.id,
  caseId: row.case_id,
  agencyId: row.agency_id,
  fileName: row.file_name,
  sha256: row.sha256,
  format: row.format,
  addedBy: row.added_by,
  addedAt: row.added_at,
  announced: readJson(announcedSchema, row.announced, 'contributions.announced'),
  properties: readJson(propertiesSchema, row.properties, 'contributions.properties'),
  blocks: readJson(blocksSchema, row.text, 'contributions.text'),
})

/** Keeps a report. `sha256` is the lower-case hex hash of `bytes`. */
export const insertContribution = (
  db: Db,
  contribution: Contribution & { readonly bytes: Uint8Array },
): void => {
  db.prepare(
    `INSERT INTO contributions (${columns}, bytes) VALUES (@id, @caseId, @agencyId, @fileName, @sha256, @format, @addedBy,
       @addedAt, @announced, @properties, @text, @bytes)`,
  ).run({
    ...contribution,
    announced: JSON.stringify(contribution.announced),
    properties: JSON.stringify(contribution.properties),
    text: JSON.stringify(contribution.blocks),
    bytes: Buffer.from(
      contribution.bytes.buffer,
      contribution.bytes.byteOffset,
      contribution.bytes.byteLength,
    ),
  })
}

export const listContributions = (db: Db, caseId: string): readonly Contribution[] =>
  db
    .prepare<[string], StoredContribution>(
      `SELECT ${columns} FROM contributions WHERE case_id = ? ORDER BY added_at, contributions.rowid`,
    )
    .all(caseId)
    .map(toContribution)

/** Throws `not-found`. */
export const getContribution = (db: Db, id: string): Contribution => {
  const row = db
    .prepare<[string], StoredContribution>(`SELECT ${columns} FROM contributions WHERE id = ?`)
    .get(id)
  if (!row) throw noSuchContribution()
  return toContribution(row)
}

/** The report as it came, byte for byte. Throws `not-found`. */
export const readContributionBytes = (db: Db, id: string): Buffer => {
  const bytes = db.prepare('SELECT bytes FROM contributions WHERE id = ?').pluck().get(id)
  if (!Buffer.isBuffer(bytes)) throw noSuchContribution()
  return bytes
}

/** The case a report belongs to. Throws `not-found`. */
export const caseOfContribution = (db: Db, id: string): string => {
  const caseId = db.prepare('SELECT case_id FROM contributions WHERE id = ?').pluck().get(id)
  if (typeof caseId !== 'string') throw noSuchContribution()
  return caseId
}

const noSuchContribution = () =>
  new ExpectedError('not-found', 'There is no such contribution in this vault.')
