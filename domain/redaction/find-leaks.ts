import { labels } from './identifier-labels.ts'
import { lookForNames } from './leak-names.ts'
import { makeNeedles, type Needle, type Needles } from './leak-needles.ts'
import { lookForDates, lookForNumbers } from './leak-numbers.ts'
import { leakPatterns } from './leak-patterns.ts'
import type { Report } from './leak-report.ts'
import { smooth } from './leak-text.ts'
import { isReplacedFor, type PreparedRoster } from './prepare-roster.ts'
import type { Audience, Leak, RedactionDecision } from './redaction.ts'

export type LeakSource = { readonly file: string; readonly where: string; readonly text: string }

export type LeakOptions = { readonly audience: Audience; readonly decisions?: readonly RedactionDecision[] }

/**
 * Looks through finished texts (contents, file names, properties) for anything of the key and any structured
 * identifier. A second opinion: none of the code that replaced is used to look. Pseudonyms, labels and phrases a person
 * decided to keep are no leaks; ordinary words that are also names count only where they are plainly names.
 * Time grows with the texts. Source: requirements, section 5, point 5 of "Free text".
 */
export const findLeaks = (
  texts: readonly LeakSource[],
  prepared: PreparedRoster,
  options: LeakOptions,
): Leak[] => {
  const needles = needlesOf(prepared, options.audience)
  const allowed = allowedPhrases(prepared, options)
  const memo = new Map<string, Needle | null>()
  const leaks: Leak[] = []
  for (const { file, where, text } of texts) {
    const reported = new Set<string>()
    const report: Report = (entry, kind, found) => {
      const entity = entry === null ? null : (prepared.entries[entry]?.id ?? null)
      const key = `${entity ?? ''}|${kind}|${found}`
      if (reported.has(key)) return
      reported.add(key)
      leaks.push({ file, where, entity, kind, text: found })
    }
    const plain = masked(smooth(text), allowed)
    lookForNames(plain, needles, memo, report)
    lookForNumbers(plain, needles, report)
    lookForDates(plain, needles, report)
    for (const { kind, pattern } of leakPatterns) {
      pattern.lastIndex = 0
      for (const match of plain.matchAll(pattern)) report(null, kind, match[0])
    }
  }
  return leaks
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

type Allowed = {
  readonly byFirst: ReadonlyMap<string, readonly { readonly phrase: string; readonly anyCase: boolean }[]>
}

const allowedPhrases = (prepared: PreparedRoster, options: LeakOptions): Allowed => {
  const byFirst = new Map<string, { phrase: string; anyCase: boolean }[]>()
  const allow = (text: string, anyCase: boolean): void => {
    const phrase = smooth(text).trim()
    const first = /[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase()
    if (first === undefined) return
    const list = byFirst.get(first) ?? []
    list.push({ phrase: anyCase ? phrase.toLowerCase() : phrase, anyCase })
    byFirst.set(first, list)
  }
  for (const item of prepared.entries) {
    allow(item.pseudonym, false)
    if (!isReplacedFor(item, options.audience))
      for (const alias of [item.name, ...item.aliases]) allow(alias, true)
  }
  for (const label of Object.values(labels)) allow(label, false)
  const kept = (options.decisions ?? []).filter(({ decision }) => decision === 'keep').map(({ text }) => text)
  for (const text of [...prepared.roster.keep, ...kept]) allow(text, text === text.toLowerCase())
  for (const { decision, replacement } of options.decisions ?? [])
    if (decision === 'replace' && replacement) allow(replacement, false)
  for (const list of byFirst.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
  return { byFirst }
}

/** The text with allowed phrases blotted out, letter by letter, so that offsets and neighbours stay. */
const masked = (text: string, allowed: Allowed): string => {
  if (allowed.byFirst.size === 0) return text
  const parts: string[] = []
  let done = 0
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.index < done) continue
    for (const { phrase, anyCase } of allowed.byFirst.get(word[0].toLowerCase()) ?? []) {
      const lead = /^[^\p{L}\p{N}]*/u.exec(phrase)?.[0].length ?? 0
      const start = word.index - lead
      const here = text.slice(start, start + phrase.length)
      if (start < done || (anyCase ? here.toLowerCase() : here) !== phrase) continue
      if (/[\p{L}\p{N}]$/u.test(phrase) && /[\p{L}\p{N}]/u.test(text.charAt(start + phrase.length))) continue
      parts.push(text.slice(done, start), '\u25a0'.repeat(phrase.length))
      done = start + phrase.length
      break
    }
  }
  parts.push(text.slice(done))
  return parts.join('')
}
