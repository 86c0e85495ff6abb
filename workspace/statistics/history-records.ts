import type { HistoryCase as StoredHistoryCase } from '../../db/history.ts'
import { historyFileSchema, type HistoryCase } from '../../domain/case/history-file.ts'

/** Fields of a history adult that are special-category data, and the category whose table keeps them. */
const sensitiveFields = {
  ethnicity: ['ethnicity', 'ethnicity_detail'],
  health: ['primary_support_reason', 'capacity'],
} as const

const ordinary = (adult: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const hidden = new Set<string>(Object.values(sensitiveFields).flat())
  return Object.fromEntries(Object.entries(adult).filter(([field]) => !hidden.has(field)))
}

const taken = (
  adult: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(fields.flatMap((field) => (adult[field] === undefined ? [] : [[field, adult[field]]])))

/** A closed case parted into its ordinary facts and its adults' special-category values, for tables of their own. */
export const toStoredHistory = (found: HistoryCase): StoredHistoryCase => {
  const { ref, year, adults, ...data } = found
  return {
    ref,
    year,
    data,
    adults: adults.map((adult) => ({
      data: ordinary(adult),
      special: {
        ethnicity: taken(adult, sensitiveFields.ethnicity),
        health: taken(adult, sensitiveFields.health),
      },
    })),
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? { ...value } : {}

/** The case as it was read, put together again for counting only. */
export const fromStoredHistory = (stored: StoredHistoryCase): HistoryCase => {
  const adults = stored.adults.map(({ data, special }) => ({
    ...data,
    ...asRecord(special.ethnicity),
    ...asRecord(special.health),
  }))
  const { cases } = historyFileSchema.parse({
    years: [stored.year],
    cases: [{ ref: stored.ref, year: stored.year, ...stored.data, adults }],
  })
  const [found] = cases
  if (!found) throw new Error('a stored history case could not be read back')
  return found
}
