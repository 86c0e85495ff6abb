import { isFirstName, namesThatAreWords } from './first-names.ts'
import { institutionWords, knownAbbreviations, properWords, venueWords } from './field-words.ts'
import { childOf } from './name-trie.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { isAlsoAWord } from './person-variants.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { isAlsoAName } from './surnames-that-are-words.ts'
import { nameCues, personVerbs, ranks, roleTitles, titles } from './titles.ts'
import { caseOf, gapAfter, gaps, opensSentence, wordOf, type Tokens } from './tokens.ts'

/** The title before token `first`, with a collar number between them where there is one: its first token, or null. */
export const titleBefore = (tokens: Tokens, first: number, floor: number): number | null => {
  let t = first - 1
  if (t < floor) return null
  if (tokens.digits[t] === 1) {
    const size = (tokens.end[t] ?? 0) - (tokens.start[t] ?? 0)
    if (size < 2 || size > 6 || gapAfter(tokens, t) !== gaps.space || t - 1 < floor) return null
    const rank = wordOf(tokens, t - 1)
    const gap = gapAfter(tokens, t - 1)
    return ranks.has(rank) && (gap === gaps.space || gap === gaps.none) ? t - 1 : null
  }
  const gap = gapAfter(tokens, t)
  const word = wordOf(tokens, t)
  // a title may end its line
  if (gap !== gaps.space && gap !== gaps.dot && !(gap === gaps.line && /^(?:mr|mrs|ms|miss|dr)$/.test(word)))
    return null
  if (!titles.has(word)) return null
  if (caseOf(tokens, t) === 'lower' && (roleTitles.has(word) || word.length < 2)) return null
  // "Detective Constable", "Police Sergeant"
  if (
    t - 1 >= floor &&
    titles.has(wordOf(tokens, t - 1)) &&
    caseOf(tokens, t - 1) !== 'lower' &&
    gapAfter(tokens, t - 1) === gaps.space
  )
    t--
  return t
}

const isCapital = (tokens: Tokens, t: number): boolean => {
  const shape = caseOf(tokens, t)
  return tokens.digits[t] === 0 && (shape === 'capital' || shape === 'caps' || shape === 'mixed')
}

/** A capitalised word after a first name that reads as a surname the key does not have. */
export const strangeSurnameAfter = (
  tokens: Tokens,
  last: number,
  prepared: PreparedRoster,
): number | null => {
  const t = last + 1
  if (t >= tokens.count || gapAfter(tokens, last) !== gaps.space || !isCapital(tokens, t)) return null
  const word = wordOf(tokens, t)
  if (word.length < 3 || properWords.has(word) || titles.has(word) || personVerbs.has(word)) return null
  const raw = tokens.text.slice(tokens.start[t] ?? 0, tokens.end[t] ?? 0)
  if (knownAbbreviations.has(raw)) return null
  if (childOf(prepared.names, word)) return null
  if (isOrdinaryWord(word)) {
    const caps = caseOf(tokens, t) === 'caps' || caseOf(tokens, last) === 'caps'
    return isAlsoAName(word) && !caps && !institutionWords.has(word) ? t : null
  }
  if (caseOf(tokens, t) === 'caps' && word.length <= 5) return null
  return isFirstName(word) &&
    !namesThatAreWords.has(word) &&
    gapAfter(tokens, t) === gaps.space &&
    isCapital(tokens, t + 1)
    ? null
    : t
}

/** A first name or initial before a surname that is none of the key's people: its token, or null. */
export const strangeGivenBefore = (tokens: Tokens, first: number, floor: number): number | null => {
  const t = givenBefore(tokens, first, floor)
  return t !== null && t > floor && gapAfter(tokens, t - 1) === gaps.hyphen && isCapital(tokens, t - 1)
    ? t - 1
    : t
}

const givenBefore = (tokens: Tokens, first: number, floor: number): number | null => {
  const t = first - 1
  if (t < floor || !isCapital(tokens, t)) return null
  const gap = gapAfter(tokens, t)
  const word = wordOf(tokens, t)
  // the last letter of "07G4997E" is no initial
  if (word.length === 1 && /\d/.test(tokens.text.charAt((tokens.start[t] ?? 0) - 1))) return null
  if (word.length === 1)
    return gap === gaps.space || gap === gaps.dot || gap === gaps.none
      ? word === 'i' || word === 'a'
        ? null
        : t
      : null
  if (gap !== gaps.space || titles.has(word) || properWords.has(word)) return null
  if (isFirstName(word)) return t
  // "WH Smith": initials run together
  if (caseOf(tokens, t) === 'caps' && word.length < 4 && caseOf(tokens, first) === 'capital')
    return knownAbbreviations.has(word.toUpperCase()) || isOrdinaryWord(word) ? null : t
  return caseOf(tokens, t) === 'capital' && word.length > 2 && !isOrdinaryWord(word) ? t : null
}

const states = new Set(
  `asleep awake present absent tearful upset unwell distressed confused alert settled unsettled drowsy anxious angry cross
  frail keen adamant happy unhappy worried reluctant unable able aware unaware dressed washed tired`.split(
    /\s+/,
  ),
)
const whereabouts = new Set(
  'bed pain chair tears hospital good low her his bath lounge kitchen bedroom hallway bits pyjamas nightdress attendance'.split(
    ' ',
  ),
)

/** What people speak of as they do of people: "Hope is fading", "Faith was important to her". */
const qualities = new Set(
  'hope faith joy grace patience charity mercy dawn harmony trinity verity honour honor constance prudence clemency'.split(
    ' ',
  ),
)

/** A surname or first name of the key joined by a hyphen to one it does not have: that part, or null. */
export const strangeHalfOf = (tokens: Tokens, t: number, prepared: PreparedRoster): number | null => {
  for (const other of [t - 1, t + 1]) {
    if (other < 0 || other >= tokens.count || !isCapital(tokens, other)) continue
    if (gapAfter(tokens, Math.min(t, other)) !== gaps.hyphen) continue
    const word = wordOf(tokens, other)
    if (word.length < 2 || childOf(prepared.names, word) || properWords.has(word) || titles.has(word))
      continue
    if (!isOrdinaryWord(word) || isAlsoAName(word)) return other
  }
  return null
}

/** A short name of the key in capitals among words that are not ("NG tube" is not Ms Ng). */
export const readsAsAbbreviation = (tokens: Tokens, t: number): boolean => {
  const word = wordOf(tokens, t)
  if (word.length > 3 || word.length < 2 || caseOf(tokens, t) !== 'caps' || isFirstName(word)) return false
  const shouted = (other: number): boolean =>
    other >= 0 &&
    other < tokens.count &&
    caseOf(tokens, other) === 'caps' &&
    (tokens.end[other] ?? 0) - (tokens.start[other] ?? 0) > 1
  return !shouted(t - 1) && !shouted(t + 1)
}

/** Whether a careful alias standing alone is surely the person, surely a word, or neither. */
export const judgeAlone = (tokens: Tokens, t: number): 'person' | 'word' | 'unsure' => {
  const word = wordOf(tokens, t)
  const gap = gapAfter(tokens, t)
  const next = t + 1 < tokens.count && gap !== gaps.other && gap !== gaps.line ? wordOf(tokens, t + 1) : ''
  if (gap === gaps.apostrophe && next === 's') return 'person'
  const before = t > 0 && gapAfter(tokens, t - 1) === gaps.space ? wordOf(tokens, t - 1) : ''
  if (titles.has(before)) return 'person'
  const caps = caseOf(tokens, t) === 'caps'
  const nextCapital = next !== '' && gap === gaps.space && isCapital(tokens, t + 1)
  const beforeCapital = before !== '' && isCapital(tokens, t - 1)
  if (
    caps &&
    (nextCapital ? caseOf(tokens, t + 1) === 'caps' : beforeCapital && caseOf(tokens, t - 1) === 'caps')
  )
    return 'unsure'
  const opens = opensSentence(tokens, t)
  const from = tokens.start[t] ?? 0
  const to = tokens.end[t] ?? 0
  // a name alone in brackets or quotation marks, or spoken to
  const opener = tokens.text.charAt(from - 1)
  const closer = tokens.text.charAt(to)
  if ((opener === '(' && closer === ')') || (/['"]/.test(opener) && (closer === opener || closer === ',')))
    return 'person'
  if (gap === gaps.space && states.has(next)) return 'person'
  if (gap === gaps.space && next === 'in' && t + 2 < tokens.count && whereabouts.has(wordOf(tokens, t + 2)))
    return 'person'
  if (beforeCapital && gap === gaps.space && personVerbs.has(next) && !nextCapital && isOrdinaryWord(before))
    return 'person'
  if (/^(will|may|might|can|must)$/.test(word) && opens) {
    if (
      /^(he|she|it|they|we|i|you|the|be|a|an|this|that|these|have|not|need|also|his|her|their|there|someone|anyone|any|no|my|our|your|contact|call|continue|attend|discuss|review|require|refer|visit|ask|check|arrange|update)$/.test(
        next,
      )
    )
      return 'word'
    return personVerbs.has(next) && gap === gaps.space ? 'person' : 'unsure'
  }
  if (word === 'may' || /^(january|march|april|june|july|august)$/.test(word)) {
    if (t > 0 && tokens.digits[t - 1] === 1) return 'word'
    if (next !== '' && tokens.digits[t + 1] === 1) return 'word'
    if (
      /^(in|since|until|by|during|last|this|next|early|late|mid|end|of|th|st|nd|rd|from|before|after|for)$/.test(
        before,
      ) &&
      !personVerbs.has(next)
    )
      return /^(from|for|by)$/.test(before) ? 'unsure' : 'word'
  }
  if (opens) {
    if (next === '') return 'unsure'
    if (gap === gaps.comma) return 'unsure'
    if (/^(and|or)$/.test(next)) return 'unsure'
    if (qualities.has(word) && /^(is|was|has|had|seems|seemed|appears|appeared)$/.test(next))
      return t + 2 < tokens.count && states.has(wordOf(tokens, t + 2)) ? 'person' : 'unsure'
    return personVerbs.has(next) &&
      !/^(put|set|left|found|now|then|also|could|would|should|needs|need|can|must)$/.test(next)
      ? 'person'
      : 'unsure'
  }
  if (nextCapital && !personVerbs.has(next)) {
    const raw = tokens.text.slice(tokens.start[t + 1] ?? 0, tokens.end[t + 1] ?? 0)
    return knownAbbreviations.has(raw) ? 'person' : 'unsure'
  }
  if (beforeCapital && !opensSentence(tokens, t - 1) && !properWords.has(before))
    return isFirstName(before) || !isOrdinaryWord(before) ? 'unsure' : 'person'
  if (beforeCapital && isAlsoAWord(word) && !nameCues.has(before)) return 'unsure'
  return 'person'
}

/** Whether the tokens after `last` make the name part of a venue or a street: the last token of that longer name. */
export const venueAfter = (tokens: Tokens, last: number): number | null => {
  let t = last + 1
  let gap = gapAfter(tokens, last)
  let possessive = false
  if (gap === gaps.apostrophe && t < tokens.count && wordOf(tokens, t) === 's') {
    possessive = true
    gap = gapAfter(tokens, t)
    t++
  }
  if (t >= tokens.count || gap !== gaps.space) return null
  let end: number | null = null
  for (let n = 0; n < 3 && t < tokens.count; n++, t++) {
    const shape = caseOf(tokens, t)
    if (tokens.digits[t] === 1 || (shape !== 'capital' && shape !== 'caps')) break
    const word = wordOf(tokens, t)
    if (venueWords.has(word) && !(word === 'home' && !possessive)) end = t
    else if (n > 0 || isFirstName(word)) break
    if (gapAfter(tokens, t) !== gaps.space) break
  }
  return end
}
