import type { Db } from './database.ts'

/** Somebody named in a comment that stands, in the newest wording of it. */
export type Mention = {
  readonly commentId: string
  readonly threadId: string
  readonly caseId: string
  readonly madeAt: string
  readonly readAt: string | null
}

type StoredMention = {
  readonly comment_id: string
  readonly thread_id: string
  readonly case_id: string
  readonly made_at: string
  readonly read_at: string | null
}

/**
 * Sets who a comment mentions. Somebody mentioned before keeps what they had read; somebody no longer mentioned is not
 * shown the comment any more.
 */
export const saveMentions = (
  db: Db,
  commentId: string,
  mentioned: { readonly userIds: readonly string[]; readonly author: string; readonly at: string },
): void => {
  db.prepare('UPDATE mentions SET standing = 0 WHERE comment_id = ?').run(commentId)
  const save = db.prepare(
    `INSERT INTO mentions (comment_id, user_id, standing, made_at, read_at) VALUES (@commentId, @userId, 1, @at, @readAt)
     ON CONFLICT DO UPDATE SET standing = 1`,
  )
  const { at, author } = mentioned
  for (const userId of mentioned.userIds)
    save.run({ commentId, userId, at, readAt: userId === author ? at : null })
}

const standing = `
  mentions JOIN comments ON comments.id = mentions.comment_id
  JOIN comment_threads ON comment_threads.id = comments.thread_id
  WHERE mentions.user_id = ? AND standing = 1 AND withdrawn_at IS NULL AND author <> mentions.user_id`

/** What mentions somebody, unread first, then newest first; read ones up to a number. */
export const listMentions = (db: Db, userId: string, readOnes: number): readonly Mention[] => {
  const rows = db
    .prepare<[string], StoredMention>(
      `SELECT comment_id, thread_id, case_id, made_at, read_at FROM ${standing}
       ORDER BY read_at IS NOT NULL, made_at DESC, mentions.rowid DESC`,
    )
    .all(userId)
    .map((row) => ({
      commentId: row.comment_id,
      threadId: row.thread_id,
      caseId: row.case_id,
      madeAt: row.made_at,
      readAt: row.read_at,
    }))
  const unread = rows.filter(({ readAt }) => readAt === null).length
  return rows.slice(0, unread + readOnes)
}

/** Notes that somebody has read what mentions them, or has not; a comment that does not mention them is left alone. */
export const markMention = (db: Db, commentId: string, userId: string, readAt: string | null): void => {
  db.prepare('UPDATE mentions SET read_at = ? WHERE comment_id = ? AND user_id = ?').run(
    readAt,
    commentId,
    userId,
  )
}

/** Notes that somebody has read everything of a thread that mentions them. */
export const markThreadRead = (db: Db, threadId: string, userId: string, at: string): void => {
  db.prepare(
    `UPDATE mentions SET read_at = ? WHERE user_id = ? AND read_at IS NULL
     AND comment_id IN (SELECT id FROM comments WHERE thread_id = ?)`,
  ).run(at, userId, threadId)
}
