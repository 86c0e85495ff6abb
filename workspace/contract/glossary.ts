import { z } from 'zod'
import type { FoundAbbreviation } from '../../domain/chronology/find-abbreviations.ts'
import { glossaryTermSchema, type TermState } from '../../domain/chronology/glossary.ts'
import { action, id, type Action } from './action.ts'

export type TermView = {
  /** Null where the term comes from the case's own file and nobody has changed it. */
  readonly id: string | null
  readonly abbreviation: string
  readonly meaning: string
  /** Whose use it is; null where it is everybody's. */
  readonly agencyId: string | null
  readonly state: TermState
  /** 0 where `id` is null. */
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: string | null
}

/** What an agency's file says an abbreviation means, in words that name nobody of the key. */
export type OfferedTerm = {
  readonly abbreviation: string
  readonly meaning: string
  readonly agencyId: string
}

export type GlossaryView = {
  readonly terms: readonly TermView[]
  /** Stated in agencies' files and not in the glossary with that meaning; only offered. */
  readonly offered: readonly OfferedTerm[]
}

export type SavedTerms = { readonly terms: readonly TermView[] }

export const glossaryContract = {
  'glossary.list': action<GlossaryView>()('chronology:read', 'caseId', 'read', z.object({ caseId: id })),
  'glossary.unexplained': action<{ found: readonly FoundAbbreviation[]; total: number }>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, limit: z.number().int().min(1).max(1_000).default(200) }),
  ),
  'glossary.save': action<SavedTerms>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({
      caseId: id,
      /** All are kept or none; `id` null and `version` 0 add one. */
      terms: z
        .array(
          z.intersection(
            glossaryTermSchema,
            z
              .object({ id: id.nullable(), version: z.number().int().min(0) })
              .refine((one) => (one.id === null) === (one.version === 0), { path: ['version'] }),
          ),
        )
        .min(1)
        .max(2_000),
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
