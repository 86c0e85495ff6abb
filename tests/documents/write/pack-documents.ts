import type { PackBlock, PackDocument } from '../../../domain/packs/pack-document.ts'

/** A small pack document with the given blocks. */
export const aPack = (blocks: readonly PackBlock[], fields: Partial<PackDocument> = {}): PackDocument => ({
  title: 'Combined chronology',
  subtitle: 'For one agency. 24 November 2026',
  marking: 'Official – sensitive. Pseudonymised: still personal data.',
  language: 'en-GB',
  timestamp: '2026-11-24T09:00:00Z',
  blocks,
  ...fields,
})

/** A table block of one text per cell with evenly weighted columns. */
export const aTable = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  caption = 'Entries',
): PackBlock => ({
  type: 'table',
  caption,
  columns: headings.map((heading) => ({ heading, weight: 1 })),
  rows,
})
