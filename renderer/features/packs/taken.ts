import { z } from 'zod'
import { candidateDecisionSchema } from '../../../workspace/contract/pack-review.ts'
import type { CandidateView } from '../../../workspace/views.ts'
import { useTextDraft } from '../../use-text-draft.ts'
import type { PackDecision } from './slice.ts'

const takenSchema = z.array(candidateDecisionSchema)

const read = (text: string): readonly PackDecision[] => {
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

/** The decisions a draft holds that are about these candidates. */
export const decisionsIn = (text: string, candidates: readonly CandidateView[]): readonly PackDecision[] => {
  const known = new Set(candidates.map((one) => one.id))
  return read(text).filter((one) => known.has(one.candidate))
}

/**
 * Decisions taken and not yet applied. Applying rebuilds the pack and opens its files again, so many go together;
 * until then they are kept as a draft, which survives a lock.
 */
export const useTakenDecisions = (key: string, candidates: readonly CandidateView[]) => {
  const draft = useTextDraft(key)
  const decisions = decisionsIn(draft.text, candidates)
  const keep = (next: readonly PackDecision[]): void =>
    next.length === 0 ? draft.discard() : draft.change(JSON.stringify(next))
  const without = (id: string): readonly PackDecision[] => decisions.filter((one) => one.candidate !== id)
  return {
    decisions,
    restoredAt: decisions.length > 0 ? draft.restoredAt : null,
    take: (decision: PackDecision): void => keep([...without(decision.candidate), decision]),
    undo: (id: string): void => keep(without(id)),
    clear: draft.discard,
  }
}
