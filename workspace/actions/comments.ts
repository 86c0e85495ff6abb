import {
  addComment,
  getComment,
  getThread,
  insertThread,
  listThreads,
  listWordings,
  resolveThread,
  rewordComment,
  withdrawComment,
  type Comment,
  type Subject,
  type Wording,
} from '../../db/comments.ts'
import type { Db } from '../../db/database.ts'
import { getFinding } from '../../db/findings.ts'
import { markThreadRead, saveMentions } from '../../db/mentions.ts'
import { standingEntry } from '../../db/records.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import type { ValidInput } from '../contract.ts'
import { mentionedOn, peopleOf } from '../discussion/people.ts'
import { partsAsRead, subjectAsRead, threadsAsRead } from '../discussion/show-comments.ts'
import type { Environment, Handlers, Session } from '../host.ts'

type Names =
  | 'comment.list'
  | 'comment.open-thread'
  | 'comment.reply'
  | 'comment.edit'
  | 'comment.withdraw'
  | 'comment.resolve'
  | 'comment.history'

/** What a caller means, once it is known to be in this case. Throws `not-found`. */
const subjectOf = (db: Db, caseId: string, given: ValidInput<'comment.open-thread'>['subject']): Subject => {
  const { recordId, findingId } = given
  if (findingId !== undefined) return { kind: 'finding', id: getFinding(db, caseId, findingId).id }
  return { kind: 'entry', id: standingEntry(db, caseId, recordId ?? '').recordId }
}

type Parts = { readonly session: Session; readonly env: Environment; readonly caseId: string | null }

const wordingOf = ({ session, env, caseId }: Parts, subject: Subject, text: string): Wording => ({
  text,
  entryId: subject.kind === 'entry' ? standingEntry(session.vault.db, caseId ?? '', subject.id).id : null,
  writtenAt: env.now(),
})

/** Adds a comment and who it mentions; says how many that are. */
const say = (parts: Parts, thread: { readonly id: string; readonly subject: Subject }, text: string) => {
  const { session, env, caseId } = parts
  const { db } = session.vault
  const userIds = mentionedOn(db, caseId ?? '', text)
  const comment = { id: env.newId(), threadId: thread.id, author: session.user.id }
  addComment(db, comment, wordingOf(parts, thread.subject, text))
  saveMentions(db, comment.id, { userIds, author: session.user.id, at: env.now() })
  // Whoever answers has read what was said to them.
  markThreadRead(db, thread.id, session.user.id, env.now())
  return { commentId: comment.id, mentions: userIds.length }
}

/** Throws `not-permitted` where it is somebody else's. */
const ownComment = ({ session, caseId }: Parts, commentId: string): Comment => {
  const comment = getComment(session.vault.db, caseId ?? '', commentId)
  if (comment.author === session.user.id) return comment
  throw new ExpectedError('not-permitted', 'Only the person who wrote a comment can change it.')
}

const refuseWithdrawn = ({ withdrawnAt }: Comment): void => {
  if (withdrawnAt !== null)
    throw new ExpectedError('refused', 'This comment was withdrawn. What it said is not shown any more.')
}

export const commentActions: Handlers<Names> = {
  'comment.list':
    ({ session, ...context }, { subject, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const about = subject && subjectOf(db, caseId, subject)
      const readings = readingsFor(session, caseId, pseudonyms)
      return {
        value: {
          subject: about === undefined ? null : subjectAsRead(session, caseId, about, readings),
          threads: threadsAsRead(session, caseId, listThreads(db, caseId, about), readings),
          people: peopleOf(db, caseId).filter(({ id }) => id !== session.user.id),
        },
        ...(about === undefined ? {} : { record: about.id }),
      }
    },

  'comment.open-thread': (context, { subject, text }) => {
    const { session, env } = context
    const caseId = context.caseId ?? ''
    return () => {
      const about = subjectOf(session.vault.db, caseId, subject)
      const thread = { id: env.newId(), caseId, subject: about }
      insertThread(session.vault.db, thread)
      const { commentId, mentions } = say(context, thread, text)
      return {
        value: { threadId: thread.id, commentId },
        record: about.id,
        detail: { thread: thread.id, comment: commentId, mentions },
      }
    }
  },

  'comment.reply': (context, { threadId, text }) => {
    const { session } = context
    return () => {
      const thread = getThread(session.vault.db, context.caseId ?? '', threadId)
      const { commentId, mentions } = say(context, thread, text)
      return {
        value: { commentId },
        record: thread.subject.id,
        detail: { thread: threadId, comment: commentId, mentions },
      }
    }
  },

  'comment.edit': (context, { commentId, version, text }) => {
    const { session, env, caseId } = context
    return () => {
      const { db } = session.vault
      const comment = ownComment(context, commentId)
      refuseWithdrawn(comment)
      const { subject } = getThread(db, caseId ?? '', comment.threadId)
      const userIds = mentionedOn(db, caseId ?? '', text)
      rewordComment(db, { id: commentId, version }, wordingOf(context, subject, text))
      saveMentions(db, commentId, { userIds, author: session.user.id, at: env.now() })
      return {
        value: null,
        record: subject.id,
        version: version + 1,
        detail: { comment: commentId, mentions: userIds.length },
      }
    }
  },

  'comment.withdraw': (context, { commentId, version, withdrawn }) => {
    const { session, env, caseId } = context
    return () => {
      const { db } = session.vault
      const { threadId } = ownComment(context, commentId)
      withdrawComment(db, { id: commentId, version }, withdrawn ? env.now() : null)
      return {
        value: null,
        record: getThread(db, caseId ?? '', threadId).subject.id,
        version: version + 1,
        detail: { comment: commentId, withdrawn },
      }
    }
  },

  'comment.resolve': ({ session, env, caseId }, { threadId, version, resolved }) => {
    const { db } = session.vault
    return () => {
      const { subject } = getThread(db, caseId ?? '', threadId)
      resolveThread(db, { id: threadId, version }, resolved ? { by: session.user.id, at: env.now() } : null)
      return { value: null, record: subject.id, version: version + 1, detail: { thread: threadId, resolved } }
    }
  },

  'comment.history':
    ({ session, ...context }, { commentId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      refuseWithdrawn(getComment(db, caseId, commentId))
      const readings = readingsFor(session, caseId, pseudonyms)
      return {
        value: listWordings(db, commentId).map(({ text, writtenAt }) => ({
          writtenAt,
          parts: partsAsRead(session, text, readings),
        })),
        record: commentId,
      }
    },
}
