import type { RosterEntry } from '../people/roster.ts'
import type { Found } from './found.ts'
import type { NameHit } from './match-names.ts'
import { isReplacedFor, type PreparedRoster } from './prepare-roster.ts'
import type { Audience, IdentifierKind } from './redaction.ts'
import type { Tokens } from './tokens.ts'

type Base = Pick<Found, 'start' | 'end' | 'kind' | 'source' | 'listed'>

/** The two answers to a hit of the key: it goes (or stays readable for this audience), or a person decides. */
export type Verdicts = {
  readonly replace: (entry: number, from: number, confidence: number, why: string) => Found
  readonly ask: (
    from: number,
    to: number,
    entries: readonly number[],
    why: string,
    confidence?: number,
    kind?: IdentifierKind,
  ) => Found
}

export const verdictsFor = (
  tokens: Tokens,
  hit: NameHit,
  base: Base,
  item: RosterEntry,
  prepared: PreparedRoster,
  audience: Audience,
): Verdicts => {
  const { end } = base
  const replace = (entry: number, from: number, confidence: number, why: string): Found => {
    const chosen = prepared.entries[entry] ?? item
    const replaced = isReplacedFor(chosen, audience)
    // "the Hargreaves' house": the apostrophe belongs to the possessive; "Hargreave (Dorothy)": the bracket closes
    const after = tokens.text.slice(end, end + 2)
    const closes = /\([^)]*$/.test(tokens.text.slice(from, end)) && after.startsWith(')')
    const extra = closes ? 1 : !hit.possessive ? 0 : after === "'s" ? 2 : after.startsWith("'") ? 1 : 0
    const tail = hit.possessive ? "'s" : ''
    return {
      ...base,
      start: from,
      end: end + extra,
      verdict: replaced ? 'replace' : 'leave',
      entries: [entry],
      replacement: chosen.pseudonym + tail,
      confidence,
      why,
    }
  }
  const ask = (
    from: number,
    to: number,
    entries: readonly number[],
    why: string,
    confidence = 0.5,
    kind: IdentifierKind = base.kind,
  ): Found => ({
    ...base,
    kind,
    start: from,
    end: to,
    verdict: 'ask',
    entries,
    replacement: '',
    confidence,
    listed: false,
    source: 'name-model',
    why,
  })
  return { replace, ask }
}
