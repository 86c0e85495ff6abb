import { getCase, listCases } from '../../db/cases.ts'
import { listDisclosures, type Disclosure } from '../../db/disclosures.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import { disclosureLogDocument, type LoggedDisclosure } from '../../domain/packs/disclosure-log-document.ts'
import { disclosureKindTitles, methodInWords } from '../../domain/packs/disclosure-words.ts'
import { fingerprintOf } from '../../domain/packs/fingerprint.ts'
import { profileIds, profiles } from '../../domain/packs/profile.ts'
import { ExpectedError } from '../../domain/result.ts'
import { recipientKindTitles } from '../../domain/recipients/recipient.ts'
import { findRegistered } from '../../db/recipients.ts'
import { readingsToLeave } from '../chronology/show-entries.ts'
import type { Handler, Session } from '../host.ts'
import { leaveOnRecord } from '../leave-on-record.ts'
import { caseKey, refuseAtGates } from '../packs/refuse-at-gate.ts'
import { sha256 } from '../sha256.ts'
import { refuseInsideVault } from '../write-files.ts'
import { forOwnUse, ownUseBasis } from './leaving.ts'
import { disclosureView } from './show-disclosures.ts'

const stateOf = ({ state, withdrawn }: Disclosure): string =>
  withdrawn ? `Withdrawn: ${withdrawn.why}` : state === 'done' ? 'Released' : 'Begun, not finished'

const isProfile = (id: string): id is keyof typeof profiles => profileIds.some((known) => known === id)

/** An entry of the log as it leaves: texts as pseudonyms, a person by what they are, records and files by reference. */
const lineOf = (session: Session, disclosure: Disclosure): LoggedDisclosure => {
  const { id, caseId, recipient, basis, records, files, at, choices } = disclosure
  const { text } = readingsToLeave(session, caseId)
  const view = disclosureView(session, disclosure)
  const registered = findRegistered(session.vault.db, recipient)
  const name = view.isNamed && registered ? recipientKindTitles[registered.kind] : text(view.recipient)
  const receipt = view.receipt
  return {
    reference: fingerprintOf(id),
    on: at.slice(0, 10),
    review: getCase(session.vault.db, caseId).ref,
    recipient: name,
    sentTo: text(view.sentTo),
    kind: disclosureKindTitles[disclosure.kind],
    profile: isProfile(disclosure.profile) ? profiles[disclosure.profile].title : '',
    choices: text(
      Object.entries(choices)
        .map(([what, chosen]) => `${what}: ${chosen}`)
        .join('. '),
    ),
    purpose: text(basis.purpose),
    lawfulBasis: basis.lawfulBasis,
    power: text(basis.power),
    necessity: text(basis.necessity),
    approvedBy: view.approvedBy,
    releasedBy: view.releasedBy,
    method: methodInWords(view.method),
    receipt: receipt
      ? text(`${receipt.receivedOn}, ${receipt.how}, confirmed by ${receipt.confirmedBy}`)
      : '',
    state: text(stateOf(disclosure)),
    files: files.map((file) => ({ name: file.name, sha256: fingerprintOf(file.sha256) })),
    records: records.map((record) => ({ reference: fingerprintOf(record.id), version: record.version })),
  }
}

/** The log, of one review or of all, through the writers and the gate of every review in it; that it left is in the log. */
export const exportLog: Handler<'disclosure.export'> = async (
  context,
  { caseId, formats, necessity, out },
) => {
  const { session, env } = context
  const { db } = session.vault
  refuseInsideVault(session.vault.dir, out)
  const now = env.now()
  const disclosures = listDisclosures(db, { caseId }).toReversed()
  if (disclosures.length === 0)
    throw new ExpectedError('refused', 'Nothing has left this vault, so there is no log to export.')
  const reviews = listCases(db).filter(({ id }) => disclosures.some((one) => one.caseId === id))
  const document = disclosureLogDocument(
    disclosures.map((disclosure) => lineOf(session, disclosure)),
    { board: session.vault.name, timestamp: now },
  )
  const files = await Promise.all(
    [...new Set(formats)].map(async (format) => {
      const bytes = await writeDocument(document, format)
      return { name: `disclosure-log.${format}`, format, bytes, sha256: sha256(bytes) }
    }),
  )
  const keys = reviews.map(({ id }) => caseKey(db, id))
  const leaving = await refuseAtGates(files, keys, document)
  const detail = await leaveOnRecord(context, {
    ...{ action: 'disclosure.export', caseId: caseId ?? null, out, files: leaving },
    detail: { entries: disclosures.length, formats: [...new Set(formats)].join(', ') },
    disclosures: reviews.map((review) =>
      forOwnUse(session, {
        ...{ id: env.newId(), caseId: review.id, kind: 'log', at: now, files, profile: 'disclosure log' },
        basis: ownUseBasis('To account for what was disclosed.', necessity),
        records: [{ id: review.id, version: review.version }],
      }),
    ),
  })
  return () => ({
    value: {
      disclosures: disclosures.length,
      files: files.map(({ name, format, sha256: hash, bytes }) => ({
        ...{ name, format, sha256: hash, bytes: bytes.length },
      })),
    },
    detail,
  })
}
