import type { Item } from './item.ts'
import type { Layout } from './lay-out.ts'
import type { Minute } from './moments.ts'

/** Somewhere the keyboard stops in a lane: what is drawn, or, with no item, the entries without a date. */
export type Stop = { readonly lane: number; readonly item: Item | null; readonly entries: readonly number[] }

/** The stops of a lane from left to right; the entries without a date come last. */
export const stopsOf = ({ lanes }: Layout, lane: number): readonly Stop[] => {
  const one = lanes[lane]
  if (!one) return []
  const dated = one.ordered.map((item): Stop => ({ lane, item, entries: item.entries }))
  return one.undated.length === 0 ? dated : [...dated, { lane, item: null, entries: one.undated }]
}

/** The stop an entry is drawn in. */
export const stopOf = (layout: Layout, lane: number, entry: number): Stop => {
  const item = layout.itemOf[entry] ?? null
  return { lane, item, entries: item?.entries ?? layout.lanes[lane]?.undated ?? [] }
}

const middle = ({ item }: Stop): Minute => (item === null ? Infinity : (item.from + item.to) / 2)

/** The stop so many places along the lane, or the last there is that way. */
export const along = (layout: Layout, from: Stop, places: number): Stop => {
  const stops = stopsOf(layout, from.lane)
  const at = stops.findIndex(({ item }) => item === from.item)
  return stops[Math.min(stops.length - 1, Math.max(0, at + places))] ?? from
}

/** The stop nearest in time in the next lane, up (-1) or down (1), that holds any; the same where there is none. */
export const across = (layout: Layout, from: Stop, by: 1 | -1): Stop => {
  for (let lane = from.lane + by; lane >= 0 && lane < layout.lanes.length; lane += by) {
    const found = nearest(stopsOf(layout, lane), middle(from))
    if (found) return found
  }
  return from
}

/** The stop nearest to a time. */
export const nearest = (stops: readonly Stop[], at: Minute): Stop | undefined => {
  if (at === Infinity) return stops.at(-1)
  return stops.reduce<Stop | undefined>(
    (best, stop) =>
      best === undefined || Math.abs(middle(stop) - at) < Math.abs(middle(best) - at) ? stop : best,
    undefined,
  )
}

/** The first or last stop of a lane. */
export const edge = (layout: Layout, from: Stop, end: 'first' | 'last'): Stop =>
  stopsOf(layout, from.lane).at(end === 'first' ? 0 : -1) ?? from
