import { z } from 'zod'
import type { PackDocument, PackFormat } from '../../domain/packs/pack-document.ts'
import type { NoticeCause, NoticeState } from '../../domain/rights/notice.ts'
import type { PackFileView } from '../views.ts'
import { action, chosenPath, id, isoDate, necessity, shortText, type Action } from './action.ts'
import { packBasisSchema } from './packs.ts'

/** How something was told or given by hand (Board's notices: "by telephone, email, paper and electronic form, visits"). */
export const handMeans = ['telephone', 'meeting', 'paper', 'post', 'email', 'visit'] as const
export type HandMeans = (typeof handMeans)[number]

export type DisclosureKindView =
  'pack' | 'working-chronology' | 'template' | 'picture' | 'letter' | 'log' | 'by-hand'

export type ReceiptView = {
  readonly receivedOn: string
  readonly how: string
  readonly confirmedBy: string
  readonly recordedBy: string
}

export type DisclosureView = {
  readonly id: string
  readonly caseId: string
  readonly caseTitle: string
  readonly kind: DisclosureKindView
  readonly packId: string | null
  /** As it was asked for; without a name where this person may not read who it is. */
  readonly recipient: string
  /** The name is a person's, and stands there. */
  readonly isNamed: boolean
  /** Who stood in its place at that time, or empty where it stood itself. */
  readonly sentTo: string
  readonly profile: string
  readonly basis: z.output<typeof packBasisSchema>
  readonly records: number
  readonly builtBy: string
  readonly approvedBy: string
  readonly releasedBy: string
  readonly method: string
  readonly at: string
  readonly state: 'prepared' | 'done'
  readonly files: readonly PackFileView[]
  readonly receipt: ReceiptView | null
  readonly withdrawn: {
    readonly at: string
    readonly by: string
    readonly why: string
    readonly replacedBy: string | null
  } | null
}

export type DisclosureInFull = DisclosureView & {
  readonly address: string
  readonly email: string
  readonly contactRole: string
  readonly choices: readonly { readonly what: string; readonly chosen: string }[]
  readonly recordList: readonly {
    readonly id: string
    readonly kind: 'review' | 'entry' | 'contribution' | 'other'
    /** Which agency's; empty for the review itself. */
    readonly agency: string
    readonly version: number
    /** The version that stands now; null where the record is no longer held. */
    readonly now: number | null
  }[]
  readonly receipts: readonly ReceiptView[]
  readonly notices: readonly NoticeView[]
  /** Later releases to the same recipient that can stand in its place. */
  readonly replacements: readonly { readonly id: string; readonly at: string }[]
}

export type NoticeView = {
  readonly id: string
  readonly n: number
  readonly caseId: string
  readonly caseTitle: string
  readonly recipient: string
  /** Who stands in its place today, or empty where it stands itself. */
  readonly sendTo: string
  readonly address: string
  readonly email: string
  readonly cause: NoticeCause
  readonly due: string
  readonly overdue: boolean
  readonly state: NoticeState
  readonly why: string
  readonly disclosures: readonly { readonly id: string; readonly at: string }[]
  readonly letterId: string | null
  readonly version: number
}

export type NoticeLetter = {
  readonly document: PackDocument
  readonly to: string
  /** Words that may be a name and that nobody has decided about. */
  readonly found: readonly string[]
}

const longText = z.string().trim().min(1, 'Enter this').max(4_000)

export const byHandSchema = z.object({
  caseId: id,
  recipient: id,
  on: isoDate,
  means: z.enum(handMeans),
  /** What was told or given, without a name. */
  what: longText,
  basis: packBasisSchema,
})

export const receiptSchema = z.object({
  disclosureId: id,
  receivedOn: isoDate,
  how: shortText,
  confirmedBy: shortText,
})

export const logFormats = ['xlsx', 'csv', 'pdf', 'docx'] as const satisfies readonly PackFormat[]

export const disclosuresContract = {
  'disclosure.list': action<readonly DisclosureView[]>()(
    'disclosure:read',
    'none',
    'none',
    z.object({ caseId: id.optional() }),
  ),
  'disclosure.show': action<DisclosureInFull>()(
    'disclosure:read',
    'disclosureId',
    'read',
    z.object({ disclosureId: id }),
  ),
  'disclosure.record': action<{ readonly disclosureId: string }>()(
    'disclosure:record',
    'caseId',
    'write',
    byHandSchema,
  ),
  'disclosure.receipt': action<null>()('disclosure:record', 'disclosureId', 'write', receiptSchema),
  'disclosure.withdraw': action<{ readonly notices: number }>()(
    'disclosure:record',
    'disclosureId',
    'write',
    z.object({ disclosureId: id, why: longText, replacedBy: id.nullable().default(null) }),
  ),
  'disclosure.export': action<{ readonly disclosures: number; readonly files: readonly PackFileView[] }>()(
    'disclosure:export',
    'none',
    'write',
    z.object({
      caseId: id.optional(),
      formats: z.array(z.enum(logFormats)).min(1, 'Choose at least one format'),
      necessity,
      out: chosenPath,
    }),
  ),
  'notice.list': action<readonly NoticeView[]>()(
    'disclosure:read',
    'none',
    'none',
    z.object({ caseId: id.optional() }),
  ),
  'notice.letter': action<NoticeLetter>()(
    'disclosure:record',
    'noticeId',
    'read',
    z.object({ noticeId: id }),
  ),
  'notice.send': action<{ readonly version: number; readonly files: readonly PackFileView[] }>()(
    'disclosure:record',
    'noticeId',
    'write',
    z.object({
      noticeId: id,
      version: z.int().min(1),
      /** Words that look like a name and that a person says name nobody. */
      namesNobody: z.array(z.string().min(1).max(500)).default([]),
      out: chosenPath,
    }),
  ),
  'notice.settle': action<{ readonly version: number }>()(
    'disclosure:record',
    'noticeId',
    'write',
    z
      .object({
        noticeId: id,
        version: z.int().min(1),
        state: z.enum(['acknowledged', 'impossible', 'disproportionate']),
        why: z.string().trim().max(2_000).default(''),
      })
      .refine(({ state, why }) => state === 'acknowledged' || why !== '', {
        message: 'Say why this recipient is not notified',
        path: ['why'],
      }),
  ),
} as const satisfies Readonly<Record<string, Action>>
