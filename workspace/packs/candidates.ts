import type { Db } from '../../db/database.ts'
import type { Decision } from '../../db/decisions.ts'
import { getUser } from '../../db/users.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import { sha256 } from '../sha256.ts'
import type { CandidateView } from '../views.ts'

const contextLength = 60

/** Stable across builds of the same case: made from the text itself, and from the place where it is decided for one alone. */
const candidateId = (text: string, place: string | null = null): string =>
  sha256(place === null ? text : `${text}\0${place}`).slice(0, 12)

const decisionView = (db: Db, decision: Decision): NonNullable<CandidateView['decision']> => ({
  decision: decision.decision,
  origin: decision.origin,
  entity: decision.entity ?? null,
  replacement: decision.replacement ?? null,
  reason: decision.reason,
  by: getUser(db, decision.decidedBy)?.name ?? '',
  at: decision.decidedAt,
})

const whys: Readonly<Record<Decision['origin'], string>> = {
  question: 'Decided for this case.',
  restored: 'A replacement that was undone.',
  marked: 'Marked by a reader; the detector had passed over it.',
  generalised: 'Made more general, so that it cannot be searched for.',
}

/** One question for each distinct text, with every place it stands in; open questions first, then what is decided. */
export const candidatesOf = (
  db: Db,
  passages: readonly Passage[],
  decisions: readonly Decision[],
): readonly CandidateView[] => {
  const open = openQuestions(passages)
  const decided = decisions.flatMap((decision): readonly CandidateView[] => {
    const { text, place } = decision
    if (place === null && open.has(text)) return []
    const question = questionAbout(passages, text, place)
    if (place !== null && question.places.length === 0) return []
    return [{ ...question, why: whys[decision.origin], decision: decisionView(db, decision) }]
  })
  return [...open.values(), ...decided]
}

/** A question about words that the detector does not ask about, wherever they stand or in one passage. */
export const questionAbout = (
  passages: readonly Passage[],
  text: string,
  place: string | null,
): CandidateView => ({
  ...{ id: candidateId(text, place), text, kind: 'PERSON', why: '', entities: [], place, decision: null },
  places: passages
    .filter(({ id, original }) => (place ?? id) === id && original.includes(text))
    .map((passage) => placeOf(passage, passage.original.indexOf(text), text.length)),
})

/** What nobody has decided yet: text → its question. */
export const openQuestions = (passages: readonly Passage[]): ReadonlyMap<string, CandidateView> => {
  const open = new Map<string, CandidateView>()
  for (const passage of passages)
    for (const candidate of passage.candidates) {
      const text = passage.original.slice(candidate.start, candidate.end)
      const before = open.get(text)
      open.set(text, {
        id: candidateId(text),
        text,
        kind: candidate.kind,
        why: candidate.why,
        entities: [...new Set([...(before?.entities ?? []), ...(candidate.entities ?? [])])],
        places: [...(before?.places ?? []), placeOf(passage, candidate.start, text.length)],
        place: null,
        decision: null,
      })
    }
  return open
}

const placeOf = (passage: Passage, start: number, length: number): CandidateView['places'][number] => ({
  passage: passage.id,
  where: passage.where,
  before: passage.original.slice(Math.max(0, start - contextLength), start),
  after: passage.original.slice(start + length, start + length + contextLength),
})
