import type { CandidateView, PeopleKeyEntry } from '../../../workspace/views.ts'
import type { Taken } from './taken.ts'

type Put = {
  readonly decision: string
  readonly entity?: string | null | undefined
  readonly replacement?: string | null | undefined
}

/** What a decision does to the words, in words. */
export const putInWords = (
  { decision, entity, replacement }: Put,
  people: readonly PeopleKeyEntry[],
): string => {
  if (decision === 'keep') return 'Not identifying, stays'
  if (decision === 'withdraw') return 'Asked again'
  const pseudonym = people.find((one) => one.id === entity)?.pseudonym
  return `Becomes “${pseudonym ?? replacement ?? ''}”`
}

const origins: Readonly<Record<NonNullable<CandidateView['decision']>['origin'], string>> = {
  question: '',
  restored: 'Replacement undone. ',
  marked: 'Marked by a reader. ',
  generalised: 'Made more general. ',
}

/** A decision that stands: what, where, who and why. */
export const decidedInWords = (
  candidate: CandidateView,
  people: readonly PeopleKeyEntry[],
): string | null => {
  const { decision, place } = candidate
  if (!decision) return null
  const where = place === null ? '' : ', here only'
  const why = decision.reason === '' ? '' : `: ${decision.reason}`
  return `${origins[decision.origin]}${putInWords(decision, people)}${where}, said ${decision.by}${why}`
}

/** A decision taken and not applied yet. */
export const takenInWords = (taken: Taken, people: readonly PeopleKeyEntry[]): string => {
  const here = 'candidate' in taken ? taken.place !== undefined : taken.everywhere !== true
  return `${putInWords(taken, people)}${here ? ', here only' : ''}. Not applied yet`
}
