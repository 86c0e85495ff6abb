import { childElements, childNamed, type XmlElement } from '../read/xml.ts'

/** What a cell format does to a cell's text: hides it, or shows a number as a date. */
export type CellLook = { readonly unseen: boolean; readonly isDate: boolean }

// ECMA-376 part 1, 18.8.30: built-in date and time formats.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)

/** The looks of all cell formats of a workbook, in the order cells name them. */
export const cellLooks = (root: XmlElement | undefined): readonly CellLook[] => {
  const list = (name: string): readonly XmlElement[] => childElements(childNamed(root, name) ?? empty)
  const formats = new Map(
    list('x:numFmts').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']),
  )
  const fonts = list('x:fonts').map((font) => ({
    white: isWhite(childNamed(font, 'x:color')),
    colour: rgbOf(childNamed(font, 'x:color')),
    tiny: Number(childNamed(font, 'x:sz')?.attributes['val'] ?? 11) <= 2,
  }))
  const fills = list('x:fills').map((fill) => ({
    filled: isFilled(fill),
    colour: rgbOf(childNamed(childNamed(fill, 'x:patternFill'), 'x:fgColor')),
  }))
  return list('x:cellXfs').map(({ attributes }) => {
    const font = fonts[Number(attributes['fontId'] ?? 0)]
    const code = formats.get(attributes['numFmtId'])
    const fill = fills[Number(attributes['fillId'] ?? 0)]
    const white = font?.white === true && fill?.filled !== true
    const same = font?.colour !== undefined && fill?.filled === true && font.colour === fill.colour
    return {
      unseen: white || same || font?.tiny === true || code?.replaceAll('"', '') === ';;;',
      isDate: code === undefined ? isBuiltInDate(Number(attributes['numFmtId'] ?? 0)) : isDateCode(code),
    }
  })
}

const empty: XmlElement = { name: '', attributes: {}, children: [] }

const isWhite = (colour: XmlElement | undefined): boolean => {
  const { rgb, theme, indexed, tint } = colour?.attributes ?? {}
  return (
    (rgb !== undefined && /^(?:[0-9a-f]{2})?f[4-9a-f]f[4-9a-f]f[4-9a-f]$/iu.test(rgb)) ||
    (theme === '0' && Number(tint ?? 0) > -0.1) ||
    indexed === '1' ||
    indexed === '9'
  )
}

const rgbOf = (colour: XmlElement | undefined): string | undefined =>
  colour?.attributes['rgb']?.slice(-6).toLowerCase()

const isFilled = (fill: XmlElement): boolean => {
  const pattern = childNamed(fill, 'x:patternFill')
  if (!pattern) return childNamed(fill, 'x:gradientFill') !== undefined
  const type = pattern.attributes['patternType'] ?? 'none'
  return type !== 'none' && !isWhite(childNamed(pattern, 'x:fgColor'))
}

const isDateCode = (code: string): boolean =>
  /[dmyhs]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '')) && !/general/iu.test(code)
