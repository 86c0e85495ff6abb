import type { Inspection, PackBlock, PackDocument } from '../../domain/packs/pack-document.ts'
import { assertNever } from '../../domain/result.ts'

const wordsIn = (text: string): readonly string[] => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

const textsOf = (block: PackBlock): readonly string[] => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'table':
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()]
    default:
      return assertNever(block)
  }
}

/**
 * Words of a document that the file written from it does not hold as often as the document does: a writer that drops text
 * is found here. Words are runs of letters and digits; order and layout are not compared.
 */
export const missingWords = (document: PackDocument, inspection: Inspection): readonly string[] => {
  const found = new Map<string, number>()
  for (const { text } of inspection.texts)
    for (const word of wordsIn(text)) found.set(word, (found.get(word) ?? 0) + 1)
  const missing: string[] = []
  for (const word of [document.title, ...document.blocks.flatMap(textsOf)].flatMap(wordsIn)) {
    const left = found.get(word) ?? 0
    if (left === 0) missing.push(word)
    else found.set(word, left - 1)
  }
  return missing
}
