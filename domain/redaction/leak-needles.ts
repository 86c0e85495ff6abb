import { knownAbbreviations } from './field-words.ts'
import { namesThatAreWords } from './first-names.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { isReplacedFor } from './prepare-roster.ts'
import type { Audience, IdentifierKind } from './redaction.ts'
import { kindOfType } from './roster-identifiers.ts'
import { otherFormsOf } from './short-forms.ts'
import { streetTypes } from './field-words.ts'
import { titles } from './titles.ts'
import { phraseWords, smooth } from './leak-text.ts'

/** A phrase that must not be found. `any`: in any case; `cased`: every word with a capital; `exact`: letter for letter. */
export type Needle = {
  readonly words: readonly string[]
  readonly entry: number
  readonly kind: IdentifierKind
  readonly letters: 'any' | 'cased' | 'exact'
  readonly exact: string
  /** A single ordinary word: only where it is plainly a name. */
  readonly careful: boolean
}

export type Needles = {
  readonly byFirstWord: ReadonlyMap<string, readonly Needle[]>
  /** Single words of six letters or more that are no ordinary words, to be found inside longer words. */
  readonly long: ReadonlyMap<string, Needle>
  /** Those words with one letter out or unknown ("*"), for one-letter slips. */
  readonly nearly: ReadonlyMap<string, Needle>
  /** Whole names without spaces, of ten letters or more. */
  readonly joined: ReadonlyMap<string, Needle>
  readonly digits: ReadonlyMap<string, { readonly entry: number; readonly kind: IdentifierKind }>
  /** How long the numbers are of which any part of a longer run of digits may be one. */
  readonly longLengths: readonly number[]
  readonly codes: ReadonlyMap<
    string,
    readonly { readonly code: string; readonly entry: number; readonly kind: IdentifierKind }[]
  >
  readonly dates: ReadonlyMap<string, { readonly entry: number; readonly kind: IdentifierKind }>
}

const isPlainWord = (word: string): boolean => namesThatAreWords.has(word) || isOrdinaryWord(word)

const monthNames =
  'january february march april may june july august september october november december'.split(' ')

/** A day in the ways it is written, reduced as `reducedDate` reduces what is found. */
const writtenDays = (isoDay: string): string[] => {
  const [year = '', month = '', day = ''] = isoDay.split('-')
  const [d, m] = [String(Number(day)), Number(month)]
  const short = year.slice(2)
  const name = (monthNames[m - 1] ?? '').slice(0, 3)
  return [
    `${d}/${m}/${year}`,
    `${d}/${m}/${String(Number(short))}`,
    `${year}/${m}/${d}`,
    `${d}/${name}/${year}`,
    `${d}/${name}/${String(Number(short))}`,
    `${name}/${d}/${year}`,
  ]
}

/** A written date as its parts, without leading zeros, ordinals and "of", months by three letters. */
export const reducedDate = (written: string): string =>
  (
    written
      .toLowerCase()
      .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
      .match(/\d+|[a-z]{3,}/g) ?? []
  )
    .filter((part) => part !== 'the' && part !== 'day')
    .map((part) => (/^\d/.test(part) ? String(Number(part)) : part.slice(0, 3)))
    .join('/')

/** Everything of the key that a released text must not hold, for this audience. */
export const makeNeedles = (prepared: PreparedRoster, audience: Audience): Needles => {
  const byFirstWord = new Map<string, Needle[]>()
  const long = new Map<string, Needle>()
  const joined = new Map<string, Needle>()
  const digits = new Map<string, { entry: number; kind: IdentifierKind }>()
  const codes = new Map<string, { code: string; entry: number; kind: IdentifierKind }[]>()
  const dates = new Map<string, { entry: number; kind: IdentifierKind }>()
  const seen = new Set<string>()
  const add = (
    words: readonly string[],
    entry: number,
    kind: IdentifierKind,
    exact = '',
    care = false,
  ): void => {
    const [first] = words
    if (first === undefined) return
    const key = `${words.join(' ')}|${entry}|${exact}`
    if (seen.has(key)) return
    seen.add(key)
    const plain = words.every(
      (word) => word.length < 2 || isPlainWord(word) || word in streetTypes || titles.has(word),
    )
    const tiny = words.join('').length <= 3
    const letters = exact !== '' ? 'exact' : plain || tiny || care ? 'cased' : 'any'
    const careful = exact === '' && words.length === 1 && (care || isPlainWord(first))
    const needle: Needle = { words, entry, kind, letters, exact, careful }
    const list = byFirstWord.get(first)
    if (list) list.push(needle)
    else byFirstWord.set(first, [needle])
    if (words.length === 1 && first.length >= 6 && letters === 'any' && !/^\d/.test(first))
      long.set(first, needle)
    const run = words.join('')
    if (words.length > 1 && run.length >= 10 && letters === 'any' && !/\d/.test(run)) joined.set(run, needle)
  }
  for (const [entry, item] of prepared.entries.entries()) {
    for (const { type, value } of item.identifiers) {
      const kind = kindOfType(type)
      const code = smooth(value)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '')
      if (/^\d+$/.test(code)) {
        if (code.length < 3) continue
        digits.set(code, { entry, kind })
        const national = code.replace(/^(?:00)?44/, '').replace(/^0/, '')
        if (kind === 'PHONE' && national.length >= 9) digits.set(national, { entry, kind })
      } else if (code.length >= 3) {
        const head = code.slice(0, 3)
        codes.set(head, [...(codes.get(head) ?? []), { code, entry, kind }])
      }
    }
    if (item.date_of_birth)
      for (const form of writtenDays(item.date_of_birth)) dates.set(form, { entry, kind: 'DATE_OF_BIRTH' })
    for (const form of item.dob_forms)
      if (/\d{4}|\d\D+\d+\D+\d{2}/.test(form))
        dates.set(reducedDate(smooth(form)), { entry, kind: 'DATE_OF_BIRTH' })
    if (item.date_of_death && audience === 'public')
      for (const form of writtenDays(item.date_of_death)) dates.set(form, { entry, kind: 'DATE' })
    if (!isReplacedFor(item, audience)) continue
    const careOf = new Set(
      Object.keys(item.aliases_needing_care).map((alias) => phraseWords(alias).join(' ')),
    )
    if (item.kind === 'person')
      addPerson(item.name, item.aliases, careOf, (words, exact = '') => {
        add(words, entry, 'PERSON', exact, careOf.has(words.join(' ')))
      })
    else {
      const kind = item.kind === 'place' ? 'PLACE' : 'ORGANISATION'
      for (const alias of [item.name, ...item.aliases]) {
        const words = phraseWords(alias.replaceAll('&', ' and '))
        add(words, entry, kind, /^\p{Lu}{2,6}$/u.test(alias) ? alias : '', careOf.has(words.join(' ')))
        if (item.kind === 'place')
          addPlace(alias, (part) => {
            add(part, entry, kind)
          })
        else if (words.length > 2 && /^(?:ltd|limited|plc|llp|cic)$/.test(words.at(-1) ?? ''))
          add(words.slice(0, -1), entry, kind)
      }
    }
  }
  const nearly = new Map<string, Needle>()
  for (const [word, needle] of long)
    if (word.length >= 7) for (const form of nearForms(word)) nearly.set(form, needle)
  const longLengths = [...new Set([...digits.keys()].map(({ length }) => length))].filter(
    (length) => length >= 6,
  )
  return { byFirstWord, long, nearly, joined, digits, longLengths, codes, dates }
}

/** A word with each letter unknown, each letter out, and each pair of neighbours exchanged. */
export const nearForms = (word: string): string[] => {
  const forms: string[] = []
  for (let i = 0; i < word.length; i++) {
    forms.push(`${word.slice(0, i)}*${word.slice(i + 1)}`, word.slice(0, i) + word.slice(i + 1))
    if (i > 0) forms.push(word.slice(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.slice(i + 1))
  }
  return forms
}

const addPlace = (alias: string, add: (words: readonly string[]) => void): void => {
  const clean = smooth(alias)
  const code = /\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b/.exec(clean)?.[0]
  if (code) {
    const compact = code.replace(/\s/g, '').toLowerCase()
    const parts = phraseWords(`${compact.slice(0, -3)} ${compact.slice(-3)}`)
    add(parts)
    add(phraseWords(compact))
  }
  for (const part of clean.split(',')) {
    const words = phraseWords(part)
    while (words.length > 0 && (/^\d/.test(words[0] ?? '') || (words[0]?.length ?? 0) < 2)) words.shift()
    const type = words.at(-1) ?? ''
    if (words.length < 2 || !(type in streetTypes)) continue
    add(words)
    for (const short of streetTypes[type] ?? []) add([...words.slice(0, -1), short])
  }
}

const addPerson = (
  name: string,
  aliases: readonly string[],
  careOf: ReadonlySet<string>,
  add: (words: readonly string[], exact?: string) => void,
): void => {
  const own = phraseWords(name).filter((word) => !titles.has(word))
  const last = smooth(name).trim().split(/\s+/).at(-1) ?? ''
  const surname = phraseWords(last)
  for (const alias of [name, ...aliases]) {
    if (/^(?:\p{Lu}\.?\s?){2,4}$/u.test(alias.trim())) {
      const letters = alias.replace(/[^\p{L}]/gu, '')
      add([letters.toLowerCase()], letters)
      add([...letters.toLowerCase()], letters)
      continue
    }
    const words = phraseWords(alias)
    add(words)
    const bare = words.filter((word) => !titles.has(word))
    if (bare.length > 1)
      for (const word of bare) if (word.length >= 4 && !isPlainWord(word) && !/^\d/.test(word)) add([word])
  }
  const given = own.slice(0, Math.max(0, own.length - surname.length))
  const [first] = given
  add([surname.join('')])
  const scots = /^ma?c(\p{L}{3,})$/u.exec(surname.join(''))
  if (scots?.[1] && !isPlainWord(surname.join(''))) {
    for (const start of ['mc', 'mac']) {
      add([start + scots[1]])
      add([start, scots[1]])
    }
  }
  if (surname.length > 0 && own.length > surname.length) add(surname)
  if (first !== undefined && first.length > 1) {
    const forms = [first, ...[...otherFormsOf(first)].filter((form) => form.length > 2)]
    for (const form of forms) {
      add([form])
      add([form, ...surname])
      add([...surname, form])
      add([form + surname.join('')])
    }
    add([first.charAt(0), ...surname])
    add([...surname, first.charAt(0)])
    for (const title of ['mr', 'mrs', 'ms', 'miss', 'dr']) add([title, ...surname])
    const initials = [first.charAt(0), surname[0]?.charAt(0) ?? '']
    for (const letters of [
      initials,
      [first.charAt(0), ...given.slice(1).map((word) => word.charAt(0)), initials[1] ?? ''],
    ]) {
      const capitals = letters.join('').toUpperCase()
      if (letters.length > 1 && !careOf.has(capitals.toLowerCase())) add(letters, capitals)
      if (letters.length === 2 && knownAbbreviations.has(capitals)) continue
    }
  }
}
