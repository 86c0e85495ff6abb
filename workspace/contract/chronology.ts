import { z } from 'zod'
import type * as view from '../views.ts'
import { action, chosenPath, id, isoDate, pseudonyms, type Action } from './action.ts'

export const columnMappingSchema = z.object({
  table: z.string(),
  headingRows: z.array(z.number().int()).readonly(),
  columns: z
    .array(z.object({ index: z.number().int().min(0), heading: z.string(), field: z.string() }))
    .readonly(),
})

/** Which entries of a case are meant: what a person has filtered for. Filters combine. */
export const entryFilter = {
  caseId: id,
  search: z.string().trim().max(500).optional(),
  agencies: z.array(id).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  pseudonyms,
} as const

export const chronologyContract = {
  'chronology.import': action<view.ImportReport>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({
      caseId: id,
      agencyId: id,
      path: chosenPath,
      mapping: columnMappingSchema.optional(),
      dryRun: z.boolean().default(false),
      /** Answers with the file's own words as pseudonyms too, for a screen others may see. */
      alsoAsPseudonyms: z.boolean().default(false),
    }),
  ),
  'chronology.sources': action<readonly view.SourceView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'chronology.density': action<view.DensityView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),
  'chronology.list': action<{ total: number; entries: readonly view.EntryRow[] }>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      ...entryFilter,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
  ),
  /** The record ids of what a filter lets through, in order: for selecting a range, or everything that matches. */
  'chronology.record-ids': action<{ recordIds: readonly string[] }>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      ...entryFilter,
      offset: z.number().int().min(0).default(0),
      /** All that follow where left out. */
      limit: z.number().int().min(1).optional(),
    }),
  ),
  'chronology.entry': action<view.EntryView>()(
    'chronology:read',
    'entryId',
    'read',
    z.object({ entryId: id, pseudonyms }),
  ),
  'chronology.links': action<readonly view.LinkView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),
} as const satisfies Readonly<Record<string, Action>>
