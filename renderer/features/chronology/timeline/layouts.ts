import { layOut, layoutZoom, type Layout } from '../../../../domain/chronology/timeline/lay-out.ts'
import { rowsIn } from '../../../../domain/chronology/timeline/picture.ts'
import type { TimelineEntries } from '../../../../domain/chronology/timeline/timeline-entries.ts'

const layoutsKept = 6

const kept = new WeakMap<TimelineEntries, Map<string, Layout>>()

/** Lays entries out, or gives the layout made before: those of the last few zooms are kept as long as the entries are. */
export const layoutFor = (
  entries: TimelineEntries,
  lanes: number,
  zoom: number,
  laneHeight: number,
  unit: number,
): Layout => {
  const known = kept.get(entries) ?? new Map<string, Layout>()
  kept.set(entries, known)
  const key = [lanes, layoutZoom(zoom), laneHeight, unit].join(' ')
  const made = known.get(key) ?? layOut(entries, lanes, zoom, rowsIn(laneHeight, unit))
  known.delete(key)
  known.set(key, made)
  const [oldest] = known.keys()
  if (known.size > layoutsKept && oldest !== undefined) known.delete(oldest)
  return made
}
