import { addDays, daysBetween, type Span } from './calendar.ts'

/** How many days a stretch has, both ends counted. */
export const daysIn = ({ from, to }: Span): number => daysBetween(from, to) + 1

/**
 * Parts stretches of days by others: what of them lies inside any of `by`, and what outside all. Both answers are in
 * order and do not overlap; days are `YYYY-MM-DD`, both ends included. `spans` themselves must not overlap.
 */
export const splitSpans = (
  spans: readonly Span[],
  by: readonly Span[],
): { readonly inside: readonly Span[]; readonly outside: readonly Span[] } => {
  const cutters = [...by].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const inside: Span[] = []
  const outside: Span[] = []
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    let from = span.from
    for (const cutter of cutters) {
      if (cutter.to < from || cutter.from > span.to) continue
      if (cutter.from > from) outside.push({ from, to: addDays(cutter.from, -1) })
      const start = cutter.from > from ? cutter.from : from
      const end = cutter.to < span.to ? cutter.to : span.to
      inside.push({ from: start, to: end })
      from = addDays(end, 1)
    }
    if (from <= span.to) outside.push({ from, to: span.to })
  }
  return { inside, outside }
}
