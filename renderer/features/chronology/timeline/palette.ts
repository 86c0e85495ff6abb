import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Colour } from '../../../../domain/chronology/timeline/pen.ts'

/** The page's tokens as a canvas needs them. */
export type Palette = {
  readonly css: (colour: Colour, opacity?: number) => string
  readonly face: string
  /** How much larger than usual letters are. */
  readonly unit: number
}

/** Reads the tokens as they are now: light or dark, more contrast, or the colours the system forces on every page. */
const readPalette = (root: HTMLElement): Palette => {
  const probe = document.createElement('span')
  root.append(probe)
  const known = new Map<string, readonly string[]>()
  const partsOf = (colour: Colour): readonly string[] => {
    probe.style.color = `var(--timeline-${colour}, var(--${colour}))`
    return getComputedStyle(probe).color.match(/[\d.]+/g) ?? ['0', '0', '0']
  }
  const colours: readonly Colour[] = [
    ...(['sheet', 'sunken', 'ink', 'ink-2', 'ink-3', 'line', 'line-2', 'line-strong'] as const),
    ...(['accent', 'danger', 'on-agency'] as const),
    ...Array.from({ length: 8 }, (_, n): Colour => `agency-${n + 1}`),
  ]
  for (const colour of colours) known.set(colour, partsOf(colour).slice(0, 3))
  const style = getComputedStyle(probe)
  const face = style.fontFamily || 'sans-serif'
  const unit = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16
  probe.remove()
  return {
    css: (colour, opacity = 1) => `rgb(${(known.get(colour) ?? ['0', '0', '0']).join(' ')} / ${opacity})`,
    face,
    unit,
  }
}

const looks = ['(forced-colors: active)', '(prefers-contrast: more)', '(prefers-color-scheme: dark)']

/** The palette of an element, read again when the page’s appearance or the system’s changes. */
export const usePalette = (box: RefObject<HTMLElement | null>): Palette | null => {
  const [palette, setPalette] = useState<Palette | null>(null)
  useLayoutEffect(() => {
    const root = box.current
    if (!root) return undefined
    const read = (): void => setPalette(readPalette(root))
    read()
    const watch = new MutationObserver(read)
    watch.observe(document.documentElement, { attributes: true })
    const queries = typeof matchMedia === 'function' ? looks.map((query) => matchMedia(query)) : []
    for (const query of queries) query.addEventListener('change', read)
    // Letters drawn before their face is here would stay in another.
    if ('fonts' in document) void document.fonts.ready.then(read)
    return () => {
      watch.disconnect()
      for (const query of queries) query.removeEventListener('change', read)
    }
  }, [box])
  return palette
}
