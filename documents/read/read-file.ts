import type { SourceDocument } from '../../domain/chronology/source-table.ts'
import { fileKind } from './file-kind.ts'
import { readSource } from './read-source.ts'

/** Reads any file an agency may send: a PDF by its own reader, loaded when one comes, and all else as `readSource` does. */
export const readAgencyFile = async (bytes: Uint8Array, fileName: string): Promise<SourceDocument> =>
  fileKind(bytes) === 'pdf'
    ? (await import('./pdf/read-pdf.ts')).readPdf(bytes, fileName)
    : readSource(bytes, fileName)
