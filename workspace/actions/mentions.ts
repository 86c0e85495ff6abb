import { getCase, isOnTeam } from '../../db/cases.ts'
import { getComment, getThread } from '../../db/comments.ts'
import { listMentions, markMention, type Mention } from '../../db/mentions.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import { readingsFor, type Readings } from '../chronology/show-entries.ts'
import type { MentionView } from '../contract/comments.ts'
import { nameOf, partsAsRead, subjectAsRead } from '../discussion/show-comments.ts'
import type { Handlers, Session } from '../host.ts'

type Names = 'mention.count' | 'mention.list' | 'mention.mark'

const readOnesShown = 100

/** What mentions the person at work, on cases they may still comment on. */
const mentionsOf = ({ vault: { db }, user }: Session): readonly Mention[] =>
  listMentions(db, user.id, readOnesShown).filter(({ caseId }) =>
    isAllowed(user.role, 'chronology:comment', isOnTeam(db, caseId, user.id)),
  )

const viewOf = (session: Session, mention: Mention, readings: Readings): MentionView => {
  const { db } = session.vault
  const { caseId } = mention
  const comment = getComment(db, caseId, mention.commentId)
  const thread = getThread(db, caseId, mention.threadId)
  return {
    commentId: mention.commentId,
    threadId: mention.threadId,
    caseId,
    caseTitle: getCase(db, caseId).title,
    subject: subjectAsRead(session, caseId, thread.subject, readings),
    author: nameOf(session, comment.author),
    at: mention.madeAt,
    readAt: mention.readAt,
    resolved: thread.resolvedAt !== null,
    parts: partsAsRead(session, comment.wording.text, readings),
  }
}

export const mentionActions: Handlers<Names> = {
  'mention.count':
    ({ session }) =>
    () => ({ value: { unread: mentionsOf(session).filter(({ readAt }) => readAt === null).length } }),

  'mention.list':
    ({ session }, { pseudonyms }) =>
    () => {
      const readings = new Map<string, Readings>()
      const readingsOf = (caseId: string): Readings => {
        const known = readings.get(caseId) ?? readingsFor(session, caseId, pseudonyms)
        readings.set(caseId, known)
        return known
      }
      return {
        value: mentionsOf(session).map((mention) => viewOf(session, mention, readingsOf(mention.caseId))),
      }
    },

  'mention.mark':
    ({ session, env, caseId }, { commentId, read }) =>
    () => {
      const { db } = session.vault
      getComment(db, caseId ?? '', commentId)
      markMention(db, commentId, session.user.id, read ? env.now() : null)
      return { value: null, record: commentId, detail: { read } }
    },
}
