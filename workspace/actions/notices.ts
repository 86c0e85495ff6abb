import { getCase, isOnTeam } from '../../db/cases.ts'
import { getNotice, listNotices, moveNotice, type Notice } from '../../db/notices.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { nextStates, noticeStateTitles, type NoticeState } from '../../domain/rights/notice.ts'
import { ExpectedError } from '../../domain/result.ts'
import { draftNotice, writeNotice } from '../disclosures/notice-letter.ts'
import { toRecipient } from '../disclosures/leaving.ts'
import { noticeView } from '../disclosures/show-notices.ts'
import type { Handlers } from '../host.ts'
import { leaveOnRecord } from '../leave-on-record.ts'
import { refuseInsideVault } from '../write-files.ts'

type Names = 'notice.list' | 'notice.letter' | 'notice.send' | 'notice.settle'

const basis = {
  purpose: 'To tell a recipient that what it was sent has been rectified or withdrawn.',
  lawfulBasis: 'UK GDPR Article 6(1)(c) and Article 9(2)(g)',
  power: 'UK GDPR Article 19; Care Act 2014 section 44',
  necessity:
    'The recipient would go on relying on what is wrong. The letter names the pack and the correction, and nobody.',
}

const refuseMove = ({ state }: Notice, to: NoticeState): void => {
  if (nextStates(state).includes(to)) return
  throw new ExpectedError(
    'refused',
    `This notice is settled as it is: ${noticeStateTitles[state].toLowerCase()}.`,
  )
}

const refuseStale = (notice: Notice, version: number): void => {
  if (notice.version === version) return
  throw new ExpectedError('conflict', 'Somebody changed this notice since you opened it. Look at it again.')
}

export const noticeActions: Handlers<Names> = {
  'notice.list':
    ({ session, env }, { caseId }) =>
    () => {
      const { vault, user } = session
      const today = env.now().slice(0, 10)
      const value = listNotices(vault.db, caseId)
        .filter((notice) =>
          isAllowed(user.role, 'disclosure:read', isOnTeam(vault.db, notice.caseId, user.id)),
        )
        .map((notice) => noticeView(session, notice, today))
      return { value }
    },

  'notice.letter':
    ({ session, env }, { noticeId }) =>
    () => {
      const { db } = session.vault
      const notice = getNotice(db, noticeId)
      const { document, to, found } = draftNotice(db, notice, env.now())
      return { value: { document, to, found }, record: noticeId, version: notice.version }
    },

  'notice.send': async (context, { noticeId, version, namesNobody, out }) => {
    const { session, env } = context
    const { db } = session.vault
    const notice = getNotice(db, noticeId)
    const { caseId, recipient } = notice
    const now = env.now()
    refuseInsideVault(session.vault.dir, out)
    refuseStale(notice, version)
    refuseMove(notice, 'sent')
    const draft = draftNotice(db, notice, now, namesNobody)
    const files = await writeNotice(draft, notice.n)
    const letterId = env.newId()
    const detail = await leaveOnRecord(context, {
      ...{ action: 'notice.send', caseId, out, files, detail: { notice: notice.n } },
      disclosures: [
        toRecipient(session, recipient, {
          ...{
            id: letterId,
            caseId,
            kind: 'letter',
            basis,
            profile: 'notice to a recipient',
            at: now,
            files,
          },
          records: [{ id: caseId, version: getCase(db, caseId).version }],
        }),
      ],
    })
    return () => {
      const moved = moveNotice(db, {
        ...{ id: noticeId, version, state: 'sent', why: '', letterId },
        ...{ by: session.user.id, at: env.now() },
      })
      return {
        value: {
          version: moved,
          files: files.map(({ name, format, sha256, bytes }) => ({
            ...{ name, format, sha256, bytes: bytes.length },
          })),
        },
        record: noticeId,
        version: moved,
        detail,
      }
    }
  },

  'notice.settle':
    ({ session, env }, { noticeId, version, state, why }) =>
    () => {
      const { db } = session.vault
      const notice = getNotice(db, noticeId)
      refuseStale(notice, version)
      refuseMove(notice, state)
      const moved = moveNotice(db, {
        ...{ id: noticeId, version, state, why, letterId: notice.letterId },
        ...{ by: session.user.id, at: env.now() },
      })
      return { value: { version: moved }, record: noticeId, version: moved, detail: { state } }
    },
}
