import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'

/** What a thread is about: an entry, by its record, or a finding. */
export type Subject = { readonly kind: 'entry' | 'finding'; readonly id: string }

export type Thread = {
  readonly id: string
  readonly caseId: string
  readonly subject: Subject
  readonly resolvedBy: string | null
  readonly resolvedAt: string | null
  readonly version: number
}

/** One wording of a comment; `entryId` is the version of the account its author had before them. */
export type Wording = { readonly text: string; readonly entryId: string | null; readonly writtenAt: string }

export type Comment = {
  readonly id: string
  readonly threadId: string
  readonly author: string
  readonly withdrawnAt: string | null
  readonly version: number
  /** When it was first written. */
  readonly writtenAt: string
  /** How it reads now. */
  readonly wording: Wording
  readonly wordings: number
}

type StoredThread = {
  readonly id: string
  readonly case_id: string
  readonly subject: Subject['kind']
  readonly subject_id: string
  readonly resolved_by: string | null
  readonly resolved_at: string | null
  readonly version: number
}
type StoredComment = {
  readonly id: string
  readonly thread_id: string
  readonly author: string
  readonly withdrawn_at: string | null
  readonly version: number
  readonly first_at: string
  readonly wordings: number
  readonly text: string
  readonly entry_id: string | null
  readonly written_at: string
}

const toThread = (row: StoredThread): Thread => ({
  id: row.id,
  caseId: row.case_id,
  subject: { kind: row.subject, id: row.subject_id },
  resolvedBy: row.resolved_by,
  resolvedAt: row.resolved_at,
  version: row.version,
})

const toComment = (row: StoredComment): Comment => ({
  id: row.id,
  threadId: row.thread_id,
  author: row.author,
  withdrawnAt: row.withdrawn_at,
  version: row.version,
  writtenAt: row.first_at,
  wording: { text: row.text, entryId: row.entry_id, writtenAt: row.written_at },
  wordings: row.wordings,
})

const threadColumns = 'id, case_id, subject, subject_id, resolved_by, resolved_at, version'

/** A comment beside its first wording (when) and its last (how it reads). */
const comments = `
  SELECT comments.id, thread_id, author, withdrawn_at, version, first.written_at AS first_at,
    last.n AS wordings, last.text, last.entry_id, last.written_at
  FROM comments
  JOIN comment_wordings AS first ON first.comment_id = comments.id AND first.n = 1
  JOIN comment_wordings AS last ON last.comment_id = comments.id
    AND last.n = (SELECT max(n) FROM comment_wordings WHERE comment_id = comments.id)`

const changedSince = (what: string) =>
  new ExpectedError('conflict', `Somebody changed this ${what} since you read it. Look at it again.`)

/** Opens a thread without a comment; `addComment` follows in the same transaction. */
export const insertThread = (
  db: Db,
  thread: { readonly id: string; readonly caseId: string; readonly subject: Subject },
): void => {
  db.prepare(
    `INSERT INTO comment_threads (id, case_id, subject, subject_id, n, version)
     VALUES (@id, @caseId, @kind, @subjectId,
       (SELECT coalesce(max(n), 0) + 1 FROM comment_threads WHERE case_id = @caseId), 1)`,
  ).run({ ...thread, kind: thread.subject.kind, subjectId: thread.subject.id })
}

/** Threads of a case, or of one subject in it, as they were opened. */
export const listThreads = (db: Db, caseId: string, subject?: Subject): readonly Thread[] =>
  db
    .prepare<[unknown], StoredThread>(
      `SELECT ${threadColumns} FROM comment_threads WHERE case_id = @caseId
       ${subject === undefined ? '' : 'AND subject = @kind AND subject_id = @id'} ORDER BY n`,
    )
    .all({ caseId, ...subject })
    .map(toThread)

/** Throws `not-found`, also where the thread is another case's. */
export const getThread = (db: Db, caseId: string, id: string): Thread => {
  const row = db
    .prepare<[string, string], StoredThread>(
      `SELECT ${threadColumns} FROM comment_threads WHERE id = ? AND case_id = ?`,
    )
    .get(id, caseId)
  if (!row) throw new ExpectedError('not-found', 'There is no such thread of comments in this case.')
  return toThread(row)
}

/** Settles a thread or, with null, opens it again. Throws `conflict` where somebody did either since it was read. */
export const resolveThread = (
  db: Db,
  thread: { readonly id: string; readonly version: number },
  resolved: { readonly by: string; readonly at: string } | null,
): void => {
  const { changes } = db
    .prepare(
      `UPDATE comment_threads SET resolved_by = ?, resolved_at = ?, version = version + 1
       WHERE id = ? AND version = ?`,
    )
    .run(resolved?.by ?? null, resolved?.at ?? null, thread.id, thread.version)
  if (changes === 0) throw changedSince('thread')
}

/** Adds a comment at the end of its thread. */
export const addComment = (
  db: Db,
  comment: { readonly id: string; readonly threadId: string; readonly author: string },
  wording: Wording,
): void => {
  db.prepare(
    `INSERT INTO comments (id, thread_id, n, author, withdrawn_at, version)
     VALUES (@id, @threadId, (SELECT coalesce(max(n), 0) + 1 FROM comments WHERE thread_id = @threadId), @author, NULL, 1)`,
  ).run(comment)
  addWording(db, comment.id, wording)
}

const addWording = (db: Db, commentId: string, wording: Wording): void => {
  db.prepare(
    `INSERT INTO comment_wordings (comment_id, n, text, entry_id, written_at)
     VALUES (@commentId, (SELECT coalesce(max(n), 0) + 1 FROM comment_wordings WHERE comment_id = @commentId), @text,
       @entryId, @writtenAt)`,
  ).run({ commentId, ...wording })
}

/** Gives a comment another wording; the ones before stay. Throws `conflict` where it changed since it was read. */
export const rewordComment = (
  db: Db,
  comment: { readonly id: string; readonly version: number },
  wording: Wording,
): void => {
  const { changes } = db
    .prepare(
      'UPDATE comments SET version = version + 1 WHERE id = ? AND version = ? AND withdrawn_at IS NULL',
    )
    .run(comment.id, comment.version)
  if (changes === 0) throw changedSince('comment')
  addWording(db, comment.id, wording)
}

/** Takes a comment out of sight or, with null, puts it back. Throws `conflict` where it changed since it was read. */
export const withdrawComment = (
  db: Db,
  comment: { readonly id: string; readonly version: number },
  at: string | null,
): void => {
  const { changes } = db
    .prepare('UPDATE comments SET withdrawn_at = ?, version = version + 1 WHERE id = ? AND version = ?')
    .run(at, comment.id, comment.version)
  if (changes === 0) throw changedSince('comment')
}

/** The comments of some threads, each thread's in order. */
export const listComments = (db: Db, threadIds: readonly string[]): readonly Comment[] =>
  db
    .prepare<[string], StoredComment>(
      `${comments} WHERE thread_id IN (SELECT value FROM json_each(?)) ORDER BY thread_id, comments.n`,
    )
    .all(JSON.stringify(threadIds))
    .map(toComment)

/** Throws `not-found`, also where the comment is another case's. */
export const getComment = (db: Db, caseId: string, id: string): Comment => {
  const row = db
    .prepare<[string, string], StoredComment>(
      `${comments} WHERE comments.id = ?
       AND thread_id IN (SELECT id FROM comment_threads WHERE case_id = ?)`,
    )
    .get(id, caseId)
  if (!row) throw new ExpectedError('not-found', 'There is no such comment in this case.')
  return toComment(row)
}

/** Every wording a comment had, oldest first. */
export const listWordings = (db: Db, commentId: string): readonly Wording[] =>
  db
    .prepare<[string], { text: string; entry_id: string | null; written_at: string }>(
      'SELECT text, entry_id, written_at FROM comment_wordings WHERE comment_id = ? ORDER BY n',
    )
    .all(commentId)
    .map((row) => ({ text: row.text, entryId: row.entry_id, writtenAt: row.written_at }))

/** How many comments stand about a subject, withdrawn ones left out. */
export const countComments = (db: Db, caseId: string, subject: Subject): number =>
  Number(
    db
      .prepare(
        `SELECT count(*) FROM comment_threads JOIN comments ON comments.thread_id = comment_threads.id
         WHERE case_id = ? AND subject = ? AND subject_id = ? AND withdrawn_at IS NULL`,
      )
      .pluck()
      .get(caseId, subject.kind, subject.id),
  )
