import { z } from 'zod'
import { caseWordingSchema, type CaseWording } from '../../domain/chronology/case-wording.ts'
import { action, id, type Action } from './action.ts'

export type WordingView = {
  /** 0 where the case uses the usual words and columns. */
  readonly version: number
  readonly wording: CaseWording
}

export const wordingContract = {
  'wording.show': action<WordingView>()('chronology:read', 'caseId', 'read', z.object({ caseId: id })),
  'wording.save': action<WordingView>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ caseId: id, version: z.number().int().min(0), wording: caseWordingSchema }),
  ),
} as const satisfies Readonly<Record<string, Action>>
