import { getAgency } from '../../db/agencies.ts'
import { getCase, isOnTeam, listCases } from '../../db/cases.ts'
import {
  findRegistered,
  insertRecipient,
  linkAgency,
  listLinkedAgencies,
  listRecipients,
  updateRecipient,
  type RegisteredRecipient,
} from '../../db/recipients.ts'
import { isAllowed, type Permission } from '../../domain/permissions/permissions.ts'
import { isPersonKind, recipientKindTitles, successionOf } from '../../domain/recipients/recipient.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { RecipientView } from '../contract/recipients.ts'
import type { Handlers, Session } from '../host.ts'

type Names = 'recipient.list' | 'recipient.add' | 'recipient.save' | 'recipient.link-agency'

const mayOn = ({ vault, user }: Session, permission: Permission, caseId: string): boolean =>
  isAllowed(user.role, permission, isOnTeam(vault.db, caseId, user.id))

/** A person of a review is read by those who may read that review, and by name by those who may read its people key. */
const isShown = (session: Session, { caseId }: Pick<RegisteredRecipient, 'caseId'>): boolean =>
  caseId === null || mayOn(session, 'case:read', caseId)

export const shownName = (
  session: Session,
  { kind, caseId, name }: Pick<RegisteredRecipient, 'kind' | 'caseId' | 'name'>,
): { readonly name: string; readonly isNamed: boolean } => {
  const isPerson = isPersonKind(kind)
  const isNamed = !isPerson || caseId === null || mayOn(session, 'people-key:read', caseId)
  return { name: isNamed ? name : recipientKindTitles[kind], isNamed: isPerson && isNamed }
}

/** The entry to be changed: nobody changes a person of a review that is closed to them. Throws `not-found`. */
const editable = (session: Session, id: string): RegisteredRecipient => {
  const found = findRegistered(session.vault.db, id)
  if (!found || (found.caseId !== null && !mayOn(session, 'people-key:read', found.caseId)))
    throw new ExpectedError('not-found', 'The register has nobody of that id.')
  return found
}

const wrong = (path: string, message: string): ExpectedError =>
  new ExpectedError('invalid', message, [{ path, message }])

/** A successor stands in somebody's place for good: it is of the register, is no person, and is not itself succeeded by them. */
const refuseSuccessor = (session: Session, recipient: RegisteredRecipient, successorId: string): void => {
  const { db } = session.vault
  const successor = findRegistered(db, successorId)
  if (isPersonKind(recipient.kind)) throw wrong('successor', 'Only an organisation has a successor.')
  if (!successor || isPersonKind(successor.kind))
    throw wrong('successor', 'The successor is an organisation of this register.')
  const line = successionOf((id) => findRegistered(db, id), successorId, '9999-12-31')
  if (line.some(({ id }) => id === recipient.id))
    throw wrong(
      'successor',
      'It stands in this organisation’s place already, so it cannot be succeeded by it.',
    )
}

/** Two entries of one name would be taken for one another when something is sent. */
const refuseNameTaken = (
  session: Session,
  name: string,
  ownId: string | null,
  caseId: string | null,
): void => {
  const taken = listRecipients(session.vault.db).some(
    (other) => other.id !== ownId && other.caseId === caseId && sameName(other.name, name),
  )
  if (taken) throw wrong('name', 'The register has an entry of this name already.')
}

const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('en-GB') === b.trim().toLocaleLowerCase('en-GB')

export const recipientActions: Handlers<Names> = {
  'recipient.list':
    ({ session }) =>
    () => {
      const { db } = session.vault
      const titles = new Map(listCases(db).map(({ id, title }) => [id, title]))
      const readable = (caseId: string): boolean => mayOn(session, 'case:read', caseId)
      const linked = listLinkedAgencies(db)
        .filter(({ caseId }) => readable(caseId))
        .map((agency) => ({ ...agency, caseTitle: titles.get(agency.caseId) ?? '' }))
      const all = listRecipients(db)
      const byId = new Map(all.map((one) => [one.id, one]))
      const view = (one: RegisteredRecipient): RecipientView => {
        const { id, kind, caseId, address, email, contactRole, version } = one
        const successor = one.successorId === null ? undefined : byId.get(one.successorId)
        const shown = shownName(session, one)
        const isOpen = !isPersonKind(kind) || shown.isNamed
        return {
          ...{ id, kind, caseId, ...shown, contactRole, version },
          address: isOpen ? address : '',
          email: isOpen ? email : '',
          caseTitle: caseId === null ? null : (titles.get(caseId) ?? ''),
          successor: successor ? { id: successor.id, name: successor.name, on: one.succeededOn ?? '' } : null,
          predecessors: all.filter(({ successorId }) => successorId === id).map(({ name }) => name),
          agencies: linked
            .filter(({ recipientId }) => recipientId === id)
            .map(({ recipientId: _, ...agency }) => agency),
        }
      }
      return {
        value: {
          recipients: all.filter((one) => isShown(session, one)).map(view),
          unlinked: linked
            .filter(({ recipientId }) => recipientId === null)
            .map(({ recipientId: _, ...agency }) => ({
              ...agency,
              proposal:
                all.find(({ kind, name }) => !isPersonKind(kind) && sameName(name, agency.name))?.id ?? null,
            })),
        },
      }
    },

  'recipient.add':
    ({ session, env }, { kind, caseId, ...details }) =>
    () => {
      const { db } = session.vault
      if (caseId !== null) {
        getCase(db, caseId)
        if (!mayOn(session, 'people-key:read', caseId))
          throw new ExpectedError('not-permitted', 'Persons of a review are added by those on its team.')
      }
      refuseNameTaken(session, details.name, null, caseId)
      const recipientId = env.newId()
      insertRecipient(db, {
        ...{ id: recipientId, kind, caseId, ...details },
        ...{ successorId: null, succeededOn: null, by: session.user.id, at: env.now() },
      })
      return { value: { recipientId }, record: recipientId, version: 1, detail: { kind } }
    },

  'recipient.save':
    ({ session, env }, { recipientId, version, successor, ...details }) =>
    () => {
      const recipient = editable(session, recipientId)
      if (successor !== null) refuseSuccessor(session, recipient, successor.id)
      refuseNameTaken(session, details.name, recipientId, recipient.caseId)
      const newVersion = updateRecipient(session.vault.db, {
        ...{ id: recipientId, version, ...details },
        ...{ successorId: successor?.id ?? null, succeededOn: successor?.on ?? null },
        ...{ by: session.user.id, at: env.now() },
      })
      return {
        value: { version: newVersion },
        record: recipientId,
        version: newVersion,
        detail: { hasSuccessor: successor !== null },
      }
    },

  'recipient.link-agency':
    ({ session }, { caseId, agencyId, recipientId }) =>
    () => {
      const { db } = session.vault
      if (!mayOn(session, 'case:read', caseId))
        throw new ExpectedError('not-permitted', 'An agency of a review is linked by those on its team.')
      getAgency(db, caseId, agencyId)
      const recipient = recipientId === null ? null : findRegistered(db, recipientId)
      if (recipient === undefined || (recipient !== null && isPersonKind(recipient.kind)))
        throw wrong('recipientId', 'An agency is one of the organisations of this register.')
      linkAgency(db, caseId, agencyId, recipientId)
      return { value: null, record: agencyId, detail: { linked: recipientId !== null } }
    },
}
