import { z } from 'zod'
import type { Span } from '../../domain/dates/calendar.ts'
import type { WordsFinding } from './words-finding.ts'
import type { PackFileView } from '../views.ts'
import { action, chosenPath, id, type Action } from './action.ts'

export const templateFormats = ['xlsx', 'docx'] as const
export type TemplateFormat = (typeof templateFormats)[number]

/** What a template for an agency holds, before it is written. */
export type TemplateReview = {
  readonly period: Span
  /** Headings an agency fills in, in order. */
  readonly columns: readonly string[]
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[]
  /** What in the Board's own words may identify somebody. */
  readonly found: readonly WordsFinding[]
}

export type TemplateReport = {
  /** Which agency's template is in which file. */
  readonly files: readonly (PackFileView & { readonly agencyId: string; readonly agency: string })[]
}

/** The Board's own words for this review: a paragraph a line. */
const instructions = z.string().trim().max(4_000, 'Use at most 4,000 characters').default('')

export const templateContract = {
  'template.review': action<TemplateReview>()(
    'chronology:import',
    'caseId',
    'read',
    z.object({ caseId: id, instructions }),
  ),
  'template.make': action<TemplateReport>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({
      caseId: id,
      agencyIds: z.array(id).min(1, 'Choose at least one agency').max(200),
      formats: z.array(z.enum(templateFormats)).min(1, 'Choose at least one format'),
      instructions,
      /** Words that look like a name and that a person says name nobody. */
      namesNobody: z.array(z.string().min(1).max(500)).default([]),
      out: chosenPath,
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
