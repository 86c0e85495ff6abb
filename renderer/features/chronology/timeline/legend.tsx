import { useLayoutEffect, useRef, useState } from 'react'
import { drawLegend, legendWords } from '../../../../domain/chronology/timeline/draw-legend.ts'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { drawOn } from './draw-canvas.ts'
import type { Palette } from './palette.ts'
import { useSize } from './use-size.ts'

/** What the signs mean, below the lanes. A screen reader is told the same of each place in words. */
export const Legend = ({
  picture,
  palette,
}: {
  readonly picture: Picture
  readonly palette: Palette | null
}) => {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useSize(box)
  const [height, setHeight] = useState(24)
  const latest = useRef(picture)
  const signs = legendWords(picture).join()
  useLayoutEffect(() => {
    latest.current = picture
  })
  useLayoutEffect(() => {
    if (!size || !palette || signs === '') return
    let needed = height
    drawOn(canvas.current, { width: size.width, height }, palette, (pen) => {
      needed = drawLegend(pen, latest.current, size.width)
    })
    setHeight(needed)
  }, [size, palette, height, signs])
  return (
    <div className="timeline-legend" ref={box} aria-hidden="true" style={{ height }}>
      <canvas ref={canvas} className="timeline-canvas" />
    </div>
  )
}
