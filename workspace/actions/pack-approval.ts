import type { Db } from '../../db/database.ts'
import { getPack, movePack, type PackInFull } from '../../db/packs.ts'
import { listOpenings, noteOpening } from '../../db/sample-openings.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers, Session } from '../host.ts'
import { refuseBuilder, voidStale } from '../packs/pack-state.ts'
import { packSummary, reviewOf } from '../packs/pack-views.ts'
import { sampleOf } from '../packs/sample.ts'
import { openSearchesIn } from '../packs/searches.ts'

const notReady = (db: Db, pack: PackInFull): string => {
  const { findings, passages } = reviewOf(pack)
  const [leak] = findings.leaks
  if (pack.undecided > 0)
    return `${pack.undecided === 1 ? '1 candidate is' : `${pack.undecided} candidates are`} still to be decided. Nothing can leave before.`
  if (leak) return `Something of the people key was found in ${leak.file} (${leak.where}). Nothing can leave.`
  if (findings.problems.length === 0) {
    const searches = openSearchesIn(db, pack, passages)
    if (searches === 0)
      return 'The second reading of this pack is not finished. Nothing can leave before everything is read and settled.'
    return `${searches} of the things somebody could search for are still to be answered. Nothing can leave before.`
  }
  return `The gate refused this pack. ${findings.problems.join(' ')}`
}

/** Only a pack that is ready is sampled, and only by somebody who had no hand in it. */
const refuseUnready = (session: Session, pack: PackInFull): void => {
  refuseBuilder(session, pack, 'approved')
  if (pack.state === 'needs-review') throw new ExpectedError('refused', notReady(session.vault.db, pack))
  if (pack.state !== 'ready')
    throw new ExpectedError('refused', `This pack is ${pack.state} and cannot be approved.`)
}

const opened = (session: Session, { id, version }: PackInFull): ReadonlyMap<string, string> =>
  listOpenings(session.vault.db, { packId: id, version, userId: session.user.id })

export const packApprovalActions: Handlers<'pack.sample' | 'pack.open-sample' | 'pack.approve'> = {
  'pack.sample':
    ({ session }, { packId }) =>
    () => {
      const { db } = session.vault
      const pack = getPack(db, packId)
      refuseUnready(session, pack)
      const seen = opened(session, pack)
      const items = sampleOf(db, pack).map(({ id, kind, where, chosenFor }) => ({
        ...{ id, kind, where, chosenFor, openedAt: seen.get(id) ?? null },
      }))
      const left = items.filter(({ openedAt }) => openedAt === null).length
      return { value: { version: pack.version, left, items }, record: packId, version: pack.version }
    },

  'pack.open-sample': async ({ session, env }, { packId, items }) => {
    const { db } = session.vault
    const pack = getPack(db, packId)
    refuseUnready(session, pack)
    const sample = new Map(sampleOf(db, pack).map((item) => [item.id, item]))
    const value = await Promise.all(
      items.map(async (id) => {
        const item = sample.get(id)
        if (!item) throw new ExpectedError('not-found', 'This is not in the sample of this pack.')
        return { id, where: item.where, text: await item.read() }
      }),
    )
    return () => {
      if (getPack(db, packId).version !== pack.version)
        throw new ExpectedError('conflict', 'Somebody changed this pack since you looked. Look at it again.')
      for (const { id } of value)
        noteOpening(db, {
          ...{ packId, version: pack.version, userId: session.user.id, item: id, at: env.now() },
        })
      return { value, record: packId, version: pack.version, detail: { opened: value.length } }
    }
  },

  'pack.approve': ({ session, env }, { packId }) => {
    const { db } = session.vault
    const pack = getPack(db, packId)
    refuseUnready(session, pack)
    voidStale(session, pack, env.now())
    const seen = opened(session, pack)
    const sample = sampleOf(db, pack)
    const left = sample.filter(({ id }) => !seen.has(id)).length
    if (left > 0)
      throw new ExpectedError(
        'refused',
        `${left} of the ${sample.length} parts of this pack chosen for its approver are still to be opened.`,
      )
    return () => {
      const move = { id: packId, version: pack.version, by: session.user.id, at: env.now() }
      const version = movePack(db, { ...move, from: 'ready', to: 'approved' })
      return {
        value: packSummary(db, getPack(db, packId)),
        record: packId,
        version,
        detail: { opened: sample.length },
      }
    }
  },
}
