import { z } from 'zod'
import type { SearchItem } from '../../domain/packs/intruder-checklist.ts'
import { action, id, type Action } from './action.ts'

export type SearchItemView = SearchItem & {
  readonly answer: {
    readonly answer: 'not-found' | 'accepted'
    readonly reason: string
    readonly by: string
    readonly at: string
  } | null
}

/** What somebody could search for in a pack as it stands, and whether its profile demands that each is answered. */
export type SearchesView = {
  readonly isDemanded: boolean
  readonly open: number
  readonly items: readonly SearchItemView[]
}

export const searchAnswerSchema = z
  .object({
    item: z.string().min(1).max(2_000),
    answer: z.enum(['not-found', 'accepted', 'withdrawn']),
    reason: z.string().trim().max(2_000).default(''),
  })
  .refine(({ answer, reason }) => answer !== 'accepted' || reason !== '', {
    message: 'Say why this may stay although it can be found',
    path: ['reason'],
  })

export const intruderSearchesContract = {
  'pack.searches': action<SearchesView>()('pack:review', 'packId', 'read', z.object({ packId: id })),
  'pack.answer-searches': action<SearchesView>()(
    'pack:review',
    'packId',
    'write',
    z.object({ packId: id, answers: z.array(searchAnswerSchema).min(1).max(1_000) }),
  ),
} as const satisfies Readonly<Record<string, Action>>
