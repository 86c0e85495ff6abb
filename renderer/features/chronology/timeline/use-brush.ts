import { type PointerEvent, useState } from 'react'
import { fit, type Stretch, type View } from '../../../../domain/chronology/timeline/view.ts'

/** Pixels below which a stroke across the axis means nothing. */
const least = 8

/** Dragging across a strip of time looks at what was dragged over. `timeAt` tells the minute at a share of the strip. */
export const useBrush = (timeAt: (share: number) => number, width: number, look: (view: View) => void) => {
  const [stroke, setStroke] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const shareOf = (event: PointerEvent): number => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect()
    return wide > 0 ? Math.min(1, Math.max(0, (event.clientX - left) / wide)) : 0
  }
  return {
    /** Shares of the strip, from left to right. */
    stroke: stroke && { left: Math.min(stroke.from, stroke.to), right: Math.max(stroke.from, stroke.to) },
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const share = shareOf(event)
        setStroke({ from: share, to: share })
      },
      onPointerMove: (event: PointerEvent) => {
        if (stroke) setStroke({ ...stroke, to: shareOf(event) })
      },
      onPointerUp: (event: PointerEvent) => {
        if (!stroke) return
        setStroke(null)
        const wide = event.currentTarget.getBoundingClientRect().width
        if (Math.abs(stroke.to - stroke.from) * wide < least) return
        const [from, to] = [timeAt(stroke.from), timeAt(stroke.to)]
        const stretch: Stretch = { from: Math.min(from, to), to: Math.max(from, to) }
        look(fit(stretch, width, 0))
      },
      onPointerCancel: () => setStroke(null),
    },
  }
}
