import { applyDecisions, readDecisions } from './decisions.ts'
import { foldText, originalRange, wholeCharacters } from './fold-text.ts'
import type { Found } from './found.ts'
import { findAddresses } from './identifiers-address.ts'
import { contactRules, findEmails } from './identifiers-contact.ts'
import { ageRules, findDates } from './identifiers-dates.ts'
import { healthRules } from './identifiers-health.ts'
import { officialRules } from './identifiers-official.ts'
import { policeRules } from './identifiers-police.ts'
import { positionRules } from './identifiers-position.ts'
import { applyRule, labels } from './identifier-labels.ts'
import { matchNames } from './match-names.ts'
import { findMisreadNames } from './misread-names.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import type { Audience, Candidate, Redaction, RedactionDecision, RedactionSpan } from './redaction.ts'
import { compactOf, identifierAt } from './roster-identifiers.ts'
import { settleOverlaps } from './settle-overlaps.ts'
import { tokenise, type Tokens } from './tokens.ts'
import { findUnknownNames } from './unknown-names.ts'

export { prepareRoster, type PreparedRoster } from './prepare-roster.ts'

const rules = [
  ...healthRules,
  ...contactRules,
  ...positionRules,
  ...policeRules,
  ...officialRules,
  ...ageRules,
]

export type RedactOptions = {
  readonly audience: Audience
  readonly decisions?: readonly RedactionDecision[]
}

/**
 * Replaces what identifies people in a text and lists what a person must decide.
 * In order of trust: the key with every variant, structured UK identifiers, unknown names as candidates. Offsets are
 * UTF-16 code units of `text`; spans and candidates are in order and never overlap; `text` of the answer is the input
 * with the spans applied. Time grows with the text and not with the key. Source: requirements, section 5.
 */
export const redact = (text: string, prepared: PreparedRoster, options: RedactOptions): Redaction => {
  const folded = foldText(text)
  const { clean } = folded
  const tokens = tokenise(clean, (word) => prepared.words.has(word))
  const found: Found[] = matchNames(tokens, prepared, options.audience)
  findKnownIdentifiers(tokens, prepared, found)
  findEmails(clean, found)
  if (/\d|\/\/|www|\.[a-z]{2}|birthday|ninety|hundred/i.test(clean))
    for (const rule of rules) applyRule(rule, clean, found)
  findDates(tokens, prepared, options.audience, found)
  findAddresses(tokens, found)
  findMisreadNames(tokens, prepared, found)
  const owned = found.map((item) => wholeCharacters(folded, withOwner(item, clean, prepared)))
  const decided = readDecisions(options.decisions ?? [], prepared)
  const first = settleOverlaps(owned)
  const unknown: Found[] = []
  findUnknownNames(tokens, prepared, coverOf(first), unknown)
  const doubtful = unknown.map((item) => wholeCharacters(folded, item))
  const decidedItems = applyDecisions(clean, settleOverlaps([...first, ...doubtful]), decided)
  const settled = settleOverlaps(decidedItems.map((item) => wholeCharacters(folded, item)))
  return project(text, settled, prepared, (start, end) => originalRange(folded, start, end))
}

/** Numbers and addresses written in the key, in any spacing. */
const findKnownIdentifiers = (tokens: Tokens, prepared: PreparedRoster, found: Found[]): void => {
  if (!prepared.identifiers.children) return
  const { text } = tokens
  for (let t = 0; t < tokens.count; t++) {
    const at = tokens.start[t] ?? 0
    const hit = identifierAt(prepared.identifiers, text, at)
    if (!hit) continue
    const { known, end } = hit
    if (known.needsContext) {
      const said =
        /\b(?:pc|dc|ds|di|ps|pcso|sgt|wpc|insp|inspector|sergeant|constable|officer|collar|shoulder|number|no|ref|id)\b\.?[\s:#(]{0,3}$/i
      if (!said.test(text.slice(Math.max(0, at - 24), at))) continue
    }
    if (
      known.digitsOnly &&
      known.compact.length < 7 &&
      /[£.:/]/.test(text.charAt(at - 1)) &&
      /\d/.test(text.charAt(at - 2))
    )
      continue
    if (known.digitsOnly && text.charAt(at - 1) === '£') continue
    const open = known.kind === 'PHONE' && /[+(]/.test(text.charAt(at - 1)) ? 1 : 0
    found.push({
      start: at - open,
      end,
      kind: known.kind,
      verdict: 'replace',
      entries: [known.entry],
      replacement: labels[known.kind],
      confidence: 1,
      source: 'roster',
      why: 'in the key',
      listed: true,
    })
  }
}

const withOwner = (item: Found, text: string, prepared: PreparedRoster): Found => {
  if (item.source !== 'pattern' || item.entries.length > 0) return item
  const known = prepared.identifiersByCompact.get(compactOf(text.slice(item.start, item.end)))
  return known ? { ...item, entries: [known.entry], source: 'roster' } : item
}

const coverOf = (items: readonly Found[]): ((start: number, end: number) => boolean) => {
  let at = 0
  let lastStart = 0
  return (start, end) => {
    if (start < lastStart) at = 0
    lastStart = start
    while (at < items.length && (items[at]?.end ?? 0) <= start) at++
    const item = items[at]
    return item !== undefined && item.start < end
  }
}

const project = (
  text: string,
  items: readonly Found[],
  prepared: PreparedRoster,
  range: (start: number, end: number) => { start: number; end: number },
): Redaction => {
  const spans: RedactionSpan[] = []
  const candidates: Candidate[] = []
  const parts: string[] = []
  let done = 0
  const idOf = (entry: number): string[] => {
    const id = prepared.entries[entry]?.id
    return id === undefined ? [] : [id]
  }
  for (const item of items) {
    if (item.verdict === 'leave' || item.end <= item.start) continue
    const { start, end } = range(item.start, item.end)
    if (item.verdict === 'ask') {
      const entities = item.entries.flatMap(idOf)
      candidates.push({
        start,
        end,
        kind: item.kind,
        confidence: item.confidence,
        why: item.why,
        ...(entities.length > 0 ? { entities } : {}),
      })
      continue
    }
    const from = Math.max(start, done)
    if (end <= from) continue
    const [entity] = item.entries.flatMap(idOf)
    spans.push({
      start: from,
      end,
      kind: item.kind,
      ...(entity === undefined ? {} : { entity }),
      replacement: item.replacement,
      confidence: item.confidence,
      source: item.source,
    })
    parts.push(text.slice(done, from), item.replacement)
    done = end
  }
  parts.push(text.slice(done))
  return { text: parts.join(''), spans, candidates }
}
