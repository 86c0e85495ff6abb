import { z } from 'zod'
import { packFormats } from '../../domain/packs/pack-document.ts'
import { packChoicesSchema } from '../../domain/packs/choices.ts'
import { profileIds } from '../../domain/packs/profile.ts'
import type * as view from '../views.ts'
import { sealSchema } from './seal.ts'
import { action, chosenPath, id, shortText, type Action } from './action.ts'

export const packBasisSchema = z.object({
  purpose: shortText,
  lawfulBasis: shortText,
  power: shortText,
  necessity: z.string().trim().min(1, 'Say why this is needed and no more than is needed').max(4_000),
})

/** The usual ground for a pack among a review's own agencies (Care Act 2014 ss44-45; requirements section 4). */
export const defaultPackBasis = {
  purpose:
    'To carry out a safeguarding adult review and to share what it has found with an agency taking part.',
  lawfulBasis:
    'UK GDPR Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018 Schedule 1 paragraphs 6 and 18',
  power: 'Care Act 2014 sections 44 and 45',
  necessity:
    'The agency needs the combined account to check facts and to learn. Names and identifiers are replaced; fields outside the profile are withheld.',
} as const

export const buildPackSchema = z.object({
  caseId: id,
  /** An agency of the case, or somebody of the register. */
  recipient: id,
  profile: z.enum(profileIds),
  /** What is not given is what the profile has as its first. */
  choices: packChoicesSchema.partial().default({}),
  formats: z.array(z.enum(packFormats)).min(1, 'Choose at least one format'),
  /** A public report of the case, which leaves in the place of the chronology. */
  report: id.optional(),
  basis: packBasisSchema,
  /** Where drafts for checking are written, marked as drafts, if nothing is left to decide and nothing was found. */
  out: chosenPath.optional(),
})

export const packsContract = {
  'pack.build': action<view.PackBuildReport>()('pack:build', 'caseId', 'write', buildPackSchema),
  'pack.withheld': action<view.WithheldView>()(
    'pack:build',
    'caseId',
    'none',
    z.object({
      caseId: id,
      recipient: id.optional(),
      profile: z.enum(profileIds),
      choices: packChoicesSchema.partial().default({}),
    }),
  ),
  'pack.list': action<readonly view.PackSummary[]>()(
    'pack:read',
    'none',
    'none',
    z.object({ caseId: id.optional() }),
  ),
  'pack.show': action<view.PackView>()('pack:read', 'packId', 'read', z.object({ packId: id })),
  'pack.release': action<view.ReleaseReport>()(
    'pack:release',
    'packId',
    'write',
    z.object({ packId: id, out: chosenPath, seal: sealSchema.optional() }),
  ),
} as const satisfies Readonly<Record<string, Action>>
