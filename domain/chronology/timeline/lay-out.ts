import { byTime, edgesOf, sizes, type Item, type Loose, type Rows } from './item.ts'
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

/**
 * Puts every entry into its agency's lane without overlap: what is narrow at this zoom in the upper rows, what is wide in the
 * lower, and what would still lie on one another in heaps with their count. The same entries and zoom always give the
 * same places, whatever stretch is looked at.
 */
export const layOut = (entries: TimelineEntries, laneCount: number, zoom: number, rows: Rows): Layout => {
  const perPixel = layoutZoom(zoom)
  const loose = Array.from({ length: laneCount }, (): Loose[] => [])
  const undated = Array.from({ length: laneCount }, (): number[] => [])
  for (let entry = 0; entry < entries.ids.length; entry += 1) {
    const lane = entries.lanes[entry] ?? 0
    const one = looseOf(entries, entry)
    if (one === null) undated[lane]?.push(entry)
    else loose[lane]?.push(one)
  }
  const itemOf: (Item | undefined)[] = new Array<Item | undefined>(entries.ids.length).fill(undefined)
  let highest = 1
  const lanes = loose.map((inLane, lane): LaneLayout => {
    const narrow: Loose[] = []
    const wide: Loose[] = []
    for (const one of inLane) {
      const [left, right] = edgesOf(one, perPixel)
      ;(right - left > rows.heap ? wide : narrow).push(one)
    }
    const points = packPoints(lane, narrow, perPixel, rows)
    const spans = packSpans(lane, wide, perPixel, rows)
    for (const item of points) highest = Math.max(highest, item.entries.length)
    const ordered = [...points, ...spans].sort(byTime)
    for (const item of ordered) for (const entry of item.entries) itemOf[entry] = item
    return { points, spans, ordered, undated: undated[lane] ?? [] }
  })
  return { perPixel, lanes, itemOf, highest }
}
