import { z } from 'zod'
import type { Silence } from '../../domain/chronology/account-for-silences.ts'
import {
  statementKinds,
  statementMeans,
  type StatementKind,
  type StatementMeans,
} from '../../domain/chronology/contact-statement.ts'
import type { LetterWords } from '../../domain/chronology/no-contact-letter.ts'
import type { Span } from '../../domain/dates/calendar.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import type { WordsFinding } from './words-finding.ts'
import type { PackFileView } from '../views.ts'
import { action, chosenPath, id, isoDate, pseudonyms, shortText, type Action } from './action.ts'

/** Where each agency's record is silent in the review period, and who accounts for it. Days are `YYYY-MM-DD`. */
export type NoContactView = {
  /** Null where the case has no review period: then nothing can be silent. */
  readonly period: Span | null
  /** Days from which a silence counts in this case; version 0 until somebody chose. */
  readonly length: { readonly days: number; readonly version: number }
  readonly agencies: readonly AgencySilences[]
  /** Newest letter last. */
  readonly queries: readonly QueryView[]
  /** Statements taken down by hand that answer no query, those withdrawn too. */
  readonly statements: readonly StatementView[]
}

export type AgencySilences = {
  readonly agencyId: string
  readonly agency: string
  readonly entries: number
  readonly silences: readonly Silence[]
  /** Statements of no contact in the agency's file, where and in what words. */
  readonly statedInFile: readonly (Span & {
    readonly entryId: string
    readonly where: string
    readonly words: string
  })[]
}

/**
 * `unsent`: its letter's files were never written. `filled`: entries or statements imported since leave nothing of it.
 * `received`: the agency's records are here and not imported yet.
 */
export const queryStates = ['unsent', 'waiting', 'to-follow', 'received', 'declared', 'filled'] as const
export type QueryState = (typeof queryStates)[number]

export type QueryView = Span & {
  readonly id: string
  readonly letterId: string
  readonly letter: number
  readonly agencyId: string
  readonly askedBy: string
  readonly askedAt: string
  readonly replyBy: string
  readonly state: QueryState
  readonly overdue: boolean
  /** What of its stretch is still without an entry or a statement. */
  readonly stillAsked: readonly Span[]
  /** The import that closed it. */
  readonly filledBy: {
    readonly entries: number
    readonly file: string
    readonly importedAt: string
    readonly importedBy: string
  } | null
  readonly statements: readonly StatementView[]
  readonly version: number
}

export type StatementView = Span & {
  readonly id: string
  readonly agencyId: string
  readonly kind: StatementKind
  readonly saidBy: string
  readonly saidOn: string
  readonly means: StatementMeans
  readonly note: string
  readonly recordedBy: string
  readonly recordedAt: string
  readonly withdrawn: { readonly by: string; readonly at: string } | null
}

/** Something in a letter's words that may identify somebody. */
export type LetterFinding = WordsFinding & { readonly part: keyof LetterWords }

export type LetterView = {
  readonly document: PackDocument
  readonly words: LetterWords
  readonly replyBy: string
  readonly found: readonly LetterFinding[]
}

export type SentLetterView = {
  readonly letter: number
  readonly agencyId: string
  readonly askedBy: string
  readonly askedAt: string
  readonly replyBy: string
  readonly document: PackDocument
}

export type SentLetterReport = {
  readonly letterId: string
  readonly letter: number
  readonly disclosureId: string
  readonly files: readonly PackFileView[]
}

const span = z
  .object({ from: isoDate, to: isoDate })
  .refine(({ from, to }) => from <= to, { message: 'must end on or after the day it begins', path: ['to'] })
const longText = z.string().trim().max(4_000)
const wordsSchema = z.object({ before: z.string().max(20_000), after: z.string().max(20_000) })

const said = {
  /** Who at the agency said so: a role does. */
  saidBy: shortText,
  saidOn: isoDate,
  means: z.enum(statementMeans),
  note: longText.default(''),
}

export const statementSchema = z.object({ caseId: id, agencyId: id, from: isoDate, to: isoDate, ...said })

export const answerSchema = z.object({
  caseId: id,
  queryId: id,
  version: z.number().int().min(1),
  kind: z.enum(statementKinds),
  ...said,
})

const letter = { caseId: id, agencyId: id, stretches: z.array(span).min(1, 'Choose a period to ask about') }

export const noContactContract = {
  'no-contact.show': action<NoContactView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      caseId: id,
      /** Another length than the case's own, to look with; nothing is kept. */
      atLeastDays: z.number().int().min(1).max(3_660).optional(),
      pseudonyms,
    }),
  ),
  'no-contact.set-length': action<{ readonly days: number; readonly version: number }>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({
      caseId: id,
      days: z.number().int().min(1, 'Enter at least 1 day').max(3_660, 'Enter at most 3,660 days'),
      version: z.number().int().min(0),
    }),
  ),
  'no-contact.state': action<{ readonly statementId: string }>()(
    'chronology:import',
    'caseId',
    'write',
    statementSchema,
  ),
  'no-contact.answer': action<{ readonly statementId: string; readonly version: number }>()(
    'chronology:import',
    'caseId',
    'write',
    answerSchema,
  ),
  'no-contact.withdraw': action<null>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({ caseId: id, statementId: id }),
  ),
  'no-contact.letter': action<LetterView>()(
    'chronology:import',
    'caseId',
    'read',
    z.object({ ...letter, replyBy: isoDate.optional(), words: wordsSchema.optional() }),
  ),
  'no-contact.send': action<SentLetterReport>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({
      ...letter,
      replyBy: isoDate,
      words: wordsSchema,
      /** Words that look like a name and that a person says name nobody. */
      namesNobody: z.array(z.string().min(1).max(500)).default([]),
      out: chosenPath,
    }),
  ),
  'no-contact.sent': action<SentLetterView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, letterId: id, pseudonyms }),
  ),
} as const satisfies Readonly<Record<string, Action>>
