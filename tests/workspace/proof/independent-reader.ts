import { inflateRawSync, inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * A reader of produced files that shares no code with the product: zips by their directory, markup stripped, text of PDFs by
 * pdf.js, streams inflated, and all bytes as they lie. Gives stretches of text; what it looks for is looked for in all.
 */
export const readEverything = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const file = Buffer.from(bytes)
  const found = [name, file.toString('latin1'), file.toString('utf8')]
  if (file.subarray(0, 2).toString('latin1') === 'PK')
    for (const { name: member, extra, content } of zipMembers(file)) {
      const text = content.toString('utf8')
      found.push(member, extra, text, strip(text, ''), strip(text, ' '))
    }
  if (file.subarray(0, 5).toString('latin1') === '%PDF-')
    found.push(...inflated(file), ...(await pdfTexts(bytes)))
  if (name.endsWith('.json')) found.push(...jsonTexts(JSON.parse(file.toString('utf8')) as unknown))
  return found
}

const strip = (xml: string, between: string): string =>
  xml
    .replace(/<[^>]*>/g, between)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

function* zipMembers(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const nameEnd = at + 46 + (nameLength ?? 0)
    const next = nameEnd + (extraLength ?? 0) + (commentLength ?? 0)
    yield {
      name: zip.toString('utf8', at + 46, nameEnd),
      extra: zip.toString('latin1', nameEnd, next),
      content: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    }
    at = next
  }
}

function* inflated(pdf: Buffer): Generator<string> {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    try {
      yield inflateSync(pdf.subarray(at + 7, pdf.indexOf('endstream', at))).toString('latin1')
    } catch {
      // a stream that is not packed lies open in the bytes
    }
  }
}

const pdfTexts = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const found = [JSON.stringify(info), JSON.stringify(metadata), JSON.stringify(await pdf.getOutline())]
  // The lines of a cell begin below one another, on this page and the next.
  const columns = new Map<number, string[]>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items)
      if ('str' in item) {
        const x = Math.round(Number(item.transform[4]))
        columns.set(x, [...(columns.get(x) ?? []), item.str])
      }
    const pieces = items.map((item) => ('str' in item ? item.str : ''))
    found.push(pieces.join(''), pieces.join(' '), JSON.stringify(await page.getAnnotations()))
  }
  await task.destroy()
  // A table's headings come again on each page, between the lines of a cell.
  const once = [...columns.values()].flatMap((lines) => [lines.join(' '), [...new Set(lines)].join(' ')])
  return [...found, ...once]
}

const jsonTexts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return [String(value)]
  return Object.entries(value).flatMap(([key, inner]) => [key, ...jsonTexts(inner)])
}

/** Lower case, no accents or invisible characters, one space between words. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Which of the strings stand in the texts: as whole words, or, where they are long, inside others and in any spacing. */
export const standingIn = (texts: readonly string[], wanted: readonly string[]): readonly string[] => {
  const spaced = texts.map((text) => ` ${plain(text)} `)
  const joined = spaced.map((text) => text.replaceAll(' ', ''))
  return wanted.filter((string) => {
    const words = plain(string).trim()
    const run = words.replaceAll(' ', '')
    return (
      spaced.some((text) => text.includes(` ${words} `)) ||
      (run.length >= 10 && joined.some((text) => text.includes(run)))
    )
  })
}
