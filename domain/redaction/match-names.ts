import type { Found } from './found.ts'
import { childOf, isLeaf, type NameTerm, type TrieNode } from './name-trie.ts'
import { settle } from './settle-name.ts'
import { isAlsoAWord } from './person-variants.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { namesThatAreWords } from './first-names.ts'
import { isListedWord, isOrdinaryWord } from './ordinary-words.ts'
import type { Audience } from './redaction.ts'
import { slipsOf } from './slips.ts'
import { caseOf, gapAfter, gaps, wordOf, type Tokens } from './tokens.ts'

/** A spelling of the key found at tokens `first` to `last`, with every entry it could be. */
export type NameHit = {
  readonly first: number
  readonly last: number
  readonly terms: readonly NameTerm[]
  /** A word is one letter away from the key's. */
  readonly slip: boolean
  /** A final s without apostrophe ("Karens bag") was taken as possessive. */
  readonly possessive: boolean
}

type Step = { node: TrieNode; slip: boolean; used: number; possessive: boolean }

const always = gaps.space | gaps.apostrophe | gaps.hyphen | gaps.none

/** Finds the key's names in a text, longest first from the left, and settles each by its context. */
export const matchNames = (tokens: Tokens, prepared: PreparedRoster, audience: Audience): Found[] => {
  const found: Found[] = []
  const root = prepared.names
  if (isLeaf(root)) return found
  const slipMemo = new Map<string, boolean>()
  let floor = 0
  for (let t = 0; t < tokens.count;) {
    const hit = longestAt(tokens, t, root, prepared, slipMemo)
    if (!hit) {
      t++
      continue
    }
    for (const item of settle(tokens, hit, prepared, audience, floor)) found.push(item)
    t = hit.last + 1
    floor = t
  }
  return found
}

const longestAt = (
  tokens: Tokens,
  first: number,
  root: TrieNode,
  prepared: PreparedRoster,
  memo: Map<string, boolean>,
): NameHit | null => {
  const word = wordOf(tokens, first)
  let steps = stepsFrom(
    { node: root, slip: false, used: 0, possessive: false },
    word,
    tokens,
    first,
    prepared,
    memo,
    true,
  )
  if (steps.length === 0) return null
  let best: NameHit | null = null
  let last = first
  for (;;) {
    for (const step of steps) {
      if (!step.node.terms || (best && best.last === last && !best.slip)) continue
      const terms = step.node.terms.filter((term) => fits(tokens, first, last, term, step))
      if (terms.length === 0) continue
      best = { first, last, terms, slip: step.slip, possessive: step.possessive }
    }
    if (last + 1 >= tokens.count) break
    const gap = gapAfter(tokens, last)
    if (gap === gaps.other) break
    const next = wordOf(tokens, last + 1)
    const following: Step[] = []
    for (const step of steps) {
      if (step.possessive || isLeaf(step.node)) continue
      const used = step.used | gap
      for (const child of stepsFrom({ ...step, used }, next, tokens, last + 1, prepared, memo, false))
        following.push(child)
    }
    if (following.length === 0) break
    steps = following
    last++
  }
  return best
}

const stepsFrom = (
  from: Step,
  word: string,
  tokens: Tokens,
  at: number,
  prepared: PreparedRoster,
  memo: Map<string, boolean>,
  isFirst: boolean,
): Step[] => {
  const exact = childOf(from.node, word)
  if (exact) return [{ ...from, node: exact }]
  if (word.length < (isFirst ? 4 : 3) || tokens.digits[at] === 1) return []
  const steps: Step[] = []
  if (word.endsWith('s') && (caseOf(tokens, at) !== 'lower' || !isOrdinaryWord(word))) {
    const bare = childOf(from.node, word.slice(0, -1))
    if (bare) steps.push({ ...from, node: bare, possessive: true, slip: from.slip })
  }
  if (from.slip && !isFirst) return steps
  let possessive = false
  let slips = slipsOf(prepared.slips, word)
  if (slips.length === 0 && word.length > 7 && word.endsWith('s')) {
    slips = slipsOf(prepared.slips, word.slice(0, -1))
    possessive = true
  }
  if (slips.length > 0 && !startsSmallAndMixed(tokens, at)) {
    if (isFirst) {
      let ordinary = memo.get(word)
      if (ordinary === undefined) {
        ordinary = namesThatAreWords.has(word) || isListedWord(word)
        memo.set(word, ordinary)
      }
      if (ordinary || (caseOf(tokens, at) === 'lower' && isAlsoAWord(word))) return steps
    } else if (caseOf(tokens, at) === 'lower' && isAlsoAWord(word)) return steps
    for (const slip of slips) {
      const node = childOf(from.node, slip)
      if (node) steps.push({ ...from, node, slip: true, possessive })
    }
  }
  return steps
}

const startsSmallAndMixed = (tokens: Tokens, t: number): boolean =>
  caseOf(tokens, t) === 'mixed' && !/^\p{Lu}/u.test(tokens.text.charAt(tokens.start[t] ?? 0))

const fits = (tokens: Tokens, first: number, last: number, term: NameTerm, step: Step): boolean => {
  const { text } = tokens
  const from = tokens.start[first] ?? 0
  const to = tokens.end[last] ?? 0
  const single = first === last
  if (single && (step.slip || step.possessive) && (term.form === 'initials' || term.letters === 'exact'))
    return false
  const permitted = always | term.allow
  // a dot is a gap only after an initial or a title
  let odd = step.used & ~permitted
  if (odd & gaps.dot) {
    odd &= ~gaps.dot
    for (let t = first; t < last; t++) {
      if (gapAfter(tokens, t) !== gaps.dot) continue
      const size = (tokens.end[t] ?? 0) - (tokens.start[t] ?? 0)
      if (size > 1 && !/^(mr|mrs|ms|dr|prof|rev|sgt|insp|fr|sr|no|st|cllr)$/i.test(wordOf(tokens, t)))
        return false
    }
  }
  if (odd !== 0) return false
  // "Brown D.O.B." and "M.O.B." go on: the last letter is no initial of this person
  const lastSize = (tokens.end[last] ?? 0) - (tokens.start[last] ?? 0)
  if (lastSize === 1 && !single && /^\.\p{L}(?!\p{L})/u.test(text.slice(to, to + 3))) return false
  if (term.letters === 'any') {
    // one letter of a lower-case spelling must not swallow the article "a"
    return true
  }
  if (term.letters === 'exact') {
    const raw = text.slice(from, to).replace(/[^\p{L}\p{N}]/gu, '')
    if (raw !== term.exact) return false
    if (!single && !/[.\s]/.test(text.slice(tokens.end[first] ?? 0, tokens.start[first + 1] ?? 0)))
      return false
    return !/[\p{L}\p{N}]/u.test(text.charAt(from - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(to))
  }
  let lowers = 0
  for (let t = first; t <= last; t++) {
    if (caseOf(tokens, t) !== 'lower' || tokens.digits[t] === 1) continue
    const size = (tokens.end[t] ?? 0) - (tokens.start[t] ?? 0)
    const shown = text.charAt(tokens.start[t] ?? 0)
    if (shown.toLowerCase() === shown.toUpperCase()) continue // a script without case
    if (size === 1 && t === last && !single) return false
    lowers++
  }
  if (lowers === 0) return true
  if (single || term.form !== 'full') return term.form === 'place' && !single && lowers < last - first + 1
  // "d hargreave", "may szczepanska": some word is no ordinary word
  for (let t = first; t <= last; t++) {
    const word = wordOf(tokens, t)
    if (word.length > 3 && !isAlsoAWord(word)) return true
  }
  return false
}
