import type { IdentifierKind } from '../../domain/redaction/redaction.ts'

/** Something in words that are to leave which may identify somebody. `replacement` is null where a person must decide. */
export type WordsFinding = {
  readonly text: string
  readonly kind: IdentifierKind
  readonly why: string
  readonly replacement: string | null
}
