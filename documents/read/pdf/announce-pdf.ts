import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Announcement } from '../../../domain/chronology/source-table.ts'
import type { Page } from './page-words.ts'

type Annotation = Readonly<Record<string, unknown>> & { readonly subtype?: string }

const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  if (value === null || typeof value !== 'object') return ''
  const text = (value as { readonly str?: unknown }).str
  return typeof text === 'string' ? text.trim() : ''
}

/** Announces what is fixed to a page and is no part of its text: comments with their authors, links, files, forms. */
export const announceAnnotations = async (page: PDFPageProxy, number: number): Promise<Announcement[]> => {
  const where = `page ${number}`
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Annotation[]
  return annotations.flatMap((annotation): Announcement[] => {
    const said = textIn(annotation['contentsObj']) || textIn(annotation['contents'])
    switch (annotation.subtype) {
      case 'Link': {
        const address = textIn(annotation['url']) || textIn(annotation['unsafeUrl'])
        if (address === '') return []
        const detail = `A hyperlink leads outside the file, to ${address}. It was not followed.`
        return [{ kind: 'external-link', where, detail }]
      }
      case 'FileAttachment':
        return [{ kind: 'embedded', where, detail: 'A file is attached to the page. It was not read.' }]
      case 'Widget':
        return [
          {
            kind: 'embedded',
            where,
            detail: 'The page has a form field. What it shows was read with the page.',
          },
        ]
      case 'Popup':
        return []
      default: {
        if (said === '') return []
        const author = textIn(annotation['titleObj']) || textIn(annotation['title'])
        return [{ kind: 'comment', where, detail: `Comment by ${author || 'an unnamed author'}: “${said}”.` }]
      }
    }
  })
}

/** Announces text that a page holds and does not show, and pages that are pictures. */
export const announcePage = (page: Page): Announcement[] => {
  const where = `page ${page.number}`
  const { hidden, offPage, turned } = page.unseen
  const announced: Announcement[] = []
  const say = (kind: Announcement['kind'], detail: string): void => {
    announced.push({ kind, where, detail })
  }
  if (hidden !== '') say('hidden-text', `Text that the page does not show was left out: “${hidden}”.`)
  if (offPage !== '') say('hidden-text', `Text that lies outside the page was left out: “${offPage}”.`)
  if (turned !== '') say('hidden-text', `Text that is turned on its side was left out: “${turned}”.`)
  if (page.isRecognised)
    say(
      'scanned-page',
      'The page is a picture. Its text was recognised by a scanner and may have mistakes; check it against the picture.',
    )
  else if (page.isUnread)
    say(
      'scanned-page',
      page.words.length === 0
        ? 'The page is a picture without text. Nothing was read of it.'
        : 'The page is a picture with a few words beside it. Nothing was read of the picture.',
    )
  else if (page.pictures > 0) say('embedded', 'The page holds pictures. They were not read.')
  return announced
}

type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] }

const bookmarksIn = (bookmarks: readonly Bookmark[] | null): readonly string[] =>
  (bookmarks ?? []).flatMap(({ title, items }) => [title, ...bookmarksIn(items)])

/** Announces bookmarks, attachments, scripts, hidden layers and earlier revisions of a PDF. */
export const announceCatalogue = async (
  pdf: PDFDocumentProxy,
  bytes: Uint8Array,
): Promise<Announcement[]> => {
  const announced: Announcement[] = []
  const say = (kind: Announcement['kind'], detail: string): void => {
    announced.push({ kind, where: 'file', detail })
  }
  for (const [id, attachment] of (await pdf.getAttachments()) ?? [])
    say('embedded', `A file is attached (${attachment.filename || id}). It was not read.`)
  for (const title of bookmarksIn(await pdf.getOutline())) say('bookmark', `A bookmark reads “${title}”.`)
  const scripts = [...((await pdf.getJSActions()) ?? [])]
  if (scripts.length > 0) say('macro', 'The file carries a script. It was not run.')
  const layers = (await pdf.getOptionalContentConfig()) as Iterable<
    readonly [string, { readonly name?: string | null; readonly visible?: boolean }]
  >
  for (const [, layer] of layers)
    if (layer.visible === false)
      say(
        'hidden-text',
        `The layer “${layer.name ?? ''}” is not shown. Text in it was read as part of the page.`,
      )
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const ends = source.match(/%%EOF/gu)?.length ?? 0
  if (ends > (/\/Linearized\b/u.test(source.slice(0, 1024)) ? 2 : 1))
    say('embedded', 'The file holds earlier revisions of itself. Only the last was read.')
  return announced
}

const names: Readonly<Record<string, string>> = {
  CreationDate: 'created',
  ModDate: 'modified',
  Producer: 'application',
}
const technical = /^(?:PDFFormatVersion|Is\w+|EncryptFilterName|Language)$/u

/** The document properties of a PDF by name. */
export const readPdfProperties = async (pdf: PDFDocumentProxy): Promise<Record<string, string>> => {
  const { info } = (await pdf.getMetadata()) as { readonly info: Readonly<Record<string, unknown>> }
  const properties: Record<string, string> = {}
  for (const [name, value] of Object.entries(info)) {
    if (typeof value === 'string' && value.trim() !== '' && !technical.test(name))
      properties[names[name] ?? name.charAt(0).toLowerCase() + name.slice(1)] = value
    if (name === 'Custom' && value !== null && typeof value === 'object')
      for (const [custom, text] of Object.entries(value)) properties[`custom: ${custom}`] = String(text)
  }
  return properties
}
