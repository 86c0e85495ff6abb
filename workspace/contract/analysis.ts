import { z } from 'zod'
import { analysisChangeSchema, type Analysis, type WrittenPart } from '../../domain/chronology/analysis.ts'
import type { AnalysisSuggestion } from '../../domain/chronology/suggest-analysis.ts'
import { action, id, pseudonyms, type Action } from './action.ts'

/** Most records one change may touch: every entry of the largest chronology there is. */
const mostRecords = 200_000

const records = z
  .array(z.object({ recordId: id, version: z.number().int().min(0) }))
  .min(1, 'Choose at least one entry')
  .max(mostRecords)

/** What the review says of an entry, as its list shows it. */
export type AnalysisMarks = Analysis & {
  readonly analysed: boolean
  /** What the agency wrote has changed since it was judged, and nobody has confirmed the judgement. */
  readonly accountChanged: boolean
}

/** One earlier state: who changed which parts, when, from what to what. */
export type AnalysisHistoryRow = {
  readonly version: number
  readonly changedBy: string
  readonly changedAt: string
  readonly parts: readonly {
    readonly part: keyof Analysis
    readonly before: Analysis[keyof Analysis]
    readonly after: Analysis[keyof Analysis]
  }[]
  /** The judgement was confirmed of an account that had changed. */
  readonly confirmed: boolean
}

export type AnalysisView = {
  readonly recordId: string
  readonly version: number
  readonly analysis: Analysis
  /** Texts shown with names hidden: they cannot be changed as they stand here without losing what was written. */
  readonly namesHiddenIn: readonly WrittenPart[]
  readonly changedBy: string | null
  readonly changedAt: string | null
  /** Null where the account is the one that was judged; else what it said then and says now, field by field. */
  readonly accountChanged:
    readonly { readonly field: string; readonly before: string; readonly after: string }[] | null
  /** The agency has taken the entry out of its record: what was said of it stays and changes no more. */
  readonly withdrawn: boolean
  readonly suggestions: readonly AnalysisSuggestion[]
  readonly history: readonly AnalysisHistoryRow[]
}

/** What a change of many records would do, and at which versions that was found. */
export type AnalysisPreview = {
  readonly records: { readonly recordId: string; readonly version: number }[]
  readonly total: number
  /** Of these, how many the change leaves as they are. */
  readonly unchanged: number
  /** Records that hold another value now, which the change puts in place of: by part, and by value where it is one of a few. */
  readonly replaced: readonly {
    readonly part: keyof Analysis
    readonly records: number
    readonly values: readonly { readonly value: string; readonly records: number }[]
  }[]
  /** Records whose account changed after it was judged; the change does not confirm them. */
  readonly accountChanged: number
}

export type AnalysisSaved = {
  /** Names the change, so that it can be undone as one. */
  readonly changeId: string
  readonly changed: number
}

export const analysisContract = {
  'analysis.show': action<AnalysisView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, recordId: id, pseudonyms }),
  ),
  /** A read: nothing is written. */
  'analysis.preview': action<AnalysisPreview>()(
    'chronology:analyse',
    'caseId',
    'read',
    z.object({ caseId: id, recordIds: z.array(id).min(1).max(mostRecords), change: analysisChangeSchema }),
  ),
  'analysis.save': action<AnalysisSaved>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({
      caseId: id,
      records,
      change: analysisChangeSchema,
      /** The judgement holds of the account as it stands now. */
      confirm: z.boolean().default(false),
      /** Whether names were hidden while it was written. */
      pseudonyms,
    }),
  ),
  /** Puts back what a change found, where nobody has changed it since. */
  'analysis.undo': action<AnalysisSaved & { readonly left: number }>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ caseId: id, changeId: id }),
  ),
} as const satisfies Readonly<Record<string, Action>>
