import { setImmediate as nextTurn } from 'node:timers/promises'
import { listContactTypes, rowsInOrder, searchOf, type EntryFilter } from '../../db/entry-filter.ts'
import {
  entriesOfRows,
  groupRows,
  rowsAmong,
  rowsFound,
  rowsRanked,
  type Group,
} from '../../db/entry-order.ts'
import type { Grouping } from '../../domain/chronology/entry-list.ts'
import type { ValidInput } from '../contract.ts'
import type { entryFilter, entryOrder } from '../contract/chronology.ts'
import type { Call, Session } from '../host.ts'
import { recordsInConflict } from './linked-accounts.ts'
import { standsAsRead, termsAsRead } from './search-as-read.ts'
import { asRecorded, hiddenReading, mayName, readingsFor } from './show-entries.ts'

/** What a list shows and in which order. */
export type AskedOrder = {
  readonly filter: EntryFilter
  readonly order: 'date' | 'relevance'
  readonly group: Grouping | null
  readonly pseudonyms: boolean
}

type Asked = Pick<ValidInput<'chronology.record-ids'>, keyof typeof entryFilter | keyof typeof entryOrder>

/** What a call asks of a list, as what is stored: kinds of contact come as they are read, and conflicts are worked out. */
export const askedOrder = (session: Session, asked: Asked): AskedOrder => {
  const { order, group, pseudonyms, contactTypes, inConflict, mentionsMe, ...filter } = asked
  const { db } = session.vault
  const { caseId } = filter
  return {
    filter: {
      ...filter,
      ...(contactTypes === undefined
        ? {}
        : { contactTypes: storedTypes(session, { caseId, pseudonyms, contactTypes }) }),
      ...(mentionsMe === undefined ? {} : { mentioned: { userId: session.user.id, is: mentionsMe } }),
      ...(inConflict === undefined
        ? {}
        : {
            records: {
              ids: kept(session, `conflicts ${caseId}`, () => recordsInConflict(db, caseId)),
              are: inConflict,
            },
          }),
    },
    order,
    group,
    pseudonyms,
  }
}

const storedTypes = (
  session: Session,
  { caseId, pseudonyms, contactTypes }: Pick<Asked, 'caseId' | 'pseudonyms'> & { contactTypes: string[] },
): readonly string[] => {
  const { text } = readingsFor(session, caseId, pseudonyms)
  const wanted = new Set(contactTypes.map(sameType))
  const types = kept(session, `types ${caseId}`, () => listContactTypes(session.vault.db, caseId))
  const stored = types.filter((type) => wanted.has(sameType(text(type.text)))).map(({ key }) => key)
  // A kind that no entry is of any more must not widen the list to all of them.
  return contactTypes.length > 0 && stored.length === 0 ? [''] : stored
}

const sameType = (text: string): string => text.trim().toLowerCase()

/** The places of a whole list, worked out once, so that any part of it is read at once. */
export type EntryOrder = {
  /** Another one whenever anything was written since: pages of two orders do not belong together. */
  readonly id: string
  readonly rows: readonly number[]
  readonly groups: readonly Group[]
  /** How many entries there are; in groups one may stand more than once. */
  readonly found: number
}

const mostOrders = 12
const batch = 100

const kept = <Value>(session: Session, key: string, make: () => Value): Value => {
  const { orders } = session
  const known = orders.get(key)
  if (known !== undefined) return known as Value
  const made = make()
  if (orders.size >= mostOrders) orders.delete(orders.keys().next().value ?? '')
  orders.set(key, made)
  return made
}

const searchedRows = (
  session: Session,
  filter: EntryFilter,
  ranked: boolean,
  holds: ReadonlySet<number> | null,
): readonly number[] => {
  const { db } = session.vault
  const { search: _, terms: __, ...rest } = filter
  const all = kept(session, `all ${JSON.stringify(rest)}`, () => rowsInOrder(db, rest))
  const expression = searchOf(filter)
  if (expression === undefined) return all
  if (expression === null) return []
  const rows = ranked ? rowsRanked(db, expression, all) : rowsAmong(all, rowsFound(db, expression))
  return holds === null ? rows : rows.filter((row) => holds.has(row))
}

/** A search of text as it is read, where names in it are hidden; null where the stored text may answer by itself. */
const asRead = (session: Session, { filter, pseudonyms }: AskedOrder) => {
  const { caseId, search } = filter
  const named = mayName(session, caseId)
  if (search === undefined || search === '' || (named && !pseudonyms)) return null
  const { terms, other } = termsAsRead(search, hiddenReading(session, caseId).pseudonyms)
  if (named && !other) return null
  const inRead = standsAsRead(search, readingsFor(session, caseId, true).text)
  const inStored = standsAsRead(search, asRecorded)
  return {
    terms,
    holds: named ? (entry: Parameters<typeof inRead>[0]) => inStored(entry) || inRead(entry) : inRead,
  }
}

/**
 * Works out the order of a list and hands back what gives it, for the transaction in which it is read. A search of text
 * with names hidden reads what it may have found a little at a time, so that nobody else waits for it.
 */
export const prepareOrder = async (
  { session, env, signal }: Call & { readonly session: Session; readonly env: { newId: () => string } },
  asked: AskedOrder,
): Promise<() => EntryOrder> => {
  const { db } = session.vault
  const { filter, order, group } = asked
  const ranked = order === 'relevance'
  const read = asRead(session, asked)
  const wide: EntryFilter = read === null ? filter : { ...filter, terms: read.terms }
  const key = JSON.stringify(asked)
  let holds: Set<number> | null = null
  if (read !== null && !session.orders.has(key)) {
    holds = new Set()
    const candidates = searchedRows(session, wide, false, null)
    for (let from = 0; from < candidates.length; from += batch) {
      if (from > 0) await nextTurn()
      signal.throwIfAborted()
      const rows = candidates.slice(from, from + batch)
      entriesOfRows(db, rows).forEach((entry, n) => {
        const row = rows[n]
        if (row !== undefined && read.holds(entry)) holds?.add(row)
      })
    }
  }
  const settled = holds
  return () =>
    kept(session, key, (): EntryOrder => {
      const rows = searchedRows(session, wide, ranked, settled)
      const grouped = group === null ? { rows, groups: [] } : groupRows(db, filter.caseId, rows, group)
      return { id: env.newId(), found: rows.length, ...grouped }
    })
}
