/**
 * A fact is corrected; a disputed opinion stays and the person's own statement is put beside it
 * (UK GDPR Art 16; requirements section 4, rectification).
 */
export const correctionKinds = ['correction', 'statement'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

export type Correction = {
  readonly kind: CorrectionKind
  /** The field of the entry that is wrong or disputed. */
  readonly field: string
  /** The words that are right, or the statement. The words as imported stay as they are. */
  readonly stands: string
}

export const correctionTitles: Readonly<Record<CorrectionKind, string>> = {
  correction: 'Correction of a fact',
  statement: 'Statement beside a disputed opinion',
}

/** The words before a correction wherever it stands beside what was recorded. */
export const correctionLabels: Readonly<Record<CorrectionKind, string>> = {
  correction: 'Corrected: ',
  statement: 'Statement of the person concerned: ',
}
