import type { IdentifierKind } from './redaction.ts'

/** Something found in a folded text, before overlaps are settled. Offsets are into the folded text. */
export type Found = {
  readonly start: number
  readonly end: number
  readonly kind: IdentifierKind
  /**
   * `replace`: goes; `ask`: a person decides; `leave`: known and readable for this audience, or an ordinary word, so
   * nothing inside it is touched.
   */
  readonly verdict: 'replace' | 'ask' | 'leave'
  /** Indexes into the roster's entries. */
  readonly entries: readonly number[]
  readonly replacement: string
  readonly confidence: number
  readonly source: 'roster' | 'pattern' | 'name-model' | 'decision'
  readonly why: string
  /** Matched text that is listed in the key as it stands. */
  readonly listed: boolean
}
