import type { Found } from './found.ts'
import { foldText } from './fold-text.ts'
import { labels } from './identifier-labels.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { RedactionDecision } from './redaction.ts'

export type DecidedPhrase = {
  readonly phrase: string
  readonly anyCase: boolean
  readonly decision: 'keep' | 'replace'
  readonly entry: number | null
  readonly replacement: string
}

/** The decisions and the key's `keep` phrases, folded; a phrase without a capital is matched in any case. */
export const readDecisions = (
  decisions: readonly RedactionDecision[],
  prepared: PreparedRoster,
): DecidedPhrase[] => {
  const read: DecidedPhrase[] = []
  const put = (
    text: string,
    decision: 'keep' | 'replace',
    entry: number | null,
    replacement: string,
  ): void => {
    const phrase = foldText(text).clean.trim()
    if (phrase === '') return
    const anyCase = phrase === phrase.toLowerCase()
    read.push({ phrase: anyCase ? phrase.toLowerCase() : phrase, anyCase, decision, entry, replacement })
  }
  for (const text of prepared.roster.keep) put(text, 'keep', null, '')
  for (const { text, decision, entity, replacement } of decisions) {
    const entry = entity === undefined ? -1 : prepared.entries.findIndex((item) => item.id === entity)
    const known = entry < 0 ? undefined : prepared.entries[entry]
    put(text, decision, known ? entry : null, known?.pseudonym ?? replacement ?? labels.PERSON)
  }
  return read
}

/** Whether a phrase ends or begins at this place: letters beside letters, or digits beside digits, go on. */
const isEdge = (inside: string, outside: string): boolean =>
  /\p{L}/u.test(inside) ? !/\p{L}/u.test(outside) : !(/\p{N}/u.test(inside) && /\p{N}/u.test(outside))

/** Where each decided phrase stands in a folded text, as whole words. */
export const findDecided = (
  text: string,
  decided: readonly DecidedPhrase[],
): { phrase: DecidedPhrase; start: number; end: number }[] => {
  const places: { phrase: DecidedPhrase; start: number; end: number }[] = []
  if (decided.length === 0) return places
  const lower = decided.some((item) => item.anyCase) ? text.toLowerCase() : text
  for (const phrase of decided) {
    const hay = phrase.anyCase && lower.length === text.length ? lower : text
    for (let at = hay.indexOf(phrase.phrase); at >= 0; at = hay.indexOf(phrase.phrase, at + 1)) {
      const end = at + phrase.phrase.length
      if (isEdge(text.charAt(at), text.charAt(at - 1)) && isEdge(text.charAt(end - 1), text.charAt(end)))
        places.push({ phrase, start: at, end })
    }
  }
  return places
}

/**
 * Applies decisions to settled findings. `keep` drops candidates, and replacements, that lie inside the phrase; one
 * that is exactly a name written in the key stays replaced unless it was itself in doubt. `replace` turns the phrase
 * into a replacement wherever it stands alone or is a candidate, and nothing longer than it.
 */
export const applyDecisions = (
  text: string,
  items: readonly Found[],
  decided: readonly DecidedPhrase[],
): Found[] => {
  const places = findDecided(text, decided)
  if (places.length === 0) return [...items]
  const byStart = [...places].sort((a, b) => a.start - b.start || b.end - a.end)
  const keeps = widest(byStart.filter(({ phrase }) => phrase.decision === 'keep'))
  const replaces = widest(byStart.filter(({ phrase }) => phrase.decision === 'replace'))
  const result: Found[] = []
  let k = 0
  for (const item of items) {
    while (k < keeps.length && (keeps[k]?.end ?? 0) <= item.start) k++
    const keep = keeps[k]
    if (keep && keep.start <= item.start && keep.end >= item.end) {
      const exact = keep.start === item.start && keep.end === item.end
      if (!(exact && item.verdict === 'replace' && item.source === 'roster' && item.listed)) continue
    }
    result.push(item)
  }
  for (const place of replaces) {
    result.push({
      start: place.start,
      end: place.end,
      kind: 'PERSON',
      verdict: 'replace',
      entries: place.phrase.entry === null ? [] : [place.phrase.entry],
      replacement: place.phrase.replacement,
      confidence: 1,
      source: 'decision',
      why: 'decided by a person',
      listed: false,
    })
  }
  return result
}

const widest = <T extends { readonly start: number; readonly end: number }>(places: readonly T[]): T[] => {
  const kept: T[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (!last || place.start >= last.end) kept.push(place)
  }
  return kept
}
