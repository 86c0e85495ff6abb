import path from 'node:path'
import { listEntriesById } from '../../db/entry-dates.ts'
import { askedOrder, prepareOrder } from '../chronology/order-entries.ts'
import { proposalsFor } from '../chronology/same-events.ts'
import { entryRows, readingsFor, readingsToLeave } from '../chronology/show-entries.ts'
import { timelineLinksOf, timelineOf } from '../chronology/timeline.ts'
import { timelineFiles } from '../chronology/timeline-picture.ts'
import type { Handlers } from '../host.ts'
import { forOwnUse, ownUseBasis } from '../disclosures/leaving.ts'
import { leaveOnRecord } from '../leave-on-record.ts'
import { sha256 } from '../sha256.ts'
import { refuseInsideVault } from '../write-files.ts'

type Names =
  | 'chronology.timeline'
  | 'chronology.timeline-links'
  | 'chronology.timeline-entries'
  | 'chronology.timeline-export'

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

  'chronology.timeline-export': async ({ session, env, ...context }, asked) => {
    const { stretch, paper, formats, labels, out, necessity, ...filter } = asked
    refuseInsideVault(session.vault.dir, out)
    const { caseId } = filter
    // Always as pseudonyms, so that a search by a name finds nothing it could give away either.
    const order = await prepareOrder(
      { ...context, session, env },
      askedOrder(session, { ...filter, pseudonyms: true, order: 'date', group: null }),
    )
    const read = readingsToLeave(session, caseId)
    const proposals = await proposalsFor({ ...context, session }, caseId)
    const links = timelineLinksOf(session.vault.db, caseId, proposals)
    const shown = { ...timelineOf(session, filter, order().rows, read), links }
    const files = await timelineFiles(session, shown, asked, read, env.now())
    const detail = await leaveOnRecord(
      { ...context, session },
      {
        ...{ action: 'chronology.timeline-export', caseId, out, files },
        disclosures: [
          forOwnUse(session, {
            ...{ id: env.newId(), caseId, kind: 'picture', at: env.now(), profile: 'under pseudonyms' },
            basis: ownUseBasis('To show the course of events of the review.', necessity),
            records: listEntriesById(session.vault.db, caseId, shown.entries.ids).map(({ id, version }) => ({
              ...{ id, version },
            })),
            files: files.map(({ name, bytes }) => ({
              ...{ name, bytes, sha256: sha256(bytes), format: path.extname(name).slice(1) },
            })),
          }),
        ],
        detail: { paper, labels, formats: formats.join(', '), entries: shown.entries.ids.length, ...stretch },
      },
    )
    return () => ({
      value: { files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) },
      record: caseId,
      detail,
    })
  },
}
