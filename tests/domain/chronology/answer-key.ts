import { readFileSync } from 'node:fs'
import { z } from 'zod'

const samples = new URL('../../../scripts/sample-case/', import.meta.url)
export const sampleFile = (name: string): URL => new URL(name, samples)

const account = z.object({ file: z.string(), n: z.number() })

const keySchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      agency: z.string(),
      kind: z.enum(['xlsx', 'docx', 'csv']),
      entries: z.number(),
      heading_rows: z.array(z.number()),
    }),
  ),
  rows: z.array(
    z.object({
      file: z.string(),
      n: z.number(),
      where: z.string(),
      date_as_written: z.string(),
      earliest: z.string().nullable(),
      latest: z.string().nullable(),
      precision: z.string(),
      text_starts: z.string(),
      time: z.string().nullable().optional(),
      time_end: z.string().nullable().optional(),
      stored: z.string(),
      agency_ref: z.string().optional(),
    }),
  ),
  no_contact_declarations: z.array(account),
  same_event_pairs: z.array(
    z.object({
      id: z.string(),
      accounts: z.array(account),
      differs: z.array(z.enum(['date', 'time', 'attendance', 'content', 'action'])),
    }),
  ),
  not_the_same_event: z.array(z.object({ a: account, b: account, why: z.string() })),
  reimport: z.object({
    from_file: z.string(),
    to_file: z.string(),
    added: z.array(z.object({ ref: z.string(), n: z.number() })),
    changed: z.array(
      z.object({
        ref: z.string(),
        n_before: z.number(),
        n_after: z.number(),
        columns: z.array(z.string()),
        before: z.record(z.string(), z.string()),
        after: z.record(z.string(), z.string()),
      }),
    ),
    removed: z.array(z.object({ ref: z.string(), n: z.number() })),
    unchanged: z.number(),
  }),
  gap_threshold_days: z.number(),
  review_period: z.object({ start: z.string(), end: z.string() }),
  gaps: z.array(
    z.object({
      file: z.string(),
      from: z.string(),
      to: z.string(),
      days: z.number(),
      declared: z.string(),
      undeclared_days: z.number(),
    }),
  ),
})

/** The sample case's answer key, as far as chronologies go. */
export const readAnswerKey = (): z.infer<typeof keySchema> =>
  keySchema.parse(JSON.parse(readFileSync(sampleFile('expected.json'), 'utf8')))
