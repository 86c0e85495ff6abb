import { relationshipsOf } from '../read/relationships.ts'
import { childElements, childNamed, descendantsNamed, textOf, type XmlElement } from '../read/xml.ts'
import { cellLooks } from './excel-looks.ts'
import { inspectSheet, unescapeCell, type SharedString, type Workbook } from './inspect-excel-sheet.ts'
import type { InspectedPackage } from './inspect-office.ts'
import { sweepText } from './sweep-xml.ts'

/**
 * Looks into a workbook: sheets with hidden ones, cells, comments, defined names, strings left over from deleted cells.
 * Gives the parts whose text it has noted.
 */
export const inspectWorkbook = (office: InspectedPackage): Set<string> => {
  const { notes } = office
  const done = new Set<string>()
  const root = office.read('xl/workbook.xml')
  const links = relationshipsOf(office, 'xl/workbook.xml')
  const target = (type: string): string | undefined =>
    links.find((link) => link.type === type && !link.external)?.target
  const stringsPart = target('sharedStrings') ?? 'xl/sharedStrings.xml'
  const book: Workbook = {
    office,
    strings: sharedStrings(office, stringsPart),
    used: new Set(),
    looks: cellLooks(office.read(target('styles') ?? 'xl/styles.xml')),
    date1904: isTrue(childNamed(root, 'x:workbookPr')?.attributes['date1904']),
  }
  done.add('xl/workbook.xml').add(stringsPart)
  for (const sheet of root ? descendantsNamed(root, 'x:sheet') : []) {
    const name = sheet.attributes['name'] ?? ''
    const part = links.find((link) => link.id === sheet.attributes['r:id'])?.target
    const state = sheet.attributes['state'] ?? 'visible'
    notes.text('sheet name', name, state !== 'visible')
    if (state !== 'visible') notes.finding('hidden-sheet', name)
    if (part === undefined) continue
    inspectSheet(book, part, name, state !== 'visible')
    done.add(part)
    inspectComments(office, part, name, done)
  }
  // A sheet no workbook entry points at is in the file all the same.
  for (const part of office.parts.keys()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(part) || done.has(part)) continue
    notes.finding('hidden-sheet', part)
    inspectSheet(book, part, part, true)
    done.add(part)
  }
  inspectNames(office, root)
  inspectLeftOver(book, stringsPart)
  return done
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

const sharedStrings = (office: InspectedPackage, part: string): readonly SharedString[] => {
  const root = office.parts.has(part) ? office.read(part) : undefined
  if (!root) return []
  return childElements(root)
    .filter((element) => element.name === 'x:si')
    .map(stringOf)
}

/** Text of a shared or inline string, its runs joined; phonetic readings apart. */
const stringOf = (element: XmlElement): SharedString => {
  let text = ''
  let phonetic = ''
  for (const child of childElements(element)) {
    if (child.name === 'x:t') text += textOf(child)
    else if (child.name === 'x:r')
      text += childElements(child)
        .filter((part) => part.name === 'x:t')
        .map(textOf)
        .join('')
    else if (child.name === 'x:rPh') phonetic += textOf(child)
  }
  return { text: unescapeCell(text), phonetic }
}

const inspectComments = (
  office: InspectedPackage,
  sheetPart: string,
  sheet: string,
  done: Set<string>,
): void => {
  const { notes } = office
  for (const { type, target } of relationshipsOf(office, sheetPart)) {
    if (type !== 'comments' && type !== 'threadedComment') continue
    const root = office.parts.has(target) ? office.read(target) : undefined
    if (!root) continue
    done.add(target)
    const authors = descendantsNamed(root, 'x:author').map(textOf)
    for (const author of authors) notes.text(`${target} author`, author, true)
    for (const comment of [
      ...descendantsNamed(root, 'x:comment'),
      ...descendantsNamed(root, 'tc:threadedComment'),
    ]) {
      const where = `${sheet}!${comment.attributes['ref'] ?? ''} comment`
      notes.finding('comment', where)
      const text = childElements(comment).find(({ name }) => name === 'x:text' || name === 'tc:text')
      if (text)
        notes.text(where, unescapeCell(text.name === 'x:text' ? stringOf(text).text : textOf(text)), true)
    }
  }
}

const inspectNames = (office: InspectedPackage, root: XmlElement | undefined): void => {
  for (const element of root ? descendantsNamed(root, 'x:definedName') : []) {
    const name = element.attributes['name'] ?? ''
    if (!name.startsWith('_xlnm.'))
      office.notes.text('defined name', name, isTrue(element.attributes['hidden']))
    office.notes.text(`defined name ${name}`, textOf(element), true)
  }
  if (root) sweepText(root, 'xl/workbook.xml', office.notes, true, ({ name }) => name === 'x:definedNames')
}

const inspectLeftOver = (book: Workbook, part: string): void => {
  for (const [index, { text }] of book.strings.entries()) {
    if (book.used.has(index) || text.trim() === '') continue
    const where = `${part} string ${index + 1}, in no cell`
    book.office.notes.text(where, text, true)
    book.office.notes.finding('hidden-text', where)
  }
}
