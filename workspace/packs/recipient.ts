import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import { findRegistered, listLinkedAgencies, type RegisteredRecipient } from '../../db/recipients.ts'
import {
  publicId,
  recipientKindTitles,
  successionOf,
  type RecipientKind,
} from '../../domain/recipients/recipient.ts'
import { ExpectedError } from '../../domain/result.ts'

/** Somebody something of a case can be sent to. */
export type Recipient = {
  readonly id: string
  readonly name: string
  readonly kind: RecipientKind
  /** The agency of the case it is, or stands in the place of: what must not be told to that agency is not told to it. */
  readonly agencyId: string | null
}

/** The agency of a case an organisation is, or has taken the place of; null where it is none. */
const agencyOf = (db: Db, caseId: string, recipientId: string): string | null => {
  const find = (id: string) => findRegistered(db, id)
  const linked = listLinkedAgencies(db).find(
    (agency) =>
      agency.caseId === caseId &&
      agency.recipientId !== null &&
      successionOf(find, agency.recipientId, '9999-12-31').some(({ id }) => id === recipientId),
  )
  return linked?.agencyId ?? null
}

/** The recipient of an id: an agency of the case, else somebody of the register who is not of another case. Throws `not-found`. */
export const findRecipient = (db: Db, caseId: string, id: string): Recipient => {
  const agency = listAgencies(db, caseId).find(({ agencyId }) => agencyId === id)
  if (agency) return { id, name: agency.name, kind: 'agency', agencyId: id }
  if (id === publicId) return { id, name: recipientKindTitles.public, kind: 'public', agencyId: null }
  const registered = findRegistered(db, id)
  if (!registered || (registered.caseId !== null && registered.caseId !== caseId))
    throw new ExpectedError('not-found', 'The case has no such agency, and the register nobody of that id.')
  const { name, kind } = registered
  return { id, name, kind, agencyId: agencyOf(db, caseId, id) }
}

/** Where something for a recipient goes on a day, and in whose place whoever stands there now has come. */
export type Addressee = {
  readonly name: string
  readonly address: string
  readonly email: string
  readonly contactRole: string
  /** Names, the first the one asked for; empty where it stands itself. */
  readonly insteadOf: readonly string[]
}

/** Whoever stands in a recipient's place on a day (YYYY-MM-DD), with the address it has. Throws `not-found`. */
export const addresseeOf = (db: Db, caseId: string, id: string, day: string): Addressee => {
  const { name, agencyId } = findRecipient(db, caseId, id)
  const linked = listLinkedAgencies(db).find((one) => one.caseId === caseId && one.agencyId === id)
  const start = agencyId === id ? (linked?.recipientId ?? null) : id
  const line: readonly RegisteredRecipient[] =
    start === null ? [] : successionOf((one) => findRegistered(db, one), start, day)
  const now = line.at(-1)
  if (!now) return { name, address: '', email: '', contactRole: '', insteadOf: [] }
  const { address, email, contactRole } = now
  return {
    name: now.name,
    ...{ address, email, contactRole },
    insteadOf: line.slice(0, -1).map((before) => before.name),
  }
}
