import type { Sort } from './capital-sorts.ts'
import { isFirstName } from './first-names.ts'
import { institutionWords } from './field-words.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { commonRoles } from './common-roles.ts'
import { isAlsoAName } from './surnames-that-are-words.ts'
import { ranks, roleTitles } from './titles.ts'
import { caseOf, gapAfter, gaps, wordOf, type Tokens } from './tokens.ts'

export const nameParticles = new Set('van von de del della di da dos der al el bin ibn ap'.split(' '))

/** "Van den Berg": the capitalised word after one or two particles, or null. */
export const afterParticle = (tokens: Tokens, from: number, sort: (t: number) => Sort): number | null => {
  let t = from + 1
  if (gapAfter(tokens, from) !== gaps.space && gapAfter(tokens, from) !== gaps.hyphen) return null
  if (/^(de|den|der|la|le|ter)$/.test(wordOf(tokens, t)) && gapAfter(tokens, t) === gaps.space) t++
  const shape = sort(t)
  return t < tokens.count &&
    shape !== 'lower' &&
    shape !== 'abbreviation' &&
    shape !== 'title' &&
    shape !== 'initial'
    ? t
    : null
}

/** Where a name goes on in small letters ("Seo-yeon", "Anna van der Berg", "Una ap-Rhys"): its token, or null. */
export const smallPartOfName = (tokens: Tokens, last: number, sort: (t: number) => Sort): number | null => {
  const t = last + 1
  if (t >= tokens.count || tokens.digits[t] === 1) return null
  const gap = gapAfter(tokens, last)
  const word = wordOf(tokens, t)
  if (nameParticles.has(word) && (gap === gaps.space || gap === gaps.hyphen))
    return afterParticle(tokens, t, sort)
  // "Co-codamol", "Tri-iodothyronine"
  if (/^(?:co|tri|bi|pre|non|anti|post|multi|self|semi|ex|mid|re|un)$/.test(wordOf(tokens, last))) return null
  const before = sort(last)
  return gap === gaps.hyphen &&
    word.length > 1 &&
    (before === 'strange' || before === 'first-name') &&
    !isOrdinaryWord(word)
    ? t
    : null
}

/** "St Brigid's Church": the building after a possessive, or null. */
export const venueOfPossessive = (tokens: Tokens, last: number): number | null => {
  if (
    gapAfter(tokens, last) !== gaps.apostrophe ||
    wordOf(tokens, last + 1) !== 's' ||
    gapAfter(tokens, last + 1) !== gaps.space
  )
    return null
  const owner = wordOf(tokens, last)
  if (commonRoles.has(owner) || /^(?:women|men|people|mother|father|valentine|new|today|chair)$/.test(owner))
    return null
  let end: number | null = null
  for (let t = last + 2; t < tokens.count && t < last + 6; t++) {
    if (tokens.digits[t] === 1 || caseOf(tokens, t) === 'lower') break
    if (institutionWords.has(wordOf(tokens, t))) end = t
    if (gapAfter(tokens, t) !== gaps.space) break
  }
  return end
}

/** The last token of the name after a title, or null where no name follows. */
export const nameAfterTitle = (
  tokens: Tokens,
  title: number,
  sort: (t: number) => Sort,
  free: (t: number) => boolean,
): number | null => {
  const role = roleTitles.has(wordOf(tokens, title))
  let t = title
  let end: number | null = null
  let names = 0
  while (t + 1 < tokens.count) {
    const gap = gapAfter(tokens, t)
    const next = sort(t + 1)
    if (!free(t + 1) && !(t === title && tokens.digits[t + 1] === 1)) break
    if (t === title && tokens.digits[t + 1] === 1 && ranks.has(wordOf(tokens, title)) && gap === gaps.space) {
      t++
      continue
    }
    const joins =
      gap === gaps.space ||
      gap === gaps.hyphen ||
      (gap === gaps.dot &&
        (t === title ? !(role && wordOf(tokens, title).length > 4) : sort(t) === 'initial')) ||
      (gap === gaps.apostrophe && next !== 'lower') ||
      (gap === gaps.none && sort(t) === 'initial')
    const small = next === 'lower' ? smallPartOfName(tokens, t, sort) : null
    if (small !== null && tokens.digits[t + 1] === 0) {
      t = small
      end = small
      names++
      continue
    }
    if (!joins || next === 'lower' || next === 'abbreviation') break
    if (next === 'proper' || next === 'body') {
      // "Mr May", "Mr Ward" are people; "Sister Ward" is not certain
      if (names > 0 || (role && next === 'body') || (role && gap !== gaps.space)) break
    }
    if (next === 'title' && (names > 0 || sort(t + 2) === 'lower' || gapAfter(tokens, t + 1) !== gaps.space))
      break
    if (
      role &&
      names === 0 &&
      next === 'word' &&
      !isFirstName(wordOf(tokens, t + 1)) &&
      !isAlsoAName(wordOf(tokens, t + 1)) &&
      (caseOf(tokens, t + 1) !== 'capital' ||
        commonRoles.has(wordOf(tokens, t + 1)) ||
        /(?:ed|ion|ment|ance|ence|er|or|ist|ty|al)$/.test(wordOf(tokens, t + 1)))
    )
      break
    if (names >= 1 && next === 'word' && sort(t) !== 'initial' && gap !== gaps.hyphen) {
      const prior = sort(t)
      if (prior !== 'first-name' && prior !== 'word-name') break
    }
    t++
    if (next !== 'initial') names++
    end = t
    if (names >= 3) break
  }
  return end
}
