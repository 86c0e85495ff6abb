import type { Found } from './found.ts'
import { titleBefore } from './name-context.ts'
import { childOf } from './name-trie.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { caseOf, gapAfter, gaps, type Tokens } from './tokens.ts'

const alike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  j: 'l',
  '5': 's',
  '8': 'b',
  '9': 'g',
  q: 'g',
  '6': 'b',
}

/** A word as a scanner may confuse it: letters and digits of one shape made the same. */
export const skeletonOf = (word: string): string =>
  word
    .replace(/[0-9ijq]/g, (character) => alike[character] ?? character)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')

/** Skeletons of names of six letters or more, with the names. */
export const indexSkeletons = (names: Iterable<string>): ReadonlyMap<string, string> => {
  const bySkeleton = new Map<string, string>()
  for (const name of names) {
    const skeleton = skeletonOf(name)
    if (name.length >= 6 && !bySkeleton.has(skeleton)) bySkeleton.set(skeleton, name)
  }
  return bySkeleton
}

/**
 * Long names of the key as scanners and hasty hands misread them (0 for O, 1 for l, rn for m): a person is asked.
 * One-letter slips are matched with the names themselves.
 */
export const findMisreadNames = (tokens: Tokens, prepared: PreparedRoster, found: Found[]): void => {
  if (prepared.skeletons.size === 0) return
  const { text } = tokens
  const memo = new Map<string, string | null>()
  for (let t = 0; t < tokens.count; t++) {
    let last = t
    while (last + 1 < tokens.count && gapAfter(tokens, last) === gaps.none) last++
    const start = tokens.start[t] ?? 0
    const end = tokens.end[last] ?? 0
    const first = t
    t = last
    const size = end - start
    if (size < 5 || size > 32) continue
    const code = text.charCodeAt(start)
    if (last === first && code >= 0x61 && code <= 0x7a) continue
    if (last === first && tokens.digits[first] === 1) continue
    const raw = text.slice(start, end)
    let name = memo.get(raw)
    if (name === undefined) {
      name = nameBehind(raw.toLowerCase(), prepared)
      memo.set(raw, name)
    }
    if (name === null) continue
    const terms = childOf(prepared.names, name)?.terms ?? []
    const before = titleBefore(tokens, first, 0) ?? initialBefore(tokens, first)
    found.push({
      start: before === null ? start : (tokens.start[before] ?? start),
      end,
      kind: 'PERSON',
      verdict: 'ask',
      entries: [...new Set(terms.map(({ entry }) => entry))],
      replacement: '',
      confidence: 0.6,
      source: 'name-model',
      why: `"${raw}" looks like a name in the key, misread`,
      listed: false,
    })
  }
}

const initialBefore = (tokens: Tokens, first: number): number | null => {
  const t = first - 1
  if (t < 0 || tokens.digits[t] === 1 || (tokens.end[t] ?? 0) - (tokens.start[t] ?? 0) !== 1) return null
  return (gapAfter(tokens, t) & (gaps.space | gaps.dot | gaps.apostrophe)) !== 0 &&
    caseOf(tokens, t) === 'capital'
    ? t
    : null
}

const nameBehind = (word: string, prepared: PreparedRoster): string | null =>
  wholeNameBehind(word, prepared) ??
  (word.endsWith('s') ? wholeNameBehind(word.slice(0, -1), prepared) : null)

const wholeNameBehind = (word: string, prepared: PreparedRoster): string | null => {
  const letters = word.replace(/[^\p{L}]/gu, '').length
  if (letters < 4 || letters < word.length - 3) return null
  const name = prepared.skeletons.get(skeletonOf(word))
  return name === undefined || name === word || isOrdinaryWord(word) || childOf(prepared.names, word)
    ? null
    : name
}
