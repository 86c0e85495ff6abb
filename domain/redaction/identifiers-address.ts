import { institutionWords, properWords, streetTypes } from './field-words.ts'
import type { Found } from './found.ts'
import { identifier } from './identifier-labels.ts'
import { isFirstName } from './first-names.ts'
import { largeTowns } from './case-note-words.ts'
import { personVerbs, titles } from './titles.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { caseOf, gapAfter, gaps, opensSentence, wordOf, type Tokens } from './tokens.ts'

const surelyStreet = new Set(
  'street road avenue lane crescent terrace drive grove mews rd ave cres st gardens gdns boulevard'.split(
    ' ',
  ),
)
const maybeStreet = new Set(
  'close row rise way walk court place square hill green park view parade croft fold ln cl terr dr brow chase dene mount'.split(
    ' ',
  ),
)
const weakStreet = new Set(
  'house end bank common fields field gate path passage yard wharf quay cottages villas buildings heights meadow meadows vale nook orchard alley approach hollow ridge broadway embankment esplanade'.split(
    ' ',
  ),
)

const isStreetType = new Set([...surelyStreet, ...maybeStreet, ...weakStreet, ...Object.keys(streetTypes)])
const commonStreets = new Set(
  'high main station church mill park market victoria the back front ring one toll dual single this that our her his my'.split(
    ' ',
  ),
)
const notStreetNames = new Set(
  'crown county high supreme magistrates family criminal appeal court first second third case in at on of to from the a an and or near off via by for with past along down up any this that next my his her our their your good great long short same one two hard parking no half other another some every right wrong only best big'.split(
    ' ',
  ),
)
const noNumberBefore =
  /(?:£|\b(?:page|section|level|grade|band|category|stage|step|bed|bay|ward|day|week|version|form|act|figure|table|item|appendix|rule|article|paragraph)\s)$/i

const isCapital = (tokens: Tokens, t: number): boolean =>
  caseOf(tokens, t) === 'capital' || caseOf(tokens, t) === 'caps' || caseOf(tokens, t) === 'mixed'

/** Addresses with a house number, which go, and streets not in the key, which a person decides. */
export const findAddresses = (tokens: Tokens, found: Found[]): void => {
  const { text } = tokens
  const people = new Set(
    found.filter(({ kind, source }) => kind === 'PERSON' && source === 'roster').map(({ start }) => start),
  )
  // streets the key holds are its own
  const known = new Set(
    found.filter(({ kind, source }) => kind === 'PLACE' && source === 'roster').map(({ end }) => end),
  )
  for (let t = 1; t < tokens.count; t++) {
    if (tokens.digits[t] === 1) continue
    const size = (tokens.end[t] ?? 0) - (tokens.start[t] ?? 0)
    if (size < 2 || size > 11) continue
    const type = wordOf(tokens, t)
    if (!isStreetType.has(type)) continue
    const sure = surelyStreet.has(type)
    const lowerType = caseOf(tokens, t) === 'lower'
    // "Dr", "St" open a name as often as they close a street
    let first = t
    for (let back = 1; back <= 4 && t - back >= 0; back++) {
      const at = t - back
      const gap = gapAfter(tokens, at)
      if (
        gap !== gaps.space &&
        gap !== gaps.hyphen &&
        gap !== gaps.apostrophe &&
        !(gap === gaps.dot && wordOf(tokens, at) === 'st')
      )
        break
      if (tokens.digits[at] === 1) break
      if (
        !lowerType &&
        !isCapital(tokens, at) &&
        !(gap === gaps.apostrophe) &&
        !/^(of|the|and|le|de|upon|s)$/.test(wordOf(tokens, at))
      )
        break
      if (lowerType && (isOrdinaryWord(wordOf(tokens, at)) || back > 2) && !isCapital(tokens, at)) break
      first = at
    }
    while (
      first < t &&
      /^(of|the|and|le|de|s|upon)$/.test(wordOf(tokens, first)) &&
      !isCapital(tokens, first)
    )
      first++
    if (first === t) continue
    const number = houseNumberBefore(tokens, first)
    const firstWord = wordOf(tokens, first)
    if (number !== null) {
      if (
        properWords.has(firstWord) &&
        /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
          firstWord,
        )
      )
        continue
      if (noNumberBefore.test(text.slice(Math.max(0, number.start - 12), number.start))) continue
      if (
        !sure &&
        institutionWords.has(type) &&
        first === t - 1 &&
        isOrdinaryWord(firstWord) &&
        !maybeStreet.has(type)
      )
        continue
      if (
        (type === 'st' || type === 'dr') &&
        tokens.text.charAt(tokens.end[t] ?? 0) === '.' &&
        gapAfter(tokens, t) === gaps.dot &&
        isCapital(tokens, t + 1) &&
        type === 'dr'
      )
        continue
      const last = endOfAddress(tokens, t, people)
      found.push(identifier('ADDRESS', number.start, tokens.end[last] ?? 0, sure ? 0.95 : 0.85))
      continue
    }
    if (lowerType || type === 'st' || type === 'dr' || type === 'rd' ? lowerType || type === 'dr' : false)
      continue
    if (known.has(tokens.end[t] ?? 0)) continue
    // a bare street: drop words that only lead up to it
    if (t - first > 1 && opensSentence(tokens, first) && isOrdinaryWord(wordOf(tokens, first))) first++
    while (first < t && notStreetNames.has(wordOf(tokens, first))) first++
    if (first === t || t - first > 3) continue
    const name = wordOf(tokens, first)
    if (t - first === 1 && commonStreets.has(name)) continue
    if (!sure) {
      if (weakStreet.has(type) || !maybeStreet.has(type)) continue
      if (isOrdinaryWord(name) && (institutionWords.has(type) || t - first > 1)) continue
      if (
        isOrdinaryWord(name) &&
        !/^(row|rise|croft|fold|way|walk|hill|green|view|close|brow|chase|dene|mount)$/.test(type)
      )
        continue
    }
    if (caseOf(tokens, t) === 'caps' && caseOf(tokens, first) !== 'caps') continue
    const start = tokens.start[first] ?? 0
    const end = tokens.end[t] ?? 0
    found.push(
      identifier(
        'PLACE',
        start,
        end,
        0.6,
        `"${text.slice(start, end)}" reads as a street that is not in the key`,
      ),
    )
  }
}

const postcodeNext = /^[,\s]{1,3}[A-Za-z]{1,2}\d[A-Za-z\d]?\s{0,2}\d[A-Za-z]{2}(?![A-Za-z\d])/

/**
 * The last token of an address whose street ends at `street`: its district and town too. Up to three parts where a
 * postcode closes them, one where nothing but a town can be meant. Stops before the key's `people` (by start).
 */
const endOfAddress = (tokens: Tokens, street: number, people: ReadonlySet<number>): number => {
  let last = street
  for (let part = 0; part < 3; part++) {
    const gap = gapAfter(tokens, last)
    if (gap !== gaps.comma && gap !== gaps.line) break
    let t = last + 1
    let words = 0
    for (; words < 4 && t < tokens.count; words++, t++) {
      const word = wordOf(tokens, t)
      const joined =
        words === 0 || gapAfter(tokens, t - 1) === gaps.space || gapAfter(tokens, t - 1) === gaps.hyphen
      const inner =
        words > 0 && /^(?:on|upon|le|in|by|under|the|of|and)$/.test(word) && isCapital(tokens, t + 1)
      if (!joined || (!isCapital(tokens, t) && !inner)) break
      if (people.has(tokens.start[t] ?? 0) || titles.has(word)) return last
      // "OL1": the postcode itself
      if (gapAfter(tokens, t) === gaps.none && tokens.digits[t + 1] === 1) break
    }
    if (words === 0) break
    const end = t - 1
    if (postcodeNext.test(tokens.text.slice(tokens.end[end] ?? 0, (tokens.end[end] ?? 0) + 14))) return end
    const word = wordOf(tokens, end)
    const next = gapAfter(tokens, end) === gaps.space ? wordOf(tokens, end + 1) : ''
    const town =
      part === 0 &&
      gap === gaps.comma &&
      words === 1 &&
      !personVerbs.has(next) &&
      gapAfter(tokens, end) !== gaps.apostrophe
    const sure =
      largeTowns.has(word) || (!isOrdinaryWord(word) && !isFirstName(word) && !properWords.has(word))
    if (town && sure) return end
    if (part === 2) break
    // a part in the middle counts only if a postcode closes a later one
    const further = furtherPostcode(tokens, end)
    if (!further) break
    last = end
  }
  return last
}

const furtherPostcode = (tokens: Tokens, from: number): boolean => {
  const at = tokens.end[from] ?? 0
  return /^(?:,\s{0,2}|\s?\n)[A-Z][A-Za-z' -]{1,28},?\s{1,2}[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}(?![A-Za-z\d])/.test(
    tokens.text.slice(at, at + 50),
  )
}

/** "14", "14a", "Flat 2, 14", "11-17" right before token `first`. */
const houseNumberBefore = (tokens: Tokens, first: number): { start: number } | null => {
  const { text } = tokens
  const end = tokens.start[first] ?? 0
  const head = text.slice(Math.max(0, end - 48), end)
  const match =
    /(?:(?:\b(?:flat|apartment|apt|unit|room)\.?\s?\d{0,4}[a-z]?\b,?\s{1,2})?(?:\bno\.?\s?|\bnumber\s)?)(?<![\w£./:-])\d{1,4}\s?[a-z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?,?\s{1,2}$/i.exec(
      head,
    )
  if (!match) return null
  if (/^\d{1,2}\s?(?:am|pm)\b/i.test(match[0])) return null
  return { start: end - match[0].length }
}
