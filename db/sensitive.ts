import { z } from 'zod'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** UK GDPR Article 9 categories the review works with. */
export const specialCategories = [
  'ethnicity',
  'religion',
  'health',
  'sexual-orientation',
  'gender-identity',
  /** Nobody has sorted it yet; hidden like the rest until somebody does. */
  'unclassified',
] as const
export type SpecialCategory = (typeof specialCategories)[number]

const valueSchema = z.unknown()

/** Keeps one adult's value of one category, in the place of any before. `id` is used where there was none. */
export const saveSpecialCategory = (
  db: Db,
  value: {
    readonly id: string
    readonly caseId: string
    readonly adultId: string
    readonly category: SpecialCategory
    readonly value: unknown
  },
): void => {
  db.prepare(
    `INSERT INTO special_category (id, case_id, subject, category, value)
     VALUES (@id, @caseId, @adultId, @category, @value)
     ON CONFLICT (case_id, subject, category) DO UPDATE SET value = excluded.value`,
  ).run({ ...value, value: JSON.stringify(value.value) })
}

/** One adult's value of one category, or null. Every reader of this writes an audit row with a reason. */
export const readSpecialCategory = (
  db: Db,
  caseId: string,
  adultId: string,
  category: SpecialCategory,
): { readonly id: string; readonly value: unknown } | null => {
  const row = db
    .prepare<[string, string, string], { id: string; value: string }>(
      'SELECT id, value FROM special_category WHERE case_id = ? AND subject = ? AND category = ?',
    )
    .get(caseId, adultId, category)
  return row ? { id: row.id, value: readJson(valueSchema, row.value, 'special_category.value') } : null
}

export const insertCriminalOffence = (
  db: Db,
  offence: {
    readonly id: string
    readonly caseId: string
    readonly subject: string
    readonly value: unknown
  },
): void => {
  db.prepare(
    'INSERT INTO criminal_offence (id, case_id, subject, value) VALUES (@id, @caseId, @subject, @value)',
  ).run({ ...offence, value: JSON.stringify(offence.value) })
}

/** UK GDPR Article 10 data about one subject. Every reader of this writes an audit row with a reason. */
export const listCriminalOffences = (
  db: Db,
  caseId: string,
  subject: string,
): readonly { readonly id: string; readonly value: unknown }[] =>
  db
    .prepare<[string, string], { id: string; value: string }>(
      'SELECT id, value FROM criminal_offence WHERE case_id = ? AND subject = ? ORDER BY id',
    )
    .all(caseId, subject)
    .map((row) => ({ id: row.id, value: readJson(valueSchema, row.value, 'criminal_offence.value') }))

/** Which categories hold something about whom; never what. */
export const listSensitiveHeld = (
  db: Db,
  caseId: string,
): readonly { readonly subject: string; readonly category: SpecialCategory | 'criminal-offence' }[] =>
  db
    .prepare<[string, string], { subject: string; category: SpecialCategory | 'criminal-offence' }>(
      `SELECT subject, category FROM special_category WHERE case_id = ?
       UNION SELECT subject, 'criminal-offence' FROM criminal_offence WHERE case_id = ?
       ORDER BY subject, category`,
    )
    .all(caseId, caseId)
