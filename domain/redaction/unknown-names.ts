import { sorter, type Sort } from './capital-sorts.ts'
import { properWords } from './field-words.ts'
import { isFirstName, namesThatAreWords } from './first-names.ts'
import type { Found } from './found.ts'
import { institutionIn } from './institutions.ts'
import { judgeRun } from './judge-run.ts'
import {
  afterParticle,
  nameAfterTitle,
  nameParticles,
  smallPartOfName,
  venueOfPossessive,
} from './name-runs.ts'
import { childOf } from './name-trie.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { otherScriptFrom } from './other-scripts.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { IdentifierKind } from './redaction.ts'
import { smallNameAfterTitle } from './small-titles.ts'
import { isAlsoAName } from './surnames-that-are-words.ts'
import { personVerbs, titles } from './titles.ts'
import { caseOf, gapAfter, gaps, wordOf, type Tokens } from './tokens.ts'

/**
 * Names of people and places that the key does not hold, by title, first name, and capitals that no English word
 * explains. Skips what `taken` covers. Each says in plain words why it was noticed.
 */
export const findUnknownNames = (
  tokens: Tokens,
  prepared: PreparedRoster,
  taken: (start: number, end: number) => boolean,
  found: Found[],
): void => {
  const sort = sorter(tokens)
  const firstNames = new Map<string, boolean>()
  const { text } = tokens
  const free = (t: number): boolean => !taken(tokens.start[t] ?? 0, tokens.end[t] ?? 0)
  const add = (
    from: number,
    to: number,
    confidence: number,
    why: string,
    kind: IdentifierKind = 'PERSON',
    entries: readonly number[] = [],
  ): void => {
    found.push({
      start: tokens.start[from] ?? 0,
      end: tokens.end[to] ?? 0,
      kind,
      verdict: 'ask',
      entries,
      replacement: '',
      confidence,
      source: 'name-model',
      why,
      listed: false,
    })
  }
  for (let t = 0; t < tokens.count;) {
    const here = sort(t)
    const foreign = otherScriptFrom(tokens, t, free)
    if (foreign !== null) {
      add(t, foreign, 0.6, 'words in another script, where a name may stand')
      t = foreign + 1
      continue
    }
    const small = here === 'lower' ? smallNameAfterTitle(tokens, t, free) : null
    if (small !== null && free(t)) {
      const name = text.slice(tokens.start[t] ?? 0, tokens.end[small] ?? 0)
      add(t, small, 0.7, `"${name}" reads as a title and a name written small`)
      t = small + 1
      continue
    }
    if (here === 'lower' && tokens.digits[t] === 0 && isSmallName(tokens, t, firstNames) && free(t)) {
      add(t, t, 0.5, `"${wordOf(tokens, t)}" is a first name written small`)
      t++
      continue
    }
    if (here === 'lower' && tokens.digits[t] === 0) {
      const entries = smallNameOfKey(tokens, t, prepared)
      if (entries.length > 0 && free(t))
        add(
          t,
          t,
          0.5,
          `"${wordOf(tokens, t)}" is in the key, written small where a person may be meant`,
          'PERSON',
          entries,
        )
    }
    const titled = here === 'title' || (here === 'abbreviation' && isTitleOf(tokens, t, sort))
    if (
      here === 'lower' ||
      (here === 'abbreviation' && !titled) ||
      (here === 'proper' && sort(t + 1) === 'lower')
    ) {
      t++
      continue
    }
    if (!free(t)) {
      t++
      continue
    }
    if (titled) {
      const end = nameAfterTitle(tokens, t, sort, free)
      if (end !== null) {
        const name = text.slice(tokens.start[t] ?? 0, tokens.end[end] ?? 0)
        const initialOnly = sort(end) === 'initial'
        const entries = initialOnly ? entriesByInitial(prepared, wordOf(tokens, end)) : []
        add(
          t,
          end,
          0.9,
          initialOnly
            ? `"${name}" is a title and an initial`
            : `"${name}" is a title and a name that is not in the key`,
          'PERSON',
          entries,
        )
        t = end + 1
        continue
      }
      t++
      continue
    }
    if (nameParticles.has(wordOf(tokens, t))) {
      const end = afterParticle(tokens, t, sort)
      if (end !== null && free(end)) {
        add(t, end, 0.7, `"${text.slice(tokens.start[t] ?? 0, tokens.end[end] ?? 0)}" reads as a surname`)
        t = end + 1
        continue
      }
    }
    // a run of capitalised words
    let last = t
    const sorts: Sort[] = [here]
    while (last + 1 < tokens.count && last - t < 5 && free(last + 1)) {
      const gap = gapAfter(tokens, last)
      const next = sort(last + 1)
      const joined = next === 'lower' ? smallPartOfName(tokens, last, sort) : null
      if (joined !== null) {
        for (let u = last + 1; u <= joined; u++) sorts.push('strange')
        last = joined
        continue
      }
      if (next === 'lower' || next === 'title' || next === 'abbreviation') break
      const joins =
        gap === gaps.space ||
        gap === gaps.hyphen ||
        (gap === gaps.apostrophe && caseOf(tokens, last + 1) !== 'lower') ||
        (gap === gaps.dot && sort(last) === 'initial') ||
        (gap === gaps.comma &&
          caseOf(tokens, last) === 'caps' &&
          (next === 'first-name' || (next === 'strange' && caseOf(tokens, last + 1) === 'capital')))
      if (!joins) break
      last++
      sorts.push(next)
    }
    const possessed =
      last + 3 < tokens.count || last + 2 < tokens.count ? venueOfPossessive(tokens, last) : null
    if (possessed !== null && free(possessed)) {
      add(
        t,
        possessed,
        0.6,
        `"${text.slice(tokens.start[t] ?? 0, tokens.end[possessed] ?? 0)}" reads as a named institution that is not in the key`,
        'ORGANISATION',
      )
      t = possessed + 1
      continue
    }
    const institution = institutionIn(tokens, t, last, sorts)
    if (institution !== null && free(institution.to)) {
      const { from, to } = institution
      const name = text.slice(tokens.start[from] ?? 0, tokens.end[to] ?? 0)
      add(from, to, 0.6, `"${name}" reads as a named institution that is not in the key`, 'ORGANISATION')
      t = to + 1
      continue
    }
    judgeRun(tokens, t, last, sorts, add)
    t = last + 1
  }
}

/** "DS Palmer": letters that are also an abbreviation, with a name after them. */
const isTitleOf = (tokens: Tokens, t: number, sort: (t: number) => Sort): boolean => {
  const next = sort(t + 1)
  return (
    titles.has(wordOf(tokens, t)) &&
    gapAfter(tokens, t) === gaps.space &&
    caseOf(tokens, t + 1) !== 'caps' &&
    (next === 'strange' ||
      next === 'first-name' ||
      ((next === 'word' || next === 'word-name') &&
        (isAlsoAName(wordOf(tokens, t + 1)) || isSpokenOf(tokens, t, t + 1))))
  )
}

/** "by DS Lad", "DS Parry was": told from the words around that a person is meant. */
const isSpokenOf = (tokens: Tokens, first: number, last: number): boolean =>
  (first > 0 &&
    gapAfter(tokens, first - 1) === gaps.space &&
    /^(?:by|with|from|to|told|asked)$/.test(wordOf(tokens, first - 1))) ||
  (gapAfter(tokens, last) === gaps.space &&
    last + 1 < tokens.count &&
    personVerbs.has(wordOf(tokens, last + 1)))

/** A first name without its capital, and no word of English. */
const isSmallName = (tokens: Tokens, t: number, memo: Map<string, boolean>): boolean => {
  const size = (tokens.end[t] ?? 0) - (tokens.start[t] ?? 0)
  if (size < 4 || size > 14) return false
  const word = wordOf(tokens, t)
  let known = memo.get(word)
  if (known === undefined) {
    known =
      isFirstName(word) && !isOrdinaryWord(word) && !properWords.has(word) && !namesThatAreWords.has(word)
    memo.set(word, known)
  }
  return known
}

const entriesByInitial = (prepared: PreparedRoster, initial: string): number[] => {
  const fitting: number[] = []
  for (const [entry, own] of prepared.initials.entries()) {
    if (prepared.entries[entry]?.kind === 'person' && (own.surname.has(initial) || own.given.has(initial)))
      fitting.push(entry)
  }
  return fitting.length > 8 ? [] : fitting
}

const spokenTo = new Set('told asked rang phoned met emailed texted visited with'.split(' '))

/** Entries whose name is also a word, written small after a word that a person follows ("told bill", "spoke to dot"). */
const smallNameOfKey = (tokens: Tokens, t: number, prepared: PreparedRoster): number[] => {
  if (t === 0 || gapAfter(tokens, t - 1) !== gaps.space) return []
  const before = wordOf(tokens, t - 1)
  if (
    !spokenTo.has(before) &&
    !(before === 'to' && t > 1 && /^(?:spoke|spoken|talked|speaking)$/.test(wordOf(tokens, t - 2)))
  )
    return []
  const terms = childOf(prepared.names, wordOf(tokens, t))?.terms ?? []
  return [
    ...new Set(
      terms
        .filter(
          ({ form, letters, listed }) =>
            letters === 'capital' && (form === 'given' || (listed && form !== 'initials')),
        )
        .map(({ entry }) => entry),
    ),
  ]
}
