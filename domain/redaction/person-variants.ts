import { namesThatAreWords } from './first-names.ts'
import { knownAbbreviations } from './field-words.ts'
import { doubleGivens, splitName, surnameShapes, wordsOf } from './name-parts.ts'
import type { NameForm } from './name-trie.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { otherFormsOf } from './short-forms.ts'
import { ranks, titles } from './titles.ts'
import { gaps } from './tokens.ts'

export type Spelling = {
  readonly words: readonly string[]
  readonly form: NameForm
  readonly listed: boolean
  readonly letters: 'any' | 'capital' | 'exact'
  readonly exact?: string
  readonly allow: number
  readonly care: boolean
}

export type PersonNames = { readonly spellings: readonly Spelling[]; readonly slipWords: readonly string[] }

/** Ordinary first names that only happen to be words: a capital is enough to read them as names. */
const plainlyNames = new Set(
  `jack harry tom bob rob sue tony ruth martin jean gene carol basil ted josh ray reed ruby amber harvey jimmy kitty molly
  polly peter robin sandy victor roger rodney reginald barry gerry terry jerry nelly ally ben ken ron len stan sid viv
  dave mike nick rick jill jock jenny lesley stew tim tam nell abigail cliff miles guy herb hank pete hector`.split(
    /\s+/,
  ),
)

export const needsCare = (word: string): boolean =>
  !plainlyNames.has(word) && (namesThatAreWords.has(word) || isOrdinaryWord(word))

export const isAlsoAWord = (word: string): boolean => namesThatAreWords.has(word) || isOrdinaryWord(word)

const joinable = gaps.comma | gaps.bracket | gaps.line

/**
 * All spellings of one person made from the name and aliases in the key: with and without middle names, initials,
 * surname first, run together or apart, short forms of first names, initials alone. Titles are read at match time.
 * @param careful aliases the key marks as also ordinary words or parts of other names, mapped to why
 */
export const personSpellings = (
  name: string,
  aliases: readonly string[],
  careful: Readonly<Record<string, string>>,
): PersonNames => {
  const spellings: Spelling[] = []
  const careWords = new Set(Object.keys(careful).map((alias) => wordsOf(alias).join(' ')))
  const add = (
    words: readonly string[],
    form: NameForm,
    listed: boolean,
    extra: Partial<Spelling> = {},
  ): void => {
    const single = words.length === 1 ? (words[0] ?? '') : ''
    const care = extra.care ?? (careWords.has(words.join(' ')) || (single !== '' && needsCare(single)))
    const short = single !== '' && single.length <= 3
    const ordinary = words.every((word) => word.length === 1 || isAlsoAWord(word))
    const letters = extra.letters ?? (care || short || ordinary ? 'capital' : 'any')
    spellings.push({ words, form, listed, allow: joinable, ...extra, care, letters })
  }

  const givens = new Set<string>()
  const middles: string[] = []
  const surnames = new Map<string, string[]>()
  const main = splitName(name)
  const loneAliases: string[] = []
  const mainIsLone = main.given.length === 0
  const pairs: { given: string[]; surname: string[] }[] = []
  for (const [index, alias] of [name, ...aliases].entries()) {
    const split = splitName(alias)
    if (isInitials(alias) || isCode(alias)) continue
    if (split.given.length > 0 && split.surname.join('').length > 1) pairs.push(split)
    else if (split.given.length === 0 && split.surname.length > 0) {
      if (index > 0 || mainIsLone) loneAliases.push(alias)
    }
  }
  if (main.given.length > 0 || mainIsLone) surnames.set(main.surname.join(' '), main.surname)
  const knownGiven = new Set(main.given)
  for (const form of main.given.flatMap((given) => [...otherFormsOf(given)])) knownGiven.add(form)
  const lone = new Set(loneAliases.map((alias) => splitName(alias).surname.join(' ')))
  for (const { given, surname } of pairs) {
    const last = surname.join(' ')
    // "HARGREAVE Dorothy" and "Hargreave D": surname first
    const first = given.join(' ')
    if (
      surnames.has(first) ||
      (surname.length === 1 && main.given.includes(last) && !main.given.includes(first))
    ) {
      if (last.length > 1) givens.add(last)
      continue
    }
    if (!knownGiven.has(last)) surnames.set(last, surname)
    if (given[0] && given[0].length > 1 && !surnames.has(given[0])) givens.add(given[0])
  }
  if (main.given[0] && main.given[0].length > 1) givens.add(main.given[0])
  for (const given of main.given.slice(1)) if (given.length > 1) middles.push(given)
  const surnameWords = [...surnames.values()]
  for (const alias of lone) {
    if (surnames.has(alias)) continue
    const word = alias.replaceAll(' ', '')
    const nearSurname = surnameWords.some((surname) => isClose(surname.join(''), word))
    if (nearSurname) surnames.set(alias, alias.split(' '))
    else if (!mainIsLone && alias.length > 1) givens.add(alias)
  }

  // a Chinese, Korean or Japanese name: the family name first, and what follows is the given name
  if (mainIsLone && /^\p{Script=Han}{3,4}$/u.test(main.surname.join(''))) {
    const given = main.surname.slice(main.surname.length - 2)
    add(given, 'given', false, { care: false, letters: 'any' })
  }
  for (const alias of [name, ...aliases]) addListed(alias, add, givens, surnames)

  const shortForms = new Set<string>()
  for (const given of givens)
    for (const form of otherFormsOf(given)) if (!givens.has(form)) shortForms.add(form)
  for (const form of shortForms) add([form], 'short', false)
  for (const given of givens)
    add(
      [given],
      'given',
      Object.keys(careful).some((a) => wordsOf(a).join(' ') === given),
    )
  for (const middle of middles) if (!givens.has(middle)) add([middle], 'middle', false)

  for (const first of doubleGivens([name, ...aliases].filter((alias) => !isCode(alias)))) {
    for (const shape of [first, [first.join('')]]) {
      add(shape, 'given', false, { care: false })
      for (const surname of surnames.values()) {
        for (const last of surnameShapes(surname)) {
          add([...shape, ...last], 'full', false)
          add([...last, ...shape], 'full', false)
        }
      }
    }
  }
  // "Bernadette Anne": first and middle names without the surname
  if (main.given.length > 1 && middles.length === main.given.length - 1) add(main.given, 'full', false)
  const firsts = [...givens, ...shortForms]
  const initials = new Set([...givens].map((given) => given.charAt(0)))
  const middleInitials = middles.map((middle) => middle.charAt(0))
  for (const surname of surnames.values()) {
    for (const shape of surnameShapes(surname)) {
      const unsure = shape.length === 1 && (shape[0]?.length ?? 0) < 2
      if (!unsure) add(shape, 'surname', false)
      for (const first of [...firsts, ...middles]) {
        add([first, ...shape], 'full', false)
        add([...shape, first], 'full', false)
        if (shape.length === 1)
          add([first + (shape[0] ?? '')], 'full', false, { letters: 'any', care: false })
        for (const [m, middle] of middles.entries()) {
          if (middle === first) continue
          add([first, middle, ...shape], 'full', false)
          add([...shape, first, middle], 'full', false)
          add([first, middleInitials[m] ?? '', ...shape], 'full', false)
          add([...shape, first, middleInitials[m] ?? ''], 'full', false)
        }
      }
      if (main.given.length > 2) add([...main.given, ...shape], 'full', false)
      for (const initial of initials) {
        add([initial, ...shape], 'full', false, { letters: 'capital' })
        add([...shape, initial], 'full', false, { letters: 'capital' })
        for (const middle of middleInitials) {
          add([initial, middle, ...shape], 'full', false, { letters: 'capital' })
          add([initial + middle, ...shape], 'full', false, { letters: 'capital' })
          add([...shape, initial, middle], 'full', false, { letters: 'capital' })
          add([...shape, initial + middle], 'full', false, { letters: 'capital' })
        }
        for (const middle of middles) add([initial, middle, ...shape], 'full', false, { letters: 'capital' })
      }
    }
    if (surname.length === 2 && surname.every((part) => part.length > 3)) {
      for (const half of surname) {
        add([half], 'half-surname', false)
        for (const first of firsts) add([first, half], 'full', false)
        for (const initial of initials) add([initial, half], 'full', false, { letters: 'capital' })
      }
    }
  }
  for (const letters of madeInitials(main.given, [...surnames.values()])) {
    const bare = letters.join('').toUpperCase()
    add(letters, 'initials', false, { letters: 'exact', exact: bare, care: false, allow: 0 })
    if (!knownAbbreviations.has(bare) && bare.length < 5)
      add([bare.toLowerCase()], 'initials', false, { letters: 'exact', exact: bare, care: false })
  }
  const slipWords = [...givens, ...[...surnames.values()].map((surname) => surname.join(''))]
  for (const surname of surnames.values()) for (const part of surname) slipWords.push(part)
  return { spellings, slipWords: slipWords.filter((word) => word.length >= 6) }
}

const isClose = (a: string, b: string): boolean =>
  a.length > 3 && b.length > 3 && a.slice(0, 3) === b.slice(0, 3) && Math.abs(a.length - b.length) <= 2

/** "DH", "D.H.", "D H", "DJH". */
export const isInitials = (alias: string): boolean => /^(?:\p{Lu}\.?\s?){1,4}$/u.test(alias.trim())

/** "Daughter 1", "Social Worker 2", "Adult A": a role and a code, which stand as they are and hold nobody's name. */
const isCode = (alias: string): boolean => {
  const [, role, code] = /^(.+)\s(\d+|\p{Lu}{1,2})$/u.exec(alias.trim()) ?? []
  if (role === undefined || code === undefined) return false
  return /^\d+$/.test(code) || wordsOf(role).every((word) => isOrdinaryWord(word))
}

const addListed = (
  alias: string,
  add: (words: readonly string[], form: NameForm, listed: boolean, extra?: Partial<Spelling>) => void,
  givens: ReadonlySet<string>,
  surnames: ReadonlyMap<string, readonly string[]>,
): void => {
  const words = wordsOf(alias)
  if (words.length === 0) return
  if (isInitials(alias)) {
    const exact = words.join('').toUpperCase()
    if (exact.length < 2) return
    add([...exact.toLowerCase()], 'initials', true, { letters: 'exact', exact, allow: 0 })
    add([exact.toLowerCase()], 'initials', true, { letters: 'exact', exact })
    return
  }
  const untitled = [...words]
  while (
    untitled.length > 1 &&
    (titles.has(untitled[0] ?? '') || (ranks.has(words[0] ?? '') && /^\d+$/.test(untitled[0] ?? '')))
  )
    untitled.shift()
  const key = untitled.join(' ')
  if (untitled.length === words.length) {
    const form: NameForm = surnames.has(key) ? 'surname' : givens.has(key) ? 'given' : 'full'
    add(words, form, true)
  } else {
    // the title says who it is, so the whole is one spelling
    const bare = untitled.length === 1 && (untitled[0]?.length ?? 0) === 1
    add(words, 'full', true, bare ? { letters: 'capital', care: false } : { care: false })
  }
}

const madeInitials = (given: readonly string[], surnames: readonly (readonly string[])[]): string[][] => {
  const first = given[0]?.charAt(0)
  if (!first) return []
  const made: string[][] = []
  for (const surname of surnames) {
    const last = surname[0]?.charAt(0)
    if (!last) continue
    made.push([first, last])
    if (surname.length === 2) made.push([first, last, surname[1]?.charAt(0) ?? ''])
    const middle = given.slice(1).map((word) => word.charAt(0))
    if (middle.length > 0) made.push([first, ...middle, last])
  }
  return made
}
