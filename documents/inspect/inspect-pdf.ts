import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ExpectedError } from '../../domain/result.ts'
import type { InspectedFile, Notes } from './notes.ts'
import { inspectAnnotations } from './pdf-annotations.ts'
import { inspectPdfPage } from './pdf-page-text.ts'
import { inspectPdfBytes } from './pdf-raw.ts'

/**
 * Looks into a PDF: text as read and as drawn (off the page, invisible, white, covered), annotations, form fields,
 * attachments, outline, properties, structure texts, scripts, earlier revisions, and strings in any of its streams.
 * Errors: `invalid` naming the file where it is encrypted, cut short or damaged.
 */
export const inspectPdf = async (file: InspectedFile): Promise<void> => {
  const { bytes, name, notes } = file
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536))).toString('latin1')
  if (!tail.includes('%%EOF'))
    throw new ExpectedError('invalid', `${name}: the file is damaged: the PDF is cut short.`)
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // pdf.js takes the buffer away, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: true,
    stopAtErrors: false,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
  })
  // The structure tree is slow to read page by page; without alternative texts in the file there is nothing in it to find.
  const hasStructureTexts = /\/(?:Alt|ObjStm|Encrypt)\b/u.test(Buffer.from(bytes).toString('latin1'))
  // Each text once more without spaces: what the streams hold is told again only where nothing above has said it.
  const said: string[] = []
  const remembering = rememberTexts(notes, said)
  try {
    const pdf = await task.promise
    await inspectProperties(pdf, remembering)
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      await inspectPdfPage(page, `page ${number}`, remembering)
      await inspectAnnotations(page, `page ${number}`, remembering)
      if (hasStructureTexts) await inspectStructure(page, `page ${number}`, remembering)
      page.cleanup()
    }
    await inspectCatalogue(pdf, file, remembering)
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    const why = isLocked
      ? 'the file is encrypted with a password and cannot be looked into'
      : 'the file is damaged'
    throw new ExpectedError('invalid', `${name}: ${why}.`)
  } finally {
    await task.destroy()
  }
  await inspectPdfBytes(file, said.join('\n'))
}

const rememberTexts = (notes: Notes, said: string[]): Notes => ({
  ...notes,
  text: (where, text, hidden) => {
    said.push(text.replace(/\s+/gu, ''))
    notes.text(where, text, hidden)
  },
  property: (name, value) => {
    said.push(value.replace(/\s+/gu, ''))
    notes.property(name, value)
  },
})

// What every PDF has and what says nothing about anyone.
const technical = /^(?:PDFFormatVersion|Is\w+|EncryptFilterName)$/u

const inspectProperties = async (pdf: PDFDocumentProxy, notes: Notes): Promise<void> => {
  const { info, metadata } = (await pdf.getMetadata()) as {
    readonly info: Readonly<Record<string, unknown>>
    readonly metadata: { readonly getRaw: () => unknown } | null
  }
  for (const [name, value] of Object.entries(info)) {
    if (typeof value === 'string' && !technical.test(name)) notes.property(name, value)
    if (name === 'Custom' && value !== null && typeof value === 'object') {
      for (const [custom, text] of Object.entries(value)) notes.property(custom, String(text))
    }
  }
  if (info['IsXFAPresent'] === true) notes.finding('form-field', 'XFA form')
  const packet = metadata?.getRaw()
  if (typeof packet !== 'string') return
  const raw = packet.replace(/<\?[\s\S]*?\?>/gu, '')
  for (const [, name, value] of raw.matchAll(/<([\w:]+)[^<>]*>([^<>]*[^\s<>][^<>]*)</gu)) {
    notes.property(
      `XMP ${name === 'rdf:li' ? nameOfList(raw, value ?? '') : (name ?? '')}`,
      unescapeXml(value ?? ''),
    )
  }
  for (const [, name, value] of raw.matchAll(
    /\s(?!xmlns|rdf:about|xml:lang|id=|bytes=)([\w:]+)="([^"]*)"/gu,
  )) {
    notes.property(`XMP ${name ?? ''}`, unescapeXml(value ?? ''))
  }
}

// A list item is named by the element its list stands in: dc:creator, dc:title.
const nameOfList = (raw: string, value: string): string => {
  const before = raw.slice(0, raw.indexOf(`>${value}<`))
  const parents = [...before.matchAll(/<([\w:]+)[^<>]*>\s*<rdf:(?:Seq|Alt|Bag)/gu)]
  return parents.at(-1)?.[1] ?? 'rdf:li'
}

const unescapeXml = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

type OutlineItem = {
  readonly title: string
  readonly url?: string | null
  readonly items: readonly OutlineItem[]
}

const inspectCatalogue = async (pdf: PDFDocumentProxy, file: InspectedFile, notes: Notes): Promise<void> => {
  const waiting: OutlineItem[] = [...(((await pdf.getOutline()) as readonly OutlineItem[] | null) ?? [])]
  for (let item = waiting.shift(); item; item = waiting.shift()) {
    notes.text('outline', item.title)
    if (item.url) {
      notes.finding('external-link', 'outline')
      notes.text('outline link', item.url, true)
    }
    waiting.push(...item.items)
  }
  for (const name of (await pdf.getDestinations()).keys()) notes.text('name of a destination', name, true)
  for (const [id, attachment] of (await pdf.getAttachments()) ?? []) {
    const place = attachment.filename || id
    notes.finding('attachment', place)
    notes.text('attachment name', attachment.rawFilename || place, true)
    notes.text('attachment description', attachment.description, true)
    const content = attachment.content ?? (await pdf.getAttachmentContent(id))
    if (content instanceof Uint8Array) await file.open(content, place)
    else notes.finding('unreadable-part', place)
  }
  for (const [name, scripts] of (await pdf.getJSActions()) ?? []) {
    notes.finding('macro', `script ${String(name)}`)
    notes.text(`script ${String(name)}`, String(scripts), true)
  }
  for (const [name, fields] of (await pdf.getFieldObjects()) ?? []) {
    notes.text('form field name', name, true)
    for (const field of fields as readonly Readonly<Record<string, unknown>>[]) {
      for (const key of ['value', 'defaultValue', 'actions']) {
        const value = field[key]
        if (typeof value === 'string') notes.text(`form field ${name}`, value, true)
      }
    }
  }
  const layers = await pdf.getOptionalContentConfig()
  for (const [, group] of layers as Iterable<
    readonly [string, { readonly name?: string | null; readonly visible?: boolean }]
  >) {
    notes.text('layer name', group.name ?? '', true)
    if (group.visible === false) notes.finding('hidden-text', `layer ${group.name ?? ''}`)
  }
}

type StructureNode = {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructureNode[]
}

const inspectStructure = async (page: PDFPageProxy, where: string, notes: Notes): Promise<void> => {
  const root = (await page.getStructTree()) as StructureNode | null
  const waiting: StructureNode[] = root ? [root] : []
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.alt !== undefined) notes.text(`${where}, alternative text`, node.alt, true)
    waiting.push(...(node.children ?? []))
  }
}
