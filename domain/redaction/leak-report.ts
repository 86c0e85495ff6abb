import type { IdentifierKind } from './redaction.ts'

/** Says that something was found, where (offsets in the smoothed text), and the entry it belongs to, or null. */
export type Report = (
  entry: number | null,
  kind: IdentifierKind,
  text: string,
  start: number,
  end: number,
) => void
