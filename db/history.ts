import { z } from 'zod'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'
import type { SpecialCategory } from './sensitive.ts'

const factsSchema = z.record(z.string(), z.unknown())
type Facts = z.output<typeof factsSchema>

/** A closed case of an earlier year. Neither `data` nor an adult's `data` holds special-category data: that is in `special`. */
export type HistoryCase = {
  readonly ref: string
  /** Reporting year of its conclusion, such as 2026-27. */
  readonly year: string
  readonly data: Facts
  readonly adults: readonly {
    readonly data: Facts
    readonly special: Readonly<Partial<Record<SpecialCategory, unknown>>>
  }[]
}

export type HistoryImport = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

type StoredHistoryCase = {
  readonly ref: string
  readonly year: string
  readonly n: number
  readonly data: string
}

/** Keeps closed cases, each under its reference: a new one is added, a changed one takes the place of the old, an equal one stays. */
export const importHistoryCases = (
  db: Db,
  cases: readonly HistoryCase[],
  by: { readonly userId: string; readonly at: string },
): HistoryImport => {
  const before = new Map(listHistoryCases(db, { special: true }).map((known) => [known.ref, known]))
  const counts = { added: 0, changed: 0, unchanged: 0 }
  for (const closed of cases) {
    const known = before.get(closed.ref)
    if (known && JSON.stringify(known) === JSON.stringify(inStoredOrder(closed))) {
      counts.unchanged += 1
      continue
    }
    counts[known ? 'changed' : 'added'] += 1
    putHistoryCase(db, closed, by)
    before.set(closed.ref, inStoredOrder(closed))
  }
  return counts
}

const inStoredOrder = (closed: HistoryCase): HistoryCase => ({
  ref: closed.ref,
  year: closed.year,
  data: readJson(factsSchema, JSON.stringify(closed.data), 'history_cases.data'),
  adults: closed.adults.map(({ data, special }) => ({
    data: readJson(factsSchema, JSON.stringify(data), 'history_adults.data'),
    special: Object.fromEntries(
      Object.entries(special)
        .filter(([, value]) => value !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  })),
})

const putHistoryCase = (
  db: Db,
  closed: HistoryCase,
  by: { readonly userId: string; readonly at: string },
): void => {
  const { ref } = closed
  const n = db.prepare('SELECT n FROM history_cases WHERE ref = ?').pluck().get(ref)
  db.prepare('DELETE FROM history_cases WHERE ref = ?').run(ref)
  db.prepare(
    `INSERT INTO history_cases (ref, year, n, data, imported_by, imported_at)
     VALUES (?, ?, coalesce(?, (SELECT coalesce(max(n), 0) + 1 FROM history_cases)), ?, ?, ?)`,
  ).run(ref, closed.year, n ?? null, JSON.stringify(closed.data), by.userId, by.at)
  const adult = db.prepare('INSERT INTO history_adults (ref, n, data) VALUES (?, ?, ?)')
  const special = db.prepare(
    'INSERT INTO history_special_category (ref, n, category, value) VALUES (?, ?, ?, ?)',
  )
  closed.adults.forEach((person, index) => {
    adult.run(ref, index, JSON.stringify(person.data))
    for (const [category, value] of Object.entries(person.special))
      if (value !== undefined) special.run(ref, index, category, JSON.stringify(value))
  })
}

/** Closed cases in the order of import; `special` is filled only where it is asked for, for counting. */
export const listHistoryCases = (
  db: Db,
  filter: { readonly year?: string; readonly special?: boolean } = {},
): readonly HistoryCase[] => {
  const where = filter.year === undefined ? '' : 'WHERE year = @year'
  const bound = filter.year === undefined ? {} : { year: filter.year }
  const adults = db.prepare<[string], { n: number; data: string }>(
    'SELECT n, data FROM history_adults WHERE ref = ? ORDER BY n',
  )
  const special = db.prepare<[string, number], { category: string; value: string }>(
    'SELECT category, value FROM history_special_category WHERE ref = ? AND n = ? ORDER BY category',
  )
  return db
    .prepare<[unknown], StoredHistoryCase>(`SELECT ref, year, n, data FROM history_cases ${where} ORDER BY n`)
    .all(bound)
    .map((row) => ({
      ref: row.ref,
      year: row.year,
      data: readJson(factsSchema, row.data, 'history_cases.data'),
      adults: adults.all(row.ref).map((person) => ({
        data: readJson(factsSchema, person.data, 'history_adults.data'),
        special: filter.special
          ? Object.fromEntries(
              special
                .all(row.ref, person.n)
                .map(({ category, value }) => [
                  category,
                  readJson(z.unknown(), value, 'history_special_category.value'),
                ]),
            )
          : {},
      })),
    }))
}

/** Years with closed cases, rising. */
export const listHistoryYears = (db: Db): readonly string[] =>
  db
    .prepare<[], { year: string }>('SELECT DISTINCT year FROM history_cases ORDER BY year')
    .all()
    .map(({ year }) => year)

/** Statistics that left the vault: what was published stays on record, because the next release must not undo it. */
export type StatsRelease = {
  readonly id: string
  readonly year: string
  readonly rule: string
  /** The published tables, as published. */
  readonly tables: unknown
  readonly files: readonly {
    readonly name: string
    readonly format: string
    readonly sha256: string
    readonly bytes: number
  }[]
  readonly releasedBy: string
  readonly at: string
}

type StoredRelease = {
  readonly id: string
  readonly year: string
  readonly rule: string
  readonly tables: string
  readonly files: string
  readonly released_by: string
  readonly at: string
}

const filesSchema = z.array(
  z.object({ name: z.string(), format: z.string(), sha256: z.string(), bytes: z.int() }),
)

export const insertStatsRelease = (db: Db, release: StatsRelease): void => {
  db.prepare(
    `INSERT INTO stats_releases (id, year, rule, tables, files, released_by, at)
     VALUES (@id, @year, @rule, @tables, @files, @releasedBy, @at)`,
  ).run({ ...release, tables: JSON.stringify(release.tables), files: JSON.stringify(release.files) })
}

/** Releases newest first. */
export const listStatsReleases = (db: Db, year?: string): readonly StatsRelease[] =>
  db
    .prepare<[unknown], StoredRelease>(
      `SELECT * FROM stats_releases ${year === undefined ? '' : 'WHERE year = @year'}
       ORDER BY at DESC, stats_releases.rowid DESC`,
    )
    .all(year === undefined ? {} : { year })
    .map((row) => ({
      id: row.id,
      year: row.year,
      rule: row.rule,
      tables: readJson(z.unknown(), row.tables, 'stats_releases.tables'),
      files: readJson(filesSchema, row.files, 'stats_releases.files'),
      releasedBy: row.released_by,
      at: row.at,
    }))
