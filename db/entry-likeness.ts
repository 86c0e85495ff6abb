import type { ComparableEntry } from '../domain/chronology/compare-versions.ts'
import type { Db } from './database.ts'
import { entryColumns, toEntry, type StoredEntry } from './entries.ts'

/**
 * How many current entries each file of one agency holds, and how many of them bear one of these references or say
 * exactly one of these events.
 */
export const countAlike = (
  db: Db,
  sources: readonly { readonly id: string }[],
  like: { readonly references: readonly string[]; readonly events: readonly string[] },
): ReadonlyMap<string, { readonly all: number; readonly alike: number }> => {
  const count = db.prepare<[unknown], { n: number; alike: number | null }>(
    `SELECT count(*) AS n,
       sum(trim(fields ->> 'reference') IN (SELECT value FROM json_each(@references))
         OR fields ->> 'event' IN (SELECT value FROM json_each(@events))) AS alike
     FROM entries WHERE source_id = @id AND status = 'current'`,
  )
  const texts = { references: JSON.stringify(like.references), events: JSON.stringify(like.events) }
  return new Map(
    sources.map(({ id }) => {
      const found = count.get({ id, ...texts })
      return [id, { all: found?.n ?? 0, alike: found?.alike ?? 0 }]
    }),
  )
}

/** Current entries of one file whose date can mean exactly one of these spans, in the order of the file; without their cells. */
export const entriesOfDays = (
  db: Db,
  sourceId: string,
  days: readonly { readonly earliest: string | null; readonly latest: string | null }[],
): readonly ComparableEntry[] => {
  const spans = [...new Set(days.map(({ earliest, latest }) => `${earliest ?? ''}/${latest ?? ''}`))]
  return db
    .prepare<[string, string], StoredEntry>(
      `SELECT ${entryColumns} FROM entries
       WHERE source_id = ? AND status = 'current'
         AND coalesce(earliest, '') || '/' || coalesce(latest, '') IN (SELECT value FROM json_each(?))
       ORDER BY n`,
    )
    .all(sourceId, JSON.stringify(spans))
    .map((row) => ({ ...toEntry(row), cells: [] }))
}
