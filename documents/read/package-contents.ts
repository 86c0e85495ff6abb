import type { Announcement } from '../../domain/chronology/source-table.ts'
import { findPart } from './package.ts'
import { relationshipsOf, type OfficeFile, type Relationship } from './relationships.ts'

const macros = new Set([
  'vbaProject',
  'xlMacrosheet',
  'xlIntlMacrosheet',
  'dialogsheet',
  'wordVbaData',
  'vbaProjectSignature',
])

/** What a part is called to a reader, for parts that hold something a table or text does not show. */
const embedded: ReadonlyMap<string, string> = new Map([
  ['oleObject', 'An embedded object'],
  ['package', 'An embedded document'],
  ['image', 'A picture'],
  ['hdphoto', 'A picture'],
  ['chart', 'A chart with its own copy of figures'],
  ['chartEx', 'A chart with its own copy of figures'],
  ['chartsheet', 'A chart sheet'],
  ['diagramData', 'A diagram'],
  ['pivotCacheDefinition', 'A pivot table’s copy of its source data'],
  ['pivotCacheRecords', 'A pivot table’s copy of its source rows'],
  ['control', 'A form control'],
  ['ctrlProp', 'A form control'],
  ['aFChunk', 'An inserted file'],
  ['subDocument', 'A subdocument'],
  ['customXml', 'Custom XML data'],
  ['glossaryDocument', 'A store of building blocks'],
  ['thumbnail', 'A thumbnail picture of the first page'],
  ['media', 'A recording'],
  ['audio', 'A recording'],
  ['video', 'A recording'],
  ['revisionHeaders', 'A shared workbook’s history of changes'],
])

const connections = new Set(['connections', 'queryTable', 'externalLink'])

const announceLink = (link: Relationship): Announcement | undefined => {
  if (link.external) {
    const what = link.type === 'hyperlink' ? 'A hyperlink leads' : `A link (${link.type}) leads`
    return {
      kind: 'external-link',
      where: 'file',
      detail: `${what} outside the file, to ${link.target}. It was not followed.`,
    }
  }
  if (macros.has(link.type)) {
    return {
      kind: 'macro',
      where: link.target,
      detail: `The file carries a macro (${link.target}). It was not run.`,
    }
  }
  if (connections.has(link.type)) {
    return {
      kind: 'external-link',
      where: link.target,
      detail: `The file draws on data outside it (${link.target}). It was not followed.`,
    }
  }
  const what = embedded.get(link.type)
  if (what === undefined) return undefined
  return {
    kind: 'embedded',
    where: link.target,
    detail: `${what} is in the file (${link.target}). It was not read.`,
  }
}

/**
 * Announces what a package carries beside its tables and text: macros, embedded objects, pictures, charts, pivot
 * caches, links out of the file, and parts that nothing refers to. Follows relationships from the package's root.
 */
export const announceContents = (file: OfficeFile): readonly Announcement[] => {
  const announced = new Map<string, Announcement>()
  const reached = new Set<string>()
  const queue: string[] = ['']
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    for (const link of relationshipsOf(file, source)) {
      const announcement = announceLink(link)
      if (announcement) announced.set(`${announcement.kind} ${announcement.detail}`, announcement)
      if (link.external) continue
      const part = findPart(file.parts, link.target)
      if (part === undefined || reached.has(part.name)) continue
      reached.add(part.name)
      queue.push(part.name)
    }
  }
  for (const name of file.parts.keys()) {
    if (reached.has(name) || name === '[Content_Types].xml' || name.endsWith('.rels')) continue
    const detail = `The part ${name} is in the file, but nothing refers to it. It was not read.`
    announced.set(detail, { kind: 'embedded', where: name, detail })
  }
  return [...announced.values()]
}
