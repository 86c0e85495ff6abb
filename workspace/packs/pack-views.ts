import { z } from 'zod'
import { getCase } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { listPackFiles, type Pack, type PackInFull } from '../../db/packs.ts'
import { getUser } from '../../db/users.ts'
import { packFormats } from '../../domain/packs/pack-document.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import type { Leak } from '../../domain/redaction/redaction.ts'
import type { CandidateView, PackBuildReport, PackFileView, PackSummary } from '../views.ts'
import type { GateFindings } from './gate.ts'
import type { MadePack } from './make-pack.ts'
import { findRecipient } from './recipient.ts'

/** What a pack's reviewers need, kept with it: every passage beside its original, what the gate found, who had a hand in it. */
export type PackReview = {
  readonly passages: readonly Passage[]
  readonly findings: GateFindings
  /** Ids of everyone who built it or decided in it. None of them may approve it. */
  readonly builders: readonly string[]
}

const reviewSchema = z.object({
  passages: z.custom<readonly Passage[]>(Array.isArray),
  findings: z.object({ leaks: z.custom<readonly Leak[]>(Array.isArray), problems: z.array(z.string()) }),
  builders: z.array(z.string()),
})

export const reviewOf = (pack: PackInFull): PackReview => reviewSchema.parse(pack.review)

export const packSummary = (db: Db, pack: Pack): PackSummary => {
  const nameOf = (userId: string | null): string | null =>
    userId === null ? null : (getUser(db, userId)?.name ?? '')
  return {
    id: pack.id,
    caseId: pack.caseId,
    caseTitle: getCase(db, pack.caseId).title,
    recipient: { id: pack.recipient, name: findRecipient(db, pack.caseId, pack.recipient).name },
    profile: pack.profile,
    choices: pack.choices,
    formats: pack.formats,
    state: pack.state,
    builtBy: nameOf(pack.builtBy) ?? '',
    builtAt: pack.builtAt,
    approvedBy: nameOf(pack.approvedBy),
    approvedAt: pack.approvedAt,
    releasedBy: nameOf(pack.releasedBy),
    releasedAt: pack.releasedAt,
    undecided: pack.undecided,
    replacements: pack.replacements,
    note: pack.note,
  }
}

const formatSchema = z.enum([...packFormats, 'manifest', 'sealed'])

export const packFileViews = (db: Db, packId: string): readonly PackFileView[] =>
  listPackFiles(db, packId).map(({ name, format, sha256, size }) => ({
    name,
    format: formatSchema.parse(format),
    sha256,
    bytes: size,
  }))

export const buildReport = (
  packId: string,
  state: PackSummary['state'],
  made: MadePack,
  candidates: readonly CandidateView[],
): PackBuildReport => ({
  packId,
  state,
  candidates,
  leaks: made.findings.leaks,
  replacements: replacementsIn(made.passages),
  files: made.files.map(({ name, format, sha256, bytes }) => ({ name, format, sha256, bytes: bytes.length })),
})

export const replacementsIn = (passages: readonly Passage[]): number =>
  passages.reduce((sum, passage) => sum + passage.spans.length, 0)
