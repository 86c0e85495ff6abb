import { judgements } from '../domain/chronology/analysis.ts'
import type { Grouping } from '../domain/chronology/entry-list.ts'
import { listAgencies } from './agencies.ts'
import type { Db } from './database.ts'
import { entryColumns, toEntry, type Entry, type StoredEntry } from './entries.ts'

/** Row numbers of all entries, of any case, in which an FTS5 expression is found. */
export const rowsFound = (db: Db, expression: string): readonly number[] =>
  db
    .prepare<[string], number>('SELECT rowid FROM entry_text WHERE entry_text MATCH ?')
    .pluck()
    .all(expression)

/**
 * Of `rows`, those in which an FTS5 expression is found, the best found first (bm25) and equally good ones as they came.
 * Put in order here: the engine would first sort what it finds in every other case.
 */
export const rowsRanked = (db: Db, expression: string, rows: readonly number[]): readonly number[] => {
  const places = placesOf(rows)
  const found = db
    .prepare<[string], [number, number]>('SELECT rowid, rank FROM entry_text WHERE entry_text MATCH ?')
    .raw()
    .all(expression)
    .filter(([row]) => (places[row] ?? 0) > 0)
  found.sort(([a, x], [b, y]) => x - y || (places[a] ?? 0) - (places[b] ?? 0))
  return found.map(([row]) => row)
}

/** The place of every row among those given, from 1; 0 for any other up to the last. */
const placesOf = (rows: readonly number[]): Uint32Array => {
  const places = new Uint32Array(rows.reduce((most, row) => Math.max(most, row), 0) + 1)
  rows.forEach((row, n) => {
    places[row] = n + 1
  })
  return places
}

/** Of `rows`, those that are among others too, as they came. */
export const rowsAmong = (rows: readonly number[], others: readonly number[]): readonly number[] => {
  const places = placesOf(others)
  return rows.filter((row) => (places[row] ?? 0) > 0)
}

/** Entries by their row numbers, in the order asked for; those that are not there are left out. */
export const entriesOfRows = (db: Db, rows: readonly number[]): readonly Entry[] => {
  const found = new Map(
    db
      .prepare<[string], StoredEntry & { readonly row_number: number }>(
        `SELECT entries.rowid AS row_number, ${entryColumns} FROM json_each(?) AS wanted
         CROSS JOIN entries ON entries.rowid = wanted.value`,
      )
      .all(JSON.stringify(rows))
      .map((row) => [row.row_number, row]),
  )
  return rows.flatMap((row) => {
    const stored = found.get(row)
    return stored ? [toEntry(stored)] : []
  })
}

/** Record ids of entries by their row numbers, in the order asked for, each once. */
export const recordIdsOfRows = (db: Db, rows: readonly number[]): readonly string[] => [
  ...new Set(
    db
      .prepare<[string], string>(
        `SELECT entries.record_id FROM json_each(?) AS wanted
         CROSS JOIN entries ON entries.rowid = wanted.value ORDER BY wanted.key`,
      )
      .pluck()
      .all(JSON.stringify(rows)),
  ),
]

type Membership = {
  /** SQL of `[row number, keys]` for the entries of one case, keys apart by spaces; entries of no key may be left out. */
  readonly members: string
  /** The keys in the order they stand. */
  readonly keys: (db: Db, caseId: string, found: readonly string[]) => readonly string[]
}

const ofEntries = (key: string): string =>
  `SELECT rowid, ${key} FROM entries INDEXED BY entries_in_order WHERE case_id = ? AND ${key} <> ''`

const memberships: Readonly<Record<Grouping, Membership>> = {
  agency: {
    members: ofEntries('agency_id'),
    keys: (db, caseId) => listAgencies(db, caseId).map(({ agencyId }) => agencyId),
  },
  month: {
    members: ofEntries('substr(coalesce(earliest, latest), 1, 7)'),
    keys: (_, __, found) => found.toSorted(),
  },
  kloe: {
    members: ofEntries('kloes'),
    keys: (_, __, found) => found.toSorted((a, b) => Number(a) - Number(b)),
  },
  judgement: { members: ofEntries('judgement'), keys: () => judgements },
}

export type Group = { readonly key: string; readonly from: number; readonly count: number }

/**
 * Rows put under their groups, each group in the order the rows came, and where each begins. What belongs to no group comes
 * last, under an empty key; a group without rows is left out.
 */
export const groupRows = (
  db: Db,
  caseId: string,
  rows: readonly number[],
  by: Grouping,
): { readonly rows: readonly number[]; readonly groups: readonly Group[] } => {
  const { members, keys } = memberships[by]
  const keysOf = new Map(db.prepare<[string], [number, string]>(members).raw().all(caseId))
  const gathered = new Map<string, number[]>()
  const put = (key: string, row: number): void => {
    const group = gathered.get(key)
    if (group) group.push(row)
    else gathered.set(key, [row])
  }
  for (const row of rows) {
    const key = (keysOf.get(row) ?? '').trim()
    if (!key.includes(' ')) put(key, row)
    else for (const one of key.split(/ +/)) put(one, row)
  }
  const inOrder = keys(db, caseId, [...gathered.keys()])
  const ordered: number[] = []
  const groups = [...inOrder.filter((key) => key !== ''), ''].flatMap((key): readonly Group[] => {
    const group = gathered.get(key)
    if (!group) return []
    const from = ordered.length
    for (const row of group) ordered.push(row)
    return [{ key, from, count: group.length }]
  })
  return { rows: ordered, groups }
}
