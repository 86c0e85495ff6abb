import { z } from 'zod'
import { rosterEntrySchema, rosterSchema, type Roster, type RosterEntry } from '../domain/people/roster.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

export type VersionedRosterEntry = { readonly entry: RosterEntry; readonly version: number }

type StoredKey = {
  readonly shared_names: string
  readonly keep: string
  readonly other: string
  readonly version: number
}
type StoredEntry = { readonly data: string; readonly version: number }

const otherSchema = z.record(z.string(), z.unknown())

/** Keeps a case's whole people key, in the place of any before, with everything the exchange format carried. */
export const savePeopleKey = (db: Db, caseId: string, roster: Roster): void => {
  const { entries, shared_names, keep, ...other } = roster
  db.prepare(
    `INSERT INTO people_keys (case_id, shared_names, keep, other, version) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (case_id) DO UPDATE SET shared_names = excluded.shared_names, keep = excluded.keep,
       other = excluded.other, version = version + 1`,
  ).run(caseId, JSON.stringify(shared_names), JSON.stringify(keep), JSON.stringify(other))
  const kept = new Set(entries.map(({ id }) => id))
  if (kept.size < entries.length)
    throw new ExpectedError('invalid', 'The people key has two entries of the same id.', [
      { path: 'entries', message: 'Every entry needs an id of its own.' },
    ])
  const remove = db.prepare('DELETE FROM people_key_entries WHERE case_id = ? AND entry_id = ?')
  for (const { entry } of listPeopleKeyEntries(db, caseId))
    if (!kept.has(entry.id)) remove.run(caseId, entry.id)
  const save = db.prepare(
    `INSERT INTO people_key_entries (case_id, entry_id, n, data, version) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (case_id, entry_id) DO UPDATE SET n = excluded.n, data = excluded.data,
       version = version + (data <> excluded.data)`,
  )
  entries.forEach((entry, n) => save.run(caseId, entry.id, n, JSON.stringify(entry)))
}

/** A case's people key; an empty one where none was saved. */
export const readPeopleKey = (db: Db, caseId: string): Roster => {
  const key = db.prepare<[string], StoredKey>('SELECT * FROM people_keys WHERE case_id = ?').get(caseId)
  if (!key) return { entries: [], shared_names: [], keep: [] }
  return {
    ...readJson(otherSchema, key.other, 'people_keys.other'),
    entries: listPeopleKeyEntries(db, caseId).map(({ entry }) => entry),
    shared_names: readJson(rosterSchema.shape.shared_names, key.shared_names, 'people_keys.shared_names'),
    keep: readJson(rosterSchema.shape.keep, key.keep, 'people_keys.keep'),
  }
}

/** Rises with every change of the key or of one of its entries; 0 where there is none. */
export const peopleKeyVersion = (db: Db, caseId: string): number =>
  Number(db.prepare('SELECT version FROM people_keys WHERE case_id = ?').pluck().get(caseId) ?? 0)

/** Entries in the order of the key. */
export const listPeopleKeyEntries = (db: Db, caseId: string): readonly VersionedRosterEntry[] =>
  db
    .prepare<[string], StoredEntry>(
      'SELECT data, version FROM people_key_entries WHERE case_id = ? ORDER BY n, entry_id',
    )
    .all(caseId)
    .map(toEntry)

const toEntry = (row: StoredEntry): VersionedRosterEntry => ({
  entry: readJson(rosterEntrySchema, row.data, 'people_key_entries.data'),
  version: row.version,
})

/**
 * Adds an entry (`version` 0) or changes it if it is still at the version its editor read; returns what is kept.
 * Throws `conflict` where somebody changed or added it since.
 */
export const savePeopleKeyEntry = (
  db: Db,
  caseId: string,
  change: VersionedRosterEntry,
): VersionedRosterEntry => {
  const { entry, version } = change
  if (peopleKeyVersion(db, caseId) === 0)
    savePeopleKey(db, caseId, { entries: [], shared_names: [], keep: [] })
  const data = JSON.stringify(entry)
  const { changes } =
    version === 0
      ? db
          .prepare(
            `INSERT INTO people_key_entries (case_id, entry_id, n, data, version)
             VALUES (@caseId, @id, (SELECT coalesce(max(n), -1) + 1 FROM people_key_entries WHERE case_id = @caseId),
               @data, 1) ON CONFLICT DO NOTHING`,
          )
          .run({ caseId, id: entry.id, data })
      : db
          .prepare(
            `UPDATE people_key_entries SET data = @data, version = version + 1
             WHERE case_id = @caseId AND entry_id = @id AND version = @version`,
          )
          .run({ caseId, id: entry.id, data, version })
  if (changes === 0)
    throw new ExpectedError(
      'conflict',
      'Somebody changed this entry of the people key since you opened it. Look at it again.',
    )
  db.prepare('UPDATE people_keys SET version = version + 1 WHERE case_id = ?').run(caseId)
  return { entry, version: version + 1 }
}
