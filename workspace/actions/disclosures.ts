import { isOnTeam } from '../../db/cases.ts'
import {
  getDisclosure,
  listDisclosures,
  recordDisclosure,
  withdrawDisclosure,
  type Disclosure,
} from '../../db/disclosures.ts'
import { insertNotice } from '../../db/notices.ts'
import { insertReceipt } from '../../db/receipts.ts'
import { addDays } from '../../domain/dates/calendar.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { ExpectedError } from '../../domain/result.ts'
import { daysToNotify } from '../../domain/rights/notice.ts'
import { exportLog } from '../disclosures/export-log.ts'
import { refuseNames } from '../disclosures/refuse-names.ts'
import { disclosureInFull, disclosureView } from '../disclosures/show-disclosures.ts'
import type { Handlers, Session } from '../host.ts'
import { addresseeOf } from '../packs/recipient.ts'

type Names =
  | 'disclosure.list'
  | 'disclosure.show'
  | 'disclosure.record'
  | 'disclosure.receipt'
  | 'disclosure.withdraw'
  | 'disclosure.export'

const readable = ({ vault, user }: Session, caseId: string): boolean =>
  isAllowed(user.role, 'disclosure:read', isOnTeam(vault.db, caseId, user.id))

const refuseFuture = (path: string, day: string, today: string): void => {
  if (day <= today) return
  const message = 'This day has not come yet.'
  throw new ExpectedError('invalid', message, [{ path, message }])
}

/** What takes the place of another went to the same recipient, later, and is not itself withdrawn. */
const refuseReplacement = (before: Disclosure, after: Disclosure): void => {
  const fits =
    after.caseId === before.caseId &&
    after.recipient === before.recipient &&
    after.kind === 'pack' &&
    after.at > before.at &&
    after.state === 'done' &&
    after.withdrawn === null
  if (fits) return
  const message = 'A later release to the same recipient takes its place.'
  throw new ExpectedError('invalid', message, [{ path: 'replacedBy', message }])
}

export const disclosureActions: Handlers<Names> = {
  'disclosure.list':
    ({ session }, { caseId }) =>
    () => ({
      value: listDisclosures(session.vault.db, { caseId })
        .filter((disclosure) => readable(session, disclosure.caseId))
        .map((disclosure) => disclosureView(session, disclosure)),
    }),

  'disclosure.show':
    ({ session, env }, { disclosureId }) =>
    () => {
      const disclosure = getDisclosure(session.vault.db, disclosureId)
      return {
        value: disclosureInFull(session, disclosure, env.now().slice(0, 10)),
        record: disclosureId,
      }
    },

  'disclosure.record':
    ({ session, env }, { caseId, recipient, on, means, what, basis }) =>
    () => {
      const { db } = session.vault
      refuseFuture('on', on, env.now().slice(0, 10))
      refuseNames(session, caseId, {
        what,
        ...Object.fromEntries(Object.entries(basis).map(([part, text]) => [`basis.${part}`, text])),
      })
      const disclosureId = env.newId()
      recordDisclosure(db, {
        ...{ id: disclosureId, caseId, kind: 'by-hand', packId: null, recipient, basis },
        sentTo: addresseeOf(db, caseId, recipient, on),
        profile: 'by hand',
        choices: { 'What was told or given': what },
        records: [],
        approver: session.user.id,
        releasedBy: session.user.id,
        method: means,
        // A day by hand has no hour; midday is the same day wherever it is read.
        at: `${on}T12:00:00.000Z`,
        files: [],
      })
      return { value: { disclosureId }, record: disclosureId, detail: { means } }
    },

  'disclosure.receipt':
    ({ session, env }, { disclosureId, receivedOn, how, confirmedBy }) =>
    () => {
      const { db } = session.vault
      const { caseId, at, state } = getDisclosure(db, disclosureId)
      refuseFuture('receivedOn', receivedOn, env.now().slice(0, 10))
      if (state === 'prepared')
        throw new ExpectedError(
          'refused',
          'This disclosure was begun and not finished, so nothing can have arrived.',
        )
      if (receivedOn < at.slice(0, 10))
        throw new ExpectedError('invalid', 'It cannot have arrived before it was sent.', [
          { path: 'receivedOn', message: 'Enter the day it was sent or a later one' },
        ])
      refuseNames(session, caseId, { how, confirmedBy })
      insertReceipt(db, {
        ...{ id: env.newId(), disclosureId, receivedOn, how, confirmedBy },
        ...{ recordedBy: session.user.id, recordedAt: env.now() },
      })
      return { value: null, record: disclosureId }
    },

  'disclosure.withdraw':
    ({ session, env }, { disclosureId, why, replacedBy }) =>
    () => {
      const { db } = session.vault
      const disclosure = getDisclosure(db, disclosureId)
      const { caseId, kind, recipient } = disclosure
      if (kind !== 'pack')
        throw new ExpectedError('refused', 'Only a pack that was released can be withdrawn.')
      if (replacedBy !== null) refuseReplacement(disclosure, getDisclosure(db, replacedBy))
      refuseNames(session, caseId, { why })
      const now = env.now()
      withdrawDisclosure(db, { id: disclosureId, by: session.user.id, at: now, why, replacedBy })
      const cause = replacedBy === null ? 'withdrawn' : 'corrected'
      insertNotice(db, {
        ...{ id: env.newId(), caseId, recipient, cause, rectificationId: null },
        due: addDays(now.slice(0, 10), daysToNotify(cause)),
        ...{ raisedBy: session.user.id, raisedAt: now },
        disclosures: [disclosureId],
      })
      return { value: { notices: 1 }, record: disclosureId, detail: { cause } }
    },

  'disclosure.export': exportLog,
}
