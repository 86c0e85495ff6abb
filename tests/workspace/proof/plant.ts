import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import PDFDocument from 'pdfkit'
import type { PackFormat } from '../../../domain/packs/pack-document.ts'
import { cleanFile } from './planted-case.ts'

/** Something of the key put in one place of a file that was clean, and how the gate must name the place. */
export type Planting = {
  readonly name: string
  readonly file: string
  readonly make: () => Promise<Uint8Array>
  readonly where: RegExp
  /** The entry of the key that must be named; null for a number that belongs to nobody in the key. */
  readonly entity: string | null
}

type Change = string | Uint8Array | ((part: string) => string)

/** A clean office file with some of its parts changed or added; a new part is text or bytes. */
export const inPackage = async (
  format: 'docx' | 'xlsx',
  changes: Readonly<Record<string, Change>>,
): Promise<Uint8Array> => {
  const parts: Record<string, Uint8Array> = unzipSync(await cleanFile(format))
  for (const [name, change] of Object.entries(changes)) {
    const before = parts[name]
    if (typeof change !== 'function') parts[name] = typeof change === 'string' ? strToU8(change) : change
    else if (before === undefined) throw new Error(`${format} has no ${name}`)
    else parts[name] = strToU8(changed(strFromU8(before), change))
  }
  return zipSync(parts)
}

/** A clean text file with its text changed. */
export const inText = async (format: 'csv' | 'json', change: (text: string) => string): Promise<Uint8Array> =>
  strToU8(changed(strFromU8(await cleanFile(format)), change))

/** A clean PDF with its bytes changed; every byte is a character. */
export const inPdfBytes = async (change: (source: string) => string): Promise<Uint8Array> =>
  new Uint8Array(
    Buffer.from(changed(Buffer.from(await cleanFile('pdf')).toString('latin1'), change), 'latin1'),
  )

const changed = (before: string, change: (text: string) => string): string => {
  const after = change(before)
  if (after === before) throw new Error('nothing was planted')
  return after
}

/** A clean file packed again with an option of the zip for one of its members. */
export const inZip = async (
  format: PackFormat,
  member: string,
  options: { readonly comment?: string; readonly extra?: Record<number, Uint8Array> },
): Promise<Uint8Array> => {
  const parts = unzipSync(await cleanFile(format))
  const zippable: Zippable = {}
  for (const [name, bytes] of Object.entries(parts))
    zippable[name] = name === member ? [bytes, options] : bytes
  return zipSync(zippable)
}

/** A PDF of one page with ordinary words, drawn upon. Methods that pdfkit's types leave out are given beside it. */
export const inPdf = async (
  draw: (pdf: PDFKit.PDFDocument, extra: PdfExtra) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> => {
  const pdf = new PDFDocument({ size: 'A4', ...options })
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => {
      resolve()
    })
  })
  pdf.text('Adult A was seen.', 72, 72)
  draw(pdf, pdf)
  pdf.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}

export type PdfExtra = {
  readonly note: (x: number, y: number, w: number, h: number, contents: string) => void
  readonly file: (source: Buffer, options: object) => void
  readonly addNamedJavaScript: (name: string, script: string) => void
}
