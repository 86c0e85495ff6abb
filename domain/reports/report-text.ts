import type { PackBlock } from '../packs/pack-document.ts'

type TextBlock = Exclude<PackBlock, { readonly type: 'table' }>

/**
 * Plain typed text as blocks. An empty line ends a paragraph; a line that begins with `- ` is an item of a list, one that
 * begins with `## ` a heading below the section's own. Other line breaks stay within their paragraph.
 */
export const textBlocks = (text: string): readonly TextBlock[] => {
  const blocks: TextBlock[] = []
  let paragraph: string[] = []
  let items: string[] = []
  const close = (): void => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', text: paragraph.join('\n') })
    if (items.length > 0) blocks.push({ type: 'list', items })
    paragraph = []
    items = []
  }
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const [, heading] = /^##\s+(\S.*)$/u.exec(line) ?? []
    const [, item] = /^[-•*]\s+(\S.*)$/u.exec(line) ?? []
    if (heading !== undefined) {
      close()
      blocks.push({ type: 'heading', level: 2, text: heading.trim() })
    } else if (item !== undefined) {
      if (paragraph.length > 0) close()
      items.push(item.trim())
    } else if (line.trim() === '') close()
    else {
      if (items.length > 0) close()
      paragraph.push(line.trim())
    }
  }
  close()
  return blocks
}
