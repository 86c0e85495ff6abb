import { addDays, daysBetween } from '../dates/calendar.ts'
import type { Span } from '../dates/calendar.ts'
import type { ImpreciseDate } from '../dates/imprecise-date.ts'

/** A stretch of a review period that no entry of one agency can touch; both ends included. */
export type Gap = {
  readonly from: string
  readonly to: string
  readonly days: number
  /** Whether statements of no contact cover the stretch. */
  readonly declared: 'none' | 'part' | 'whole'
  readonly undeclaredDays: number
}

/** How long a stretch must be to be called a gap unless a review says otherwise */
export const usualGapDays = 90

export type DatedContact = {
  readonly date: Pick<ImpreciseDate, 'earliest' | 'latest'>
  readonly declaredNoContact: boolean
}

/**
 * The stretches of at least `atLeastDays` days inside the period (both ends included) that no contact of one agency can
 * touch. An imprecise date is widened to all it can mean; of an open one ("before", "after") only the named end is
 * known to be near the contact, so it touches that day alone. A declaration of no contact is not contact.
 * Requirements section 2: gap analysis must widen for imprecision, and no-contact periods must be stated.
 */
export const findGaps = (
  entries: readonly DatedContact[],
  period: Span,
  atLeastDays: number,
): readonly Gap[] => {
  const contacts = spansWithin(
    entries.filter((entry) => !entry.declaredNoContact),
    period,
  )
  const declarations = spansWithin(
    entries.filter((entry) => entry.declaredNoContact),
    period,
  )
  const gaps: Gap[] = []
  let from = period.from
  const close = (to: string): void => {
    if (to < from) return
    const days = daysBetween(from, to) + 1
    if (days < atLeastDays) return
    const undeclaredDays = days - daysCovered(declarations, { from, to })
    const declared = undeclaredDays === days ? 'none' : undeclaredDays === 0 ? 'whole' : 'part'
    gaps.push({ from, to, days, declared, undeclaredDays })
  }
  for (const contact of contacts) {
    close(addDays(contact.from, -1))
    const next = addDays(contact.to, 1)
    if (next > from) from = next
  }
  close(period.to)
  return gaps
}

/** The days an entry's date can mean; of an open date ("before", "after") the named day alone; none where it has no date. */
export const spanOf = ({ date }: DatedContact): readonly Span[] => {
  const from = date.earliest ?? date.latest
  const to = date.latest ?? date.earliest
  return from === null || to === null ? [] : [{ from, to }]
}

/** The days the dates can mean, cut to the period, in order of their first day. */
const spansWithin = (entries: readonly DatedContact[], period: Span): readonly Span[] =>
  entries
    .flatMap(spanOf)
    .filter(({ from, to }) => to >= period.from && from <= period.to)
    .map(({ from, to }) => ({
      from: from < period.from ? period.from : from,
      to: to > period.to ? period.to : to,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

const daysCovered = (spans: readonly Span[], within: Span): number => {
  let covered = 0
  let from = within.from
  for (const span of spans) {
    const start = span.from > from ? span.from : from
    const end = span.to < within.to ? span.to : within.to
    if (end < start) continue
    covered += daysBetween(start, end) + 1
    from = addDays(end, 1)
  }
  return covered
}
