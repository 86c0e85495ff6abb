import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The sample case's answer key, as far as the demonstration holds itself to it. */
const rowSchema = z.looseObject({
  file: z.string(),
  n: z.number(),
  where: z.string(),
  date_as_written: z.string(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  precision: z.string(),
  text_starts: z.string(),
  time: z.string().nullish(),
})

const announceSchema = z.looseObject({
  what: z.string(),
  where: z.string().optional(),
  texts: z.array(z.string()).optional(),
  author: z.string().optional(),
  rows: z.array(z.number()).optional(),
  records: z.array(z.number()).optional(),
  cells: z.array(z.looseObject({ record: z.number(), text: z.string() })).optional(),
})

const forbiddenSchema = z.looseObject({
  string: z.string(),
  match: z.enum(['word', 'text', 'digits']),
  case_sensitive: z.boolean(),
  packs: z.enum(['every', 'public']),
  allowed_inside: z.array(z.string()),
})

const expectedSchema = z.looseObject({
  files: z.array(
    z.looseObject({
      file: z.string(),
      agency: z.string(),
      entries: z.number(),
      announce: z.array(announceSchema),
    }),
  ),
  rows: z.array(rowSchema),
  reimport: z.looseObject({
    from_file: z.string(),
    to_file: z.string(),
    added: z.array(z.looseObject({ ref: z.string() })),
    changed: z.array(z.looseObject({ ref: z.string(), columns: z.array(z.string()) })),
    removed: z.array(z.looseObject({ ref: z.string() })),
    unchanged: z.number(),
  }),
  same_event_pairs: z.array(
    z.looseObject({ id: z.string(), accounts: z.array(z.looseObject({ file: z.string(), n: z.number() })) }),
  ),
  must_not_occur: z.array(forbiddenSchema),
  must_query: z.array(z.looseObject({ text: z.string() })),
  must_stay: z.array(z.looseObject({ text: z.string() })),
  unknown_names: z.array(z.looseObject({ name: z.string(), files: z.string() })),
  history_totals: z.record(
    z.string(),
    z.looseObject({
      reviews: z.number(),
      adults: z.number(),
      sac_rounded: z.record(z.string(), z.unknown()),
    }),
  ),
})

export type Expected = z.output<typeof expectedSchema>
export type ExpectedRow = z.output<typeof rowSchema>
export type ExpectedAnnouncement = z.output<typeof announceSchema>
export type Forbidden = z.output<typeof forbiddenSchema>

export const readExpected = (folder: string): Expected =>
  expectedSchema.parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')))
