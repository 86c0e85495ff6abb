import { getCase, isOnTeam } from '../../db/cases.ts'
import { getDisclosure } from '../../db/disclosures.ts'
import type { Notice } from '../../db/notices.ts'
import { findRegistered } from '../../db/recipients.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { isPersonKind, recipientKindTitles } from '../../domain/recipients/recipient.ts'
import type { NoticeView } from '../contract/disclosures.ts'
import type { Session } from '../host.ts'
import { addresseeOf } from '../packs/recipient.ts'

/** A notice with where it goes today, whoever stands there by then. */
export const noticeView = (session: Session, notice: Notice, today: string): NoticeView => {
  const { db } = session.vault
  const { id, n, caseId, recipient, cause, due, state, why, letterId, version } = notice
  const to = addresseeOf(db, caseId, recipient, today)
  const registered = findRegistered(db, recipient)
  const isHidden =
    registered !== undefined &&
    isPersonKind(registered.kind) &&
    !isAllowed(session.user.role, 'people-key:read', isOnTeam(db, caseId, session.user.id))
  const [asked = to.name] = to.insteadOf
  return {
    ...{ id, n, caseId, cause, due, state, why, letterId, version },
    caseTitle: getCase(db, caseId).title,
    recipient: isHidden ? recipientKindTitles[registered.kind] : asked,
    sendTo: to.insteadOf.length > 0 ? to.name : '',
    address: isHidden ? '' : to.address,
    email: isHidden ? '' : to.email,
    overdue: state === 'to-do' && due < today,
    disclosures: notice.disclosures.map((disclosureId) => ({
      id: disclosureId,
      at: getDisclosure(db, disclosureId).at,
    })),
  }
}
