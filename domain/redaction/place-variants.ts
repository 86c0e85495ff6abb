import { streetTypes } from './field-words.ts'
import { foldText } from './fold-text.ts'
import type { Spelling } from './person-variants.ts'
import { wordsOf } from './name-parts.ts'
import { isAlsoAWord } from './person-variants.ts'
import { gaps } from './tokens.ts'

const postcode = /\b([A-Za-z]{1,2}\d[A-Za-z\d]?)\s*(\d[A-Za-z]{2})\b/
const anyGap = gaps.comma | gaps.line | gaps.dot | gaps.hyphen | gaps.space

const shortenings = new Map<string, readonly string[]>()
for (const [full, shorts] of Object.entries(streetTypes)) {
  shortenings.set(full, shorts)
  for (const short of shorts) if (!shortenings.has(short)) shortenings.set(short, [full])
}

/** A street's words with its type in full and shortened ("Kiln Street", "Kiln St"). */
const streetShapes = (words: readonly string[]): string[][] => {
  const last = words.at(-1) ?? ''
  const other = shortenings.get(last) ?? []
  return [[...words], ...other.map((type) => [...words.slice(0, -1), type])]
}

/** Spellings of one place: the whole, its postcode, number and street, street alone, street types shortened. */
export const placeSpellings = (
  name: string,
  aliases: readonly string[],
  careful: Readonly<Record<string, string>>,
): { spellings: readonly Spelling[]; slipWords: readonly string[] } => {
  const spellings: Spelling[] = []
  const slipWords: string[] = []
  const cares = new Set(Object.keys(careful).map((alias) => wordsOf(alias).join(' ')))
  const add = (words: readonly string[], form: Spelling['form'], listed: boolean): void => {
    if (words.length === 0) return
    const ordinary = words.every((word) => isAlsoAWord(word) || word in streetTypes)
    const care = cares.has(words.join(' ')) || (words.length === 1 && isAlsoAWord(words[0] ?? ''))
    spellings.push({
      words,
      form,
      listed,
      letters: care || ordinary ? 'capital' : 'any',
      allow: anyGap,
      care,
    })
  }
  for (const [index, alias] of [name, ...aliases].entries()) {
    const clean = foldText(alias).clean
    const words = wordsOf(alias)
    add(words, 'place', true)
    if (/^no\b/i.test(clean) && /^\d+[a-z]?$/i.test(words.slice(1).join(''))) {
      add(['number', ...words.slice(1)], 'place', false)
      continue
    }
    const code = postcode.exec(clean)
    if (code) {
      add([...wordsOf(code[1] ?? ''), ...wordsOf(code[2] ?? '')], 'place', true)
      add(wordsOf(`${code[1] ?? ''}${code[2] ?? ''}`), 'place', false)
    }
    const parts = clean
      .replace(postcode, '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
    for (const [p, part] of parts.entries()) {
      const partWords = wordsOf(part)
      const last = partWords.at(-1) ?? ''
      const isStreet = last in streetTypes || shortenings.has(last)
      const numbered = /^(\d+)/.exec(part)
      if (!isStreet || partWords.length < 2) {
        if (index === 0 && p === 0 && parts.length > 1) add(partWords, 'place', false)
        continue
      }
      const street = numbered ? partWords.slice(/^\d+[a-z]\b/i.test(part) ? 2 : 1) : partWords
      const number = partWords.slice(0, partWords.length - street.length)
      for (const shape of streetShapes(street)) {
        if (number.length > 0) {
          add([...number, ...shape], 'place', false)
          add(['no', ...number, ...shape], 'place', false)
          add(['number', ...number, ...shape], 'place', false)
        }
        if (shape.length > 1) add(shape, 'street', false)
        const town = parts[p + 1]
        if (town && number.length > 0) add([...number, ...shape, ...wordsOf(town)], 'place', false)
        if (town && shape.length > 1) add([...shape, ...wordsOf(town)], 'street', false)
      }
      for (const word of street.slice(0, -1)) if (word.length >= 7) slipWords.push(word)
    }
  }
  return { spellings, slipWords }
}

const legalForms = new Set(['ltd', 'limited', 'plc', 'llp', 'cic', 'cio', 'inc'])

/** Spellings of one organisation: as written, with and without its legal form, "and" for "&", without "the". */
export const organisationSpellings = (
  name: string,
  aliases: readonly string[],
  careful: Readonly<Record<string, string>>,
): { spellings: readonly Spelling[]; slipWords: readonly string[] } => {
  const spellings: Spelling[] = []
  const cares = new Set(Object.keys(careful).map((alias) => wordsOf(alias).join(' ')))
  const add = (words: readonly string[], listed: boolean, exact?: string): void => {
    if (words.length === 0) return
    const ordinary = words.every(isAlsoAWord)
    const care = cares.has(words.join(' ')) || (words.length === 1 && ordinary && exact === undefined)
    const allow = gaps.line | gaps.comma
    if (exact !== undefined)
      spellings.push({ words, form: 'organisation', listed, letters: 'exact', exact, allow, care })
    else
      spellings.push({
        words,
        form: 'organisation',
        listed,
        letters: care || ordinary ? 'capital' : 'any',
        allow,
        care,
      })
  }
  for (const alias of [name, ...aliases]) {
    if (/^\p{Lu}{2,6}$/u.test(alias)) {
      add([alias.toLowerCase()], true, alias)
      continue
    }
    const words = wordsOf(alias.replaceAll('&', ' and '))
    add(words, true)
    const bare = words.filter((word) => !legalForms.has(word))
    if (bare.length < words.length && bare.length > 1) {
      add(bare, false)
      for (const form of legalForms) add([...bare, form], false)
    }
    if (words[0] === 'the' && words.length > 2) add(words.slice(1), false)
    if (words.includes('and'))
      add(
        words.filter((word) => word !== 'and'),
        false,
      )
    if (words.length > 1) add([words.join('')], false)
  }
  return { spellings, slipWords: [] }
}
