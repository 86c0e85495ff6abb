import { findPart } from '../package.ts'
import { relationshipsOf, type OfficeFile, type Relationship } from '../relationships.ts'
import { childElements, childNamed, parseXml, textOf, type XmlElement } from '../xml.ts'
import { parseCell, type CellPlace } from './cell-reference.ts'
import { unescapeText } from './strings.ts'

export type CellComment = { readonly at: CellPlace; readonly text: string; readonly author: string }

const partsOfType = (file: OfficeFile, links: readonly Relationship[], type: string): XmlElement[] =>
  links
    .filter((link) => link.type === type && !link.external)
    .flatMap((link) => findPart(file.parts, link.target) ?? [])
    .map((part) => parseXml(part.bytes(), { fileName: file.fileName, part: part.name }))

/** Text of a comment without phonetic readings. */
const commentText = (element: XmlElement): string =>
  element.children
    .map((child) =>
      typeof child === 'string'
        ? ''
        : child.name === 'x:t'
          ? textOf(child)
          : child.name === 'x:rPh'
            ? ''
            : commentText(child),
    )
    .join('')

const readNotes = (root: XmlElement): CellComment[] => {
  const authors = childElements(childNamed(root, 'x:authors') ?? root).map((author) => textOf(author).trim())
  return childElements(childNamed(root, 'x:commentList') ?? root).flatMap((comment) => {
    const at = parseCell(comment.attributes['ref']?.split(':')[0] ?? '')
    if (comment.name !== 'x:comment' || at === undefined) return []
    const author = authors[Number(comment.attributes['authorId'] ?? 0)] ?? ''
    return [{ at, text: unescapeText(commentText(comment)), author }]
  })
}

/**
 * The comments of a sheet: threaded comments with their people, and notes. Excel keeps a stand-in note (author
 * `tc={id}`) for each thread; it is left out where the thread itself is there. Source: MS-XLSX 2.1.22, 2.6.205.
 */
export const readComments = (file: OfficeFile, sheetPart: string, workbookPart: string): CellComment[] => {
  const links = relationshipsOf(file, sheetPart)
  const people = new Map<string, string>()
  for (const root of partsOfType(file, relationshipsOf(file, workbookPart), 'person')) {
    for (const { attributes } of childElements(root))
      people.set(attributes['id'] ?? '', attributes['displayName'] ?? '')
  }
  const threads = partsOfType(file, links, 'threadedComment').flatMap((root) =>
    childElements(root).flatMap((comment): CellComment[] => {
      const at = parseCell(comment.attributes['ref'] ?? '')
      const text = childNamed(comment, 'tc:text')
      if (at === undefined) return []
      const author = people.get(comment.attributes['personId'] ?? '') ?? ''
      return [{ at, text: text ? textOf(text) : '', author }]
    }),
  )
  const threaded = new Set(threads.map(({ at }) => `${at.row},${at.column}`))
  const notes = partsOfType(file, links, 'comments').flatMap(readNotes)
  return [
    ...notes.filter(
      ({ at, author }) => !(author.startsWith('tc=') && threaded.has(`${at.row},${at.column}`)),
    ),
    ...threads,
  ]
}
