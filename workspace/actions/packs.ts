import { isOnTeam } from '../../db/cases.ts'
import { getPack, insertPack, listPacks } from '../../db/packs.ts'
import type { PackDocument } from '../../domain/packs/pack-document.ts'
import {
  choiceProblems,
  settleChoices,
  type GivenChoices,
  type PackChoices,
} from '../../domain/packs/choices.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import { isAllowed } from '../../domain/permissions/permissions.ts'
import type { Leak } from '../../domain/redaction/redaction.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Context, Handlers, Session } from '../host.ts'
import { contentOf, countsOf, decidersOf, filesOf, stateOf, type Built } from '../packs/built-pack.ts'
import { candidatesOf } from '../packs/candidates.ts'
import { makePack, type PackOrder } from '../packs/make-pack.ts'
import { readCaseMaterial, type CaseMaterial } from '../packs/material.ts'
import { materialOf, readingStateOf, staleReason } from '../packs/pack-state.ts'
import { buildReport, packFileViews, packSummary, reviewOf } from '../packs/pack-views.ts'
import { newPackSecret } from '../packs/pack-key.ts'
import { findRecipient } from '../packs/recipient.ts'
import { openSearchesIn } from '../packs/searches.ts'
import { withheldFrom } from '../packs/withheld.ts'
import { writeDrafts } from '../packs/write-drafts.ts'
import { refuseInsideVault } from '../write-files.ts'

type Names = 'pack.build' | 'pack.withheld' | 'pack.list' | 'pack.show'

/** Throws `invalid` where the profile does not allow what was chosen. */
const choicesFor = (profile: ProfileId, given: GivenChoices): PackChoices => {
  const choices = settleChoices(profiles[profile], given)
  const problems = choiceProblems(profiles[profile], choices)
  if (problems.length === 0) return choices
  throw new ExpectedError('invalid', 'The profile does not allow what was chosen.', problems)
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

export const packActions: Handlers<Names> = {
  'pack.build': async (
    context,
    { recipient, profile, choices: given, formats, basis, report = null, out },
  ) => {
    const { session, env } = context
    const { db } = session.vault
    const caseId = context.caseId ?? ''
    const order: PackOrder = {
      recipient: findRecipient(db, caseId, recipient),
      profile,
      choices: choicesFor(profile, given),
      secret: newPackSecret(),
      formats: [...new Set(formats)],
      timestamp: env.now(),
    }
    if (!profiles[profile].redacted)
      throw new ExpectedError(
        'refused',
        'What goes to a coroner or a court unredacted names the legal power and is built under “Coroner or court”.',
      )
    if (out !== undefined) refuseInsideVault(session.vault.dir, out)
    if (report !== null && profile !== 'publication')
      throw new ExpectedError('invalid', 'A public report leaves by the profile for publication only.', [
        { path: 'profile', message: 'must be publication' },
      ])
    const source = readCaseMaterial(db, caseId, profiles[profile].audience, report)
    const built = await build(context, source, order)
    const openSearches = openSearchesIn(db, { caseId, profile }, built.made.passages)
    const drafts = out !== undefined && stateOf(built, openSearches) === 'ready'
    if (drafts) {
      context.pastStopping()
      await writeDrafts(built.made, built.source, order, out)
    }
    return () => {
      const packId = env.newId()
      const content = contentOf(built, [session.user.id, ...decidersOf(built)], openSearches)
      const row = {
        id: packId,
        caseId,
        recipient,
        profile,
        report: source.report === null ? null : { id: source.report.id, version: source.report.version },
        builtBy: session.user.id,
        builtAt: env.now(),
        basis,
      }
      insertPack(db, { ...row, ...content }, order.secret, filesOf(built))
      const candidates = candidatesOf(db, built.made.passages, built.source.decisions)
      return {
        value: buildReport(packId, content.state, built.made, candidates),
        record: packId,
        version: 1,
        detail: { profile, recipient, state: content.state, drafts, ...countsOf(built) },
      }
    }
  },

  'pack.withheld':
    ({ session }, { caseId, recipient, profile, choices: given }) =>
    () => {
      const { db } = session.vault
      const order = {
        recipient: recipient === undefined ? null : findRecipient(db, caseId, recipient),
        profile,
        choices: settleChoices(profiles[profile], given),
      }
      return { value: withheldFrom(db, caseId, order) }
    },

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
      const source = materialOf(db, pack)
      const reading = readingStateOf(session, pack, () => source)
      const isReviewer = mayReview(session, pack.caseId)
      const isBlind = isReviewer && reading.isBlind
      const reviewer = isReviewer && !isBlind
      return {
        value: {
          ...packSummary(db, pack),
          isStale: staleReason(db, pack, source) !== null,
          openSearches: openSearchesIn(db, pack, passages),
          secondReading: { ...reading, isBlind },
          basis: pack.basis,
          // The approver reads what the recipient will read; the questions quote the originals.
          candidates: reviewer ? candidatesOf(db, passages, source.decisions) : [],
          leaks: reviewer ? findings.leaks : findings.leaks.map(unquoted),
          files: packFileViews(db, packId),
          document:
            reviewer || (pack.state !== 'needs-review' && !isBlind)
              ? pack.document
              : unfinished(pack.document),
        },
        record: packId,
        version: pack.version,
      }
    },
}
