import type { Audience, RedactionDecision } from '../domain/redaction/redaction.ts'
import type { Db } from './database.ts'

/**
 * How a decision came about: an answer to a question of the detector; a replacement made by a pattern or a guess and undone;
 * words the detector had passed over; or a detail made more general, so that nobody can search for it.
 */
export const decisionOrigins = ['question', 'restored', 'marked', 'generalised'] as const
export type DecisionOrigin = (typeof decisionOrigins)[number]

/** What a named person decided about a stretch of text: for one place of it, or for the whole case. */
export type Decision = RedactionDecision & {
  readonly id: string
  readonly caseId: string
  /** Id of the one passage it is for; null for the whole case. */
  readonly place: string | null
  readonly origin: DecisionOrigin
  readonly reason: string
  /** For whom the pack was meant in which it was made: what agencies may read is not thereby fit for the public. */
  readonly audience: Audience
  readonly decidedBy: string
  readonly decidedAt: string
}

/** A decision that has been taken back stays on record as the last word about its text and place. */
export type RecordedDecision = Omit<Decision, 'decision'> & {
  readonly decision: Decision['decision'] | 'withdrawn'
}

type StoredDecision = {
  readonly id: string
  readonly case_id: string
  readonly text: string
  readonly place: string | null
  readonly decision: RecordedDecision['decision']
  readonly origin: DecisionOrigin
  readonly entity: string | null
  readonly replacement: string | null
  readonly reason: string | null
  readonly audience: Audience
  readonly decided_by: string
  readonly decided_at: string
}

const toDecision = (row: StoredDecision): RecordedDecision => ({
  id: row.id,
  caseId: row.case_id,
  text: row.text,
  place: row.place,
  decision: row.decision,
  origin: row.origin,
  ...(row.entity === null ? {} : { entity: row.entity }),
  ...(row.replacement === null ? {} : { replacement: row.replacement }),
  reason: row.reason ?? '',
  audience: row.audience,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
})

/** Adds a decision. A later one about the same text and place counts from then on; the earlier stays on record. */
export const insertDecision = (db: Db, decision: RecordedDecision): void => {
  db.prepare(
    `INSERT INTO decisions (id, case_id, text, place, decision, origin, entity, replacement, reason, audience, decided_by,
       decided_at)
     VALUES (@id, @caseId, @text, @place, @decision, @origin, @entity, @replacement, @reason, @audience, @decidedBy,
       @decidedAt)`,
  ).run({
    ...decision,
    entity: decision.entity ?? null,
    replacement: decision.replacement ?? null,
  })
}

const stands = (decision: RecordedDecision): decision is Decision => decision.decision !== 'withdrawn'

/** Every decision that counts now, for places and for the whole case: the latest about each text and place. */
export const listAllDecisions = (db: Db, caseId: string): readonly Decision[] =>
  db
    .prepare<[string, string], StoredDecision>(
      `SELECT * FROM decisions WHERE case_id = ?
         AND seq IN (SELECT max(seq) FROM decisions WHERE case_id = ? GROUP BY text, place)
       ORDER BY seq`,
    )
    .all(caseId, caseId)
    .map(toDecision)
    .filter(stands)

/** The decisions that count now for a whole case, wherever their text stands. */
export const listDecisions = (db: Db, caseId: string): readonly Decision[] =>
  listAllDecisions(db, caseId).filter(({ place }) => place === null)

/** Every decision ever made in a case, oldest first, those taken back included. */
export const listDecisionHistory = (db: Db, caseId: string): readonly RecordedDecision[] =>
  db
    .prepare<[string], StoredDecision>('SELECT * FROM decisions WHERE case_id = ? ORDER BY seq')
    .all(caseId)
    .map(toDecision)
