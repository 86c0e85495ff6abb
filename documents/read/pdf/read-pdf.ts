import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Announcement, SourceDocument } from '../../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../../domain/result.ts'
import { refuseTooLarge } from '../package.ts'
import { announceProperties } from '../properties.ts'
import { announceAnnotations, announceCatalogue, announcePage, readPdfProperties } from './announce-pdf.ts'
import { joinPages } from './join-pages.ts'
import { readPage, type Page } from './page-words.ts'
import { refusePdfBomb } from './refuse-bomb.ts'
import { findRunningHeads } from './running-heads.ts'

/** Limits on what is opened: pages of a file, and dots of a picture (those beyond are not unpacked). */
const mostPages = 5_000
const largestPicture = 64 * 1024 * 1024

const openPdf = (bytes: Uint8Array) => {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return getDocument({
    // pdf.js takes the buffer away, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    maxImageSize: largestPicture,
    stopAtErrors: false,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
  } as Parameters<typeof getDocument>[0])
}

/** A font without a map to letters gives signs of no meaning; nothing can be read of such a file. */
const isUnreadable = (pages: readonly Page[]): boolean => {
  let letters = 0
  let odd = 0
  for (const { words } of pages)
    for (const { text } of words)
      for (const letter of text) {
        letters += 1
        if (/[\p{Co}\p{Cc}\ufffd]/u.test(letter)) odd += 1
      }
  return odd > 4 && odd / letters > 0.2
}

const refuseWithoutText = (
  pages: readonly Page[],
  { withUnread = false }: PdfOptions,
  refuse: (sentence: string) => never,
): void => {
  if (isUnreadable(pages))
    refuse('the letters of the PDF have no meaning a program can read. Ask for the file it was made from.')
  if (pages.some(({ words, isUnread }) => words.length > 0 || (withUnread && isUnread))) return
  const unseen = pages.some(({ unseen: { hidden, offPage } }) => hidden !== '' || offPage !== '')
  if (pages.some(({ hasPicture }) => hasPicture))
    refuse(
      'the PDF holds pictures of pages and no text, as a scanner makes it. Ask for the file it was made from.',
    )
  refuse(unseen ? 'the PDF shows no text; what text it holds is hidden.' : 'the PDF has no text.')
}

export type PdfOptions = {
  /** Reads a file of which no page has text too; its pages then stand in `blocks`. */
  readonly withUnread?: boolean
  /** Hears of every page; may throw to stop. */
  readonly onPage?: (done: number, total: number) => void
}

/**
 * Reads a PDF that holds text: tables rebuilt from ruled lines or from how texts stand, joined over pages, and the
 * paragraphs around them, in order. Throws `ExpectedError('invalid')` naming the file where it is protected with a
 * password, damaged, a scan without text, or unpacks to more than it may. Source: ISO 32000-1 sections 8, 9 and 12.
 */
export const readPdf = async (
  bytes: Uint8Array,
  fileName: string,
  options: PdfOptions = {},
): Promise<SourceDocument> => {
  const refuse = (sentence: string): never => {
    throw new ExpectedError('invalid', `${fileName}: ${sentence}`)
  }
  refuseTooLarge(bytes, fileName)
  refusePdfBomb(bytes, fileName)
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536))).toString('latin1')
  if (!tail.includes('%%EOF'))
    refuse('the PDF is cut short or damaged. Ask the sender for a fresh copy of the file.')
  const read = await readPages(bytes, refuse, options)
  refuseWithoutText(read.pages, options, refuse)
  const heads = findRunningHeads(read.pages)
  const joined = joinPages(
    read.pages.map((page) => {
      const words = page.words.filter((word) => !heads.words.has(word))
      return { ...page, words, isUnread: page.isUnread || (words.length === 0 && page.hasPicture) }
    }),
  )
  return {
    format: 'pdf',
    tables: joined.tables,
    paragraphs: joined.paragraphs,
    blocks: joined.blocks,
    announced: [
      ...read.announced,
      ...heads.texts.map((text): Announcement => ({
        kind: 'header-footer-text',
        where: 'pages',
        detail: `Printed at the head or foot of the pages, and left out: “${text}”.`,
      })),
      ...joined.announced,
      ...read.catalogue,
      ...announceProperties(read.properties),
    ],
    properties: read.properties,
  }
}

/** Everything pdf.js tells of a file; what it cannot read is refused, and it is closed in any case. */
const readPages = async (bytes: Uint8Array, refuse: (sentence: string) => never, { onPage }: PdfOptions) => {
  const task = openPdf(bytes)
  try {
    const pdf = await task.promise
    if (pdf.numPages > mostPages)
      refuse(`the PDF has ${pdf.numPages} pages. The most that can be read is ${mostPages}.`)
    const pages: Page[] = []
    const announced: Announcement[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      onPage?.(number - 1, pdf.numPages)
      const page = await pdf.getPage(number)
      const read = await readPage(page, number)
      pages.push(read)
      announced.push(...announcePage(read), ...(await announceAnnotations(page, number)))
      page.cleanup()
    }
    const properties = await readPdfProperties(pdf)
    return { pages, announced, properties, catalogue: await announceCatalogue(pdf, bytes) }
  } catch (error) {
    if (error instanceof ExpectedError || (error instanceof Error && error.name === 'AbortError')) throw error
    if (error instanceof Error && error.name === 'PasswordException')
      return refuse('the file is protected with a password. Ask for a copy without one.')
    return refuse('the PDF is damaged. Ask the sender for a fresh copy of the file.')
  } finally {
    await task.destroy()
  }
}
