import type { Minute } from './moments.ts'
import type { Shape } from './timeline-entries.ts'

/**
 * One thing drawn in a lane: an entry, or a heap of several that would lie on one another. It stretches from `from` to `to` in
 * time, `before` and `after` pixels wider, and is at least `least` pixels wide.
 */
export type Item = {
  readonly lane: number
  /** `points`: narrow at this zoom; `spans`: wide, in the rows below. */
  readonly zone: 'points' | 'spans'
  /** Counts from 0 within the zone; a heap of points takes all its rows. */
  readonly row: number
  readonly shape: Shape | 'heap'
  readonly from: Minute
  readonly to: Minute
  readonly before: number
  readonly after: number
  readonly least: number
  /** Entries by their places in the lists, in chronological order. */
  readonly entries: readonly number[]
}

/** How many rows a lane has for narrow things and for wide ones, and how many pixels one heap is wide. */
export type Rows = { readonly points: number; readonly spans: number; readonly heap: number }

/** Pixels: what is drawn around an instant, how far an open end fades, the least width of anything. */
export const sizes = { moment: 5, fade: 40, least: 9, apart: 2 } as const

/** An entry before it has a row. */
export type Loose = Pick<Item, 'shape' | 'from' | 'to' | 'before' | 'after' | 'least'> & {
  readonly entry: number
}

export const leftOf = ({ from, before }: Pick<Item, 'from' | 'before'>, perPixel: number): number =>
  from / perPixel - before

export const rightOf = (one: Omit<Loose, 'entry' | 'shape'>, perPixel: number): number =>
  Math.max(leftOf(one, perPixel) + one.least, one.to / perPixel + one.after)

/** An entry that has found a row. */
export const itemOf = (one: Loose, lane: number, zone: Item['zone'], row: number): Item => ({
  lane,
  zone,
  row,
  shape: one.shape,
  from: one.from,
  to: one.to,
  before: one.before,
  after: one.after,
  least: one.least,
  entries: [one.entry],
})

/** Chronological order of what is drawn. */
export const byTime = (a: Item, b: Item): number =>
  a.from - b.from || (a.entries[0] ?? 0) - (b.entries[0] ?? 0)
