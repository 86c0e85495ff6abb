import { z } from 'zod'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import {
  publicationSchema,
  type Publication,
  type PublicationStage,
} from '../../domain/reports/publication.ts'
import {
  reportKinds,
  reportStateSchema,
  type ReportKind,
  type ReportPart,
  type ReportState,
} from '../../domain/reports/report.ts'
import { action, id, pseudonyms, type Action } from './action.ts'

export type ReportSummary = {
  readonly id: string
  readonly caseId: string
  readonly caseTitle: string
  /** Its number in the case; never used again. */
  readonly number: number
  readonly kind: ReportKind
  readonly title: string
  readonly words: number
  readonly version: number
  readonly changedAt: string
  readonly changedBy: string
  readonly stage: PublicationStage
  /** YYYY-MM-DD, or empty where no day is set. */
  readonly withdrawOn: string
}

export type ReportView = ReportSummary & {
  readonly state: ReportState
  /** Names in it stand here as pseudonyms. */
  readonly projected: boolean
  readonly publication: Publication
  readonly publicationVersion: number
  readonly publicationBy: string | null
  readonly publicationAt: string | null
  /** Why it may not leave today; empty where it may. */
  readonly holds: readonly string[]
}

/** A report as the public would read it, as it stands. */
export type ReportPreview = {
  readonly document: PackDocument
  readonly pages: number
  /** Names and numbers replaced, and how many a person must still decide on. */
  readonly replaced: number
  readonly undecided: number
}

export type ReportVersionView = {
  readonly version: number
  readonly writtenAt: string
  readonly writtenBy: string
  readonly changed: readonly ReportPart[]
  readonly words: number
}

/** The usual ground for publishing a report (Care Act 2014 s44 and Sch 2; requirements section 1, "Publication"). */
export const publicationBasis = {
  purpose:
    'To publish what a safeguarding adult review has found, so that agencies and the public can learn from it.',
  lawfulBasis:
    'UK GDPR Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018 Schedule 1 paragraphs 6 and 18',
  power: 'Care Act 2014 section 44 and Schedule 2',
  necessity:
    'The public needs what was found and recommended, not who it was about. Names and identifiers are replaced; dates are given by month.',
} as const

const version = z.number().int().min(1)
type Changed = { readonly reportId: string; readonly version: number }
const ofReport = { caseId: id, reportId: id } as const

export const reportsContract = {
  'report.list': action<readonly ReportSummary[]>()(
    'report:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'report.show': action<ReportView>()('report:read', 'caseId', 'read', z.object({ ...ofReport, pseudonyms })),
  'report.preview': action<ReportPreview>()('report:read', 'caseId', 'read', z.object(ofReport)),
  'report.history': action<readonly ReportVersionView[]>()(
    'report:read',
    'caseId',
    'read',
    z.object(ofReport),
  ),
  /** What a report of a kind would begin with, from the case as it stands. */
  'report.suggest': action<ReportState>()(
    'report:write',
    'caseId',
    'read',
    z.object({ caseId: id, kind: z.enum(reportKinds) }),
  ),
  'report.add': action<Changed>()(
    'report:write',
    'caseId',
    'write',
    z.object({ caseId: id, kind: z.enum(reportKinds) }),
  ),
  'report.save': action<Changed>()(
    'report:write',
    'caseId',
    'write',
    z.object({ ...ofReport, version, state: reportStateSchema }),
  ),
  /** Makes it what it was at an earlier version, as a new version: how any change of it is undone. */
  'report.restore': action<Changed>()(
    'report:write',
    'caseId',
    'write',
    z.object({ ...ofReport, version, to: version }),
  ),
  'report.publication-save': action<Changed>()(
    'report:publish',
    'caseId',
    'write',
    z.object({ ...ofReport, version: z.number().int().min(0), publication: publicationSchema }),
  ),
  /** Published reports whose day of withdrawal has come or is near, and that nobody has taken down. */
  'report.due': action<readonly ReportSummary[]>()('report:read', 'none', 'none', z.object({ pseudonyms })),
} as const satisfies Readonly<Record<string, Action>>
