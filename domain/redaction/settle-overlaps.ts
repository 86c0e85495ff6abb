import type { Found } from './found.ts'

const weight = (item: Found): number => (item.verdict === 'leave' ? 3 : item.verdict === 'ask' ? 2 : 1)

/** Whether a question gives way to an identifier that overlaps it. */
const isWeakerDoubt = (doubt: Found, item: Found): boolean =>
  doubt.verdict === 'ask' &&
  item.source !== 'roster' &&
  (doubt.source === 'name-model' || (doubt.source === 'pattern' && item.confidence > doubt.confidence))

/**
 * Leaves at most one finding for each stretch of text. The longer wins; of equals, a person's decision, then the key,
 * then a pattern, then a guess. What is to be replaced and sticks out of a longer neighbour widens it, so that no part
 * of it stays. A longer thing to ask about, or one that stays readable, keeps what is inside it untouched.
 */
export const settleOverlaps = (items: readonly Found[]): Found[] => {
  const order: Readonly<Record<Found['source'], number>> = {
    decision: 0,
    roster: 1,
    pattern: 2,
    'name-model': 3,
  }
  const sorted = [...items].sort(
    (a, b) =>
      a.start - b.start || b.end - a.end || order[a.source] - order[b.source] || b.confidence - a.confidence,
  )
  const kept: Found[] = []
  for (const item of sorted) {
    const last = kept.at(-1)
    if (!last || item.start >= last.end) {
      kept.push(item)
      continue
    }
    if (item.end <= last.end) {
      // inside, or the same stretch: sorted, so the one kept is stronger or longer
      const same = item.start === last.start && item.end === last.end
      if (same && last.verdict === 'ask' && item.verdict === 'replace') kept[kept.length - 1] = item
      else if (item.verdict === 'replace' && isWeakerDoubt(last, item)) {
        // an identifier inside a guess: what is left of the guess on either side stays to be asked
        kept.pop()
        if (item.start - last.start > 2) kept.push({ ...last, end: item.start - 1 })
        kept.push(item)
        if (last.end - item.end > 2) kept.push({ ...last, start: item.end + 1 })
      }
      continue
    }
    // partial overlap
    if (last.verdict === 'replace' && item.verdict === 'replace') {
      const stronger =
        item.end - item.start > last.end - last.start && order[item.source] <= order[last.source]
          ? item
          : last
      kept[kept.length - 1] = { ...stronger, start: last.start, end: item.end }
    } else if (last.verdict === 'replace') {
      if (item.verdict === 'ask' && item.end - item.start > last.end - last.start)
        kept[kept.length - 1] = { ...item, start: last.start }
      else kept.push({ ...item, start: last.end })
    } else if (item.verdict === 'replace') {
      if (isWeakerDoubt(last, item)) kept[kept.length - 1] = { ...item, start: last.start }
      else kept[kept.length - 1] = { ...(weight(last) > 2 ? item : last), start: last.start, end: item.end }
    } else kept[kept.length - 1] = { ...last, end: item.end }
  }
  return kept
}
