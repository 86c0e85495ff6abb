import { z } from 'zod'
import { fieldErrors, invalidFile } from '../case/field-errors.ts'

/**
 * The people key's exchange format, version "1" (the `sar` command line's ROSTER.json).
 * Unknown fields are kept and ignored; an empty `entries` is allowed.
 */
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD')

export const rosterEntrySchema = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(['person', 'place', 'organisation']),
  name: z.string().min(1),
  pseudonym: z.string().min(1),
  role: z.string().nullish(),
  agency: z.string().nullish(),
  relationship: z.string().nullish(),
  living: z.boolean().nullish(),
  aliases: z.array(z.string().min(1)).default([]),
  /** Alias → why care is needed: it is also an ordinary word or part of another name. */
  aliases_needing_care: z.record(z.string(), z.string()).default({}),
  identifiers: z.array(z.looseObject({ type: z.string(), value: z.string().min(1) })).default([]),
  date_of_birth: isoDate.nullish(),
  date_of_death: isoDate.nullish(),
  dob_forms: z.array(z.string().min(1)).default([]),
  /** Ids of place entries. */
  addresses: z.array(z.string()).default([]),
  do_not_disclose: z
    .array(
      z.looseObject({
        what: z.string(),
        entry: z.string().nullish(),
        not_to: z.array(z.string()).default([]),
        reason: z.string().default(''),
      }),
    )
    .default([]),
  /** `public`: stays readable in packs among the review's own agencies. Absent means `every`. */
  replace_in: z.enum(['every', 'public']).nullish(),
})

export const rosterSchema = z.looseObject({
  format: z.literal('1').optional(),
  entries: z.array(rosterEntrySchema),
  /** One string, several people: resolved by context, else a candidate. */
  shared_names: z
    .array(
      z.looseObject({
        string: z.string().min(1),
        entries: z.array(z.string()),
        use: z.string().default('ask'),
      }),
    )
    .default([]),
  /** Phrases a person has decided are not identifying. */
  keep: z.array(z.string().min(1)).default([]),
})

export type RosterEntry = z.output<typeof rosterEntrySchema>
export type Roster = z.output<typeof rosterSchema>

export const emptyRoster: Roster = { entries: [], shared_names: [], keep: [] }

/** Reads a people key; what is wrong is said with the file's name and the place, never with a value from it. */
export const parseRoster = (json: unknown, file = 'The people key'): Roster => {
  const valid = rosterSchema.safeParse(json)
  if (!valid.success) throw invalidFile(file, fieldErrors(valid.error))
  const ids = new Set<string>()
  for (const { id } of valid.data.entries) {
    if (ids.has(id)) throw invalidFile(file, [{ path: 'entries', message: 'two entries have the same id' }])
    ids.add(id)
  }
  return valid.data
}
