import { childElements, childNamed, textOf, type XmlElement } from '../xml.ts'
import { readBlockText } from './blocks.ts'
import { announceInstruction, followField, formFieldText } from './fields.ts'
import { kindsOfLook, settleLooks, takeLook, type LookKind } from './looks.ts'
import { announce, settle, takeComment, takeNote, takeText, type Story, type Tracked } from './story.ts'
import { textLookOf, toggle, type TextLook } from './styles.ts'
import { alternative, fixedText, symbolText, writtenText } from './written-text.ts'

export type Paragraph = {
  readonly style: 'heading' | 'list' | 'paragraph'
  readonly level: number
  readonly text: string
  /** The number its list gives it, with the space after; not part of `text`. */
  readonly number: string
  /** Its end was deleted as a tracked change, so the next paragraph runs on from it. */
  readonly runsOn: boolean
}

const trackedNames: ReadonlyMap<string, Omit<Tracked, 'author'>> = new Map([
  ['w:ins', { kind: 'insertion', moved: false }],
  ['w:del', { kind: 'deletion', moved: false }],
  ['w:moveTo', { kind: 'insertion', moved: true }],
  ['w:moveFrom', { kind: 'deletion', moved: true }],
])

/** The tracked change an element makes of what is inside it; a deletion around it stays a deletion. */
export const trackedBy = (element: XmlElement, around: Tracked | undefined): Tracked | undefined => {
  const found = trackedNames.get(element.name)
  if (found === undefined || around?.kind === 'deletion') return around
  return { ...found, author: element.attributes['w:author'] ?? '' }
}

/** Reads a drawing or old picture: the texts of its boxes, in order, and its description. */
const readDrawing = (
  element: XmlElement,
  story: Story,
  tracked: Tracked | undefined,
  isHidden: boolean,
): void => {
  for (const child of childElements(element)) {
    if (child.name === 'mc:AlternateContent') readDrawing(alternative(child), story, tracked, isHidden)
    else if (child.name === 'w:txbxContent') {
      const outer = story.boxes
      story.boxes = []
      const text = readBlockText(child, story, tracked, isHidden)
      outer.push(text)
      story.boxes = outer
    } else {
      const described = child.name === 'wp:docPr' ? child.attributes['descr'] : undefined
      if (described) announce(story, 'embedded', `A picture or shape carries the description “${described}”.`)
      readDrawing(child, story, tracked, isHidden)
    }
  }
}

const isProperty = (name: string): boolean =>
  /^(w|m|a|wp|wps|mc|w14|w15):\w*(Pr|PrChange|PrEx)$/.test(name) || name === 'w:rt'

type RunMode = {
  readonly tracked: Tracked | undefined
  readonly isHidden: boolean
  readonly paragraphStyle: string | undefined
  /** How the paragraph's text looks unless a run says otherwise. */
  readonly look: TextLook
  readonly looks: readonly LookKind[]
}

const isRunHidden = (run: XmlElement, story: Story, paragraphStyle: string | undefined): boolean => {
  const properties = childNamed(run, 'w:rPr')
  const direct = toggle(properties, 'w:vanish')
  if (direct !== undefined) return direct
  const { styles } = story.context
  const own = styles.resolve(childNamed(properties, 'w:rStyle')?.attributes['w:val'])
  const byStyles = own.vanish !== styles.resolve(paragraphStyle ?? styles.defaultParagraph).vanish
  return byStyles || styles.defaultVanish
}

const looksOfRun = (run: XmlElement, story: Story, mode: RunMode): readonly LookKind[] => {
  const properties = childNamed(run, 'w:rPr')
  if (properties === undefined) return mode.looks
  const style = childNamed(properties, 'w:rStyle')?.attributes['w:val']
  const byStyle = style === undefined ? {} : story.context.styles.resolve(style).look
  return kindsOfLook({ ...mode.look, ...byStyle, ...textLookOf(properties) })
}

/** Word makes bookmarks of its own, which say nothing: their names begin with an underscore. */
const announceBookmark = (story: Story, name: string): void => {
  if (name !== '' && !name.startsWith('_')) announce(story, 'bookmark', `A bookmark is named “${name}”.`)
}

const isShown = ({ isHidden, tracked }: RunMode): boolean => !isHidden && tracked?.kind !== 'deletion'

const readInline = (element: XmlElement, story: Story, mode: RunMode): string => {
  const take = (text: string): string => {
    const shown = takeText(story, text, mode.tracked, mode.isHidden)
    if (shown !== '') takeLook(story, shown, mode.looks)
    return shown
  }
  const { name, attributes } = element
  switch (name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      return take(name === 'm:t' ? textOf(element) : writtenText(element))
    case 'w:instrText':
      announceInstruction(story, textOf(element))
      return ''
    case 'w:sym':
      return take(symbolText(element))
    case 'w:fldChar': {
      const shown = take(formFieldText(element))
      followField(element, story)
      return shown
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(element, story, mode.tracked, mode.isHidden)
      return ''
    case 'w:commentRangeStart':
      story.openComments.set(attributes['w:id'] ?? '', '')
      return ''
    case 'w:bookmarkStart':
      announceBookmark(story, attributes['w:name'] ?? '')
      return ''
    case 'w:commentReference':
      takeComment(story, attributes['w:id'] ?? '')
      return ''
    case 'w:footnoteReference':
      return takeNote(story, 'footnote', attributes['w:id'] ?? '', isShown(mode))
    case 'w:endnoteReference':
      return takeNote(story, 'endnote', attributes['w:id'] ?? '', isShown(mode))
    case 'mc:AlternateContent':
      return readInlines(alternative(element), story, mode)
    case 'w:fldSimple':
      announceInstruction(story, attributes['w:instr'] ?? '')
      return readInlines(element, story, mode)
    case 'w:r':
      return readInlines(element, story, {
        ...mode,
        isHidden: mode.isHidden || isRunHidden(element, story, mode.paragraphStyle),
        looks: looksOfRun(element, story, mode),
      })
    default: {
      const fixed = fixedText.get(name)
      if (fixed !== undefined) return take(fixed)
      if (isProperty(name)) return ''
      return readInlines(element, story, { ...mode, tracked: trackedBy(element, mode.tracked) })
    }
  }
}

const readInlines = (element: XmlElement, story: Story, mode: RunMode): string =>
  element.children.map((child) => (typeof child === 'string' ? '' : readInline(child, story, mode))).join('')

const kindOf = (properties: XmlElement | undefined, styleId: string | undefined, story: Story) => {
  const style = story.context.styles.resolve(styleId ?? story.context.styles.defaultParagraph)
  const outline = childNamed(properties, 'w:outlineLvl')?.attributes['w:val']
  const direct = outline === undefined ? 0 : Number(outline) + 1
  const level = direct >= 1 && direct <= 9 ? direct : style.headingLevel
  if (level > 0) return { style: 'heading' as const, level }
  const numbering = childNamed(properties, 'w:numPr')
  const isList = numbering ? childNamed(numbering, 'w:numId')?.attributes['w:val'] !== '0' : style.isList
  if (!isList) return { style: 'paragraph' as const, level: 0 }
  return {
    style: 'list' as const,
    level: Number(childNamed(numbering, 'w:ilvl')?.attributes['w:val'] ?? 0) + 1,
  }
}

/** The list number a paragraph shows: its own list, or that of its style. */
const numberOf = (properties: XmlElement | undefined, styleId: string | undefined, story: Story): string => {
  const { styles, lists } = story.context
  const name = styleId ?? styles.defaultParagraph
  const style = styles.resolve(name)
  const numbering = childNamed(properties, 'w:numPr')
  const list = childNamed(numbering, 'w:numId')?.attributes['w:val'] ?? style.list
  if (list === undefined || list === '0') return ''
  const stated = childNamed(numbering, 'w:ilvl')?.attributes['w:val']
  const level =
    stated === undefined
      ? (style.listLevel ?? (name === undefined ? undefined : lists.levelOfStyle(list, name)) ?? 0)
      : Number(stated)
  return lists.next({ list, level })
}

/** Paragraph properties without those of its mark, which no reader sees. */
const withoutMark = (properties: XmlElement | undefined): XmlElement | undefined =>
  properties && {
    ...properties,
    children: properties.children.filter((child) => typeof child === 'string' || child.name !== 'w:rPr'),
  }

/**
 * Reads a paragraph as a person would with tracked changes accepted and hidden text not shown: insertions in,
 * deletions out, field results but not instructions, text boxes after the text they are anchored in.
 */
export const readParagraph = (
  element: XmlElement,
  story: Story,
  tracked: Tracked | undefined,
  isHidden: boolean,
): Paragraph => {
  const properties = childNamed(element, 'w:pPr')
  const paragraphStyle = childNamed(properties, 'w:pStyle')?.attributes['w:val']
  const outer = story.boxes
  story.boxes = []
  const { styles } = story.context
  const look: TextLook = {
    ...styles.defaultLook,
    ...story.behind,
    ...styles.resolve(paragraphStyle ?? styles.defaultParagraph).look,
    ...textLookOf(withoutMark(properties)),
  }
  const mode: RunMode = { tracked, isHidden, paragraphStyle, look, looks: kindsOfLook(look) }
  const own = readInlines(element, story, mode)
  settle(story)
  settleLooks(story)
  const boxes = story.boxes.filter((box) => box !== '')
  story.boxes = outer
  const mark = childNamed(properties, 'w:rPr')
  const runsOn = childNamed(mark, 'w:del') !== undefined || childNamed(mark, 'w:moveFrom') !== undefined
  const text = [...(own === '' && boxes.length > 0 ? [] : [own]), ...boxes].join('\n')
  const isGone = tracked?.kind === 'deletion' || isHidden || runsOn
  const number = isGone ? '' : numberOf(properties, paragraphStyle, story)
  return { ...kindOf(properties, paragraphStyle, story), text, number, runsOn }
}
