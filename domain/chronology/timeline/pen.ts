/** Colours by what they are for; a screen takes them from its tokens, a printed picture from its own palette. */
export type Colour =
  | 'sheet'
  | 'sunken'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'line'
  | 'line-2'
  | 'line-strong'
  | 'accent'
  | 'danger'
  | `agency-${number}`
  | 'on-agency'

export type Paint = { readonly colour: Colour; readonly opacity?: number }
export type Stroke = Paint & { readonly width: number; readonly dash?: readonly number[] }
export type Lettering = {
  readonly colour: Colour
  readonly size: number
  readonly strong?: boolean
  readonly align?: 'left' | 'centre' | 'right'
}
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Point = readonly [x: number, y: number]

/**
 * What a picture is drawn with: on a screen, into an SVG file or into pixels, always by the same calls. Lengths are pixels of 1/96
 * inch, y grows downward, text stands on its baseline at y.
 */
export type Pen = {
  readonly fill: (box: Box, paint: Paint, radius?: number) => void
  readonly frame: (box: Box, stroke: Stroke, radius?: number) => void
  readonly line: (from: Point, to: Point, stroke: Stroke) => void
  /** From one point to another, leaving and arriving straight down or up. */
  readonly curve: (from: Point, to: Point, stroke: Stroke) => void
  readonly polygon: (points: readonly Point[], paint: Paint) => void
  readonly dot: (centre: Point, radius: number, paint: Paint) => void
  readonly ring: (centre: Point, radius: number, stroke: Stroke) => void
  /** A box whose colour runs from one opacity at its left to another at its right. */
  readonly fade: (box: Box, colour: Colour, left: number, right: number) => void
  /** Slanting lines over a box, `apart` pixels from one another along x; one of them meets the top of the box at `from`. */
  readonly hatch: (box: Box, stroke: Stroke, apart: number, from: number) => void
  readonly write: (words: string, at: Point, lettering: Lettering) => void
  readonly measure: (words: string, lettering: Pick<Lettering, 'size' | 'strong'>) => number
  /** Draws only what falls in a box. */
  readonly inside: (box: Box, draw: () => void) => void
}

/** The words, or as many of their letters as fit, with a sign that there are more; empty where hardly any would. */
export const fitting = (
  pen: Pen,
  words: string,
  room: number,
  lettering: Pick<Lettering, 'size' | 'strong'>,
): string => {
  if (words === '' || pen.measure(words, lettering) <= room) return words
  const letters = [...words.slice(0, 400)]
  const cut = (count: number): string => `${letters.slice(0, count).join('').trimEnd()}…`
  let [low, high] = [0, letters.length]
  while (low < high) {
    const half = Math.ceil((low + high) / 2)
    if (pen.measure(cut(half), lettering) <= room) low = half
    else high = half - 1
  }
  return low < 3 ? '' : cut(low)
}
