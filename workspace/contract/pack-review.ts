import { z } from 'zod'
import type * as view from '../views.ts'
import { action, id, shortText, type Action } from './action.ts'

const textOffset = z.number().int().min(0).max(10_000_000)
const reason = z.string().trim().max(2_000).default('')

const whatIsPut = {
  entity: id.optional(),
  replacement: shortText.optional(),
  reason,
}

type Put = { readonly decision: string; readonly entity?: unknown; readonly replacement?: unknown }
const saysWhat = ({ decision, entity, replacement }: Put): boolean =>
  decision !== 'replace' || entity !== undefined || replacement !== undefined
const sayWhat = {
  message: 'Say which person, place or organisation this is, or give the words to put in its place',
  path: ['replacement'],
}

/** An answer to a question of the pack, or an earlier decision taken back. */
export const candidateDecisionSchema = z
  .object({
    /** Candidate id, or its text. */
    candidate: z.string().min(1).max(2_000),
    decision: z.enum(['keep', 'replace', 'withdraw']),
    ...whatIsPut,
    /** The one passage it is for; without it, the whole case. */
    place: id.optional(),
  })
  .refine(saysWhat, sayWhat)

/**
 * A decision about words nobody asked about: a replacement undone (`keep`, with a reason), words the detector had passed
 * over (`replace`), or a detail made more general (`generalise`). Offsets are UTF-16 code units of the passage's original.
 */
export const passageDecisionSchema = z
  .object({
    passage: id,
    start: textOffset,
    end: textOffset,
    decision: z.enum(['keep', 'replace', 'generalise']),
    ...whatIsPut,
    /** In the whole case, and not only in this passage. */
    everywhere: z.boolean().default(false),
  })
  .refine((one) => one.end > one.start, { message: 'Select some words', path: ['end'] })
  .refine((one) => one.decision !== 'keep' || one.reason !== '', {
    message: 'Say why these words may stay',
    path: ['reason'],
  })
  .refine((one) => one.decision !== 'generalise' || one.replacement !== undefined, {
    message: 'Give the more general words',
    path: ['replacement'],
  })
  .refine(saysWhat, sayWhat)

export const reviewDecisionSchema = z.union([candidateDecisionSchema, passageDecisionSchema])
export type ReviewDecision = z.output<typeof reviewDecisionSchema>

const ofPack = z.object({ packId: id })

/** What an approver must have opened of a pack before it can be approved. */
export type SampleView = {
  readonly version: number
  readonly left: number
  readonly items: readonly {
    readonly id: string
    readonly kind: 'file' | 'passage'
    /** The file's name, or where the passage stands. */
    readonly where: string
    readonly chosenFor: 'file' | 'risk' | 'chance'
    readonly openedAt: string | null
  }[]
}

/** A part of the sample as the recipient will read it. */
export type OpenedSample = { readonly id: string; readonly where: string; readonly text: string }

export const packReviewContract = {
  'pack.passages': action<readonly view.PassageView[]>()('pack:review', 'packId', 'read', ofPack),
  'pack.review': action<view.PackBuildReport>()(
    'pack:review',
    'packId',
    'write',
    /** Without a decision the pack is built again from the case as it stands. */
    z.object({ packId: id, decisions: z.array(reviewDecisionSchema) }),
  ),
  'pack.sample': action<SampleView>()('pack:approve', 'packId', 'read', ofPack),
  'pack.open-sample': action<readonly OpenedSample[]>()(
    'pack:approve',
    'packId',
    'write',
    z.object({ packId: id, items: z.array(z.string().min(1).max(300)).min(1).max(100) }),
  ),
  'pack.approve': action<view.PackSummary>()('pack:approve', 'packId', 'write', ofPack),
} as const satisfies Readonly<Record<string, Action>>
