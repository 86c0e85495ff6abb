import type { Analysis, Observation } from './analysis.ts'
import type { EntryField } from './entry.ts'

/** What an agency's own column could mean for one part of the analysis; `said` is its words as written. */
export type AnalysisSuggestion = {
  readonly [Part in 'adultSeen' | 'spokenAlone' | 'voiceHeard' | 'kloes' | 'comment']: {
    readonly part: Part
    readonly value: Analysis[Part]
    readonly field: EntryField
    readonly said: string
  }
}['adultSeen' | 'spokenAlone' | 'voiceHeard' | 'kloes' | 'comment']

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const answers: readonly (readonly [RegExp, Observation])[] = [
  [/^(?:n a|na|not applicable|none applicable)$/, 'not-applicable'],
  [/^(?:n k|nk|n r|nr|not (?:known|recorded|stated|clear)|unknown|unclear|unrecorded)$/, 'not-recorded'],
  [/^(?:n|no|none|not seen|not recorded as seen|false)\b/, 'no'],
  [/^(?:y|yes|seen|spoken to|true)\b/, 'yes'],
]

const answerIn = (text: string): Observation | null =>
  answers.find(([pattern]) => pattern.test(plain(text)))?.[1] ?? null

/** Whether a word about being alone says yes or no to it; null where none stands there. */
const aloneIn = (text: string): Observation | null => {
  const words = plain(text)
  if (!/\balone\b/.test(words)) return null
  return /\b(?:not|never|no)\b.*\balone\b/.test(words) ? 'no' : 'yes'
}

/** Numbers of lines of enquiry in "1; 3", "KLOE 2 and 4" or "2-4", as far as the case has them; null where one is not its own. */
const linesIn = (text: string, known: ReadonlySet<number>): readonly number[] | null => {
  const ranges = [...text.matchAll(/(\d+)\s*(?:[-–]|to)\s*(\d+)|(\d+)/gi)].map(
    ([, from, to, one]): readonly [number, number] => [Number(from ?? one), Number(to ?? one)],
  )
  if (ranges.length === 0 || ranges.some(([from, to]) => from > to || !known.has(from) || !known.has(to)))
    return null
  return [...known].filter((n) => ranges.some(([from, to]) => n >= from && n <= to)).sort((a, b) => a - b)
}

/**
 * What an agency wrote in columns of its own about seeing the adult, wishes, lines of enquiry and its comment, as something
 * to offer for the review's own analysis. Only ever offered: a person takes each, or leaves it. An answer that cannot be
 * read for certain is not offered.
 * @param kloes numbers of the case's key lines of enquiry
 */
export const suggestAnalysis = (
  fields: Readonly<Partial<Record<EntryField, string>>>,
  kloes: readonly number[],
): readonly AnalysisSuggestion[] => {
  const { adultSeen = '', wishes = '', kloes: lines = '', comment = '' } = fields
  const found: AnalysisSuggestion[] = []
  const seen = answerIn(adultSeen)
  if (seen !== null)
    found.push({ part: 'adultSeen', value: seen, field: 'adultSeen', said: adultSeen.trim() })
  const alone = aloneIn(adultSeen)
  if (alone !== null)
    found.push({ part: 'spokenAlone', value: alone, field: 'adultSeen', said: adultSeen.trim() })
  const voice = answerIn(wishes)
  if (voice !== null) found.push({ part: 'voiceHeard', value: voice, field: 'wishes', said: wishes.trim() })
  const numbers = linesIn(lines, new Set(kloes))
  if (numbers !== null) found.push({ part: 'kloes', value: numbers, field: 'kloes', said: lines.trim() })
  if (comment.trim() !== '')
    found.push({ part: 'comment', value: comment.trim(), field: 'comment', said: comment.trim() })
  return found
}
