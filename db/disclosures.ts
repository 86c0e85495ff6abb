import { z } from 'zod'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import { basisSchema } from './pack-record.ts'
import type { PackBasis } from './packs.ts'

export const disclosureKinds = [
  'pack',
  'working-chronology',
  'template',
  'picture',
  'letter',
  'log',
  'by-hand',
] as const
export type DisclosureKind = (typeof disclosureKinds)[number]

/** Where it went, as the register stood then. `insteadOf` are those in whose place the addressee stood, the first asked for. */
export type SentTo = {
  readonly name: string
  readonly address: string
  readonly email: string
  readonly contactRole: string
  readonly insteadOf: readonly string[]
}

/** One entry of the disclosure log: what left, to whom, why, by which power, and who let it. */
export type Disclosure = {
  readonly id: string
  readonly caseId: string
  readonly kind: DisclosureKind
  readonly packId: string | null
  /** An agency of the case, somebody of the register, or the user who took it out for the review's own work. */
  readonly recipient: string
  readonly sentTo: SentTo
  readonly basis: PackBasis
  readonly profile: string
  /** What was chosen within the profile, or what was said by hand: in words, by their titles. */
  readonly choices: Readonly<Record<string, string>>
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
  readonly withdrawn: {
    readonly at: string
    readonly by: string
    readonly why: string
    /** The disclosure that took its place. */
    readonly replacedBy: string | null
  } | null
}

export type NewDisclosure = Omit<Disclosure, 'state' | 'withdrawn'>

type StoredDisclosure = {
  readonly id: string
  readonly case_id: string
  readonly kind: string
  readonly pack_id: string | null
  readonly recipient: string
  readonly sent_to: string
  readonly purpose: string
  readonly lawful_basis: string
  readonly power: string
  readonly necessity: string
  readonly profile: string
  readonly choices: string
  readonly approver: string
  readonly method: string
  readonly released_by: string
  readonly at: string
  readonly state: string
  readonly files: string
  readonly records: string
  readonly withdrawn_at: string | null
  readonly withdrawn_by: string | null
  readonly withdrawn_why: string | null
  readonly replaced_by: string | null
}

const recordsSchema = z.array(z.object({ id: z.string(), version: z.int() }))
const filesSchema = z.array(
  z.object({ name: z.string(), format: z.string(), sha256: z.string(), bytes: z.int() }),
)
/** What an earlier version of the app recorded has no address. */
const sentToSchema = z.object({
  name: z.string().default(''),
  address: z.string().default(''),
  email: z.string().default(''),
  contactRole: z.string().default(''),
  insteadOf: z.array(z.string()).default([]),
})

const toDisclosure = (row: StoredDisclosure): Disclosure => ({
  id: row.id,
  caseId: row.case_id,
  kind: z.enum(disclosureKinds).parse(row.kind),
  packId: row.pack_id,
  recipient: row.recipient,
  sentTo: readJson(sentToSchema, row.sent_to, 'disclosures.sent_to'),
  basis: basisSchema.parse({
    purpose: row.purpose,
    lawfulBasis: row.lawful_basis,
    power: row.power,
    necessity: row.necessity,
  }),
  profile: row.profile,
  choices: readJson(z.record(z.string(), z.string()), row.choices, 'disclosures.choices'),
  records: readJson(recordsSchema, row.records, 'disclosures.records'),
  approver: row.approver,
  releasedBy: row.released_by,
  method: row.method,
  at: row.at,
  files: readJson(filesSchema, row.files, 'disclosures.files'),
  state: z.enum(['prepared', 'done']).parse(row.state),
  withdrawn:
    row.withdrawn_at === null
      ? null
      : {
          at: row.withdrawn_at,
          by: row.withdrawn_by ?? '',
          why: row.withdrawn_why ?? '',
          replacedBy: row.replaced_by,
        },
})

const insert = (db: Db, disclosure: NewDisclosure, state: Disclosure['state']): void => {
  const { basis, records, files, sentTo, choices, ...rest } = disclosure
  db.prepare(
    `INSERT INTO disclosures (id, case_id, kind, pack_id, recipient, sent_to, purpose, lawful_basis, power, necessity, profile,
       choices, approver, method, released_by, at, state, files, records)
     VALUES (@id, @caseId, @kind, @packId, @recipient, @sentTo, @purpose, @lawfulBasis, @power, @necessity, @profile,
       @choices, @approver, @method, @releasedBy, @at, @state, @files, @records)`,
  ).run({
    ...rest,
    ...basis,
    state,
    sentTo: JSON.stringify(sentTo),
    choices: JSON.stringify(choices),
    files: JSON.stringify(files),
    records: JSON.stringify(records),
  })
}

/** Records a disclosure before its files are written. */
export const prepareDisclosure = (db: Db, disclosure: NewDisclosure): void =>
  insert(db, disclosure, 'prepared')

/** Records a disclosure that has happened already, outside the app. */
export const recordDisclosure = (db: Db, disclosure: NewDisclosure): void => insert(db, disclosure, 'done')

/**
 * Records that the files of a prepared disclosure were written, and by what method where that was not known before. Throws
 * `conflict` where it is not prepared.
 */
export const completeDisclosure = (db: Db, id: string, method?: string): void => {
  const { changes } = db
    .prepare(
      `UPDATE disclosures SET state = 'done', method = coalesce(?, method) WHERE id = ? AND state = 'prepared'`,
    )
    .run(method ?? null, id)
  if (changes !== 1) throw new ExpectedError('conflict', 'This disclosure is not waiting to be completed.')
}

/** Says that what was disclosed is not to be relied on any more. Throws `conflict` where that has been said, or nothing left. */
export const withdrawDisclosure = (
  db: Db,
  withdrawal: {
    readonly id: string
    readonly by: string
    readonly at: string
    readonly why: string
    readonly replacedBy: string | null
  },
): void => {
  const { changes } = db
    .prepare(
      `UPDATE disclosures SET withdrawn_at = @at, withdrawn_by = @by, withdrawn_why = @why, replaced_by = @replacedBy
       WHERE id = @id AND withdrawn_at IS NULL AND state = 'done'`,
    )
    .run(withdrawal)
  if (changes !== 1)
    throw new ExpectedError('conflict', 'This disclosure was withdrawn already, or was never finished.')
}

/** Throws `not-found`. */
export const getDisclosure = (db: Db, id: string): Disclosure => {
  const row = db.prepare<[string], StoredDisclosure>('SELECT * FROM disclosures WHERE id = ?').get(id)
  if (!row) throw new ExpectedError('not-found', 'The disclosure log has no such entry.')
  return toDisclosure(row)
}

/** The case a disclosure belongs to. Throws `not-found`. */
export const caseOfDisclosure = (db: Db, id: string): string => getDisclosure(db, id).caseId

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
