import { z } from 'zod'
import type { EntryField } from '../../domain/chronology/entry.ts'
import type { Role } from '../../domain/permissions/permissions.ts'
import { action, id, pseudonyms, type Action } from './action.ts'

/** A comment's words as its reader may see them, with people by the name they go by now. */
export type CommentPartView =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly userId: string; readonly name: string }

/** What a thread is about, as it stands now. */
export type SubjectView =
  | {
      readonly kind: 'entry'
      readonly recordId: string
      /** The version that stands. */
      readonly entryId: string
      /** The date as written. */
      readonly date: string
      readonly agency: string
    }
  | { readonly kind: 'finding'; readonly findingId: string; readonly number: number; readonly title: string }

export type CommentView = {
  readonly id: string
  readonly author: { readonly id: string; readonly name: string }
  readonly own: boolean
  readonly writtenAt: string
  /** When it was last reworded; null where it never was. */
  readonly editedAt: string | null
  /** Its text is not shown any more. */
  readonly withdrawnAt: string | null
  readonly version: number
  /** Empty where it is withdrawn. */
  readonly parts: readonly CommentPartView[]
  /** Names in it stand here as pseudonyms: what is read is not letter for letter what was typed. */
  readonly projected: boolean
  /** How the account it is about has changed since it was written. */
  readonly since: AccountSince | null
}

/** A new version of the agency's file changed the account, or left it out, after a comment was written. */
export type AccountSince =
  | { readonly kind: 'changed'; readonly at: string; readonly fields: readonly EntryField[] }
  | { readonly kind: 'removed' }

export type ThreadView = {
  readonly id: string
  readonly subject: SubjectView
  readonly resolved: { readonly by: string; readonly at: string } | null
  readonly version: number
  readonly comments: readonly CommentView[]
}

export type PersonView = { readonly id: string; readonly name: string; readonly role: Role }

export type ThreadList = {
  /** What was asked about; null for the whole case. */
  readonly subject: SubjectView | null
  readonly threads: readonly ThreadView[]
  /** Who may be mentioned here: those who may comment on this case. */
  readonly people: readonly PersonView[]
}

export type WordingView = { readonly writtenAt: string; readonly parts: readonly CommentPartView[] }

export type MentionView = {
  readonly commentId: string
  readonly threadId: string
  readonly caseId: string
  readonly caseTitle: string
  readonly subject: SubjectView
  readonly author: string
  readonly at: string
  readonly readAt: string | null
  readonly resolved: boolean
  readonly parts: readonly CommentPartView[]
}

/** One of the two: an entry, by its record, or a finding. */
export const commentSubject = z
  .object({ recordId: id.optional(), findingId: id.optional() })
  .refine(({ recordId, findingId }) => (recordId === undefined) !== (findingId === undefined), {
    message: 'Say which entry or which finding this is about',
  })

const text = z.string().trim().min(1, 'Write something first').max(10_000, 'Write at most 10,000 characters')
const version = z.number().int().min(1)

export const commentsContract = {
  'comment.list': action<ThreadList>()(
    'chronology:read',
    'caseId',
    'read',
    /** Without a subject, every thread of the case. */
    z.object({ caseId: id, subject: commentSubject.optional(), pseudonyms }),
  ),
  'comment.open-thread': action<{ threadId: string; commentId: string }>()(
    'chronology:comment',
    'caseId',
    'write',
    z.object({ caseId: id, subject: commentSubject, text }),
  ),
  'comment.reply': action<{ commentId: string }>()(
    'chronology:comment',
    'caseId',
    'write',
    z.object({ caseId: id, threadId: id, text }),
  ),
  /** Rewords one's own; the wordings before are kept. */
  'comment.edit': action<null>()(
    'chronology:comment',
    'caseId',
    'write',
    z.object({ caseId: id, commentId: id, version, text }),
  ),
  /** Takes one's own out of sight, or puts it back; that it was there stays. */
  'comment.withdraw': action<null>()(
    'chronology:comment',
    'caseId',
    'write',
    z.object({ caseId: id, commentId: id, version, withdrawn: z.boolean().default(true) }),
  ),
  'comment.resolve': action<null>()(
    'chronology:comment',
    'caseId',
    'write',
    z.object({ caseId: id, threadId: id, version, resolved: z.boolean().default(true) }),
  ),
  /** Every wording of a comment, oldest first. */
  'comment.history': action<readonly WordingView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, commentId: id, pseudonyms }),
  ),

  'mention.count': action<{ unread: number }>()('chronology:comment', 'none', 'none', z.object({})),
  /** What mentions the person asking, on every case they may comment on: unread first, then newest first. */
  'mention.list': action<readonly MentionView[]>()(
    'chronology:comment',
    'none',
    'read',
    z.object({ pseudonyms }),
  ),
  'mention.mark': action<null>()(
    'chronology:comment',
    'caseId',
    'write',
    z.object({ caseId: id, commentId: id, read: z.boolean().default(true) }),
  ),
} as const satisfies Readonly<Record<string, Action>>
