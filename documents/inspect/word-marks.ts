import type { XmlElement } from '../read/xml.ts'
import type { Walk } from './inspect-word.ts'

const changes: Readonly<Record<string, string>> = {
  'w:ins': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'text moved away',
  'w:moveTo': 'text moved here',
  'w:cellIns': 'inserted cell',
  'w:cellDel': 'deleted cell',
  'w:cellMerge': 'merged cell',
  'w:numberingChange': 'change of numbering',
}

/** Notes what an element is in itself: a tracked change with its author, a comment, a bookmark, a field, a form. */
export const noteElement = (element: XmlElement, walk: Walk, parent: XmlElement | undefined): void => {
  const { notes } = walk.office
  const { name, attributes } = element
  const where = `${walk.part} paragraph ${walk.open.at(-1)?.number ?? walk.paragraphs + 1}`
  const change =
    changes[name] ?? (/^w:\w+PrChange$|^w:tblGridChange$/u.test(name) ? 'change of format' : undefined)
  if (change !== undefined) {
    const place =
      parent?.name === 'w:rPr' ? 'paragraph mark, ' : parent?.name === 'w:trPr' ? 'table row, ' : ''
    notes.finding('tracked-change', `${where}, ${place}${change}`)
    notes.text(`${where}, author of a change`, attributes['w:author'] ?? '', true)
  }
  switch (name) {
    case 'w:comment':
      notes.finding('comment', `${walk.part} comment ${attributes['w:id'] ?? ''}`)
      notes.text(`${walk.part} comment author`, attributes['w:author'] ?? '', true)
      break
    case 'w:bookmarkStart': {
      const bookmark = attributes['w:name'] ?? ''
      if (!/^_(?:GoBack|Toc\w+|Hlk\w+|Ref\w+)$/u.test(bookmark))
        notes.text(`${where}, bookmark`, bookmark, true)
      break
    }
    case 'w:fldSimple':
      notes.text(`${where}, field code`, attributes['w:instr'] ?? '', true)
      break
    case 'w:ffData':
    case 'w:dropDownList':
    case 'w:comboBox':
      notes.finding('form-field', where)
      break
    case 'w:text':
    case 'w:date':
      if (parent?.name === 'w:sdtPr') notes.finding('form-field', where)
      break
    default:
  }
}
