import type { EntryListView } from '../../../workspace/views.ts'

type Group = EntryListView['groups'][number]

/** What stands at a place of the list as it is drawn: an entry by its number in the list, or the heading of a group. */
export type Standing =
  { readonly kind: 'entry'; readonly index: number } | { readonly kind: 'group'; readonly group: Group }

export type ListPlaces = {
  readonly count: number
  readonly at: (place: number) => Standing
  /** Where an entry stands; the heading of its group where that is closed. */
  readonly ofEntry: (index: number) => number
  readonly ofGroup: (key: string) => number
  /** The group a place belongs to. */
  readonly groupAt: (place: number) => Group | null
}

/** The last of numbers that rise which is not above a limit. */
const lastUpTo = (numbers: readonly number[], limit: number): number => {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** Entries and headings of groups in one row of places; the entries of a closed group have none. */
export const listPlaces = (
  total: number,
  groups: readonly Group[],
  closed: ReadonlySet<string>,
): ListPlaces => {
  if (groups.length === 0)
    return {
      count: total,
      at: (index) => ({ kind: 'entry', index }),
      ofEntry: (index) => index,
      ofGroup: () => -1,
      groupAt: () => null,
    }
  const heads: number[] = []
  let next = 0
  for (const { key, count } of groups) {
    heads.push(next)
    next += 1 + (closed.has(key) ? 0 : count)
  }
  const begins = groups.map(({ from }) => from)
  const groupAt = (place: number): Group | null => groups[lastUpTo(heads, place)] ?? null
  return {
    count: next,
    at: (place) => {
      const nth = lastUpTo(heads, place)
      const group = groups[nth] ?? { key: '', from: 0, count: 0 }
      const into = place - (heads[nth] ?? 0)
      return into === 0 ? { kind: 'group', group } : { kind: 'entry', index: group.from + into - 1 }
    },
    ofEntry: (index) => {
      const nth = lastUpTo(begins, index)
      const group = groups[nth]
      const head = heads[nth] ?? 0
      return !group || closed.has(group.key) ? head : head + 1 + index - group.from
    },
    ofGroup: (key) => heads[groups.findIndex((group) => group.key === key)] ?? 0,
    groupAt,
  }
}
