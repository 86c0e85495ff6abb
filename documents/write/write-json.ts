import type { PackBlock, PackDocument } from '../../domain/packs/pack-document.ts'

/** Writes a document as UTF-8 JSON with its keys always in the same order and its texts unchanged. */
export const writeJson = (document: PackDocument): Uint8Array => {
  const { title, subtitle, marking, language, timestamp } = document
  const plain = { title, subtitle, marking, language, timestamp, blocks: document.blocks.map(inFixedOrder) }
  return new TextEncoder().encode(`${JSON.stringify(plain, null, 2)}\n`)
}

// Copies field by field: a field added to the model later is withheld until it is named here.
const inFixedOrder = (block: PackBlock): PackBlock => {
  switch (block.type) {
    case 'heading':
      return { type: block.type, level: block.level, text: block.text }
    case 'paragraph':
      return { type: block.type, text: block.text }
    case 'list':
      return { type: block.type, items: [...block.items] }
    case 'table':
      return {
        type: block.type,
        caption: block.caption,
        columns: block.columns.map(({ heading, weight }) => ({ heading, weight })),
        rows: block.rows.map((row) => [...row]),
      }
  }
}
