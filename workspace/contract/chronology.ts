import { z } from 'zod'
import { dateParts } from '../../domain/chronology/entry.ts'
import { judgements, observations, sensitivityFlags } from '../../domain/chronology/analysis.ts'
import { certainties, groupings } from '../../domain/chronology/entry-list.ts'
import type * as view from '../views.ts'
import { action, chosenPath, id, isoDate, pseudonyms, type Action } from './action.ts'

const tableMapping = {
  table: z.string().max(1_000),
  headingRows: z.array(z.number().int()).max(100).readonly(),
  columns: z
    .array(
      z.object({
        index: z.number().int().min(0),
        /** Taken from the file where it has one. */
        heading: z.string().default(''),
        field: z.string(),
        part: z.enum(dateParts).exactOptional(),
      }),
    )
    .max(20_000)
    .readonly(),
} as const

export const columnMappingSchema = z.object({
  ...tableMapping,
  others: z
    .array(z.object({ ...tableMapping, use: z.boolean() }))
    .max(2_000)
    .readonly()
    .exactOptional(),
})

/** Any of these; `none`: nobody has said. */
const observed = z.array(z.enum([...observations, 'none'])).optional()

/** Which entries of a case are meant: what a person has filtered for. Filters combine. */
export const entryFilter = {
  caseId: id,
  search: z.string().trim().max(500).optional(),
  agencies: z.array(id).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** `removed`: entries that a later version of their file no longer holds. */
  status: z.enum(['current', 'removed']).default('current'),
  judgements: z.array(z.enum([...judgements, 'none'])).optional(),
  kloes: z.array(z.number().int()).optional(),
  adultSeen: observed,
  spokenAlone: observed,
  voiceHeard: observed,
  capacity: observed,
  flags: z.array(z.enum(sensitivityFlags)).optional(),
  /** Marked with any of those flags, or with none. */
  sensitive: z.boolean().optional(),
  analysed: z.boolean().optional(),
  accountChanged: z.boolean().optional(),
  /** One of several accounts of an event. */
  linked: z.boolean().optional(),
  /** Whether it differs from another account of its event in something nobody has settled. */
  inConflict: z.boolean().optional(),
  commented: z.boolean().optional(),
  /** Whether somebody's comment on it mentions the one who asks. */
  mentionsMe: z.boolean().optional(),
  /** As they are read in the list. */
  contactTypes: z.array(z.string().max(500)).max(500).optional(),
  certainty: z.array(z.enum(certainties)).optional(),
  dateQueried: z.boolean().optional(),
  hiddenRow: z.boolean().optional(),
  declared: z.boolean().optional(),
  sources: z.array(id).optional(),
  pseudonyms,
} as const

/** How a list stands: by relevance only what was searched for; in groups, one after another. */
export const entryOrder = {
  order: z.enum(['date', 'relevance']).default('date'),
  group: z.enum(groupings).nullable().default(null),
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
      /** Without it, the mapping kept for the agency and the file's headings is used, and else the columns are guessed. */
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
  'chronology.list': action<view.EntryListView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      ...entryFilter,
      ...entryOrder,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(200),
    }),
  ),
  /** What there is in a case to filter for. */
  'chronology.choices': action<view.EntryChoices>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  /** The record ids of what a filter lets through, in order: for selecting a range, or everything that matches. */
  'chronology.record-ids': action<{ recordIds: readonly string[] }>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      ...entryFilter,
      ...entryOrder,
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
} as const satisfies Readonly<Record<string, Action>>
