import type { Disclosure, DisclosureKind, NewDisclosure } from '../../db/disclosures.ts'
import type { PackBasis } from '../../db/packs.ts'
import { roleTitles } from '../../domain/permissions/permissions.ts'
import type { Session } from '../host.ts'
import { addresseeOf } from '../packs/recipient.ts'

type Leaving = {
  readonly id: string
  readonly caseId: string
  readonly kind: Exclude<DisclosureKind, 'pack' | 'by-hand'>
  readonly basis: PackBasis
  readonly profile: string
  readonly choices?: Readonly<Record<string, string>>
  readonly records: Disclosure['records']
  readonly at: string
  readonly files: readonly {
    readonly name: string
    readonly format: string
    readonly sha256: string
    readonly bytes: Uint8Array
  }[]
}

const asFiles = ({ files }: Leaving): Disclosure['files'] =>
  files.map(({ name, format, sha256, bytes }) => ({ name, format, sha256, bytes: bytes.length }))

/** What leaves for somebody without the second person a pack needs: whoever lets it answers for it. */
const letBy = (session: Session, leaving: Leaving) => ({
  ...leaving,
  choices: leaving.choices ?? {},
  packId: null,
  approver: session.user.id,
  releasedBy: session.user.id,
  method: 'files in a folder',
  files: asFiles(leaving),
})

/** The log's entry for a letter or a template to somebody of the case or the register. */
export const toRecipient = (session: Session, recipient: string, leaving: Leaving): NewDisclosure => ({
  ...letBy(session, leaving),
  recipient,
  sentTo: addresseeOf(session.vault.db, leaving.caseId, recipient, leaving.at.slice(0, 10)),
})

/** The log's entry for what somebody of the review takes out of the vault for its work. */
export const forOwnUse = (session: Session, leaving: Leaving): NewDisclosure => ({
  ...letBy(session, leaving),
  recipient: session.user.id,
  sentTo: {
    name: session.user.name,
    address: '',
    email: '',
    contactRole: roleTitles[session.user.role],
    insteadOf: [],
  },
})

/** The usual ground for what the review's own people take out (Care Act 2014 s44; requirements section 4). */
export const ownUseBasis = (purpose: string, necessity: string): PackBasis => ({
  purpose,
  lawfulBasis: 'UK GDPR Article 6(1)(e) and Article 9(2)(g)',
  power: 'Care Act 2014 section 44',
  necessity,
})
