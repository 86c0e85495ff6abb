import { commonRoles } from './common-roles.ts'
import { institutionWords, knownAbbreviations, properWords } from './field-words.ts'
import { namesThatAreWords } from './first-names.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { personVerbs, titles } from './titles.ts'
import { caseOf, gapAfter, gaps, wordOf, type Tokens } from './tokens.ts'

/** Titles that nothing but a name follows: "mr brown". */
const nameMustFollow = new Set('mr mrs'.split(' '))

/** Titles and roles that a name may follow: "nurse thompson". Small, "ms" is as often an illness. */
const nameMayFollow = new Set(
  'ms miss mx dr doctor prof nurse matron pc dc sgt sergeant insp inspector constable cllr rev'.split(' '),
)

/** Common surnames that a list of words also holds. */
const surnamesToo = new Set(
  `khan smith brown white green black wood hill hall king ward baker cook turner carter parker walker wright clark shah
  begum bell mason price bond singh moore young gray grey fox rose fisher hunt cooper harper potter taylor ali`.split(
    /\s+/,
  ),
)

const neverNames = new Set(
  `and or the a an is was has had to for of in on at by with from who that then this not no if as but so re about after
  before also again both his her their our your my he she they we you it there here when where which whom unknown name`.split(
    /\s+/,
  ),
)

/** The last token of a name written small after a title written small ("dr khan"), or null. */
export const smallNameAfterTitle = (
  tokens: Tokens,
  title: number,
  free: (t: number) => boolean,
): number | null => {
  const said = wordOf(tokens, title)
  const must = nameMustFollow.has(said)
  if (!must && !nameMayFollow.has(said)) return null
  const gap = gapAfter(tokens, title)
  if (gap !== gaps.space && !(gap === gaps.dot && said.length < 5)) return null
  const name = title + 1
  if (!isSmallSurname(tokens, name, must) || !free(name)) return null
  const next = name + 1
  const hyphened = gapAfter(tokens, name) === gaps.hyphen
  return hyphened && isSmallSurname(tokens, next, true) && free(next) ? next : name
}

const isSmallSurname = (tokens: Tokens, t: number, anyWord: boolean): boolean => {
  if (t >= tokens.count || tokens.digits[t] === 1 || caseOf(tokens, t) !== 'lower') return false
  const word = wordOf(tokens, t)
  if (word.length < 2 || neverNames.has(word) || titles.has(word) || personVerbs.has(word)) return false
  if (commonRoles.has(word) || properWords.has(word) || knownAbbreviations.has(word.toUpperCase()))
    return false
  if (anyWord || surnamesToo.has(word)) return true
  if (word.length < 3 || institutionWords.has(word) || namesThatAreWords.has(word)) return false
  return !isOrdinaryWord(word) && /[aeiouy]/.test(word) && !/(?:ed|ing|ology|ist|ian)$/.test(word)
}
