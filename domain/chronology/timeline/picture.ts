import { leftOf, rightOf, type Item, type Rows } from './item.ts'
import type { Layout } from './lay-out.ts'
import type { Minute } from './moments.ts'
import type { Box } from './pen.ts'
import type { Link, Silence } from './seen.ts'
import type { TimelineEntries } from './timeline-entries.ts'
import type { Stretch, View } from './view.ts'

/** A day of the case marked across all lanes. */
export type KeyDate = { readonly what: string; readonly date: string }

/** One agency's lane. `colour` counts from 1 to 8. */
export type Lane = { readonly name: string; readonly letter: string; readonly colour: number }

/** Everything a timeline is drawn from. */
export type Picture = {
  readonly entries: TimelineEntries
  /** Entries that state no contact, by their places. */
  readonly declared: ReadonlySet<number>
  readonly lanes: readonly Lane[]
  readonly layout: Layout
  readonly rows: Rows
  readonly view: View
  /** Pixels of time, left of the tray of entries without a date. */
  readonly width: number
  readonly laneHeight: number
  /** How much larger than usual letters and marks are. */
  readonly unit: number
  readonly silences: readonly Silence[]
  readonly links: readonly Link[]
  readonly period: Stretch | null
  readonly keyDates: readonly KeyDate[]
  /** The words beside an entry, where they are to be shown and there is room. */
  readonly label: (entry: number) => string | null
  /** The entry that is open beside the timeline. */
  readonly open: number | null
}

/** Pixels, before they are made larger. */
export const measures = { pad: 7, pitch: 16, between: 5, axisTier: 23, keyDates: 22, tray: 76 } as const

/** How high a lane is with so many rows. */
export const laneHeightOf = ({ points, spans }: Pick<Rows, 'points' | 'spans'>, unit: number): number =>
  (2 * measures.pad + (points + spans) * measures.pitch + measures.between) * unit

/** The rows of a lane that fit a height: two of narrow things at least and one of wide ones. */
export const rowsIn = (height: number, unit: number): Rows => {
  const fits = Math.floor((height / unit - 2 * measures.pad - measures.between) / measures.pitch)
  const all = Math.min(8, Math.max(3, fits))
  const points = Math.min(5, Math.ceil((all + 1) / 2))
  return { points, spans: all - points, heap: 30 * unit }
}

export const axisHeight = (unit: number): number => (2 * measures.axisTier + measures.keyDates) * unit

export const xOf = (picture: Pick<Picture, 'view'>, at: Minute): number =>
  (at - picture.view.from) / picture.view.perPixel

/** The top of a row of a lane. */
export const rowTop = (
  { rows, laneHeight, unit }: Pick<Picture, 'rows' | 'laneHeight' | 'unit'>,
  lane: number,
  zone: Item['zone'],
  row: number,
): number => {
  const above =
    zone === 'points' ? row * measures.pitch : (rows.points + row) * measures.pitch + measures.between
  return lane * laneHeight + (measures.pad + above) * unit
}

/** The box an item is drawn in, x from the left edge of the view, y from the top of the first lane. */
export const boxOf = (picture: Pick<Picture, 'view' | 'rows' | 'laneHeight' | 'unit'>, item: Item): Box => {
  const { view, rows, unit } = picture
  const left = leftOf(item, view.perPixel)
  const isHeap = item.zone === 'points' && item.shape === 'heap'
  return {
    x: left - view.from / view.perPixel,
    y: rowTop(picture, item.lane, item.zone, item.row),
    width: rightOf(item, view.perPixel) - left,
    height: (isHeap ? rows.points : 1) * measures.pitch * unit,
  }
}

/** The items of a lane that can be seen, in order. `wide` are few; narrow ones lie in order of their beginning. */
export const itemsSeen = (picture: Picture, lane: number): readonly Item[] => {
  const one = picture.layout.lanes[lane]
  if (!one) return []
  const room = 60 * picture.view.perPixel
  const from = picture.view.from - room
  const to = picture.view.from + picture.width * picture.view.perPixel + room
  const points = one.points.slice(firstFrom(one.points, from - 366 * 1_440), firstFrom(one.points, to))
  return [...points, ...one.spans].filter((item) => item.from < to && item.to > from)
}

/** The place of the first item that begins at or after a minute. */
const firstFrom = (items: readonly Item[], at: Minute): number => {
  let [low, high] = [0, items.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((items[half]?.from ?? 0) < at) low = half + 1
    else high = half
  }
  return low
}

/** How wide the tray of entries without a date is; nothing where every entry has one. */
export const trayWidth = ({ layout, unit }: Pick<Picture, 'layout' | 'unit'>): number =>
  layout.lanes.some(({ undated }) => undated.length > 0) ? measures.tray * unit : 0
