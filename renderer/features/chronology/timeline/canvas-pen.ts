import type { Box, Lettering, Paint, Pen, Stroke } from '../../../../domain/chronology/timeline/pen.ts'
import type { Palette } from './palette.ts'

/** A pen that draws on a canvas, with the colours and the face of the page. */
export const canvasPen = (context: CanvasRenderingContext2D, palette: Palette): Pen => {
  const begin = ({ colour, opacity = 1 }: Paint): void => {
    context.globalAlpha = opacity
    context.fillStyle = palette.css(colour)
    context.strokeStyle = palette.css(colour)
  }
  const stroke = (line: Stroke): void => {
    begin(line)
    context.lineWidth = line.width
    context.setLineDash(line.dash ? [...line.dash] : [])
    context.stroke()
  }
  const boxPath = ({ x, y, width, height }: Box, radius: number): void => {
    context.beginPath()
    if (radius > 0) context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
    else context.rect(x, y, width, height)
  }
  const letter = ({ size, strong }: Pick<Lettering, 'size' | 'strong'>): void => {
    context.font = `${strong ? 600 : 400} ${size}px ${palette.face}`
  }
  return {
    fill: (box, paint, radius = 0) => {
      boxPath(box, radius)
      begin(paint)
      context.fill()
    },
    frame: (box, line, radius = 0) => {
      boxPath(box, radius)
      stroke(line)
    },
    line: (from, to, line) => {
      context.beginPath()
      context.moveTo(...from)
      context.lineTo(...to)
      stroke(line)
    },
    curve: (from, to, line) => {
      const middle = (from[1] + to[1]) / 2
      context.beginPath()
      context.moveTo(...from)
      context.bezierCurveTo(from[0], middle, to[0], middle, ...to)
      stroke(line)
    },
    polygon: (points, paint) => {
      context.beginPath()
      points.forEach(([x, y], n) => (n === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
      context.closePath()
      begin(paint)
      context.fill()
    },
    dot: ([x, y], radius, paint) => {
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      begin(paint)
      context.fill()
    },
    ring: ([x, y], radius, line) => {
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      stroke(line)
    },
    fade: (box, colour, left, right) => {
      const gradient = context.createLinearGradient(box.x, 0, box.x + box.width, 0)
      gradient.addColorStop(0, palette.css(colour, left))
      gradient.addColorStop(1, palette.css(colour, right))
      boxPath(box, 0)
      context.globalAlpha = 1
      context.fillStyle = gradient
      context.fill()
    },
    hatch: (box, line, apart, from) => {
      const { x, y, width, height } = box
      context.save()
      boxPath(box, 0)
      context.clip()
      context.beginPath()
      const first = from + Math.floor((x - from) / apart) * apart
      for (let at = first; at < x + width + height; at += apart) {
        context.moveTo(at, y)
        context.lineTo(at - height, y + height)
      }
      stroke(line)
      context.restore()
    },
    write: (words, [x, y], { align = 'left', ...lettering }) => {
      letter(lettering)
      begin(lettering)
      context.textAlign = align === 'centre' ? 'center' : align
      context.fillText(words, x, y)
    },
    measure: (words, lettering) => {
      letter(lettering)
      return context.measureText(words).width
    },
    inside: (box, draw) => {
      context.save()
      boxPath(box, 0)
      context.clip()
      draw()
      context.restore()
    },
  }
}
