import type { RecordedDecision } from '../../db/decisions.ts'
import { getPack } from '../../db/packs.ts'
import { profiles } from '../../domain/packs/profile.ts'
import type { Handlers } from '../host.ts'
import { countsOf } from '../packs/built-pack.ts'
import { candidatesOf } from '../packs/candidates.ts'
import { keyOfPack, materialOf, refuseBlind } from '../packs/pack-state.ts'
import { buildReport, reviewOf } from '../packs/pack-views.ts'
import { rebuildWith, refuseReleased } from '../packs/rebuild.ts'
import { resolveDecision } from '../packs/resolve-decisions.ts'

export const packReviewActions: Handlers<'pack.passages' | 'pack.review'> = {
  'pack.passages':
    ({ session }, { packId }) =>
    () => {
      const pack = getPack(session.vault.db, packId)
      refuseBlind(session, pack)
      return { value: reviewOf(pack).passages, record: packId, version: pack.version }
    },

  'pack.review': async (context, { packId, decisions }) => {
    const { session, env } = context
    const { db } = session.vault
    const pack = getPack(db, packId)
    refuseReleased(pack)
    refuseBlind(session, pack)
    const source = materialOf(db, pack)
    const { passages } = reviewOf(pack)
    const { audience } = profiles[pack.profile]
    const candidates = candidatesOf(db, passages, source.decisions)
    const about = { candidates, passages, prepared: keyOfPack(db, pack, source).prepared }
    const decided = decisions.map((sent): RecordedDecision => ({
      ...resolveDecision(sent, about),
      ...{ id: env.newId(), caseId: pack.caseId, audience },
      ...{ decidedBy: session.user.id, decidedAt: env.now() },
    }))
    const rebuild = await rebuildWith(context, pack, source, decided)
    return () => {
      const { built, made, state, version } = rebuild()
      const views = candidatesOf(db, made.passages, built.source.decisions)
      return {
        value: buildReport(packId, state, made, views),
        record: packId,
        version,
        detail: { decisions: decided.length, state, ...countsOf(built) },
      }
    }
  },
}
