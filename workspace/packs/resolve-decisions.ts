import type { RecordedDecision } from '../../db/decisions.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import { replacementProblem } from '../../domain/redaction/find-leaks.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { PreparedRoster } from '../../domain/redaction/prepare-roster.ts'
import { assertNever, ExpectedError } from '../../domain/result.ts'
import type { ReviewDecision } from '../contract/pack-review.ts'
import type { CandidateView } from '../views.ts'

/** What a decision is about, and how it came to be asked; who, when and for whom is added where it is kept. */
export type Resolved = Pick<
  RecordedDecision,
  'text' | 'place' | 'decision' | 'origin' | 'entity' | 'replacement' | 'reason'
>

type Pack = {
  readonly candidates: readonly CandidateView[]
  readonly passages: readonly Passage[]
  readonly prepared: PreparedRoster
}

const refuse = (message: string, path: string): never => {
  throw new ExpectedError('invalid', message, [{ path, message }])
}

/** Turns what a reader sent into decisions about texts and places of this pack, or says plainly why one cannot be. */
export const resolveDecision = (sent: ReviewDecision, pack: Pack): Resolved => {
  const { entity, replacement, reason } = sent
  if (replacement !== undefined) {
    const problem = replacementProblem(replacement, pack.prepared)
    if (problem !== null) refuse(problem, 'replacement')
  }
  if (entity !== undefined && !pack.prepared.entries.some(({ id }) => id === entity))
    refuse('A decision names an entry that the people key does not have.', 'entity')
  return {
    ...('candidate' in sent ? aboutCandidate(sent, pack) : aboutPassage(sent, pack)),
    ...(entity === undefined ? {} : { entity }),
    ...(replacement === undefined ? {} : { replacement }),
    reason: sent.decision === 'withdraw' && reason === '' ? 'Taken back.' : reason,
  }
}

type About = Pick<Resolved, 'text' | 'place' | 'decision' | 'origin'>

const aboutCandidate = (
  { candidate, decision, place }: Extract<ReviewDecision, { readonly candidate: string }>,
  { candidates }: Pack,
): About => {
  const found =
    candidates.find(({ id, text }) => id === candidate || text === candidate) ??
    refuse('A decision names a candidate that this pack does not have.', 'decisions')
  const { text, places } = found
  if (place !== undefined && !places.some(({ passage }) => passage === place))
    refuse('A decision is for a place where these words do not stand.', 'place')
  const about = { text, place: place ?? found.place, origin: found.decision?.origin ?? 'question' }
  if (decision !== 'withdraw') return { ...about, decision }
  if (found.decision === null) refuse('There is no decision here to take back.', 'decisions')
  return { ...about, decision: 'withdrawn' }
}

const aboutPassage = (
  sent: Extract<ReviewDecision, { readonly passage: string }>,
  { passages, prepared }: Pack,
): About => {
  const passage =
    passages.find(({ id }) => id === sent.passage) ??
    refuse('A decision names a passage that this pack does not have.', 'passage')
  const words = passage.original.slice(sent.start, sent.end)
  const text = words.trim()
  if (sent.end > passage.original.length || text === '') refuse('Select some words.', 'end')
  const place = sent.everywhere ? null : passage.id
  switch (sent.decision) {
    case 'keep':
      refuseRestoring(passage, sent.start, sent.end, prepared)
      return { text, place, decision: 'keep', origin: 'restored' }
    case 'replace':
      return { text, place, decision: 'replace', origin: 'marked' }
    case 'generalise':
      return { text, place, decision: 'replace', origin: 'generalised' }
    default:
      return assertNever(sent.decision)
  }
}

/** Only a pattern's or a guess's replacement can be undone here; what is in the key is changed in the key. */
const refuseRestoring = (passage: Passage, start: number, end: number, prepared: PreparedRoster): void => {
  const span =
    passage.spans.find((one) => one.start === start && one.end === end) ??
    refuse('Nothing is replaced at this place.', 'start')
  if (span.source === 'decision') refuse('Somebody decided this. Take that decision back.', 'start')
  const known = redact(passage.original.slice(start, end), prepared, { audience: 'public' })
  if (span.source === 'roster' || known.spans.some(({ source }) => source === 'roster'))
    refuse('This is in the people key. Change the key if it should be read here.', 'start')
}
