import { childElements, childNamed, textOf, type XmlElement } from '../xml.ts'

/** The project's name for each property of an OpenDocument file; any other keeps its own. */
const names: Readonly<Record<string, string>> = {
  'meta:initial-creator': 'author',
  'dc:creator': 'lastModifiedBy',
  'dc:date': 'modified',
  'meta:creation-date': 'created',
  'meta:generator': 'application',
  'meta:editing-cycles': 'revision',
  'meta:editing-duration': 'totalTime',
  'meta:print-date': 'lastPrinted',
  'meta:printed-by': 'printedBy',
}

const nameOf = ({ name, attributes }: XmlElement): string =>
  name === 'meta:user-defined'
    ? `custom: ${attributes['meta:name'] ?? ''}`
    : (names[name] ?? name.slice(name.indexOf(':') + 1))

/** The properties of an OpenDocument file by name; the author is who made it. Source: OpenDocument 1.3 part 3, 4.3. */
export const readMeta = (root: XmlElement | undefined): Record<string, string> => {
  const properties = new Map<string, string>()
  const meta = childNamed(root, 'office:meta')
  for (const element of meta ? childElements(meta) : []) {
    if (element.name === 'meta:document-statistic') continue
    const value = textOf(element).trim() || (element.attributes['xlink:href'] ?? '')
    if (value !== '') properties.set(nameOf(element), value)
  }
  return Object.fromEntries(properties)
}
