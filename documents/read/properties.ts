import type { Announcement } from '../../domain/chronology/source-table.ts'
import { relatedPart, relationshipsOf, type OfficeFile } from './relationships.ts'
import { childElements, parseXml, textOf, type XmlElement } from './xml.ts'

/** Properties that name no person, place or organisation, and so are kept without being announced. */
const unremarkable = new Set([
  ...['created', 'modified', 'lastPrinted', 'revision', 'version', 'language', 'application', 'appVersion'],
  ...[
    'totalTime',
    'pages',
    'words',
    'characters',
    'charactersWithSpaces',
    'lines',
    'paragraphs',
    'slides',
    'notes',
  ],
  ...['hiddenSlides', 'docSecurity', 'scaleCrop', 'linksUpToDate', 'sharedDoc', 'hyperlinksChanged'],
  ...['headingPairs', 'titlesOfParts', 'presentationFormat', 'digSig'],
])

const nameOf = (element: XmlElement): string => {
  const local = element.name.slice(element.name.indexOf(':') + 1)
  const camel = local.slice(0, 1).toLowerCase() + local.slice(1)
  return camel === 'creator' ? 'author' : camel
}

const valueOf = (element: XmlElement): string => {
  const inner = childElements(element)
  return inner.length === 0 ? textOf(element).trim() : inner.map(valueOf).filter(Boolean).join('; ')
}

/**
 * The document properties of a package (core, extended and custom), by name. `dc:creator` is `author`; a custom
 * property is `custom: NAME`; empty ones are left out. Source: ISO/IEC 29500-2 section 8, 29500-1 section 22.
 */
export const readProperties = (file: OfficeFile): Record<string, string> => {
  const properties = new Map<string, string>()
  const links = relationshipsOf(file, '')
  for (const type of ['core-properties', 'extended-properties', 'extendedProperties']) {
    const part = relatedPart(file, links, type)
    if (part === undefined) continue
    for (const element of childElements(
      parseXml(part.bytes(), { fileName: file.fileName, part: part.name }),
    )) {
      const value = valueOf(element)
      if (value !== '') properties.set(nameOf(element), value)
    }
  }
  for (const type of ['custom-properties', 'customProperties']) {
    const part = relatedPart(file, links, type)
    if (part === undefined) continue
    for (const element of childElements(
      parseXml(part.bytes(), { fileName: file.fileName, part: part.name }),
    )) {
      const value = valueOf(element)
      if (value !== '') properties.set(`custom: ${element.attributes['name'] ?? ''}`, value)
    }
  }
  return Object.fromEntries(properties)
}

/** One announcement of the properties that may name someone, or none. */
export const announceProperties = (properties: Readonly<Record<string, string>>): readonly Announcement[] => {
  const telling = Object.entries(properties).filter(([name]) => !unremarkable.has(name))
  if (telling.length === 0) return []
  const list = telling.map(([name, value]) => `${name} “${value}”`).join(', ')
  return [{ kind: 'properties', where: 'file', detail: `The file’s properties carry ${list}.` }]
}
