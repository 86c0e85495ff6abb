import { useEffect, useRef } from 'react'
import { nearest, stopOf, stopsOf, type Stop } from '../../../../domain/chronology/timeline/move.ts'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { show, type View } from '../../../../domain/chronology/timeline/view.ts'
import { useStore } from '../../../store.ts'
import { viewOn } from './keys.ts'

/** The stop in the middle of what is looked at, in the first lane that holds any. */
const middleStop = (picture: Picture): Stop | null => {
  const middle = picture.view.from + (picture.width / 2) * picture.view.perPixel
  for (let lane = 0; lane < picture.lanes.length; lane += 1) {
    const found = nearest(stopsOf(picture.layout, lane), middle)
    if (found) return found
  }
  return null
}

/** Where the keyboard stands: an entry, so that the place is kept while the zoom joins and parts what is drawn. */
export const usePlace = (picture: Picture, setView: (change: (view: View) => View) => void) => {
  const place = useStore((state) => state.timelinePlace)
  const needWords = useStore((state) => state.needWords)
  const stop =
    place && place.entry < picture.entries.ids.length ? stopOf(picture.layout, place.lane, place.entry) : null
  const { open } = picture
  const at = stop?.entries.length === 1 ? picture.entries.ids[stop.entries[0] ?? -1] : undefined
  useEffect(() => {
    if (at !== undefined) void needWords([at])
  }, [at, needWords])
  const stand = (next: Stop): void => {
    const [entry] = next.entries
    if (entry === undefined) return
    useStore.getState().standAt({ lane: next.lane, entry })
    setView(() => viewOn(picture, next))
  }
  const standSomewhere = (): Stop | null => {
    const found =
      open === null ? middleStop(picture) : stopOf(picture.layout, picture.entries.lanes[open] ?? 0, open)
    const [entry] = found?.entries ?? []
    if (found && entry !== undefined) useStore.getState().standAt({ lane: found.lane, entry: open ?? entry })
    return found
  }
  return { stop, stand, standSomewhere }
}

/** What opens beside the timeline takes room from it: a place that was in sight stays so. */
export const useKeptInSight = (
  stop: Stop | null,
  width: number,
  setView: (change: (view: View) => View) => void,
): void => {
  const latest = useRef({ stop, setView })
  const before = useRef(width)
  useEffect(() => {
    latest.current = { stop, setView }
  })
  useEffect(() => {
    const was = before.current
    before.current = width
    const { stop: at, setView: look } = latest.current
    const item = at?.item
    if (!item || was === width) return
    look((view) => (show(view, was, item, 0) === view ? show(view, width, item) : view))
  }, [width])
}
