import type { Pen } from '../../../../domain/chronology/timeline/pen.ts'
import { canvasPen } from './canvas-pen.ts'
import type { Palette } from './palette.ts'
import type { Size } from './use-picture.ts'

/** Draws anew on a canvas of a size in CSS pixels, as sharp as the screen is; false where there is nothing to draw on. */
export const drawOn = (
  canvas: HTMLCanvasElement | null,
  { width, height }: Size,
  palette: Palette,
  draw: (pen: Pen) => void,
): boolean => {
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return false
  const dots = window.devicePixelRatio || 1
  const [wide, high] = [Math.round(width * dots), Math.round(height * dots)]
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
  context.setTransform(dots, 0, 0, dots, 0, 0)
  context.clearRect(0, 0, width, height)
  draw(canvasPen(context, palette))
  return true
}
