import { byTime, leftOf, rightOf, sizes, type Item, type Loose, type Rows } from './item.ts'
import { packPoints } from './pack-points.ts'
import { packSpans } from './pack-spans.ts'
import { shapeOf, type TimelineEntries } from './timeline-entries.ts'

export type LaneLayout = {
  readonly points: readonly Item[]
  readonly spans: readonly Item[]
  /** Both, in chronological order. */
  readonly ordered: readonly Item[]
  readonly undated: readonly number[]
}

export type Layout = {
  /** Minutes a pixel at the coarsest zoom this layout is for; it holds down to the next finer one. */
  readonly perPixel: number
  readonly lanes: readonly LaneLayout[]
  /** Where each entry is drawn; undefined for one without a date. */
  readonly itemOf: readonly (Item | undefined)[]
  /** Entries in the highest heap. */
  readonly highest: number
}

/** The zoom a layout is made for: steps of the square root of 2, so that heaps do not flicker while the zoom glides. */
export const layoutZoom = (perPixel: number): number => 2 ** (Math.ceil(2 * Math.log2(perPixel) - 1e-9) / 2)

const looseOf = (entries: TimelineEntries, entry: number): Loose | null => {
  const shape = shapeOf(entries, entry)
  const [from, to] = [entries.from[entry] ?? null, entries.to[entry] ?? null]
  const begins = from ?? to
  const ends = to ?? from
  if (begins === null || ends === null) return null
  if (shape === 'before')
    return { entry, shape, from: ends, to: ends, before: sizes.fade, after: 0, least: 0 }
  if (shape === 'after')
    return { entry, shape, from: begins, to: begins, before: 0, after: sizes.fade, least: 0 }
  const isInstant = begins === ends
  const pad = isInstant ? sizes.moment : 0
  return { entry, shape, from: begins, to: ends, before: pad, after: pad, least: isInstant ? 0 : sizes.least }
}

/** Entries by lane before any zoom is known: those with a date in order of their middle, and those without. */
export type LooseLanes = readonly { readonly dated: readonly Loose[]; readonly undated: readonly number[] }[]

/** What of laying out is the same at every zoom; to be made once for a timeline. */
export const looseLanesOf = (entries: TimelineEntries, laneCount: number): LooseLanes => {
  const lanes = Array.from({ length: laneCount }, () => ({ dated: [] as Loose[], undated: [] as number[] }))
  for (let entry = 0; entry < entries.ids.length; entry += 1) {
    const lane = lanes[entries.lanes[entry] ?? 0]
    const one = looseOf(entries, entry)
    if (one === null) lane?.undated.push(entry)
    else lane?.dated.push(one)
  }
  for (const { dated } of lanes) dated.sort((a, b) => a.from + a.to - (b.from + b.to) || a.entry - b.entry)
  return lanes
}

/**
 * Puts every entry into its agency’s lane without overlap: what is narrow at this zoom in the upper rows, what is wide in the
 * lower, and what would still lie on one another in heaps with their count. The same entries and zoom always give the
 * same places, whatever stretch is looked at.
 */
export const layOut = (loose: LooseLanes, zoom: number, rows: Rows): Layout => {
  const perPixel = layoutZoom(zoom)
  const itemOf: (Item | undefined)[] = []
  let highest = 1
  const lanes = loose.map(({ dated, undated }, lane): LaneLayout => {
    const narrow: Loose[] = []
    const wide: Loose[] = []
    for (const one of dated)
      if (rightOf(one, perPixel) - leftOf(one, perPixel) > rows.heap) wide.push(one)
      else narrow.push(one)
    const points = packPoints(lane, narrow, perPixel, rows)
    const spans = packSpans(lane, wide, perPixel, rows)
    for (const item of points) highest = Math.max(highest, item.entries.length)
    const ordered = [...points, ...spans].sort(byTime)
    for (const item of ordered) for (const entry of item.entries) itemOf[entry] = item
    return { points, spans, ordered, undated }
  })
  return { perPixel, lanes, itemOf, highest }
}
