import { z } from 'zod'
import type { Settlement } from '../domain/chronology/event-conflicts.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** How a named person settled one matter in which accounts differ, or noted one that was not found; the later counts. */
export type ConflictSettlement = Omit<Settlement, 'positions'> & {
  readonly id: string
  /** Rises with every settlement of the vault. */
  readonly seq: number
  readonly caseId: string
  /** Whether the difference was written down by a person. Its subject is then an id of its own. */
  readonly noted: boolean
  readonly preferredRecord: string | null
  readonly decidedBy: string
  readonly decidedAt: string
  readonly reason: string
  /** What each account said, by its record, and the version of the entry that was read. */
  readonly positions: readonly { readonly id: string; readonly entryId: string; readonly says: string }[]
}

type Stored = Omit<ConflictSettlement, 'noted' | 'positions' | 'caseId'> & {
  readonly noted: number
  readonly positions: string
}

const aspectSchema = z.enum(['date', 'time', 'attendance', 'content', 'action'])
const positionsSchema = z.array(z.object({ id: z.string(), entryId: z.string(), says: z.string() }))

/** Adds a settlement; nothing before it is altered. */
export const insertConflictSettlement = (db: Db, settlement: Omit<ConflictSettlement, 'seq'>): void => {
  db.prepare(
    `INSERT INTO conflict_settlements (id, case_id, noted, aspect, subject, outcome, preferred_record, decided_by,
       decided_at, reason, positions)
     VALUES (@id, @caseId, @noted, @aspect, @subject, @outcome, @preferredRecord, @decidedBy, @decidedAt, @reason,
       @positions)`,
  ).run({
    ...settlement,
    noted: settlement.noted ? 1 : 0,
    positions: JSON.stringify(settlement.positions),
  })
}

/** Every settlement of a case, oldest first. */
export const listConflictSettlements = (db: Db, caseId: string): readonly ConflictSettlement[] =>
  db
    .prepare<[string], Stored>(
      `SELECT seq, id, noted, aspect, subject, outcome, preferred_record AS preferredRecord, decided_by AS decidedBy,
         decided_at AS decidedAt, reason, positions
       FROM conflict_settlements WHERE case_id = ? ORDER BY seq`,
    )
    .all(caseId)
    .map((row) => ({
      ...row,
      caseId,
      noted: row.noted === 1,
      aspect: aspectSchema.parse(row.aspect),
      positions: readJson(positionsSchema, row.positions, 'conflict_settlements.positions'),
    }))
