import type { Colour } from '../../../domain/chronology/timeline/pen.ts'

export type Rgb = readonly [red: number, green: number, blue: number]

/** Ink on white paper. Words keep a contrast of more than 7 to 1 (WCAG 2.2, 1.4.6); agencies as on the screen in light. */
const colours: Readonly<Record<string, string>> = {
  sheet: '#ffffff',
  sunken: '#f1eee6',
  ink: '#1c1a17',
  'ink-2': '#45403a',
  'ink-3': '#5d564d',
  line: '#e2ddd1',
  'line-2': '#c6beae',
  'line-strong': '#857d6f',
  accent: '#17564a',
  danger: '#96201d',
  'on-agency': '#ffffff',
  'agency-1': '#1b5f9e',
  'agency-2': '#a8420a',
  'agency-3': '#1c6b52',
  'agency-4': '#8a3d77',
  'agency-5': '#6f5a00',
  'agency-6': '#3f4a8a',
  'agency-7': '#7c3a35',
  'agency-8': '#4a5560',
}

export const hexOf = (colour: Colour): string => colours[colour] ?? '#000000'

export const rgbOf = (colour: Colour): Rgb => {
  const hex = hexOf(colour)
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
}
