import { allowedPhrases, blotted, excuses, placesOf } from './leak-allowed.ts'
import { lookForNames } from './leak-names.ts'
import { makeNeedles, type Needle, type Needles } from './leak-needles.ts'
import { lookForDates, lookForNumbers } from './leak-numbers.ts'
import { leakPatterns } from './leak-patterns.ts'
import type { Report } from './leak-report.ts'
import { smooth } from './leak-text.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { Audience, Leak, RedactionDecision } from './redaction.ts'

export type LeakSource = { readonly file: string; readonly where: string; readonly text: string }

export type LeakOptions = { readonly audience: Audience; readonly decisions?: readonly RedactionDecision[] }

/**
 * Looks through finished texts (contents, file names, properties) for anything of the key and any structured
 * identifier. A second opinion: none of the code that replaced is used to look. What lies wholly inside a pseudonym, a
 * label or a phrase a person decided to keep is no leak; ordinary words that are also names count only where they are
 * plainly names. Time grows with the texts. Source: requirements, section 5, point 5 of "Free text".
 */
export const findLeaks = (
  texts: readonly LeakSource[],
  prepared: PreparedRoster,
  options: LeakOptions,
): Leak[] => {
  const needles = needlesOf(prepared, options.audience)
  const allowed = allowedPhrases(prepared, options.audience, options.decisions ?? [])
  const memo = new Map<string, Needle | null>()
  const leaks: Leak[] = []
  for (const { file, where, text } of texts) {
    const plain = smooth(text)
    const places = placesOf(plain, allowed)
    const excused = excuses(places)
    const reported = new Set<string>()
    const report: Report = (entry, kind, found, start, end) => {
      const entity = entry === null ? null : (prepared.entries[entry]?.id ?? null)
      const key = `${entity ?? ''}|${kind}|${found}`
      if (reported.has(key) || excused(start, end)) return
      reported.add(key)
      leaks.push({ file, where, entity, kind, text: found })
    }
    look(plain, needles, memo, report)
    // beside a pseudonym a name may only show once the pseudonym is out of sight
    if (places.length > 0) look(blotted(plain, places), needles, memo, report)
  }
  return leaks
}

const look = (text: string, needles: Needles, memo: Map<string, Needle | null>, report: Report): void => {
  lookForNames(text, needles, memo, report)
  lookForNumbers(text, needles, report)
  lookForDates(text, needles, report)
  for (const { kind, pattern } of leakPatterns) {
    pattern.lastIndex = 0
    for (const match of text.matchAll(pattern))
      report(null, kind, match[0], match.index, match.index + match[0].length)
  }
}

/**
 * Says in a plain sentence, which does not repeat the text, that a replacement somebody wrote holds something of the key
 * or a structured identifier; null where it holds none. Judged as for the public, and with words that are also names
 * taken for names.
 */
export const replacementProblem = (text: string, prepared: PreparedRoster): string | null => {
  const tried = [text, `to ${text.trim()}`, `${text.trim()}'s`]
  const sources = tried.map((written) => ({ file: '', where: '', text: written }))
  return findLeaks(sources, prepared, { audience: 'public' }).length === 0
    ? null
    : 'A replacement holds a name, an address or a number that identifies somebody; write a role or a pseudonym in its place.'
}

const made = new WeakMap<PreparedRoster, Map<Audience, Needles>>()

/** A key is searched for in many files: its needles are made once. */
const needlesOf = (prepared: PreparedRoster, audience: Audience): Needles => {
  const known = made.get(prepared) ?? new Map<Audience, Needles>()
  made.set(prepared, known)
  const needles = known.get(audience) ?? makeNeedles(prepared, audience)
  known.set(audience, needles)
  return needles
}
