import { z } from 'zod'
import { reviewDecisionSchema } from '../../../workspace/contract/pack-review.ts'
import type { CandidateView } from '../../../workspace/views.ts'
import { useTextDraft } from '../../use-text-draft.ts'

const takenSchema = z.array(reviewDecisionSchema)

export type Taken = z.input<typeof reviewDecisionSchema>
export type TakenAnswer = Extract<Taken, { readonly candidate: string }>
export type TakenPassage = Extract<Taken, { readonly passage: string }>

export const isAnswer = (one: Taken): one is TakenAnswer => 'candidate' in one
export const isOfPassage = (one: Taken): one is TakenPassage => 'passage' in one

/** What a decision is about: a later one about the same stands in its place. */
export const takenId = (one: Taken): string =>
  isAnswer(one)
    ? `answer ${one.candidate} ${one.place ?? ''}`
    : `passage ${one.passage} ${one.start} ${one.end}`

const read = (text: string): readonly Taken[] => {
  if (text === '') return []
  try {
    const parsed = takenSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

export const takenKey = (pack: { readonly id: string; readonly caseId: string }): string =>
  `pack-review/${pack.caseId}/${pack.id}`

/** The decisions a draft holds that are about these candidates, or about passages. */
export const decisionsIn = (text: string, candidates: readonly CandidateView[]): readonly Taken[] => {
  const known = new Set(candidates.map((one) => one.id))
  return read(text).filter((one) => !isAnswer(one) || known.has(one.candidate))
}

/** Whether the decisions taken answer a question wherever it stands. */
export const isAnswered = (candidate: CandidateView, taken: readonly Taken[]): boolean => {
  const answers = taken.filter(isAnswer).filter((one) => one.candidate === candidate.id)
  if (answers.some((one) => one.decision === 'withdraw')) return false
  if (candidate.decision !== null || answers.some((one) => one.place === undefined)) return true
  return candidate.places.every(({ passage }) => answers.some((one) => one.place === passage))
}

/** What is left to decide once the decisions taken are applied. */
export const leftOf = (
  candidates: readonly CandidateView[],
  taken: readonly Taken[],
): readonly CandidateView[] => candidates.filter((one) => !isAnswered(one, taken))

/**
 * Decisions taken and not yet applied. Applying rebuilds the pack and opens its files again, so many go together;
 * until then they are kept as a draft, which survives a lock.
 */
export const useTakenDecisions = (key: string, candidates: readonly CandidateView[]) => {
  const draft = useTextDraft(key)
  const decisions = decisionsIn(draft.text, candidates)
  const keep = (next: readonly Taken[]): void =>
    next.length === 0 ? draft.discard() : draft.change(JSON.stringify(next))
  const without = (id: string): readonly Taken[] => decisions.filter((one) => takenId(one) !== id)
  return {
    decisions,
    restoredAt: decisions.length > 0 ? draft.restoredAt : null,
    take: (decision: Taken): void => keep([...without(takenId(decision)), decision]),
    undo: (id: string): void => keep(without(id)),
    clear: draft.discard,
  }
}
