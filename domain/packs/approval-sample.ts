import type { Passage } from './project-pack.ts'

/** One passage an approver must have opened, and why it was chosen. */
export type SamplePassage = { readonly id: string; readonly chosenFor: 'risk' | 'chance' }

/** At least this many of each sort, or one in fifty, and never more than the last. */
const most = 15
const least = 5
const oneIn = 50

/** What weighs more than a replacement: a question that a person answered by leaving the words as they are. */
const keptWeight = 3

/**
 * Chooses what of a pack its approver must open: the passages where most was replaced or knowingly kept, and others by
 * chance. Nobody chooses it and nobody can foresee it: chance is drawn from `seed`, a fingerprint of the pack's own bytes, so
 * that the same pack has the same sample and any other pack another. A passage without a word of text is never in it.
 * @param passages what the pack lets through; `kept` says how many decisions to keep words stand in a passage
 * @param seed hex digits, at least 8
 * Source: requirements, section 6, Birmingham Children's Trust 2024 (independent checking by someone other than the author).
 */
export const chooseSample = (
  passages: readonly Passage[],
  kept: (passage: Passage) => number,
  seed: string,
): readonly SamplePassage[] => {
  const random = generator(Number.parseInt(seed.slice(0, 8), 16))
  const size = Math.min(most, Math.max(least, Math.ceil(passages.length / oneIn)))
  const drawn = passages
    .filter(({ redacted }) => redacted.trim() !== '')
    .map((passage) => ({
      id: passage.id,
      risk: passage.spans.length + keptWeight * kept(passage),
      lot: random(),
    }))
  const risky = drawn
    .filter(({ risk }) => risk > 0)
    .sort((a, b) => b.risk - a.risk || a.lot - b.lot)
    .slice(0, size)
  const chosen = new Set(risky.map(({ id }) => id))
  const others = drawn
    .filter(({ id }) => !chosen.has(id))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, size)
  return [
    ...risky.map(({ id }) => ({ id, chosenFor: 'risk' as const })),
    ...others.map(({ id }) => ({ id, chosenFor: 'chance' as const })),
  ]
}

/** Mulberry32: even numbers from 0 to 1 out of 32 bits. */
const generator = (start: number): (() => number) => {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
