import { hourMinutes, minuteAt, type Minute } from './moments.ts'

/** What a window shows of a timeline: the minute at its left edge, and minutes a pixel. */
export type View = { readonly from: Minute; readonly perPixel: number }

export type Stretch = { readonly from: Minute; readonly to: Minute }

/** An hour may be spread over 240 pixels; a pixel may stand for four months. */
export const zoomLimits = { finest: hourMinutes / 240, coarsest: 120 * 24 * hourMinutes } as const

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

export const stretchOf = ({ from, perPixel }: View, width: number): Stretch => ({
  from,
  to: from + width * perPixel,
})

/** The view that shows a stretch of time whole, with a little room (a share of it) on both sides. */
export const fit = ({ from, to }: Stretch, width: number, room = 0.02): View => {
  const perPixel = within(
    ((to - from) * (1 + 2 * room)) / Math.max(1, width),
    zoomLimits.finest,
    zoomLimits.coarsest,
  )
  return { perPixel, from: (from + to) / 2 - (width * perPixel) / 2 }
}

/** Makes an hour `factor` times as wide (or narrow, below 1), so that the time at pixel `x` stays where it is. */
export const zoomAt = (view: View, x: number, factor: number): View => {
  const perPixel = within(view.perPixel / factor, zoomLimits.finest, zoomLimits.coarsest)
  return { perPixel, from: view.from + x * (view.perPixel - perPixel) }
}

export const pan = (view: View, pixels: number): View => ({
  ...view,
  from: view.from + pixels * view.perPixel,
})

/** The same view, moved back where nothing but emptiness would be seen: half of the window always shows time of the record. */
export const keepNear = (view: View, width: number, record: Stretch): View => {
  const half = (width * view.perPixel) / 2
  return { ...view, from: within(view.from, record.from - half, record.to - half) }
}

/** The same view, moved as little as shows what lies between two minutes, with some pixels of room. */
export const show = (view: View, width: number, { from, to }: Stretch, room = 48): View => {
  const left = (from - view.from) / view.perPixel
  const right = (to - view.from) / view.perPixel
  if (left >= room && right <= width - room) return view
  if (right - left > width - 2 * room) return pan(view, left - room)
  return pan(view, left < room ? left - room : right - width + room)
}

/** The stretch looked at first: the period under review, else all there is, else the year 2000 on. */
export const firstStretch = (period: Stretch | null, record: Stretch | null): Stretch =>
  period ?? record ?? { from: minuteAt(2000, 1), to: minuteAt(2025, 1) }
