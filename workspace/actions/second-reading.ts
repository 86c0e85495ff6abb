import type { RecordedDecision } from '../../db/decisions.ts'
import { getPack, type PackInFull } from '../../db/packs.ts'
import {
  askSecondReading,
  insertSecondReading,
  insertSettlement,
  type SecondReading,
  type Settlement,
} from '../../db/second-readings.ts'
import { profiles } from '../../domain/packs/profile.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers, Session } from '../host.ts'
import type { CaseMaterial } from '../packs/material.ts'
import { keyOfPack, materialOf, readingOfPack, readingStateOf, restate } from '../packs/pack-state.ts'
import { rebuildWith, refuseReleased } from '../packs/rebuild.ts'
import { resolveDecision } from '../packs/resolve-decisions.ts'
import type { ReadQuestion } from '../packs/second-reading.ts'
import { secondReadingView } from '../packs/second-reading-view.ts'

type Names = 'pack.second-reading' | 'pack.ask-second-reading' | 'pack.read-second' | 'pack.settle-reading'

const doneWith = (session: Session, packId: string) => {
  const pack = getPack(session.vault.db, packId)
  return { value: secondReadingView(session, pack), record: packId, version: pack.version }
}

const questionOf = (questions: readonly ReadQuestion[], id: string): ReadQuestion => {
  const found = questions.find(({ question }) => question.id === id)
  if (found) return found
  throw new ExpectedError('invalid', 'There is no such question in this pack.', [
    { path: 'question', message: 'There is no such question in this pack.' },
  ])
}

/** A difference that can be settled: read by both, and not alike. */
const differenceIn = (session: Session, pack: PackInFull, id: string) => {
  if (secondReadingView(session, pack).state !== 'compared')
    throw new ExpectedError(
      'refused',
      'The two readings are compared once both have answered every question.',
    )
  const found = questionOf(readingOfPack(session.vault.db, pack).questions, id)
  if (found.second === null || found.agreed || found.settlement !== null)
    throw new ExpectedError('refused', 'There is no difference here to settle.')
  return { ...found, second: found.second }
}

/** The second reader's answer in the place of everything decided about the same words. */
const decisionsOf = (
  second: SecondReading,
  source: CaseMaterial,
  { reason, settledBy, settledAt }: Settlement,
  newId: () => string,
): readonly RecordedDecision[] => {
  const { caseId, text, audience, decision, entity, replacement } = second
  const kept = { caseId, text, audience, reason, decidedBy: settledBy, decidedAt: settledAt }
  return [
    ...source.decisions
      .filter((one) => one.text === text && one.place !== null)
      .map(({ place, origin }) => ({
        ...{ ...kept, id: newId(), place, origin, decision: 'withdrawn' as const },
      })),
    {
      ...{ ...kept, id: newId(), place: null, origin: 'question' as const, decision },
      ...(entity === null ? {} : { entity }),
      ...(replacement === null ? {} : { replacement }),
    },
  ]
}

export const secondReadingActions: Handlers<Names> = {
  'pack.second-reading':
    ({ session }, { packId }) =>
    () =>
      doneWith(session, packId),

  'pack.ask-second-reading':
    ({ session, env }, { packId }) =>
    () => {
      const { db } = session.vault
      const pack = getPack(db, packId)
      refuseReleased(pack)
      if (!profiles[pack.profile].redacted)
        throw new ExpectedError('refused', 'This pack leaves unredacted: there is nothing to read twice.')
      askSecondReading(db, { packId, by: session.user.id, at: env.now() })
      restate(db, packId, session.user.id, env.now())
      return doneWith(session, packId)
    },

  'pack.read-second':
    ({ session, env }, { packId, question, ...answer }) =>
    () => {
      const { db } = session.vault
      const pack = getPack(db, packId)
      refuseReleased(pack)
      const source = materialOf(db, pack)
      if (!readingStateOf(session, pack, () => source).isBlind)
        throw new ExpectedError(
          'refused',
          'A pack is read a second time by somebody who neither built it nor decided anything in it, once this is asked for and until everything is read.',
        )
      const { passages, questions } = readingOfPack(db, pack)
      const asked = questionOf(questions, question)
      if (asked.second !== null)
        throw new ExpectedError('refused', 'This question has been read a second time. The answer stands.')
      const { text, entity, replacement, reason } = resolveDecision(
        { candidate: question, ...answer },
        { passages, candidates: [asked.question], prepared: keyOfPack(db, pack, source).prepared },
      )
      insertSecondReading(db, {
        ...{ caseId: pack.caseId, text, decision: answer.decision, reason },
        ...{ entity: entity ?? null, replacement: replacement ?? null },
        ...{ audience: profiles[pack.profile].audience, readBy: session.user.id, readAt: env.now() },
      })
      restate(db, packId, session.user.id, env.now())
      return doneWith(session, packId)
    },

  'pack.settle-reading': async (context, { packId, question, chosen, reason }) => {
    const { session, env } = context
    const { db } = session.vault
    const pack = getPack(db, packId)
    refuseReleased(pack)
    const { second } = differenceIn(session, pack, question)
    const settlement: Settlement = {
      ...{ caseId: pack.caseId, text: second.text, chosen, audience: second.audience, reason },
      ...{ settledBy: session.user.id, settledAt: env.now() },
    }
    const source = materialOf(db, pack)
    const decided = chosen === 'first' ? [] : decisionsOf(second, source, settlement, env.newId)
    const rebuild = chosen === 'first' ? null : await rebuildWith(context, pack, source, decided)
    return () => {
      if (rebuild) rebuild(() => insertSettlement(db, settlement))
      else {
        differenceIn(session, getPack(db, packId), question)
        insertSettlement(db, settlement)
        restate(db, packId, session.user.id, env.now())
      }
      return { ...doneWith(session, packId), detail: { chosen } }
    }
  },
}
