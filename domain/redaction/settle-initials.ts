import type { Found } from './found.ts'
import type { NameHit } from './match-names.ts'
import type { NameTerm } from './name-trie.ts'
import type { Verdicts } from './name-verdicts.ts'
import { caseOf, gapAfter, gaps, wordOf, type Tokens } from './tokens.ts'

/** What initials of the key come to where they stand: somebody, an abbreviation, or a question. */
export const settleInitials = (
  tokens: Tokens,
  hit: NameHit,
  term: NameTerm,
  entries: readonly number[],
  { replace, ask }: Verdicts,
): Found[] => {
  const start = tokens.start[hit.first] ?? 0
  const end = tokens.end[hit.last] ?? 0
  const spelled = tokens.text.slice(start, end)
  const dotted = /\./.test(spelled)
  if (entries.length > 1)
    return [ask(start, end, entries, `the initials "${spelled}" fit several people in the key`)]
  const next = hit.last + 1 < tokens.count ? hit.last + 1 : -1
  const gap = gapAfter(tokens, hit.last)
  const neighbour = (t: number): boolean =>
    t >= 0 && t < tokens.count && caseOf(tokens, t) === 'caps' && tokens.digits[t] === 0
  if (!dotted && !term.listed) {
    const before = hit.first > 0 && gapAfter(tokens, hit.first - 1) === gaps.space ? hit.first - 1 : -1
    if (
      (next >= 0 && gap === gaps.space && (neighbour(next) || tokens.digits[next] === 1)) ||
      neighbour(before)
    )
      return []
    if (/[/\-&\d]/.test(tokens.text.charAt(start - 1)) || /[/\-&\d]/.test(tokens.text.charAt(end))) return []
  }
  if (
    term.care &&
    next >= 0 &&
    gap === gaps.space &&
    /^(guidance|guidelines?|policy|policies|regulations?|circular|funding|form|forms|report|reports|letter|standards?|code|act|inspection|website|leaflet|statement|consultation|strategy|framework)$/.test(
      wordOf(tokens, next),
    )
  )
    return [
      ask(
        start,
        tokens.end[next] ?? end,
        entries,
        `"${spelled}" may be an abbreviation here and not somebody's initials`,
      ),
    ]
  if (term.care && neighbour(next) && gap === gaps.space)
    return [ask(start, end, entries, `"${spelled}" may be an abbreviation here`)]
  const found = replace(
    entries[0] ?? term.entry,
    start,
    term.listed ? 0.95 : dotted ? 0.85 : 0.7,
    'initials of a person in the key',
  )
  // the last dot of "M.O." goes too, unless it ends the sentence
  const closing = dotted && /^\.(?:[,;:)']|\s{1,2}\p{Ll})/u.test(tokens.text.slice(end, end + 4))
  return [closing ? { ...found, end: end + 1 } : found]
}
