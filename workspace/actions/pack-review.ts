import { insertDecision, type RecordedDecision } from '../../db/decisions.ts'
import { getPack, rebuildPack, type PackInFull } from '../../db/packs.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers } from '../host.ts'
import { contentOf, countsOf, decidersOf, filesOf } from '../packs/built-pack.ts'
import { candidatesOf } from '../packs/candidates.ts'
import { makePack } from '../packs/make-pack.ts'
import type { CaseMaterial } from '../packs/material.ts'
import { keyOfPack, materialOf, orderOf } from '../packs/pack-state.ts'
import { buildReport, reviewOf } from '../packs/pack-views.ts'
import { openSearchesIn } from '../packs/searches.ts'
import { resolveDecision } from '../packs/resolve-decisions.ts'

/** The case as it will stand once these decisions are kept; the last about a text and place counts. */
const decidedToo = (source: CaseMaterial, decided: readonly RecordedDecision[]): CaseMaterial => {
  const key = ({ text, place }: Pick<RecordedDecision, 'text' | 'place'>): string => `${place ?? ''}\0${text}`
  const latest = new Map<string, RecordedDecision>()
  for (const decision of [...source.decisions, ...decided]) {
    latest.delete(key(decision))
    latest.set(key(decision), decision)
  }
  const decisions = [...latest.values()].flatMap(({ decision, ...rest }) =>
    decision === 'withdrawn' ? [] : [{ ...rest, decision }],
  )
  return { ...source, decisions }
}

const refuseReleased = ({ state }: PackInFull): void => {
  if (state === 'prepared' || state === 'released')
    throw new ExpectedError('refused', 'This pack has been released. Build a new one.')
}

export const packReviewActions: Handlers<'pack.passages' | 'pack.review'> = {
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
    refuseReleased(pack)
    const source = materialOf(db, pack)
    const review = reviewOf(pack)
    const { audience } = profiles[pack.profile]
    const candidates = candidatesOf(db, review.passages, source.decisions)
    const about = { candidates, passages: review.passages, prepared: keyOfPack(db, pack).prepared }
    const decided = decisions.map((sent): RecordedDecision => ({
      ...resolveDecision(sent, about),
      ...{ id: env.newId(), caseId: pack.caseId, audience },
      ...{ decidedBy: session.user.id, decidedAt: env.now() },
    }))
    const order = orderOf(db, pack, env.now())
    const made = await makePack(decidedToo(source, decided), order, context)
    return () => {
      if (materialOf(db, pack).fingerprint !== source.fingerprint)
        throw new ExpectedError('conflict', 'The case changed while the pack was being built. Try again.')
      for (const decision of decided) insertDecision(db, decision)
      const built = { source: materialOf(db, pack), order, made }
      const { id, version, basis, builtBy } = pack
      const content = contentOf(
        built,
        [...review.builders, session.user.id, ...decidersOf(built)],
        openSearchesIn(db, pack, made.passages),
      )
      const row = { id, version, basis, builtBy, builtAt: env.now() }
      const newVersion = rebuildPack(db, { ...row, ...content }, filesOf(built))
      const views = candidatesOf(db, made.passages, built.source.decisions)
      return {
        value: buildReport(id, content.state, made, views),
        record: id,
        version: newVersion,
        detail: { decisions: decided.length, state: content.state, ...countsOf(built) },
      }
    }
  },
}
