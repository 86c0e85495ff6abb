import { isFirstName, namesThatAreWords } from './first-names.ts'
import { publicNames } from './case-note-words.ts'
import { institutionWords, knownAbbreviations, properWords } from './field-words.ts'
import { isListedWord, isOrdinaryWord } from './ordinary-words.ts'
import { titles } from './titles.ts'
import { caseOf, wordOf, type Tokens } from './tokens.ts'

/** What a capital at the start of a word may mean. */
export type Sort =
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

const medicineEnding =
  /(?:mycin|cillin|prazole|olol|statin|pril|sartan|dipine|azepam|azolam|triptan|parin|xaban|gliptin|gliflozin|semide|thiazide|setron|profen|formin|oxetine|amine|codone|morphine|nitrate|zoline|tidine|azole|itis|osis|aemia|emia|ectomy|ology|opathy|plasty|oscopy|uria|algia|penia|plegia|lysis|pnoea|cardia|phasia|phasic|phagia|mab|rogol|dopa|olone|asone|onide|terol|tropium|conazole|lukast|xacin|cycline|dronate|tinib)$/

/** Endings of long English words that end no usual name. */
const wordEnding =
  /(?:.{4}(?:ated|ised|ized|tion|sion|ously|ality|ility|ectic|litic|bound|ising|izing)|iatrics?)$/

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
  // "TTOs", "ECGs"
  if (shape === 'mixed' && /^\p{Lu}{2,6}s$/u.test(raw)) return 'abbreviation'
  if (properWords.has(word) || publicNames.has(word)) return 'proper'
  if (institutionWords.has(word)) return 'body'
  const ordinary = isOrdinaryWord(word)
  if (isFirstName(word)) return isListedWord(word) || namesThatAreWords.has(word) ? 'word-name' : 'first-name'
  if (ordinary) return 'word'
  return medicineEnding.test(word) ? 'proper' : wordEnding.test(word) ? 'word' : 'strange'
}

/** Reads the sort of any token; words met before are remembered. */
export const sorter = (tokens: Tokens): ((t: number) => Sort) => {
  const memo = new Map<string, Sort>()
  const { text } = tokens
  return (t) => {
    if (t < 0 || t >= tokens.count || tokens.digits[t] === 1) return 'lower'
    const from = tokens.start[t] ?? 0
    const to = tokens.end[t] ?? 0
    const code = text.charCodeAt(from)
    if (code >= 0x61 && code <= 0x7a) return 'lower'
    // part of a code such as HbA1c, or a unit ("2 L")
    if (to === from + 1 && /\d [LGCFVWK]$/.test(text.slice(from - 2, to))) return 'abbreviation'
    if (text.charAt(from - 1) === '\u00b0' || isDigit(text, from - 1) || isDigit(text, to))
      return 'abbreviation'
    const raw = text.slice(from, to)
    let known = memo.get(raw)
    if (known === undefined) {
      known = sortOf(wordOf(tokens, t), caseOf(tokens, t), raw)
      memo.set(raw, known)
    }
    return known
  }
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}
