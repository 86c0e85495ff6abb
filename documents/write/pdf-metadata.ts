import type { PackDocument } from '../../domain/packs/pack-document.ts'

/** The part of pdfkit that writes XMP; it is not in its published types. */
type MetadataWriter = { _addInfo: () => void; readonly appendXML: (xml: string) => void }

/**
 * Leaves title and the document's own day as a PDF's only properties: an instant written as PDF does, fourteen digits in a
 * row, would sometimes hold somebody's number. pdfkit's own XMP names a creator and a producer even where there is none and
 * does not escape the title, so it is replaced.
 */
export const writeMetadata = (pdf: PDFKit.PDFDocument, document: PackDocument): void => {
  delete pdf.info.Creator
  delete pdf.info.Producer
  delete pdf.info.CreationDate
  delete pdf.info.ModDate
  const writer = pdf as unknown as MetadataWriter
  const day = new Date(document.timestamp).toISOString().slice(0, 10)
  writer._addInfo = () => {
    writer.appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">` +
        `<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate></rdf:Description>\n` +
        `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(document.title)}</rdf:li></rdf:Alt></dc:title>` +
        `<dc:language><rdf:Bag><rdf:li>${escapeXml(document.language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>`,
    )
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
