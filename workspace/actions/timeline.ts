import { listEntriesById } from '../../db/entry-dates.ts'
import { askedOrder, prepareOrder } from '../chronology/order-entries.ts'
import { proposalsFor } from '../chronology/same-events.ts'
import { entryRows, readingsFor } from '../chronology/show-entries.ts'
import { timelineLinksOf, timelineOf } from '../chronology/timeline.ts'
import type { Handlers } from '../host.ts'

type Names = 'chronology.timeline' | 'chronology.timeline-links' | 'chronology.timeline-entries'

export const timelineActions: Handlers<Names> = {
  'chronology.timeline': async ({ session, ...context }, filter) => {
    const order = await prepareOrder(
      { ...context, session },
      askedOrder(session, { ...filter, order: 'date', group: null }),
    )
    return () => {
      const read = readingsFor(session, filter.caseId, filter.pseudonyms)
      return { value: timelineOf(session, filter, order().rows, read) }
    }
  },

  'chronology.timeline-links': async ({ session, ...context }) => {
    const caseId = context.caseId ?? ''
    const proposals = await proposalsFor({ session, ...context }, caseId)
    return () => ({ value: timelineLinksOf(session.vault.db, caseId, proposals) })
  },

  'chronology.timeline-entries':
    ({ session, ...context }, { entryIds, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const entries = listEntriesById(db, caseId, entryIds)
      return { value: entryRows(db, caseId, entries, readingsFor(session, caseId, pseudonyms)) }
    },
}
