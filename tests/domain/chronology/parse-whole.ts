import type { ParsedChronology, ParsedEntry } from '../../../domain/chronology/entry.ts'
import { readChronology, type ParseOptions } from '../../../domain/chronology/parse-chronology.ts'
import type { SourceDocument } from '../../../domain/chronology/source-table.ts'

export type WholeChronology = Omit<ParsedChronology, 'entries'> & { readonly entries: readonly ParsedEntry[] }

/** A file read as a chronology, with all its entries held. */
export const parseChronology = (document: SourceDocument, options?: ParseOptions): WholeChronology => {
  const { parsed } = readChronology(document, options)
  return { ...parsed, entries: [...parsed.entries] }
}
