import { knownAbbreviations } from './field-words.ts'
import { labels } from './identifier-labels.ts'
import { makeNeedles, nearForms, reducedDate, type Needle, type Needles } from './leak-needles.ts'
import { leakDates, leakPatterns } from './leak-patterns.ts'
import { leakWords, smooth, type LeakWord } from './leak-text.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { isReplacedFor, type PreparedRoster } from './prepare-roster.ts'
import type { Audience, IdentifierKind, Leak, RedactionDecision } from './redaction.ts'
import { titles } from './titles.ts'

export type LeakSource = { readonly file: string; readonly where: string; readonly text: string }

export type LeakOptions = { readonly audience: Audience; readonly decisions?: readonly RedactionDecision[] }

type Report = (entry: number | null, kind: IdentifierKind, text: string) => void

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
  const needles = makeNeedles(prepared, options.audience)
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

const lookForNames = (
  text: string,
  needles: Needles,
  memo: Map<string, Needle | null>,
  report: Report,
): void => {
  const words = leakWords(text)
  const joinedLengths = [...new Set([...needles.joined.keys()].map((run) => run.length))].sort(
    (a, b) => a - b,
  )
  const joinedHeads = new Set([...needles.joined.keys()].map((run) => run.slice(0, 3)))
  let letters = ''
  const letterAt: number[] = []
  if (joinedLengths.length > 0) {
    for (const word of words) {
      letterAt.push(letters.length)
      if (/\p{L}/u.test(word.raw)) letters += word.low
      else letters += '#'
    }
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    for (const needle of needles.byFirstWord.get(word.low) ?? []) {
      if (standsAt(text, words, i, needle))
        report(needle.entry, needle.kind, shown(text, words, i, needle.words.length))
    }
    const inside = insideWord(word, needles, memo)
    if (inside) report(inside.entry, inside.kind, word.raw)
    const at = letterAt[i]
    if (at !== undefined && joinedHeads.has(letters.slice(at, at + 3))) {
      for (const length of joinedLengths) {
        const needle = needles.joined.get(letters.slice(at, at + length))
        if (needle) report(needle.entry, needle.kind, needle.words.join(' '))
      }
    }
    if (word.raw.length === 1) i = spacedOut(words, i, needles, report)
  }
}

/** "D o r o t h y": letters set apart. Returns the last index read. */
const spacedOut = (words: readonly LeakWord[], from: number, needles: Needles, report: Report): number => {
  let last = from
  let run = words[from]?.low ?? ''
  while (
    last + 1 < words.length &&
    words[last + 1]?.raw.length === 1 &&
    (words[last]?.gap.length ?? 9) <= 3
  ) {
    last++
    run += words[last]?.low ?? ''
  }
  if (run.length < 3) return from
  for (let start = 0; start < run.length; start++) {
    for (let size = 3; size <= 24 && start + size <= run.length; size++) {
      const piece = run.slice(start, start + size)
      for (const needle of needles.byFirstWord.get(piece) ?? []) {
        if (needle.words.length === 1 && needle.letters === 'any') report(needle.entry, needle.kind, piece)
      }
    }
  }
  return last
}

const shown = (text: string, words: readonly LeakWord[], from: number, count: number): string => {
  const last = words[from + count - 1]
  const first = words[from]
  return first && last ? text.slice(first.at, last.at + last.raw.length) : ''
}

const isCapital = (raw: string): boolean =>
  raw.charAt(0) !== raw.charAt(0).toLowerCase() || raw.charAt(0).toLowerCase() === raw.charAt(0).toUpperCase()

const standsAt = (text: string, words: readonly LeakWord[], i: number, needle: Needle): boolean => {
  const count = needle.words.length
  for (let k = 0; k < count; k++) {
    const word = words[i + k]
    if (!word || word.low !== needle.words[k]) return false
    if (needle.letters === 'cased' && !isCapital(word.raw)) return false
    if (k < count - 1 && /[^\s.,'()_&-]/.test(word.gap)) return false
    if (
      k < count - 1 &&
      /[.)]\s|\n\s*\n/.test(word.gap) &&
      needle.letters !== 'exact' &&
      word.raw.length > 1 &&
      !titles.has(word.low)
    )
      return false
  }
  if (needle.letters === 'exact') return initialsStand(text, words, i, needle)
  return needle.careful ? plainlyName(text, words, i) : true
}

const initialsStand = (text: string, words: readonly LeakWord[], i: number, needle: Needle): boolean => {
  const count = needle.words.length
  let raw = ''
  for (let k = 0; k < count; k++) raw += words[i + k]?.raw ?? ''
  if (raw !== needle.exact) return false
  const first = words[i]
  const last = words[i + count - 1]
  if (!first || !last) return false
  if (count > 1) {
    // D.O.B. is longer than D.O.
    const after = text.slice(last.at + last.raw.length, last.at + last.raw.length + 3)
    if (/^\.\p{L}(?!\p{L})/u.test(after)) return false
    for (let k = 0; k < count - 1; k++) if (!/^\.\s?$/.test(words[i + k]?.gap ?? '')) return false
    return !/[\p{L}\p{N}]\.$/u.test(text.slice(Math.max(0, first.at - 2), first.at))
  }
  const next = words[i + 1]
  return !(next && last.gap === ' ' && knownAbbreviations.has(next.raw) && knownAbbreviations.has(raw))
}

const pronouns = /^(?:he|she|it|they|we|i|you|the|be|a|an|this|that|have|not|need)$/

const plainlyName = (text: string, words: readonly LeakWord[], i: number): boolean => {
  const word = words[i]
  if (!word) return false
  const before = words[i - 1]
  const next = words[i + 1]
  const touching = before !== undefined && before.gap === ' '
  if (touching && titles.has(before.low) && isCapital(before.raw)) return true
  if (next && word.gap === "'" && next.low === 's') return true
  if (next && /^\p{N}/u.test(next.raw)) return false
  if (before && /^\p{N}/u.test(before.raw)) return false
  const lead = text.slice(Math.max(0, word.at - 3), word.at)
  const opens = word.at === 0 || /[.?!:;\n\r\t"'([*|\u25a0]\s*$/.test(lead) || !touching
  if (opens)
    return (
      next !== undefined &&
      word.gap === ' ' &&
      /^(?:said|says|told|asked|agreed|rang)$/.test(next.low) &&
      !pronouns.test(next.low)
    )
  if (
    touching &&
    /^(?:in|since|until|by|during|last|this|next|early|late|mid|end|of|from|before|after|for)$/.test(
      before.low,
    ) &&
    /^(?:may|march|april|june|july|august)$/.test(word.low)
  )
    return false
  if (touching && isCapital(before.raw)) return false
  return !(next && word.gap === ' ' && isCapital(next.raw))
}

/** A long name inside a longer word, or one letter away from a very long one. */
const insideWord = (word: LeakWord, needles: Needles, memo: Map<string, Needle | null>): Needle | null => {
  if (word.raw.length < 7 || needles.long.size === 0) return null
  const key = isCapital(word.raw) ? word.raw : word.low
  const remembered = memo.get(key)
  if (remembered !== undefined) return remembered
  let found: Needle | null = null
  if (!isOrdinaryWord(word.low) && !needles.long.has(word.low) && word.low.length < 200) {
    search: for (let start = 0; start + 6 <= word.low.length; start++) {
      for (let size = 6; size <= 24 && start + size <= word.low.length; size++) {
        const needle = needles.long.get(word.low.slice(start, start + size))
        if (needle) {
          found = needle
          break search
        }
      }
    }
  }
  if (!found && isCapital(word.raw) && word.low.length <= 32 && !isOrdinaryWord(word.low)) {
    for (const form of [word.low, ...nearForms(word.low)]) {
      // a letter too many shows as the name itself once it is out
      const needle =
        needles.nearly.get(form) ?? (form.length === word.low.length - 1 ? needles.long.get(form) : undefined)
      if (needle && form.length >= word.low.length - 1 && isSlip(word.low, form, needle)) found = needle
    }
  }
  if (memo.size < 50_000) memo.set(key, found)
  return found
}

/** Rules out two slips at once: the shared form must be one step from both, in the same way. */
const isSlip = (word: string, form: string, needle: Needle): boolean => {
  const name = needle.words[0] ?? ''
  if (name === word) return false
  if (form.includes('*')) return word.length === name.length
  if (form === name || form === word) return true
  return false
}

const lookForNumbers = (text: string, needles: Needles, report: Report): void => {
  const lengths = [...new Set([...needles.digits.keys()].map((code) => code.length))]
  const longLengths = lengths.filter((length) => length >= 6)
  for (const cluster of text.matchAll(/\d(?:[\s().\-/]{0,3}\d)*/g)) {
    const digits = cluster[0].replace(/\D/g, '')
    for (const run of cluster[0].matchAll(/\d+/g)) {
      if (run[0].length >= 6) continue
      const known = needles.digits.get(run[0])
      if (!known) continue
      const at = cluster.index + run.index
      const lead = text.slice(Math.max(0, at - 24), at)
      const odd = run[0].length < 4 || /^(?:19|20)\d\d$/.test(run[0])
      if (odd && !/\b(?:pc|dc|ds|pcso|sgt|collar|shoulder|number|no|ref|id)\b\.?[\s:#(]{0,3}$/i.test(lead))
        continue
      if (/£$|\d[.:/]$/.test(lead)) continue
      report(known.entry, known.kind, run[0])
    }
    for (const length of longLengths) {
      for (let at = 0; at + length <= digits.length; at++) {
        const known = needles.digits.get(digits.slice(at, at + length))
        if (known)
          report(known.entry, known.kind, cluster[0].length < 40 ? cluster[0] : digits.slice(at, at + length))
      }
    }
  }
  if (needles.codes.size === 0) return
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    let code = ''
    let end = word.index
    let gap = 0
    for (; end < text.length && code.length < 64 && gap <= 3; end++) {
      const character = text.charAt(end)
      if (/[\p{L}\p{N}]/u.test(character)) {
        code += character.toLowerCase()
        gap = 0
      } else gap++
      if (code.length === 3 && !needles.codes.has(code)) break
    }
    for (const known of needles.codes.get(code.slice(0, 3)) ?? []) {
      if (code.startsWith(known.code)) report(known.entry, known.kind, known.code)
    }
  }
}

const lookForDates = (text: string, needles: Needles, report: Report): void => {
  if (needles.dates.size === 0) return
  for (const match of text.matchAll(leakDates)) {
    const known = needles.dates.get(reducedDate(match[0]))
    if (known) report(known.entry, known.kind, match[0])
  }
}
