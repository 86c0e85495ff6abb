import type { Db } from './database.ts'

/** Text a person has typed and not yet saved. */
export type Draft = { readonly key: string; readonly text: string; readonly updatedAt: string }

export const saveDraft = (db: Db, userId: string, draft: Draft): void => {
  db.prepare(
    `INSERT INTO drafts (user_id, key, text, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`,
  ).run(userId, draft.key, draft.text, draft.updatedAt)
}

/** One user's drafts; nobody reads another's. */
export const listDrafts = (db: Db, userId: string): readonly Draft[] =>
  db
    .prepare<[string], Draft>(
      'SELECT key, text, updated_at AS updatedAt FROM drafts WHERE user_id = ? ORDER BY key',
    )
    .all(userId)

export const deleteDraft = (db: Db, userId: string, key: string): void => {
  db.prepare('DELETE FROM drafts WHERE user_id = ? AND key = ?').run(userId, key)
}
