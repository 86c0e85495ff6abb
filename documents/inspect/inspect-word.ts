import { childElements, childNamed, textOf, type XmlElement } from '../read/xml.ts'
import type { InspectedPackage } from './inspect-office.ts'
import { noteElement } from './word-marks.ts'
import { sweepAttributes, sweepText } from './sweep-xml.ts'
import { isUnseen, lookOf, type RunLook, type WordStyles } from './word-runs.ts'

export { wordStyles } from './word-runs.ts'

const partRoots = new Set([
  'w:document',
  'w:hdr',
  'w:ftr',
  'w:footnotes',
  'w:endnotes',
  'w:comments',
  'w:glossaryDocument',
  'w:styles',
  'w:settings',
  'w:numbering',
  'w:fonts',
  'w:webSettings',
])

/** True for the parts that are read as Word text or Word settings. */
export const isWordPart = (root: XmlElement): boolean => partRoots.has(root.name)

type Mark = { readonly deleted: boolean; readonly inserted: boolean; readonly look: RunLook }
export type Piece = {
  readonly text: string
  readonly deleted: boolean
  readonly inserted: boolean
  readonly hidden: boolean
}
export type Walk = {
  readonly office: InspectedPackage
  readonly part: string
  readonly styles: WordStyles
  readonly isComments: boolean
  /** Paragraphs being read; a text box holds paragraphs inside a paragraph. */
  readonly open: { readonly number: number; readonly pieces: Piece[]; field: string }[]
  paragraphs: number
}

const builtInStyle =
  /^(?:normal.*|heading \d|toc \d|index \d|title|subtitle|strong|emphasis|list.*|body text.*|hyperlink|followedhyperlink|(?:foot|end)note (?:text|reference)|(?:foot|end)notetext|header|footer|caption|quote|intense .*|subtle .*|book title|default paragraph font|no list|no spacing|table .*|plain table.*|grid table.*|page number|annotation .*|bibliography|line number|block text|date|salutation|closing|signature|envelope .*|macro|message header|note heading|document map|html .*|e-mail signature|outline list.*|article \/ section|toa heading|smart .*|mention|hashtag|unresolved mention|comment .*|balloon text.*|placeholder text|revision|.* char)$/iu

/** Looks into one Word part: paragraphs with their tracked changes, hidden text, fields, bookmarks and comments. */
export const inspectWordPart = (
  office: InspectedPackage,
  part: string,
  root: XmlElement,
  styles: WordStyles,
): void => {
  const { notes } = office
  if (root.name === 'w:fonts' || root.name === 'w:webSettings') {
    sweepText(root, part, notes, true)
    return
  }
  if (root.name === 'w:styles') {
    for (const style of childElements(root)) {
      const name = childNamed(style, 'w:name')?.attributes['w:val'] ?? ''
      if (style.name === 'w:style' && !builtInStyle.test(name)) notes.text(`${part} style name`, name, true)
    }
    return
  }
  const walk: Walk = { office, part, styles, isComments: root.name === 'w:comments', open: [], paragraphs: 0 }
  visit(root, walk, { deleted: false, inserted: false, look: {} }, undefined)
  sweepAttributes(root, part, notes)
}

const visit = (element: XmlElement, walk: Walk, mark: Mark, parent: XmlElement | undefined): void => {
  noteElement(element, walk, parent)
  switch (element.name) {
    case 'w:p':
      visitParagraph(element, walk, mark)
      return
    case 'w:r':
      visitRun(element, walk, mark)
      return
    case 'w:del':
    case 'w:moveFrom':
      visitChildren(element, walk, { ...mark, deleted: true })
      return
    case 'w:ins':
    case 'w:moveTo':
      visitChildren(element, walk, { ...mark, inserted: true })
      return
    case 'w:tc': {
      const look = { ...mark.look, ...lookOf(childNamed(element, 'w:tcPr')) }
      visitChildren(element, walk, { ...mark, look })
      return
    }
    case 'w:tr': {
      const properties = childNamed(element, 'w:trPr')
      const deleted = childNamed(properties, 'w:del') !== undefined
      const inserted = childNamed(properties, 'w:ins') !== undefined
      visitChildren(element, walk, {
        ...mark,
        deleted: mark.deleted || deleted,
        inserted: mark.inserted || inserted,
        look: childNamed(properties, 'w:hidden') ? { ...mark.look, vanish: true } : mark.look,
      })
      return
    }
    case 'm:t':
    case 'a:t':
      addText(walk, mark, textOf(element))
      return
    default:
      visitChildren(element, walk, mark)
  }
}

const visitChildren = (element: XmlElement, walk: Walk, mark: Mark): void => {
  for (const child of childElements(element)) visit(child, walk, mark, element)
}

const visitParagraph = (element: XmlElement, walk: Walk, mark: Mark): void => {
  const properties = childNamed(element, 'w:pPr')
  const style = walk.styles.get(childNamed(properties, 'w:pStyle')?.attributes['w:val'] ?? '')
  const paragraph = { number: ++walk.paragraphs, pieces: [], field: '' }
  walk.open.push(paragraph)
  visitChildren(element, walk, { ...mark, look: { ...mark.look, ...style, ...lookOf(properties) } })
  walk.open.pop()
  noteParagraph(walk, paragraph.number, paragraph.pieces)
  if (paragraph.field.trim() !== '') {
    const where = `${walk.part} paragraph ${paragraph.number}`
    walk.office.notes.text(`${where}, field code`, paragraph.field.trim(), true)
    if (
      /\bHYPERLINK\s+(?!\\l)|\b(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE)\b/iu.test(
        paragraph.field,
      )
    ) {
      walk.office.notes.finding('external-link', `${where}, field code`)
    }
  }
}

const visitRun = (element: XmlElement, walk: Walk, mark: Mark): void => {
  const properties = childNamed(element, 'w:rPr')
  const style = walk.styles.get(childNamed(properties, 'w:rStyle')?.attributes['w:val'] ?? '')
  const run: Mark = { ...mark, look: { ...mark.look, ...style, ...lookOf(properties) } }
  for (const child of childElements(element)) {
    switch (child.name) {
      case 'w:t':
        addText(walk, run, textOf(child))
        break
      case 'w:delText':
        addText(walk, { ...run, deleted: true }, textOf(child))
        break
      case 'w:tab':
      case 'w:ptab':
        addText(walk, run, '\t')
        break
      case 'w:br':
      case 'w:cr':
        addText(walk, run, '\n')
        break
      case 'w:noBreakHyphen':
        addText(walk, run, '-')
        break
      case 'w:instrText':
      case 'w:delInstrText': {
        const paragraph = walk.open.at(-1)
        if (paragraph) paragraph.field += textOf(child)
        break
      }
      default:
        visit(child, walk, run, element)
    }
  }
}

const addText = (walk: Walk, mark: Mark, text: string): void => {
  const piece = { text, deleted: mark.deleted, inserted: mark.inserted, hidden: isUnseen(mark.look) }
  const paragraph = walk.open.at(-1)
  if (paragraph) paragraph.pieces.push(piece)
  else noteParagraph(walk, walk.paragraphs, [piece])
}

// The paragraph as a reader sees it first; then every other way its pieces can be put together, where they differ.
const noteParagraph = (walk: Walk, number: number, pieces: readonly Piece[]): void => {
  const { notes } = walk.office
  const where = `${walk.part} paragraph ${number}`
  const joined = (keep: (piece: Piece) => boolean): string =>
    pieces
      .filter(keep)
      .map((piece) => piece.text)
      .join('')
  const noted = new Set<string>()
  const note = (place: string, text: string, hidden: boolean): void => {
    if (noted.has(text)) return
    noted.add(text)
    notes.text(place, text, hidden)
  }
  note(
    where,
    joined((piece) => !piece.deleted && !piece.hidden),
    walk.isComments,
  )
  note(
    `${where}, with its hidden text`,
    joined((piece) => !piece.deleted),
    true,
  )
  note(
    `${where}, as it was before changes`,
    joined((piece) => !piece.inserted),
    true,
  )
  note(
    `${where}, with everything in it`,
    joined(() => true),
    true,
  )
  note(
    `${where}, deleted text`,
    joined((piece) => piece.deleted),
    true,
  )
  note(
    `${where}, inserted text`,
    joined((piece) => piece.inserted),
    true,
  )
  const hidden = joined((piece) => piece.hidden)
  note(`${where}, hidden text`, hidden, true)
  if (hidden.trim() !== '') notes.finding('hidden-text', where)
}
