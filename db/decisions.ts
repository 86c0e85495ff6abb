import type { Audience, RedactionDecision } from '../domain/redaction/redaction.ts'
import type { Db } from './database.ts'

/** What a named person decided about a candidate, for the whole case. */
export type Decision = RedactionDecision & {
  readonly id: string
  readonly caseId: string
  readonly reason: string
  /** For whom the pack was meant in which it was made: what agencies may read is not thereby fit for the public. */
  readonly audience: Audience
  readonly decidedBy: string
  readonly decidedAt: string
}

type StoredDecision = {
  readonly id: string
  readonly case_id: string
  readonly text: string
  readonly decision: 'keep' | 'replace'
  readonly entity: string | null
  readonly replacement: string | null
  readonly reason: string | null
  readonly audience: Audience
  readonly decided_by: string
  readonly decided_at: string
}

const toDecision = (row: StoredDecision): Decision => ({
  id: row.id,
  caseId: row.case_id,
  text: row.text,
  decision: row.decision,
  ...(row.entity === null ? {} : { entity: row.entity }),
  ...(row.replacement === null ? {} : { replacement: row.replacement }),
  reason: row.reason ?? '',
  audience: row.audience,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
})

/** Adds a decision. A later one about the same text counts from then on; the earlier stays on record. */
export const insertDecision = (db: Db, decision: Decision): void => {
  db.prepare(
    `INSERT INTO decisions (id, case_id, text, decision, entity, replacement, reason, audience, decided_by, decided_at)
     VALUES (@id, @caseId, @text, @decision, @entity, @replacement, @reason, @audience, @decidedBy, @decidedAt)`,
  ).run({
    ...decision,
    entity: decision.entity ?? null,
    replacement: decision.replacement ?? null,
  })
}

/** The decisions that count now: the latest about each text. */
export const listDecisions = (db: Db, caseId: string): readonly Decision[] =>
  db
    .prepare<[string, string], StoredDecision>(
      `SELECT * FROM decisions WHERE case_id = ?
         AND seq IN (SELECT max(seq) FROM decisions WHERE case_id = ? GROUP BY text)
       ORDER BY seq`,
    )
    .all(caseId, caseId)
    .map(toDecision)

/** Every decision ever made in a case, oldest first. */
export const listDecisionHistory = (db: Db, caseId: string): readonly Decision[] =>
  db
    .prepare<[string], StoredDecision>('SELECT * FROM decisions WHERE case_id = ? ORDER BY seq')
    .all(caseId)
    .map(toDecision)
