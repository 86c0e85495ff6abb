import { childElements, childNamed, isOn, type XmlElement } from '../xml.ts'

/** Which list a paragraph is in, and how deep; both as the file states them. */
export type ListPlace = { readonly list: string; readonly level: number }

type Level = {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly follow: string
  readonly restartsAfter: number | undefined
  readonly isLegal: boolean
  readonly style: string | undefined
}
type List = {
  readonly scheme: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

/** Counts the lists of a document as they are met. One counter serves one reading from the beginning. */
export type ListNumbers = {
  /** The number a paragraph shows before its text, with the space after it; `''` for bullets and unknown lists. */
  readonly next: (place: ListPlace) => string
  /** The level of a list that a paragraph style stands for. */
  readonly levelOfStyle: (list: string, style: string) => number | undefined
}

const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childNamed(element, name)?.attributes['w:val']

const readLevel = (element: XmlElement): Level => {
  const restart = valueOf(element, 'w:lvlRestart')
  const legal = childNamed(element, 'w:isLgl')
  return {
    start: Number(valueOf(element, 'w:start') ?? 0),
    format: valueOf(element, 'w:numFmt') ?? 'decimal',
    text: valueOf(element, 'w:lvlText') ?? '',
    follow: valueOf(element, 'w:suff') ?? 'tab',
    restartsAfter: restart === undefined ? undefined : Number(restart),
    isLegal: legal !== undefined && isOn(legal.attributes['w:val'], true),
    style: valueOf(element, 'w:pStyle'),
  }
}

const readLevels = (element: XmlElement | undefined): Map<number, Level> =>
  new Map(
    (element ? childElements(element) : [])
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)]),
  )

const readLists = (root: XmlElement | undefined): Map<string, List> => {
  const elements = root ? childElements(root) : []
  const schemes = new Map(
    elements
      .filter(({ name }) => name === 'w:abstractNum')
      .map((scheme) => [scheme.attributes['w:abstractNumId'] ?? '', scheme]),
  )
  // A scheme may only point at a list style; the scheme that defines the style holds the levels.
  const defining = new Map(
    [...schemes.values()].map((scheme) => [valueOf(scheme, 'w:styleLink') ?? '', scheme]),
  )
  return new Map(
    elements
      .filter(({ name }) => name === 'w:num')
      .map((list) => {
        const named = schemes.get(valueOf(list, 'w:abstractNumId') ?? '')
        const link = valueOf(named, 'w:numStyleLink')
        const scheme = link === undefined ? named : (defining.get(link) ?? named)
        const levels = readLevels(scheme)
        const starts = new Map<number, number>()
        for (const override of childElements(list).filter(({ name }) => name === 'w:lvlOverride')) {
          const level = Number(override.attributes['w:ilvl'] ?? 0)
          const own = childNamed(override, 'w:lvl')
          if (own) levels.set(level, readLevel(own))
          const start = valueOf(override, 'w:startOverride')
          if (start !== undefined) starts.set(level, Number(start))
        }
        const id = list.attributes['w:numId'] ?? ''
        return [id, { scheme: scheme?.attributes['w:abstractNumId'] ?? id, levels, starts }] as const
      }),
  )
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

const roman = (value: number): string => {
  let rest = value
  let text = ''
  for (const [worth, letters] of romans) {
    for (; rest >= worth; rest -= worth) text += letters
  }
  return text
}

/** After z Word doubles the letter: aa, bb. */
const letters = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const ordinal = (value: number): string => {
  const isTeen = Math.floor(value / 10) % 10 === 1
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

const mostShown = 10_000

const show = (value: number, format: string): string => {
  if (value < 0 || value > mostShown) return String(value)
  switch (format) {
    case 'none':
      return ''
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'ordinal':
      return ordinal(value)
    default:
      return String(value)
  }
}

/**
 * Reads numbering.xml so that list numbers, which stand in no text, are read as they are shown: `1.`, `a)`, `2.1`.
 * Source: ISO/IEC 29500-1 section 17.9.
 */
export const startListNumbers = (root: XmlElement | undefined): ListNumbers => {
  const lists = readLists(root)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const next = ({ list: id, level: at }: ListPlace): string => {
    const list = lists.get(id)
    const level = list?.levels.get(at)
    if (list === undefined || level === undefined || level.format === 'bullet') return ''
    const counts = counters.get(list.scheme) ?? []
    counters.set(list.scheme, counts)
    const override = list.starts.get(at)
    if (override !== undefined && !begun.has(`${id} ${at}`)) counts[at] = override
    else counts[at] = counts[at] === undefined ? level.start : counts[at] + 1
    begun.add(`${id} ${at}`)
    for (let below = at + 1; below < 9; below += 1) {
      const { restartsAfter } = list.levels.get(below) ?? { restartsAfter: undefined }
      const keeps = restartsAfter === 0 || (restartsAfter !== undefined && at >= restartsAfter)
      if (!keeps) counts[below] = undefined
    }
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1
      const other = list.levels.get(of)
      const format = level.isLegal && other?.format !== 'none' ? 'decimal' : (other?.format ?? 'decimal')
      return show(counts[of] ?? other?.start ?? 0, format)
    })
    if (text.trim() === '') return ''
    return level.follow === 'nothing' ? text : `${text} `
  }
  const levelOfStyle = (id: string, style: string): number | undefined => {
    for (const [at, level] of lists.get(id)?.levels ?? []) if (level.style === style) return at
    return undefined
  }
  return { next, levelOfStyle }
}
