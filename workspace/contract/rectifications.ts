import { z } from 'zod'
import type { EntryField } from '../../domain/chronology/entry.ts'
import { correctionKinds, type CorrectionKind } from '../../domain/rights/correction.ts'
import { action, id, pseudonyms, shortText, type Action } from './action.ts'

/** What of an entry can be corrected: what its agency recorded, never what the review has made of it. */
export const correctableFields = [
  'date',
  'time',
  'source',
  'author',
  'contactType',
  'event',
  'action',
  'outcome',
  'adultSeen',
  'wishes',
] as const satisfies readonly EntryField[]
export type CorrectableField = (typeof correctableFields)[number]

export type RectificationView = {
  readonly id: string
  readonly kind: CorrectionKind
  readonly field: string
  readonly stands: string
  readonly reason: string
  readonly evidence: string
  readonly askedBy: string
  readonly recordedBy: string
  readonly recordedAt: string
  /** How many recipients are owed a notice of it, and how many have been told or settled. */
  readonly notices: number
  readonly settled: number
}

/** Somebody who was sent a record, as the person it is about may ask to know (UK GDPR Art 19). */
export type RecordRecipient = { readonly recipient: string; readonly at: string; readonly version: number }

export const rectificationSchema = z.object({
  entryId: id,
  kind: z.enum(correctionKinds),
  field: z.enum(correctableFields),
  stands: z.string().trim().min(1, 'Enter the words that are right').max(4_000),
  reason: shortText,
  evidence: shortText,
  askedBy: shortText,
})

export const rectificationsContract = {
  'rectification.list': action<readonly RectificationView[]>()(
    'chronology:read',
    'entryId',
    'none',
    z.object({ entryId: id, pseudonyms }),
  ),
  'rectification.add': action<{ readonly rectificationId: string; readonly notices: number }>()(
    'record:rectify',
    'entryId',
    'write',
    rectificationSchema,
  ),
  'rectification.recipients': action<readonly RecordRecipient[]>()(
    'record:rectify',
    'entryId',
    'read',
    z.object({ entryId: id }),
  ),
} as const satisfies Readonly<Record<string, Action>>
