import { lookOf, type RunLook } from '../../inspect/word-runs.ts'
import { childElements, childNamed, isOn, type XmlElement } from '../xml.ts'

/** What a style says about its text, its ancestors' words included. */
export type ResolvedStyle = {
  readonly vanish: boolean
  /** 1 to 9 for headings, else 0. */
  readonly headingLevel: number
  readonly isList: boolean
  readonly look: TextLook
  /** The list a paragraph of this style is in, `0` for none, and its level where stated. */
  readonly list: string | undefined
  readonly listLevel: number | undefined
}

export type StyleSheet = {
  readonly defaultVanish: boolean
  readonly defaultLook: TextLook
  readonly defaultParagraph: string | undefined
  readonly resolve: (styleId: string | undefined) => ResolvedStyle
}

/** An on/off property such as `w:vanish`: absent gives undefined. Source: ISO/IEC 29500-1 section 17.17.4. */
export const toggle = (properties: XmlElement | undefined, name: string): boolean | undefined => {
  const element = childNamed(properties, name)
  return element === undefined ? undefined : isOn(element.attributes['w:val'], true)
}

/** A look with strike-through, which inspection has no use for. */
export type TextLook = RunLook & { readonly struck?: boolean }

/** What properties (`w:rPr`, `w:pPr`, `w:tcPr`) say about being seen. */
export const textLookOf = (properties: XmlElement | undefined): TextLook => {
  const struck = toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike')
  return { ...lookOf(properties), ...(struck === undefined ? {} : { struck }) }
}

const headingLevelOf = (style: XmlElement): number | undefined => {
  const name = (childNamed(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase()
  const heading = /^heading ([1-9])$/.exec(name)
  if (heading) return Number(heading[1])
  if (name === 'title') return 1
  const outline = childNamed(childNamed(style, 'w:pPr'), 'w:outlineLvl')?.attributes['w:val']
  const level = outline === undefined ? NaN : Number(outline)
  return level >= 0 && level < 9 ? level + 1 : undefined
}

const isListStyle = (style: XmlElement): boolean | undefined => {
  const name = (childNamed(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase()
  if (/^list\b/.test(name)) return true
  const numbering = childNamed(childNamed(style, 'w:pPr'), 'w:numPr')
  return numbering === undefined ? undefined : childNamed(numbering, 'w:numId')?.attributes['w:val'] !== '0'
}

/** Reads styles.xml so that hidden text, headings and lists set by a style are seen as such. */
export const readStyles = (root: XmlElement | undefined): StyleSheet => {
  const styles = (root ? childElements(root) : []).filter((element) => element.name === 'w:style')
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const isDefault = (style: XmlElement): boolean =>
    style.attributes['w:type'] === 'paragraph' && isOn(style.attributes['w:default'], false)
  const resolved = new Map<string, ResolvedStyle>()
  const resolve = (styleId: string | undefined): ResolvedStyle => {
    const known = resolved.get(styleId ?? '')
    if (known) return known
    let vanish: boolean | undefined
    let headingLevel: number | undefined
    let isList: boolean | undefined
    let list: string | undefined
    let listLevel: number | undefined
    let look: TextLook = {}
    const seen = new Set<XmlElement>()
    for (let style = byId.get(styleId ?? ''); style && !seen.has(style);) {
      seen.add(style)
      vanish ??= toggle(childNamed(style, 'w:rPr'), 'w:vanish')
      headingLevel ??= headingLevelOf(style)
      isList ??= isListStyle(style)
      const numbering = childNamed(childNamed(style, 'w:pPr'), 'w:numPr')
      list ??= childNamed(numbering, 'w:numId')?.attributes['w:val']
      const level = childNamed(numbering, 'w:ilvl')?.attributes['w:val']
      if (level !== undefined) listLevel ??= Number(level)
      look = { ...textLookOf(childNamed(style, 'w:pPr')), ...textLookOf(childNamed(style, 'w:rPr')), ...look }
      style = byId.get(childNamed(style, 'w:basedOn')?.attributes['w:val'] ?? '')
    }
    const result = {
      vanish: vanish ?? false,
      headingLevel: headingLevel ?? 0,
      isList: isList ?? false,
      look,
      list,
      listLevel,
    }
    resolved.set(styleId ?? '', result)
    return result
  }
  const defaults = childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault')
  return {
    defaultVanish: toggle(childNamed(defaults, 'w:rPr'), 'w:vanish') ?? false,
    defaultLook: textLookOf(childNamed(defaults, 'w:rPr')),
    defaultParagraph: styles.find(isDefault)?.attributes['w:styleId'],
    resolve,
  }
}
