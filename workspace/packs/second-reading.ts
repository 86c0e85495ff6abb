import type { Db } from '../../db/database.ts'
import type { Decision } from '../../db/decisions.ts'
import {
  isSecondReadingAsked,
  listSecondReadings,
  listSettlements,
  type SecondReading,
  type Settlement,
} from '../../db/second-readings.ts'
import { isAlike } from '../../domain/packs/compare-readings.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import type { CandidateView } from '../views.ts'
import { openQuestions, questionAbout } from './candidates.ts'
import { projectCase, type PackOrder } from './make-pack.ts'
import type { CaseMaterial } from './material.ts'

type Read = { readonly id: string; readonly caseId: string; readonly profile: ProfileId }

/** One question of a pack, as both readers answered it. */
export type ReadQuestion = {
  readonly question: CandidateView
  /** Of each place; null where it was decided by other words around it. */
  readonly first: readonly (Decision | null)[]
  readonly second: SecondReading | null
  /** Null where they agreed, or differ since. */
  readonly settlement: Settlement | null
  readonly agreed: boolean
}

export type Reading = {
  readonly passages: readonly Passage[]
  readonly questions: readonly ReadQuestion[]
}

const isBefore = (decisions: readonly Decision[], settled: Settlement | undefined): boolean =>
  decisions.every(({ decidedAt }) => decidedAt <= (settled?.settledAt ?? ''))

/**
 * The questions of a pack as if nobody had decided anything, with what a pattern had replaced and the first reader gave
 * back, and how two readers answered each. A reading by whoever decided the same text is no second one.
 */
export const readingOf = (db: Db, pack: Read, source: CaseMaterial, order: PackOrder): Reading => {
  const { audience } = profiles[pack.profile]
  const { passages } = projectCase({ ...source, decisions: [] }, order)
  const questions = new Map(openQuestions(passages))
  const settlements = new Map(listSettlements(db, pack.caseId, audience).map((one) => [one.text, one]))
  const restored = source.decisions.filter(({ origin }) => origin === 'restored')
  const settledBefore = [...settlements.keys()].map((text) => ({ text, place: null }))
  for (const { text, place } of [...restored, ...settledBefore]) {
    if (questions.has(text)) continue
    const question = questionAbout(passages, text, place)
    if (question.places.length > 0) questions.set(text, question)
  }
  const decided = Map.groupBy(source.decisions, ({ text }) => text)
  const readings = Map.groupBy(listSecondReadings(db, pack.caseId, audience), ({ text }) => text)
  return {
    passages,
    questions: [...questions.values()].map((question) => {
      const decisions = decided.get(question.text) ?? []
      const settled = settlements.get(question.text)
      const second =
        readings
          .get(question.text)
          ?.findLast(
            ({ readBy }) => settled !== undefined || decisions.every((one) => one.decidedBy !== readBy),
          ) ?? null
      const first = question.places.map(
        ({ passage }) =>
          decisions.find(({ place }) => place === passage) ??
          decisions.find(({ place }) => place === null) ??
          null,
      )
      const alike = second !== null && first.every((one) => one !== null && isAlike(one, second))
      const holds = settled?.chosen === 'second' ? alike : isBefore(decisions, settled)
      const settlement = settled !== undefined && holds ? settled : null
      return { question, first, second, settlement, agreed: alike && settlement === null }
    }),
  }
}

export const isUnread = ({ second }: ReadQuestion): boolean => second === null

/** A pack still waits for it: unread, or read differently and not settled. */
export const isOpen = ({ agreed, settlement }: ReadQuestion): boolean => !agreed && settlement === null

/** How many questions a pack still waits for; none, and nothing is worked out, where no second reading was asked. */
export const openReadingIn = (db: Db, pack: Read, reading: () => Reading): number =>
  isSecondReadingAsked(db, pack.id) ? reading().questions.filter(isOpen).length : 0
