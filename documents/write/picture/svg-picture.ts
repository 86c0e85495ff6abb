import type { Box, Paint, Pen, Point, Stroke } from '../../../domain/chronology/timeline/pen.ts'
import { curvePoints, hatching } from './lines.ts'
import type { Letters } from './outlines.ts'
import { hexOf } from './print-palette.ts'

export type PictureSize = { readonly width: number; readonly height: number }
/** What a picture is called and what it shows, for those who cannot see it. */
export type PictureWords = { readonly title: string; readonly description: string }

const plain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const short = (value: number): string => String(Math.round(value * 100) / 100)
const at = (points: readonly Point[]): string => points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')
const boxed = ({ x, y, width, height }: Box): string =>
  `x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, width))}" height="${short(Math.max(0, height))}"`

const painted = ({ colour, opacity = 1 }: Paint): string =>
  `fill="${hexOf(colour)}"${opacity === 1 ? '' : ` fill-opacity="${short(opacity)}"`}`
const stroked = ({ colour, opacity = 1, width, dash }: Stroke): string =>
  `fill="none" stroke="${hexOf(colour)}" stroke-width="${short(width)}"` +
  (opacity === 1 ? '' : ` stroke-opacity="${short(opacity)}"`) +
  (dash ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '')

/**
 * A picture as an SVG file: letters as outlines, nothing fetched from outside, no script. Every line of words is also there as text
 * (a title of its outline) for whoever searches the file or has it read aloud.
 */
export const svgPicture = (
  size: PictureSize,
  words: PictureWords,
  letters: Letters,
  draw: (pen: Pen) => void,
): Uint8Array => {
  const parts: string[] = []
  const definitions: string[] = []
  const add = (element: string): void => void parts.push(element)
  const pen: Pen = {
    fill: (box, paint, radius = 0) =>
      add(`<rect ${boxed(box)}${radius > 0 ? ` rx="${short(radius)}"` : ''} ${painted(paint)}/>`),
    frame: (box, stroke, radius = 0) =>
      add(`<rect ${boxed(box)}${radius > 0 ? ` rx="${short(radius)}"` : ''} ${stroked(stroke)}/>`),
    line: (from, to, stroke) => add(`<path d="M${at([from, to])}" ${stroked(stroke)}/>`),
    curve: (from, to, stroke) => add(`<path d="M${at(curvePoints(from, to))}" ${stroked(stroke)}/>`),
    polygon: (points, paint) => add(`<path d="M${at(points)}Z" ${painted(paint)}/>`),
    dot: ([x, y], radius, paint) =>
      add(`<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" ${painted(paint)}/>`),
    ring: ([x, y], radius, stroke) =>
      add(`<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" ${stroked(stroke)}/>`),
    fade: (box, colour, left, right) => {
      const id = `fade-${definitions.length}`
      const stop = (offset: number, opacity: number): string =>
        `<stop offset="${offset}" stop-color="${hexOf(colour)}" stop-opacity="${short(opacity)}"/>`
      definitions.push(`<linearGradient id="${id}">${stop(0, left)}${stop(1, right)}</linearGradient>`)
      add(`<rect ${boxed(box)} fill="url(#${id})"/>`)
    },
    hatch: (box, stroke, apart, from) => {
      const lines = hatching(box, apart, from).map((line) => `M${at(line)}`)
      if (lines.length > 0) add(`<path d="${lines.join('')}" ${stroked(stroke)}/>`)
    },
    write: (said, [x, y], { size: height, strong = false, align = 'left', colour }) => {
      if (said === '') return
      const wide = letters.width(said, height, strong)
      const left = align === 'left' ? x : align === 'centre' ? x - wide / 2 : x - wide
      const scale = height / letters.unitsPerEm
      const outline = letters
        .outline(said, strong)
        .map(({ type, points }) => type + points.join(' '))
        .join('')
      const placed = `translate(${short(left)} ${short(y)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
      add(
        `<g><title>${plain(said)}</title><path transform="${placed}" fill="${hexOf(colour)}" d="${outline}"/></g>`,
      )
    },
    measure: (said, { size: height, strong = false }) => letters.width(said, height, strong),
    inside: (box, inner) => {
      const id = `clip-${definitions.length}`
      definitions.push(`<clipPath id="${id}"><rect ${boxed(box)}/></clipPath>`)
      add(`<g clip-path="url(#${id})">`)
      inner()
      add('</g>')
    },
  }
  draw(pen)
  const { width, height } = size
  return new TextEncoder().encode(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(width)}" height="${millimetres(height)}" ` +
        `viewBox="0 0 ${short(width)} ${short(height)}" role="img" aria-labelledby="title description" lang="en-GB">`,
      `<title id="title">${plain(words.title)}</title>`,
      `<desc id="description">${plain(words.description)}</desc>`,
      `<defs>${definitions.join('')}</defs>`,
      `<rect width="${short(width)}" height="${short(height)}" fill="${hexOf('sheet')}"/>`,
      ...parts,
      '</svg>',
      '',
    ].join('\n'),
  )
}

const millimetres = (pixels: number): string => `${Math.round((pixels / 96) * 25.4)}mm`
