import type { StatedAbbreviation } from '../domain/chronology/stated-abbreviations.ts'
import { glossaryTermSchema, type GlossaryTerm } from '../domain/chronology/glossary.ts'
import { ExpectedError } from '../domain/result.ts'
import type { Db } from './database.ts'

export type StoredTerm = GlossaryTerm & {
  readonly id: string
  readonly version: number
  readonly changedBy: string
  readonly changedAt: string
}

type StoredRow = {
  readonly id: string
  readonly abbreviation: string
  readonly meaning: string
  readonly agency_id: string | null
  readonly state: string
  readonly version: number
  readonly changed_by: string
  readonly changed_at: string
}

const columns = 'id, abbreviation, meaning, agency_id, state, version, changed_by, changed_at'

const toTerm = (row: StoredRow): StoredTerm => ({
  ...glossaryTermSchema.parse({
    abbreviation: row.abbreviation,
    meaning: row.meaning,
    agencyId: row.agency_id,
    state: row.state,
  }),
  id: row.id,
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
})

/** A case's glossary by abbreviation, what is removed left out. */
export const listGlossary = (db: Db, caseId: string): readonly StoredTerm[] =>
  db
    .prepare<[string], StoredRow>(
      `SELECT ${columns} FROM glossary WHERE case_id = ? AND state <> 'removed'
       ORDER BY abbreviation COLLATE NOCASE, abbreviation, agency_id`,
    )
    .all(caseId)
    .map(toTerm)

/** One term of a case, removed or not. Throws `not-found`. */
export const getTerm = (db: Db, caseId: string, id: string): StoredTerm => {
  const row = db
    .prepare<[string, string], StoredRow>(`SELECT ${columns} FROM glossary WHERE case_id = ? AND id = ?`)
    .get(caseId, id)
  if (!row)
    throw new ExpectedError('not-found', 'There is no such abbreviation in the glossary of this case.')
  return toTerm(row)
}

/**
 * Writes a term if it is still at the version that was read (0 adds it), and answers the new version. Throws `conflict`
 * where somebody changed it since.
 */
export const saveTerm = (
  db: Db,
  write: GlossaryTerm & {
    readonly id: string
    readonly caseId: string
    readonly version: number
    readonly by: string
    readonly at: string
  },
): number => {
  const { changes } = db
    .prepare(
      write.version === 0
        ? `INSERT INTO glossary (id, case_id, abbreviation, meaning, agency_id, state, version, changed_by, changed_at)
           VALUES (@id, @caseId, @abbreviation, @meaning, @agencyId, @state, 1, @by, @at)`
        : `UPDATE glossary SET abbreviation = @abbreviation, meaning = @meaning, agency_id = @agencyId, state = @state,
             version = version + 1, changed_by = @by, changed_at = @at
           WHERE id = @id AND case_id = @caseId AND version = @version`,
    )
    .run(write)
  if (changes === 1) return write.version + 1
  getTerm(db, write.caseId, write.id)
  throw new ExpectedError(
    'conflict',
    'Somebody changed this abbreviation since you looked. Look at it again.',
  )
}

/** Keeps what a file says its abbreviations mean, to be offered for the glossary. */
export const keepStatedAbbreviations = (
  db: Db,
  sourceId: string,
  stated: readonly StatedAbbreviation[],
): void => {
  const keep = db.prepare(
    'INSERT INTO stated_abbreviations (source_id, n, abbreviation, meaning) VALUES (?, ?, ?, ?)',
  )
  stated.forEach(({ abbreviation, meaning }, n) => keep.run(sourceId, n, abbreviation, meaning))
}

/** What the files that count now say abbreviations mean, each agency's once, in the order of the agencies and the files. */
export const listStatedAbbreviations = (
  db: Db,
  caseId: string,
): readonly (StatedAbbreviation & { readonly agencyId: string })[] =>
  db
    .prepare<[string], StatedAbbreviation & { agencyId: string }>(
      `SELECT sources.agency_id AS agencyId, abbreviation, meaning
       FROM sources JOIN stated_abbreviations ON stated_abbreviations.source_id = sources.id
       JOIN agencies ON agencies.case_id = sources.case_id AND agencies.agency_id = sources.agency_id
       WHERE sources.case_id = ?
         AND NOT EXISTS (SELECT 1 FROM sources AS later WHERE later.supersedes = sources.id)
       GROUP BY sources.agency_id, abbreviation, lower(meaning)
       ORDER BY agencies.n, min(sources.rowid), min(stated_abbreviations.n)`,
    )
    .all(caseId)
