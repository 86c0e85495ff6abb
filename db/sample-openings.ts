import type { Db } from './database.ts'

/** Who opened which part of a pack's sample, at which version of the pack. */
type Opening = { readonly packId: string; readonly version: number; readonly userId: string }

/** Notes that somebody opened a part of a pack's sample; opening it again changes nothing. */
export const noteOpening = (
  db: Db,
  opening: Opening & { readonly item: string; readonly at: string },
): void => {
  db.prepare(
    `INSERT INTO sample_openings (pack_id, version, user_id, item, opened_at)
     VALUES (@packId, @version, @userId, @item, @at) ON CONFLICT DO NOTHING`,
  ).run(opening)
}

/** What somebody has opened of a pack at one version of it: item → when (ISO instant). */
export const listOpenings = (db: Db, opening: Opening): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare<[unknown], { readonly item: string; readonly opened_at: string }>(
        `SELECT item, opened_at FROM sample_openings
         WHERE pack_id = @packId AND version = @version AND user_id = @userId`,
      )
      .all(opening)
      .map(({ item, opened_at: at }) => [item, at]),
  )
