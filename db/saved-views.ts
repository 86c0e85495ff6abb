import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'

/** A kept way of reading one case. `settings` is JSON, checked by who reads it. */
export type StoredView = {
  readonly id: string
  readonly caseId: string
  readonly ownerId: string
  readonly name: string
  readonly shared: boolean
  readonly settings: string
  readonly removed: boolean
  readonly version: number
}

type Row = Omit<StoredView, 'shared' | 'removed'> & { readonly shared: number; readonly removed: number }

const columns = `id, case_id AS caseId, owner_id AS ownerId, name, shared, settings, removed, version`
const toView = (row: Row): StoredView => ({ ...row, shared: row.shared === 1, removed: row.removed === 1 })

/** Views of a case that a user sees: their own, and those shared with the team; not those taken away. */
export const listViews = (db: Db, caseId: string, userId: string): readonly StoredView[] =>
  db
    .prepare<[string, string], Row>(
      `SELECT ${columns} FROM saved_views WHERE case_id = ? AND removed = 0 AND (owner_id = ? OR shared = 1)
       ORDER BY name COLLATE NOCASE, id`,
    )
    .all(caseId, userId)
    .map(toView)

export const insertView = (
  db: Db,
  view: Omit<StoredView, 'removed' | 'version'> & { readonly at: string },
): void => {
  db.prepare(
    `INSERT INTO saved_views (id, case_id, owner_id, name, shared, settings, version, updated_at)
     VALUES (@id, @caseId, @ownerId, @name, @shared, @settings, 1, @at)`,
  ).run({ ...view, shared: view.shared ? 1 : 0 })
}

/**
 * Changes what is given of a view that is still at the version that was read, and answers the new version.
 * Throws `not-found` for a view of another case or another person's, `conflict` where it was changed since.
 */
export const changeView = (
  db: Db,
  of: Pick<StoredView, 'id' | 'caseId' | 'ownerId' | 'version'> & { readonly at: string },
  change: Partial<Pick<StoredView, 'name' | 'shared' | 'settings' | 'removed'>>,
): number => {
  const row = db
    .prepare<[string, string, string], Row>(
      `SELECT ${columns} FROM saved_views WHERE id = ? AND case_id = ? AND owner_id = ?`,
    )
    .get(of.id, of.caseId, of.ownerId)
  if (!row) throw new ExpectedError('not-found', 'The case has no such view of yours.')
  if (row.version !== of.version)
    throw new ExpectedError('conflict', 'This view was changed since you opened it. Open it again.')
  const next = { ...toView(row), ...change }
  db.prepare(
    `UPDATE saved_views SET name = @name, shared = @shared, settings = @settings, removed = @removed,
       version = version + 1, updated_at = @at WHERE id = @id`,
  ).run({
    ...{ id: row.id, at: of.at, name: next.name, settings: next.settings },
    ...{ shared: next.shared ? 1 : 0, removed: next.removed ? 1 : 0 },
  })
  return row.version + 1
}

/** The view a user begins a case with, whether or not they can still see it. */
export const firstView = (db: Db, caseId: string, userId: string): string | null =>
  db
    .prepare<[string, string], string>('SELECT view_id FROM first_views WHERE case_id = ? AND user_id = ?')
    .pluck()
    .get(caseId, userId) ?? null

export const setFirstView = (db: Db, caseId: string, userId: string, viewId: string | null): void => {
  if (viewId === null) {
    db.prepare('DELETE FROM first_views WHERE case_id = ? AND user_id = ?').run(caseId, userId)
    return
  }
  db.prepare(
    `INSERT INTO first_views (case_id, user_id, view_id) VALUES (?, ?, ?)
     ON CONFLICT (case_id, user_id) DO UPDATE SET view_id = excluded.view_id`,
  ).run(caseId, userId, viewId)
}
