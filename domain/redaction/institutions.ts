import { commonRoles } from './common-roles.ts'
import type { Sort } from './capital-sorts.ts'
import { genericBuildings } from './field-words.ts'
import { caseOf, gapAfter, gaps, opensSentence, wordOf, type Tokens } from './tokens.ts'

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Nouns that close the name of one institution. */
const nouns: ReadonlySet<string> = new Set(
  list(`
  hospital infirmary hospice surgery practice pharmacy chemist school college academy university nursery church chapel
  mosque temple gurdwara synagogue cathedral home house lodge manor grange villa court cottage hall library hotel inn arms
  tavern pub club cafe restaurant bakery centre center clinic hostel prison ward unit primary homecare ltd limited plc llp cic
  `),
)

/** Words before such a noun that name no one institution. */
const generic: ReadonlySet<string> = new Set([
  ...genericBuildings,
  ...commonRoles,
  ...list(`
  junior infant infants nursery rest respite health medical dental walk urgent treatment royal leisure call job shopping
  garden gardens civic sports sport youth older learning disability disabilities rehab rehabilitation assessment admissions
  surgical elderly frailty lounge cardiac renal outpatient outpatients main entrance ground floor extra
  housing independent living retirement temporary breakfast charity corner betting coffee tea lunch social book opera
  minor injuries injury intensive coronary high dependency vaccination testing triage maternity isolation
  secure locked psychiatric forensic dementia eye hearing leg ulcer wound warfarin diabetic pain blood
  surgery hospital pharmacy school church home house centre clinic ward unit court hall club
  phone ring contact email chase ask inform visit check see collect attend leave refer rang call await discuss
  discharge admit transfer return review update arrange book bring send sent take took left seen moved lives lived
  went go home's children's women's men's people's boarding foster family's next following previous same other any each every
  both no said when while where who which there then before after if as is was with without by on
  british national english scottish welsh irish catholic anglican methodist baptist pentecostal quaker
  good poor better did does not never been has had have was were is are be being central referral single joint late early
  its it he she they we i you
  unsafe suitable specialist big small busy usual nearest preferred named neighbouring wing annexe annex summer
  winter half quarter front back apartment tower block office police fire train bus
  `),
])

/** What may follow a name in small letters ("The Willows care home"). */
const tails: ReadonlySet<string> = new Set([
  ...nouns,
  ...list('care nursing residential rest day medical health community primary secondary junior infant high'),
])
const needsNoun = new Set(
  list('care nursing residential rest day medical health community secondary junior infant high'),
)

const startsName: ReadonlySet<Sort> = new Set<Sort>(['strange', 'first-name', 'word-name', 'word'])

/** Words that open a sentence and are no part of a name. */
const isLead = (word: string): boolean => generic.has(word) || /(?:ed|ing|ly)$/.test(word)

/**
 * A named home, school, surgery, church or the like in the capitalised run `first` to `last`: its first and last token,
 * or null where nothing in the run tells one such place from another ("Day Centre", "The Hospital").
 */
export const institutionIn = (
  tokens: Tokens,
  first: number,
  last: number,
  sorts: readonly Sort[],
): { from: number; to: number } | null => {
  const at = (t: number): Sort => sorts[t - first] ?? 'lower'
  let noun = -1
  for (let t = last; t > first; t--) {
    if (nouns.has(wordOf(tokens, t))) {
      noun = t
      break
    }
  }
  const to = tailAfter(tokens, last) ?? (noun < 0 ? null : last)
  if (to === null) return null
  const end = to > last ? last + 1 : noun
  const shouting = caseOf(tokens, first) === 'caps' && caseOf(tokens, last) === 'caps' && last > first
  let from = first
  const opens = opensSentence(tokens, first)
  while (
    from < end - 1 &&
    (at(from) === 'proper' || (opens && from === first && isLead(wordOf(tokens, from))))
  )
    from++
  if (to > last && last === first && (opens || at(first) === 'word') && at(first) !== 'strange') return null
  // "Wants To Go Home": words that stand in no name
  for (let t = from + 1; t < end; t++)
    if (/^(?:to|go|do|be|it|is|was|her|his|their|my|our|not|no|for)$/.test(wordOf(tokens, t))) return null
  let telling = false
  for (let t = from; t < end; t++) {
    const word = wordOf(tokens, t)
    if (!startsName.has(at(t)) || word === 's') continue
    if (shouting && at(t) === 'word') continue
    if (word.length > 2 && !generic.has(word)) telling = true
  }
  if (!telling) return null
  return { from, to: to > last ? to : noun }
}

/** "care home", "surgery" in small letters right after a name: its last token. */
const tailAfter = (tokens: Tokens, last: number): number | null => {
  let t = last + 1
  let end: number | null = null
  for (let n = 0; n < 3 && t < tokens.count && gapAfter(tokens, t - 1) === gaps.space; n++, t++) {
    const word = wordOf(tokens, t)
    if (caseOf(tokens, t) !== 'lower' || !tails.has(word)) break
    if (!needsNoun.has(word)) {
      end = t
      break
    }
  }
  return end
}
