import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { undatedBox } from '../../../../domain/chronology/timeline/draw-item.ts'
import type { Stop } from '../../../../domain/chronology/timeline/move.ts'
import type { Box } from '../../../../domain/chronology/timeline/pen.ts'
import { boxOf, itemsSeen, type Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { pan, zoomAt, type View } from '../../../../domain/chronology/timeline/view.ts'

const holds = ({ x, y, width, height }: Box, [px, py]: readonly [number, number], room: number): boolean =>
  px >= x - room && px <= x + width + room && py >= y - room && py <= y + height + room

/** What stands under a point of the lanes; something narrow before something wide. */
export const stopAt = (picture: Picture, point: readonly [number, number]): Stop | null => {
  const lane = Math.floor(point[1] / picture.laneHeight)
  const one = picture.layout.lanes[lane]
  if (!one) return null
  if (one.undated.length > 0 && holds(undatedBox(picture, lane), point, 3))
    return { lane, item: null, entries: one.undated }
  const under = itemsSeen(picture, lane)
    .filter((item) => holds(boxOf(picture, item), point, 3))
    .sort((a, b) => boxOf(picture, a).width - boxOf(picture, b).width)
  const [item] = under
  return item ? { lane, item, entries: item.entries } : null
}

/** How far a pointer may go while it is pressed and still mean a click. */
const stillness = 4

export type Hover = { readonly stop: Stop; readonly x: number; readonly y: number }

/** Dragging pans, the wheel zooms around the pointer (with Shift, or sideways, it pans), a click opens. */
export const usePointer = (
  stage: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  picture: Picture | null,
  setView: (change: (view: View) => View) => void,
  onPick: (stop: Stop) => void,
) => {
  const [hover, setHover] = useState<Hover | null>(null)
  const [dragging, setDragging] = useState(false)
  const press = useRef<{ x: number; y: number; moved: boolean } | null>(null)
  const look = useRef(setView)
  useEffect(() => {
    look.current = setView
  })
  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    const turn = (event: WheelEvent): void => {
      event.preventDefault()
      setHover(null)
      const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const x = event.clientX - element.getBoundingClientRect().left
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
        look.current((view) => pan(view, sideways * scale))
      else look.current((view) => zoomAt(view, x, 2 ** ((-event.deltaY * scale) / 240)))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [stage])
  const pointOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  return {
    hover,
    dragging,
    quiet: () => setHover(null),
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        press.current = { x: event.clientX, y: event.clientY, moved: false }
      },
      onPointerMove: (event: PointerEvent) => {
        const held = press.current
        if (!held) {
          if (!picture || event.pointerType === 'touch') return
          const [x, y] = pointOf(event)
          const stop = stopAt(picture, [x, y])
          return setHover(stop && { stop, x, y })
        }
        const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
        if (!held.moved && Math.hypot(dx, dy) < stillness) return
        press.current = { x: event.clientX, y: event.clientY, moved: true }
        setHover(null)
        setDragging(true)
        setView((view) => pan(view, -dx))
        scroller.current?.scrollBy({ top: -dy })
      },
      onPointerUp: (event: PointerEvent) => {
        const held = press.current
        press.current = null
        setDragging(false)
        if (!held || held.moved || !picture) return
        const stop = stopAt(picture, pointOf(event))
        if (stop) onPick(stop)
      },
      onPointerCancel: () => {
        press.current = null
        setDragging(false)
      },
      onPointerLeave: () => setHover(null),
    },
  }
}
