import { childElements, childNamed, isOn, type XmlElement } from '../read/xml.ts'
import type { InspectedPackage } from './inspect-office.ts'

/** What a run looks like as far as it decides whether a reader sees it. */
export type RunLook = {
  readonly vanish?: boolean
  readonly white?: boolean
  readonly shaded?: boolean
  readonly tiny?: boolean
  /** Colours of the letters and of what is behind them, where they are stated. */
  readonly ink?: string
  readonly paper?: string
}

export type WordStyles = ReadonlyMap<string, RunLook>

const isWhite = (colour: string): boolean =>
  /^[ef][a-f0-9][ef][a-f0-9][ef][a-f0-9]$/iu.test(colour) && isNearWhite(colour)

const isNearWhite = (colour: string): boolean =>
  [0, 2, 4].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= 0xf4)

/** Reads what a `w:rPr` or `w:pPr` or `w:tcPr` says about being seen. */
export const lookOf = (properties: XmlElement | undefined): RunLook => {
  if (!properties) return {}
  const look: {
    vanish?: boolean
    white?: boolean
    shaded?: boolean
    tiny?: boolean
    ink?: string
    paper?: string
  } = {}
  for (const { name, attributes } of childElements(properties)) {
    const value = attributes['w:val']
    if (name === 'w:vanish' || name === 'w:specVanish' || name === 'w:webHidden')
      look.vanish = isOn(value, true)
    if (name === 'w:color' && value !== undefined) {
      look.ink = value.toLowerCase()
      look.white = isWhite(value) || /^(?:background1|light1)$/u.test(attributes['w:themeColor'] ?? '')
    }
    if (name === 'w:shd') {
      const fill = attributes['w:fill'] ?? 'auto'
      look.paper = fill.toLowerCase()
      look.shaded = (fill !== 'auto' && !isWhite(fill)) || attributes['w:themeFill'] !== undefined
    }
    if (name === 'w:highlight') look.shaded = value !== 'white' && value !== 'none'
    if (name === 'w:sz' && value !== undefined) look.tiny = Number(value) <= 4
  }
  return look
}

/** The looks of all styles of a Word file by id, inheritance worked out. */
export const wordStyles = (office: InspectedPackage): WordStyles => {
  const root = office.parts.has('word/styles.xml') ? office.read('word/styles.xml') : undefined
  const raw = new Map<string, { readonly basedOn: string | undefined; readonly look: RunLook }>()
  for (const style of root ? childElements(root) : []) {
    const id = style.attributes['w:styleId']
    if (style.name !== 'w:style' || id === undefined) continue
    raw.set(id, {
      basedOn: childNamed(style, 'w:basedOn')?.attributes['w:val'],
      look: { ...lookOf(childNamed(style, 'w:pPr')), ...lookOf(childNamed(style, 'w:rPr')) },
    })
  }
  const resolve = (id: string | undefined, depth: number): RunLook => {
    const style = id === undefined || depth > 20 ? undefined : raw.get(id)
    return style ? { ...resolve(style.basedOn, depth + 1), ...style.look } : {}
  }
  return new Map([...raw.keys()].map((id) => [id, resolve(id, 0)]))
}

export const isUnseen = (look: RunLook): boolean =>
  look.vanish === true ||
  look.tiny === true ||
  (look.ink !== undefined && look.ink !== 'auto' && look.ink === look.paper) ||
  (look.white === true && look.shaded !== true)
