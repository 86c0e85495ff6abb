import { getAgency } from '../../db/agencies.ts'
import { isOnTeam } from '../../db/cases.ts'
import type { Db } from '../../db/database.ts'
import { insertDecision, type Decision } from '../../db/decisions.ts'
import { getPack, insertPack, listPacks, movePack, rebuildPack, type PackInFull } from '../../db/packs.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import type { Leak } from '../../domain/redaction/redaction.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { replacementProblem } from '../../domain/redaction/find-leaks.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Context, Handlers, Session } from '../host.ts'
import { candidatesOf } from '../packs/candidates.ts'
import { makePack, type MadePack, type PackOrder } from '../packs/make-pack.ts'
import { readCaseMaterial, type CaseMaterial } from '../packs/material.ts'
import { buildReport, packFileViews, packSummary, replacementsIn, reviewOf } from '../packs/pack-views.ts'
import { withheldFrom } from '../packs/withheld.ts'
import { writeDrafts } from '../packs/write-drafts.ts'
import { refuseInsideVault } from '../write-files.ts'
import type { CandidateView } from '../views.ts'

type Names =
  | 'pack.build'
  | 'pack.withheld'
  | 'pack.list'
  | 'pack.show'
  | 'pack.passages'
  | 'pack.review'
  | 'pack.approve'

type Built = { readonly source: CaseMaterial; readonly order: PackOrder; readonly made: MadePack }

const stateOf = ({ made }: Built): 'ready' | 'needs-review' =>
  made.undecided === 0 && made.findings.leaks.length === 0 && made.findings.problems.length === 0
    ? 'ready'
    : 'needs-review'

/** What a built pack keeps in the vault. */
const contentOf = (built: Built, builders: readonly string[]) => ({
  state: stateOf(built),
  caseFingerprint: built.source.fingerprint,
  formats: built.order.formats,
  undecided: built.made.undecided,
  replacements: replacementsIn(built.made.passages),
  note: built.made.findings.problems.length > 0 ? built.made.findings.problems.join(' ') : null,
  manifest: { records: built.source.records.map(({ record, version }) => ({ id: record, version })) },
  document: built.made.document,
  review: {
    passages: built.made.passages,
    findings: built.made.findings,
    builders: [...new Set(builders)],
  },
})

/** Who decided anything that stands in this pack, in whichever pack of the case it was asked. */
const decidersOf = ({ source, made }: Built): readonly string[] =>
  source.decisions
    .filter(({ text }) => made.passages.some(({ original }) => original.includes(text)))
    .map(({ decidedBy }) => decidedBy)

const filesOf = ({ made }: Built) => made.files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes) }))

const counts = (built: Built) => ({
  undecided: built.made.undecided,
  replacements: replacementsIn(built.made.passages),
  leaks: built.made.findings.leaks.length,
  problems: built.made.findings.problems.length,
})

/** The case as it stands, for this pack's audience. */
export const materialOf = (db: Db, pack: PackInFull): CaseMaterial =>
  readCaseMaterial(db, pack.caseId, profiles[pack.profile].audience)

/** Why a pack is no longer what was built: the case has changed since. */
export const staleReason = (session: Session, pack: PackInFull): string | null =>
  materialOf(session.vault.db, pack).fingerprint === pack.caseFingerprint
    ? null
    : 'The case has changed since this pack was built. Build it again.'

/** Voids a pack in a transaction of its own, so that the refusal that follows does not undo it. */
export const voidStale = (session: Session, pack: PackInFull, now: string): void => {
  const reason = staleReason(session, pack)
  if (reason === null) return
  inTransaction(session.vault, () =>
    movePack(session.vault.db, {
      id: pack.id,
      version: pack.version,
      from: pack.state,
      to: 'void',
      by: session.user.id,
      at: now,
      note: reason,
    }),
  )
  throw new ExpectedError('refused', reason)
}

const findCandidate = (candidates: readonly CandidateView[], wanted: string): CandidateView => {
  const found = candidates.find(({ id, text }) => id === wanted || text === wanted)
  if (found) return found
  throw new ExpectedError('invalid', 'A decision names a candidate that this pack does not have.', [
    { path: 'decisions', message: 'There is no such candidate in this pack.' },
  ])
}

/** A leak's place without the words that leaked. */
const unquoted = (leak: Leak): Leak => ({ ...leak, entity: null, text: '' })

/** Until every question is decided, a pack may still hold names. */
const unfinished = (document: PackDocument): PackDocument => ({
  ...document,
  blocks: [
    {
      type: 'paragraph',
      text: 'This pack is not ready. It can be read here when everything in it has been decided.',
    },
  ],
})

const mayReview = (session: Session, caseId: string): boolean =>
  isAllowed(session.user.role, 'pack:review', isOnTeam(session.vault.db, caseId, session.user.id))

const build = async (
  context: Context<'pack.build'>,
  source: CaseMaterial,
  order: PackOrder,
): Promise<Built> => ({
  source,
  order,
  made: await makePack(source, order, context),
})

/** Two people: whoever built a pack, or decided anything in it, neither approves nor releases it. */
export const refuseBuilder = (session: Session, pack: PackInFull, done: 'approved' | 'released'): void => {
  if (!reviewOf(pack).builders.includes(session.user.id)) return
  throw new ExpectedError(
    'not-permitted',
    `A pack is ${done} by somebody who neither built it nor decided anything in it.`,
  )
}

export const packActions: Handlers<Names> = {
  'pack.build': async (context, { recipient, profile, formats, basis, out }) => {
    const { session, env } = context
    const { db } = session.vault
    const caseId = context.caseId ?? ''
    const agency = getAgency(db, caseId, recipient)
    const order: PackOrder = {
      recipient: agency.agencyId,
      profile,
      formats: [...new Set(formats)],
      timestamp: env.now(),
    }
    if (out !== undefined) refuseInsideVault(session.vault.dir, out)
    const built = await build(context, readCaseMaterial(db, caseId, profiles[profile].audience), order)
    const drafts = out !== undefined && stateOf(built) === 'ready'
    if (drafts) {
      context.pastStopping()
      await writeDrafts(built.made, order, out)
    }
    return () => {
      const packId = env.newId()
      const content = contentOf(built, [session.user.id, ...decidersOf(built)])
      const row = {
        id: packId,
        caseId,
        recipient: agency.agencyId,
        profile,
        builtBy: session.user.id,
        builtAt: env.now(),
        basis,
      }
      insertPack(db, { ...row, ...content }, filesOf(built))
      const candidates = candidatesOf(db, built.made.passages, built.source.decisions)
      return {
        value: buildReport(packId, content.state, built.made, candidates),
        record: packId,
        version: 1,
        detail: { profile, recipient, state: content.state, drafts, ...counts(built) },
      }
    }
  },

  'pack.withheld':
    ({ session }, { caseId, profile }) =>
    () => ({ value: withheldFrom(session.vault.db, caseId, profile) }),

  'pack.list':
    ({ session }, { caseId }) =>
    () => {
      const { db } = session.vault
      return { value: listPacks(db, caseId).map((pack) => packSummary(db, pack)) }
    },

  'pack.show':
    ({ session }, { packId }) =>
    () => {
      const { db } = session.vault
      const pack = getPack(db, packId)
      const { passages, findings } = reviewOf(pack)
      const reviewer = mayReview(session, pack.caseId)
      const { decisions } = materialOf(db, pack)
      return {
        value: {
          ...packSummary(db, pack),
          basis: pack.basis,
          // The approver reads what the recipient will read; the questions quote the originals.
          candidates: reviewer ? candidatesOf(db, passages, decisions) : [],
          leaks: reviewer ? findings.leaks : findings.leaks.map(unquoted),
          files: packFileViews(db, packId),
          document: reviewer || pack.state !== 'needs-review' ? pack.document : unfinished(pack.document),
        },
        record: packId,
        version: pack.version,
      }
    },

  'pack.passages':
    ({ session }, { packId }) =>
    () => {
      const pack = getPack(session.vault.db, packId)
      return { value: reviewOf(pack).passages, record: packId, version: pack.version }
    },

  'pack.review': async (context, { packId, decisions }) => {
    const { session, env } = context
    const { db } = session.vault
    const pack = getPack(db, packId)
    if (pack.state === 'prepared' || pack.state === 'released')
      throw new ExpectedError('refused', 'This pack has been released. Build a new one.')
    const source = materialOf(db, pack)
    const review = reviewOf(pack)
    const known = candidatesOf(db, review.passages, source.decisions)
    const people = new Set(source.roster.entries.map(({ id }) => id))
    const prepared = prepareRoster(source.roster)
    const decided = decisions.map(({ candidate, decision, entity, replacement, reason }): Decision => {
      const problem = replacement === undefined ? null : replacementProblem(replacement, prepared)
      if (problem !== null)
        throw new ExpectedError('invalid', problem, [{ path: 'replacement', message: problem }])
      if (entity !== undefined && !people.has(entity))
        throw new ExpectedError('invalid', 'A decision names an entry that the people key does not have.')
      return {
        id: env.newId(),
        caseId: pack.caseId,
        text: findCandidate(known, candidate).text,
        decision,
        ...(entity === undefined ? {} : { entity }),
        ...(replacement === undefined ? {} : { replacement }),
        reason,
        audience: profiles[pack.profile].audience,
        decidedBy: session.user.id,
        decidedAt: env.now(),
      }
    })
    const texts = new Set(decided.map(({ text }) => text))
    const together = [...source.decisions.filter(({ text }) => !texts.has(text)), ...decided]
    const order: PackOrder = {
      recipient: pack.recipient,
      profile: pack.profile,
      formats: pack.formats,
      timestamp: env.now(),
    }
    const made = await makePack({ ...source, decisions: together }, order, context)
    return () => {
      if (materialOf(db, pack).fingerprint !== source.fingerprint)
        throw new ExpectedError('conflict', 'The case changed while the pack was being built. Try again.')
      for (const decision of decided) insertDecision(db, decision)
      const after = materialOf(db, pack)
      const built = { source: after, order, made }
      const builders = [...review.builders, session.user.id, ...decidersOf(built)]
      const { id, version, basis, builtBy } = pack
      const content = contentOf(built, builders)
      const row = { id, version, basis, builtBy, builtAt: env.now() }
      const newVersion = rebuildPack(db, { ...row, ...content }, filesOf(built))
      return {
        value: buildReport(id, content.state, made, candidatesOf(db, made.passages, after.decisions)),
        record: id,
        version: newVersion,
        detail: { decisions: decided.length, state: content.state, ...counts(built) },
      }
    }
  },

  'pack.approve': ({ session, env }, { packId }) => {
    const { db } = session.vault
    const pack = getPack(db, packId)
    refuseBuilder(session, pack, 'approved')
    if (pack.state === 'needs-review') throw new ExpectedError('refused', notReady(pack))
    if (pack.state !== 'ready')
      throw new ExpectedError(
        'refused',
        `This pack is ${pack.state.replace('-', ' ')} and cannot be approved.`,
      )
    voidStale(session, pack, env.now())
    return () => {
      const move = { id: packId, version: pack.version, by: session.user.id, at: env.now() }
      const version = movePack(db, { ...move, from: 'ready', to: 'approved' })
      return { value: packSummary(db, getPack(db, packId)), record: packId, version }
    }
  },
}

const notReady = (pack: PackInFull): string => {
  const { findings } = reviewOf(pack)
  const [leak] = findings.leaks
  if (pack.undecided > 0)
    return `${pack.undecided === 1 ? '1 candidate is' : `${pack.undecided} candidates are`} still to be decided. Nothing can leave before.`
  if (leak) return `Something of the people key was found in ${leak.file} (${leak.where}). Nothing can leave.`
  return `The gate refused this pack. ${findings.problems.join(' ')}`
}
