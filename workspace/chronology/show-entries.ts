import { listAgencies } from '../../db/agencies.ts'
import type { Db } from '../../db/database.ts'
import type { Entry } from '../../db/entries.ts'
import { readPeopleKey } from '../../db/people-key.ts'
import { listSources } from '../../db/sources.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import { listDecisions } from '../../db/decisions.ts'
import type { EntryRow } from '../views.ts'

/** Turns texts into what a reader may see: as recorded, or with every name as its pseudonym. Nothing stored changes. */
export type Reading = (text: string) => string

export const readingOf = (db: Db, caseId: string, pseudonyms: boolean): Reading => {
  if (!pseudonyms) return (text) => text
  const prepared = prepareRoster(readPeopleKey(db, caseId))
  const decisions = listDecisions(db, caseId)
  return (text) => (text === '' ? '' : redact(text, prepared, { audience: 'agencies', decisions }).text)
}

/** Makes list rows of entries of one case. */
export const entryRows = (
  db: Db,
  caseId: string,
  entries: readonly Entry[],
  read: Reading,
): readonly EntryRow[] => {
  const agencies = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, read(name)]))
  const files = new Map(listSources(db, caseId).map(({ id, fileName, format }) => [id, { fileName, format }]))
  return entries.map((entry): EntryRow => {
    const { fields } = entry
    const file = files.get(entry.sourceId)
    return {
      id: entry.id,
      agencyId: entry.agencyId,
      agency: agencies.get(entry.agencyId) ?? entry.agencyId,
      source: {
        file: file?.fileName ?? '',
        ...(file?.format === 'xlsx' ? { sheet: entry.sheet } : {}),
        row: entry.row,
        where: entry.where,
      },
      date: { ...entry.date, original: read(entry.date.original) },
      event: read(fields.event ?? ''),
      ...(fields.action === undefined ? {} : { action: read(fields.action) }),
      ...(fields.contactType === undefined ? {} : { contactType: read(fields.contactType) }),
      ...(fields.author === undefined ? {} : { author: read(fields.author) }),
      hiddenRow: entry.hiddenRow,
      declaredNoContact: entry.declaredNoContact,
    }
  })
}
