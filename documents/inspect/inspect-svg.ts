import { childElements, parseXml, type XmlElement } from '../read/xml.ts'
import type { InspectedFile } from './notes.ts'
import { sweepComments } from './sweep-xml.ts'

/** True for a drawing in SVG, whatever it is called. */
export const isSvg = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+svg[^>]*>\s*)?<(?:\w+:)?svg[\s>]/iu.test(
    text.slice(0, 65_536),
  )

/** Attributes that hold nothing but numbers, colours and places within the drawing, as far as they hold nothing else. */
const geometry = new Set(
  (
    'd x y x1 y1 x2 y2 cx cy r rx ry width height viewBox points transform offset fill stroke fill-opacity ' +
    'stroke-opacity stroke-width stroke-dasharray stop-color stop-opacity clip-path'
  ).split(' '),
)
const isGeometry = (name: string, value: string): boolean => {
  if (!geometry.has(name)) return false
  if (name === 'd') return /^[MmLlHhVvCcSsQqTtAaZz\d\s,.+\-eE]*$/u.test(value)
  return /^(?:[-+\d\s,.%eEmp]|#[0-9a-f]{3,8}|none|url\(#[\w-]+\)|(?:translate|scale|rotate|matrix)\([-+\d\s,.eE]*\))*(?:mm|px|pt)?$/iu.test(
    value,
  )
}

/**
 * Notes all text of an SVG drawing, shown or in titles and descriptions, every attribute that could hold words, comments and
 * instructions; scripts, pictures, other files and addresses are findings. Errors: `invalid` where it is no XML.
 */
export const inspectSvg = async (
  text: string,
  { bytes, name, notes, open }: InspectedFile,
): Promise<void> => {
  sweepComments(text, name, notes)
  const pictures: { readonly bytes: Uint8Array; readonly place: string }[] = []
  const walk = (element: XmlElement, path: string): void => {
    const local = element.name.slice(element.name.indexOf(':') + 1)
    const place = `${path}/${local}`
    const own = element.children.filter((child) => typeof child === 'string').join('')
    notes.text(place, own.trim(), local === 'metadata' || local === 'script' || local === 'style')
    if (local === 'script') notes.finding('macro', place)
    if (local === 'foreignObject' || local === 'image') notes.finding('embedded', place)
    for (const [attribute, value] of Object.entries(element.attributes)) {
      const plain = attribute.slice(attribute.indexOf(':') + 1)
      if (attribute === 'xmlns' || attribute.startsWith('xmlns:') || isGeometry(plain, value)) continue
      if (plain.startsWith('on')) notes.finding('macro', `${place} ${plain}`)
      const data = /^\s*data:[^,]*;base64,/iu.exec(value)
      if (data) {
        pictures.push({
          bytes: Buffer.from(value.slice(data[0].length), 'base64'),
          place: `${place} ${plain}`,
        })
        continue
      }
      notes.text(`${place} ${plain}`, value, true)
      if (/^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(value) && (plain === 'href' || plain === 'src'))
        notes.finding('external-link', `${place} ${plain}`)
      if (/url\(\s*['"]?\s*(?!#)/iu.test(value)) notes.finding('external-link', `${place} ${plain}`)
    }
    for (const child of childElements(element)) walk(child, place)
  }
  walk(parseXml(bytes, { fileName: name, part: name }), '')
  for (const { bytes: inner, place } of pictures) await open(inner, place)
}
