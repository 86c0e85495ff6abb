import type { IdentifierKind } from './redaction.ts'

/** Says that something was found: the entry of the key it belongs to, or null. */
export type Report = (entry: number | null, kind: IdentifierKind, text: string) => void
