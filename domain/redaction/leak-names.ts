import { knownAbbreviations } from './field-words.ts'
import type { Report } from './leak-report.ts'
import { nearForms, type Needle, type Needles } from './leak-needles.ts'
import type { LeakWord } from './leak-text.ts'
import { leakWords } from './leak-text.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { titles } from './titles.ts'

/** Reports every name of the key that stands in a smoothed text, alone or inside longer words. */
export const lookForNames = (
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
        report(needle.entry, needle.kind, ...shown(text, words, i, i + needle.words.length - 1))
    }
    const inside = insideWord(word, needles, memo)
    if (inside) report(inside.entry, inside.kind, word.raw, word.at, word.at + word.raw.length)
    const at = letterAt[i]
    if (at !== undefined && joinedHeads.has(letters.slice(at, at + 3))) {
      for (const length of joinedLengths) {
        const needle = needles.joined.get(letters.slice(at, at + length))
        if (!needle) continue
        let last = i
        while ((letterAt[last + 1] ?? Infinity) < at + length) last++
        const [, start, end] = shown(text, words, i, last)
        report(needle.entry, needle.kind, needle.words.join(' '), start, end)
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
        if (needle.words.length !== 1 || needle.letters !== 'any') continue
        const first = words[from + start]?.at ?? 0
        report(needle.entry, needle.kind, piece, first, (words[from + start + size - 1]?.at ?? first) + 1)
      }
    }
  }
  return last
}

const shown = (
  text: string,
  words: readonly LeakWord[],
  from: number,
  to: number,
): readonly [text: string, start: number, end: number] => {
  const start = words[from]?.at ?? 0
  const last = words[to]
  const end = last ? last.at + last.raw.length : start
  return [text.slice(start, end), start, end]
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

const speech = /^(?:said|says|told|asked|agreed|rang)$/
const actsOfPeople =
  /^(?:said|says|told|asked|agreed|rang|was|is|has|had|did|went|came|felt|feels|wanted|wants|refused|declined|phoned|called|stated|reported|lives|lived|died|attended|arrived|visited|explained|thinks|thought|knows|knew|likes|liked)$/
const monthsToo = /^(?:may|march|april|june|august)$/

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
  const acts = next !== undefined && word.gap === ' ' && actsOfPeople.test(next.low)
  if (opens) return acts && (!monthsToo.test(word.low) || speech.test(next.low))
  if (
    touching &&
    /^(?:in|since|until|by|during|last|this|next|early|late|mid|end|of|from|before|after|for)$/.test(
      before.low,
    ) &&
    /^(?:may|march|april|june|july|august)$/.test(word.low)
  )
    return false
  if (touching && isCapital(before.raw)) {
    // "Later Will said": the word before only opens the sentence
    const ahead = text.slice(Math.max(0, before.at - 3), before.at)
    return acts && isOrdinaryWord(before.low) && (before.at === 0 || /[.?!:;\n]\s*$/.test(ahead))
  }
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
