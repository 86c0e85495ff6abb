import { isFirstName, namesThatAreWords } from './first-names.ts'
import {
  genericBuildings,
  healthAndCareWords,
  institutionWords,
  knownAbbreviations,
  namedBuildings,
  properWords,
} from './field-words.ts'
import type { Found } from './found.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { IdentifierKind } from './redaction.ts'
import { nameCues, personVerbs, ranks, roleTitles, titles } from './titles.ts'
import { caseOf, gapAfter, gaps, opensSentence, wordOf, type Tokens } from './tokens.ts'

type Sort =
  | 'lower' // begins small, or no letters
  | 'strange' // a capital and no English word
  | 'first-name'
  | 'word-name' // a first name that is also a word
  | 'word' // an English word with a capital
  | 'proper' // a day, a month, a nation, a body
  | 'body' // ward, hospital, council
  | 'title'
  | 'initial'
  | 'abbreviation'

const sortOf = (word: string, shape: string, raw: string): Sort => {
  if (shape === 'lower') return 'lower'
  if (word.length === 1) return shape === 'capital' ? 'initial' : 'lower'
  if (/^(?:pc|dc|wpc|pcso|sgt)$/.test(word)) return 'title'
  if (titles.has(word) && !(shape === 'caps' && knownAbbreviations.has(raw) && !/^(MR|MRS|MS|DR)$/.test(raw)))
    return 'title'
  if (
    shape === 'caps' &&
    (knownAbbreviations.has(raw) || (word.length <= 5 && !isFirstName(word) && word.length < 4))
  )
    return 'abbreviation'
  if (properWords.has(word)) return 'proper'
  if (institutionWords.has(word)) return 'body'
  const ordinary = isOrdinaryWord(word)
  if (isFirstName(word)) return ordinary || namesThatAreWords.has(word) ? 'word-name' : 'first-name'
  if (ordinary) return 'word'
  return medicineEnding.test(word) ? 'proper' : 'strange'
}

const medicineEnding =
  /(?:mycin|cillin|prazole|olol|statin|pril|sartan|dipine|azepam|azolam|triptan|parin|xaban|gliptin|gliflozin|semide|thiazide|setron|profen|formin|oxetine|amine|codone|morphine|nitrate|zoline|itis|osis|aemia|emia|ectomy|ology|opathy|plasty|oscopy|uria|algia)$/

/** "a Mr", "the Dr" and the like: words that show that a capitalised word names a person. */
const showsPerson = (word: string): boolean => nameCues.has(word)

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
  const memo = new Map<string, Sort>()
  const small = new Map<string, boolean>()
  const { text } = tokens
  const sort = (t: number): Sort => {
    if (t < 0 || t >= tokens.count || tokens.digits[t] === 1) return 'lower'
    const code = text.charCodeAt(tokens.start[t] ?? 0)
    if (code >= 0x61 && code <= 0x7a) return 'lower'
    // part of a code such as HbA1c
    if (
      text.charAt((tokens.start[t] ?? 0) - 1) === '\u00b0' ||
      isDigit(text, (tokens.start[t] ?? 0) - 1) ||
      isDigit(text, tokens.end[t] ?? 0)
    )
      return 'abbreviation'
    const raw = text.slice(tokens.start[t] ?? 0, tokens.end[t] ?? 0)
    let known = memo.get(raw)
    if (known === undefined) {
      known = sortOf(wordOf(tokens, t), caseOf(tokens, t), raw)
      memo.set(raw, known)
    }
    return known
  }
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
    if (here === 'lower' && tokens.digits[t] === 0 && isSmallName(tokens, t, small) && free(t)) {
      add(t, t, 0.5, `"${wordOf(tokens, t)}" is a first name written small`)
      t++
      continue
    }
    if (here === 'lower' || here === 'proper' || here === 'abbreviation') {
      t++
      continue
    }
    if (!free(t)) {
      t++
      continue
    }
    if (here === 'title') {
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
        `"${text.slice(tokens.start[t] ?? 0, tokens.end[possessed] ?? 0)}" reads as the name of a place or organisation that is not in the key`,
        'ORGANISATION',
      )
      t = possessed + 1
      continue
    }
    judgeRun(tokens, t, last, sorts, add)
    t = last + 1
  }
}

/** Words after which a lone capitalised word is likelier a surname than a thing. */
const meets = new Set(
  'with told asked saw met phoned rang telephoned emailed neighbour carer daughter son friend husband wife'.split(
    ' ',
  ),
)

/** Roles, teams and things that notes write with a capital. */
const commonRoles = new Set([
  ...healthAndCareWords,
  ...`manager management worker workers officer nurse nurses doctor family daughter son sister brother wife husband partner
  social adult adults children health district community mental safeguarding senior deputy director lead head chair staff
  reception receptionist duty ambulance emergency legal finance income repairs police fire rescue probation benefits
  adviser advisor solicitor advocate interpreter chaplain assistant therapist therapy consultant registrar matron sister
  patient client resident tenant customer provider agency parents mother father neighbour friend visitor caller commissioning
  complaints quality governance environmental planning licensing trading occupational speech language intermediate rapid
  crisis memory falls stroke diabetes respiratory continence tissue palliative specialist general practice primary secondary
  acute site bed discharge hub access customer contact single point local authority national`.split(/\s+/),
])

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

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

const entriesByInitial = (prepared: PreparedRoster, initial: string): number[] => {
  const fitting: number[] = []
  for (const [entry, own] of prepared.initials.entries()) {
    if (prepared.entries[entry]?.kind === 'person' && (own.surname.has(initial) || own.given.has(initial)))
      fitting.push(entry)
  }
  return fitting.length > 8 ? [] : fitting
}

const nameParticles = new Set('van von de del della di da dos der al el bin ibn ap'.split(' '))

/** "Van den Berg": the capitalised word after one or two particles, or null. */
const afterParticle = (tokens: Tokens, from: number, sort: (t: number) => Sort): number | null => {
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

/** "St Brigid's Church": the building after a possessive, or null. */
const venueOfPossessive = (tokens: Tokens, last: number): number | null => {
  if (
    gapAfter(tokens, last) !== gaps.apostrophe ||
    wordOf(tokens, last + 1) !== 's' ||
    gapAfter(tokens, last + 1) !== gaps.space
  )
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
const nameAfterTitle = (
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
      (gap === gaps.dot && (t === title || sort(t) === 'initial')) ||
      (gap === gaps.apostrophe && next !== 'lower') ||
      (gap === gaps.none && sort(t) === 'initial')
    if (!joins || next === 'lower' || next === 'abbreviation') break
    if (next === 'proper' || next === 'body') {
      // "Mr May", "Mr Ward" are people; "Sister Ward" is not certain
      if (names > 0 || (role && next === 'body') || (role && gap !== gaps.space)) break
    }
    if (next === 'title' && names > 0) break
    if (
      role &&
      names === 0 &&
      next === 'word' &&
      !isFirstName(wordOf(tokens, t + 1)) &&
      !namesThatAreWords.has(wordOf(tokens, t + 1))
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

const judgeRun = (
  tokens: Tokens,
  first: number,
  last: number,
  sorts: readonly Sort[],
  add: (from: number, to: number, confidence: number, why: string, kind?: IdentifierKind) => void,
): void => {
  const { text } = tokens
  let from = first
  let to = last
  const opens = opensSentence(tokens, first)
  const at = (t: number): Sort => sorts[t - first] ?? 'lower'
  const quote = (): string => text.slice(tokens.start[from] ?? 0, tokens.end[to] ?? 0)
  if (
    last > first &&
    namedBuildings.has(wordOf(tokens, last)) &&
    !genericBuildings.has(wordOf(tokens, last - 1)) &&
    caseOf(tokens, last) !== 'caps'
  ) {
    from = last - first > 1 && at(first) === 'word' && opens ? first + 1 : first
    add(from, to, 0.6, `"${quote()}" reads as the name of a building that is not in the key`, 'ORGANISATION')
    return
  }
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
      add(
        from,
        to,
        0.6,
        `"${quote()}" reads as the name of a place or organisation that is not in the key`,
        'ORGANISATION',
      )
    return
  }
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
    if (raw.length < 3) return
    const caps = caseOf(tokens, from) === 'caps'
    if (single && caps && raw.length <= 4 && !showsPerson(before)) return
    const person = kinds.includes('initial') || showsPerson(before) || personVerbs.has(next) || !single
    const place = /^(in|at|near|to|from)$/.test(before) && single
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
  if (
    single &&
    !opens &&
    kinds[0] === 'word' &&
    caseOf(tokens, from) === 'capital' &&
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
