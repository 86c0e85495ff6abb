import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import { eachEntry } from '../../db/entry-list.ts'
import { peopleKeyVersion, readPeopleKey } from '../../db/people-key.ts'
import { listSources } from '../../db/sources.ts'
import {
  proposeSameEvents,
  type Account,
  type SameEventProposal,
} from '../../domain/chronology/propose-same-events.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Session } from '../host.ts'

/** Accounts that may be of one event, worked out once for a case until a file is imported or the key changes. */
export const proposalsOf = (session: Session, caseId: string): readonly SameEventProposal[] => {
  const { db } = session.vault
  const key = [peopleKeyVersion(db, caseId), ...listSources(db, caseId).map(({ id }) => id)].join(' ')
  const known = session.proposals.get(caseId)
  if (known?.key === key) return known.found
  const found = proposeSameEvents(accountsOf(db, caseId))
  session.proposals.set(caseId, { key, found })
  return found
}

/** Accounts with who is named in them, by the key, so that one person under two aliases is one person. */
const accountsOf = (db: Db, caseId: string): readonly Account[] => {
  const prepared = prepareRoster(readPeopleKey(db, caseId))
  const agencies = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, name]))
  return [...eachEntry(db, { caseId })].map(({ id, agencyId, date, fields, declaredNoContact }): Account => {
    const text = [fields.event, fields.action, fields.outcome].filter(Boolean).join(' ')
    const named = redact(text, prepared, { audience: 'public' }).spans
    const agencyName = agencies.get(agencyId)
    return {
      id,
      agency: agencyId,
      date,
      text,
      people: [
        ...new Set(named.flatMap(({ kind, entity }) => (kind === 'PERSON' && entity ? [entity] : []))),
      ],
      ...(agencyName === undefined ? {} : { agencyName }),
      ...(fields.author === undefined ? {} : { author: fields.author }),
      ...(fields.contactType === undefined ? {} : { contactType: fields.contactType }),
      declaredNoContact,
    }
  })
}
