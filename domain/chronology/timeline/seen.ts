import { dayMinutes, minuteOf } from './moments.ts'
import type { TimelineEntries } from './timeline-entries.ts'
import type { Stretch } from './view.ts'
import type { Seen } from './words.ts'

/** What joins two accounts: people found that they are of one event, or that they disagree, or it only looks so. */
export type LinkKind = 'conflict' | 'confirmed' | 'suggested'

/** Two accounts by their places in the entries. `matters`: conflicts that begin with this line. */
export type Link = {
  readonly a: number
  readonly b: number
  readonly kind: LinkKind
  readonly matters: number
}

/** A silence of one agency, and who accounts for it; first and last day `YYYY-MM-DD`. */
export type Silence = {
  readonly lane: number
  readonly from: string
  readonly to: string
  readonly days: number
  readonly declared: 'none' | 'part' | 'whole'
  readonly state: 'declared' | 'queried' | 'open'
}

/** Whether what is drawn of an entry lies in a stretch; an open date counts where its known end is. */
export const isSeen = (entries: TimelineEntries, entry: number, stretch: Stretch): boolean => {
  const [from, to] = [entries.from[entry] ?? null, entries.to[entry] ?? null]
  // A day ends with its last minute; an instant is its only one.
  const end = to === null || to === from ? to : to - 1
  const first = from ?? end
  const last = end ?? from
  return first !== null && last !== null && first < stretch.to && last >= stretch.from
}

/** The entries in a stretch, in chronological order. */
export const entriesSeen = (entries: TimelineEntries, stretch: Stretch): readonly number[] => {
  const seen: number[] = []
  for (let entry = 0; entry < entries.ids.length; entry += 1)
    if (isSeen(entries, entry, stretch)) seen.push(entry)
  return seen
}

/** Counts what stands in a stretch; a conflict counts where either account does. */
export const countSeen = (
  entries: TimelineEntries,
  seen: readonly number[],
  links: readonly Link[],
  silences: readonly Silence[],
  { from, to }: Stretch,
): Seen => {
  const inSight = new Set(seen)
  return {
    entries: seen.length,
    agencies: new Set(seen.map((entry) => entries.lanes[entry])).size,
    conflicts: links.reduce(
      (sum, { a, b, matters }) => (inSight.has(a) || inSight.has(b) ? sum + matters : sum),
      0,
    ),
    silences: silences
      .filter((gap) => minuteOf(gap.from) < to && minuteOf(gap.to) + dayMinutes > from)
      .map(({ days }) => days),
  }
}
