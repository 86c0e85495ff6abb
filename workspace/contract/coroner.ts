import { z } from 'zod'
import { legalPowerKinds } from '../../domain/packs/legal-power.ts'
import type { PackBuildReport } from '../views.ts'
import { action, id, isoDate, shortText, type Action } from './action.ts'
import { packBasisSchema } from './packs.ts'

/** Somebody of the people key whom the key says must not be disclosed to some, and whom the pack would name. */
export type DisclosureWarning = {
  readonly id: string
  /** Pseudonym. */
  readonly about: string
  readonly what: string
  readonly reason: string
}

const chosen = {
  caseId: id,
  /** Contributions that go, unredacted. */
  contributions: z.array(id).max(500),
  /** The whole combined chronology goes too. */
  chronology: z.boolean(),
}

export const coronerSchema = z
  .object({
    ...chosen,
    /** A coroner or a court of the register. */
    recipient: id,
    power: z.object({ kind: z.enum(legalPowerKinds), reference: shortText, dated: isoDate }),
    basis: packBasisSchema.omit({ power: true }),
    /** Those whose every page bears the marking. */
    formats: z.array(z.enum(['docx', 'pdf'])).min(1, 'Choose at least one format'),
    /** Why each warning does not stop it, by the warning's id. */
    answers: z.record(z.string().max(300), z.string().trim().max(2_000)).default({}),
  })
  .refine(({ contributions, chronology }) => contributions.length > 0 || chronology, {
    message: 'Choose at least one contribution, or the chronology',
    path: ['contributions'],
  })

export const coronerContract = {
  'coroner.look': action<{ readonly warnings: readonly DisclosureWarning[] }>()(
    'pack:build',
    'caseId',
    'read',
    z.object(chosen),
  ),
  'coroner.build': action<PackBuildReport>()('pack:build', 'caseId', 'write', coronerSchema),
} as const satisfies Readonly<Record<string, Action>>
