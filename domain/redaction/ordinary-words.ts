import { frontCodedWords } from './english-words-list.ts'
import { caseNoteWords } from './case-note-words.ts'
import { healthAndCareWords } from './field-words.ts'

let known: Set<string> | undefined

const load = (): Set<string> => {
  const words = new Set<string>([...healthAndCareWords, ...caseNoteWords])
  let word = ''
  for (const coded of frontCodedWords.match(/[0-9A-Z][a-z]+/g) ?? []) {
    word = word.slice(0, parseInt(coded.charAt(0), 36)) + coded.slice(1)
    words.add(word)
  }
  return words
}

const endings: readonly (readonly [string, readonly string[]])[] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['es', ['']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['ers', ['', 'e']],
  ['er', ['', 'e']],
  ['ly', ['', 'le']],
  ['ness', ['']],
  ['less', ['']],
]

const prefixes = [
  'un',
  're',
  'non',
  'over',
  'under',
  'mis',
  'anti',
  'multi',
  'hypo',
  'hyper',
  'micro',
] as const
/** Prefixes that also begin surnames ("Delane"), so the word must end as verbs and their nouns do. */
const doubtfulPrefixes = ['de', 'dis', 'pre', 'post', 'sub', 'inter', 'mid', 'out', 'bio', 'neuro'] as const

const holds = (words: ReadonlySet<string>, word: string, depth: number): boolean => {
  if (words.has(word)) return true
  if (depth === 0 || word.length < 4) return false
  for (const [ending, stems] of endings) {
    if (!word.endsWith(ending) || (ending === 's' && word.endsWith('ss'))) continue
    const base = word.slice(0, -ending.length)
    for (const stem of stems) {
      if (base.length + stem.length >= 3 && holds(words, base + stem, depth - 1)) return true
    }
    if (
      base.length > 3 &&
      base.at(-1) === base.at(-2) &&
      base.at(-3) !== base.at(-1) &&
      holds(words, base.slice(0, -1), depth - 1)
    )
      return true
  }
  for (const prefix of prefixes) {
    if (word.startsWith(prefix) && word.length > prefix.length + 3 && words.has(word.slice(prefix.length)))
      return true
  }
  if (/(?:ed|ing|tion|sion|ment|ory|ive|ally|ity)$/.test(word)) {
    for (const prefix of doubtfulPrefixes) {
      const rest = word.slice(prefix.length)
      if (rest.length > 4 && word.startsWith(prefix) && holds(words, rest, depth - 1)) return true
    }
  }
  return false
}

/** Whether a lower-case word stands in the list as it is, not only as an ending of another. */
export const isListedWord = (word: string): boolean => (known ??= load()).has(word)

const memo = new Map<string, boolean>()

/** Whether a lower-case word, or the word it is inflected from, is ordinary English or ordinary in case notes. */
export const isOrdinaryWord = (word: string): boolean => {
  const remembered = memo.get(word)
  if (remembered !== undefined) return remembered
  known ??= load()
  const ordinary = holds(known, word, 3)
  if (memo.size < 50_000) memo.set(word, ordinary)
  return ordinary
}
