import type { Inspection, PackDocument } from '../../domain/packs/pack-document.ts'
import { textsOf } from './check-text.ts'

/**
 * Gives the words of a document that its written file does not hold as often as the document does: words in, words out.
 * A word is what stands between white space. An apostrophe put before a formula in a csv file is not missed, nor is a word
 * that a narrow column of a PDF broke over two lines. Gives the places of the missing words, as many as are missing; an
 * empty list means that nothing was lost. The words themselves are not given: the list may go into a message.
 */
export const missingWords = (document: PackDocument, inspection: Inspection): readonly string[] => {
  const found = new Map<string, number>()
  for (const { where, text } of inspection.texts) {
    if (where === 'file name') continue
    for (const word of wordsOf(text)) {
      found.set(word, (found.get(word) ?? 0) + 1)
      if (word.startsWith("'")) found.set(word.slice(1), (found.get(word.slice(1)) ?? 0) + 1)
    }
  }
  for (const value of Object.values(inspection.properties))
    for (const word of wordsOf(value)) found.set(word, (found.get(word) ?? 0) + 1)
  const missing: string[] = []
  for (const { place, text } of textsOf(document)) {
    for (const word of wordsOf(text)) {
      const left = found.get(word) ?? 0
      if (left === 0) missing.push(place)
      else found.set(word, left - 1)
    }
  }
  return missing
}

// Letters that look the same and are stored differently (ligatures, full-width forms, composed accents) are one.
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[\s\u200b\ufeff]+/u)
    .filter((word) => word !== '')
