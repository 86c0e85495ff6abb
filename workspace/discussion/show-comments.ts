import { getAgency } from '../../db/agencies.ts'
import { listComments, type Comment, type Subject, type Thread } from '../../db/comments.ts'
import { getEntry, type Entry } from '../../db/entries.ts'
import { getFinding } from '../../db/findings.ts'
import { standingEntry } from '../../db/records.ts'
import { getUser } from '../../db/users.ts'
import { entryFields } from '../../domain/chronology/entry.ts'
import { partsOf } from '../../domain/discussion/comment-text.ts'
import type { Readings } from '../chronology/show-entries.ts'
import type {
  AccountSince,
  CommentPartView,
  CommentView,
  SubjectView,
  ThreadView,
} from '../contract/comments.ts'
import type { Session } from '../host.ts'
import { isUser } from './people.ts'

export const nameOf = ({ vault }: Session, userId: string): string => getUser(vault.db, userId)?.name ?? ''

/** A kept comment as its reader may see it. Who is mentioned is a colleague and stands by name. */
export const partsAsRead = (
  session: Session,
  text: string,
  { text: read }: Readings,
): readonly CommentPartView[] =>
  partsOf(text, isUser(session.vault.db)).map((part) =>
    part.kind === 'text'
      ? { kind: 'text', text: read(part.text) }
      : { ...part, name: nameOf(session, part.userId) },
  )

const isProjected = (session: Session, text: string, { text: read }: Readings): boolean =>
  partsOf(text, isUser(session.vault.db)).some(
    (part) => part.kind === 'text' && read(part.text) !== part.text,
  )

export const subjectAsRead = (
  { vault: { db } }: Session,
  caseId: string,
  subject: Subject,
  { text: read, agency }: Readings,
): SubjectView => {
  if (subject.kind === 'finding') {
    const { id, number, state } = getFinding(db, caseId, subject.id)
    return { kind: 'finding', findingId: id, number, title: read(state.title) }
  }
  const entry = standingEntry(db, caseId, subject.id)
  return {
    kind: 'entry',
    recordId: subject.id,
    entryId: entry.id,
    date: read(entry.date.original),
    agency: agency(getAgency(db, caseId, entry.agencyId).name),
  }
}

/** How an account differs from the version somebody had read; null where it says the same. */
const accountSince = (
  { vault: { db } }: Session,
  standing: Entry,
  readId: string | null,
): AccountSince | null => {
  if (standing.status === 'removed') return { kind: 'removed' }
  if (readId === null || readId === standing.id) return null
  const before = getEntry(db, readId).fields
  const fields = entryFields.filter(
    (field) => field !== 'ignore' && (before[field] ?? '') !== (standing.fields[field] ?? ''),
  )
  return fields.length === 0 ? null : { kind: 'changed', at: standing.createdAt, fields }
}

const commentAsRead = (
  session: Session,
  comment: Comment,
  standing: Entry | null,
  readings: Readings,
): CommentView => {
  const { wording, withdrawnAt } = comment
  const shown = withdrawnAt === null
  return {
    id: comment.id,
    author: { id: comment.author, name: nameOf(session, comment.author) },
    own: comment.author === session.user.id,
    writtenAt: comment.writtenAt,
    editedAt: comment.wordings > 1 ? wording.writtenAt : null,
    withdrawnAt,
    version: comment.version,
    parts: shown ? partsAsRead(session, wording.text, readings) : [],
    projected: shown && isProjected(session, wording.text, readings),
    since: shown && standing ? accountSince(session, standing, wording.entryId) : null,
  }
}

/** Threads of one case with their comments, as their reader may see them. */
export const threadsAsRead = (
  session: Session,
  caseId: string,
  threads: readonly Thread[],
  readings: Readings,
): readonly ThreadView[] => {
  const { db } = session.vault
  const comments = Map.groupBy(
    listComments(
      db,
      threads.map(({ id }) => id),
    ),
    ({ threadId }) => threadId,
  )
  return threads.map((thread): ThreadView => {
    const { subject, resolvedBy, resolvedAt } = thread
    const standing = subject.kind === 'entry' ? standingEntry(db, caseId, subject.id) : null
    return {
      id: thread.id,
      subject: subjectAsRead(session, caseId, subject, readings),
      resolved:
        resolvedBy === null || resolvedAt === null
          ? null
          : { by: nameOf(session, resolvedBy), at: resolvedAt },
      version: thread.version,
      comments: (comments.get(thread.id) ?? []).map((comment) =>
        commentAsRead(session, comment, standing, readings),
      ),
    }
  })
}
