import { z } from 'zod'
import { caseWordingSchema, wordingOf, type CaseWording } from '../domain/chronology/case-wording.ts'
import { ExpectedError } from '../domain/result.ts'
import { getCase } from './cases.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

const linesSchema = z.array(z.looseObject({ n: z.number() })).catch([])

/** The columns and words of a case, in full; version 0 where it uses the usual ones. Throws `not-found`. */
export const readWording = (
  db: Db,
  caseId: string,
): { readonly wording: CaseWording; readonly version: number } => {
  const lines = linesSchema.parse(getCase(db, caseId).data['keyLinesOfEnquiry'])
  const row = db
    .prepare<[string], { wording: string; version: number }>(
      'SELECT wording, version FROM case_wording WHERE case_id = ?',
    )
    .get(caseId)
  const stored = row ? readJson(caseWordingSchema, row.wording, 'case_wording.wording') : {}
  return { wording: wordingOf(stored, lines), version: row?.version ?? 0 }
}

/** Writes a case's wording if it is still at the version that was read, and answers the new one. Throws `conflict`. */
export const saveWording = (
  db: Db,
  write: {
    readonly caseId: string
    readonly wording: CaseWording
    readonly version: number
    readonly by: string
    readonly at: string
  },
): number => {
  const { changes } = db
    .prepare(
      write.version === 0
        ? `INSERT INTO case_wording (case_id, wording, version, changed_by, changed_at)
           VALUES (@caseId, @wording, 1, @by, @at) ON CONFLICT DO NOTHING`
        : `UPDATE case_wording SET wording = @wording, version = version + 1, changed_by = @by, changed_at = @at
           WHERE case_id = @caseId AND version = @version`,
    )
    .run({ ...write, wording: JSON.stringify(write.wording) })
  if (changes === 1) return write.version + 1
  throw new ExpectedError(
    'conflict',
    'Somebody changed the columns and wording of this case since you opened them. Look at them again.',
  )
}
