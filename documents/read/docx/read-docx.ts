import type {
  Announcement,
  SourceBlock,
  SourceDocument,
  SourceRow,
  SourceTable,
} from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { announceContents } from '../package-contents.ts'
import { findPart } from '../package.ts'
import { announceProperties, readProperties } from '../properties.ts'
import { relatedPart, relationshipsOf, type OfficeFile, type Relationship } from '../relationships.ts'
import { childElements, childNamed, parseXml, type XmlElement } from '../xml.ts'
import { readBlockText, walkBlocks } from './blocks.ts'
import { startListNumbers } from './numbering.ts'
import { announce, startStory, type DocumentContext, type Note } from './story.ts'
import { readStyles, type StyleSheet } from './styles.ts'
import { readRows } from './table-rows.ts'

const rootOf = (file: OfficeFile, links: readonly Relationship[], type: string): XmlElement | undefined => {
  const part = relatedPart(file, links, type)
  return part && parseXml(part.bytes(), { fileName: file.fileName, part: part.name })
}

/** A context for texts that stand outside the document's own flow; what is met there is announced in `announced`. */
const sideContext = (
  fileName: string,
  styles: StyleSheet,
  numbering: XmlElement | undefined,
  announced: Announcement[],
  marksNotes: boolean,
): DocumentContext => ({
  fileName,
  styles,
  lists: startListNumbers(numbering),
  comments: new Map(),
  footnotes: new Map(),
  endnotes: new Map(),
  announced,
  seenComments: new Set(),
  notesInOrder: [],
  marksNotes,
})

const readNotes = (
  root: XmlElement | undefined,
  element: string,
  context: DocumentContext,
): Map<string, Note> => {
  const notes = new Map<string, Note>()
  for (const note of root ? childElements(root) : []) {
    const isSeparator = !['normal', undefined].includes(note.attributes['w:type'])
    if (note.name !== element || isSeparator) continue
    const text = readBlockText(note, startStory(context, element.slice(2)), undefined, false).trim()
    notes.set(note.attributes['w:id'] ?? '', { author: note.attributes['w:author'] ?? '', text })
  }
  return notes
}

const textsOf = (notes: ReadonlyMap<string, Note>): Map<string, string> =>
  new Map([...notes].map(([id, { text }]) => [id, text]))

const announceHeaders = (
  file: OfficeFile,
  links: readonly Relationship[],
  context: DocumentContext,
): void => {
  const said = new Set<string>()
  for (const link of links) {
    if ((link.type !== 'header' && link.type !== 'footer') || link.external) continue
    const part = findPart(file.parts, link.target)
    if (part === undefined) continue
    const story = startStory(context, link.type)
    const text = readBlockText(
      parseXml(part.bytes(), { fileName: file.fileName, part: part.name }),
      story,
      undefined,
      false,
    ).trim()
    if (text === '' || said.has(`${link.type} ${text}`)) continue
    said.add(`${link.type} ${text}`)
    announce(story, 'header-footer-text', `The page ${link.type} reads: “${text}”.`)
  }
}

const announceUnplacedComments = (context: DocumentContext): void => {
  for (const [id, { author, text }] of context.comments) {
    if (context.seenComments.has(id)) continue
    const detail = `Comment by ${author || 'an unnamed author'}, not placed in the text: “${text}”.`
    context.announced.push({ kind: 'comment', where: 'file', detail })
  }
}

const asTable = (name: string, rows: readonly SourceRow[]): SourceTable => {
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const columns = Array.from({ length: width }, (_, index) => ({ label: String(index + 1), hidden: false }))
  return { name, visible: true, columns, rows }
}

export type DocxOptions = {
  /** Puts a mark in the text where a footnote or endnote is referred to, and before the note. */
  readonly marksNotes?: boolean
}

/**
 * Reads a Word document (.docx, .docm) whose main part is `part`: its tables (`table 1`, `table 2`, …), its running
 * text, and everything an importer must be told. Tracked changes are read as accepted; each is announced with its
 * text and author. Source: ISO/IEC 29500-1 section 17.
 */
export const readDocx = (
  file: OfficeFile,
  part: string,
  root: XmlElement,
  options: DocxOptions = {},
): SourceDocument => {
  const body = childNamed(root, 'w:body')
  if (body === undefined)
    throw new ExpectedError('invalid', `${file.fileName}: the document has no text part.`)
  const links = relationshipsOf(file, part)
  const styles = readStyles(rootOf(file, links, 'styles'))
  const announced: Announcement[] = []
  const numbering = rootOf(file, links, 'numbering')
  const aside = sideContext(file.fileName, styles, numbering, announced, options.marksNotes ?? false)
  const context: DocumentContext = {
    ...aside,
    lists: startListNumbers(numbering),
    comments: readNotes(rootOf(file, links, 'comments'), 'w:comment', aside),
    footnotes: textsOf(readNotes(rootOf(file, links, 'footnotes'), 'w:footnote', aside)),
    endnotes: textsOf(readNotes(rootOf(file, links, 'endnotes'), 'w:endnote', aside)),
  }
  const tables: SourceTable[] = []
  const paragraphs: SourceDocument['paragraphs'][number][] = []
  const blocks: SourceBlock[] = []
  const keep = (paragraph: SourceDocument['paragraphs'][number]): void => {
    paragraphs.push(paragraph)
    blocks.push(paragraph)
  }
  const story = startStory(context, 'paragraph 1')
  let paragraphNumber = 0
  walkBlocks(body, story, undefined, false, {
    enterParagraph: () => {
      paragraphNumber += 1
      story.where = `paragraph ${paragraphNumber}`
    },
    paragraph: ({ style, level, text }) => {
      if (text.trim() !== '') keep({ style, level, text })
    },
    table: (element, tracked) => {
      const name = `table ${tables.length + 1}`
      blocks.push({ style: 'table', table: tables.length })
      tables.push(asTable(name, [...readRows(element, story, tracked, name)]))
    },
  })
  for (const text of context.notesInOrder) {
    paragraphs.push({ style: 'paragraph', level: 0, text })
    blocks.push({ style: 'note', level: 0, text })
  }
  announceHeaders(file, links, context)
  announceUnplacedComments(context)
  const properties = readProperties(file)
  announced.push(...announceContents(file), ...announceProperties(properties))
  return { format: 'docx', tables, paragraphs, blocks, announced, properties }
}
