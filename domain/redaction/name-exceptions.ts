import type { NameHit } from './match-names.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { wordOf, type Tokens } from './tokens.ts'

/** What the key says about a name that several people share, where this hit is one. */
export const sharedBy = (
  tokens: Tokens,
  hit: NameHit,
  prepared: PreparedRoster,
): { entries: readonly number[]; fallback: number | null } | null => {
  if (hit.last - hit.first > 2) return null
  const words: string[] = []
  for (let t = hit.first; t <= hit.last; t++) words.push(wordOf(tokens, t))
  return prepared.shared.get(words.join(' ')) ?? null
}

/** A phrase quoted in the key's reasons for care that covers this hit, where it stands in the text. */
export const carefulPhraseAround = (
  tokens: Tokens,
  hit: NameHit,
  prepared: PreparedRoster,
): { start: number; end: number; text: string } | null => {
  const { text } = tokens
  const start = tokens.start[hit.first] ?? 0
  const end = tokens.end[hit.last] ?? 0
  const name = text.slice(start, end).toLowerCase()
  for (const phrase of prepared.carefulPhrases.get(wordOf(tokens, hit.first)) ?? []) {
    const lower = phrase.toLowerCase()
    const at = lower.indexOf(name)
    if (at < 0 || lower.length <= name.length) continue
    const from = start - at
    if (from < 0 || text.slice(from, from + phrase.length).toLowerCase() !== lower) continue
    if (
      /[\p{L}\p{N}]/u.test(text.charAt(from - 1)) ||
      /[\p{L}\p{N}]/u.test(text.charAt(from + phrase.length))
    )
      continue
    return { start: from, end: from + phrase.length, text: text.slice(from, from + phrase.length) }
  }
  return null
}
