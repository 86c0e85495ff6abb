import {
  layOut,
  layoutZoom,
  looseLanesOf,
  type Layout,
  type LooseLanes,
} from '../../../../domain/chronology/timeline/lay-out.ts'
import { rowsIn } from '../../../../domain/chronology/timeline/picture.ts'
import type { TimelineEntries } from '../../../../domain/chronology/timeline/timeline-entries.ts'

const layoutsKept = 6

type Kept = { readonly loose: LooseLanes; readonly layouts: Map<string, Layout> }

const kept = new WeakMap<TimelineEntries, Kept>()

/** Lays entries out, or gives the layout made before: those of the last few zooms are kept as long as the entries are. */
export const layoutFor = (
  entries: TimelineEntries,
  lanes: number,
  zoom: number,
  laneHeight: number,
  unit: number,
): Layout => {
  const known: Kept = kept.get(entries) ?? { loose: looseLanesOf(entries, lanes), layouts: new Map() }
  kept.set(entries, known)
  const { loose, layouts } = known
  const key = [layoutZoom(zoom), laneHeight, unit].join(' ')
  const made = layouts.get(key) ?? layOut(loose, zoom, rowsIn(laneHeight, unit))
  layouts.delete(key)
  layouts.set(key, made)
  const [oldest] = layouts.keys()
  if (layouts.size > layoutsKept && oldest !== undefined) layouts.delete(oldest)
  return made
}
