import { listContributions } from '../../db/contributions.ts'
import { getCase, isOnTeam } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { listDisclosures, type Disclosure } from '../../db/disclosures.ts'
import { listEntriesById } from '../../db/entry-dates.ts'
import { listAgencies } from '../../db/agencies.ts'
import { listNotices } from '../../db/notices.ts'
import { getPack } from '../../db/packs.ts'
import { listReceipts, type Receipt } from '../../db/receipts.ts'
import { findRegistered } from '../../db/recipients.ts'
import { standingEntries } from '../../db/records.ts'
import { getUser } from '../../db/users.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { isPersonKind, recipientKindTitles } from '../../domain/recipients/recipient.ts'
import type { DisclosureInFull, DisclosureView, ReceiptView } from '../contract/disclosures.ts'
import type { Session } from '../host.ts'
import type { PackFileView } from '../views.ts'
import { noticeView } from './show-notices.ts'

/** Who received, as this person may read it: a person's name only with the people key of the review. */
export const recipientShown = (
  session: Session,
  { caseId, recipient, sentTo }: Pick<Disclosure, 'caseId' | 'recipient' | 'sentTo'>,
): { readonly name: string; readonly isNamed: boolean; readonly sentTo: string } => {
  const { db } = session.vault
  const registered = findRegistered(db, recipient)
  const [asked = sentTo.name] = sentTo.insteadOf
  if (!registered || !isPersonKind(registered.kind)) {
    const agency = listAgencies(db, caseId).find(({ agencyId }) => agencyId === recipient)?.name
    const name = agency ?? (asked === '' ? (registered?.name ?? recipient) : asked)
    return { name, isNamed: false, sentTo: sentTo.insteadOf.length > 0 ? sentTo.name : '' }
  }
  const isNamed = isAllowed(session.user.role, 'people-key:read', isOnTeam(db, caseId, session.user.id))
  return { name: isNamed ? asked : recipientKindTitles[registered.kind], isNamed, sentTo: '' }
}

const receiptView = (db: Db, receipt: Receipt): ReceiptView => ({
  receivedOn: receipt.receivedOn,
  how: receipt.how,
  confirmedBy: receipt.confirmedBy,
  recordedBy: getUser(db, receipt.recordedBy)?.name ?? '',
})

export const disclosureView = (session: Session, disclosure: Disclosure): DisclosureView => {
  const { db } = session.vault
  const { id, caseId, kind, packId, basis, method, at, state, withdrawn } = disclosure
  const nameOf = (userId: string): string => getUser(db, userId)?.name ?? ''
  const builtBy = packId === null ? disclosure.releasedBy : getPack(db, packId).builtBy
  const shown = recipientShown(session, disclosure)
  const receipt = listReceipts(db, id).at(-1)
  return {
    ...{ id, caseId, kind, packId, basis, method, at, state },
    ...{ recipient: shown.name, isNamed: shown.isNamed, sentTo: shown.sentTo },
    caseTitle: getCase(db, caseId).title,
    profile: disclosure.profile,
    records: disclosure.records.length,
    builtBy: nameOf(builtBy),
    approvedBy: nameOf(disclosure.approver),
    releasedBy: nameOf(disclosure.releasedBy),
    files: disclosure.files.map((file) => ({ ...file, format: file.format as PackFileView['format'] })),
    receipt: receipt ? receiptView(db, receipt) : null,
    withdrawn: withdrawn && { ...withdrawn, by: nameOf(withdrawn.by) },
  }
}

/** Records by reference, never by what they say: which agency's, at which version, and which version stands now. */
const recordList = (db: Db, { caseId, records }: Disclosure): DisclosureInFull['recordList'] => {
  const names = new Map(listAgencies(db, caseId).map(({ agencyId, name }) => [agencyId, name]))
  const nameOf = (agencyId: string): string => names.get(agencyId) ?? ''
  const entries = new Map(
    listEntriesById(
      db,
      caseId,
      records.map(({ id }) => id),
    ).map((entry) => [entry.id, entry]),
  )
  const now = standingEntries(
    db,
    caseId,
    [...entries.values()].map(({ recordId }) => recordId),
  )
  const contributions = new Map(listContributions(db, caseId).map((one) => [one.id, one]))
  return records.map(({ id, version }) => {
    if (id === caseId)
      return { ...{ id, version }, kind: 'review' as const, agency: '', now: getCase(db, caseId).version }
    const entry = entries.get(id)
    if (entry)
      return {
        ...{ id, version },
        kind: 'entry' as const,
        agency: nameOf(entry.agencyId),
        now: now.get(entry.recordId)?.version ?? null,
      }
    const contribution = contributions.get(id)
    return contribution
      ? {
          ...{ id, version },
          kind: 'contribution' as const,
          agency: nameOf(contribution.agencyId),
          now: version,
        }
      : { ...{ id, version }, kind: 'other' as const, agency: '', now: null }
  })
}

export const disclosureInFull = (
  session: Session,
  disclosure: Disclosure,
  today: string,
): DisclosureInFull => {
  const { db } = session.vault
  const { id, caseId, sentTo, choices, recipient, at } = disclosure
  const view = disclosureView(session, disclosure)
  const registered = findRegistered(db, recipient)
  const isHidden = registered !== undefined && isPersonKind(registered.kind) && !view.isNamed
  return {
    ...view,
    address: isHidden ? '' : sentTo.address,
    email: isHidden ? '' : sentTo.email,
    contactRole: sentTo.contactRole,
    choices: Object.entries(choices).map(([what, chosen]) => ({ what, chosen })),
    recordList: recordList(db, disclosure),
    receipts: listReceipts(db, id).map((receipt) => receiptView(db, receipt)),
    notices: listNotices(db, caseId)
      .filter(({ disclosures }) => disclosures.includes(id))
      .map((notice) => noticeView(session, notice, today)),
    replacements: listDisclosures(db, { caseId, state: 'done' })
      .filter(
        (other) =>
          other.recipient === recipient && other.kind === 'pack' && other.at > at && other.withdrawn === null,
      )
      .map((other) => ({ id: other.id, at: other.at })),
  }
}
