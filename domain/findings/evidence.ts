import type { Evidence } from './finding.ts'

/** Entries put after those a finding rests on already; one that is there stays where it is, with its note. */
export const withEntries = (
  evidence: readonly Evidence[],
  recordIds: readonly string[],
  note: string,
): readonly Evidence[] => {
  const here = new Set(evidence.map(({ recordId }) => recordId))
  return [
    ...evidence,
    ...[...new Set(recordIds)]
      .filter((recordId) => !here.has(recordId))
      .map((recordId) => ({ recordId, note })),
  ]
}

export const withoutEntries = (
  evidence: readonly Evidence[],
  recordIds: readonly string[],
): readonly Evidence[] => {
  const gone = new Set(recordIds)
  return evidence.filter(({ recordId }) => !gone.has(recordId))
}

export const withNote = (
  evidence: readonly Evidence[],
  recordId: string,
  note: string,
): readonly Evidence[] => evidence.map((one) => (one.recordId === recordId ? { ...one, note } : one))

/** One entry taken out and put in at a place counted from 0; beyond the end is the end. */
export const movedTo = (
  evidence: readonly Evidence[],
  recordId: string,
  place: number,
): readonly Evidence[] => {
  const moved = evidence.find((one) => one.recordId === recordId)
  if (!moved) return evidence
  const others = withoutEntries(evidence, [recordId])
  return [...others.slice(0, place), moved, ...others.slice(place)]
}
