import type { Span } from '../dates/calendar.ts'
import { daysIn, splitSpans } from '../dates/split-spans.ts'
import { findGaps, spanOf, type DatedContact, type Gap } from './find-gaps.ts'

/** What is known of a stretch without a contact: the agency stated it, was asked about it, said records follow, or nothing. */
export const stretchStates = ['stated-in-file', 'stated', 'to-follow', 'asked', 'open'] as const
export type StretchState = (typeof stretchStates)[number]

/** A part of a silence with one answer. `days` counts both ends. */
export type Stretch = Span & {
  readonly days: number
  readonly state: StretchState
  /** Id of the statement or query that accounts for it; null where it is open or stated in the file. */
  readonly by: string | null
}

/** A stretch of the review period that no contact of one agency can touch, and who accounts for which part of it. */
export type Silence = Gap & {
  /** `declared`: stated from end to end; `queried`: what is not stated has been asked about; `open`: some of it is not. */
  readonly state: 'declared' | 'queried' | 'open'
  readonly stretches: readonly Stretch[]
}

export type Named = Span & { readonly id: string }

/** What one agency's record and correspondence hold that bears on its silences. */
export type AgencyRecord = {
  readonly entries: readonly DatedContact[]
  /** Statements of no contact taken down by hand. */
  readonly statements: readonly Named[]
  /** Queries that still wait for an answer, and whether records were promised. */
  readonly queries: readonly (Named & { readonly toFollow: boolean })[]
}

/**
 * Every silence of one agency in the review period of at least `atLeastDays` days, parted by what accounts for it: a
 * statement in the agency's file before one taken down by hand, either before a query. Days are `YYYY-MM-DD`. An agency
 * with no entry is silent throughout. Source: requirements section 2 and scenario 8, each silence is declared or queried.
 */
export const accountForSilences = (
  record: AgencyRecord,
  period: Span,
  atLeastDays: number,
): readonly Silence[] => {
  const inFile = record.entries.filter(({ declaredNoContact }) => declaredNoContact).flatMap(spanOf)
  const [toFollow, asked] = [true, false].map((promised) =>
    record.queries.filter((query) => query.toFollow === promised),
  )
  const layers: readonly (readonly [StretchState, readonly (Span & { readonly id?: string })[]])[] = [
    ['stated-in-file', inFile],
    ['stated', record.statements],
    ['to-follow', toFollow ?? []],
    ['asked', asked ?? []],
  ]
  return findGaps(record.entries, period, atLeastDays).map(({ from, to, days }): Silence => {
    const stretches: Stretch[] = []
    let left: readonly Span[] = [{ from, to }]
    for (const [state, spans] of layers)
      for (const span of spans) {
        const { inside, outside } = splitSpans(left, [span])
        stretches.push(...inside.map((part) => stretch(part, state, span.id ?? null)))
        left = outside
      }
    stretches.push(...left.map((part) => stretch(part, 'open', null)))
    const stated = stretches.filter(({ state }) => state === 'stated-in-file' || state === 'stated')
    const undeclaredDays = days - stated.reduce((sum, one) => sum + one.days, 0)
    return {
      ...{ from, to, days, undeclaredDays },
      declared: undeclaredDays === days ? 'none' : undeclaredDays === 0 ? 'whole' : 'part',
      state: left.length > 0 ? 'open' : undeclaredDays > 0 ? 'queried' : 'declared',
      stretches: stretches.sort((a, b) => (a.from < b.from ? -1 : 1)),
    }
  })
}

const stretch = (span: Span, state: StretchState, by: string | null): Stretch => ({
  ...{ from: span.from, to: span.to, days: daysIn(span) },
  state,
  by,
})

/**
 * What a query still asks: the parts of its stretch that no contact touches and no statement covers, left out those
 * shorter than a silence that counts (or than the stretch itself, where that was shorter). None left: it is answered by
 * the record, whatever has been written since. Days are `YYYY-MM-DD`.
 */
export const stillAsked = (
  query: Span,
  record: Pick<AgencyRecord, 'entries' | 'statements'>,
  atLeastDays: number,
): readonly Span[] => {
  const least = Math.min(atLeastDays, daysIn(query))
  const known = [...record.entries.flatMap(spanOf), ...record.statements]
  return splitSpans([query], known).outside.filter((span) => daysIn(span) >= least)
}
