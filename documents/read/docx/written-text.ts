import { childElements, childNamed, textOf, type XmlElement } from '../xml.ts'

/** Ticks and boxes of the symbol fonts people use for them; other symbols have no letter to give. */
const symbols: Readonly<Record<string, string>> = {
  F0FC: '✓',
  F0FB: '✗',
  F0FE: '☑',
  F0FD: '☒',
  F0A8: '☐',
  F06F: '☐',
  F0B7: '•',
  F0D8: '➢',
}

/** The character of a `w:sym`. */
export const symbolText = (element: XmlElement): string => {
  const code = (element.attributes['w:char'] ?? '').toUpperCase()
  if (symbols[code] !== undefined) return symbols[code]
  const point = parseInt(code, 16)
  return Number.isNaN(point) || (point >= 0xf000 && point <= 0xf0ff) || point > 0x10ffff
    ? ''
    : String.fromCodePoint(point)
}

/** Word drops white space at the ends of a text that does not ask for it to be kept. */
export const writtenText = (element: XmlElement): string => {
  const text = textOf(element)
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

/** Elements that stand for one character. */
export const fixedText: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
])

/** Of a choice between newer and older forms of the same thing, the newer one, so that it is read once. */
export const alternative = (element: XmlElement): XmlElement =>
  childNamed(element, 'mc:Choice') ?? childNamed(element, 'mc:Fallback') ?? { ...element, children: [] }

/** All the text in an element, tracked deletions and hidden text included: what a deleted row said. */
export const everyText = (element: XmlElement): string =>
  childElements(element)
    .map((child) => {
      if (child.name === 'w:t' || child.name === 'w:delText') return writtenText(child)
      const fixed = fixedText.get(child.name)
      if (fixed !== undefined) return fixed
      const inside = everyText(child.name === 'mc:AlternateContent' ? alternative(child) : child)
      return child.name === 'w:p' && inside !== '' ? `${inside}\n` : inside
    })
    .join('')
