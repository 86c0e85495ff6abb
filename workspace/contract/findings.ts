import { z } from 'zod'
import {
  analysisDomains,
  findingKinds,
  findingStatuses,
  type FindingPart,
  type FindingState,
} from '../../domain/findings/finding.ts'
import type { EntryRow } from '../views.ts'
import { action, id, pseudonyms, shortText, type Action } from './action.ts'

export type FindingSummary = Pick<FindingState, 'title' | 'kind' | 'domain' | 'status' | 'kloes'> & {
  readonly id: string
  /** Its number in the case; never used again. */
  readonly number: number
  readonly entries: number
  readonly version: number
  readonly changedAt: string
  readonly changedBy: string
}

export type EvidenceView = {
  readonly recordId: string
  /** Why this entry is evidence. */
  readonly note: string
  /** Names in the note stand here as pseudonyms. */
  readonly projected: boolean
  /** The version that stands. */
  readonly entry: EntryRow
  /** Its agency's newest file has this entry no more. */
  readonly removed: boolean
}

export type FindingView = FindingSummary & {
  readonly statement: string
  readonly createdAt: string
  readonly createdBy: string
  /** In the order a person set. */
  readonly evidence: readonly EvidenceView[]
  /** Names in its title or statement stand here as pseudonyms. */
  readonly projected: boolean
  readonly comments: number
}

export type FindingList = {
  readonly findings: readonly FindingSummary[]
  readonly gaps: {
    /** Key lines of enquiry that no finding answers yet. */
    readonly kloes: readonly { readonly n: number; readonly text: string }[]
    /** Entries judged a missed opportunity that no finding rests on: how many, and the first of them in order. */
    readonly missed: { readonly total: number; readonly entries: readonly EntryRow[] }
  }
}

export type FindingVersionView = {
  readonly version: number
  readonly writtenAt: string
  readonly writtenBy: string
  /** What it changed of the version before; everything, for the first. */
  readonly changed: readonly FindingPart[]
  readonly title: string
  readonly statement: string
  readonly kind: FindingState['kind']
  readonly domain: FindingState['domain']
  readonly status: FindingState['status']
  readonly kloes: readonly number[]
  readonly entries: number
}

/** A finding an entry is evidence of, and why. */
export type FindingOfEntry = FindingSummary & { readonly note: string }

const version = z.number().int().min(1)
const note = z.string().trim().max(4_000)
const recordIds = z.array(id).min(1, 'Choose at least one entry').max(5_000)

export const findingFields = z.object({
  title: shortText,
  statement: z.string().trim().max(20_000),
  kind: z.enum(findingKinds),
  domain: z.enum(analysisDomains).nullable(),
  status: z.enum(findingStatuses),
  kloes: z.array(z.number().int().min(1)).max(200),
})

const ofFinding = { caseId: id, findingId: id, version } as const

/** What every change of a finding answers with. */
type Changed = { readonly findingId: string; readonly number: number; readonly version: number }

export const findingsContract = {
  'finding.list': action<FindingList>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'finding.show': action<FindingView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, findingId: id, pseudonyms }),
  ),
  'finding.history': action<readonly FindingVersionView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, findingId: id, pseudonyms }),
  ),
  'finding.of-entry': action<readonly FindingOfEntry[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, recordId: id, pseudonyms }),
  ),
  'finding.add': action<Changed>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({
      caseId: id,
      ...findingFields.partial().required({ title: true }).shape,
      recordIds: z.array(id).max(5_000).default([]),
      note: note.default(''),
    }),
  ),
  /** Changes what is given and leaves the rest as it is. */
  'finding.save': action<Changed>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ ...ofFinding, ...findingFields.partial().shape }),
  ),
  /** Entries that are evidence of it already stay as they are. */
  'finding.add-entries': action<Changed & { readonly added: number }>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ ...ofFinding, recordIds, note: note.default('') }),
  ),
  'finding.remove-entries': action<Changed>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ ...ofFinding, recordIds }),
  ),
  'finding.note-entry': action<Changed>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ ...ofFinding, recordId: id, note }),
  ),
  /** Puts one entry of it at a place in its order, counted from 0. */
  'finding.move-entry': action<Changed>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ ...ofFinding, recordId: id, place: z.number().int().min(0) }),
  ),
  /** Makes it what it was at an earlier version, as a new version: how any change of it is undone. */
  'finding.restore': action<Changed>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({ ...ofFinding, to: version }),
  ),
} as const satisfies Readonly<Record<string, Action>>
