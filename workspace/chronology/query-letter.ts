import { getAgency } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { countEntriesByAgency } from '../../db/entry-list.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import {
  noContactLetter,
  noContactWords,
  type LetterWords,
  type NoContactQuery,
} from '../../domain/chronology/no-contact-letter.ts'
import { addDays, type Span } from '../../domain/dates/calendar.ts'
import type { PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { LetterFinding } from '../contract/no-contact.ts'
import { leavingWords, type LeavingWords } from '../packs/leaving-words.ts'
import { refuseAtGate } from '../packs/refuse-at-gate.ts'
import { sha256 } from '../sha256.ts'

/** Agencies are used to three weeks for a records check (requirements section 1, scoping information). */
const usualDaysToReply = 21

export type LetterOrder = {
  readonly caseId: string
  readonly agencyId: string
  readonly stretches: readonly Span[]
  readonly replyBy?: string | undefined
  readonly words?: LetterWords | undefined
  readonly namesNobody?: readonly string[]
}

/** A letter in the making, and what its writing is held against. */
export type DraftLetter = {
  readonly document: PackDocument
  readonly words: LetterWords
  readonly replyBy: string
  readonly found: readonly LetterFinding[]
  readonly leaving: LeavingWords
}

/**
 * Drafts a query with the words given, or those it begins with. Whatever the key must not let out of the case's own
 * records (a title, an agency that has a code) stands under its pseudonym; what a person wrote is searched, not changed.
 */
export const draftLetter = (db: Db, order: LetterOrder, now: string): DraftLetter => {
  const { caseId, agencyId, stretches } = order
  const { reviewPeriodStart: from, reviewPeriodEnd: to } = getCase(db, caseId)
  if (from === null || to === null)
    throw new ExpectedError(
      'invalid',
      'The case has no review period, so no agency can be asked about part of it.',
    )
  const leaving = leavingWords(db, caseId, getAgency(db, caseId, agencyId).name, order.namesNobody)
  const writtenOn = now.slice(0, 10)
  const query: NoContactQuery = {
    agency: leaving.agency,
    caseReference: leaving.caseReference,
    codeName: leaving.codeName,
    board: leaving.board,
    reviewPeriod: { from, to },
    stretches: [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1)),
    hasChronology: (countEntriesByAgency(db, caseId).get(agencyId) ?? 0) > 0,
    writtenOn,
    replyBy: order.replyBy ?? addDays(writtenOn, usualDaysToReply),
    timestamp: now,
  }
  const words = order.words ?? noContactWords(query)
  return {
    document: noContactLetter(query, words),
    words,
    replyBy: query.replyBy,
    found: (['before', 'after'] as const).flatMap((part) =>
      leaving.find(words[part]).map((finding): LetterFinding => ({ part, ...finding })),
    ),
    leaving,
  }
}

const formats = ['docx', 'pdf'] as const satisfies readonly PackFormat[]

/** Writes the letter in memory; refuses what may identify somebody, and what the gate finds in the files. */
export const writeLetter = async ({ document, found, leaving }: DraftLetter, n: number) => {
  const [first] = found
  if (first)
    throw new ExpectedError(
      'refused',
      'The letter holds something that may identify somebody. Put a code or a role in its place, or say that it names nobody. Nothing left.',
      [{ path: `words.${first.part}`, message: 'Something in this part may identify somebody' }],
    )
  const files = await Promise.all(
    formats.map(async (format) => {
      const bytes = await writeDocument(document, format)
      return { name: `query-${n}.${format}`, format, bytes, sha256: sha256(bytes) }
    }),
  )
  return refuseAtGate(files, leaving, document)
}
