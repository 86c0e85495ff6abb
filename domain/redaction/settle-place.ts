import type { Found } from './found.ts'
import type { NameHit } from './match-names.ts'
import { judgeAlone, venueAfter } from './name-context.ts'
import type { NameTerm } from './name-trie.ts'
import type { Verdicts } from './name-verdicts.ts'
import { isReplacedFor, type PreparedRoster } from './prepare-roster.ts'
import type { Audience } from './redaction.ts'
import { opensSentence, wordOf, type Tokens } from './tokens.ts'

/** What a place or organisation of the key comes to where it stands; `entries` are all it could be. */
export const settlePlace = (
  tokens: Tokens,
  hit: NameHit,
  term: NameTerm,
  entries: readonly number[],
  prepared: PreparedRoster,
  audience: Audience,
  { replace, ask }: Verdicts,
): Found[] => {
  const start = tokens.start[hit.first] ?? 0
  const end = tokens.end[hit.last] ?? 0
  const spelled = tokens.text.slice(start, end)
  const item = prepared.entries[term.entry]
  if (!item) return []
  const entry = entries[0] ?? term.entry
  const only = entries.length === 1 || term.form === 'street' || term.listed
  if (!isReplacedFor(prepared.entries[entry] ?? item, audience) && entries.length === 1)
    return [replace(entry, start, 1, 'in the key')]
  const opens = opensSentence(tokens, hit.first)
  if (term.care && hit.first === hit.last && (opens || judgeAlone(tokens, hit.first) !== 'person'))
    return [ask(start, end, entries, `"${spelled}" is in the key and is also an ordinary word`)]
  if (hit.slip && hit.first === hit.last)
    return [ask(start, end, entries, `"${spelled}" is one letter away from a name in the key`)]
  if (!only) return [ask(start, end, entries, `"${spelled}" fits several entries of the key`)]
  if (item.kind === 'place' && hit.first === hit.last && tokens.digits[hit.first] === 0) {
    // "Ormsley Road" is another place
    const venue = venueAfter(tokens, hit.last)
    if (
      venue !== null &&
      !/^(council|police|team|service|services)$/.test(wordOf(tokens, venue)) &&
      !/^(ward|unit|clinic)$/.test(wordOf(tokens, venue))
    )
      return [replace(entry, start, 0.9, 'in the key')]
  }
  return [replace(entry, start, hit.slip ? 0.85 : 1, 'in the key')]
}
