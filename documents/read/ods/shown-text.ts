import type { XmlAttributes } from '../xml.ts'

/** What a stretch of content says: the paragraphs of a cell, a comment or a shape. */
export type ShownText = {
  readonly kind: 'cell' | 'comment' | 'shape'
  readonly paragraphs: string[]
  author: string
  /** How many paragraphs deep the reading is; text outside any is white space between elements. */
  depth: number
}

export const startText = (kind: ShownText['kind']): ShownText => ({
  kind,
  paragraphs: [],
  author: '',
  depth: 0,
})

const most = 10_000

const append = (text: ShownText, more: string): void => {
  if (text.depth > 0) text.paragraphs[text.paragraphs.length - 1] += more
}

/** White space in a paragraph counts once, and not at its beginning. Source: OpenDocument 1.3 part 3, 6.1.2. */
export const takeText = (text: ShownText, more: string): void => {
  if (text.depth === 0) return
  const before = text.paragraphs[text.paragraphs.length - 1] ?? ''
  const single = more.replace(/[\t\r\n ]+/g, ' ')
  append(text, before === '' || before.endsWith(' ') ? single.replace(/^ /, '') : single)
}

export const openInText = (text: ShownText, name: string, attributes: XmlAttributes): void => {
  if (name === 'text:p' || name === 'text:h') {
    text.depth += 1
    text.paragraphs.push('')
  } else if (name === 'text:s') {
    const count = Number(attributes['text:c'] ?? 1)
    append(text, ' '.repeat(Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1))
  } else if (name === 'text:tab') append(text, '\t')
  else if (name === 'text:line-break') append(text, '\n')
}

export const closeInText = (text: ShownText, name: string): void => {
  if (name !== 'text:p' && name !== 'text:h') return
  text.depth -= 1
  const last = text.paragraphs.length - 1
  text.paragraphs[last] = (text.paragraphs[last] ?? '').replace(/ $/, '')
}
