import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { drawAxis } from '../../../../domain/chronology/timeline/draw-axis.ts'
import { drawLanes } from '../../../../domain/chronology/timeline/draw-lanes.ts'
import type { Stop } from '../../../../domain/chronology/timeline/move.ts'
import { axisHeight, type Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { stretchOf, type Stretch, type View } from '../../../../domain/chronology/timeline/view.ts'
import type { TimelineView } from '../../../../workspace/contract/timeline.ts'
import type { AgencyView } from '../../../../workspace/views.ts'
import { useStore } from '../../../store.ts'
import { drawOn } from './draw-canvas.ts'
import { HoverCard } from './hover-card.tsx'
import { workOf } from './keys.ts'
import { LaneRow } from './lane-row.tsx'
import type { Palette } from './palette.ts'
import { useBrush } from './use-brush.ts'
import { useKeptInSight, usePlace } from './use-place.ts'
import type { Size } from './use-picture.ts'
import { usePointer } from './use-pointer.ts'

/** Says when the first picture stood, for whoever measures how long it took. */
const noteFirstPaint = (): void => {
  if (performance.getEntriesByName('timeline-painted').length === 0) performance.mark('timeline-painted')
}

/**
 * The timeline itself. One stop for the Tab key; the place in hand is a cell over the canvas, so that a screen reader is told what it
 * is and a magnifier follows it.
 */
export const Plot = ({
  box,
  axisRef,
  gridRef,
  shown,
  agencies,
  picture,
  size,
  palette,
  first,
  setView,
  onOpen,
}: {
  readonly box: RefObject<HTMLDivElement | null>
  readonly axisRef: RefObject<HTMLDivElement | null>
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly shown: TimelineView
  readonly agencies: readonly AgencyView[]
  readonly picture: Picture
  /** Null until the page is laid out. */
  readonly size: Size | null
  readonly palette: Palette | null
  /** The stretch that "0" goes back to. */
  readonly first: Stretch
  readonly setView: (change: (view: View) => View) => void
  readonly onOpen: (stop: Stop) => void
}) => {
  const axis = useRef<HTMLCanvasElement>(null)
  const lanes = useRef<HTMLCanvasElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const singles = useStore((state) => state.preferences.singleKeys)
  const { stop, stand, standSomewhere } = usePlace(picture, setView)
  const pointer = usePointer(stage, box, picture, setView, (at) => {
    stand(at)
    gridRef.current?.focus({ preventScroll: true })
    onOpen(at)
  })
  const { from, to } = stretchOf(picture.view, picture.width)
  const brush = useBrush(
    (share) => from + share * (to - from),
    picture.width,
    (view) => setView(() => view),
  )
  const height = picture.lanes.length * picture.laneHeight
  const counts = useMemo(() => {
    const found = shown.lanes.map(() => 0)
    for (const lane of shown.entries.lanes) found[lane] = (found[lane] ?? 0) + 1
    return found
  }, [shown])

  useLayoutEffect(() => {
    if (!size || !palette) return
    drawOn(axis.current, { width: size.width, height: axisHeight(picture.unit) }, palette, (pen) =>
      drawAxis(pen, picture),
    )
    const isDrawn = drawOn(lanes.current, { width: size.width, height }, palette, (pen) =>
      drawLanes(pen, picture),
    )
    if (isDrawn) requestAnimationFrame(noteFirstPaint)
  })
  useEffect(() => () => performance.clearMarks('timeline-painted'), [])

  const inHand = stop ? `${stop.lane} ${stop.entries[0]}` : ''
  useEffect(() => {
    if (inHand !== '')
      gridRef.current?.querySelector('.timeline-in-hand')?.scrollIntoView?.({ block: 'nearest' })
  }, [inHand, gridRef])

  useKeptInSight(stop, picture.width, setView)

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = stop ?? standSomewhere()
    const work = at && workOf(event.key, picture, at, first, singles)
    if (!work) return
    event.preventDefault()
    pointer.quiet()
    if (work.type === 'stand') stand(work.stop)
    else if (work.type === 'look') setView(() => work.view)
    else onOpen(at)
  }

  return (
    <div className="timeline-scroll" ref={box}>
      <div className="timeline-axis" aria-hidden="true" style={{ height: axisHeight(picture.unit) }}>
        <div className="timeline-corner" />
        <div className="timeline-axis-stage" ref={axisRef} {...brush.handlers}>
          <canvas ref={axis} className="timeline-canvas" />
          {brush.stroke && (
            <div
              className="timeline-stroke"
              style={{
                left: brush.stroke.left * (size?.width ?? 0),
                width: (brush.stroke.right - brush.stroke.left) * (size?.width ?? 0),
              }}
            />
          )}
        </div>
      </div>
      <div
        ref={gridRef}
        className="timeline-lanes"
        role="grid"
        aria-label="Timeline, a row for each agency"
        aria-describedby="timeline-keys"
        aria-rowcount={picture.lanes.length}
        aria-activedescendant={stop ? 'timeline-in-hand' : undefined}
        tabIndex={0}
        style={{ height }}
        onKeyDown={press}
        onFocus={() => {
          if (!stop) standSomewhere()
        }}
      >
        <div
          ref={stage}
          className="timeline-stage"
          aria-hidden="true"
          data-dragging={pointer.dragging || undefined}
          {...pointer.handlers}
        >
          <canvas ref={lanes} className="timeline-canvas" />
          {pointer.hover && !pointer.dragging && <HoverCard picture={picture} hover={pointer.hover} />}
        </div>
        {shown.lanes.map(({ agencyId, name }, lane) => (
          <LaneRow
            key={agencyId}
            picture={picture}
            lane={lane}
            agencyId={agencyId}
            name={name}
            agencies={agencies}
            count={counts[lane] ?? 0}
            stop={stop?.lane === lane ? stop : null}
          />
        ))}
      </div>
      <p id="timeline-keys" className="visually-hidden">
        Left and right arrows go along a lane, up and down from agency to agency. Plus and minus zoom, Page Up
        and Page Down move in time, 0 shows the whole period. Enter opens what is in hand.
      </p>
    </div>
  )
}
