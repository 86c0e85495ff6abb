import type { Audience } from '../domain/redaction/redaction.ts'
import type { Db } from './database.ts'

/** What a second reader answered about a text, without having seen what the first decided. */
export type SecondReading = {
  readonly caseId: string
  readonly text: string
  readonly decision: 'keep' | 'replace'
  readonly entity: string | null
  readonly replacement: string | null
  readonly audience: Audience
  readonly reason: string
  readonly readBy: string
  /** ISO instant. */
  readonly readAt: string
}

export const insertSecondReading = (db: Db, reading: SecondReading): void => {
  db.prepare(
    `INSERT INTO second_readings (case_id, text, decision, entity, replacement, audience, reason, read_by, read_at)
     VALUES (@caseId, @text, @decision, @entity, @replacement, @audience, @reason, @readBy, @readAt)`,
  ).run(reading)
}

/** What second readers answered in a case for one audience; oldest first. */
export const listSecondReadings = (db: Db, caseId: string, audience: Audience): readonly SecondReading[] =>
  db
    .prepare<[string, Audience], SecondReading>(
      `SELECT case_id AS caseId, text, decision, entity, replacement, audience, reason, read_by AS readBy,
         read_at AS readAt
       FROM second_readings WHERE case_id = ? AND audience = ? ORDER BY seq`,
    )
    .all(caseId, audience)

/** How a difference between two readers was settled, by whom and why. */
export type Settlement = {
  readonly caseId: string
  readonly text: string
  readonly chosen: 'first' | 'second'
  readonly audience: Audience
  readonly reason: string
  readonly settledBy: string
  /** ISO instant. */
  readonly settledAt: string
}

export const insertSettlement = (db: Db, settlement: Settlement): void => {
  db.prepare(
    `INSERT INTO second_reading_settlements (case_id, text, chosen, audience, reason, settled_by, settled_at)
     VALUES (@caseId, @text, @chosen, @audience, @reason, @settledBy, @settledAt)`,
  ).run(settlement)
}

/** Every settlement of a case for one audience; oldest first. */
export const listSettlements = (db: Db, caseId: string, audience: Audience): readonly Settlement[] =>
  db
    .prepare<[string, Audience], Settlement>(
      `SELECT case_id AS caseId, text, chosen, audience, reason, settled_by AS settledBy, settled_at AS settledAt
       FROM second_reading_settlements WHERE case_id = ? AND audience = ? ORDER BY seq`,
    )
    .all(caseId, audience)

/** Asks for a second reading of a pack; asked twice, it is asked once. It is never taken back. */
export const askSecondReading = (
  db: Db,
  asked: { readonly packId: string; readonly by: string; readonly at: string },
): void => {
  db.prepare(
    `INSERT INTO second_readings_asked (pack_id, asked_by, asked_at) VALUES (@packId, @by, @at)
     ON CONFLICT DO NOTHING`,
  ).run(asked)
}

export const isSecondReadingAsked = (db: Db, packId: string): boolean =>
  db.prepare('SELECT 1 FROM second_readings_asked WHERE pack_id = ?').get(packId) !== undefined
