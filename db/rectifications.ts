import { z } from 'zod'
import { correctionKinds, type Correction } from '../domain/rights/correction.ts'
import type { Db } from './database.ts'

/** A correction of an entry, or a statement beside it, as somebody recorded it. */
export type Rectification = Correction & {
  readonly id: string
  readonly caseId: string
  /** The entry in all its versions. */
  readonly recordId: string
  /** The version that was corrected. */
  readonly entryId: string
  readonly reason: string
  readonly evidence: string
  /** Who asked, by role: the person, a relative, the agency itself. */
  readonly askedBy: string
  readonly recordedBy: string
  readonly recordedAt: string
}

type Stored = {
  readonly id: string
  readonly case_id: string
  readonly record_id: string
  readonly entry_id: string
  readonly kind: string
  readonly field: string
  readonly stands: string
  readonly reason: string
  readonly evidence: string
  readonly asked_by: string
  readonly recorded_by: string
  readonly recorded_at: string
}

const toRectification = (row: Stored): Rectification => ({
  id: row.id,
  caseId: row.case_id,
  recordId: row.record_id,
  entryId: row.entry_id,
  kind: z.enum(correctionKinds).parse(row.kind),
  field: row.field,
  stands: row.stands,
  reason: row.reason,
  evidence: row.evidence,
  askedBy: row.asked_by,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
})

/** Records a correction; it is never changed: a later one of the same field stands beside it. */
export const insertRectification = (db: Db, rectification: Rectification): void => {
  db.prepare(
    `INSERT INTO rectifications (id, case_id, record_id, entry_id, kind, field, stands, reason, evidence, asked_by,
       recorded_by, recorded_at)
     VALUES (@id, @caseId, @recordId, @entryId, @kind, @field, @stands, @reason, @evidence, @askedBy, @recordedBy,
       @recordedAt)`,
  ).run(rectification)
}

/** Corrections of a case, or of one record of it, oldest first. */
export const listRectifications = (db: Db, caseId: string, recordId?: string): readonly Rectification[] =>
  db
    .prepare<[unknown], Stored>(
      `SELECT * FROM rectifications WHERE case_id = @caseId ${recordId === undefined ? '' : 'AND record_id = @recordId'}
       ORDER BY seq`,
    )
    .all(recordId === undefined ? { caseId } : { caseId, recordId })
    .map(toRectification)
