import type { PackageParts } from '../read/package.ts'
import type { OfficeFile } from '../read/relationships.ts'
import { parseXml, type XmlElement } from '../read/xml.ts'
import { ExpectedError } from '../../domain/result.ts'
import { inspectCommonPart } from './inspect-common-part.ts'
import { inspectWorkbook } from './inspect-excel.ts'
import { inspectWordPart, isWordPart, wordStyles } from './inspect-word.ts'
import type { InspectedFile, Notes } from './notes.ts'
import { printableText } from './printable-text.ts'
import { decodeText } from './inspect-plain-text.ts'
import { sweepComments } from './sweep-xml.ts'

/** An office package being looked into; `read` gives a part as XML, or undefined after noting that it cannot be read. */
export type InspectedPackage = OfficeFile & {
  readonly file: InspectedFile
  readonly notes: Notes
  readonly read: (part: string) => XmlElement | undefined
}

// Names every producer gives; any other part name is something a person or an add-in chose.
const ordinaryName =
  /^(?:\[Content_Types\]\.xml|(?:.*\/)?_rels\/[\w.]*\.rels|docProps\/(?:core|app|custom)\.xml|word\/(?:document|styles\w*|settings|webSettings|fontTable|numbering|(?:foot|end)notes|comments\w*|people|header\d*|footer\d*|theme\/theme\d*)\.xml|xl\/(?:workbook|styles|sharedStrings|calcChain|metadata|worksheets\/sheet\d+|theme\/theme\d*|comments\d*|drawings\/(?:drawing|vmlDrawing)\d*|tables\/table\d+)\.(?:xml|vml))$/u

/** Looks into every part of a Word, Excel or other Open XML package. Errors: `invalid` naming the file where its main part is damaged. */
export const inspectOffice = async (file: InspectedFile, parts: PackageParts): Promise<void> => {
  const { notes, name: fileName } = file
  const trees = new Map<string, XmlElement | undefined>()
  const office: InspectedPackage = {
    fileName,
    parts,
    file,
    notes,
    read: (part) => {
      if (!trees.has(part)) trees.set(part, readPart(office, part))
      return trees.get(part)
    },
  }
  for (const name of parts.keys()) if (!ordinaryName.test(name)) notes.text('name of a part', name, true)
  const isWorkbook =
    parts.has('xl/workbook.xml') || [...parts.keys()].some((name) => name.startsWith('xl/worksheets/'))
  const done = isWorkbook ? inspectWorkbook(office) : new Set<string>()
  const styles = wordStyles(office)
  for (const [name, part] of parts) {
    if (isXmlName(name)) {
      const root = office.read(name)
      if (!root) continue
      sweepComments(decodeText(part.bytes()) ?? '', name, notes)
      if (isWordPart(root)) inspectWordPart(office, name, root, styles)
      else await inspectCommonPart(office, name, root, done.has(name))
    } else await inspectCommonPart(office, name, undefined, false)
  }
}

const isXmlName = (name: string): boolean => /\.(?:xml|rels|vml)$/iu.test(name)

const isMain = (name: string): boolean =>
  /^(?:word\/document|xl\/workbook|xl\/worksheets\/sheet\d+)\.xml$/u.test(name)

const readPart = (office: InspectedPackage, part: string): XmlElement | undefined => {
  const bytes = office.parts.get(part)?.bytes()
  if (!bytes) return undefined
  try {
    return parseXml(bytes, { fileName: office.fileName, part })
  } catch (error) {
    if (isMain(part) || !(error instanceof ExpectedError)) throw error
    // Old drawings (VML) are often not well formed; their text is taken as it stands.
    office.notes.finding('unreadable-part', part)
    const raw = decodeText(bytes)?.replace(/<[^>]*>/gu, ' ')
    for (const text of raw ? [raw] : printableText(bytes)) office.notes.text(part, text, true)
    return undefined
  }
}
