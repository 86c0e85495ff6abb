import { z } from 'zod'
import { rosterEntrySchema } from '../../domain/people/roster.ts'
import type * as view from '../views.ts'
import { sensitiveCategories } from '../views.ts'
import { action, chosenPath, id, pseudonyms, type Action } from './action.ts'

/** What the people key's form shows; whatever else an entry holds stays as it was. */
export const peopleKeyEntrySchema = rosterEntrySchema.pick({
  id: true,
  kind: true,
  name: true,
  pseudonym: true,
  role: true,
  aliases: true,
  aliases_needing_care: true,
  identifiers: true,
  replace_in: true,
})

export const writtenOutSchema = z.object({
  text: z
    .string()
    .max(50_000, 'Write out one page at a time')
    .refine((text) => text.trim() !== '', 'Write what the page says, or that it says nothing'),
})

export const casesContract = {
  'case.add': action<{ caseId: string }>()(
    'case:add',
    'none',
    'write',
    z.object({ case: z.unknown(), roster: z.unknown(), team: z.array(id).default([]) }),
  ),
  'case.add-from-files': action<{ caseId: string }>()(
    'case:add',
    'none',
    'write',
    z.object({ case: z.object({ path: chosenPath }), roster: z.object({ path: chosenPath }) }),
  ),
  'case.list': action<readonly view.CaseSummary[]>()('case:read', 'none', 'none', z.object({})),
  'case.show': action<view.CaseView>()('case:read', 'caseId', 'read', z.object({ caseId: id, pseudonyms })),
  'case.team-add': action<null>()('case:team', 'caseId', 'write', z.object({ caseId: id, userId: id })),

  'sensitive.reveal': action<{ values: readonly string[] }>()(
    'sensitive:reveal',
    'caseId',
    'reveal',
    z.object({
      caseId: id,
      adultId: id,
      category: z.enum(sensitiveCategories),
      reason: z.string().trim().min(5, 'Say why you need to see this').max(500),
    }),
  ),

  'people-key.list': action<readonly view.PeopleKeyEntry[]>()(
    'people-key:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),
  'people-key.save': action<view.PeopleKeyEntry>()(
    'people-key:edit',
    'caseId',
    'write',
    /** `version` 0 adds; otherwise the version that was read, so that nobody's change is lost. */
    z.object({ caseId: id, version: z.number().int().min(0), entry: peopleKeyEntrySchema }),
  ),

  'contribution.add': action<view.ContributionView>()(
    'contribution:add',
    'caseId',
    'write',
    z.object({ caseId: id, agencyId: id, path: chosenPath, pseudonyms }),
  ),
  'contribution.list': action<readonly view.ContributionView[]>()(
    'contribution:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'contribution.show': action<view.ContributionText>()(
    'contribution:read',
    'contributionId',
    'read',
    z.object({ contributionId: id, pseudonyms }),
  ),
  /** What a page that is a picture says, written out by a person; it stands for the page from then on. */
  'contribution.write-out': action<null>()(
    'contribution:add',
    'contributionId',
    'write',
    writtenOutSchema.extend({ contributionId: id, page: z.number().int().min(1) }),
  ),

  'sample.load': action<{ caseId: string }>()('case:add', 'none', 'write', z.object({})),
} as const satisfies Readonly<Record<string, Action>>
