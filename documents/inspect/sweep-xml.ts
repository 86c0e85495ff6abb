import { childElements, textOf, type XmlElement } from '../read/xml.ts'
import type { Notes } from './notes.ts'

// Attributes that hold what a person typed or who a person is, whatever their value.
const telling = new Set(
  (
    'descr title alt tooltip display author initials userId userName displayName providerId lastUser ' +
    'prompt promptTitle error errorTitle uri url href sourceFile connection command description ' +
    'caption uniqueName refreshedBy creatorName altText altTextSummary summary subject guidName filterVal'
  ).split(' '),
)

// Parents whose plain `name` or `val` is what a person typed.
const tellingValue =
  /^(?:w:(?:alias|tag|docVar|default|helpText|statusText|listItem|listEntry|name|placeholder|mailSubject|query|connectString|addressFieldName|udl)|x:(?:table|tableColumn|cacheField|pivotTableDefinition|definedName|protectedRange|scenario|inputCells|customWorkbookView|filter|customFilter|webPublishItem|dbPr|connection|textPr|queryTable|slicer)|c:.*|.*:docPr|.*:cNvPr|.*:category|.*:(?:slicer|slicerCache|listItem))$/u

const isPlain = (value: string): boolean =>
  value.trim() === '' ||
  /^[-+\d.,%#:/\sEe]*$/u.test(value) ||
  /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/iu.test(value) ||
  /^(?:[\w-]+ ?= ?)?(?:https?:\/\/(?:schemas|purl|www\.w3)\.|urn:schemas)/u.test(value)

/**
 * Notes the attributes of a part that may hold a person's words or name: descriptions, titles, names given to things,
 * addresses, list choices, and any value of several words. `everything` takes every attribute (caches of data).
 */
export const sweepAttributes = (root: XmlElement, part: string, notes: Notes, everything = false): void => {
  const seen = new Set<string>()
  const walk = (element: XmlElement): void => {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name.startsWith('xmlns') || name === 'mc:Ignorable' || isPlain(value)) continue
      const local = name.slice(name.indexOf(':') + 1)
      const wanted =
        everything ||
        telling.has(local) ||
        tellingValue.test(element.name) ||
        (/\p{L}\s+\p{L}/u.test(value) &&
          !/^(?:style|coordsize|path|adj|formatCode|lastClr|typeface|spans)$/u.test(local))
      const key = `${local} ${value}`
      if (!wanted || seen.has(key)) continue
      seen.add(key)
      notes.text(`${part} ${element.name.slice(element.name.indexOf(':') + 1)} ${local}`, value, true)
    }
    for (const child of childElements(element)) walk(child)
  }
  walk(root)
}

const paragraphs = new Set(['a:p', 'w:p', 'm:oMath', 'x:si', 'x:text', 'tc:text'])

/** Notes the text of any XML part: joined by paragraph where there are paragraphs, else element by element. */
export const sweepText = (
  root: XmlElement,
  part: string,
  notes: Notes,
  hidden: boolean,
  skip?: (element: XmlElement) => boolean,
): void => {
  let count = 0
  const walk = (element: XmlElement): void => {
    if (skip?.(element)) return
    if (paragraphs.has(element.name)) {
      notes.text(`${part} paragraph ${++count}`, textOf(element), hidden)
      return
    }
    const own = element.children.filter((child) => typeof child === 'string').join('')
    notes.text(`${part} ${element.name.slice(element.name.indexOf(':') + 1)}`, own.trim(), hidden)
    for (const child of childElements(element)) walk(child)
  }
  walk(root)
}

/** Notes comments and processing instructions of an XML part, which no office program shows. */
export const sweepComments = (xml: string, part: string, notes: Notes): void => {
  for (const [, comment] of xml.matchAll(/<!--([\s\S]*?)-->/gu))
    notes.text(`${part} XML comment`, comment ?? '', true)
  for (const [, instruction] of xml.matchAll(/<\?(?!xml\s|mso-application)([\s\S]*?)\?>/gu)) {
    notes.text(`${part} XML instruction`, instruction ?? '', true)
  }
}
