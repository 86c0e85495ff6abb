import type { Db } from './database.ts'
import { entryColumns, toEntry, type Entry, type StoredEntry } from './entries.ts'

export type EntryFilter = {
  readonly caseId: string
  /** Any of these; all where left out or empty. */
  readonly agencies?: readonly string[] | undefined
  /**
   * Days, both included. An entry is in if the span its date can mean touches them, so an imprecise or unknown date is never
   * filtered out by mistake.
   */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Words as a person types them: all must occur; "words in quotes" in that order; the last word may be unfinished. */
  readonly search?: string | undefined
  readonly status?: 'current' | 'removed' | undefined
}

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

/**
 * What a person typed, as an FTS5 expression; null where it holds no word. Everything is quoted, so nothing in it is taken for
 * an operator.
 */
export const matchExpression = (typed: string): string | null => {
  const phrases = [...typed.matchAll(/["“”]([^"“”]*)["“”]|([^\s"“”]+)/g)].flatMap((match) => {
    const quoted = match[1]
    const text = (quoted ?? match[2] ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    return [{ text: `"${text.replaceAll('"', '""')}"`, unfinished: quoted === undefined }]
  })
  if (phrases.length === 0) return null
  return phrases
    .map(({ text, unfinished }, index) => (unfinished && index === phrases.length - 1 ? `${text}*` : text))
    .join(' AND ')
}

const conditions = (
  filter: EntryFilter,
): { readonly sql: string; readonly bound: Record<string, unknown> } => {
  const bound: Record<string, unknown> = { caseId: filter.caseId, status: filter.status ?? 'current' }
  const parts = ['entries.case_id = @caseId', 'entries.status = @status']
  const { agencies = [], from, to, search = '' } = filter
  if (agencies.length > 0) {
    parts.push(`entries.agency_id IN (${agencies.map((_, n) => `@agency${n}`).join(', ')})`)
    agencies.forEach((agency, n) => (bound[`agency${n}`] = agency))
  }
  if (from !== undefined) {
    parts.push('(entries.latest IS NULL OR entries.latest >= @from)')
    bound.from = from
  }
  if (to !== undefined) {
    parts.push('(entries.earliest IS NULL OR entries.earliest <= @to)')
    bound.to = to
  }
  const match = search.trim() === '' ? undefined : matchExpression(search)
  if (match === null) parts.push('FALSE')
  if (typeof match !== 'string') return { sql: `entries WHERE ${parts.join(' AND ')}`, bound }
  bound.match = match
  return {
    sql: `entry_text CROSS JOIN entries ON entries.rowid = entry_text.rowid
      WHERE entry_text MATCH @match AND ${parts.join(' AND ')}`,
    bound,
  }
}
