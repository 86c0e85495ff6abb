import { z } from 'zod'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import { basisSchema } from './pack-record.ts'
import type { PackBasis } from './packs.ts'

/** One entry of the disclosure log: what left, to whom, why, by which power, and who let it. */
export type Disclosure = {
  readonly id: string
  readonly caseId: string
  readonly packId: string | null
  readonly recipient: string
  readonly basis: PackBasis
  readonly profile: string
  /** Every record that left, at the version that left. */
  readonly records: readonly { readonly id: string; readonly version: number }[]
  /** Ids of users. */
  readonly approver: string
  readonly releasedBy: string
  readonly method: string
  readonly at: string
  readonly files: readonly {
    readonly name: string
    readonly format: string
    readonly sha256: string
    readonly bytes: number
  }[]
  /** `prepared` until its files are written: one still prepared at the next start is shown to the user. */
  readonly state: 'prepared' | 'done'
}

type StoredDisclosure = {
  readonly id: string
  readonly case_id: string
  readonly pack_id: string | null
  readonly recipient: string
  readonly purpose: string
  readonly lawful_basis: string
  readonly power: string
  readonly necessity: string
  readonly profile: string
  readonly approver: string
  readonly method: string
  readonly released_by: string
  readonly at: string
  readonly state: string
  readonly files: string
  readonly records: string
}

const recordsSchema = z.array(z.object({ id: z.string(), version: z.int() }))
const filesSchema = z.array(
  z.object({ name: z.string(), format: z.string(), sha256: z.string(), bytes: z.int() }),
)

const toDisclosure = (row: StoredDisclosure): Disclosure => ({
  id: row.id,
  caseId: row.case_id,
  packId: row.pack_id,
  recipient: row.recipient,
  basis: basisSchema.parse({
    purpose: row.purpose,
    lawfulBasis: row.lawful_basis,
    power: row.power,
    necessity: row.necessity,
  }),
  profile: row.profile,
  records: readJson(recordsSchema, row.records, 'disclosures.records'),
  approver: row.approver,
  releasedBy: row.released_by,
  method: row.method,
  at: row.at,
  files: readJson(filesSchema, row.files, 'disclosures.files'),
  state: z.enum(['prepared', 'done']).parse(row.state),
})

/** Records a disclosure before its files are written. */
export const prepareDisclosure = (db: Db, disclosure: Omit<Disclosure, 'state'>): void => {
  const { basis, records, files, ...rest } = disclosure
  db.prepare(
    `INSERT INTO disclosures (id, case_id, pack_id, recipient, purpose, lawful_basis, power, necessity, profile, approver,
       method, released_by, at, state, files, records)
     VALUES (@id, @caseId, @packId, @recipient, @purpose, @lawfulBasis, @power, @necessity, @profile, @approver,
       @method, @releasedBy, @at, 'prepared', @files, @records)`,
  ).run({ ...rest, ...basis, files: JSON.stringify(files), records: JSON.stringify(records) })
}

/** Records that the files of a prepared disclosure were written. Throws `conflict` where it is not prepared. */
export const completeDisclosure = (db: Db, id: string): void => {
  const { changes } = db
    .prepare(`UPDATE disclosures SET state = 'done' WHERE id = ? AND state = 'prepared'`)
    .run(id)
  if (changes !== 1) throw new ExpectedError('conflict', 'This disclosure is not waiting to be completed.')
}

/** Disclosures newest first: of one case, or of the vault. */
export const listDisclosures = (
  db: Db,
  filter: { readonly caseId?: string | undefined; readonly state?: Disclosure['state'] } = {},
): readonly Disclosure[] => {
  const parts = [
    filter.caseId === undefined ? '' : 'case_id = @caseId',
    filter.state === undefined ? '' : 'state = @state',
  ].filter((part) => part !== '')
  const where = parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : ''
  return db
    .prepare<[unknown], StoredDisclosure>(
      `SELECT * FROM disclosures ${where} ORDER BY at DESC, disclosures.rowid DESC`,
    )
    .all(filter)
    .map(toDisclosure)
}
