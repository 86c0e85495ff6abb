import type { Sort } from './capital-sorts.ts'
import { eponymNouns, eponyms, largeTowns } from './case-note-words.ts'
import { commonRoles } from './common-roles.ts'
import { namesThatAreWords } from './first-names.ts'
import type { IdentifierKind } from './redaction.ts'
import { nameCues, personVerbs, ranks } from './titles.ts'
import { caseOf, gapAfter, gaps, opensSentence, wordOf, type Tokens } from './tokens.ts'

/** Adds one thing to ask about: its tokens, how sure, why, and what it may be. */
export type AddDoubt = (
  from: number,
  to: number,
  confidence: number,
  why: string,
  kind?: IdentifierKind,
) => void

/** "a Mr", "the Dr" and the like: words that show that a capitalised word names a person. */
const showsPerson = (word: string): boolean => nameCues.has(word)

/** Words after which a lone capitalised word is likelier a surname than a thing. */
const meets = new Set(
  'with told asked saw met phoned rang telephoned emailed neighbour carer daughter son friend husband wife'.split(
    ' ',
  ),
)

const endsAsBody = new Set('care services caring support homes therapy transport'.split(' '))

/** "Sara Stedy", "Beck inventory": a test or an aid that bears a name. */
const isTest = (tokens: Tokens, last: number): boolean => {
  if (eponymNouns.has(wordOf(tokens, last)) && last > 0 && eponyms.has(wordOf(tokens, last - 1))) return true
  if (!eponyms.has(wordOf(tokens, last))) return false
  const after =
    gapAfter(tokens, last) === gaps.apostrophe && wordOf(tokens, last + 1) === 's' ? last + 1 : last
  return gapAfter(tokens, after) === gaps.space && eponymNouns.has(wordOf(tokens, after + 1))
}

/** A house or home known by one word ("at The Willows"): kept apart from "The Board" and the like. */
const isHouseName = (tokens: Tokens, first: number, last: number, before: string): boolean =>
  last === first + 1 &&
  wordOf(tokens, first) === 'the' &&
  /^(?:at|to|from|in|into|near|called|of|left)$/.test(before) &&
  /[^s]s$/.test(wordOf(tokens, last)) &&
  !commonRoles.has(wordOf(tokens, last)) &&
  !/^(?:police|services|minutes|notes|records|guidelines|procedures|regulations|standards|gardens|shops|courts|toms)$/.test(
    wordOf(tokens, last),
  )

/** Whether a run of capitalised words may be a person or a place, and why. */
export const judgeRun = (
  tokens: Tokens,
  first: number,
  last: number,
  sorts: readonly Sort[],
  add: (from: number, to: number, confidence: number, why: string, kind?: IdentifierKind) => void,
): void => {
  const { text } = tokens
  let from = first
  let to = last
  if (isTest(tokens, last)) return
  const opens = opensSentence(tokens, first)
  const at = (t: number): Sort => sorts[t - first] ?? 'lower'
  const quote = (): string => text.slice(tokens.start[from] ?? 0, tokens.end[to] ?? 0)
  const telling = (sort: Sort): boolean => sort === 'strange' || sort === 'first-name'
  // words that only open the sentence, or days and months, are no part of the name
  while (
    from < to &&
    (at(from) === 'word' || at(from) === 'proper' || at(from) === 'initial') &&
    !(at(from) === 'initial' && from > first - 1 && telling(at(from + 1)))
  ) {
    const isLead = from === first && (opens || at(from) === 'proper') && at(from) !== 'initial'
    if (gapAfter(tokens, from) === gaps.comma) break
    if (at(from) === 'initial' && at(from + 1) === 'word' && to === from + 1) break
    // "Winsome McCalla": a word that is a first name before a surname
    if (namesThatAreWords.has(wordOf(tokens, from)) && at(from + 1) === 'strange' && to === from + 1) break
    if (!isLead && !(at(from) === 'initial' && !telling(at(from + 1)))) break
    from++
  }
  while (to > from && (at(to) === 'proper' || at(to) === 'initial')) to--
  const kinds = sorts.slice(from - first, to - first + 1)
  const strange = kinds.some((sort) => sort === 'strange')
  const named = kinds.some((sort) => sort === 'first-name')
  const body = kinds.some((sort) => sort === 'body')
  const wordNamed = kinds.some((sort) => sort === 'word-name')
  const single = from === to
  const before = from > 0 && gapAfter(tokens, from - 1) === gaps.space ? wordOf(tokens, from - 1) : ''
  const next = to + 1 < tokens.count && gapAfter(tokens, to) === gaps.space ? wordOf(tokens, to + 1) : ''
  if (body) {
    if (strange || named || (wordNamed && !single))
      add(from, to, 0.6, `"${quote()}" reads as a named institution that is not in the key`, 'ORGANISATION')
    return
  }
  if (!single && endsAsBody.has(wordOf(tokens, to)) && (strange || named)) {
    add(from, to, 0.6, `"${quote()}" reads as the name of a service that is not in the key`, 'ORGANISATION')
    return
  }
  if (named && single && opens && wordOf(tokens, from) === 'tel') return
  if (named) {
    add(
      from,
      to,
      single ? 0.75 : 0.9,
      single
        ? `"${quote()}" is a first name that is not in the key`
        : `"${quote()}" has a first name and reads as a person who is not in the key`,
    )
    return
  }
  if (strange) {
    const raw = quote()
    if (raw.length < 3 && !ranks.has(before)) return
    const caps = caseOf(tokens, from) === 'caps'
    if (single && caps && raw.length <= 4 && !showsPerson(before)) return
    const person = kinds.includes('initial') || showsPerson(before) || personVerbs.has(next) || !single
    const place = single && (largeTowns.has(raw.toLowerCase()) || /^(in|at|near|to|from)$/.test(before))
    add(
      from,
      to,
      person ? 0.7 : 0.5,
      `"${raw}" is capitalised, is no ordinary word and is not in the key`,
      place && !personVerbs.has(next) ? 'PLACE' : 'PERSON',
    )
    return
  }
  if (wordNamed) {
    const at0 = wordOf(tokens, from)
    const startsLine = opens && from === first
    if (single) {
      if (caseOf(tokens, from) === 'caps') return
      if (startsLine && !personVerbs.has(next) && gapAfter(tokens, from) !== gaps.apostrophe) return
      if (
        startsLine &&
        /^(will|may|mark|can)$/.test(at0) &&
        !/(?:ed|said|was|is|has|had|rang|came|went|told)$/.test(next)
      )
        return
      add(from, to, 0.55, `"${quote()}" is a first name as well as a word`)
      return
    }
    if (caseOf(tokens, from) !== 'caps')
      add(from, to, 0.6, `"${quote()}" reads as a first name and a surname`)
    return
  }
  const lead = first > 0 && gapAfter(tokens, first - 1) === gaps.space ? wordOf(tokens, first - 1) : ''
  if (at(first) === 'word' && isHouseName(tokens, first, last, lead)) {
    from = first
    to = last
    add(from, to, 0.5, `"${quote()}" may be the name of a house or home`, 'PLACE')
    return
  }
  if (
    single &&
    !opens &&
    kinds[0] === 'word' &&
    caseOf(tokens, from) === 'capital' &&
    next !== 'of' &&
    (namesThatAreWords.has(wordOf(tokens, from))
      ? showsPerson(before) || personVerbs.has(next)
      : meets.has(before) && !commonRoles.has(wordOf(tokens, from)))
  ) {
    add(from, to, 0.5, `"${quote()}" may be a surname as well as a word`)
    return
  }
  // one word in capitals where a person is named, as the police write
  if (
    single &&
    kinds[0] === 'word' &&
    caseOf(tokens, from) === 'caps' &&
    to - from === 0 &&
    (tokens.end[from] ?? 0) - (tokens.start[from] ?? 0) >= 4
  ) {
    const shouting = (t: number): boolean => t >= 0 && t < tokens.count && caseOf(tokens, t) === 'caps'
    if ((showsPerson(before) || personVerbs.has(next)) && !shouting(from - 1) && !shouting(to + 1))
      add(from, to, 0.5, `"${quote()}" is in capitals where a person may be named`)
    return
  }
  // an initial and a capitalised word: "J Baker"
  if (
    kinds[0] === 'initial' &&
    kinds.length === 2 &&
    kinds[1] === 'word' &&
    !/^(i|a)$/.test(wordOf(tokens, from))
  ) {
    if (
      namesThatAreWords.has(wordOf(tokens, to)) ||
      gapAfter(tokens, from) === gaps.dot ||
      showsPerson(before)
    )
      add(from, to, 0.6, `"${quote()}" reads as an initial and a surname`)
  }
}
