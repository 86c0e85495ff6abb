import { z } from 'zod'
import type { LinkKind, Silence } from '../../domain/chronology/timeline/seen.ts'
import type { TimelineEntries } from '../../domain/chronology/timeline/timeline-entries.ts'
import type * as view from '../views.ts'
import { action, chosenPath, id, necessity, pseudonyms, type Action } from './action.ts'
import { entryFilter } from './chronology.ts'

export const pictureFormats = ['svg', 'png'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** A case on a timeline: when its entries were, without their words. */
export type TimelineView = {
  readonly lanes: readonly { readonly agencyId: string; readonly name: string }[]
  readonly entries: TimelineEntries
  /** Stretches of the period under review in which an agency’s whole record, whatever is filtered for, holds no contact. */
  readonly silences: readonly Silence[]
  /** Both days included, `YYYY-MM-DD`; null where the case has none. */
  readonly period: { readonly from: string; readonly to: string } | null
  readonly keyDates: readonly { readonly what: string; readonly date: string }[]
}

/** Two accounts joined, by the ids of their entries. `matters`: open conflicts that begin with this line. */
export type TimelineLink = {
  readonly a: string
  readonly b: string
  readonly kind: LinkKind
  readonly matters: number
}

export const timelineContract = {
  'chronology.timeline': action<TimelineView>()('chronology:read', 'caseId', 'read', z.object(entryFilter)),
  'chronology.timeline-links': action<readonly TimelineLink[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),
  /** The words of entries, for those that are looked at. */
  'chronology.timeline-entries': action<readonly view.EntryRow[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, entryIds: z.array(id).max(500), pseudonyms }),
  ),
  /** Writes what is in view as a picture to print. Names are always pseudonyms in it. */
  'chronology.timeline-export': action<{ files: readonly { name: string; bytes: number }[] }>()(
    'chronology:export',
    'caseId',
    'write',
    z.object({
      ...entryFilter,
      /** First and last minute shown, counted from 1 January 1970. */
      stretch: z
        .object({ from: z.number().finite(), to: z.number().finite() })
        .refine(({ from, to }) => to - from >= 60 && to - from <= 600_000_000, 'is not a stretch of time'),
      paper: z.enum(['a4', 'a3']),
      formats: z.array(z.enum(pictureFormats)).min(1, 'Choose at least one kind of file'),
      /** The first words of entries beside their marks, where there is room. */
      labels: z.boolean().default(false),
      necessity,
      out: chosenPath,
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
