import type { Certainty } from '../domain/chronology/entry-list.ts'
import { searchTerms, type SearchTerm } from '../domain/chronology/search-words.ts'
import { analysisConditions, type AnalysisFilter } from './analysis-filter.ts'
import type { Db } from './database.ts'
import { discussionConditions, type DiscussionFilter } from './discussion-filter.ts'

/** What a list of entries is narrowed to. Everything given must hold; of several values of one thing, any. */
export type EntryFilter = AnalysisFilter &
  DiscussionFilter & {
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
    /** The same already understood, perhaps with other words that count as found; taken in the place of `search`. */
    readonly terms?: readonly FoundBy[] | undefined
    /** `removed`: those that a later version of their file no longer holds, and not those that a later version changed. */
    readonly status?: 'current' | 'removed' | undefined
    /** Kinds of contact as the agencies wrote them, whatever their case. */
    readonly contactTypes?: readonly string[] | undefined
    readonly certainty?: readonly Certainty[] | undefined
    /** True: only entries whose date somebody should check. */
    readonly dateQueried?: boolean | undefined
    readonly hiddenRow?: boolean | undefined
    readonly declared?: boolean | undefined
    /** Ids of imported files. */
    readonly sources?: readonly string[] | undefined
    /** Only these records, or all but these: for what is worked out and not stored. */
    readonly records?: { readonly ids: readonly string[]; readonly are: boolean } | undefined
  }

/** A term of a search, found by any of these words too. */
export type FoundBy = Pick<SearchTerm, 'text' | 'unfinished'> & { readonly or?: readonly string[] }

/** Part of a WHERE about `entries`: SQL naming that table's columns, and the values it binds under names of its own. */
export type Condition = { readonly sql: string; readonly bound?: Readonly<Record<string, unknown>> }

/** Each subject's own conditions, in a file of that subject: what links, analysis and comments say of an entry. */
const subjects: readonly ((filter: EntryFilter) => readonly Condition[])[] = [
  analysisConditions,
  discussionConditions,
].map((of) => (filter) => {
  const { parts, bound } = of(filter)
  return parts.length === 0 ? [] : [{ sql: parts.join(' AND '), bound }]
})

const anyOf = (column: string, name: string, values: readonly string[] = []): readonly Condition[] =>
  values.length === 0
    ? []
    : [
        {
          sql: `${column} IN (${values.map((_, n) => `@${name}${n}`).join(', ')})`,
          bound: Object.fromEntries(values.map((value, n) => [`${name}${n}`, value])),
        },
      ]

const isSo = (column: string, wanted: boolean | undefined): readonly Condition[] =>
  wanted === undefined ? [] : [{ sql: `${column} = ${wanted ? 1 : 0}` }]

const certaintySql: Readonly<Record<Certainty, string>> = {
  exact: `entries.precision = 'exact'`,
  uncertain: `entries.precision NOT IN ('exact', 'unknown')`,
  none: `entries.precision = 'unknown'`,
}

/** The kind of contact as it is compared and counted; the same expression stands in the index. */
export const contactTypeSql = `lower(trim(entries.fields ->> 'contactType'))`

const ofEntry = (filter: EntryFilter): readonly Condition[] => {
  const { from, to, certainty = [] } = filter
  return [
    ...anyOf('entries.agency_id', 'agency', filter.agencies),
    ...(from === undefined
      ? []
      : [{ sql: '(entries.latest IS NULL OR entries.latest >= @from)', bound: { from } }]),
    ...(to === undefined
      ? []
      : [{ sql: '(entries.earliest IS NULL OR entries.earliest <= @to)', bound: { to } }]),
    ...anyOf(
      contactTypeSql,
      'contactType',
      filter.contactTypes?.map((type) => type.trim().replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())),
    ),
    ...(certainty.length === 0
      ? []
      : [{ sql: `(${certainty.map((one) => certaintySql[one]).join(' OR ')})` }]),
    ...isSo(`(entries.date_warnings <> '[]')`, filter.dateQueried),
    ...isSo('entries.hidden_row', filter.hiddenRow),
    ...isSo('entries.declared', filter.declared),
    ...anyOf('entries.source_id', 'source', filter.sources),
    ...(filter.records === undefined
      ? []
      : [
          {
            sql: `entries.record_id ${filter.records.are ? '' : 'NOT '}IN (SELECT value FROM json_each(@records))`,
            bound: { records: JSON.stringify(filter.records.ids) },
          },
        ]),
    ...(filter.status === 'removed' ? [{ sql: 'entries.replaced_by IS NULL' }] : []),
  ]
}

/** Everything a filter asks but what is searched for. */
export const conditionsOf = (
  filter: EntryFilter,
): Condition & { readonly bound: Record<string, unknown> } => {
  const { status = 'current' } = filter
  const parts = [ofEntry, ...subjects].flatMap((of) => of(filter))
  return {
    sql: ['entries.case_id = @caseId', 'entries.status = @status', ...parts.map(({ sql }) => sql)].join(
      ' AND ',
    ),
    bound: Object.assign({ caseId: filter.caseId, status }, ...parts.map(({ bound }) => bound)) as Record<
      string,
      unknown
    >,
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** One FTS5 expression of terms that must all occur; everything is quoted, so nothing is taken for an operator. */
export const expressionOf = (terms: readonly FoundBy[]): string | null =>
  terms.length === 0
    ? null
    : terms
        .map(({ text, unfinished, or = [] }) => {
          const itself = unfinished ? `${quoted(text.replace(/\*$/, ''))}*` : quoted(text)
          return or.length === 0 ? itself : `(${[itself, ...or.map(quoted)].join(' OR ')})`
        })
        .join(' AND ')

/** What a person typed, as an FTS5 expression; null where it holds no word. */
export const matchExpression = (typed: string): string | null => expressionOf(searchTerms(typed))

/** What a filter searches for: undefined where nothing, null where what was typed holds no word. */
export const searchOf = ({ terms, search = '' }: EntryFilter): string | null | undefined => {
  if (terms !== undefined) return expressionOf(terms)
  return search.trim() === '' ? undefined : matchExpression(search)
}

/** Row numbers of the entries a filter lets through, in order, without regard to what is searched for. */
export const rowsInOrder = (db: Db, filter: EntryFilter): readonly number[] => {
  const { sql, bound } = conditionsOf(filter)
  return db
    .prepare<[unknown], number>(
      `SELECT entries.rowid FROM entries INDEXED BY entries_in_order WHERE ${sql}
       ORDER BY entries.sort_key, entries.id`,
    )
    .pluck()
    .all(bound)
}

export type ContactType = { readonly key: string; readonly text: string; readonly entries: number }

/** The kinds of contact of a case's current entries, one for those that differ by case alone, the most frequent first. */
export const listContactTypes = (db: Db, caseId: string): readonly ContactType[] =>
  db
    .prepare<[string], ContactType>(
      // Taken from the index before it is grouped: to group by an expression, every entry would be read.
      `WITH keys AS MATERIALIZED (
         SELECT rowid, ${contactTypeSql} AS key FROM entries INDEXED BY entries_in_order
         WHERE case_id = ? AND status = 'current'
       ),
       types AS (SELECT min(rowid) AS first, key, count(*) AS entries FROM keys WHERE key <> '' GROUP BY key)
       SELECT key, trim(entries.fields ->> 'contactType') AS text, types.entries
       FROM types JOIN entries ON entries.rowid = types.first ORDER BY types.entries DESC, key`,
    )
    .all(caseId)
