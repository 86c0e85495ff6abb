import type { SourceRow, SourceRows } from '../../domain/chronology/source-table.ts'

/** Rows that are read from the file anew each time they are gone through. */
export const rereadable = (length: number, read: () => Iterator<SourceRow>): SourceRows => ({
  length,
  [Symbol.iterator]: read,
})
