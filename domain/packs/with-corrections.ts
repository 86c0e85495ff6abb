import { correctionLabels, type Correction } from '../rights/correction.ts'

/**
 * A field as it is read in a pack: as recorded, and beneath it each correction or statement recorded beside it. `pass` is the
 * redaction every text goes through, with the id its passage is known by.
 */
export const withCorrections = (
  entry: { readonly id: string; readonly corrections: readonly Correction[] },
  field: string,
  shown: string,
  pass: (id: string, text: string) => string,
): string =>
  [
    shown,
    ...entry.corrections
      .filter((correction) => correction.field === field)
      .map(({ kind, stands }, n) => {
        const text = pass(`entry:${entry.id}:${field}:correction:${n + 1}`, stands)
        return text === '' ? '' : `${correctionLabels[kind]}${text}`
      }),
  ]
    .filter((text) => text !== '')
    .join('\n')
