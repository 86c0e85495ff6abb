/** One thing to look for: words that follow one another, the last of them perhaps unfinished. */
export type SearchTerm = {
  /** As typed, for the search engine. */
  readonly text: string
  /** As the engine keeps them: lower case, without accents. Never empty. */
  readonly words: readonly string[]
  readonly unfinished: boolean
}

export type Word = { readonly folded: string; readonly start: number; readonly end: number }

const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '')

/** By way of the capital where that is one letter too: the final sigma and the long s are then as any other. */
const foldOne = (character: string): string => {
  const capital = bare(character).toUpperCase()
  return bare((capital.length === 1 ? capital : bare(character)).toLowerCase())
}

/** A word without case and accents, letter by letter, as FTS5's unicode61 with remove_diacritics 2 folds it. */
export const foldWord = (word: string): string =>
  /^[a-z0-9]*$/.test(word) ? word : Array.from(word, foldOne).join('')

/** The words of a text with where they stand, in UTF-16 code units: what is between them does not count. */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(wordPattern)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))

/**
 * What a person typed, as terms that must all occur. "Words in quotes" follow one another; a word that ends in * is the
 * beginning of one, and so is the last word, which may not be finished.
 */
export const searchTerms = (typed: string): readonly SearchTerm[] => {
  const parts = [...typed.matchAll(/["“”]([^"“”]*)["“”](\*?)|([^\s"“”]+)/g)]
  const terms = parts.flatMap((match) => {
    const quoted = match[1]
    const text = (quoted ?? match[3] ?? '').trim()
    const words = wordsOf(text).map(({ folded }) => folded)
    const starred = match[2] === '*' || text.endsWith('*')
    return words.length === 0 ? [] : [{ text, words, starred, quoted: quoted !== undefined }]
  })
  return terms.map(({ text, words, starred, quoted }, at) => ({
    text,
    words,
    unfinished: starred || (!quoted && at === terms.length - 1),
  }))
}

const standsAt = (words: readonly Word[], at: number, { words: wanted, unfinished }: SearchTerm): boolean =>
  wanted.every((word, n) => {
    const found = words[at + n]?.folded
    if (found === undefined) return false
    return unfinished && n === wanted.length - 1 ? found.startsWith(word) : found === word
  })

export type Match = { readonly start: number; readonly end: number }

/** Where terms stand in a text, in order and apart: a phrase is one match from its first word to its last. */
export const findMatches = (text: string, terms: readonly SearchTerm[]): readonly Match[] => {
  if (terms.length === 0) return []
  const words = wordsOf(text)
  const matches: { start: number; end: number }[] = []
  words.forEach((word, at) => {
    const lengths = terms.filter((term) => standsAt(words, at, term)).map((term) => term.words.length)
    if (lengths.length === 0) return
    const end = words[at + Math.max(...lengths) - 1]?.end ?? word.end
    const last = matches.at(-1)
    if (last && word.start < last.end) last.end = Math.max(last.end, end)
    else matches.push({ start: word.start, end })
  })
  return matches
}

/** Whether every term stands somewhere in a text. */
export const holdsAll = (text: string, terms: readonly SearchTerm[]): boolean => {
  const words = wordsOf(text)
  return terms.every((term) => words.some((_, at) => standsAt(words, at, term)))
}
