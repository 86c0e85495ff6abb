import { countEntriesByAgency } from '../../db/entry-list.ts'
import { getAgency } from '../../db/agencies.ts'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { listDecisions } from '../../db/decisions.ts'
import { readPeopleKey } from '../../db/people-key.ts'
import { writeDocument } from '../../documents/write/write-document.ts'
import {
  noContactLetter,
  noContactWords,
  type LetterWords,
  type NoContactQuery,
} from '../../domain/chronology/no-contact-letter.ts'
import { addDays, type Span } from '../../domain/dates/calendar.ts'
import type { PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { prepareRoster, redact, type PreparedRoster } from '../../domain/redaction/redact.ts'
import type { RedactionDecision } from '../../domain/redaction/redaction.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { LetterFinding } from '../contract/no-contact.ts'
import { examineFiles } from '../packs/gate.ts'
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
  readonly roster: Roster
  readonly prepared: PreparedRoster
  readonly decisions: readonly RedactionDecision[]
}

/**
 * Drafts a query with the words given, or those it begins with. Whatever the key must not let out of the case's own
 * records (a title, an agency that has a code) stands under its pseudonym; what a person wrote is searched, not changed.
 */
export const draftLetter = (db: Db, order: LetterOrder, now: string): DraftLetter => {
  const { caseId, agencyId, stretches } = order
  const record = getCase(db, caseId)
  if (record.reviewPeriodStart === null || record.reviewPeriodEnd === null)
    throw new ExpectedError(
      'invalid',
      'The case has no review period, so no agency can be asked about part of it.',
    )
  const roster = readPeopleKey(db, caseId)
  const prepared = prepareRoster(roster)
  const decided = listDecisions(db, caseId)
  const shown = (text: string): string =>
    redact(text, prepared, { audience: 'agencies', decisions: decided }).text
  const agency = shown(getAgency(db, caseId, agencyId).name)
  const board = shown(record.board === '' ? 'The Safeguarding Adults Board' : record.board)
  // Who writes, to whom, and the case's reference are what a letter is for.
  const decisions: readonly RedactionDecision[] = [
    ...decided,
    ...[record.ref, board, agency, ...(order.namesNobody ?? [])].map((text) => ({
      ...{ text, decision: 'keep' as const },
    })),
  ]
  const look = (text: string) => redact(text, prepared, { audience: 'agencies', decisions })
  const writtenOn = now.slice(0, 10)
  const replyBy = order.replyBy ?? addDays(writtenOn, usualDaysToReply)
  const query: NoContactQuery = {
    agency,
    caseReference: record.ref,
    codeName: shown(record.title),
    board,
    reviewPeriod: { from: record.reviewPeriodStart, to: record.reviewPeriodEnd },
    stretches: [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1)),
    hasChronology: (countEntriesByAgency(db, caseId).get(agencyId) ?? 0) > 0,
    writtenOn,
    replyBy,
    timestamp: now,
  }
  const words = order.words ?? noContactWords(query)
  const found = (['before', 'after'] as const).flatMap((part): readonly LetterFinding[] => {
    const text = words[part]
    const { spans, candidates } = look(text)
    return [
      ...spans.map(({ start, end, kind, replacement }) => ({
        ...{ part, text: text.slice(start, end), kind, replacement },
        why: 'The people key or a pattern knows this.',
      })),
      ...candidates.map(({ start, end, kind, why }) => ({
        ...{ part, text: text.slice(start, end), kind, why },
        replacement: null,
      })),
    ]
  })
  return {
    document: noContactLetter(query, words),
    words,
    replyBy,
    found: distinct(found),
    roster,
    prepared,
    decisions,
  }
}

const distinct = (found: readonly LetterFinding[]): readonly LetterFinding[] => [
  ...new Map(found.map((one) => [`${one.part} ${one.text}`, one])).values(),
]

const formats = ['docx', 'pdf'] as const satisfies readonly PackFormat[]

/** Writes the letter in memory and lets the gate open every file again; refuses, in words that repeat no text of it, what the gate finds. */
export const writeLetter = async (letter: DraftLetter, n: number) => {
  const [first] = letter.found
  if (first)
    throw new ExpectedError(
      'refused',
      'The letter holds something that may identify somebody. Put a code or a role in its place, or say that it names nobody. Nothing left.',
      [{ path: `words.${first.part}`, message: 'Something in this part may identify somebody' }],
    )
  const files = await Promise.all(
    formats.map(async (format) => {
      const bytes = await writeDocument(letter.document, format)
      return { name: `query-${n}.${format}`, format, bytes, sha256: sha256(bytes) }
    }),
  )
  const { leaks, problems } = await examineFiles(
    files,
    letter.roster,
    letter.prepared,
    { audience: 'agencies', decisions: letter.decisions },
    letter.document,
  )
  const [leak] = leaks
  if (leak)
    throw new ExpectedError(
      'refused',
      `Something of the people key was found in ${leak.file} (${leak.where}). Nothing left.`,
    )
  if (problems.length > 0) throw new ExpectedError('refused', `${problems.join(' ')} Nothing left.`)
  return files
}
