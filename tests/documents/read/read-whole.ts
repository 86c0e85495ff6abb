import { readAgencyFile as readFile } from '../../../documents/read/read-file.ts'
import { readSource as read } from '../../../documents/read/read-source.ts'
import type { SourceDocument, SourceRow, SourceTable } from '../../../domain/chronology/source-table.ts'

export type WholeTable = Omit<SourceTable, 'rows'> & { readonly rows: readonly SourceRow[] }
export type WholeDocument = Omit<SourceDocument, 'tables'> & { readonly tables: readonly WholeTable[] }

/** A document with all its rows held. */
export const wholeOf = (document: SourceDocument): WholeDocument => ({
  ...document,
  tables: document.tables.map((table) => ({ ...table, rows: [...table.rows] })),
})

export const readSource = (bytes: Uint8Array, fileName: string): WholeDocument =>
  wholeOf(read(bytes, fileName))

export const readAgencyFile = async (bytes: Uint8Array, fileName: string): Promise<WholeDocument> =>
  wholeOf(await readFile(bytes, fileName))
