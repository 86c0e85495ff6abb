import { getEntry } from '../../db/entries.ts'
import { insertNotice, listNotices } from '../../db/notices.ts'
import { insertRectification, listRectifications } from '../../db/rectifications.ts'
import { getUser } from '../../db/users.ts'
import { addDays } from '../../domain/dates/calendar.ts'
import { daysToNotify } from '../../domain/rights/notice.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import { sendingsOf } from '../disclosures/records-sent.ts'
import { recipientShown } from '../disclosures/show-disclosures.ts'
import type { Handlers } from '../host.ts'

type Names = 'rectification.list' | 'rectification.add' | 'rectification.recipients'

export const rectificationActions: Handlers<Names> = {
  'rectification.list':
    ({ session, caseId }, { entryId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const { recordId } = getEntry(db, entryId)
      const { text } = readingsFor(session, caseId ?? '', pseudonyms)
      const notices = listNotices(db, caseId ?? '')
      const value = listRectifications(db, caseId ?? '', recordId).map((one) => {
        const owed = notices.filter(({ rectificationId }) => rectificationId === one.id)
        return {
          ...{ id: one.id, kind: one.kind, field: one.field, recordedAt: one.recordedAt },
          stands: text(one.stands),
          reason: text(one.reason),
          evidence: text(one.evidence),
          askedBy: text(one.askedBy),
          recordedBy: getUser(db, one.recordedBy)?.name ?? '',
          notices: owed.length,
          settled: owed.filter(({ state }) => state !== 'to-do').length,
        }
      })
      return { value }
    },

  'rectification.add':
    ({ session, env, ...context }, { entryId, ...said }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const { recordId } = getEntry(db, entryId)
      const [rectificationId, now] = [env.newId(), env.now()]
      insertRectification(db, {
        ...{ id: rectificationId, caseId, recordId, entryId, ...said },
        ...{ recordedBy: session.user.id, recordedAt: now },
      })
      const byRecipient = Map.groupBy(sendingsOf(db, caseId, recordId), ({ recipient }) => recipient)
      for (const [recipient, sent] of byRecipient)
        insertNotice(db, {
          ...{ id: env.newId(), caseId, recipient, cause: 'rectified', rectificationId },
          due: addDays(now.slice(0, 10), daysToNotify('rectified')),
          ...{ raisedBy: session.user.id, raisedAt: now },
          disclosures: sent.map(({ id }) => id),
        })
      return {
        value: { rectificationId, notices: byRecipient.size },
        record: recordId,
        detail: { kind: said.kind, field: said.field, notices: byRecipient.size },
      }
    },

  'rectification.recipients':
    ({ session, caseId }, { entryId }) =>
    () => {
      const { db } = session.vault
      const { recordId } = getEntry(db, entryId)
      return {
        value: sendingsOf(db, caseId ?? '', recordId).map((sent) => {
          const { name, sentTo } = recipientShown(session, sent)
          return {
            recipient: sentTo === '' ? name : `${sentTo}, in the place of ${name}`,
            at: sent.at,
            version: sent.entryVersion,
          }
        }),
        record: recordId,
      }
    },
}
