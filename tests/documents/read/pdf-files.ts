import PDFDocument from 'pdfkit'

export type Draw = (pdf: PDFKit.PDFDocument) => void

/** A PDF of A4 pages drawn by hand, without margins, so that every text stands where it is put. */
export const pdf = (draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: true, ...options })
    const pieces: Uint8Array[] = []
    document.on('data', (piece: Uint8Array) => pieces.push(piece))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))))
    document.on('error', reject)
    document.fontSize(9)
    draw(document)
    document.end()
  })

/** Puts a text on one line. */
export const put = (document: PDFKit.PDFDocument, text: string, x: number, y: number): void => {
  document.text(text, x, y, { lineBreak: false })
}

export type Place = { readonly x: number; readonly lines: readonly string[] }

/** Puts texts beside one another, each over as many lines as it has; gives the height used. */
export const putRow = (
  document: PDFKit.PDFDocument,
  places: readonly Place[],
  y: number,
  pitch = 11,
): number => {
  for (const { x, lines } of places) lines.forEach((line, at) => put(document, line, x, y + at * pitch))
  return Math.max(...places.map(({ lines }) => lines.length)) * pitch
}

/** One black dot as PNG. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
