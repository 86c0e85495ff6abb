import type { Db } from './database.ts'

/** What somebody answered about one thing an intruder would search for. */
export type SearchAnswer = {
  readonly caseId: string
  readonly item: string
  readonly answer: 'not-found' | 'accepted'
  readonly reason: string
  readonly answeredBy: string
  /** ISO instant. */
  readonly answeredAt: string
}

/** Adds an answer; the latest about an item counts, and `withdrawn` takes the one before back. */
export const insertSearchAnswer = (
  db: Db,
  answer: Omit<SearchAnswer, 'answer'> & { readonly answer: SearchAnswer['answer'] | 'withdrawn' },
): void => {
  db.prepare(
    `INSERT INTO intruder_searches (case_id, item, answer, reason, answered_by, answered_at)
     VALUES (@caseId, @item, @answer, @reason, @answeredBy, @answeredAt)`,
  ).run(answer)
}

/** The answers that count now, of a whole case. */
export const listSearchAnswers = (db: Db, caseId: string): readonly SearchAnswer[] =>
  db
    .prepare<[string, string], SearchAnswer>(
      `SELECT case_id AS caseId, item, answer, reason, answered_by AS answeredBy, answered_at AS answeredAt
       FROM intruder_searches
       WHERE case_id = ? AND answer <> 'withdrawn'
         AND seq IN (SELECT max(seq) FROM intruder_searches WHERE case_id = ? GROUP BY item)
       ORDER BY seq`,
    )
    .all(caseId, caseId)
