import { labels } from './identifier-labels.ts'
import { smooth } from './leak-text.ts'
import { isReplacedFor, type PreparedRoster } from './prepare-roster.ts'
import type { Audience, RedactionDecision } from './redaction.ts'

type AllowedPhrase = { readonly phrase: string; readonly lead: number; readonly anyCase: boolean }

/** Phrases a released text may hold, by their first word in lower case. */
export type Allowed = ReadonlyMap<string, readonly AllowedPhrase[]>

/** Where an allowed phrase stands in a smoothed text, as whole words. */
export type AllowedPlace = { readonly start: number; readonly end: number }

/**
 * Pseudonyms, labels, names this audience may read, and phrases a person decided to keep. What a person wrote to stand
 * in place of a name is not among them: it may itself hold a name.
 */
export const allowedPhrases = (
  prepared: PreparedRoster,
  audience: Audience,
  decisions: readonly RedactionDecision[],
): Allowed => {
  const byFirst = new Map<string, AllowedPhrase[]>()
  const allow = (text: string, anyCase: boolean): void => {
    const phrase = smooth(text).trim()
    const first = /[\p{L}\p{N}]+/u.exec(phrase)
    if (first === null) return
    const word = first[0].toLowerCase()
    const list = byFirst.get(word) ?? []
    list.push({ phrase: anyCase ? phrase.toLowerCase() : phrase, lead: first.index, anyCase })
    byFirst.set(word, list)
  }
  for (const item of prepared.entries) {
    allow(item.pseudonym, false)
    if (!isReplacedFor(item, audience)) for (const alias of [item.name, ...item.aliases]) allow(alias, true)
  }
  for (const label of Object.values(labels)) allow(label, false)
  const kept = decisions.filter(({ decision }) => decision === 'keep').map(({ text }) => text)
  for (const text of [...prepared.roster.keep, ...kept]) allow(text, text === text.toLowerCase())
  return byFirst
}

/** Every place of every allowed phrase, in order of its start; places may overlap. */
export const placesOf = (text: string, allowed: Allowed): AllowedPlace[] => {
  const places: AllowedPlace[] = []
  if (allowed.size === 0) return places
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (const { phrase, lead, anyCase } of allowed.get(word[0].toLowerCase()) ?? []) {
      const start = word.index - lead
      const end = start + phrase.length
      if (start < 0) continue
      const here = text.slice(start, end)
      if ((anyCase ? here.toLowerCase() : here) !== phrase) continue
      if (/[\p{L}\p{N}]$/u.test(phrase) && /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))) continue
      places.push({ start, end })
    }
  }
  return places.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The text with those places blotted out, letter by letter, so that offsets and neighbours stay. */
export const blotted = (text: string, places: readonly AllowedPlace[]): string => {
  const parts: string[] = []
  let done = 0
  for (const { start, end } of places) {
    if (end <= done) continue
    const from = Math.max(start, done)
    parts.push(text.slice(done, from), '\u25a0'.repeat(end - from))
    done = end
  }
  parts.push(text.slice(done))
  return parts.join('')
}

/**
 * Whether a finding is only an allowed phrase, or a part of one. One that reaches beyond the phrase is not: "Hospital
 * Lane" is more than the pseudonym "Hospital". A single letter of a longer phrase is the phrase's own: in "seen by Adult
 * A. I said", "A. I" is nobody's initials.
 */
export const excuses = (places: readonly AllowedPlace[]): ((from: number, to: number) => boolean) => {
  const longest = places.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  return (from, to) => {
    let low = 0
    let high = places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[middle]?.start ?? 0) + longest <= from) low = middle + 1
      else high = middle
    }
    for (let i = low; i < places.length; i++) {
      const place = places[i]
      if (!place || place.start >= to) break
      if (place.end <= from) continue
      if (place.start <= from && to <= place.end) return true
      if (place.start < from && place.end - from === 1) return true
      if (place.end > to && to - place.start === 1) return true
    }
    return false
  }
}
