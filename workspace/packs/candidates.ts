import type { Db } from '../../db/database.ts'
import type { Decision } from '../../db/decisions.ts'
import { getUser } from '../../db/users.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import { sha256 } from '../sha256.ts'
import type { CandidateView } from '../views.ts'

const contextLength = 60

/** Stable across builds of the same case: made from the text itself. */
const candidateId = (text: string): string => sha256(text).slice(0, 12)

const decisionView = (db: Db, decision: Decision): NonNullable<CandidateView['decision']> => ({
  decision: decision.decision,
  entity: decision.entity ?? null,
  replacement: decision.replacement ?? null,
  reason: decision.reason,
  by: getUser(db, decision.decidedBy)?.name ?? '',
  at: decision.decidedAt,
})

/** One question for each distinct text, with every place it stands in; open questions first, then those decided. */
export const candidatesOf = (
  db: Db,
  passages: readonly Passage[],
  decisions: readonly Decision[],
): readonly CandidateView[] => {
  const open = new Map<string, CandidateView>()
  for (const passage of passages)
    for (const candidate of passage.candidates) {
      const text = passage.original.slice(candidate.start, candidate.end)
      const before = open.get(text)
      const place = {
        passage: passage.id,
        where: passage.where,
        before: passage.original.slice(Math.max(0, candidate.start - contextLength), candidate.start),
        after: passage.original.slice(candidate.end, candidate.end + contextLength),
      }
      open.set(text, {
        id: candidateId(text),
        text,
        kind: candidate.kind,
        why: candidate.why,
        entities: [...new Set([...(before?.entities ?? []), ...(candidate.entities ?? [])])],
        places: [...(before?.places ?? []), place],
        decision: null,
      })
    }
  const decided = decisions
    .filter(({ text }) => !open.has(text))
    .map((decision): CandidateView => ({
      id: candidateId(decision.text),
      text: decision.text,
      kind: 'PERSON',
      why: 'Decided for this case.',
      entities: [],
      places: passages
        .filter((passage) => passage.original.includes(decision.text))
        .map((passage) => placeOf(passage, decision.text)),
      decision: decisionView(db, decision),
    }))
  return [...open.values(), ...decided]
}

const placeOf = (passage: Passage, text: string): CandidateView['places'][number] => {
  const start = passage.original.indexOf(text)
  return {
    passage: passage.id,
    where: passage.where,
    before: passage.original.slice(Math.max(0, start - contextLength), start),
    after: passage.original.slice(start + text.length, start + text.length + contextLength),
  }
}
