import { z } from 'zod'
import { isCalendarDate } from '../domain/case/plain-date.ts'
import type { ImpreciseDate } from '../domain/dates/imprecise-date.ts'
import type { ProtectedTable } from '../domain/disclosure/protect-sac.ts'
import { packFormats, type Inspection } from '../domain/packs/pack-document.ts'
import { profileIds } from '../domain/packs/profile.ts'
import { rosterEntrySchema } from '../domain/people/roster.ts'
import type { Leak } from '../domain/redaction/redaction.ts'
import type { Permission } from '../domain/permissions/permissions.ts'
import { roleSchema } from '../domain/permissions/permissions.ts'
import type * as view from './views.ts'
import { sensitiveCategories } from './views.ts'

/** Where dispatch finds the case an action concerns, to check its team. */
export type CaseFrom = 'caseId' | 'entryId' | 'packId' | 'contributionId' | 'none'

/**
 * One action: its input schema, the permission it needs ('public': no vault need be open), the case it concerns,
 * and how it is audited. 'write': always, in the write's transaction. 'read': once per record and session.
 * 'reveal': a read of special-category or criminal-offence data, always audited. 'none': touches no case.
 */
export type Action<Input extends z.ZodType = z.ZodType, Output = unknown> = {
  readonly input: Input
  readonly permission: Permission | 'public'
  readonly caseFrom: CaseFrom
  readonly audit: 'write' | 'read' | 'reveal' | 'none'
  /** Phantom: carries the output type only. */
  readonly output?: Output
}

const action =
  <Output>() =>
  <Input extends z.ZodType>(
    permission: Permission | 'public',
    caseFrom: CaseFrom,
    audit: Action['audit'],
    input: Input,
  ): Action<Input, Output> => ({ permission, caseFrom, audit, input })

const id = z.string().min(1).max(100)
const shortText = z.string().trim().min(1, 'Enter this').max(500)
const isoDate = z.string().refine(isCalendarDate, 'Enter a date that exists, as YYYY-MM-DD')
/** Names on screen turned into pseudonyms: a projection, nothing stored changes. */
const pseudonyms = z.boolean().default(false)
const secret = z.string().min(1, 'Enter a passphrase').max(1_000)

/**
 * A path of the user's own choosing. From a window it is accepted only if a dialog of this session returned it;
 * the electron room checks every schema key named `path`, `dir` or `out`.
 */
const chosenPath = z.string().min(1, 'Choose a file or folder').max(4_000)

export const packBasisSchema = z.object({
  purpose: shortText,
  lawfulBasis: shortText,
  power: shortText,
  necessity: z.string().trim().min(1, 'Say why this is needed and no more than is needed').max(4_000),
})

export const candidateDecisionSchema = z
  .object({
    /** Candidate id, or its text. */
    candidate: z.string().min(1).max(2_000),
    decision: z.enum(['keep', 'replace']),
    entity: id.optional(),
    replacement: shortText.optional(),
    reason: z.string().trim().max(2_000).default(''),
  })
  .refine((d) => d.decision === 'keep' || d.entity !== undefined || d.replacement !== undefined, {
    message: 'Say which person, place or organisation this is, or give the words to put in its place',
    path: ['replacement'],
  })

export const columnMappingSchema = z.object({
  table: z.string(),
  headingRows: z.array(z.number().int()).readonly(),
  columns: z
    .array(z.object({ index: z.number().int().min(0), heading: z.string(), field: z.string() }))
    .readonly(),
})

export const createVaultSchema = z.object({
  dir: chosenPath,
  name: shortText,
  user: shortText,
  role: roleSchema.default('business-manager'),
  passphrase: secret,
})

export const openVaultSchema = z
  .object({
    dir: chosenPath,
    user: z.string().trim().min(1).max(200).optional(),
    passphrase: secret.optional(),
    recoveryKey: secret.optional(),
    /** Opens for reading only, even where something is wrong, so that what is wrong can be said. */
    forInspection: z.boolean().default(false),
  })
  .refine((v) => (v.passphrase === undefined) !== (v.recoveryKey === undefined), {
    message: 'Enter a passphrase or the recovery key',
    path: ['passphrase'],
  })

export const changePassphraseSchema = z.object({ current: secret, next: secret })
export const addUserSchema = z.object({ user: shortText, role: roleSchema, passphrase: secret })
/** What the people key's form shows; whatever else an entry holds stays as it was. */
export const peopleKeyEntrySchema = rosterEntrySchema.pick({
  id: true,
  kind: true,
  name: true,
  pseudonym: true,
  role: true,
  aliases: true,
  aliases_needing_care: true,
  identifiers: true,
  replace_in: true,
})

/** The usual ground for a pack among a review's own agencies (Care Act 2014 ss44-45; requirements section 4). */
export const defaultPackBasis = {
  purpose:
    'To carry out a safeguarding adult review and to share what it has found with an agency taking part.',
  lawfulBasis:
    'UK GDPR Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018 Schedule 1 paragraphs 6 and 18',
  power: 'Care Act 2014 sections 44 and 45',
  necessity:
    'The agency needs the combined account to check facts and to learn. Names and identifiers are replaced; fields outside the profile are withheld.',
} as const

export const buildPackSchema = z.object({
  caseId: id,
  /** An agency of the case. */
  recipient: id,
  profile: z.enum(profileIds),
  formats: z.array(z.enum(packFormats)).min(1, 'Choose at least one format'),
  basis: packBasisSchema,
  /** Where drafts for checking are written, marked as drafts, if nothing is left to decide and nothing was found. */
  out: chosenPath.optional(),
})

export const contract = {
  // The vault
  'vault.create': action<{ session: view.SessionView; recoveryKey: string }>()(
    'public',
    'none',
    'write',
    createVaultSchema,
  ),
  'vault.open': action<view.SessionView>()('public', 'none', 'write', openVaultSchema),
  'vault.peek': action<view.VaultPeek>()('public', 'none', 'none', z.object({ dir: chosenPath })),
  'vault.strength': action<{ score: number; acceptable: boolean; advice: string }>()(
    'public',
    'none',
    'none',
    z.object({ passphrase: z.string().max(1_000), hints: z.array(z.string().max(200)).max(20).default([]) }),
  ),
  'vault.session': action<view.SessionView>()('vault:use', 'none', 'none', z.object({})),
  'vault.lock': action<null>()('vault:use', 'none', 'write', z.object({})),
  'vault.verify': action<view.VaultCheck>()(
    'vault:verify',
    'none',
    'write',
    z.object({ independent: z.boolean().default(false) }),
  ),
  /** Of a vault that opening refuses: what is wrong with it. Nothing of a case is read. */
  'vault.verify-closed': action<view.VaultCheck>()('public', 'none', 'none', openVaultSchema),
  'vault.change-passphrase': action<null>()('vault:use', 'none', 'write', changePassphraseSchema),
  'vault.add-user': action<view.UserView & { readonly passphrase?: string }>()(
    'vault:manage',
    'none',
    'write',
    /** Without a passphrase one is made and answered, this once, for the new person to change. */
    addUserSchema.partial({ passphrase: true }),
  ),
  'vault.users': action<readonly view.UserView[]>()('vault:use', 'none', 'none', z.object({})),

  // Cases
  'case.add': action<{ caseId: string }>()(
    'case:add',
    'none',
    'write',
    z.object({ case: z.unknown(), roster: z.unknown(), team: z.array(id).default([]) }),
  ),
  'case.add-from-files': action<{ caseId: string }>()(
    'case:add',
    'none',
    'write',
    z.object({ case: z.object({ path: chosenPath }), roster: z.object({ path: chosenPath }) }),
  ),
  'case.list': action<readonly view.CaseSummary[]>()('case:read', 'none', 'none', z.object({})),
  'case.show': action<view.CaseView>()('case:read', 'caseId', 'read', z.object({ caseId: id, pseudonyms })),
  'case.team-add': action<null>()('case:team', 'caseId', 'write', z.object({ caseId: id, userId: id })),

  // What is most sensitive
  'sensitive.reveal': action<{ values: readonly string[] }>()(
    'sensitive:reveal',
    'caseId',
    'reveal',
    z.object({
      caseId: id,
      adultId: id,
      category: z.enum(sensitiveCategories),
      reason: z.string().trim().min(5, 'Say why you need to see this').max(500),
    }),
  ),

  // The people key
  'people-key.list': action<readonly view.PeopleKeyEntry[]>()(
    'people-key:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),
  'people-key.save': action<view.PeopleKeyEntry>()(
    'people-key:edit',
    'caseId',
    'write',
    /** `version` 0 adds; otherwise the version that was read, so that nobody's change is lost. */
    z.object({ caseId: id, version: z.number().int().min(0), entry: peopleKeyEntrySchema }),
  ),

  // Contributions
  'contribution.add': action<view.ContributionView>()(
    'contribution:add',
    'caseId',
    'write',
    z.object({ caseId: id, agencyId: id, path: chosenPath, pseudonyms }),
  ),
  'contribution.list': action<readonly view.ContributionView[]>()(
    'contribution:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'contribution.show': action<view.ContributionText>()(
    'contribution:read',
    'contributionId',
    'read',
    z.object({ contributionId: id, pseudonyms }),
  ),

  // The chronology
  'chronology.import': action<view.ImportReport>()(
    'chronology:import',
    'caseId',
    'write',
    z.object({
      caseId: id,
      agencyId: id,
      path: chosenPath,
      mapping: columnMappingSchema.optional(),
      dryRun: z.boolean().default(false),
      /** Answers with the file's own words as pseudonyms too, for a screen others may see. */
      alsoAsPseudonyms: z.boolean().default(false),
    }),
  ),
  'chronology.sources': action<readonly view.SourceView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id, pseudonyms }),
  ),
  'chronology.density': action<view.DensityView>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),
  'chronology.list': action<{ total: number; entries: readonly view.EntryRow[] }>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({
      caseId: id,
      search: z.string().trim().max(500).optional(),
      agencies: z.array(id).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(200),
      pseudonyms,
    }),
  ),
  'chronology.entry': action<view.EntryView>()(
    'chronology:read',
    'entryId',
    'read',
    z.object({ entryId: id, pseudonyms }),
  ),
  'chronology.links': action<readonly view.LinkView[]>()(
    'chronology:read',
    'caseId',
    'read',
    z.object({ caseId: id }),
  ),

  // Packs
  'pack.build': action<view.PackBuildReport>()('pack:build', 'caseId', 'write', buildPackSchema),
  'pack.list': action<readonly view.PackSummary[]>()(
    'pack:read',
    'none',
    'none',
    z.object({ caseId: id.optional() }),
  ),
  'pack.show': action<view.PackView>()('pack:read', 'packId', 'read', z.object({ packId: id })),
  'pack.passages': action<readonly view.PassageView[]>()(
    'pack:review',
    'packId',
    'read',
    z.object({ packId: id }),
  ),
  'pack.review': action<view.PackBuildReport>()(
    'pack:review',
    'packId',
    'write',
    z.object({ packId: id, decisions: z.array(candidateDecisionSchema).min(1) }),
  ),
  'pack.approve': action<view.PackSummary>()('pack:approve', 'packId', 'write', z.object({ packId: id })),
  'pack.release': action<view.ReleaseReport>()(
    'pack:release',
    'packId',
    'write',
    z.object({ packId: id, out: chosenPath }),
  ),
  'disclosure.list': action<readonly view.DisclosureView[]>()(
    'disclosure:read',
    'none',
    'none',
    z.object({ caseId: id.optional() }),
  ),

  // Statistics
  'history.import': action<{ years: readonly string[]; added: number; unchanged: number; changed: number }>()(
    'history:import',
    'none',
    'write',
    z.object({ path: chosenPath }),
  ),
  'statistics.show': action<view.StatisticsView>()(
    'statistics:read',
    'none',
    'none',
    z.object({
      year: z
        .string()
        .regex(/^\d{4}-\d{2}$/, 'Enter a year as 2026-27')
        .optional(),
    }),
  ),
  'statistics.publish': action<{ releaseId: string; files: readonly { name: string; bytes: number }[] }>()(
    'statistics:publish',
    'none',
    'write',
    z.object({
      year: z.string().regex(/^\d{4}-\d{2}$/, 'Enter a year as 2026-27'),
      rule: z.literal('sac'),
      formats: z.array(z.enum(packFormats)).min(1),
      out: chosenPath,
    }),
  ),

  // Audit
  'audit.list': action<{ total: number; rows: readonly view.AuditRow[] }>()(
    'audit:read',
    'none',
    'read',
    z.object({
      from: isoDate.optional(),
      record: z.string().max(200).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(500),
    }),
  ),
  'audit.verify': action<{ ok: boolean; entries: number; problems: readonly string[] }>()(
    'vault:verify',
    'none',
    'write',
    z.object({}),
  ),

  // Unsaved text, kept encrypted so that it survives a lock
  'draft.save': action<null>()(
    'vault:use',
    'none',
    'none',
    z.object({ key: z.string().min(1).max(300), text: z.string().max(200_000) }),
  ),
  'draft.list': action<readonly { key: string; text: string; updatedAt: string }[]>()(
    'vault:use',
    'none',
    'none',
    z.object({}),
  ),
  'draft.discard': action<null>()('vault:use', 'none', 'none', z.object({ key: z.string().min(1).max(300) })),

  // Tools that need no vault
  'tool.redact': action<{ results: readonly view.RedactedText[] }>()(
    'public',
    'none',
    'none',
    z.object({
      roster: z.unknown(),
      audience: z.enum(['agencies', 'public']).default('public'),
      texts: z.array(z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() })),
    }),
  ),
  'tool.protect': action<{ answers: readonly ProtectedTable[] }>()(
    'public',
    'none',
    'none',
    z.object({ tables: z.array(z.unknown()).min(1) }),
  ),
  'tool.dates': action<{ dates: readonly ImpreciseDate[] }>()(
    'public',
    'none',
    'none',
    z.object({
      texts: z.array(
        z.object({
          text: z.string().max(10_000),
          default: z
            .string()
            .regex(/^\d{4}$/, 'Give the year as YYYY')
            .optional(),
        }),
      ),
    }),
  ),
  'tool.inspect': action<Inspection>()('public', 'none', 'none', z.object({ path: chosenPath })),
  'tool.check-leaks': action<{ leaks: readonly Leak[] }>()(
    'public',
    'none',
    'none',
    z.object({
      roster: z.unknown(),
      /** Left out: that of the pack whose manifest vouches for the file, else `public`. */
      audience: z.enum(['agencies', 'public']).optional(),
      files: z.array(z.object({ path: chosenPath })).min(1, 'Name at least one file'),
    }),
  ),

  // The sample case
  'sample.load': action<{ caseId: string }>()('case:add', 'none', 'write', z.object({})),
} as const satisfies Readonly<Record<string, Action>>

export type Contract = typeof contract
export type ActionName = keyof Contract
/** What a caller sends (before defaults). */
export type Input<Name extends ActionName> = z.input<Contract[Name]['input']>
/** What a handler receives (validated, defaults filled in). */
export type ValidInput<Name extends ActionName> = z.output<Contract[Name]['input']>
export type Output<Name extends ActionName> = Exclude<Contract[Name]['output'], undefined>

/** Called with progress of long work: what, done, and total where known. */
export type Progress = { readonly what: string; readonly done: number; readonly total: number | null }

/**
 * What the window asks of the main process itself: dialogs and windows, never case data.
 * Kept here so that one file names everything a window can ask for.
 */
export const shellContract = {
  'shell.choose-files': z.object({
    title: z.string().max(200),
    multiple: z.boolean().default(false),
    extensions: z.array(z.string().max(10)).max(20).default([]),
  }),
  'shell.choose-folder': z.object({ title: z.string().max(200), create: z.boolean().default(false) }),
  /** Vaults opened before on this computer: folder and the name shown, most recent first. */
  'shell.recent-vaults': z.object({}),
  'shell.sample-vault-folder': z.object({}),
  'shell.copy': z.object({ text: z.string().max(10_000) }),
  'shell.lock-settings': z.object({}),
  /** Cancels the running long action of this window. */
  'shell.cancel': z.object({}),
} as const
export type ShellName = keyof typeof shellContract
export type ShellInput<Name extends ShellName> = z.input<(typeof shellContract)[Name]>
export type ShellOutputs = {
  'shell.choose-files': readonly { path: string; name: string }[]
  'shell.choose-folder': { path: string; name: string } | null
  'shell.recent-vaults': readonly { path: string; name: string; lastOpened: string }[]
  'shell.sample-vault-folder': { path: string; passphrase: string; exists: boolean }
  'shell.copy': null
  'shell.lock-settings': { idleMinutes: number }
  'shell.cancel': null
}

/** The one channel of events a window listens to. */
export type WindowEvent =
  | { readonly type: 'locked'; readonly why: 'asked' | 'idle' | 'screen-lock' | 'suspend' | 'fault' }
  | { readonly type: 'lock-soon'; readonly seconds: number }
  | { readonly type: 'progress'; readonly progress: Progress }
