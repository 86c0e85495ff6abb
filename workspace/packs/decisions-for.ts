import type { Decision } from '../../db/decisions.ts'
import type { Passage } from '../../domain/packs/project-pack.ts'
import type { RedactionDecision } from '../../domain/redaction/redaction.ts'

/** The decisions that hold in one passage: those of the whole case, and its own in the place of any about the same text. */
export const decisionsIn = (
  decisions: readonly Decision[],
): ((passage: string) => readonly RedactionDecision[]) => {
  const whole = decisions.filter(({ place }) => place === null)
  const own = new Map<string, Decision[]>()
  for (const decision of decisions)
    if (decision.place !== null) own.set(decision.place, [...(own.get(decision.place) ?? []), decision])
  return (passage) => {
    const here = own.get(passage)
    if (!here) return whole
    const texts = new Set(here.map(({ text }) => text))
    return [...whole.filter(({ text }) => !texts.has(text)), ...here]
  }
}

/** More breaks than this in one phrase are not looked for; the gate then stops the pack, and never the other way round. */
const mostGaps = 5

/** A phrase as one line, and with a line ending at each of its gaps, as narrow columns break it. */
const asBroken = (phrase: string): readonly string[] => {
  const words = phrase.split(/\s+/)
  const gaps = Math.min(words.length - 1, mostGaps)
  return Array.from({ length: 2 ** gaps }, (_, bits) =>
    words.reduce((whole, word, n) => `${whole}${(bits >> (n - 1)) & 1 ? '\n' : ' '}${word}`),
  )
}

/**
 * What the gate may pass because a person has decided so. Words kept in one place only pass there only: with the word
 * before and the word after them in what the recipient will read, and not elsewhere. What is the reader's own passes.
 */
export const decisionsAtGate = (
  decisions: readonly Decision[],
  passages: readonly Passage[],
): readonly RedactionDecision[] => {
  const read = new Map(passages.map(({ id, redacted }) => [id, redacted]))
  const own = new Set(passages.flatMap(({ kept = [] }) => kept))
  return [
    ...[...own].map((text) => ({ text, decision: 'keep' as const })),
    ...decisions.flatMap((decision): readonly RedactionDecision[] => {
      if (decision.place === null) return [decision]
      const text = read.get(decision.place)
      if (decision.decision !== 'keep' || text === undefined) return []
      return inContext(text, decision.text).flatMap((phrase) =>
        asBroken(phrase).map((broken) => ({ text: broken, decision: 'keep' as const })),
      )
    }),
  ]
}

const inContext = (text: string, phrase: string): readonly string[] => {
  const found: string[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = /\S*\s*$/.exec(text.slice(0, at))?.[0] ?? ''
    const after = /^\s*\S*/.exec(text.slice(at + phrase.length))?.[0] ?? ''
    found.push(`${before}${phrase}${after}`.trim())
  }
  return found
}
