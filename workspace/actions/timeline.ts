import { listEntriesById } from '../../db/entry-dates.ts'
import { entryRows, readingsFor } from '../chronology/show-entries.ts'
import { timelineLinksOf, timelineOf } from '../chronology/timeline.ts'
import type { Handlers } from '../host.ts'

type Names = 'chronology.timeline' | 'chronology.timeline-links' | 'chronology.timeline-entries'

export const timelineActions: Handlers<Names> = {
  'chronology.timeline':
    ({ session, ...context }, { pseudonyms, ...filter }) =>
    () => {
      const read = readingsFor(session, context.caseId ?? '', pseudonyms)
      return { value: timelineOf(session, filter, read) }
    },

  'chronology.timeline-links':
    ({ session, ...context }) =>
    () => ({ value: timelineLinksOf(session, context.caseId ?? '') }),

  'chronology.timeline-entries':
    ({ session, ...context }, { entryIds, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const entries = listEntriesById(db, caseId, entryIds)
      return { value: entryRows(db, caseId, entries, readingsFor(session, caseId, pseudonyms)) }
    },
}
