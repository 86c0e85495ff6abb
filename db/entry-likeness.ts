import type { ComparableEntry } from '../domain/chronology/compare-versions.ts'
import type { Db } from './database.ts'
import { entryColumns, toEntry, type StoredEntry } from './entries.ts'

/** How many current entries each file of one agency holds, and how many of them are alike by their reference and event. */
export const countAlike = (
  db: Db,
  sources: readonly { readonly id: string }[],
  isAlike: (text: { readonly reference: string; readonly event: string }) => boolean,
): ReadonlyMap<string, { readonly all: number; readonly alike: number }> => {
  const texts = db
    .prepare<[string], [reference: string | null, event: string | null]>(
      `SELECT trim(fields ->> 'reference'), fields ->> 'event' FROM entries
       WHERE source_id = ? AND status = 'current'`,
    )
    .raw()
  return new Map(
    sources.map(({ id }) => {
      let [all, alike] = [0, 0]
      for (const [reference, event] of texts.iterate(id)) {
        all += 1
        if (isAlike({ reference: reference ?? '', event: event ?? '' })) alike += 1
      }
      return [id, { all, alike }]
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
