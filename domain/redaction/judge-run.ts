import type { Sort } from './capital-sorts.ts'
import { eponymNouns, eponyms, largeTowns, publicNames } from './case-note-words.ts'
import { commonRoles } from './common-roles.ts'
import { namesThatAreWords } from './first-names.ts'
import { isSyllabicName } from './name-syllables.ts'
import type { IdentifierKind } from './redaction.ts'
import { isAlsoAName } from './surnames-that-are-words.ts'
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
  `with told asked saw met phoned rang telephoned emailed neighbour carer daughter son friend husband wife nephew niece
  cousin law brother sister mum dad mother father uncle aunt partner nurse hi dear hello thanks lodger tenant`.split(
    /\s+/,
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

/** What houses and homes are named after: "The Willows". */
const houseWords = new Set(
  `acorns beeches birches cedars chestnuts conifers elms firs gables hawthorns hazels hollies larches laurels lilacs limes
  maples oaks orchards paddocks pines poplars rowans sycamores willows yews`.split(/\s+/),
)

/** A house or home known by one word ("at The Willows"): kept apart from "The Board" and the like. */
const isHouseName = (tokens: Tokens, first: number, last: number, before: string): boolean =>
  last === first + 1 &&
  wordOf(tokens, first) === 'the' &&
  /^(?:at|to|from|in|into|near|called|of|left|conveyed|emailed|phoned|rang|contacted|visited|via|by|with|leaving|attending)$/.test(
    before,
  ) &&
  /[^s]s$/.test(wordOf(tokens, last)) &&
  !commonRoles.has(wordOf(tokens, last)) &&
  !/^(?:police|services|minutes|notes|records|guidelines|procedures|regulations|standards|gardens|shops|courts|toms)$/.test(
    wordOf(tokens, last),
  )

/** Nations, systems and the like that are surnames too. */
const properSurnames = new Set(
  `england ireland french german english welsh irish holmes norton abbey down huntington parkinson braden bristol london
  islam christian may march israel france spain merlin paris`.split(/\s+/),
)

/** A word for a shop, an illness or a nation right after a first name is somebody's surname ("Zahra Barre"). */
const isSurnameAfter = (tokens: Tokens, t: number, before: Sort): boolean =>
  (publicNames.has(wordOf(tokens, t)) || properSurnames.has(wordOf(tokens, t))) &&
  !(tokens.digits[t + 1] === 1 && gapAfter(tokens, t) === gaps.space) &&
  gapAfter(tokens, t - 1) === gaps.space &&
  caseOf(tokens, t) === 'capital' &&
  (before === 'first-name' || before === 'strange')

/** "Jean on phone crying": a place where a person is, at the head of a line. */
const isSomewhere = (tokens: Tokens, t: number): boolean =>
  gapAfter(tokens, t) === gaps.space &&
  /^(?:on|at|in)$/.test(wordOf(tokens, t + 1)) &&
  gapAfter(tokens, t + 1) === gaps.space &&
  /^(?:phone|telephone|line|door|bed|ward|hospital|tears|attendance|scene)$/.test(wordOf(tokens, t + 2))

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
    !isSyllabicName(tokens, from) &&
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
  while (
    to > from &&
    (at(to) === 'initial' || (at(to) === 'proper' && !isSurnameAfter(tokens, to, at(to - 1))))
  )
    to--
  const kinds = sorts.slice(from - first, to - first + 1)
  const syllabic = from < to && isSyllabicName(tokens, from)
  const strange = syllabic || kinds.some((sort) => sort === 'strange')
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
  // "the Reg" is the registrar
  if (named && single && (before === 'the' || (opens && wordOf(tokens, from) === 'tel'))) return
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
      const acts = personVerbs.has(next) || isSomewhere(tokens, from)
      if (startsLine && !acts && gapAfter(tokens, from) !== gaps.apostrophe) return
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
  // "Conveyed The Poplars"
  const verb = last === first + 2 && /(?:ed|ing)$/.test(wordOf(tokens, first))
  const house = verb ? first + 1 : first
  if (
    last === first + 1 &&
    wordOf(tokens, first) === 'the' &&
    houseWords.has(wordOf(tokens, last)) &&
    caseOf(tokens, first) !== 'caps'
  ) {
    from = first
    to = last
    add(from, to, 0.5, `"${quote()}" may be the name of a house or home`, 'PLACE')
    return
  }
  if (at(house) === 'word' && isHouseName(tokens, house, last, verb ? 'left' : lead)) {
    from = house
    to = last
    add(from, to, 0.5, `"${quote()}" may be the name of a house or home`, 'PLACE')
    return
  }
  if (
    single &&
    !opens &&
    to === last &&
    kinds[0] === 'word' &&
    caseOf(tokens, from) === 'capital' &&
    next !== 'of' &&
    (isAlsoAName(wordOf(tokens, from))
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
    if (isAlsoAName(wordOf(tokens, to)) || gapAfter(tokens, from) === gaps.dot || showsPerson(before))
      add(from, to, 0.6, `"${quote()}" reads as an initial and a surname`)
  }
}
