import { readXml, type XmlPlace } from '../xml.ts'
import { keepStrings, type StringStore } from './string-store.ts'

/**
 * Undoes the escape Excel uses for characters XML cannot hold: `_x000D_` is a carriage return.
 * Source: ISO/IEC 29500-1 section 22.9.2.19 (ST_Xstring).
 */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text

/** The shared strings of a workbook in order; runs joined, phonetic readings left out. */
export const readSharedStrings = (slices: Iterable<Uint8Array>, place: XmlPlace): StringStore => {
  const kept = keepStrings()
  let current = ''
  let inText = false
  let phonetic = 0
  readXml(slices, place, {
    open: (name) => {
      if (name === 'x:si') current = ''
      else if (name === 'x:rPh') phonetic += 1
      else if (name === 'x:t') inText = phonetic === 0
    },
    close: (name) => {
      if (name === 'x:t') inText = false
      else if (name === 'x:rPh') phonetic -= 1
      else if (name === 'x:si') kept.add(unescapeText(current))
    },
    text: (text) => {
      if (inText) current += text
    },
  })
  return kept.finish()
}
