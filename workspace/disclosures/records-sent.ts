import type { Db } from '../../db/database.ts'
import { listDisclosures, type Disclosure } from '../../db/disclosures.ts'
import { versionsOfRecord } from '../../db/entries.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'

type Sent = { readonly record: string; readonly version: number }

/**
 * Of a case's records those that stand in a pack, told by its passages, whose ids begin with `entry:` or `contribution:` and
 * the record's own id. The review itself is always one: every pack bears its code name. A public report tells of records
 * without quoting them: all it rests on have left with it.
 */
export const recordsIn = (
  passages: readonly Pick<Passage, 'id'>[],
  caseId: string,
  records: readonly Sent[],
): Disclosure['records'] => {
  const inReport = passages.some(({ id }) => id.startsWith('report:'))
  const inPack = new Set(passages.map(({ id }) => id.split(':')[1] ?? ''))
  return records
    .filter(({ record }) => inReport || record === caseId || inPack.has(record))
    .map(({ record, version }) => ({ id: record, version }))
}

/**
 * Every pack that carried an entry to somebody, at any version of it, newest first. One still prepared counts: its files may
 * have left. What the review's own people took out is no disclosure to a recipient.
 */
export const sendingsOf = (
  db: Db,
  caseId: string,
  recordId: string,
): readonly (Disclosure & { readonly entryId: string; readonly entryVersion: number })[] => {
  const versions = new Set(versionsOfRecord(db, recordId).map(({ id }) => id))
  return listDisclosures(db, { caseId }).flatMap((disclosure) => {
    if (disclosure.kind !== 'pack') return []
    const sent = disclosure.records.find(({ id }) => versions.has(id))
    return sent ? [{ ...disclosure, entryId: sent.id, entryVersion: sent.version }] : []
  })
}
