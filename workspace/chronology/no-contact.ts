import { listAgencies } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { countEntriesByAgency, listDatesByAgency } from '../../db/entry-list.ts'
import {
  entriesTouching,
  getSilenceLength,
  listLetters,
  listQueries,
  listStatedInFiles,
  listStatements,
  type ContactQuery,
  type ContactStatement,
  type QueryLetter,
} from '../../db/no-contact.ts'
import { getSource } from '../../db/sources.ts'
import { getUser } from '../../db/users.ts'
import {
  accountForSilences,
  stillAsked,
  type AgencyRecord,
} from '../../domain/chronology/account-for-silences.ts'
import type { DatedContact } from '../../domain/chronology/find-gaps.ts'
import type { Span } from '../../domain/dates/calendar.ts'
import type { NoContactView, QueryState, QueryView, StatementView } from '../contract/no-contact.ts'
import type { Readings } from './show-entries.ts'

/** What a case holds that bears on its silences, read in one go. */
export type NoContactRecord = {
  readonly period: Span | null
  readonly agencies: ReadonlyMap<string, AgencyRecord>
  readonly queries: readonly (ContactQuery & {
    readonly letter: QueryLetter
    readonly state: QueryState
    readonly still: readonly Span[]
  })[]
  readonly statements: readonly ContactStatement[]
}

/** Reads what is silent, stated and asked in a case; `atLeastDays` is the length from which a silence counts. */
export const readNoContact = (db: Db, caseId: string, atLeastDays: number): NoContactRecord => {
  const { reviewPeriodStart: from, reviewPeriodEnd: to } = getCase(db, caseId)
  const dates = listDatesByAgency(db, caseId)
  const statements = listStatements(db, caseId)
  const standing = statements.filter(({ withdrawnAt }) => withdrawnAt === null)
  const entriesOf = (agencyId: string): readonly DatedContact[] =>
    (dates.get(agencyId) ?? []).map(({ declared, ...date }) => ({ date, declaredNoContact: declared }))
  const statedBy = (agencyId: string) =>
    standing.filter((one) => one.agencyId === agencyId && one.kind === 'no-contact')
  const letters = new Map(listLetters(db, caseId).map((letter) => [letter.id, letter]))
  const queries = listQueries(db, caseId).flatMap((query) => {
    const letter = letters.get(query.letterId)
    if (!letter) return []
    const entries = entriesOf(letter.agencyId)
    const still = stillAsked(query, { entries, statements: statedBy(letter.agencyId) }, atLeastDays)
    const inRecord = stillAsked(query, { entries, statements: [] }, atLeastDays)
    const last = standing.findLast(({ queryId }) => queryId === query.id)
    return [{ ...query, letter, still, state: stateOf(letter, still, inRecord, last) }]
  })
  const agencies = listAgencies(db, caseId).map(({ agencyId }): [string, AgencyRecord] => [
    agencyId,
    {
      entries: entriesOf(agencyId),
      statements: statedBy(agencyId),
      queries: queries
        .filter(({ letter, state }) => letter.agencyId === agencyId && waits.has(state))
        .map(({ id, from, to, state }) => ({ id, from, to, toFollow: state !== 'waiting' })),
    },
  ])
  return {
    period: from === null || to === null ? null : { from, to },
    agencies: new Map(agencies),
    queries,
    statements,
  }
}

const waits: ReadonlySet<QueryState> = new Set(['waiting', 'to-follow', 'received'])

const stateOf = (
  letter: QueryLetter,
  still: readonly Span[],
  inRecord: readonly Span[],
  last: ContactStatement | undefined,
): QueryState => {
  if (letter.state === 'prepared') return 'unsent'
  if (inRecord.length === 0) return 'filled'
  if (still.length === 0) return 'declared'
  if (last?.kind === 'records-to-follow') return 'to-follow'
  return last?.kind === 'records-received' ? 'received' : 'waiting'
}

/** Every silence of every agency of the case that counts, with who accounts for it. */
export const silencesOf = ({ period, agencies }: NoContactRecord, atLeastDays: number) =>
  [...agencies].map(([agencyId, record]) => ({
    agencyId,
    silences: period === null ? [] : accountForSilences(record, period, atLeastDays),
  }))

/** The case's silences as a reader may see them. `today` is `YYYY-MM-DD`. */
export const noContactView = (
  db: Db,
  caseId: string,
  {
    atLeastDays,
    today,
    readings,
  }: { readonly atLeastDays: number; readonly today: string; readonly readings: Readings },
): NoContactView => {
  const record = readNoContact(db, caseId, atLeastDays)
  const names = new Map(
    listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, readings.agency(name)]),
  )
  const counts = countEntriesByAgency(db, caseId)
  const stated = Map.groupBy(listStatedInFiles(db, caseId), ({ agencyId }) => agencyId)
  const nameOf = (userId: string): string => getUser(db, userId)?.name ?? ''
  const statementView = (one: ContactStatement): StatementView => ({
    id: one.id,
    agencyId: one.agencyId,
    kind: one.kind,
    from: one.from,
    to: one.to,
    saidBy: readings.text(one.saidBy),
    saidOn: one.saidOn,
    means: one.means,
    note: readings.text(one.note),
    recordedBy: nameOf(one.recordedBy),
    recordedAt: one.recordedAt,
    withdrawn:
      one.withdrawnBy === null || one.withdrawnAt === null
        ? null
        : { by: nameOf(one.withdrawnBy), at: one.withdrawnAt },
  })
  const filledBy = ({
    letter,
    from,
    to,
    state,
  }: NoContactRecord['queries'][number]): QueryView['filledBy'] => {
    if (state !== 'filled') return null
    const { caseId, agencyId } = letter
    const found = entriesTouching(db, { caseId, agencyId, from, to })
    if (found.sourceId === null) return null
    const source = getSource(db, found.sourceId)
    return {
      entries: found.entries,
      file: readings.fileName(source.fileName),
      importedAt: source.importedAt,
      importedBy: nameOf(source.importedBy),
    }
  }
  return {
    period: record.period,
    length: getSilenceLength(db, caseId),
    agencies: silencesOf(record, atLeastDays).map(({ agencyId, silences }) => ({
      agencyId,
      agency: names.get(agencyId) ?? agencyId,
      entries: counts.get(agencyId) ?? 0,
      silences,
      statedInFile: (stated.get(agencyId) ?? []).map(({ entryId, from, to, where, words }) => ({
        ...{ entryId, from, to },
        where: readings.text(where),
        words: readings.text(words),
      })),
    })),
    queries: record.queries.map((query): QueryView => ({
      id: query.id,
      letterId: query.letterId,
      letter: query.letter.n,
      agencyId: query.letter.agencyId,
      from: query.from,
      to: query.to,
      askedBy: nameOf(query.letter.askedBy),
      askedAt: query.letter.askedAt,
      replyBy: query.letter.replyBy,
      state: query.state,
      overdue: waits.has(query.state) && query.state !== 'received' && query.letter.replyBy < today,
      stillAsked: query.still,
      filledBy: filledBy(query),
      statements: record.statements.filter(({ queryId }) => queryId === query.id).map(statementView),
      version: query.version,
    })),
    statements: record.statements.filter(({ queryId }) => queryId === null).map(statementView),
  }
}
