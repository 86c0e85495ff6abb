import { useMemo } from 'react'
import { agencyMarks } from '../../../../domain/case/agency-marks.ts'
import { dayMinutes, minuteOf } from '../../../../domain/chronology/timeline/moments.ts'
import {
  laneHeightOf,
  measures,
  rowsIn,
  type Picture,
} from '../../../../domain/chronology/timeline/picture.ts'
import type { Link } from '../../../../domain/chronology/timeline/seen.ts'
import { extentOf, type TimelineEntries } from '../../../../domain/chronology/timeline/timeline-entries.ts'
import {
  firstStretch,
  fit,
  keepNear,
  type Stretch,
  type View,
} from '../../../../domain/chronology/timeline/view.ts'
import type { TimelineLink, TimelineView } from '../../../../workspace/contract/timeline.ts'
import type { AgencyView } from '../../../../workspace/views.ts'
import { useStore } from '../../../store.ts'
import { layoutFor } from './layouts.ts'

export type Size = { readonly width: number; readonly height: number }

const linksOf = (entries: TimelineEntries, links: readonly TimelineLink[]): readonly Link[] => {
  if (links.length === 0) return []
  const places = new Map(entries.ids.map((id, place) => [id, place]))
  return links.flatMap(({ a, b, ...link }) => {
    const [first, second] = [places.get(a), places.get(b)]
    return first === undefined || second === undefined ? [] : [{ ...link, a: first, b: second }]
  })
}

/** The stretch a view may not be far from, and the one it begins with. */
export const recordOf = ({
  entries,
  period,
}: TimelineView): { readonly period: Stretch | null; readonly record: Stretch } => {
  const reviewed = period && { from: minuteOf(period.from), to: minuteOf(period.to) + dayMinutes }
  const extent = extentOf(entries)
  const first = firstStretch(reviewed, extent)
  return {
    period: reviewed,
    record: {
      from: Math.min(first.from, extent?.from ?? Infinity),
      to: Math.max(first.to, extent?.to ?? -Infinity),
    },
  }
}

/** Everything the timeline is drawn from, for a window of a size. */
export const usePicture = (
  shown: TimelineView,
  agencies: readonly AgencyView[],
  size: Size,
  unit: number,
): {
  readonly picture: Picture
  readonly record: Stretch
  readonly first: Stretch
  readonly setView: (change: (view: View) => View) => void
} => {
  const links = useStore((state) => state.timelineLinks)
  const words = useStore((state) => state.timelineWords)
  const kept = useStore((state) => state.timelineView)
  const openEntry = useStore((state) => state.openEntry)
  const { entries } = shown
  const { period, record } = useMemo(() => recordOf(shown), [shown])
  const lanes = useMemo(() => {
    const marks = agencyMarks(agencies)
    return shown.lanes.map(({ agencyId, name }) => ({
      name,
      letter: marks.get(agencyId)?.letter ?? '?',
      colour: marks.get(agencyId)?.colour ?? 8,
    }))
  }, [shown.lanes, agencies])
  const declared = useMemo(() => new Set(entries.declared), [entries])
  const joined = useMemo(() => linksOf(entries, links), [entries, links])
  const hasUndated = useMemo(
    () => entries.from.some((from, n) => from === null && entries.to[n] === null),
    [entries],
  )
  const width = Math.max(80, size.width - (hasUndated ? measures.tray * unit : 0))
  const share = Math.floor(size.height / Math.max(1, lanes.length))
  const laneHeight = Math.min(160 * unit, Math.max(laneHeightOf({ points: 2, spans: 1 }, unit), share))
  const view = keepNear(kept ?? fit(period ?? record, width), width, record)
  const openId = openEntry.state === 'ready' ? openEntry.value.id : null
  const open = useMemo(() => (openId === null ? -1 : entries.ids.indexOf(openId)), [entries, openId])
  const picture: Picture = {
    entries,
    declared,
    lanes,
    layout: layoutFor(entries, lanes.length, view.perPixel, laneHeight, unit),
    rows: rowsIn(laneHeight, unit),
    view,
    width,
    laneHeight,
    unit,
    silences: shown.silences,
    links: joined,
    period,
    keyDates: shown.keyDates,
    label: (entry) => words.get(entries.ids[entry] ?? '')?.event ?? null,
    open: open === -1 ? null : open,
  }
  return {
    picture,
    record,
    first: period ?? record,
    // Of the view as it is by then: several turns of a wheel may come between two drawings.
    setView: (change) => {
      const { timelineView, lookAt } = useStore.getState()
      lookAt(keepNear(change(timelineView ?? view), width, record))
    },
  }
}
