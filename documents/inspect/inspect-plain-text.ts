import papaparse from 'papaparse'
import { ExpectedError } from '../../domain/result.ts'
import type { InspectedFile, Notes } from './notes.ts'

/** Decodes UTF-16 with its mark, UTF-8, or else Windows-1252; gives undefined for bytes that are no text. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Notes every cell of a csv file, headings included. */
export const inspectCsv = (text: string, notes: Notes): void => {
  const { data } = papaparse.parse<string[]>(text, {
    header: false,
    skipEmptyLines: false,
    delimiter: delimiterOf(text),
  })
  for (const [record, cells] of data.entries()) {
    for (const [column, cell] of cells.entries()) {
      notes.text(record === 0 ? `heading ${column + 1}` : `record ${record}, column ${column + 1}`, cell)
    }
  }
}

// The sign that parts the first line most often, quoted text left out.
const delimiterOf = (text: string): string => {
  const first =
    text
      .slice(0, 65_536)
      .replace(/"(?:[^"]|"")*"/gu, '')
      .split(/\r|\n/u, 1)[0] ?? ''
  const count = (sign: string): number => first.split(sign).length
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Notes every line of a text file. */
export const inspectText = (text: string, notes: Notes): void => {
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) notes.text(`line ${index + 1}`, line)
}

/**
 * Notes every string, number and key of a JSON file with its path, and strings a parser would drop (repeated keys).
 * Errors: `invalid` naming the file where it is not JSON.
 */
export const inspectJson = (text: string, { name, notes }: InspectedFile): void => {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch {
    throw new ExpectedError('invalid', `${name}: the file is damaged: it is not JSON.`)
  }
  const seen = new Set<string>()
  const keys = new Set<string>()
  // A list of work instead of recursion: JSON may nest deeper than the stack.
  const waiting: { readonly path: string; readonly value: unknown }[] = [{ path: '', value }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value: item } = next
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
      seen.add(String(item))
      notes.text(path === '' ? 'value' : path, String(item))
    } else if (Array.isArray(item)) {
      const list: readonly unknown[] = item
      for (let index = list.length - 1; index >= 0; index--)
        waiting.push({ path: `${path}[${index}]`, value: list[index] })
    } else if (item !== null && typeof item === 'object') {
      for (const [key, inner] of Object.entries(item).reverse()) {
        seen.add(key)
        const innerPath = path === '' ? key : `${path}.${key}`
        if (!keys.has(key)) notes.text(`key ${innerPath}`, key)
        keys.add(key)
        waiting.push({ path: innerPath, value: inner as unknown })
      }
    }
  }
  for (const [literal] of text.matchAll(/"(?:[^"\\]|\\.)*"/gu)) {
    const dropped = JSON.parse(literal) as string
    if (!seen.has(dropped)) notes.text('value of a repeated key', dropped, true)
  }
}
