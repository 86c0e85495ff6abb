import { z } from 'zod'
import type { Span } from '../../domain/dates/calendar.ts'
import type { PackFileView } from '../views.ts'
import { action, chosenPath, necessity, type Action } from './action.ts'
import { entryFilter } from './chronology.ts'

export const exportFormats = ['docx', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What will leave, before it does. */
export type ExportReview = {
  readonly entries: number
  readonly total: number
  /** What was filtered for, a phrase each. */
  readonly filter: readonly string[]
  readonly reviewPeriod: Span | null
  readonly agencies: readonly {
    readonly agencyId: string
    readonly agency: string
    readonly entries: number
  }[]
  readonly hiddenRows: number
  /** Headings of the case's columns; one in which no entry has anything is left out. */
  readonly columns: readonly string[]
  /** Whether names will stand as recorded: only for those who may read the people key. */
  readonly names: boolean
  readonly marking: string
  /** More than this cannot be written at once. */
  readonly most: number
}

export type ExportReport = {
  readonly entries: number
  readonly names: boolean
  readonly files: readonly PackFileView[]
}

const { pseudonyms: _, ...filter } = entryFilter

/** Names as recorded, for those who may read the key; pseudonyms unless asked for. */
const names = z.boolean().default(false)

export const chronologyExportContract = {
  'chronology.export-review': action<ExportReview>()(
    'chronology:export',
    'caseId',
    'read',
    z.object({ ...filter, names }),
  ),
  'chronology.export': action<ExportReport>()(
    'chronology:export',
    'caseId',
    'write',
    z.object({
      ...filter,
      names,
      formats: z.array(z.enum(exportFormats)).min(1, 'Choose at least one format'),
      necessity,
      out: chosenPath,
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
