import { type PointerEvent, useMemo, useRef } from 'react'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import type { TimelineEntries } from '../../../../domain/chronology/timeline/timeline-entries.ts'
import { stretchOf, type Stretch, type View } from '../../../../domain/chronology/timeline/view.ts'
import { momentOf, minuteAt } from '../../../../domain/chronology/timeline/moments.ts'
import { useBrush } from './use-brush.ts'

const bins = 240
const height = 100

/** How full each 240th of the record is, as one outline. */
const outlineOf = (entries: TimelineEntries, { from, to }: Stretch): string => {
  const counts = new Array<number>(bins).fill(0)
  for (let entry = 0; entry < entries.ids.length; entry += 1) {
    const begins = entries.from[entry] ?? entries.to[entry] ?? null
    const ends = entries.to[entry] ?? begins
    if (begins === null || ends === null) continue
    const bin = Math.floor((((begins + ends) / 2 - from) / Math.max(1, to - from)) * bins)
    const at = Math.min(bins - 1, Math.max(0, bin))
    counts[at] = (counts[at] ?? 0) + 1
  }
  const most = Math.max(1, ...counts)
  return counts
    .map((count, bin) => {
      const y = height - (count === 0 ? 0 : Math.max(7, (count / most) * height))
      return `M${bin} ${height}V${y.toFixed(1)}H${bin + 1}V${height}Z`
    })
    .join('')
}

/** The years that have room for their number, `most` at the most. */
const yearsOf = (
  { from, to }: Stretch,
  most: number,
): readonly { readonly year: number; readonly at: number }[] => {
  const first = momentOf(from).year + 1
  const last = momentOf(to).year
  const step = Math.max(1, Math.ceil((last - first + 1) / most))
  const years: { year: number; at: number }[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    years.push({ year, at: (minuteAt(year, 1) - from) / (to - from) })
  return years
}

/** The whole record in a strip: what is in view stands out, dragging it moves it, and a stroke elsewhere looks there. */
export const Overview = ({
  picture,
  record,
  setView,
}: {
  readonly picture: Picture
  readonly record: Stretch
  readonly setView: (change: (view: View) => View) => void
}) => {
  const { entries, period, view, width } = picture
  const outline = useMemo(() => outlineOf(entries, record), [entries, record])
  const most = Math.max(1, Math.floor(width / (64 * picture.unit)))
  const years = useMemo(() => yearsOf(record, most), [record, most])
  const span = Math.max(1, record.to - record.from)
  const shareOf = (at: number): number => Math.min(1, Math.max(0, (at - record.from) / span))
  const seen = stretchOf(view, width)
  const [left, right] = [shareOf(seen.from), shareOf(seen.to)]
  const brush = useBrush(
    (share) => record.from + share * span,
    width,
    (next) => setView(() => next),
  )
  const grip = useRef<number | null>(null)
  const percent = (share: number): string => `${(share * 100).toFixed(3)}%`
  const drag = (event: PointerEvent): void => {
    const strip = event.currentTarget.parentElement?.getBoundingClientRect()
    if (grip.current === null || !strip || strip.width === 0) return
    const moved = ((event.clientX - grip.current) / strip.width) * span
    grip.current = event.clientX
    setView((now) => ({ ...now, from: now.from + moved }))
  }
  return (
    <div className="timeline-overview" aria-hidden="true" {...brush.handlers}>
      <svg viewBox={`0 0 ${bins} ${height}`} preserveAspectRatio="none">
        {period && (
          <rect
            className="timeline-overview-period"
            x={shareOf(period.from) * bins}
            width={(shareOf(period.to) - shareOf(period.from)) * bins}
            y={0}
            height={height}
          />
        )}
        <path d={outline} className="timeline-overview-outline" />
      </svg>
      {years.map(({ year, at }) => (
        <span key={year} className="timeline-overview-year numbers" style={{ left: percent(at) }}>
          {year}
        </span>
      ))}
      <div
        className="timeline-window"
        style={{ left: percent(left), width: percent(Math.max(0.004, right - left)) }}
        onPointerDown={(event) => {
          if (event.button !== 0 || right - left > 0.98) return
          event.stopPropagation()
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = event.clientX
        }}
        onPointerMove={drag}
        onPointerUp={() => (grip.current = null)}
        onPointerCancel={() => (grip.current = null)}
      />
      {brush.stroke && (
        <div
          className="timeline-stroke"
          style={{ left: percent(brush.stroke.left), width: percent(brush.stroke.right - brush.stroke.left) }}
        />
      )}
    </div>
  )
}
