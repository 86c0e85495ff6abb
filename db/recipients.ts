import { recipientKinds, type RecipientKind } from '../domain/recipients/recipient.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'

/** An organisation or person who receives, as the vault's register knows them. */
export type RegisteredRecipient = {
  readonly id: string
  readonly kind: RecipientKind
  /** The review a person belongs to; null for an organisation. */
  readonly caseId: string | null
  readonly name: string
  readonly address: string
  readonly email: string
  /** Who there reads it, such as "Information governance lead". */
  readonly contactRole: string
  readonly successorId: string | null
  /** YYYY-MM-DD, where there is a successor. */
  readonly succeededOn: string | null
  readonly version: number
}

type Stored = {
  readonly id: string
  readonly kind: string
  readonly case_id: string | null
  readonly name: string
  readonly address: string
  readonly email: string
  readonly contact_role: string
  readonly successor_id: string | null
  readonly succeeded_on: string | null
  readonly version: number
}

const toRecipient = (row: Stored): RegisteredRecipient => {
  const kind = recipientKinds.find((known) => known === row.kind)
  if (kind === undefined) throw new Error('recipients.kind holds what no version of the app wrote')
  return {
    id: row.id,
    kind,
    caseId: row.case_id,
    name: row.name,
    address: row.address,
    email: row.email,
    contactRole: row.contact_role,
    successorId: row.successor_id,
    succeededOn: row.succeeded_on,
    version: row.version,
  }
}

/** Everybody in the register, by name. */
export const listRecipients = (db: Db): readonly RegisteredRecipient[] =>
  db.prepare<[], Stored>('SELECT * FROM recipients ORDER BY name COLLATE NOCASE, id').all().map(toRecipient)

/** Undefined where the register has nobody of that id. */
export const findRegistered = (db: Db, id: string): RegisteredRecipient | undefined => {
  const row = db.prepare<[string], Stored>('SELECT * FROM recipients WHERE id = ?').get(id)
  return row && toRecipient(row)
}

/** Adds somebody at version 1. */
export const insertRecipient = (
  db: Db,
  recipient: Omit<RegisteredRecipient, 'version'> & { readonly by: string; readonly at: string },
): void => {
  db.prepare(
    `INSERT INTO recipients (id, kind, case_id, name, address, email, contact_role, successor_id, succeeded_on, version,
       updated_by, updated_at)
     VALUES (@id, @kind, @caseId, @name, @address, @email, @contactRole, @successorId, @succeededOn, 1, @by, @at)`,
  ).run(recipient)
}

/** Changes an entry that is still at `version`, and returns its new version. Kind and review stay. Throws `conflict`. */
export const updateRecipient = (
  db: Db,
  recipient: Omit<RegisteredRecipient, 'kind' | 'caseId'> & { readonly by: string; readonly at: string },
): number => {
  const { changes } = db
    .prepare(
      `UPDATE recipients SET name = @name, address = @address, email = @email, contact_role = @contactRole,
         successor_id = @successorId, succeeded_on = @succeededOn, version = version + 1, updated_by = @by, updated_at = @at
       WHERE id = @id AND version = @version`,
    )
    .run(recipient)
  if (changes !== 1)
    throw new ExpectedError(
      'conflict',
      'Somebody changed this entry of the register since you opened it. Look at it again.',
    )
  return recipient.version + 1
}

export type LinkedAgency = {
  readonly caseId: string
  readonly agencyId: string
  readonly name: string
  /** Null where nobody has said yet which organisation of the register the agency is. */
  readonly recipientId: string | null
}

/** Every agency of every case, with the organisation of the register it is. */
export const listLinkedAgencies = (db: Db): readonly LinkedAgency[] =>
  db
    .prepare<[], LinkedAgency>(
      `SELECT agencies.case_id AS caseId, agencies.agency_id AS agencyId, agencies.name, recipient_id AS recipientId
       FROM agencies LEFT JOIN recipient_agencies USING (case_id, agency_id) ORDER BY agencies.case_id, agencies.n`,
    )
    .all()

/** Says which organisation an agency of a case is, in the place of what was said before; null takes it back. */
export const linkAgency = (db: Db, caseId: string, agencyId: string, recipientId: string | null): void => {
  db.prepare('DELETE FROM recipient_agencies WHERE case_id = ? AND agency_id = ?').run(caseId, agencyId)
  if (recipientId === null) return
  db.prepare('INSERT INTO recipient_agencies (case_id, agency_id, recipient_id) VALUES (?, ?, ?)').run(
    caseId,
    agencyId,
    recipientId,
  )
}
