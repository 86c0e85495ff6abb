import type { Db } from '../../db/database.ts'
import { insertDecision, type RecordedDecision } from '../../db/decisions.ts'
import { rebuildPack, type PackInFull } from '../../db/packs.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Call, Environment, Session } from '../host.ts'
import { contentOf, decidersOf, filesOf, type Built } from './built-pack.ts'
import { makePack, type MadePack } from './make-pack.ts'
import type { CaseMaterial } from './material.ts'
import { materialOf, orderOf } from './pack-state.ts'
import { reviewOf } from './pack-views.ts'
import { openSearchesIn } from './searches.ts'
import { openReadingIn, readingOf } from './second-reading.ts'

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

export const refuseReleased = ({ state }: PackInFull): void => {
  if (state === 'prepared' || state === 'released')
    throw new ExpectedError('refused', 'This pack has been released. Build a new one.')
}

export type Rebuilt = {
  readonly built: Built
  readonly made: MadePack
  readonly state: 'ready' | 'needs-review'
  readonly version: number
}

/**
 * Makes a pack again as it will be with these decisions. The step handed back keeps them and the pack; what else is to be
 * kept with them goes into `keep`, before it is seen what the pack still waits for.
 */
export const rebuildWith = async (
  context: Call & { readonly session: Session; readonly env: Environment },
  pack: PackInFull,
  source: CaseMaterial,
  decided: readonly RecordedDecision[],
): Promise<(keep?: (db: Db) => void) => Rebuilt> => {
  const { session, env } = context
  const { db } = session.vault
  const order = orderOf(db, pack, env.now())
  const made = await makePack(decidedToo(source, decided), order, context)
  return (keep) => {
    if (materialOf(db, pack).fingerprint !== source.fingerprint)
      throw new ExpectedError('conflict', 'The case changed while the pack was being built. Try again.')
    for (const decision of decided) insertDecision(db, decision)
    keep?.(db)
    const built = { source: materialOf(db, pack), order, made }
    const { id, version, basis, builtBy } = pack
    const content = contentOf(
      built,
      [...reviewOf(pack).builders, session.user.id, ...decidersOf(built)],
      openSearchesIn(db, pack, made.passages) +
        openReadingIn(db, pack, () => readingOf(db, pack, built.source, order)),
    )
    const row = { id, version, basis, builtBy, builtAt: env.now() }
    const newVersion = rebuildPack(db, { ...row, ...content }, filesOf(built))
    return { built, made, state: content.state, version: newVersion }
  }
}
