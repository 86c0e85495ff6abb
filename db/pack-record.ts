import { z } from 'zod'
import { packFormats, type PackDocument } from '../domain/packs/pack-document.ts'
import { packChoicesSchema, settleChoices } from '../domain/packs/choices.ts'
import { profileIds, profiles } from '../domain/packs/profile.ts'
import { readJson } from './json-column.ts'
import type { Pack } from './packs.ts'

export const packStates = ['needs-review', 'ready', 'approved', 'prepared', 'released', 'void'] as const
export type PackState = (typeof packStates)[number]

export type StoredPack = {
  readonly id: string
  readonly case_id: string
  readonly recipient: string
  readonly profile: string
  /** Null in a pack built before there was a choice. */
  readonly choices: string | null
  readonly report_id: string | null
  readonly report_version: number | null
  readonly state: string
  readonly version: number
  readonly built_by: string
  readonly built_at: string
  readonly approved_by: string | null
  readonly approved_at: string | null
  readonly released_by: string | null
  readonly released_at: string | null
  readonly case_fingerprint: string
  readonly basis: string
  readonly formats: string
  readonly undecided: number
  readonly replacements: number
  readonly note: string | null
}
export type StoredInFull = StoredPack & {
  readonly manifest: string
  readonly document: string
  readonly review: string
}

export const packColumns = `id, case_id, recipient, profile, choices, report_id, report_version, state, version, built_by, built_at, approved_by, approved_at, released_by,
  released_at, case_fingerprint, basis, formats, undecided, replacements, note`

export const basisSchema = z.object({
  purpose: z.string(),
  lawfulBasis: z.string(),
  power: z.string(),
  necessity: z.string(),
})
export const documentSchema: z.ZodType<PackDocument> = z.object({
  title: z.string(),
  subtitle: z.string(),
  marking: z.string(),
  language: z.string(),
  timestamp: z.string(),
  blocks: z.array(
    z.discriminatedUnion('type', [
      z.object({
        type: z.literal('heading'),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        text: z.string(),
      }),
      z.object({ type: z.literal('paragraph'), text: z.string() }),
      z.object({ type: z.literal('list'), items: z.array(z.string()) }),
      z.object({
        type: z.literal('table'),
        caption: z.string(),
        columns: z.array(z.object({ heading: z.string(), weight: z.number() })),
        rows: z.array(z.array(z.string())),
      }),
    ]),
  ),
})

/** A stored row as the rest of the app knows it. */
export const toPack = (row: StoredPack): Pack => {
  const profile = z.enum(profileIds).parse(row.profile)
  return {
    id: row.id,
    caseId: row.case_id,
    recipient: row.recipient,
    profile,
    report:
      row.report_id === null || row.report_version === null
        ? null
        : { id: row.report_id, version: row.report_version },
    choices:
      row.choices === null
        ? settleChoices(profiles[profile])
        : readJson(packChoicesSchema, row.choices, 'packs.choices'),
    state: z.enum(packStates).parse(row.state),
    version: row.version,
    builtBy: row.built_by,
    builtAt: row.built_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    releasedBy: row.released_by,
    releasedAt: row.released_at,
    caseFingerprint: row.case_fingerprint,
    basis: readJson(basisSchema, row.basis, 'packs.basis'),
    formats: readJson(z.array(z.enum(packFormats)), row.formats, 'packs.formats'),
    undecided: row.undecided,
    replacements: row.replacements,
    note: row.note,
  }
}

/** A pack as its table stores it: JSON columns as text. */
export const toRow = (pack: {
  readonly choices: unknown
  readonly basis: unknown
  readonly formats: unknown
  readonly manifest: unknown
  readonly document: unknown
  readonly review: unknown
}) => ({
  ...pack,
  choices: JSON.stringify(pack.choices),
  basis: JSON.stringify(pack.basis),
  formats: JSON.stringify(pack.formats),
  manifest: JSON.stringify(pack.manifest ?? null),
  document: JSON.stringify(pack.document),
  review: JSON.stringify(pack.review ?? null),
})
