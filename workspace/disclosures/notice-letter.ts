import type { Db } from '../../db/database.ts'
import { getDisclosure } from '../../db/disclosures.ts'
import type { Notice } from '../../db/notices.ts'
import { getPack } from '../../db/packs.ts'
import { listRectifications } from '../../db/rectifications.ts'
import { versionsOfRecord } from '../../db/entries.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import { fieldTitle } from '../../domain/chronology/field-titles.ts'
import { addDays } from '../../domain/dates/calendar.ts'
import { fingerprintOf } from '../../domain/packs/fingerprint.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import { noticeLetter, type NoticeFacts } from '../../domain/rights/notice-letter.ts'
import { ExpectedError } from '../../domain/result.ts'
import { leavingWords, type LeavingWords } from '../packs/leaving-words.ts'
import { reviewOf } from '../packs/pack-views.ts'
import { addresseeOf } from '../packs/recipient.ts'
import { refuseAtGate } from '../packs/refuse-at-gate.ts'
import { sha256 } from '../sha256.ts'

/** Recipients are given two weeks to confirm. */
const daysToAnswer = 14

export type DraftNotice = {
  readonly document: PackDocument
  readonly to: string
  readonly found: readonly string[]
  readonly leaving: LeavingWords
}

type SentEntry = { readonly passages: readonly Passage[]; readonly isExact: boolean }

const passagesSent = (db: Db, packId: string | null, entryIds: ReadonlySet<string>): SentEntry => {
  if (packId === null) return { passages: [], isExact: false }
  const pack = getPack(db, packId)
  return {
    passages: reviewOf(pack).passages.filter(({ id }) => entryIds.has(id.split(':')[1] ?? '')),
    isExact: pack.choices.dates === 'exact',
  }
}

/** “Entry E12” of a passage's place, without the agency that follows. */
const placeOf = ({ passages }: SentEntry): string => passages[0]?.where.split(',')[0] ?? ''

/** The part was sent as it was recorded: a recipient who was given the month is not told the day by its correction. */
const wasSent = ({ passages, isExact }: SentEntry, field: string): boolean =>
  isExact && passages.some(({ id }) => id.endsWith(`:${field}`))

/**
 * Drafts the letter of a notice to whoever stands in the recipient's place on the day. Texts of the case stand under
 * pseudonyms; what a person wrote is searched as well for what may be a name.
 */
export const draftNotice = (
  db: Db,
  notice: Notice,
  now: string,
  namesNobody: readonly string[] = [],
): DraftNotice => {
  const { caseId, recipient, cause } = notice
  const writtenOn = now.slice(0, 10)
  const addressee = addresseeOf(db, caseId, recipient, writtenOn)
  const leaving = leavingWords(db, caseId, addressee.name, [
    ...namesNobody,
    ...[addressee.address, addressee.contactRole, ...addressee.insteadOf].filter((text) => text !== ''),
  ])
  const rectification = listRectifications(db, caseId).find(({ id }) => id === notice.rectificationId)
  const entryIds = new Set(
    rectification ? versionsOfRecord(db, rectification.recordId).map(({ id }) => id) : [],
  )
  const sendings = notice.disclosures.map((id) => getDisclosure(db, id))
  const sent = sendings.map(({ packId }) => passagesSent(db, packId, entryIds))
  const withdrawn = sendings.find((one) => one.withdrawn !== null)?.withdrawn ?? null
  const replacement =
    withdrawn === null || withdrawn.replacedBy === null ? null : getDisclosure(db, withdrawn.replacedBy)
  const why = withdrawn?.why ?? ''
  const tells = rectification !== undefined && sent.some((one) => wasSent(one, rectification.field))
  const facts: NoticeFacts = {
    addressee: {
      name: leaving.agency,
      contactRole: addressee.contactRole,
      address: addressee.address,
    },
    insteadOf: addressee.insteadOf.map(leaving.shown),
    board: leaving.board,
    caseReference: leaving.caseReference,
    codeName: leaving.codeName,
    packs: sendings.map(({ id, at }, index) => ({
      reference: fingerprintOf(id),
      sentOn: at.slice(0, 10),
      place: rectification && sent[index] ? placeOf(sent[index]) : '',
    })),
    why: leaving.shown(why),
    replacement: replacement && {
      reference: fingerprintOf(replacement.id),
      sentOn: replacement.at.slice(0, 10),
    },
    correction: tells
      ? {
          kind: rectification.kind,
          field: fieldTitle(rectification.field),
          stands: leaving.shown(rectification.stands),
        }
      : null,
    writtenOn,
    answerBy: addDays(writtenOn, daysToAnswer),
    timestamp: now,
  }
  const written = [facts.why, facts.correction?.stands ?? '']
  return {
    document: noticeLetter(cause, facts),
    to: addressee.name,
    found: [...new Set(written.flatMap((text) => leaving.find(text).map((one) => one.text)))],
    leaving,
  }
}

/** Writes the letter in memory; refuses what may identify somebody, and what the gate finds in the files. */
export const writeNotice = async ({ document, found, leaving }: DraftNotice, n: number) => {
  if (found.length > 0)
    throw new ExpectedError(
      'refused',
      'The letter holds something that may identify somebody. Say that it names nobody, or record the correction anew without it. Nothing left.',
      [{ path: 'namesNobody', message: 'Something in the letter may identify somebody' }],
    )
  const files = await Promise.all(
    (['docx', 'pdf'] as const).map(async (format) => {
      const bytes = await writeDocument(document, format)
      return { name: `notice-${n}.${format}`, format, bytes, sha256: sha256(bytes) }
    }),
  )
  return refuseAtGate(files, leaving, document)
}
