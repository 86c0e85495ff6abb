import { z } from 'zod'
import { listLines } from '../../domain/chronology/entry-list.ts'
import { action, id, pseudonyms, type Action } from './action.ts'
import { entryFilter, entryOrder } from './chronology.ts'

const { caseId: _, pseudonyms: __, ...filter } = entryFilter

/** Everything a view keeps: what is filtered for, how the list stands, and what of each entry is shown. */
export const viewSettingsSchema = z.object({
  filter: z.object(filter),
  ...entryOrder,
  columns: z
    .array(z.object({ id: z.string().max(40), width: z.number().int().min(1).max(2_000).nullable() }))
    .max(100),
  lines: z.enum(listLines),
})
export type ViewSettings = z.output<typeof viewSettingsSchema>

/** A kept way of reading a chronology. Its words are as they are read by who asks. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly shared: boolean
  /** Whether it is theirs who asks: only its owner changes it. */
  readonly own: boolean
  readonly owner: string
  readonly settings: ViewSettings
  readonly version: number
  /** The one they begin with. */
  readonly first: boolean
}

const name = z.string().trim().min(1, 'Enter a name for the view').max(80, 'Use at most 80 characters')
const version = z.number().int().min(1)

export const savedViewsContract = {
  'view.list': action<readonly SavedView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'view.add': action<{ viewId: string; version: number }>()(
    'chronology:read',
    'caseId',
    'write',
    z.object({
      ...{ caseId: id, name, shared: z.boolean().default(false), settings: viewSettingsSchema },
      /** The view that was open: words still as they are read in it are kept as it keeps them. */
      from: id.optional(),
      /** Whether names were hidden in what is given. */
      pseudonyms,
    }),
  ),
  /** Changes what is given; only its owner may. */
  'view.change': action<{ version: number }>()(
    'chronology:read',
    'caseId',
    'write',
    z.object({
      ...{ caseId: id, viewId: id, version },
      name: name.optional(),
      shared: z.boolean().optional(),
      settings: viewSettingsSchema.optional(),
      /** Whether names were hidden in what is given: words that are still as they were read stay as they are kept. */
      pseudonyms,
    }),
  ),
  /** Takes a view away, or brings it back. */
  'view.remove': action<{ version: number }>()(
    'chronology:read',
    'caseId',
    'write',
    z.object({ caseId: id, viewId: id, version, removed: z.boolean().default(true) }),
  ),
  /** The view a person begins the case with; null for none. */
  'view.set-first': action<null>()(
    'chronology:read',
    'caseId',
    'write',
    z.object({ caseId: id, viewId: id.nullable() }),
  ),
} as const satisfies Readonly<Record<string, Action>>
