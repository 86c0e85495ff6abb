import { z } from 'zod'
import { linkDecisions, type LinkDecision } from '../../domain/chronology/same-event-groups.ts'
import type { LinkView } from '../views.ts'
import { action, id, pseudonyms, type Action } from './action.ts'

/** One entry as an account of an event. Its record outlives a new version of the agency's file. */
export type AccountView = {
  readonly entryId: string
  readonly recordId: string
  readonly agencyId: string
  readonly agency: string
  /** As written, with the time where there is one. */
  readonly date: string
  readonly where: string
  readonly event: string
  readonly action: string | null
  readonly outcome: string | null
  readonly author: string | null
  readonly contactType: string | null
  /** The agency left it out of a later version of its file. */
  readonly removed: boolean
}

export type Aspect = 'date' | 'time' | 'attendance' | 'content' | 'action'

/** One matter in which accounts differ, with the words of each that speaks of it. */
export type DifferenceView = {
  readonly aspect: Aspect
  readonly subject: string
  readonly sentence: string
  readonly says: readonly { readonly recordId: string; readonly words: string }[]
}

/** Who decided what about two accounts, when and why. */
export type LinkDecisionView = {
  readonly decision: LinkDecision
  readonly by: string
  readonly at: string
  readonly reason: string
  /** The sentence with which it was proposed; null where a person found it. */
  readonly suggestion: string | null
}

/** Two accounts, and whether they are one event. */
export type PairView = {
  readonly a: AccountView
  readonly b: AccountView
  readonly state: 'proposed' | LinkDecision
  /** Counts the decisions about the pair; to be sent back with the next. */
  readonly version: number
  readonly score: number | null
  readonly reason: string | null
  readonly decided: LinkDecisionView | null
  /** Records of those accounts that say something else now than when it was decided. */
  readonly changedSince: readonly string[]
  readonly differences: readonly DifferenceView[]
}

export const settlingOutcomes = ['preferred', 'neither', 'both', 'open', 'withdrawn'] as const
export type SettlingOutcome = (typeof settlingOutcomes)[number]

export type SettlementView = {
  readonly outcome: SettlingOutcome
  /** The record whose account is preferred. */
  readonly preferred: string | null
  readonly reason: string
  readonly by: string
  readonly at: string
}

export type ConflictView = {
  /** The event it belongs to; null where the accounts are only proposed to be one event. */
  readonly eventId: string | null
  readonly confirmed: boolean
  readonly state: 'open' | 'resolved'
  readonly aspect: Aspect
  readonly subject: string
  readonly sentence: string
  /** Whether a person wrote it down. */
  readonly noted: boolean
  /** To be sent back when it is settled. */
  readonly version: number
  readonly accounts: readonly (AccountView & { readonly says: string })[]
  readonly resolution: SettlementView | null
  /** How it was settled before an account was linked or changed; it no longer holds. */
  readonly earlier: SettlementView | null
}

/** Accounts that a person confirmed to be one event. */
export type EventView = {
  /** The least of its records. */
  readonly id: string
  readonly accounts: readonly AccountView[]
  readonly links: readonly Omit<PairView, 'differences'>[]
  readonly conflicts: readonly ConflictView[]
}

export type LinkCounts = {
  readonly proposals: number
  readonly events: number
  readonly rejected: number
  readonly openConflicts: number
  readonly resolvedConflicts: number
}

/** What one entry is linked with. */
export type EntryLinksView = {
  readonly entryId: string
  readonly recordId: string
  readonly event: EventView | null
  readonly proposals: readonly PairView[]
  /** Pairs too weak to be proposed, for somebody who looks for more. */
  readonly perhaps: readonly PairView[]
  readonly rejected: readonly PairView[]
}

const offset = z.number().int().min(0).default(0)
const limit = z.number().int().min(1).max(1_000).default(100)
const ofCase = z.object({ caseId: id, pseudonyms })
const page = ofCase.extend({ offset, limit })
const reason = z.string().trim().max(4_000).default('')
const words = z.string().trim().min(1, 'Enter what the account says').max(2_000)
const version = z.number().int().min(0)

export const sameEventsContract = {
  /** Pairs confirmed, and pairs proposed that nobody has decided on. */
  'chronology.links': action<readonly LinkView[]>()('chronology:read', 'caseId', 'read', ofCase),
  'chronology.link-counts': action<LinkCounts>()('chronology:read', 'caseId', 'read', ofCase),
  /** Pairs that nobody has decided on, the likeliest first. */
  'chronology.proposals': action<{ total: number; pairs: readonly PairView[] }>()(
    'chronology:read',
    'caseId',
    'read',
    page,
  ),
  'chronology.rejected-links': action<{ total: number; pairs: readonly PairView[] }>()(
    'chronology:read',
    'caseId',
    'read',
    page,
  ),
  'chronology.events': action<{ total: number; events: readonly EventView[] }>()(
    'chronology:read',
    'caseId',
    'read',
    page,
  ),
  'chronology.conflicts': action<{
    open: number
    resolved: number
    total: number
    conflicts: readonly ConflictView[]
  }>()(
    'chronology:read',
    'caseId',
    'read',
    page.extend({
      state: z.enum(['open', 'resolved', 'all']).default('open'),
      /** Also what pairs differ in that are only proposed. */
      proposed: z.boolean().default(false),
    }),
  ),
  'chronology.entry-links': action<EntryLinksView>()(
    'chronology:read',
    'caseId',
    'read',
    ofCase.extend({ entryId: id }),
  ),
  /** Two entries side by side, decided on or not. */
  'chronology.pair': action<PairView>()('chronology:read', 'caseId', 'read', ofCase.extend({ a: id, b: id })),
  'chronology.decide-links': action<{
    decided: readonly {
      readonly a: string
      readonly b: string
      readonly version: number
      readonly before: LinkDecision
    }[]
    /** Accounts now in the event of the first pair. */
    together: number
  }>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({
      caseId: id,
      pairs: z
        .array(z.object({ a: id, b: id, version }))
        .min(1)
        .max(100),
      decision: z.enum(linkDecisions),
      reason,
    }),
  ),
  'chronology.settle-conflict': action<{ version: number }>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({
      caseId: id,
      aspect: z.enum(['date', 'time', 'attendance', 'content', 'action']),
      subject: z.string().min(1).max(200),
      /** The entries whose accounts were read, as the conflict lists them. */
      accounts: z.array(id).min(2).max(200),
      version,
      outcome: z.enum(settlingOutcomes),
      preferred: id.optional(),
      reason,
    }),
  ),
  'chronology.note-conflict': action<{ subject: string; version: number }>()(
    'chronology:analyse',
    'caseId',
    'write',
    z.object({
      caseId: id,
      aspect: z.enum(['date', 'time', 'attendance', 'content', 'action']),
      positions: z
        .array(z.object({ entryId: id, says: words }))
        .min(2)
        .max(50),
      reason,
    }),
  ),
} as const satisfies Readonly<Record<string, Action>>
