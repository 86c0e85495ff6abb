import { childElements, textOf, type XmlElement } from '../read/xml.ts'
import { isPicture, inspectPicture } from './image-text.ts'
import type { InspectedPackage } from './inspect-office.ts'
import { printableText } from './printable-text.ts'
import { sweepAttributes, sweepText } from './sweep-xml.ts'

/**
 * Looks into a part that Word and Excel files share, or that nobody knows: properties, relationships, drawings, charts,
 * caches, embedded files, macros. `textDone` tells that the text has been noted and only the rest is wanted.
 */
export const inspectCommonPart = async (
  office: InspectedPackage,
  name: string,
  root: XmlElement | undefined,
  textDone: boolean,
): Promise<void> => {
  const { notes } = office
  if (/vbaProject|vbaData|macrosheets\//iu.test(name)) notes.finding('macro', name)
  if (/^docProps\/thumbnail/iu.test(name)) notes.finding('thumbnail', name)
  if (/pivotCache\/pivotCacheDefinition/iu.test(name)) notes.finding('pivot-cache', name)
  if (/externalLinks\/externalLink/iu.test(name) && root) notes.finding('external-link', name)
  if (/^customXml\/item\d*\.xml$/iu.test(name)) notes.finding('custom-xml', name)
  if (/activeX\/|ctrlProps\//iu.test(name)) notes.finding('form-field', name)
  if (!root) {
    if (isXml(name)) return
    await inspectBinaryPart(office, name)
    return
  }
  switch (root.name) {
    case 'ct:Types':
      return
    case 'rel:Relationships':
      inspectRelationships(office, name, root)
      return
    case 'cp:coreProperties':
    case 'ap:Properties':
      for (const element of childElements(root)) {
        const local = element.name.slice(element.name.indexOf(':') + 1)
        notes.property(local, leafTexts(element).join(', '))
      }
      return
    case 'op:Properties':
      for (const element of childElements(root))
        notes.property(element.attributes['name'] ?? 'custom', textOf(element))
      return
    default:
  }
  if (name.includes('/theme/')) return
  const isCache = /pivot|externalLink|queryTable|connections|diagrams?\/|customXml\/item/iu.test(name)
  if (!textDone) sweepText(root, name, notes, isCache || name.includes('/charts/'))
  sweepAttributes(root, name, notes, isCache)
}

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/iu.test(name)

const leafTexts = (element: XmlElement): readonly string[] => {
  const children = childElements(element)
  return children.length === 0
    ? [textOf(element)].filter((text) => text.trim() !== '')
    : children.flatMap(leafTexts)
}

const inspectRelationships = (office: InspectedPackage, name: string, root: XmlElement): void => {
  const source = name.replace(/_rels\/|\.rels$/gu, '') || 'the package'
  for (const { attributes } of childElements(root)) {
    const target = attributes['Target'] ?? ''
    if (attributes['TargetMode'] === 'External') {
      office.notes.finding('external-link', source)
      office.notes.text(`link from ${source}`, decodeAddress(target), true)
    }
    // Ids that are not numbered were chosen by someone.
    const id = attributes['Id'] ?? ''
    if (!/^[\w{}-]*\d[\w{}-]*$/u.test(id)) office.notes.text(`name of a link from ${source}`, id, true)
  }
}

const decodeAddress = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const inspectBinaryPart = async (office: InspectedPackage, name: string): Promise<void> => {
  const bytes = office.parts.get(name)?.bytes() ?? new Uint8Array()
  const { notes } = office
  if (isPicture(name)) {
    notes.finding('embedded', `${name} (picture)`)
    inspectPicture({ ...office.file, bytes, name })
    return
  }
  if (/printerSettings/iu.test(name)) notes.finding('embedded', `${name} (printer settings)`)
  else if (!/vbaProject|thumbnail/iu.test(name)) notes.finding('embedded', name)
  if (bytes[0] === 0x50 || bytes[0] === 0x25) {
    await office.file.open(bytes, name)
    return
  }
  for (const text of printableText(bytes)) notes.text(name, text, true)
}
