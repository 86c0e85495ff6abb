import { relatedPart, relationshipsOf, type OfficeFile, type Relationship } from '../relationships.ts'
import { childElements, childNamed, isOn, parseXml, textOf, type XmlElement } from '../xml.ts'
import type { DateSystem } from './date-serial.ts'
import { formatCode, parseFormat, type NumberFormat } from './number-format.ts'
import type { StringStore } from './string-store.ts'
import { readSharedStrings } from './strings.ts'

export type SheetPart = {
  readonly name: string
  readonly visible: boolean
  /** Hidden so that Excel's own menu does not offer to show it. */
  readonly veryHidden: boolean
  readonly part: string
  readonly isWorksheet: boolean
}

export type Workbook = {
  readonly part: string
  readonly relationships: readonly Relationship[]
  readonly system: DateSystem
  readonly sheets: readonly SheetPart[]
  readonly definedNames: readonly { readonly name: string; readonly refersTo: string }[]
  readonly strings: StringStore
  /** By cell style index. */
  readonly formats: readonly NumberFormat[]
}

const readFormats = (styles: XmlElement | undefined): NumberFormat[] => {
  const declared = new Map<number, string>()
  if (styles === undefined) return []
  for (const { attributes } of childElements(childNamed(styles, 'x:numFmts') ?? styles)) {
    const id = attributes['numFmtId']
    if (id !== undefined) declared.set(Number(id), attributes['formatCode'] ?? 'General')
  }
  const ready = new Map<string, NumberFormat>()
  const baseIds = childElements(childNamed(styles, 'x:cellStyleXfs') ?? styles).map(
    (xf) => xf.attributes['numFmtId'],
  )
  const cellXfs = childNamed(styles, 'x:cellXfs')
  return (cellXfs ? childElements(cellXfs) : []).map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? baseIds[Number(attributes['xfId'] ?? 0)] ?? '0'
    const code = formatCode(Number(id), declared)
    const format = ready.get(code) ?? parseFormat(code)
    ready.set(code, format)
    return format
  })
}

/** Reads a workbook's parts that all its sheets share, following relationships from the workbook part. */
export const readWorkbook = (file: OfficeFile, part: string, root: XmlElement): Workbook => {
  const relationships = relationshipsOf(file, part)
  const byId = new Map(relationships.map((link) => [link.id, link]))
  const sheets = childElements(childNamed(root, 'x:sheets') ?? root)
    .filter((element) => element.name === 'x:sheet')
    .map(({ attributes }): SheetPart => {
      const link = byId.get(attributes['r:id'] ?? '')
      const state = attributes['state'] ?? 'visible'
      return {
        name: attributes['name'] ?? '',
        visible: state === 'visible',
        veryHidden: state === 'veryHidden',
        part: link?.target ?? '',
        isWorksheet: link?.type === 'worksheet',
      }
    })
  const stringsPart = relatedPart(file, relationships, 'sharedStrings')
  const stylesPart = relatedPart(file, relationships, 'styles')
  const place = (name: string) => ({ fileName: file.fileName, part: name })
  const names = childNamed(root, 'x:definedNames')
  return {
    part,
    relationships,
    system: isOn(childNamed(root, 'x:workbookPr')?.attributes['date1904'], false) ? 1904 : 1900,
    sheets,
    definedNames: (names ? childElements(names) : []).map((element) => ({
      name: element.attributes['name'] ?? '',
      refersTo: textOf(element),
    })),
    strings: stringsPart ? readSharedStrings(stringsPart.slices(), place(stringsPart.name)) : () => undefined,
    formats: readFormats(stylesPart ? parseXml(stylesPart.bytes(), place(stylesPart.name)) : undefined),
  }
}
