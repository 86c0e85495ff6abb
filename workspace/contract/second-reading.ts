import { z } from 'zod'
import type { CandidateView } from '../views.ts'
import { action, id, shortText, type Action } from './action.ts'

export type ReaderAnswer = {
  readonly decision: 'keep' | 'replace'
  readonly entity: string | null
  readonly replacement: string | null
  readonly reason: string
  readonly by: string
}

/** A question without anything that somebody else decided about it. */
export type BlindQuestion = Pick<CandidateView, 'id' | 'text' | 'entities' | 'places'> & {
  /** What this reader answered; it stands. */
  readonly mine: Omit<ReaderAnswer, 'by'> | null
}

export type ReadingDifference = Pick<CandidateView, 'id' | 'text' | 'places'> & {
  /** Each different answer of the first readers; none where they decided nothing about just these words. */
  readonly first: readonly ReaderAnswer[]
  readonly second: ReaderAnswer
  readonly settlement: {
    readonly chosen: 'first' | 'second'
    readonly reason: string
    readonly by: string
    readonly at: string
  } | null
}

/** A second reading as this person may see it now: nobody sees the other's answers before both have answered all. */
export type SecondReadingView =
  | { readonly state: 'not-asked' }
  | { readonly state: 'reads'; readonly unread: number; readonly questions: readonly BlindQuestion[] }
  | {
      readonly state: 'waits'
      readonly for: 'second-reader' | 'first-reader'
      readonly unread: number
      readonly total: number
    }
  | {
      readonly state: 'compared'
      readonly total: number
      readonly agreed: number
      readonly unsettled: number
      readonly differences: readonly ReadingDifference[]
    }

const ofPack = z.object({ packId: id })

export const secondReadingContract = {
  'pack.second-reading': action<SecondReadingView>()('pack:review', 'packId', 'read', ofPack),
  'pack.ask-second-reading': action<SecondReadingView>()('pack:review', 'packId', 'write', ofPack),
  'pack.read-second': action<SecondReadingView>()(
    'pack:review',
    'packId',
    'write',
    z
      .object({
        packId: id,
        question: id,
        decision: z.enum(['keep', 'replace']),
        entity: id.optional(),
        replacement: shortText.optional(),
        reason: z.string().trim().max(2_000).default(''),
      })
      .refine(
        ({ decision, entity, replacement }) =>
          decision === 'keep' || entity !== undefined || replacement !== undefined,
        { message: 'Say who or what this is, or give the words to put in its place', path: ['replacement'] },
      ),
  ),
  'pack.settle-reading': action<SecondReadingView>()(
    'pack:review',
    'packId',
    'write',
    z.object({
      packId: id,
      question: id,
      chosen: z.enum(['first', 'second']),
      reason: z.string().trim().min(1, 'Say why').max(2_000),
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
