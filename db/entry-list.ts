import type { Db } from './database.ts'
import { entryColumns, toEntry, type Entry, type StoredEntry } from './entries.ts'
import { conditionsOf, searchOf, type EntryFilter } from './entry-filter.ts'

/** Where a page ended; the next begins after it. */
export type EntryCursor = { readonly sortKey: string; readonly id: string }

export type EntryPage = { readonly entries: readonly Entry[]; readonly next: EntryCursor | null }

/** A page of the combined chronology, in order. By `after` a page costs the same wherever it lies; `offset` counts its way. */
export const listEntries = (
  db: Db,
  filter: EntryFilter,
  page: { readonly after?: EntryCursor | null; readonly offset?: number; readonly limit?: number } = {},
): EntryPage => {
  const { sql, bound } = conditions(filter)
  const limit = page.limit ?? 200
  const after = page.after ? 'AND (entries.sort_key, entries.id) > (@afterSortKey, @afterId)' : ''
  const rows = db
    .prepare<[unknown], StoredEntry>(
      `SELECT ${entryColumns} FROM ${sql} ${after}
       ORDER BY entries.sort_key, entries.id LIMIT @limit OFFSET @offset`,
    )
    .all({
      ...bound,
      ...(page.after ? { afterSortKey: page.after.sortKey, afterId: page.after.id } : {}),
      limit: limit + 1,
      offset: page.offset ?? 0,
    })
  const entries = rows.slice(0, limit).map(toEntry)
  const last = entries.at(-1)
  const next = rows.length > limit && last ? { sortKey: last.sortKey, id: last.id } : null
  return { entries, next }
}

/** How many entries a filter lets through. */
export const countEntries = (db: Db, filter: EntryFilter): number => {
  const { sql, bound } = conditions(filter)
  return Number(db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get(bound))
}

/** Every entry a filter lets through, in order, one at a time. */
export const eachEntry = function* (db: Db, filter: EntryFilter): Generator<Entry> {
  const { sql, bound } = conditions(filter)
  for (const row of db
    .prepare<[unknown], StoredEntry>(
      `SELECT ${entryColumns} FROM ${sql} ORDER BY entries.sort_key, entries.id`,
    )
    .iterate(bound))
    yield toEntry(row)
}

/** Current entries of a case by agency. */
export const countEntriesByAgency = (db: Db, caseId: string): ReadonlyMap<string, number> =>
  new Map(
    db
      .prepare<[string], { agency_id: string; entries: number }>(
        `SELECT agency_id, count(*) AS entries FROM entries
         WHERE case_id = ? AND status = 'current' GROUP BY agency_id`,
      )
      .all(caseId)
      .map((row) => [row.agency_id, row.entries]),
  )

export type MonthCount = { readonly agencyId: string; readonly month: string; readonly entries: number }

/**
 * Current contacts of a case by agency and month (`YYYY-MM`), in order. One whose date can mean several months is shared over
 * them evenly; an open one ("before", "after") counts in the month it names; declarations of no contact and entries of no
 * date are left out.
 */
export const countContactsByMonth = (db: Db, caseId: string): readonly MonthCount[] =>
  db
    .prepare<[string], { agency_id: string; month: string; entries: number }>(
      `WITH RECURSIVE
         spans (agency_id, first, last, entries) AS (
           SELECT agency_id, substr(coalesce(earliest, latest), 1, 7), substr(coalesce(latest, earliest), 1, 7), count(*)
           FROM entries
           WHERE case_id = ? AND status = 'current' AND declared = 0 AND coalesce(earliest, latest) IS NOT NULL
           GROUP BY 1, 2, 3
         ),
         months (agency_id, month, last, share) AS (
           SELECT agency_id, first, last,
             entries * 1.0 / (1 + (substr(last, 1, 4) - substr(first, 1, 4)) * 12 + substr(last, 6) - substr(first, 6))
           FROM spans
           UNION ALL
           SELECT agency_id, strftime('%Y-%m', month || '-01', '+1 month'), last, share
           FROM months WHERE month < last
         )
       SELECT agency_id, month, sum(share) AS entries FROM months GROUP BY agency_id, month
       ORDER BY agency_id, month`,
    )
    .all(caseId)
    .map((row) => ({ agencyId: row.agency_id, month: row.month, entries: row.entries }))

/** What every current entry of a case can mean by its date, by agency; `earliest` and `latest` as in the entry. */
export const listDatesByAgency = (
  db: Db,
  caseId: string,
): ReadonlyMap<
  string,
  readonly { readonly earliest: string | null; readonly latest: string | null; readonly declared: boolean }[]
> =>
  Map.groupBy(
    db
      .prepare<
        [string],
        { agency_id: string; earliest: string | null; latest: string | null; declared: number }
      >(
        `SELECT DISTINCT agency_id, earliest, latest, declared FROM entries
         WHERE case_id = ? AND status = 'current'`,
      )
      .all(caseId)
      .map((row) => ({ ...row, declared: row.declared === 1 })),
    (row) => row.agency_id,
  )

const conditions = (
  filter: EntryFilter,
): { readonly sql: string; readonly bound: Record<string, unknown> } => {
  const { sql, bound } = conditionsOf(filter)
  const match = searchOf(filter)
  if (match === undefined) return { sql: `entries WHERE ${sql}`, bound }
  if (match === null) return { sql: `entries WHERE FALSE AND ${sql}`, bound }
  return {
    sql: `entry_text CROSS JOIN entries ON entries.rowid = entry_text.rowid
      WHERE entry_text MATCH @match AND ${sql}`,
    bound: { ...bound, match },
  }
}
